// Writes letters: with a model where one is set up, and with the house templates where there is none or it fails.
import type { DraftFacts } from '../core/facts.ts';
import type { Prompt } from '../core/letter/prompt.ts';
import type { Writer } from '../ports.ts';
import { type ModelSettings, makeAskModel } from './model-client.ts';
import { writeWithModel } from './model-writer.ts';
import { type WishedLetter, writeFromTemplate } from './template-writer.ts';

/** Scripts are for our own people and fixed in what may be offered, so a model gains nothing there. */
const HOUSE_ONLY: readonly DraftFacts['step'][] = ['call', 'broken_promise_call', 'internal_review'];

export function makeWriter(settings: { model: ModelSettings | null; prompts: readonly Prompt[] }): Writer {
  const { model, prompts } = settings;
  const ask = model ? makeAskModel(model) : null;
  return {
    async write(facts: DraftFacts, wished: WishedLetter) {
      if (!model || !ask || HOUSE_ONLY.includes(facts.step))
        return writeFromTemplate(prompts, facts, wished, null);
      const attempt = await writeWithModel(ask, model.model, prompts, facts, wished);
      if (attempt.kind === 'written') return attempt.written;
      return writeFromTemplate(prompts, facts, wished, attempt.because);
    },
  };
}
