// Turns what was said of a sum into money: shares and rests are taken of what is open, other currencies are asked about.
import { formatMoney, fromDecimal, type Money, money, split, sumByCurrency } from '../money.ts';
import type { SpokenAmount as OutcomeAmount } from '../outcome.ts';
import type { ReadingContext } from './reading.ts';
import type { SpokenAmount } from './spoken.ts';

export type SumQuestion = {
  readonly kind: 'unclear' | 'impossible';
  readonly about: 'amount' | 'currency';
  readonly why: string;
};
export type Sum = {
  readonly amount: OutcomeAmount;
  readonly question: SumQuestion | null;
  readonly choices: readonly OutcomeAmount[];
};

/** Currencies that a bare "$" may stand for. */
const DOLLARS: readonly string[] = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'];

/** What the reply names as owed: the invoices it speaks of, else all that is open. */
export function owed(context: ReadingContext, invoices: readonly string[]): readonly Money[] {
  const named = context.invoices.filter(({ number }) => invoices.includes(number));
  return named.length > 0 ? sumByCurrency(named.map(({ open }) => open)) : context.openTotals;
}

/** @param before sums that the same reply named earlier, which a "rest" leaves out. */
export function sumOf(
  said: readonly SpokenAmount[],
  context: ReadingContext,
  invoices: readonly string[],
  before: readonly Money[],
): Sum {
  const open = owed(context, invoices);
  const first = said[0];
  if (!first) return plain('full');
  if (new Set(said.map((one) => JSON.stringify(one))).size > 1)
    return severalSums(said, context, invoices, before);
  const total = open[0];
  switch (first.kind) {
    case 'full':
      return plain('full');
    case 'rest':
      return restOf(open, before);
    case 'share':
      if (!total || open.length > 1)
        return unclear('amount', 'A share of which sum? More than one currency is open.', []);
      return plain(first.part === first.of ? 'full' : share(total, first.part, first.of));
    case 'vague':
      return unclear('amount', 'How much was not said.', ['full', ...(total ? [share(total, 1, 2)] : [])]);
    case 'sum':
      return figure(first, context, open);
  }
}

function plain(amount: OutcomeAmount): Sum {
  return { amount, question: null, choices: [amount] };
}

function unclear(
  about: SumQuestion['about'],
  why: string,
  choices: readonly OutcomeAmount[],
  kind: SumQuestion['kind'] = 'unclear',
): Sum {
  return { amount: 'full', question: { kind, about, why }, choices };
}

function severalSums(
  said: readonly SpokenAmount[],
  context: ReadingContext,
  invoices: readonly string[],
  before: readonly Money[],
): Sum {
  const sums = said
    .map((one) => sumOf([one], context, invoices, before))
    .filter(({ question }) => question === null);
  const amounts = [...new Map(sums.map(({ amount }) => [amountKey(amount), amount])).values()];
  const figures = amounts.filter((amount) => amount !== 'full');
  // "the full 2,500", "$500 in full": a figure beside a word for all; the figure is what was said.
  if (figures.length === 1 && figures[0] && said.every(({ kind }) => /^(?:sum|full|rest)$/.test(kind)))
    return plain(figures[0]);
  if (amounts.length === 1 && amounts[0]) return plain(amounts[0]);
  return unclear('amount', 'More than one sum was named.', amounts.slice(0, 4));
}

function amountKey(amount: OutcomeAmount): string {
  return amount === 'full' ? 'full' : `${amount.minor} ${amount.currency}`;
}

function restOf(open: readonly Money[], before: readonly Money[]): Sum {
  const total = open[0];
  if (before.length === 0 || !total) return plain('full');
  if (open.length > 1 || before.some(({ currency }) => currency !== total.currency)) {
    return unclear('amount', 'The rest of which sum? More than one currency is open.', ['full']);
  }
  const left = before.reduce((sum, { minor }) => sum - minor, total.minor);
  if (left <= 0) return unclear('amount', 'After what was named, nothing is left of what is open.', ['full']);
  return plain(money(left, total.currency));
}

function share(total: Money, part: number, of: number): Money {
  if (part === 1) return split(total, of)[0] ?? total;
  return money(Math.round((total.minor * part) / of), total.currency);
}

function figure(
  said: Extract<SpokenAmount, { kind: 'sum' }>,
  context: ReadingContext,
  open: readonly Money[],
): Sum {
  const currencies = open.map(({ currency }) => currency);
  const currency = currencyOf(said.currency, currencies, context.currency);
  const amount = currency === null ? null : fromDecimal(said.decimal, currency);
  if (currency === null) {
    const choices = currencies.flatMap((each) => fromDecimal(said.decimal, each) ?? []);
    return unclear('currency', 'In which currency? They owe in more than one.', choices);
  }
  if (amount === null || amount.minor <= 0)
    return unclear('amount', `${said.decimal} is no sum in ${currency}.`, ['full']);
  const total = open.find((each) => each.currency === currency);
  if (open.length > 0 && !total) {
    const same = currencies
      .flatMap((each) => fromDecimal(said.decimal, each) ?? [])
      .filter((each) => each.minor <= (open.find((one) => one.currency === each.currency)?.minor ?? 0));
    return unclear('currency', `Nothing is open in ${currency}.`, [...same, 'full']);
  }
  if (total && amount.minor > total.minor) {
    const why = `${formatMoney(amount, context.locale)} is more than the ${formatMoney(total, context.locale)} that is open.`;
    return unclear('amount', why, ['full'], 'impossible');
  }
  return plain(amount);
}

/** Null where it cannot be told. */
export function currencyOf(said: string | null, open: readonly string[], home: string): string | null {
  if (said === '$') {
    const dollars = open.filter((currency) => DOLLARS.includes(currency));
    if (dollars.length > 1) return null;
    return dollars[0] ?? (DOLLARS.includes(home) ? home : 'USD');
  }
  if (said !== null) return said;
  if (open.length > 1) return null;
  return open[0] ?? home;
}
