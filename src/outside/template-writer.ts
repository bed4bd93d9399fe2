// Writes letters from the house templates alone: the product is whole without a model.
import type { Authorship, Letter } from '../core/draft.ts';
import type { DraftFacts } from '../core/facts.ts';
import { checkLetter } from '../core/guard/check-letter.ts';
import type { Finding } from '../core/guard/finding.ts';
import { chooseTemplate, type Wish } from '../core/letter/choose-template.ts';
import { fillLetter } from '../core/letter/fill-letter.ts';
import type { Prompt } from '../core/letter/prompt.ts';
import type { RewriteWish } from '../ports.ts';

export type Written = { letter: Letter; findings: Finding[]; authorship: Authorship };

export type WishedLetter = { readonly rewrite: RewriteWish; readonly previous: Letter } | null;

/** `note` is said on the card before anything the choice itself has to say. */
export function writeFromTemplate(
  prompts: readonly Prompt[],
  facts: DraftFacts,
  wished: WishedLetter,
  note: string | null,
): Written {
  const notes = note === null ? [] : [note];
  if (wished?.rewrite.kind === 'instruction') {
    notes.push(
      'Following an instruction needs a model, which is not set up or did not answer. Use Edit to change the words yourself.',
    );
    return kept(wished.previous, facts, notes.join(' '));
  }
  const wish: Wish = wished?.rewrite.kind ?? 'none';
  const template = chooseTemplate(prompts, facts, wish);
  if (!template?.words) {
    if (!wished)
      throw new Error(`There is no house letter for ${facts.occasion ?? facts.step} in ${facts.language}`);
    notes.push(`There is no ${wish} house letter for this step. Use Edit to change the words yourself.`);
    return kept(wished.previous, facts, notes.join(' '));
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
      note: notes.length > 0 ? notes.join(' ') : null,
    },
  };
}

/** The words stay as they were, and the card says why. */
function kept(letter: Letter, facts: DraftFacts, note: string): Written {
  return {
    letter,
    findings: checkLetter(letter, facts),
    authorship: { kind: 'person', promptId: null, promptVersion: null, promptHash: null, model: null, note },
  };
}
