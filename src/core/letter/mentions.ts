// What of a relationship a letter may speak of: notes that an approver has let go into letters, and only into kind ones.
import type { DraftFacts } from '../facts.ts';
import type { CaseEvent } from '../ledger.ts';
import { inLine } from './plain-text.ts';

/** More would make a letter of them. */
const MOST_MENTIONS = 3;

export const LONGEST_MENTION = 300;

/** Beside a firm word about money a word about the new baby reads like a lever. */
const KIND_LETTERS: ReadonlySet<string> = new Set(['nudge', 'reminder', 'question', 'thank_you', 'check_in']);

/** @param events those of the customer that nobody took back. The newest first. */
export function mentionsFor(
  { step, occasion }: Pick<DraftFacts, 'step' | 'occasion'>,
  events: readonly CaseEvent[],
): string[] {
  if (!KIND_LETTERS.has(occasion ?? step)) return [];
  return [...events]
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
    .flatMap(({ body }) =>
      body.kind === 'relationship_note' && body.mayMention
        ? [inLine(body.text).slice(0, LONGEST_MENTION)]
        : [],
    )
    .slice(0, MOST_MENTIONS);
}
