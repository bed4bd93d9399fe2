// What was received for each instalment of a plan: payments fill the oldest first, whatever came in whatever order.
import type { Day } from '../calendar.ts';
import type { CaseFile, CaseInvoice } from '../chase/case-file.ts';
import { dayNumber } from '../chase/day-number.ts';
import type { LastResort } from '../chase/last-resort.ts';
import type { PlanStep } from './plan.ts';

/** Days are day numbers, sums are minor units. */
export type InstalmentState = {
  readonly day: Day;
  readonly dayNumber: number;
  readonly amountMinor: number; // as agreed
  /** As agreed, less what fell away because less is owed than was planned. */
  readonly dueMinor: number;
  readonly receivedMinor: number;
  /** `late` is after its day, within the policy's patience; `missed` is beyond it. */
  readonly status: 'paid' | 'due' | 'late' | 'missed';
  /** The day on which the last of it came; null before. */
  readonly paidOn: number | null;
  /** The first day on which it counts as missed. */
  readonly missedFrom: number;
};

type Proposal = Extract<PlanStep, { kind: 'proposed' }>;

/**
 * The rules: payments made before the plan do not count; a part payment fills the oldest instalment first; what is
 * left of a payment flows to the next. Where less is open than the plan still asks for (a credit note, a write-off),
 * the difference is taken from the last instalment backwards, because the earlier days are agreed and near. An open
 * credit is used for other overdue invoices first, as in the sum that a letter asks for.
 */
export function instalmentStates(
  proposal: Proposal,
  covered: readonly CaseInvoice[],
  extendedTo: Day | null,
  { file, apart }: { readonly file: CaseFile; readonly apart: LastResort['apart'] },
): InstalmentState[] {
  const planned = proposal.terms.instalments.map(({ day, amount }) => ({
    day,
    amountMinor: amount.minor,
    dueMinor: amount.minor,
    receivedMinor: 0,
    paidOn: null as number | null,
  }));
  for (const payment of paymentsFor(proposal, covered, file)) {
    let left = payment.amount.minor;
    for (const each of planned) {
      const used = Math.min(left, each.dueMinor - each.receivedMinor);
      if (used <= 0) continue;
      each.receivedMinor += used;
      each.paidOn = payment.dayNumber;
      left -= used;
    }
  }
  const missing = planned.reduce((sum, each) => sum + each.dueMinor - each.receivedMinor, 0);
  let surplus = missing - owedOn(proposal.terms.currency, covered, file, apart);
  for (const each of [...planned].reverse()) {
    const cut = Math.min(Math.max(0, surplus), each.dueMinor - each.receivedMinor);
    each.dueMinor -= cut;
    surplus -= cut;
  }
  return withStatus(planned, extendedTo, file);
}

function withStatus(
  planned: readonly Omit<InstalmentState, 'status' | 'missedFrom' | 'dayNumber'>[],
  extendedTo: Day | null,
  { policy, today }: CaseFile,
): InstalmentState[] {
  const patience = policy.plan.brokenAfterMissedDays;
  const extended = extendedTo === null ? Number.NEGATIVE_INFINITY : dayNumber(extendedTo);
  return planned.map((each) => {
    const on = dayNumber(each.day);
    const missedFrom = Math.max(on, extended) + patience + 1;
    const left = each.dueMinor - each.receivedMinor;
    // Small change may lack of what was paid; an instalment as small as that is still to be paid itself.
    const isPaid = left === 0 || (each.receivedMinor > 0 && left <= policy.toleranceMinor);
    const status = isPaid ? 'paid' : today >= missedFrom ? 'missed' : today > on ? 'late' : 'due';
    return { ...each, dayNumber: on, missedFrom, status, paidOn: isPaid ? each.paidOn : null };
  });
}

function paymentsFor(
  { on, alreadyBooked, terms }: Proposal,
  covered: readonly CaseInvoice[],
  file: CaseFile,
): CaseFile['payments'] {
  const from = dayNumber(on);
  const ids = new Set(covered.map(({ id }) => id));
  return file.payments.filter(
    ({ id, invoiceId, amount, dayNumber: day }) =>
      amount.currency === terms.currency &&
      (day > from || (day === from && !alreadyBooked.includes(id))) &&
      (invoiceId === null || ids.has(invoiceId)),
  );
}

/** What is open on the covered invoices, less the credit that no other overdue invoice needs. */
function owedOn(
  currency: string,
  covered: readonly CaseInvoice[],
  file: CaseFile,
  apart: LastResort['apart'],
): number {
  const ids = new Set(covered.map(({ id }) => id));
  let open = 0;
  let others = 0;
  let credit = 0;
  for (const invoice of file.invoices) {
    if (invoice.open.currency !== currency) continue;
    if (invoice.kind === 'credit_note') credit += invoice.open.minor;
    else if (ids.has(invoice.id)) open += invoice.open.minor - (apart.get(invoice.id)?.writtenOffMinor ?? 0);
    else if (invoice.dueDay < file.today) others += invoice.open.minor;
  }
  return Math.max(0, open - Math.max(0, credit - others));
}
