// Whose money trouble is to be looked at again: the day that somebody chose has come, and nobody has decided since.
import type { Instant } from './calendar.ts';
import { compare } from './chase/case-file.ts';
import { dayNumber } from './chase/day-number.ts';
import { HARDSHIP_REVIEW_DAYS } from './chase/holds.ts';
import { ledgersOf } from './chase/one-customer.ts';
import { speaker } from './chase/speaker.ts';
import { customerState } from './customer-state.ts';
import type { Ledger } from './ledger.ts';
import type { Policy } from './policy.ts';

export type TroubleToReview = {
  readonly customerId: string;
  readonly customerName: string;
  /** One sentence, without the customer's name. */
  readonly words: string;
};

/** What has waited longest comes first. */
export function troublesToReview(
  ledger: Ledger,
  policy: Policy,
  context: { readonly now: Instant; readonly zone: string; readonly locale: string },
): TroubleToReview[] {
  // Few customers told us of trouble, and a state takes a moment to compute.
  const told = new Set(
    ledger.events.flatMap(({ customerId, body }) =>
      body.kind === 'outcome' && body.outcome.kind === 'hardship' ? [customerId] : [],
    ),
  );
  const customers = ledger.customers.filter(({ id }) => told.has(id));
  return ledgersOf(customers, ledger)
    .flatMap(({ customer, ...own }) => {
      const { gentle, file } = customerState(own, customer, policy, context);
      if (!gentle) return [];
      const assessed = file.events.findLast(
        ({ body, at }) => body.kind === 'assessed' && at >= gentle.event.at,
      );
      const on =
        assessed?.body.kind === 'assessed'
          ? dayNumber(assessed.body.review)
          : gentle.event.day + HARDSHIP_REVIEW_DAYS;
      if (file.today < on) return [];
      const say = speaker(context.locale, file.today);
      const words = `They told you of money trouble on ${say.day(gentle.event.day)}, to be looked at again on ${say.day(on)}: ask how it stands, then decide under More…, Money trouble.`;
      return [{ customerId: customer.id, customerName: customer.name, words, on }];
    })
    .sort((a, b) => a.on - b.on || compare(a.customerName, b.customerName))
    .map(({ on: _, ...shown }) => shown);
}
