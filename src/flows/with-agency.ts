// What comes after a hand-over: the agency's reports, and calling it back.
import { dayIn } from '../core/calendar.ts';
import { covers } from '../core/chase/last-resort.ts';
import { listed } from '../core/chase/speaker.ts';
import type { HandOverEnd } from '../core/last-resort-events.ts';
import { formatMoney, type Money } from '../core/money.ts';
import { isHandOver } from '../core/request-view.ts';
import type { MessageRef, Ports, Refused } from '../ports.ts';
import { mayApprove } from './decide-draft.ts';
import {
  after,
  decidedWords,
  type Found,
  findRequest,
  inTurn,
  NOT_APPROVER,
  record,
  redraw,
  type Told,
} from './requests.ts';

type About = { customerId: string; requestId: string; by: string; card: MessageRef | null };

/** In force, or why nothing more can be recorded of it. */
async function inForce(ports: Ports, { customerId, requestId, card }: About): Promise<Found | Refused> {
  const found = await findRequest(ports, customerId, requestId);
  if ('kind' in found) return found;
  if (isHandOver(found.request) && found.request.status === 'in_force') return found;
  await redraw(ports, found, card);
  return { kind: 'refused', because: decidedWords(found.request) };
}

export async function logAgencyUpdate(
  ports: Ports,
  input: About & { note: string; recovered: Money | null; fee: Money | null },
): Promise<Told | Refused> {
  return inTurn(ports, input.customerId, async () => {
    const found = await inForce(ports, input);
    if ('kind' in found) return found;
    const { note, recovered, fee, requestId, customerId, by } = input;
    const { locale } = found.situation.settings;
    if (fee && (!recovered || fee.minor > recovered.minor)) {
      const got = recovered ? formatMoney(recovered, locale) : 'nothing';
      return {
        kind: 'refused',
        because: `A fee of ${formatMoney(fee, locale)} on ${got} recovered cannot be. Look the figures up and log the update again.`,
      };
    }
    await record(ports, customerId, by, { kind: 'agency_update', requestId, note, recovered, fee });
    const now = await after(ports, found, input.card);
    if ('kind' in now) return now;
    const booked = recovered ? ' Enter what came in your books as well: I never change them.' : '';
    return { kind: 'told', words: `Logged.${booked}` };
  });
}

export async function callBack(
  ports: Ports,
  input: About & { why: HandOverEnd; note: string },
): Promise<Told | Refused> {
  return inTurn(ports, input.customerId, async () => {
    const found = await inForce(ports, input);
    if ('kind' in found) return found;
    const { settings } = found.situation;
    if (!mayApprove(settings, input.by)) return NOT_APPROVER;
    const open = handedOver(found);
    if (input.why === 'paid' && open.length > 0) {
      const numbers = listed(open, 3);
      return {
        kind: 'refused',
        because: `${numbers} ${open.length === 1 ? 'is' : 'are'} still open in the books. Import them first, or choose another reason.`,
      };
    }
    const { requestId, customerId, by, why, note } = input;
    await record(ports, customerId, by, { kind: 'hand_over_ended', requestId, why, note });
    const now = await after(ports, found, input.card);
    if ('kind' in now) return now;
    const next =
      open.length > 0
        ? 'What is still open is asked for softly, as if it were new.'
        : 'Nothing of it is open any more.';
    return { kind: 'told', words: `Called back. Tell the agency so. ${next}` };
  });
}

/** Numbers of the handed-over invoices that the books still have as open. */
function handedOver({ request, state }: Found): string[] {
  if (!isHandOver(request)) return [];
  return state.file.invoices
    .filter((invoice) => invoice.open.minor > 0 && covers(request, invoice))
    .map(({ number }) => number);
}

/** Said once in the case's thread: what an agency has is paid in the books, and the agency must hear of it. */
export async function tellPaidWithAgency(ports: Ports): Promise<void> {
  const { events } = await ports.store.ledger();
  const asked = events.filter(({ body }) => body.kind === 'hand_over_asked');
  for (const { customerId, id, at } of asked) {
    const found = await findRequest(ports, customerId, id);
    if ('kind' in found || found.request.status !== 'in_force' || handedOver(found).length > 0) continue;
    const kase = await ports.store.caseOf(customerId);
    const { settings, now } = found.situation;
    if (!kase?.card || !(await ports.store.claimJob(`agency paid ${id}`, dayIn(settings.zone, at), now)))
      continue;
    await ports.chat.say(
      'All that was handed over is paid in the books. Tell the agency so, and press *Call it back* on the card of the hand-over.',
      { channel: kase.card.channel, threadTs: kase.card.ts },
    );
  }
}
