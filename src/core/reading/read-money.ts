// Reads promises and payments said to be made: the sum, the day, the invoices, and what must be asked about each.
import { type Day, formatDay } from '../calendar.ts';
import { formatMoney } from '../money.ts';
import type { Outcome, SpokenAmount } from '../outcome.ts';
import { valuesOf } from './clauses.ts';
import type { Choice, DraftItem, Question } from './draft-item.ts';
import { type NamedInvoices, namedInvoices } from './named-invoices.ts';
import type { ReadingContext } from './reading.ts';
import type { Said } from './said.ts';
import { type Sum, sumOf } from './sums.ts';
import { type DayRead, futureDay, pastDay } from './which-day.ts';

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
  const when = pastDay(said, isOnItsWay(said) ? [] : valuesOf(said.marked, said.clause, 'd'));
  const make = (amount: SpokenAmount, date: Day | null, numbers: readonly string[]): Outcome => ({
    kind: 'claims_paid',
    amount,
    date,
    invoices: numbers,
  });
  return compose({ said, quote, isSure, invoices, sum, when, make });
}

const ARRIVES =
  /(?<!\p{L})(?:arriv(?:es|ing)|lands?|landing|(?:be|is) (?:here|with (?:us|you))|kommt|llega(?:rá)?|arrivera?)(?!\p{L})[^⟨]*⟨d/iu;

/** "500 sent, arrives Friday": the day is that of its coming, not of its sending. */
function isOnItsWay({ marked, clause }: Said): boolean {
  return marked.values('d', clause.text).length === 0 && clause.lent.some((text) => ARRIVES.test(text));
}

type Parts = {
  said: Said;
  quote: string;
  isSure: boolean;
  invoices: NamedInvoices;
  sum: Sum;
  when: DayRead;
  make: (amount: SpokenAmount, date: Day | null, numbers: readonly string[]) => Outcome | null;
};

function compose({ said, quote, isSure, invoices, sum, when, make }: Parts): DraftItem {
  const { context } = said;
  const asked = invoices.orSum ? { ...sum, question: sumOrInvoice(invoices) } : sum;
  const questions = [asked.question, when.question, invoices.question].filter((one) => one !== null);
  const odd = [...(invoices.orSum ? [] : invoices.odd), ...when.odd];
  if (context.openTotals.length === 0)
    odd.push({ kind: 'odd', about: 'amount', why: 'Nothing is open for this customer at the moment.' });
  if (questions.length === 0)
    return {
      quote,
      outcome: make(sum.amount, when.day, invoices.numbers),
      questions,
      choices: [],
      odd,
      isSure,
    };
  const days = when.question ? when.choices : [when.day];
  const choices = whats(invoices, sum).flatMap(({ amount, numbers }) =>
    days.flatMap((day): Choice[] => {
      const outcome = make(amount, day, numbers);
      const isNamed = invoices.question !== null || (invoices.orSum !== null && numbers.length > 0);
      return outcome ? [{ outcome, label: label(context, amount, day, numbers, isNamed) }] : [];
    }),
  );
  return { quote, outcome: null, questions, choices, odd, isSure };
}

function sumOrInvoice({ numbers }: NamedInvoices): Question {
  return { kind: 'unclear', about: 'amount', why: `Is that a sum, or invoice ${numbers.join(', ')}?` };
}

/** Every sum that may be meant, of every invoice that may be meant. */
function whats(
  invoices: NamedInvoices,
  sum: Sum,
): { readonly amount: SpokenAmount; readonly numbers: readonly string[] }[] {
  if (invoices.orSum)
    return [
      { amount: invoices.orSum, numbers: [] },
      { amount: sum.amount, numbers: invoices.numbers },
    ];
  const amounts = sum.question ? sum.choices : [sum.amount];
  const numbers = invoices.question ? [...invoices.choices.map((one) => [one]), []] : [invoices.numbers];
  return amounts.flatMap((amount) => numbers.map((of) => ({ amount, numbers: of })));
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
