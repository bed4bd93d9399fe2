// Fills a kept wording again from its kept facts: the proof that a letter is what its words and the ledger made it.
import type { DraftRevision } from '../draft.ts';
import { fillLetter } from './fill-letter.ts';

/** Whether words and facts fill to the very same letter; null: a person wrote it, so there are no words to fill. */
export function fillsAgain({ letter, facts, authorship }: DraftRevision): boolean | null {
  if (!authorship.words) return null;
  const again = fillLetter(authorship.words, facts).letter;
  return again.subject === letter.subject && again.body === letter.body;
}
