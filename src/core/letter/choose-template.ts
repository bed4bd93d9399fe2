// Picks the house letter for a step, a language, a history and a wish.
import { daysBetween } from '../calendar.ts';
import type { DraftFacts } from '../facts.ts';
import { letterLanguage } from './language.ts';
import type { Prompt } from './prompt.ts';

export type Wish = Prompt['wish'];

/** A customer of less than half a year is not "an old customer who pays late for the first time". */
const OLD_CUSTOMER_DAYS = 180;

/** The most telling history first. */
const HISTORIES: readonly Prompt['when'][] = [
  'broken_promise',
  'part_paid',
  'hard_stretch',
  'first_late',
  'always',
];

/** Null where no letter of this kind is in the house: a rarer language, or a wish that this step has no letter for. */
export function chooseTemplate(prompts: readonly Prompt[], facts: DraftFacts, wished: Wish): Prompt | null {
  // Who is in trouble gets the softer letter without anybody having to ask for it. The internal review has none: no
  // customer reads it.
  const softer = facts.gentle && wished === 'none' ? chosen(prompts, facts, 'softer') : null;
  return softer ?? chosen(prompts, facts, wished);
}

function chosen(prompts: readonly Prompt[], facts: DraftFacts, wish: Wish): Prompt | null {
  const step = facts.occasion ?? facts.step;
  const histories = wish === 'none' ? HISTORIES.filter((when) => holds(when, facts)) : (['always'] as const);
  for (const when of histories) {
    const found = prompts.find(
      (prompt) =>
        prompt.kind === 'template' &&
        prompt.step === step &&
        prompt.language === templateLanguage(facts) &&
        prompt.wish === wish &&
        prompt.when === when,
    );
    if (found) return found;
  }
  return null;
}

/** Scripts and reviews are for the team, and are kept in English. */
function templateLanguage(facts: DraftFacts): Prompt['language'] {
  const forTheTeam =
    ['call', 'broken_promise_call', 'internal_review'].includes(facts.step) && !facts.occasion;
  return forTheTeam ? 'en' : letterLanguage(facts.language);
}

function holds(when: Prompt['when'], { history, asOf, occasion, detail, total }: DraftFacts): boolean {
  switch (when) {
    case 'always':
      return true;
    case 'broken_promise':
      return history.brokenPromise !== null;
    case 'part_paid':
      // Thanks may go out when the paid invoice is no longer among the facts: what counts is what is left to pay.
      return occasion === 'thank_you' ? total.minor > 0 : history.partPaid;
    case 'hard_stretch':
      return detail?.hardStretch ?? (history.lettersSent > 0 || history.brokenPromise !== null);
    case 'first_late':
      return (
        history.firstLatePayment &&
        history.customerSince !== null &&
        daysBetween(history.customerSince, asOf) >= OLD_CUSTOMER_DAYS
      );
  }
}
