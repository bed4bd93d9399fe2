// What people do with a customer's mail: say whose it is, that they have seen it, or what follows from it.
import type { App } from '@slack/bolt';
import type { Noted } from '../flows/change-customer.ts';
import { honourStop, keepToPayment, lookAtMail, waitForReturn } from '../flows/look-at-mail.ts';
import { assignMail, passOver } from '../flows/show-mail.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { onClick, onSubmit, openModal, STALE } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, CALLBACKS, decodeValue } from './views/action-ids.ts';
import { parseWhose, whoseModal } from './views/whose-mail.ts';

type Work = (
  ports: Ports,
  click: { mailId: string; by: string },
) => Promise<Noted | { kind: 'passed' } | Refused>;

export function listenToMails(app: App, room: Room): void {
  const onMail = (actionId: string, work: Work) =>
    onClick(app, room, actionId, async (ports, { value, place }) => {
      const mail = decodeValue('mail', value);
      return mail ? answerOf(await work(ports, { mailId: mail.mailId, by: place.user })) : STALE;
    });
  onMail(ACTIONS.mailSeen, lookAtMail);
  onMail(ACTIONS.mailStop, honourStop);
  onMail(ACTIONS.mailOnlyPayment, keepToPayment);
  onMail(ACTIONS.mailWait, waitForReturn);
  onMail(ACTIONS.mailPass, passOver);
  onClick(app, room, ACTIONS.mailChoose, async (_ports, { value, triggerId }) => {
    const mail = decodeValue('mail', value);
    if (!mail) return STALE;
    await openModal(room, triggerId, whoseModal(mail.mailId));
    return undefined;
  });
  onSubmit(
    app,
    room,
    CALLBACKS.mailChoose,
    async (values, ports) => parseWhose(values, await ports.store.customerNames()),
    async (ports, { customerId }, { privateMetadata, place }) => {
      const mail = decodeValue('mail', privateMetadata);
      if (!mail) return STALE;
      const moved = await assignMail(ports, { mailId: mail.mailId, customerId, by: place.user });
      return moved.kind === 'refused' ? moved : undefined;
    },
  );
}

function answerOf(result: Awaited<ReturnType<Work>>): Answer {
  if (result.kind === 'refused') return result;
  return result.kind === 'noted' ? { kind: 'told', words: result.words } : undefined;
}
