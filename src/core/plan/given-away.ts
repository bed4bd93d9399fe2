// Whether all that a payment plan covers is in other hands or given up: then nobody asks for its instalments any more.
import type { Instant } from '../calendar.ts';
import { type CaseFile, type CaseInvoice, names } from '../chase/case-file.ts';
import { covers, type LastResort } from '../chase/last-resort.ts';

/** `covered`: the plan's invoices. `since`: when its terms were proposed. */
export function givenAway(
  covered: readonly CaseInvoice[],
  since: Instant,
  { handOvers, writeOffs }: LastResort,
  { payments }: Pick<CaseFile, 'payments'>,
): 'handed_over' | 'written_off' | null {
  const open = covered.filter((invoice) => invoice.open.minor > 0);
  if (open.length === 0) return null;
  // What came back begins anew, so a plan from before does not run on; one that was made since does.
  const ended = (one: LastResort['handOvers' | 'writeOffs'][number]) =>
    one.status === 'in_force' || (one.status === 'ended' && one.decided !== null && one.decided.at >= since);
  const gone = handOvers.filter(ended);
  const lost = writeOffs.filter((one) => ended(one) && one.end?.body.why !== 'booked');
  const isWithAgency = (invoice: CaseInvoice) => gone.some((one) => covers(one, invoice));
  const isLost = (invoice: CaseInvoice) => {
    const parts = lost.flatMap(({ event, decided }) =>
      event.body.parts
        .filter((part) => names([part.invoice], invoice) && part.amount.currency === invoice.open.currency)
        .map(({ amount }) => ({ minor: amount.minor, day: decided?.day ?? event.day })),
    );
    const [first] = parts;
    if (!first) return false;
    // A part given up, and the rest paid, is no plan that was given up: what came since was open then.
    const paidSince = payments
      .filter(({ invoiceId, dayNumber }) => invoiceId === invoice.id && dayNumber >= first.day)
      .reduce((sum, { amount }) => sum + amount.minor, 0);
    return invoice.open.minor + paidSince <= parts.reduce((sum, { minor }) => sum + minor, 0);
  };
  if (!open.every((invoice) => isWithAgency(invoice) || isLost(invoice))) return null;
  return open.some(isWithAgency) ? 'handed_over' : 'written_off';
}
