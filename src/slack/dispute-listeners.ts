// What people do about a dispute: name who settles it, say that we heard them, end it, open it again.
import type { App } from '@slack/bolt';
import {
  acknowledgeDispute,
  nameDisputeOwner,
  reopenDispute,
  resolveDispute,
} from '../flows/settle-dispute.ts';
import type { Ports } from '../ports/ports.ts';
import { about, onCustomer, openFor, viewOf } from './case-listeners.ts';
import { onSubmit, type Submission } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, CALLBACKS, decodeValue } from './views/action-ids.ts';
import {
  disputeOwnerModal,
  parseDisputeOwner,
  parseReopenDispute,
  parseResolveDispute,
  reopenDisputeModal,
  resolveDisputeModal,
} from './views/dispute-modals.ts';

export function listenToDisputes(app: App, room: Room): void {
  onCustomer(app, room, ACTIONS.caseResolve, (ports, customerId, click) =>
    openFor(room, ports, customerId, click, resolveDisputeModal),
  );
  onCustomer(app, room, ACTIONS.disputeOwner, (ports, customerId, click) =>
    openFor(room, ports, customerId, click, (view) => disputeOwnerModal(view, null)),
  );
  onCustomer(app, room, ACTIONS.disputeReopen, (ports, customerId, click) =>
    openFor(room, ports, customerId, click, reopenDisputeModal),
  );
  onCustomer(app, room, ACTIONS.disputeHeard, (ports, customerId, { place }) =>
    sayWeHeard(ports, customerId, place.user),
  );
  onSubmit(
    app,
    room,
    CALLBACKS.disputeOwner,
    async (values, ports, submission) => {
      const view = await viewFor(ports, submission);
      return view && parseDisputeOwner(values, view.today);
    },
    (ports, input, { privateMetadata, place }) =>
      about(ports, privateMetadata, (customerId) =>
        nameDisputeOwner(ports, { ...input, customerId, by: place.user }),
      ),
  );
  onSubmit(
    app,
    room,
    CALLBACKS.caseResolve,
    async (values, ports, submission) => {
      const view = await viewFor(ports, submission);
      return view && parseResolveDispute(values, view);
    },
    (ports, input, { privateMetadata, place }) =>
      about(ports, privateMetadata, async (customerId) => {
        const resolved = await resolveDispute(ports, { ...input, customerId, by: place.user });
        if (resolved.kind === 'refused') return resolved;
        const { letter } = resolved;
        const told = letter.kind === 'refused' ? letter.because : await whereIs(ports, letter.card);
        return { kind: 'noted', words: `${resolved.words} ${told}` };
      }),
  );
  onSubmit(
    app,
    room,
    CALLBACKS.disputeReopen,
    parseReopenDispute,
    (ports, input, { privateMetadata, place }) =>
      about(ports, privateMetadata, (customerId) =>
        reopenDispute(ports, { ...input, customerId, by: place.user }),
      ),
  );
}

async function viewFor(ports: Ports, { privateMetadata }: Submission) {
  const value = decodeValue('customer', privateMetadata);
  return value && viewOf(ports, value.customerId);
}

/** The most pressing dispute that nobody has answered. */
async function sayWeHeard(ports: Ports, customerId: string, by: string): Promise<Answer> {
  const view = await viewOf(ports, customerId);
  const dispute = view?.disputes.find(({ isAcknowledged }) => !isAcknowledged);
  if (!dispute) return { kind: 'refused', because: 'Every dispute of theirs was acknowledged already.' };
  const drafted = await acknowledgeDispute(ports, { customerId, disputeId: dispute.eventId, by });
  return drafted.kind === 'refused' ? drafted : { kind: 'told', words: await whereIs(ports, drafted.card) };
}

/** Where the letter is that was drafted, said to whoever asked for it. */
export async function whereIs(
  ports: Ports,
  card: { channel: string; ts: string },
  what = 'A letter that tells them',
): Promise<string> {
  const link = await ports.chat.linkTo(card);
  return link ? `${what} waits in the case: <${link}|open it>.` : `${what} waits in the case.`;
}
