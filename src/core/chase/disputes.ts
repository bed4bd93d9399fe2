// What a customer contests: which invoices, how much of each, since when; until somebody resolves it.
import type { Instant } from '../calendar.ts';
import type { Money } from '../money.ts';
import { isToldFor, toldNumber } from '../order-number.ts';
import type { DisputeReason, Outcome } from '../outcome.ts';
import { type CaseFile, type CaseInvoice, concerns, type StandingEvent } from './case-file.ts';
import { wasKnown } from './promises.ts';

export type Dispute = {
  readonly invoiceId: string;
  /** When they first spoke of it. */
  readonly event: StandingEvent;
  /** All that they said of it until now, oldest first; what came twice on one day is there once. */
  readonly told: readonly Told[];
  /** Minor units contested; null: the whole invoice. */
  readonly partMinor: number | null;
};

type Told = { readonly event: StandingEvent; readonly outcome: Extract<Outcome, { kind: 'dispute' }> };

/** Reasons that are ours to mend: once mended, the ladder starts again. */
const OUR_FAULT: ReadonlySet<DisputeReason> = new Set(['not_received', 'missing_po']);

/** A credit that was agreed and that the books do not show yet; `parts` are minor units by invoice id. */
export type CreditDue = Pick<Agreed, 'id' | 'at' | 'day'> & {
  readonly amount: Money;
  readonly invoices: readonly string[]; // numbers
  readonly parts: ReadonlyMap<string, number>;
};

export type Resolved = {
  readonly at: Instant;
  readonly day: number;
  readonly invoiceId: string;
  readonly wasOurs: boolean;
  /** The record that ended it. */
  readonly eventId: string;
};

/**
 * A promise never ends a dispute; only `dispute_resolved` does, and the order number itself where nothing but that was
 * missing: its invoice is ours to correct then, as after any correction.
 */
export function disputesOf(file: CaseFile): {
  open: ReadonlyMap<string, Dispute>;
  resolved: Resolved[];
  credits: Agreed[];
} {
  const open = new Map<string, Dispute>();
  const resolved: Resolved[] = [];
  const credits: Agreed[] = [];
  for (const event of file.events) {
    const number = toldNumber(event.body);
    if (number) {
      for (const invoice of file.invoices) {
        const dispute = open.get(invoice.id);
        if (!dispute || !isOnlyNumberMissing(dispute)) continue;
        if (!isToldFor(number, event.at, invoice)) continue;
        open.delete(invoice.id);
        resolved.push(ended(event, invoice.id, true));
      }
    } else if (event.body.kind === 'outcome' && event.body.outcome.kind === 'dispute') {
      const { outcome } = event.body;
      const { amount, invoices } = outcome;
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
          joined(open.get(invoice.id), {
            invoiceId: invoice.id,
            event,
            told: [{ event, outcome }],
            partMinor,
          }),
        );
      }
    } else if (event.body.kind === 'dispute_resolved') {
      const { settlement } = event.body;
      const settled: CaseInvoice[] = [];
      let since = event;
      for (const invoice of resolvedBy(event.body.invoices, file.invoices)) {
        const dispute = open.get(invoice.id);
        if (!dispute) continue;
        open.delete(invoice.id);
        settled.push(invoice);
        if (dispute.event.at < since.at) since = dispute.event;
        const wasOurs =
          reasonsOf(dispute).some((reason) => OUR_FAULT.has(reason)) || settlement?.kind === 'correction';
        resolved.push(ended(event, invoice.id, wasOurs));
      }
      if (settlement?.kind === 'credit_note') {
        const { id, at, day } = event;
        credits.push({ id, at, day, since, amount: settlement.amount, invoices: settled });
      }
    }
  }
  return { open, resolved, credits };
}

function ended({ id, at, day }: StandingEvent, invoiceId: string, wasOurs: boolean): Resolved {
  return { at, day, invoiceId, wasOurs, eventId: id };
}

/** A credit agreed upon; `since`: when they first questioned the invoice, or something was to be taken off. */
export type Agreed = {
  readonly id: string; // of the event that it rests on, or of the invoice
  readonly at: Instant;
  readonly day: number;
  readonly since: { readonly at: Instant; readonly day: number };
  readonly amount: Money;
  readonly invoices: readonly CaseInvoice[];
};

/**
 * The books show a credit as a credit note of at least its sum, as the same sum taken off one of its invoices, or by
 * nothing being open on them any more. One entry in the books stands for one credit. Until then that part is not asked for.
 */
export function creditsDueOf(credits: readonly Agreed[], file: CaseFile): CreditDue[] {
  const used = new Set<string>();
  const take = (id: string | undefined) => id !== undefined && Boolean(used.add(id));
  return credits.flatMap(({ id, at, day, since, amount, invoices }) => {
    const open = invoices.filter((one) => one.open.minor > 0 && one.open.currency === amount.currency);
    if (open.length === 0) return [];
    const ids = new Set(invoices.map((one) => one.id));
    const note = file.invoices.find(
      ({ id: noteId, kind, total, firstSeen }) =>
        kind === 'credit_note' &&
        firstSeen > since.at &&
        total.currency === amount.currency &&
        total.minor >= amount.minor &&
        !used.has(noteId),
    );
    const takenOff = file.payments.find(
      (payment) =>
        payment.invoiceId !== null &&
        ids.has(payment.invoiceId) &&
        payment.dayNumber >= since.day &&
        payment.amount.currency === amount.currency &&
        payment.amount.minor === amount.minor &&
        !used.has(payment.id),
    );
    if (take(note?.id ?? takenOff?.id)) return [];
    const numbers = invoices.map(({ number }) => number);
    return [{ id, at, day, amount, invoices: numbers, parts: shared(amount, open) }];
  });
}

/** The oldest invoice takes what it can, the next one the rest. */
function shared(amount: Money, invoices: readonly CaseInvoice[]): Map<string, number> {
  const parts = new Map<string, number>();
  let left = amount.minor;
  for (const { id, open } of invoices) {
    const part = Math.min(left, open.minor);
    if (part > 0) parts.set(id, part);
    left -= part;
  }
  return parts;
}

/** What of an invoice's open sum we have agreed to credit, in minor units. */
export function creditDueOn(invoiceId: string, credits: readonly CreditDue[]): number {
  return credits.reduce((sum, { parts }) => sum + (parts.get(invoiceId) ?? 0), 0);
}

function resolvedBy(named: readonly string[], all: readonly CaseInvoice[]): readonly CaseInvoice[] {
  return all.filter((invoice) => concerns(named, invoice, all));
}

/** Each once, in the order in which they came. */
export function reasonsOf({ told }: Pick<Dispute, 'told'>): DisputeReason[] {
  return [...new Set(told.map(({ outcome }) => outcome.reason))];
}

export function isOnlyNumberMissing(dispute: Dispute): boolean {
  return reasonsOf(dispute).every((reason) => reason === 'missing_po');
}

/** Two disputes about one invoice add up; one about the whole of it is about the whole. */
function joined(before: Dispute | undefined, now: Dispute): Dispute {
  if (!before) return now;
  const partMinor =
    before.partMinor === null || now.partMinor === null ? null : before.partMinor + now.partMinor;
  const isNews = now.told.some((one) => !before.told.some((other) => isSame(one, other)));
  return { ...before, told: isNews ? [...before.told, ...now.told] : before.told, partMinor };
}

/** The same complaint, heard twice on one day, in a mail and on the telephone: it needs no second letter. */
function isSame(one: Told, other: Told): boolean {
  const { reason, amount, invoices } = one.outcome;
  return (
    one.event.day === other.event.day &&
    reason === other.outcome.reason &&
    amount?.minor === other.outcome.amount?.minor &&
    amount?.currency === other.outcome.amount?.currency &&
    [...invoices].sort().join('\n') === [...other.outcome.invoices].sort().join('\n')
  );
}

/** The part of an invoice's open sum that is not contested, in minor units. */
export function undisputedMinor(invoice: CaseInvoice, dispute: Dispute | undefined): number {
  if (!dispute) return invoice.open.minor;
  if (dispute.partMinor === null) return 0;
  return Math.max(0, invoice.open.minor - dispute.partMinor);
}
