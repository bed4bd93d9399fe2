// Reads promises and payments said to be made: the sum, the day, the invoices, and what must be asked about each.
import { addDays, type Day, endOfMonth, formatDay, isWeekday, nextWorkingDay, weekday } from '../calendar.ts';
import { formatMoney, type Money } from '../money.ts';
import type { Outcome, SpokenAmount } from '../outcome.ts';
import { type Clause, valuesOf } from './clauses.ts';
import type { Choice, DraftItem, Question } from './draft-item.ts';
import type { MarkedText } from './marks.ts';
import type { ReadingContext } from './reading.ts';
import type { SpokenDate, SpokenInvoices } from './spoken.ts';
import { type Sum, sumOf } from './sums.ts';

export type Said = {
  readonly marked: MarkedText;
  readonly clause: Clause;
  readonly context: ReadingContext;
  readonly before: readonly Money[];
};

/** Further ahead than this a promise is pointed out: it may be a slip in the year. */
const LONG_AHEAD_DAYS = 183;

export function namedInvoices({ marked, clause, context }: Said): {
  numbers: string[];
  question: Question | null;
  choices: string[];
  odd: Question[];
} {
  const said: SpokenInvoices[] = valuesOf(marked, clause, 'i');
  const numbers = [...new Set(said.flatMap((one) => one.numbers))];
  const unknown = said.find((one) => one.unknown !== null)?.unknown ?? null;
  const bare = said.find(({ isBare }) => isBare);
  const odd: Question[] = bare?.numbers[0]
    ? [
        {
          kind: 'odd',
          about: 'invoice',
          why: `I took the figure for invoice ${bare.numbers[0]}, not for a sum.`,
        },
      ]
    : [];
  if (unknown === null) return { numbers, question: null, choices: [], odd };
  const known = context.invoices.map(({ number }) => number);
  const why = `No open invoice is ${unknown}${known.length > 0 ? `; open are ${listed(known)}` : ''}.`;
  return { numbers, question: { kind: 'unclear', about: 'invoice', why }, choices: known.slice(0, 3), odd };
}

function listed(numbers: readonly string[]): string {
  return numbers.length > 4
    ? `${numbers.slice(0, 4).join(', ')} and ${numbers.length - 4} more`
    : numbers.join(', ');
}

type DayRead = {
  readonly day: Day | null;
  readonly question: Question | null;
  readonly choices: readonly Day[];
  readonly odd: Question[];
};

export function readPromise(said: Said, quote: string, isSure: boolean): DraftItem {
  const { context } = said;
  const invoices = namedInvoices(said);
  const sum = sumOf(valuesOf(said.marked, said.clause, 'a'), context, invoices.numbers, said.before);
  const when = futureDay(said, valuesOf(said.marked, said.clause, 'd'));
  const make = (amount: SpokenAmount, date: Day, numbers: readonly string[]): Outcome => ({
    kind: 'promise',
    amount,
    date,
    invoices: numbers,
  });
  return compose({
    said,
    quote,
    isSure,
    invoices,
    sum,
    when,
    make: (amount, date, numbers) => (date ? make(amount, date, numbers) : null),
  });
}

export function readClaim(said: Said, quote: string, isSure: boolean): DraftItem {
  const { context } = said;
  const invoices = namedInvoices(said);
  const sum = sumOf(valuesOf(said.marked, said.clause, 'a'), context, invoices.numbers, said.before);
  const when = pastDay(said, valuesOf(said.marked, said.clause, 'd'));
  const make = (amount: SpokenAmount, date: Day | null, numbers: readonly string[]): Outcome => ({
    kind: 'claims_paid',
    amount,
    date,
    invoices: numbers,
  });
  return compose({ said, quote, isSure, invoices, sum, when, make });
}

type Parts = {
  said: Said;
  quote: string;
  isSure: boolean;
  invoices: ReturnType<typeof namedInvoices>;
  sum: Sum;
  when: DayRead;
  make: (amount: SpokenAmount, date: Day | null, numbers: readonly string[]) => Outcome | null;
};

function compose({ said, quote, isSure, invoices, sum, when, make }: Parts): DraftItem {
  const { context } = said;
  const questions = [sum.question, when.question, invoices.question].filter((one) => one !== null);
  const odd = [...invoices.odd, ...when.odd];
  if (context.openTotals.length === 0)
    odd.push({ kind: 'odd', about: 'amount', why: 'Nothing is open for this customer at the moment.' });
  if (questions.length === 0) {
    return {
      quote,
      outcome: make(sum.amount, when.day, invoices.numbers),
      questions,
      choices: [],
      odd,
      isSure,
    };
  }
  const amounts = sum.question ? sum.choices : [sum.amount];
  const days = when.question ? when.choices : [when.day];
  const numbers = invoices.question ? [...invoices.choices.map((one) => [one]), []] : [invoices.numbers];
  const choices = amounts.flatMap((amount) =>
    days.flatMap((day) =>
      numbers.flatMap((of): Choice[] => {
        const outcome = make(amount, day, of);
        return outcome
          ? [{ outcome, label: label(context, amount, day, of, invoices.question !== null) }]
          : [];
      }),
    ),
  );
  return { quote, outcome: null, questions, choices, odd, isSure };
}

function label(
  context: ReadingContext,
  amount: SpokenAmount,
  day: Day | null,
  numbers: readonly string[],
  asksInvoice: boolean,
): string {
  const sum = amount === 'full' ? 'All of it' : formatMoney(amount, context.locale);
  const on = day ? `, ${formatDay(day, context.locale, context.today)}` : '';
  const which = asksInvoice ? ` (${numbers.join(', ') || 'no invoice named'})` : '';
  return `${sum}${on}${which}`;
}

/** Three days to offer where none was said: this Friday, the end of the month, in a week. */
export function usualDays(today: Day): Day[] {
  const friday = addDays(today, (5 - weekday(today) + 7) % 7 || 7);
  const monthEnd = endOfMonth(today);
  const days = [
    friday,
    nextWorkingDay(addDays(today, 7), isWeekday),
    monthEnd > today ? monthEnd : endOfMonth(addDays(today, 1)),
  ];
  return [...new Set(days)].sort();
}

export function futureDay(
  { marked, clause, context }: Said,
  all: readonly SpokenDate[],
  wantsFirst = false,
): DayRead {
  const { today } = context;
  const ask = (
    why: string,
    choices: readonly Day[] = usualDays(today),
    kind: Question['kind'] = 'unclear',
  ): DayRead => ({ day: null, question: { kind, about: 'date', why }, choices, odd: [] });
  const impossible = all.find((one) => one.impossible !== null);
  if (impossible?.impossible) return ask(impossible.impossible, usualDays(today), 'impossible');
  const days = all.filter((one) => one.forward.length > 0);
  const differing = new Set(days.map(({ forward }) => forward.join()));
  if (differing.size > 1)
    return ask(
      'More than one day was named.',
      [...new Set(days.flatMap(({ forward }) => forward))].slice(0, 4),
    );
  const said = days[0];
  if (!said) {
    const gone = all.find((one) => one.back !== null)?.back;
    if (gone && gone < today)
      return ask(`${formatDay(gone, context.locale, today)} has gone by.`, usualDays(today), 'impossible');
    return ask('On which day was not said.');
  }
  if (said.forward.length > 1) return ask('Two days may be meant.', said.forward);
  const day = (wantsFirst && said.first && said.first > today ? said.first : said.forward[0]) ?? null;
  const words = marked.restore(clause.text.match(/⟨d\d+⟩/)?.[0] ?? 'that');
  const odd: Question[] =
    said.isLoose && !wantsFirst && day
      ? [
          {
            kind: 'odd',
            about: 'date',
            why: `I took “${words}” as ${formatDay(day, context.locale, today)}.`,
          },
        ]
      : [];
  if (day && day > addDays(today, LONG_AHEAD_DAYS))
    odd.push({
      kind: 'odd',
      about: 'date',
      why: `${formatDay(day, context.locale, today)} is more than half a year away.`,
    });
  return { day, question: null, choices: [], odd };
}

function pastDay({ context }: Said, all: readonly SpokenDate[]): DayRead {
  const impossible = all.find((one) => one.impossible !== null);
  if (impossible?.impossible)
    return {
      day: null,
      question: { kind: 'impossible', about: 'date', why: impossible.impossible },
      choices: [context.today],
      odd: [],
    };
  const days = [...new Set(all.flatMap(({ back }) => (back ? [back] : [])))];
  if (days.length > 1)
    return {
      day: null,
      question: { kind: 'unclear', about: 'date', why: 'More than one day was named.' },
      choices: days.slice(0, 4),
      odd: [],
    };
  const ahead = all.find((one) => one.forward.length > 0 && one.back === null)?.forward[0];
  if (days.length === 0 && ahead) {
    const why = `${formatDay(ahead, context.locale, context.today)} is still to come: has it been paid, or will it be?`;
    return { day: null, question: { kind: 'unclear', about: 'date', why }, choices: [], odd: [] };
  }
  return { day: days[0] ?? null, question: null, choices: [], odd: [] };
}
