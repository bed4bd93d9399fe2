// What of the recorded payments was money. An import takes whatever brings an open sum down for a payment, so what we gave
// up ourselves, and what a credit note settled, is told apart here.
import type { Instant } from './calendar.ts';
import { names } from './chase/case-file.ts';
import { disputesOf } from './chase/disputes.ts';
import { ledgersOf } from './chase/one-customer.ts';
import { type CustomerState, customerState } from './customer-state.ts';
import type { Ledger, Payment } from './ledger.ts';
import type { Money } from './money.ts';
import { discountEntries } from './offer/offer-states.ts';
import type { Policy } from './policy.ts';

/** A sum that left the books without being paid, on the invoices that it was about. */
type GivenUp = {
  readonly amount: Money;
  readonly invoiceIds: ReadonlySet<string>;
  readonly since: number; // day number
  /** It may be part of an entry together with real money; else it is an entry of its own. */
  readonly mayBePart: boolean;
};

/** Minor units by payment id. */
export type Received = ReadonlyMap<string, number>;

export function moneyReceived(state: CustomerState): Received {
  return without([...writtenOff(state), ...discounted(state), ...credited(state)], state);
}

/**
 * What was paid or credited: with either a case is over when it comes, but with a write-off or a discount before the
 * books show it.
 */
export function settledReceived(state: CustomerState): Received {
  return without([...writtenOff(state), ...discounted(state)], state);
}

/** Of payments that are asked for, what was money, of any customers: their states are worked out and nobody else's. */
export function moneyIn(
  ledger: Ledger,
  isAsked: (payment: Payment) => boolean,
  policy: Policy,
  context: { readonly now: Instant; readonly zone: string },
): Payment[] {
  const asked = ledger.payments.filter(isAsked);
  const paying = new Set(asked.map(({ customerId }) => customerId));
  const received = new Map<string, number>();
  const customers = ledger.customers.filter(({ id }) => paying.has(id));
  for (const own of ledgersOf(customers, ledger)) {
    for (const [id, minor] of moneyReceived(customerState(own, own.customer, policy, context)))
      received.set(id, minor);
  }
  return asked.flatMap((payment) => {
    const minor = received.get(payment.id) ?? payment.amount.minor;
    return minor > 0 ? [{ ...payment, amount: { ...payment.amount, minor } }] : [];
  });
}

function without(givenUp: readonly GivenUp[], state: CustomerState): Received {
  const { payments } = state.file;
  const received = new Map(payments.map(({ id, amount }) => [id, amount.minor]));
  for (const { amount, invoiceIds, since, mayBePart } of givenUp) {
    const entries = payments.filter(
      ({ id, invoiceId, dayNumber: day, amount: { currency } }) =>
        invoiceIds.has(invoiceId ?? '') &&
        // Their clock may be a day ahead of ours, by which payments are entered.
        day >= since - 1 &&
        currency === amount.currency &&
        received.get(id) !== 0,
    );
    const own = entries.find(({ id }) => received.get(id) === amount.minor);
    let left = amount.minor;
    for (const { id } of own ? [own] : mayBePart ? entries.toReversed() : []) {
      const part = Math.min(left, received.get(id) ?? 0);
      received.set(id, (received.get(id) ?? 0) - part);
      left -= part;
    }
  }
  return received;
}

function writtenOff({ file, lastResort }: CustomerState): GivenUp[] {
  return lastResort.writeOffs.flatMap(({ status, decided, event }) =>
    status === 'in_force' && decided
      ? event.body.parts.map(({ invoice, amount }) => ({
          amount,
          invoiceIds: idsOf(file.invoices.filter((one) => names([invoice], one))),
          since: decided.day,
          mayBePart: true,
        }))
      : [],
  );
}

function discounted({ offers, file }: CustomerState): GivenUp[] {
  return discountEntries(offers, file).map(({ amount, invoiceId, dayNumber }) => ({
    amount,
    invoiceIds: new Set(invoiceId === null ? [] : [invoiceId]),
    since: dayNumber,
    mayBePart: false,
  }));
}

function credited({ file, creditsDue }: CustomerState): GivenUp[] {
  const notes = file.invoices.filter(({ kind }) => kind === 'credit_note');
  const credits = disputesOf(file).credits.flatMap(({ id, amount, invoices, since }): GivenUp[] => {
    // Kept as a note of its own it takes nothing off an invoice before it is used.
    if (notes.some(({ firstSeen, total }) => firstSeen > since.at && isAsMuch(total, amount))) return [];
    const mayBePart = !creditsDue.some((due) => due.id === id);
    return [{ amount, invoiceIds: idsOf(invoices), since: since.day, mayBePart }];
  });
  const used = notes.flatMap(({ total, open, firstSeen }): GivenUp[] =>
    total.minor > open.minor
      ? [
          {
            amount: { minor: total.minor - open.minor, currency: total.currency },
            invoiceIds: idsOf(file.invoices),
            since: file.dayOfInstant(firstSeen),
            mayBePart: false,
          },
        ]
      : [],
  );
  return [...credits, ...used];
}

const idsOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id));

const isAsMuch = (total: Money, { minor, currency }: Money) =>
  total.currency === currency && total.minor >= minor;
