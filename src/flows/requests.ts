// Requests that need more than one person: agreed to, declined, and read again from what was recorded.
import type { Request } from '../core/chase/last-resort.ts';
import type { CustomerState } from '../core/customer-state.ts';
import type { CaseEvent, EventBody } from '../core/ledger.ts';
import type { RequestView } from '../core/request-view.ts';
import { isHandOver } from '../core/request-view.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { mayApprove } from './decide-draft.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER, openCase, refreshCase } from './keep-case.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { stopStaleDrafts } from './send-approved.ts';

export type Told = { readonly kind: 'told'; readonly words: string };

export const NOT_APPROVER: Refused = {
  kind: 'refused',
  because: 'Only an approver can do this. An owner can add you under Settings on my Home tab.',
};

const GONE: Refused = {
  kind: 'refused',
  because: 'That request is gone. Open the case again with /overdue and its name.',
};

export type Found = {
  readonly situation: Situation;
  readonly state: CustomerState;
  readonly request: Request;
};

export async function findRequest(
  ports: Ports,
  customerId: string,
  requestId: string,
): Promise<Found | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { state } = situation;
  const { handOvers, writeOffs } = state.lastResort;
  const request = [...handOvers, ...writeOffs].find(({ id }) => id === requestId);
  return request ? { situation, state, request } : GONE;
}

export function viewOfRequest({ situation, request }: Pick<Found, 'situation' | 'request'>): RequestView {
  const { settings, customer, today } = situation;
  const { body } = request.event;
  return {
    customer: { id: customer.id, name: customer.name },
    request,
    agency:
      body.kind === 'hand_over_asked'
        ? (settings.agencies.find(({ id }) => id === body.agencyId) ?? null)
        : null,
    weights: settings.agencyWeights,
    today,
    locale: settings.locale,
    zone: settings.zone,
  };
}

/** Everything about one customer's requests is done by one at a time: two clicks find each other's records. */
export function inTurn<T>(ports: Ports, customerId: string, work: () => Promise<T>): Promise<T> {
  return oneAtATime(`last resort ${ports.store.workspaceId} ${customerId}`, work);
}

/** `card`: where a button was pressed for it, so that the card can be found again. */
export async function record(
  ports: Ports,
  customerId: string,
  by: string,
  body: EventBody,
  card: MessageRef | null = null,
): Promise<CaseEvent> {
  const source = card && { channel: card.channel, ts: card.ts, quote: '' };
  return ports.store.addEvent({ customerId, at: ports.clock.now(), by, source, body });
}

/** After something was recorded: letters that no longer fit are stopped, and the cards are drawn again. */
export async function settle(ports: Ports, customerId: string): Promise<void> {
  await stopStaleDrafts(ports, customerId);
  await refreshCase(ports, customerId);
}

/** Records the request and puts its card into the case's thread. Opening the case first, so that no request lacks a card. */
export async function ask(
  ports: Ports,
  customerId: string,
  by: string,
  body: Extract<EventBody, { kind: 'hand_over_asked' | 'write_off_asked' }>,
): Promise<{ readonly kind: 'asked'; readonly found: Found; readonly card: MessageRef } | Refused> {
  const opened = await openCase(ports, customerId);
  if (opened.kind === 'refused') return opened;
  const event = await record(ports, customerId, by, body);
  const found = await findRequest(ports, customerId, event.id);
  if ('kind' in found) return found;
  const card = await ports.chat.postRequest(viewOfRequest(found), opened.card);
  await settle(ports, customerId);
  return { kind: 'asked', found, card };
}

export type Decision = { customerId: string; requestId: string; by: string; card: MessageRef | null };

/**
 * One more person agrees. What is recorded decides: the same person twice is one, and one too many changes nothing.
 * `check`: asked anew at this moment; a sentence stops it.
 */
export async function agree(
  ports: Ports,
  { customerId, requestId, by, card }: Decision,
  check: (found: Found) => Promise<string | null>,
): Promise<Found | Refused> {
  const found = await findRequest(ports, customerId, requestId);
  if ('kind' in found) return found;
  const { settings } = found.situation;
  if (!mayApprove(settings, by)) return NOT_APPROVER;
  const { request } = found;
  if (request.status !== 'asked') {
    await redraw(ports, found, card);
    return { kind: 'refused', because: decidedWords(request) };
  }
  if (request.approvers.includes(by)) {
    const words = request.event.by === by ? 'You asked for this yourself' : 'You have agreed already';
    return { kind: 'refused', because: `${words}: another person must agree. ${whoMay(settings, request)}` };
  }
  const objection = await check(found);
  if (objection) return { kind: 'refused', because: objection };
  await record(ports, customerId, by, { kind: 'request_approved', requestId }, card);
  return after(ports, found, card);
}

export async function decline(
  ports: Ports,
  { customerId, requestId, by, card, reason }: Decision & { reason: string },
): Promise<Told | Refused> {
  return inTurn(ports, customerId, async () => {
    const found = await findRequest(ports, customerId, requestId);
    if ('kind' in found) return found;
    if (!mayApprove(found.situation.settings, by)) return NOT_APPROVER;
    if (found.request.status !== 'asked') {
      await redraw(ports, found, card);
      return { kind: 'refused', because: decidedWords(found.request) };
    }
    await record(ports, customerId, by, { kind: 'request_declined', requestId, reason });
    const now = await after(ports, found, card);
    return 'kind' in now ? now : { kind: 'told', words: 'Declined. Everything goes on as before.' };
  });
}

/** Reads the request again, draws its card, and settles what depends on it. */
export async function after(
  ports: Ports,
  { situation, request }: Found,
  card: MessageRef | null,
): Promise<Found | Refused> {
  const now = await findRequest(ports, situation.customer.id, request.id);
  if ('kind' in now) return now;
  await redraw(ports, now, card);
  await settle(ports, situation.customer.id);
  return now;
}

export async function redraw(ports: Ports, found: Found, card: MessageRef | null): Promise<void> {
  if (card) await ports.chat.updateRequest(viewOfRequest(found), card);
}

export function decidedWords(request: Request): string {
  const what = isHandOver(request) ? 'The hand-over' : 'The write-off';
  const words: Readonly<Record<Request['status'], string>> = {
    asked: 'still waits for somebody to agree',
    in_force: 'was agreed already',
    declined: 'was declined already',
    ended: 'has ended already',
  };
  return `${what} ${words[request.status]}.`;
}

export function whoMay({ approvers, owners }: Settings, { approvers: agreed }: Request): string {
  const others = [...new Set([...approvers, ...owners])].filter((id) => !agreed.includes(id));
  return others.length > 0
    ? `Ask ${others.map((id) => `<@${id}>`).join(' or ')}.`
    : 'Nobody else may: an owner can add an approver under Settings.';
}
