// Who could be offered a discount for paying early today: new invoices, and nobody has decided against it.
import { type Day, dayIn } from '../calendar.ts';
import { compare } from '../chase/case-file.ts';
import { dayNumber } from '../chase/day-number.ts';
import type { OneCustomer } from '../chase/one-customer.ts';
import type { CourtesyContext } from '../courtesies-due.ts';
import { customerState } from '../customer-state.ts';
import { type Money, money } from '../money.ts';
import type { Policy } from '../policy.ts';
import { policyFor } from '../policy-for.ts';
import { earlyPaymentOffer } from './offer-terms.ts';

export type EarlyChance = {
  readonly customerId: string;
  readonly customerName: string;
  readonly invoices: readonly string[]; // numbers
  readonly open: Money;
  /** The first day on which one of them can be offered no longer is the next after it. */
  readonly until: Day;
};

/** What ends first comes first. */
export function earlyChances(
  everybody: readonly OneCustomer[],
  policy: Policy,
  context: CourtesyContext,
): EarlyChance[] {
  const today = dayNumber(dayIn(context.zone, context.now));
  return everybody
    .flatMap((own) => (isNew(own, policy, today) ? chancesOf(own, policy, context) : []))
    .sort((a, b) => compare(a.until, b.until) || compare(a.customerName, b.customerName));
}

/** Most customers have nothing as new as that; working out the state of all takes long. */
function isNew({ customer, invoices }: OneCustomer, policy: Policy, today: number): boolean {
  const { earlyPayment } = policyFor(policy, customer);
  if (!earlyPayment) return false;
  return invoices.some(
    ({ issued, due, open }) =>
      // A day more, because the customer's day may be another than ours.
      open.minor > 0 &&
      issued !== null &&
      due >= issued &&
      today - dayNumber(issued) <= earlyPayment.withinDays + 1,
  );
}

function chancesOf(own: OneCustomer, policy: Policy, context: CourtesyContext): EarlyChance[] {
  const { customer } = own;
  const state = customerState(own, customer, policy, context);
  const currencies = [...new Set(own.invoices.map(({ open }) => open.currency))].sort();
  return currencies.flatMap((currency): EarlyChance[] => {
    const found = earlyPaymentOffer(state, currency);
    if (found.kind === 'not_possible') return [];
    const skipped = new Set(
      state.file.events.flatMap(({ body }) =>
        body.kind === 'skipped' && body.step === 'early_payment_offer' ? (body.invoices ?? []) : [],
      ),
    );
    const parts = found.offer.parts.filter(({ invoice }) => !skipped.has(invoice));
    const [first] = parts;
    if (!first) return [];
    return [
      {
        customerId: customer.id,
        customerName: customer.name,
        invoices: parts.map(({ invoice }) => invoice),
        open: money(
          parts.reduce((sum, { open }) => sum + open.minor, 0),
          currency,
        ),
        until: parts.map(({ until }) => until).sort()[0] ?? first.until,
      },
    ];
  });
}
