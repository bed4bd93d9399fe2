// An answer to a question: sentences and lines whose figures come from the ledger, and how old that ledger is.
import { type Day, dayIn, daysBetween, formatDay, type Instant, timeIn } from '../calendar.ts';
import { count } from '../chase/speaker.ts';
import { formatMoney, type Money } from '../money.ts';
import type { Deed, ProposalWords } from '../proposal.ts';
import type { StepChannel } from '../verdict.ts';
import type { Intent, Question } from './question.ts';

export type AnswerLine = { readonly text: string; readonly customerId: string | null };

/** When an answer was made, and from which books. */
export type AsOf = {
  readonly now: Instant;
  readonly today: Day;
  readonly freshAt: Instant | null;
  readonly zone: string;
  readonly locale: string;
};

type Named = { readonly id: string; readonly name: string };

/** `due`: the step that may be taken now. */
export type About = Named & {
  readonly due: { readonly channel: StepChannel; readonly currency: string } | null;
};

export type Answer = {
  /** `which`: more than one customer may be meant. `unknown`: none is. */
  readonly kind: 'answered' | 'which' | 'unknown' | 'not_understood' | 'stopped';
  readonly by: 'grammar' | 'model';
  /** Why a model that was asked has no say in it. */
  readonly note: string | null;
  readonly intent: Intent | null;
  /** Plain words, not escaped. */
  readonly sentences: readonly string[];
  readonly lines: readonly AnswerLine[];
  /** So many lines were left out. */
  readonly more: number;
  /** What was typed for a customer, and those it may mean. */
  readonly typed: string;
  readonly choices: readonly Named[];
  /** The customer that the answer is about, and whose buttons go with it. */
  readonly about: About | null;
  /** The first customers of the lines, to be opened from here. */
  readonly people: readonly Named[];
  /** Questions or commands to go on with. */
  readonly hints: readonly string[];
  /** What was wished for, each to be put before a person with a button. */
  readonly offers: readonly Offered[];
  readonly asOf: AsOf;
};

export type Offered = { readonly deed: Deed; readonly words: Omit<ProposalWords, 'asOf'> };

/** Lines of one answer; what does not fit is counted. */
export const MOST_LINES = 15;

/** Customers of the lines that can be opened from an answer. */
const MOST_PEOPLE = 5;

export type Told = {
  readonly sentences: readonly string[];
  readonly lines?: readonly AnswerLine[];
  /** Rows that were not even gathered, as beyond a page of the table. */
  readonly notGathered?: number;
  readonly hints?: readonly string[];
};

export function answerOf(
  intent: Intent | null,
  told: Told,
  rest: {
    readonly about?: About | null;
    readonly nameOf?: (customerId: string) => string;
    readonly asOf: AsOf;
  },
): Answer {
  const lines = told.lines ?? [];
  const { nameOf } = rest;
  const ids = [...new Set(lines.flatMap(({ customerId }) => (customerId ? [customerId] : [])))];
  return {
    kind: 'answered',
    by: 'grammar',
    note: null,
    intent,
    sentences: told.sentences,
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES) + (told.notGathered ?? 0),
    typed: '',
    choices: [],
    about: rest.about ?? null,
    people: nameOf ? ids.slice(0, MOST_PEOPLE).map((id) => ({ id, name: nameOf(id) })) : [],
    hints: told.hints ?? [],
    offers: [],
    asOf: rest.asOf,
  };
}

/** "As of 09:05; books from Tue 24 Nov, 2 days old." */
export function asOfWords({ now, today, freshAt, zone, locale }: AsOf): string {
  const at = `As of ${today === dayIn(zone, now) ? '' : `${formatDay(today, locale)} `}${timeIn(zone, now)}`;
  if (freshAt === null) return `${at}; no books have been imported yet.`;
  const fresh = dayIn(zone, freshAt);
  const age = daysBetween(fresh, today);
  const old = age <= 0 ? 'imported today' : `${count(age, 'day')} old`;
  return `${at}; books from ${formatDay(fresh, locale, today)}, ${old}.`;
}

/** "$500.00 and £20.00", or "nothing". */
export function sumsWords(amounts: readonly Money[], locale: string): string {
  const words = amounts.filter(({ minor }) => minor !== 0).map((amount) => formatMoney(amount, locale));
  return words.length > 0 ? words.join(' and ') : 'nothing';
}

/** What these say is known of this day only: no figures of other days are kept to answer from. */
const OF_TODAY: ReadonlySet<Intent> = new Set([
  'chase_today',
  'leave_alone',
  'owes',
  'total_overdue',
  'overdue_over',
  'biggest_debtors',
  'why',
  'mine',
  'customer',
  'open_disputes',
]);

/** Says so where another day was asked about: today's figure must not pass for that day's. */
export function asOfToday({ intent, period }: Question, told: Told, today: Day): Told {
  const isToday = period === null || (period.from <= today && period.to >= today);
  if (isToday || !OF_TODAY.has(intent)) return told;
  const words = 'I keep no figures of other days for this; it is how things stand today.';
  return { ...told, sentences: [words, ...told.sentences] };
}
