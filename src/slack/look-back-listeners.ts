// The two questions about a case that is over: answered in a form, or skipped; the answers then stand in the thread.
import type { App } from '@slack/bolt';
import { lookBack } from '../flows/look-back.ts';
import { showCustomer } from '../flows/show-overdue.ts';
import type { Ports } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { onClick, onSubmit, openModal, STALE } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, CALLBACKS, decodeValue } from './views/action-ids.ts';
import { type Answers, lookBackModal, lookedBackCard, parseLookBack } from './views/look-back.ts';

export function listenToLookingBack(app: App, room: Room): void {
  onClick(app, room, ACTIONS.lookBackOpen, async (ports, { value, message, triggerId }) => {
    const about = decodeValue('customer', value);
    const seen = about && (await showCustomer(ports, about.customerId));
    if (seen?.kind !== 'found' || !message) return STALE;
    const { id, name } = seen.view.customer;
    await openModal(room, triggerId, lookBackModal({ customerId: id, ...message }, name));
    return undefined;
  });
  onClick(app, room, ACTIONS.lookBackSkip, async (ports, { value, message, place }) => {
    const about = decodeValue('customer', value);
    if (!about || !message) return STALE;
    const skipped = { worked: null, differently: null };
    return keep(room, ports, { customerId: about.customerId, card: message, by: place.user, ...skipped });
  });
  onSubmit(
    app,
    room,
    CALLBACKS.lookBack,
    parseLookBack,
    async (ports, answers, { privateMetadata, place }) => {
      const about = decodeValue('lookBack', privateMetadata);
      if (!about) return STALE;
      const { customerId, channel, ts } = about;
      return keep(room, ports, { customerId, card: { channel, ts }, by: place.user, ...answers });
    },
  );
}

/** Whoever comes second is told so, and their words are not lost: they get them back. */
async function keep(
  room: Room,
  ports: Ports,
  given: Answers & { customerId: string; card: MessageRef; by: string },
): Promise<Answer> {
  const { card, ...answer } = given;
  const kept = await lookBack(ports, answer);
  const words = [answer.worked, answer.differently].filter((one) => one !== null).join(' / ');
  if (kept.kind === 'refused')
    return words ? { ...kept, because: `${kept.because} You wrote: ${words}` } : kept;
  await room.outbox.update(card, () => lookedBackCard(answer));
  return words ? { kind: 'told', words: kept.words } : undefined;
}
