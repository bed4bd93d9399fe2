// What customers asked us to send and nobody has sent yet: each is a task until a letter goes, or somebody says it is done.
import type { Day } from './calendar.ts';
import { dayOf } from './chase/day-number.ts';
import type { CustomerState } from './customer-state.ts';
import type { EventBody } from './ledger.ts';
import type { Outcome } from './outcome.ts';

type DocumentRequest = Extract<Outcome, { kind: 'document_request' }>;

export type OpenRequest = {
  readonly eventId: string;
  readonly document: DocumentRequest['document'];
  /** Numbers of the ledger, oldest due first; all that is open where they named none. */
  readonly invoices: readonly string[];
  readonly since: Day;
};

/** Oldest first. */
export function openRequests({ file }: CustomerState): OpenRequest[] {
  return file.events.flatMap((event): OpenRequest[] => {
    if (event.body.kind !== 'outcome' || event.body.outcome.kind !== 'document_request') return [];
    const { document, invoices: named } = event.body.outcome;
    const later = file.events.filter(({ at }) => at >= event.at);
    if (later.some(({ body }) => settles(body, event.id, document, named))) return [];
    const own = file.invoices.filter(({ kind }) => kind === 'invoice');
    const known = own.filter(({ number }) => named.includes(number));
    const concerned = known.length > 0 ? known : own.filter(({ open }) => open.minor > 0);
    const invoices = concerned.map(({ number }) => number);
    return [{ eventId: event.id, document, invoices, since: dayOf(event.day) }];
  });
}

const LETTERS = { statement: 'statement_sent', invoice_copy: 'copy_sent' } as const;

function settles(
  body: EventBody,
  requestId: string,
  document: DocumentRequest['document'],
  named: readonly string[],
): boolean {
  if (body.kind === 'request_done') return body.requestId === requestId;
  if (body.kind !== 'sent' && body.kind !== 'skipped') return false;
  if (document !== 'statement' && document !== 'invoice_copy') return false;
  if (body.step !== LETTERS[document]) return false;
  // A statement shows the whole account, so one answers every request for it.
  if (document === 'statement' || named.length === 0) return true;
  return (body.invoices ?? []).some((number) => named.includes(number));
}
