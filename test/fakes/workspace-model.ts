// The model of a workspace over a scripted server, with the real client, meter and hiding of names.
import type { Prompt } from '../../src/core/letter/prompt.ts';
import { connectModels, type WorkspaceModel } from '../../src/outside/workspace-model.ts';
import type { Store } from '../../src/ports/store.ts';
import { createMemoryStore } from './memory-store.ts';
import type { ScriptedModel } from './scripted-model.ts';

export type ModelOptions = {
  readonly prompts: readonly Prompt[];
  readonly store?: Store;
  readonly timeoutMs?: number;
  readonly now?: () => string;
};

export function modelOver(server: ScriptedModel, options: ModelOptions): WorkspaceModel {
  const {
    prompts,
    store = createMemoryStore(),
    timeoutMs = 3000,
    now = () => '2026-11-24T15:00:00.000Z',
  } = options;
  const settings = { apiKey: 'any', baseURL: server.baseURL, model: 'scripted', timeoutMs };
  return connectModels(settings, prompts)({ store, clock: { now } });
}
