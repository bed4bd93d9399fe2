// What of a dispute is ours to do: who settles it, by when, whether it was acknowledged, and which credit is still to come.
import type { Day } from './calendar.ts';
import { compare } from './chase/case-file.ts';
import { dayNumber, dayOf } from './chase/day-number.ts';
import { type Dispute, disputesOf, reasonsOf } from './chase/disputes.ts';
import type { CustomerState } from './customer-state.ts';
import type { EventBody, Invoice, Ledger } from './ledger.ts';
import { formatMoney, type Money, sumByCurrency } from './money.ts';
import type { DisputeReason } from './outcome.ts';

export type OpenDispute = {
  readonly eventId: string;
  readonly customerId: string;
  readonly invoices: readonly string[]; // numbers, oldest due first
  /** What is contested, by currency. */
  readonly amount: readonly Money[];
  /** The newest last. */
  readonly reasons: readonly DisputeReason[];
  readonly since: Day;
  /** A Slack user id; the account manager until somebody is named, and null where there is none. */
  readonly owner: string | null;
  /** False: nobody was named, and owner and day are what we take for granted. */
  readonly isAssigned: boolean;
  readonly next: string | null;
  readonly due: Day;
  /** Since they last spoke of it, a letter said that we heard them, or a person chose to send none. */
  readonly isAcknowledged: boolean;
  readonly acknowledgeBy: Day;
};

export type MissingCredit = {
  readonly eventId: string;
  readonly customerId: string;
  readonly invoices: readonly string[];
  readonly amount: Money;
  readonly since: Day;
  /** The books were read in since then, and it was not in them. */
  readonly wasExpected: boolean;
};

/** To acknowledge a dispute, until somebody says otherwise to settle it, and to send what was asked for. */
export const ANSWER_BUSINESS_DAYS = 1;

/** The most pressing first. */
export function openDisputes(state: CustomerState): OpenDispute[] {
  const { file, disputes } = state;
  const byEvent = new Map<string, Dispute[]>();
  for (const invoice of file.invoices) {
    const dispute = disputes.get(invoice.id);
    if (!dispute || invoice.open.minor === 0) continue;
    byEvent.set(dispute.event.id, [...(byEvent.get(dispute.event.id) ?? []), dispute]);
  }
  return [...byEvent.values()]
    .flatMap((group) => openDispute(group, state))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function openDispute(group: readonly Dispute[], { file }: CustomerState): OpenDispute[] {
  const [first] = group;
  if (!first) return [];
  const { event } = first;
  const told = group.flatMap((dispute) => dispute.told).sort((a, b) => compare(a.event.at, b.event.at));
  const last = told.at(-1)?.event ?? event;
  const invoices = file.invoices.filter(({ id }) => group.some(({ invoiceId }) => invoiceId === id));
  const named = file.events.findLast(
    ({ body }) => body.kind === 'dispute_owned' && body.disputeId === event.id,
  )?.body;
  const assigned = named?.kind === 'dispute_owned' ? named : null;
  const byDefault = dayOf(file.calendar.add(event.day, ANSWER_BUSINESS_DAYS));
  const numbers = invoices.map(({ number }) => number);
  // Of what they spoke of last.
  const lately = invoices
    .filter(({ id }) =>
      group.some(
        ({ invoiceId, told: own }) => invoiceId === id && own.some((one) => one.event.id === last.id),
      ),
    )
    .map(({ number }) => number);
  return [
    {
      eventId: event.id,
      customerId: file.customer.id,
      invoices: numbers,
      amount: sumByCurrency(
        invoices.map(({ id, open }) => {
          const part = group.find(({ invoiceId }) => invoiceId === id)?.partMinor ?? open.minor;
          return { ...open, minor: Math.min(part, open.minor) };
        }),
      ),
      reasons: reasonsOf({ told }),
      since: dayOf(event.day),
      owner: assigned?.owner ?? file.customer.accountManager,
      isAssigned: assigned !== null,
      next: assigned?.next ?? null,
      due: assigned?.due ?? byDefault,
      isAcknowledged: file.events.some(({ at, body }) => at >= last.at && answers(body, lately)),
      acknowledgeBy: dayOf(file.calendar.add(last.day, ANSWER_BUSINESS_DAYS)),
    },
  ];
}

/** A letter about these invoices, or a person's choice to send none. */
function answers(body: EventBody, numbers: readonly string[]): boolean {
  if (body.kind !== 'sent' && body.kind !== 'skipped') return false;
  const about = body.invoices ?? [];
  // Where only their order number is missing, the letter that asks for it says that we heard them.
  const isAnswer = body.step === 'dispute_received' || body.step === 'po_asked';
  return isAnswer && about.some((invoice) => numbers.includes(invoice));
}

export function missingCredits(state: CustomerState, { freshAt }: Pick<Ledger, 'freshAt'>): MissingCredit[] {
  return state.creditsDue.map(({ id, at, day, amount, invoices }) => ({
    eventId: id,
    customerId: state.file.customer.id,
    invoices,
    amount,
    since: dayOf(day),
    wasExpected: freshAt !== null && freshAt > at,
  }));
}

/** Days that are left before a dispute is to be settled or a request answered; negative once it is overdue. */
export function daysLeft({ due }: { readonly due: Day }, today: Day): number {
  return dayNumber(due) - dayNumber(today);
}

/** Why a sum cannot be credited on these invoices, one sentence; null where it can. */
export function creditObjection(amount: Money, invoices: readonly Invoice[], locale: string): string | null {
  const [open, another] = sumByCurrency(invoices.map((invoice) => invoice.open));
  if (!open || another || open.currency !== amount.currency) {
    return `A credit of ${formatMoney(amount, locale)} is for invoices in ${amount.currency} alone. Choose only those.`;
  }
  return amount.minor > open.minor
    ? `Only ${formatMoney(open, locale)} is open on what was chosen, so no more than that can be credited.`
    : null;
}

/** Why nothing would be in dispute again without this end of it, one sentence; null: something would. */
export function whyNotReopened(resolutionId: string, state: CustomerState, name: string): string | null {
  const { file, disputes } = state;
  const events = file.events.filter(({ id }) => id !== resolutionId);
  const without = disputesOf({ ...file, events }).open;
  const ended = new Set(
    disputesOf(file).resolved.flatMap((one) => (one.eventId === resolutionId ? [one.invoiceId] : [])),
  );
  const unpaid = file.invoices.filter(({ id, open }) => ended.has(id) && open.minor > 0);
  if (unpaid.length === 0)
    return `${name} owe nothing any more of what this was about, so there is nothing to reopen.`;
  const isBack = unpaid.some(({ id }) => without.get(id)?.event.id !== disputes.get(id)?.event.id);
  return isBack ? null : 'This dispute was settled once more after that. Reopen the later one instead.';
}
