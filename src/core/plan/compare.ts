// What else could be done instead of a payment plan, and what the customer's own history says, with how sure that is.
import { addDays, type Day, formatDay } from '../calendar.ts';
import { reviewDayOf } from '../chase/ladder.ts';
import { maturedOf } from '../chase/promises.ts';
import { capital, count } from '../chase/speaker.ts';
import type { CustomerState } from '../customer-state.ts';
import { formatMoney, type Money } from '../money.ts';
import { earlyPaymentOffer } from '../offer/offer-terms.ts';
import { offerWords } from '../offer/offer-words.ts';
import type { Policy } from '../policy.ts';

export type Behaviour = {
  /** Invoices that were paid in full; days late of each, the newest payment last. Negative: before its day. */
  readonly paidLate: readonly { readonly number: string; readonly days: number }[];
  readonly promisesKept: number;
  readonly promisesMatured: number;
};

type Place = { readonly today: Day; readonly locale: string };

/** Fewer than these say nothing, and fewer than those are a hint. */
const TOO_FEW = 3;
const A_HINT = 8;

export function behaviourOf({ file, promises }: CustomerState): Behaviour {
  const lastPaid = new Map<string, number>();
  for (const { invoiceId, dayNumber: day } of file.payments) {
    if (invoiceId !== null && day <= file.today) lastPaid.set(invoiceId, day);
  }
  const paidLate = file.invoices
    .flatMap(({ id, kind, open, number, agreedDay }) => {
      const paid = lastPaid.get(id);
      return kind === 'invoice' && open.minor === 0 && paid !== undefined
        ? [{ number, paid, days: paid - agreedDay }]
        : [];
    })
    .sort((a, b) => a.paid - b.paid)
    .map(({ number, days }) => ({ number, days }));
  const matured = maturedOf(promises);
  return {
    paidLate,
    promisesKept: matured.filter(({ status }) => status === 'kept').length,
    promisesMatured: matured.length,
  };
}

/** "They paid 4 invoices, on average 12 days late (a hint, no more: n = 4)." */
export function behaviourWords({ paidLate, promisesKept, promisesMatured }: Behaviour): string[] {
  const words: string[] = [];
  const n = paidLate.length;
  if (n === 0) words.push('Nothing of theirs was paid in full yet, so their history says nothing.');
  else {
    const average = Math.round(paidLate.reduce((sum, { days }) => sum + days, 0) / n);
    const when =
      average > 0
        ? `on average ${count(average, 'day')} late`
        : average < 0
          ? `on average ${count(-average, 'day')} early`
          : 'on average on their day';
    words.push(`They paid ${count(n, 'invoice')} in full, ${when} (${sureness(n)}).`);
  }
  words.push(
    promisesMatured === 0
      ? 'No promise of theirs has come due yet.'
      : `They kept ${promisesKept} of ${count(promisesMatured, 'promise')} (${sureness(promisesMatured)}).`,
  );
  return words;
}

export function isEnough(n: number): boolean {
  return n >= TOO_FEW;
}

export function sureness(n: number): string {
  if (!isEnough(n)) return `too few to tell: n = ${n}`;
  return n < A_HINT ? `a hint, no more: n = ${n}` : `n = ${n}`;
}

export type Alternative = { readonly name: string; readonly words: string };

/** In the order of how much they ask of the customer. `next`: what comes without any of them, in the engine's words. */
export function alternativesTo(
  state: CustomerState,
  total: Money,
  next: string,
  { today, locale }: Place,
): Alternative[] {
  const { policy, invoices } = state.file;
  const open = invoices.filter(
    ({ kind, open: { currency, minor } }) => kind === 'invoice' && currency === total.currency && minor > 0,
  );
  const oldest = open[0];
  return [
    { name: 'Wait', words: next },
    { name: 'Discount for paying early', words: discountWords(state, total.currency, { today, locale }) },
    {
      name: 'Agency',
      words: oldest ? agencyWords(oldest.due, policy, total.currency, { today, locale }) : 'Nothing is open.',
    },
  ];
}

function agencyWords(due: Day, policy: Policy, currency: string, { today, locale }: Place): string {
  const on = (days: number) => formatDay(addDays(due, days), locale, today);
  const review = reviewDayOf(policy);
  const { handOverByDay, minBalanceMinor } = policy.agency;
  return `By the policy the case is ${review === null ? '' : `reviewed on ${on(review)} and `}handed over by ${on(handOverByDay)}, from ${formatMoney({ minor: minBalanceMinor, currency }, locale)} on.`;
}

function discountWords(state: CustomerState, currency: string, { today, locale }: Place): string {
  const found = earlyPaymentOffer(state, currency);
  return found.kind === 'possible'
    ? `${capital(offerWords(found.offer, { today, locale }))}.`
    : found.because;
}
