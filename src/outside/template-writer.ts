// Writes letters from the house templates alone: the product is whole without a model.
import type { Authorship, Letter } from '../core/draft.ts';
import type { DraftFacts } from '../core/facts.ts';
import { checkLetter } from '../core/guard/check-letter.ts';
import type { Finding } from '../core/guard/finding.ts';
import { chooseTemplate, type Wish } from '../core/letter/choose-template.ts';
import { fillLetter } from '../core/letter/fill-letter.ts';
import type { Prompt } from '../core/letter/prompt.ts';
import type { Writer } from '../ports/model.ts';

export type Written = { letter: Letter; findings: Finding[]; authorship: Authorship };

export type WishedLetter = Parameters<Writer['write']>[1];

const EDIT = 'Use Edit to change the words yourself.';

/** `failed`: why there is no letter of a model, as the first half of a sentence; null where none was asked. */
export function writeFromTemplate(
  prompts: readonly Prompt[],
  facts: DraftFacts,
  wished: WishedLetter,
  failed: string | null,
): Written {
  if (wished?.rewrite.kind === 'instruction') {
    const why = failed ?? 'Following an instruction needs a model, and none is set up';
    return kept(wished, facts, `${why}, so the words are as they were. ${EDIT}`);
  }
  const wish: Wish = wished?.rewrite.kind ?? 'none';
  const template = chooseTemplate(prompts, facts, wish);
  if (!template?.words) {
    if (!wished)
      throw new Error(`There is no house letter for ${facts.occasion ?? facts.step} in ${facts.language}`);
    const why = `There is no ${wish} house letter for this step, so the words are as they were. ${EDIT}`;
    return kept(wished, facts, failed ? `${failed}. ${why}` : why);
  }
  const { letter } = fillLetter(template.words, facts);
  return {
    letter,
    findings: checkLetter(letter, facts),
    authorship: {
      kind: 'template',
      promptId: template.id,
      promptVersion: template.version,
      promptHash: template.hash,
      model: null,
      note: failed && `${failed}, so this is our own house letter.`,
      words: template.words,
    },
  };
}

/** The words stay as they were and whose they were, and the card says why. */
function kept(wished: NonNullable<WishedLetter>, facts: DraftFacts, note: string): Written {
  const letter = wished.previous;
  const byHand: Authorship = {
    kind: 'person',
    promptId: null,
    promptVersion: null,
    promptHash: null,
    model: null,
    note: null,
    words: null,
  };
  const before = wished.authorship ?? byHand;
  const words = before.words && isSame(fillLetter(before.words, facts).letter, letter) ? before.words : null;
  return { letter, findings: checkLetter(letter, facts), authorship: { ...before, words, note } };
}

/** Facts of a later day fill the same words to another letter; then they are not what this letter was made of. */
function isSame(one: Letter, other: Letter): boolean {
  return one.subject === other.subject && one.body === other.body;
}
