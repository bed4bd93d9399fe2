// Requests of the last resort and what became of them: who agreed, whether it is in force, and what it sets apart.
import { partsOf } from '../last-resort-events.ts';
import type { EventBody } from '../ledger.ts';
import { type CaseInvoice, names, type StandingEvent } from './case-file.ts';

type Asking = Extract<EventBody, { kind: 'hand_over_asked' | 'write_off_asked' }>;
type Ending = Extract<EventBody, { kind: 'hand_over_ended' | 'write_off_ended' }>;
type Recorded<Body> = StandingEvent & { readonly body: Body };

export type Request<Body extends Asking = Asking> = {
  readonly id: string;
  readonly event: Recorded<Body>;
  /** asked → in_force → ended, or asked → declined. */
  readonly status: 'asked' | 'in_force' | 'declined' | 'ended';
  /** Different people, whoever asked first. */
  readonly approvers: readonly string[];
  /** What put it in force: the last agreement it needed, or the request itself. */
  readonly decided: StandingEvent | null;
  readonly end: Recorded<Ending> | null;
  /** What was told of it while it was in force. */
  readonly updates: readonly Recorded<Extract<EventBody, { kind: 'agency_update' }>>[];
};

export type HandOver = Request<Extract<EventBody, { kind: 'hand_over_asked' }>>;
export type WriteOff = Request<Extract<EventBody, { kind: 'write_off_asked' }>>;

/** What is not ours to chase, of one invoice. */
export type Apart = { readonly writtenOffMinor: number; readonly withAgency: boolean };

export type LastResort = {
  readonly handOvers: readonly HandOver[]; // oldest first
  readonly writeOffs: readonly WriteOff[];
  /** By invoice id. */
  readonly apart: ReadonlyMap<string, Apart>;
};

const STAGES: readonly (readonly EventBody['kind'][])[] = [
  ['hand_over_asked', 'write_off_asked'],
  ['request_approved', 'request_declined'],
  ['agency_update'],
  ['hand_over_ended', 'write_off_ended'],
];

const NONE: LastResort = { handOvers: [], writeOffs: [], apart: new Map() };

export function lastResortOf(events: readonly StandingEvent[], invoices: readonly CaseInvoice[]): LastResort {
  const requests = new Map<string, Request>();
  // Stage by stage, because what follows within the same instant has no order of its own.
  for (const stage of STAGES) {
    for (const event of events) if (stage.includes(event.body.kind)) take(requests, event);
  }
  if (requests.size === 0) return NONE;
  const all = [...requests.values()];
  const handOvers = all.filter(
    (request): request is HandOver => request.event.body.kind === 'hand_over_asked',
  );
  const writeOffs = all.filter(
    (request): request is WriteOff => request.event.body.kind === 'write_off_asked',
  );
  return { handOvers, writeOffs, apart: apartOf(invoices, handOvers, writeOffs) };
}

function take(requests: Map<string, Request>, event: StandingEvent): void {
  const { body } = event;
  if (body.kind === 'hand_over_asked' || body.kind === 'write_off_asked') {
    const enough = body.approvals <= 1;
    requests.set(event.id, {
      id: event.id,
      event: { ...event, body },
      status: enough ? 'in_force' : 'asked',
      approvers: [event.by],
      decided: enough ? event : null,
      end: null,
      updates: [],
    });
    return;
  }
  if (!('requestId' in body)) return;
  const request = requests.get(body.requestId);
  const after = request && next(request, event);
  if (after) requests.set(body.requestId, after);
}

/** What an event makes of a request; null where it comes too late, or says again what was said. */
function next(request: Request, event: StandingEvent): Request | null {
  const { body } = event;
  const { status } = request;
  if (status === 'asked') {
    if (body.kind === 'request_declined') return { ...request, status: 'declined', decided: event };
    if (body.kind !== 'request_approved' || request.approvers.includes(event.by)) return null;
    const approvers = [...request.approvers, event.by];
    return approvers.length >= request.event.body.approvals
      ? { ...request, approvers, status: 'in_force', decided: event }
      : { ...request, approvers };
  }
  if (status !== 'in_force') return null;
  if (body.kind === 'agency_update') return { ...request, updates: [...request.updates, { ...event, body }] };
  const ends =
    request.event.body.kind === 'hand_over_asked'
      ? body.kind === 'hand_over_ended'
      : body.kind === 'write_off_ended';
  return ends ? { ...request, status: 'ended', end: { ...event, body: body as Ending } } : null;
}

function apartOf(
  invoices: readonly CaseInvoice[],
  handOvers: readonly HandOver[],
  writeOffs: readonly WriteOff[],
): Map<string, Apart> {
  const apart = new Map<string, Apart>();
  const inForce = ({ status }: Request) => status === 'in_force';
  for (const invoice of invoices) {
    const withAgency = handOvers.some((one) => inForce(one) && covers(one, invoice));
    const given = writeOffs
      .filter(inForce)
      .flatMap(({ event }) => event.body.parts)
      .filter((part) => names([part.invoice], invoice) && part.amount.currency === invoice.open.currency)
      .reduce((sum, { amount }) => sum + amount.minor, 0);
    // What has been paid since is first taken as payment of the rest, so that nothing given up is ever asked for.
    const writtenOffMinor = Math.min(given, invoice.open.minor);
    if (withAgency || writtenOffMinor > 0) apart.set(invoice.id, { writtenOffMinor, withAgency });
  }
  return apart;
}

/** Whether an invoice is part of what was asked to be handed over. */
export function covers(
  { event }: HandOver,
  invoice: { readonly id: string; readonly number: string; readonly open: { readonly currency: string } },
): boolean {
  return partsOf(event.body).some(
    ({ currency, invoices }) => currency === invoice.open.currency && names(invoices, invoice),
  );
}

/** What of an invoice is neither in an agency's hands nor written off. */
export function oursOf({ id, open }: Pick<CaseInvoice, 'id' | 'open'>, apart: LastResort['apart']): number {
  const given = apart.get(id);
  return given?.withAgency ? 0 : open.minor - (given?.writtenOffMinor ?? 0);
}

export function currenciesOf({ event: { body } }: Request): string[] {
  return body.kind === 'hand_over_asked' ? partsOf(body).map(({ currency }) => currency) : [body.currency];
}
