// What a customer contests: which invoices, how much of each, since when; until somebody resolves it.
import type { Instant } from '../calendar.ts';
import type { DisputeReason } from '../outcome.ts';
import { type CaseFile, type CaseInvoice, concerns, type StandingEvent } from './case-file.ts';
import { wasKnown } from './promises.ts';

export type Dispute = {
  readonly invoiceId: string;
  readonly event: StandingEvent;
  readonly reason: DisputeReason;
  /** Minor units contested; null: the whole invoice. */
  readonly partMinor: number | null;
};

/** Reasons that are ours to mend: once mended, the ladder starts again. */
const OUR_FAULT: ReadonlySet<DisputeReason> = new Set(['not_received', 'missing_po']);

export type Resolved = {
  readonly at: Instant;
  readonly day: number;
  readonly invoiceId: string;
  readonly wasOurs: boolean;
};

/** A promise never ends a dispute; only `dispute_resolved` does. */
export function disputesOf(file: CaseFile): { open: ReadonlyMap<string, Dispute>; resolved: Resolved[] } {
  const open = new Map<string, Dispute>();
  const resolved: Resolved[] = [];
  for (const event of file.events) {
    if (event.body.kind === 'outcome' && event.body.outcome.kind === 'dispute') {
      const { reason, amount, invoices } = event.body.outcome;
      const contested = file.invoices.filter(
        (invoice) =>
          invoice.kind === 'invoice' &&
          wasKnown(invoice, event) &&
          concerns(invoices, invoice, file.invoices),
      );
      for (const invoice of contested) {
        const partMinor =
          contested.length === 1 && invoices.length === 1 && amount?.currency === invoice.open.currency
            ? amount.minor
            : null;
        open.set(
          invoice.id,
          joined(open.get(invoice.id), { invoiceId: invoice.id, event, reason, partMinor }),
        );
      }
    } else if (event.body.kind === 'dispute_resolved') {
      for (const invoice of resolvedBy(event.body.invoices, file.invoices)) {
        const dispute = open.get(invoice.id);
        if (!dispute) continue;
        open.delete(invoice.id);
        resolved.push({
          at: event.at,
          day: event.day,
          invoiceId: invoice.id,
          wasOurs: OUR_FAULT.has(dispute.reason),
        });
      }
    }
  }
  return { open, resolved };
}

function resolvedBy(named: readonly string[], all: readonly CaseInvoice[]): readonly CaseInvoice[] {
  return all.filter((invoice) => concerns(named, invoice, all));
}

/** Two disputes about one invoice add up; one about the whole of it is about the whole. */
function joined(before: Dispute | undefined, now: Dispute): Dispute {
  if (!before) return now;
  const partMinor =
    before.partMinor === null || now.partMinor === null ? null : before.partMinor + now.partMinor;
  return { ...before, partMinor };
}

/** The part of an invoice's open sum that is not contested, in minor units. */
export function undisputedMinor(invoice: CaseInvoice, dispute: Dispute | undefined): number {
  if (!dispute) return invoice.open.minor;
  if (dispute.partMinor === null) return 0;
  return Math.max(0, invoice.open.minor - dispute.partMinor);
}
