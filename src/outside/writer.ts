// Writes letters: with a model where one is set up, and with the house templates where there is none or it fails.
import type { DraftFacts } from '../core/facts.ts';
import type { Prompt } from '../core/letter/prompt.ts';
import type { Writer } from '../ports/model.ts';
import { modelStepOf } from './model-instructions.ts';
import { writeWithModel } from './model-writer.ts';
import { type WishedLetter, writeFromTemplate } from './template-writer.ts';
import type { WorkspaceModel } from './workspace-model.ts';

export function makeWriter(settings: { model: WorkspaceModel | null; prompts: readonly Prompt[] }): Writer {
  const { model, prompts } = settings;
  return {
    async write(facts: DraftFacts, wished: WishedLetter) {
      // Scripts are for our own people and fixed in what may be offered, so a model gains nothing there.
      const step = modelStepOf(facts);
      if (!model || !step) return writeFromTemplate(prompts, facts, wished, null);
      const attempt = await writeWithModel(model, prompts, step, facts, wished);
      if (attempt.kind === 'written') return attempt.written;
      return writeFromTemplate(prompts, facts, wished, attempt.because);
    },
  };
}
