// What customers asked us to send and nobody has sent yet: each is a task until a letter goes, or somebody says it is done.
import type { Day } from './calendar.ts';
import { names } from './chase/case-file.ts';
import { dayOf } from './chase/day-number.ts';
import type { CustomerState } from './customer-state.ts';
import { ANSWER_BUSINESS_DAYS, openDisputes } from './dispute-care.ts';
import type { EventBody } from './ledger.ts';
import { isToldFor, orderNumbers, toldNumber } from './order-number.ts';
import type { Outcome } from './outcome.ts';

type DocumentRequest = Extract<Outcome, { kind: 'document_request' }>;

export type OpenRequest = {
  readonly eventId: string;
  readonly customerId: string;
  readonly document: DocumentRequest['document'];
  /** Numbers of the ledger, oldest due first; all that is open where they named none. */
  readonly invoices: readonly string[];
  readonly since: Day;
  /** Who looks after the customer, a Slack user id; null: nobody does. */
  readonly owner: string | null;
  readonly due: Day;
  /** Of an order number: when we last asked them for it, so that they are the ones to answer; null elsewhere. */
  readonly askedOn: Day | null;
};

/** Oldest first. */
export function openRequests({ file }: CustomerState): OpenRequest[] {
  return file.events.flatMap((event): OpenRequest[] => {
    if (event.body.kind !== 'outcome' || event.body.outcome.kind !== 'document_request') return [];
    const { document, invoices: named } = event.body.outcome;
    const later = file.events.filter(({ at }) => at >= event.at);
    const own = file.invoices.filter(({ kind }) => kind === 'invoice');
    const known = own.filter(({ number }) => named.includes(number));
    if (later.some(({ body }) => settles(body, event.id, document, known.length > 0))) return [];
    const concerned = known.length > 0 ? known : own.filter(({ open }) => open.minor > 0);
    const isAnswered = (invoice: (typeof own)[number]) =>
      later.some(({ body, at }) => {
        if (document === 'invoice_copy')
          return isLetter(body, 'copy_sent') && names(body.invoices ?? [], invoice);
        const told = document === 'po_number' ? toldNumber(body) : null;
        return told !== null && isToldFor(told, at, invoice);
      });
    const left = concerned.filter((invoice) => !isAnswered(invoice));
    if (left.length === 0 && concerned.length > 0) return [];
    const asked = later.findLast(
      ({ body }) =>
        body.kind === 'sent' &&
        body.step === 'po_asked' &&
        left.some((invoice) => names(body.invoices, invoice)),
    );
    return [
      {
        eventId: event.id,
        customerId: file.customer.id,
        document,
        invoices: left.map(({ number }) => number),
        since: dayOf(event.day),
        owner: file.customer.accountManager,
        due: dayOf(file.calendar.add(event.day, ANSWER_BUSINESS_DAYS)),
        askedOn: document === 'po_number' && asked ? dayOf(asked.day) : null,
      },
    ];
  });
}

/** A letter that went, or a person's choice to send none. */
function isLetter(body: EventBody, step: string): body is Extract<EventBody, { kind: 'sent' | 'skipped' }> {
  return (body.kind === 'sent' || body.kind === 'skipped') && body.step === step;
}

/** The whole of it at once. `isNamed`: they named invoices, of which each wants a copy of its own. */
function settles(
  body: EventBody,
  requestId: string,
  document: DocumentRequest['document'],
  isNamed: boolean,
): boolean {
  if (body.kind === 'request_done') return body.requestId === requestId;
  // A statement shows the whole account, so one answers every request for it.
  if (document === 'statement') return isLetter(body, 'statement_sent');
  return document === 'invoice_copy' && !isNamed && isLetter(body, 'copy_sent');
}

/** An order number that they want to see on invoices and that we do not know. */
export type WantedNumber = {
  /** The request, or the dispute over what is missing. */
  readonly eventId: string;
  readonly invoices: readonly string[];
};

/** An order number that was told, with the invoices for which it stands. */
export type StandingNumber = {
  readonly eventId: string;
  readonly number: string;
  readonly invoices: readonly string[]; // numbers, oldest due first
};

/** Newest first. */
export function standingNumbers({ file }: CustomerState): StandingNumber[] {
  const known = orderNumbers(file.events, file.invoices);
  return file.events
    .flatMap(({ id: eventId }): StandingNumber[] => {
      const own = file.invoices.filter(({ id }) => known.get(id)?.eventId === eventId);
      const number = own[0] && known.get(own[0].id)?.number;
      return number ? [{ eventId, number, invoices: own.map((invoice) => invoice.number) }] : [];
    })
    .reverse();
}

/** Where nothing is left to ask about, the request or dispute is not among them. Requests first, oldest first. */
export function wantedNumbers(state: CustomerState): WantedNumber[] {
  const { file } = state;
  const known = orderNumbers(file.events, file.invoices);
  const isKnown = (number: string) =>
    file.invoices.some((invoice) => invoice.number === number && known.has(invoice.id));
  const seen = new Set<string>();
  return [
    ...openRequests(state).filter(({ document }) => document === 'po_number'),
    ...openDisputes(state).filter(({ reasons }) => reasons.includes('missing_po')),
  ].flatMap(({ eventId, invoices }) => {
    const wanted = invoices.filter((number) => !isKnown(number) && !seen.has(number));
    for (const number of wanted) seen.add(number);
    return wanted.length > 0 ? [{ eventId, invoices: wanted }] : [];
  });
}

/** Why they need not be asked for the order number of these invoices, one sentence; null: we do not know it yet. */
export function whyNotAsked(state: CustomerState, invoices: readonly string[]): string | null {
  const { file } = state;
  const known = orderNumbers(file.events, file.invoices);
  for (const invoice of file.invoices) {
    const number = names(invoices, invoice) ? known.get(invoice.id) : undefined;
    if (number)
      return `Their order number for ${invoice.number} is known: ${number.number}. There is nothing to ask.`;
  }
  const wanted = new Set(wantedNumbers(state).flatMap((one) => one.invoices));
  return invoices.length > 0 && invoices.every((number) => wanted.has(number))
    ? null
    : 'What this asks about was settled or taken back, so there is nothing to ask.';
}
