// An outcome in the making: what was understood of it, what must be asked, and the answers to offer.
import type { Outcome } from '../outcome.ts';
import type { Problem, ReadItem } from './reading.ts';

export type Question = Pick<Problem, 'kind' | 'about' | 'why'>;

export type Choice = { readonly label: string; readonly outcome: Outcome };

export type DraftItem = {
  readonly quote: string;
  /** What is recorded if nothing is asked; null where there is a question. */
  readonly outcome: Outcome | null;
  readonly questions: readonly Question[];
  readonly choices: readonly Choice[];
  /** Things that may be right and are pointed out. */
  readonly odd: readonly Question[];
  readonly isSure: boolean;
};

export function certain(outcome: Outcome, quote: string, more: Partial<DraftItem> = {}): DraftItem {
  return { quote, outcome, questions: [], choices: [], odd: [], isSure: true, ...more };
}

/** More buttons than this are a form, and there is one: Change. */
const MAX_CHOICES = 4;

/**
 * The items and problems of a reading. A choice stands for a whole reading, so buttons are offered only where one
 * thing is open: with two, a click on the first would silently decide the second.
 */
export function weigh(drafts: readonly DraftItem[]): { items: ReadItem[]; problems: Problem[] } {
  const open = drafts.filter(({ questions }) => questions.length > 0);
  const items = drafts.flatMap(({ outcome, quote, questions }) =>
    outcome && questions.length === 0 ? [{ outcome, quote }] : [],
  );
  const problems = drafts.flatMap((draft): Problem[] => [
    ...draft.questions.map((question, index) => ({
      ...question,
      choices:
        open.length === 1 && index === draft.questions.length - 1
          ? draft.choices
              .slice(0, MAX_CHOICES)
              .map(({ label, outcome }) => ({ label, items: withChoice(drafts, draft, outcome) }))
          : [],
    })),
    ...draft.odd.map((question) => ({ ...question, choices: [] })),
  ]);
  return { items, problems };
}

function withChoice(drafts: readonly DraftItem[], chosen: DraftItem, outcome: Outcome): ReadItem[] {
  return drafts.flatMap((draft) => {
    if (draft === chosen) return [{ outcome, quote: draft.quote }];
    return draft.outcome ? [{ outcome: draft.outcome, quote: draft.quote }] : [];
  });
}
