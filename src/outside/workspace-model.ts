// The model as one workspace has it: with its budget, and with the names of its customers, which no model is told.
import type { Prompt } from '../core/letter/prompt.ts';
import { OutsideError } from '../core/outside-error.ts';
import type { Ports } from '../ports/ports.ts';
import { type AskModel, type AskWithTools, connectModel, type ModelSettings } from './model-client.ts';
import { makeMeter } from './model-meter.ts';

export type WorkspaceModel = {
  /** As its provider calls it. */
  readonly name: string;
  readonly ask: AskModel;
  readonly askWithTools: AskWithTools;
  /** @throws OutsideError where they cannot be looked up. */
  customerNames(): Promise<readonly string[]>;
};

/** One connection for all workspaces, and a budget for each. */
export function connectModels(
  settings: ModelSettings,
  prompts: readonly Prompt[],
): (workspace: Pick<Ports, 'store' | 'clock'>) => WorkspaceModel {
  const connection = connectModel(settings);
  const ordinary = ordinaryWords(prompts);
  return (workspace) => ({
    name: settings.model,
    ...connection(makeMeter(workspace)),
    customerNames: async () => {
      try {
        const customers = await workspace.store.customerNames();
        return customers.map(({ name }) => name).filter((name) => !ordinary.has(name.toLowerCase()));
      } catch (cause) {
        throw new OutsideError(
          'model',
          'The names that no model may see could not be looked up',
          false,
          cause,
        );
      }
    },
  });
}

/** A customer called Total or Final cannot be told from a word that every letter holds. */
function ordinaryWords(prompts: readonly Prompt[]): Set<string> {
  return new Set(prompts.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
}
