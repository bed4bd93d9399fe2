// Answers about money that came in: in a period, from one customer, and one month beside another.
import type { Ageing } from '../ageing.ts';
import { addDays, addMonths, type Day, daysBetween, endOfMonth, formatDay } from '../calendar.ts';
import { compare } from '../chase/case-file.ts';
import { count } from '../chase/speaker.ts';
import type { Ledger, Payment } from '../ledger.ts';
import { formatMoney, money, sumByCurrency } from '../money.ts';
import { type AnswerLine, type AsOf, sumsWords, type Told } from './answer.ts';
import type { Period } from './question.ts';
import { periodWords } from './tell-all.ts';

type Place = Pick<AsOf, 'today' | 'locale'>;

/** The whole ledger holds payments of so many days before its import; what is older is not at hand. */
const LOOK_BACK_DAYS = 120;

/** Whether a payment's day lies in the period and has come; a day to come in the books is no money yet. */
export function cameIn({ from, to }: Period, today: Day): (payment: Payment) => boolean {
  return ({ day }) => day >= from && day <= to && day <= today;
}

/** @param paid what came in then */
export function tellPayments(
  paid: readonly Payment[],
  period: Period,
  place: Place,
  nameOf: (id: string) => string,
): Told {
  const when = periodWords(
    {
      from: period.from,
      to: period.to > place.today && period.from <= place.today ? place.today : period.to,
    },
    place,
  );
  const beyond =
    daysBetween(period.from, place.today) > LOOK_BACK_DAYS
      ? [
          `Payments older than ${LOOK_BACK_DAYS} days are not counted here; ask about one customer for all of theirs.`,
        ]
      : [];
  if (paid.length === 0) return { sentences: [`Nothing came in ${when}.`, ...beyond] };
  const sums = sumByCurrency(paid.map(({ amount }) => amount));
  return {
    sentences: [
      `${sumsWords(sums, place.locale)} came in ${when}: ${count(paid.length, 'payment')}.`,
      ...beyond,
    ],
    lines: byCustomer(paid, nameOf).map(({ customerId, minor, currency }) => ({
      customerId,
      text: `${nameOf(customerId)} · ${formatMoney(money(minor, currency), place.locale)}`,
    })),
  };
}

function byCustomer(paid: readonly Payment[], nameOf: (id: string) => string) {
  const sums = new Map<string, { customerId: string; minor: number; currency: string }>();
  for (const { customerId, amount } of paid) {
    const key = `${customerId} ${amount.currency}`;
    const minor = (sums.get(key)?.minor ?? 0) + amount.minor;
    sums.set(key, { customerId, minor, currency: amount.currency });
  }
  return [...sums.values()].sort(
    (a, b) => b.minor - a.minor || compare(nameOf(a.customerId), nameOf(b.customerId)),
  );
}

/** One customer's payments, newest first; `money`: all that came from them. Null: no period is asked for. */
export function tellTheirPayments(
  name: string,
  { invoices }: Pick<Ledger, 'invoices'>,
  money: readonly Payment[],
  period: Period | null,
  place: Place,
): Told {
  const { today, locale } = place;
  const isAsked = period ? cameIn(period, today) : ({ day }: Payment) => day <= today;
  const paid = money.filter(isAsked).sort((a, b) => b.day.localeCompare(a.day) || compare(a.id, b.id));
  const when = period ? ` ${periodWords(period, place)}` : '';
  if (paid.length === 0) {
    return {
      sentences: [period ? `${name} paid nothing${when}.` : `No payment of ${name} stands in the books.`],
    };
  }
  const numbers = new Map(invoices.map(({ id, number }) => [id, number]));
  const sums = sumByCurrency(paid.map(({ amount }) => amount));
  return {
    sentences: [`${name} paid ${sumsWords(sums, locale)}${when}: ${count(paid.length, 'payment')}.`],
    lines: paid.map(({ day, amount, invoiceId }): AnswerLine => {
      const number = invoiceId ? numbers.get(invoiceId) : undefined;
      return {
        customerId: null,
        text: `${formatDay(day, locale, today)} · ${formatMoney(amount, locale)}${number ? ` · ${number}` : ''}`,
      };
    }),
  };
}

/** The first of the month that this one is compared with: the one asked about, or else the last. */
export function firstOfOther(asked: Period | null, today: Day): Day {
  const first = `${today.slice(0, 7)}-01` as Day;
  return asked !== null && asked.from < first && asked.from.endsWith('-01')
    ? asked.from
    : addMonths(first, -1);
}

/** This month up to today beside another: the same days of it, and the whole of it. `received`: what came in since. */
export function tellCompared(
  received: readonly Payment[],
  ageing: Ageing,
  before: {
    readonly day: Day;
    readonly overdueByCurrency: readonly { currency: string; minor: number }[];
  } | null,
  asked: Period | null,
  place: Place,
): Told {
  const { today, locale } = place;
  const first = `${today.slice(0, 7)}-01` as Day;
  const otherFirst = firstOfOther(asked, today);
  const otherLast = endOfMonth(otherFirst);
  const sameDay = addDays(otherFirst, daysBetween(first, today));
  const sum = (period: Period) => {
    const paid = received.filter(cameIn(period, today));
    const words = sumsWords(sumByCurrency(paid.map(({ amount }) => amount)), locale);
    return `${words} came in ${periodWords(period, place)} (${count(paid.length, 'payment')})`;
  };
  const isLonger = sameDay > otherLast;
  const upTo = isLonger ? otherLast : sameDay;
  const late = ageing.currencies.map(({ overdue }) => overdue);
  return {
    sentences: [
      `${sum({ from: first, to: today })}; ${sum({ from: otherFirst, to: upTo })}, and ${sum({ from: otherFirst, to: otherLast })}.`,
      `Overdue now: ${sumsWords(late, locale)}.${
        before
          ? ` On ${formatDay(before.day, locale, today)} it was ${sumsWords(
              before.overdueByCurrency.map(({ minor, currency }) => money(minor, currency)),
              locale,
            )}.`
          : ''
      }`,
      ...(daysBetween(otherFirst, today) > LOOK_BACK_DAYS
        ? [`Payments older than ${LOOK_BACK_DAYS} days are not counted here.`]
        : []),
    ],
  };
}
