// What may be offered on the phone and what may not be said, decided from the policy's step and what people decided.
import { formatDayLong } from '../calendar.ts';
import type { DraftFacts } from '../facts.ts';
import type { Policy, Topic } from '../policy.ts';
import { numbersOf } from './invoice-lines.ts';
import { letterLocale } from './language.ts';
import { PHRASES } from './phrases.ts';

/** What may follow; each needs a step that may name it and a person who decided it. */
const CONSEQUENCES = [
  { topic: 'fee', phrase: 'fee', words: 'late fee' },
  { topic: 'pause_credit', phrase: 'pauseCredit', words: 'pause of new orders on credit' },
  { topic: 'agency', phrase: 'agency', words: 'collection agency' },
  { topic: 'legal', phrase: 'legal', words: 'legal step' },
] as const;

type Consequence = (typeof CONSEQUENCES)[number];

const CADENCE_WORDS = {
  weekly: 'every week',
  fortnightly: 'every two weeks',
  monthly: 'every month',
} as const;

export function mayOffer(facts: DraftFacts, plan: Policy['plan']): string[] {
  const phrases = PHRASES.en;
  const numbers = numbersOf(facts);
  const several = facts.invoices.filter(({ kind }) => kind === 'invoice').length > 1;
  const canPayBy = facts.bankDetails !== null || facts.invoices.some(({ payLink }) => payLink !== null);
  const decided = CONSEQUENCES.filter(({ topic }) => isAllowed(topic, facts));
  return [
    ...(mayPlan(facts) ? [planWords(plan)] : []),
    ...(isAllowed('discount', facts) ? ['The discount that was decided, as the case’s history has it.'] : []),
    ...(numbers ? [`A copy of ${several ? phrases.invoices(numbers) : phrases.invoice(numbers)}.`] : []),
    'A statement of the account.',
    ...(canPayBy ? ['How to pay once more, in writing: never read an account number out.'] : []),
    ...(facts.deadline && facts.maySay.includes('deadline')
      ? [
          `The last date that the notice names: ${formatDayLong(facts.deadline, letterLocale(facts.language))}.`,
        ]
      : []),
    ...decided.map(({ phrase }) => `If they ask what comes next: we have decided ${phrases[phrase]}.`),
  ];
}

export function mayNotSay(facts: DraftFacts): string[] {
  const undecided = CONSEQUENCES.filter(({ topic }) => !facts.decided.includes(topic));
  const unnamed = CONSEQUENCES.filter(
    ({ topic }) => facts.decided.includes(topic) && !facts.maySay.includes(topic),
  );
  return [
    mayPlan(facts)
      ? 'No plan beyond that, and no later due date: say that you will come back to them in writing.'
      : 'No instalments and no later due date: ask what they could manage, and say that you will come back to them in writing.',
    ...(isAllowed('discount', facts) ? [] : ['No discount and no waiver, however small.']),
    ...(undecided.length > 0 ? [`No ${listed(undecided, 'and no')}: nobody has decided on that.`] : []),
    ...(unnamed.length > 0
      ? [`No word of the ${listed(unnamed, 'or the')}, although it was decided: this step does not name it.`]
      : []),
    ...(facts.maySay.includes('deadline') ? [] : ['No last date of our own: the date is theirs to name.']),
  ];
}

function isAllowed(topic: Topic, { maySay, decided }: DraftFacts): boolean {
  return maySay.includes(topic) && decided.includes(topic);
}

/** By the step's own rules, or because a person decided it for this customer. */
function mayPlan({ maySay, decided, plan }: DraftFacts): boolean {
  return (maySay.includes('plan') && plan !== null) || decided.includes('plan');
}

function planWords({ maxInstalments, maxDays, firstWithinDays, cadences }: Policy['plan']): string {
  const first = firstWithinDays === 0 ? 'today' : `within ${days(firstWithinDays)}`;
  const how = cadences.map((cadence) => CADENCE_WORDS[cadence]);
  return `Up to ${maxInstalments} instalments over ${days(maxDays)}, ${orList(how)}, the first ${first}. It counts once we have confirmed it in writing.`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function orList(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** "late fee, no collection agency and no legal step": `joint` is what stands between the last two. */
function listed(consequences: readonly Consequence[], joint: 'and no' | 'or the'): string {
  const words = consequences.map(({ words }) => words);
  const comma = joint === 'and no' ? ', no ' : ', the ';
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(comma)} ${joint} ${words.at(-1)}`;
}
