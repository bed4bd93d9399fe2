// Money trouble: the form to assess it, from the record of what they said or from the customer's menu.
import type { App } from '@slack/bolt';
import { dayIn } from '../core/calendar.ts';
import { assessmentDesk, assessTrouble } from '../flows/assess-trouble.ts';
import type { Ports } from '../ports/ports.ts';
import { type Click, onClick, onSubmit, STALE, showModal } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, CALLBACKS, decodeValue } from './views/action-ids.ts';
import { assessmentModal, parseAssessment } from './views/assessment-modal.ts';

export function listenToAssessments(app: App, room: Room): void {
  const open = async (ports: Ports, click: Click, customerId: string | undefined): Promise<Answer> => {
    if (!customerId) return STALE;
    const desk = await assessmentDesk(ports, customerId);
    if (desk.kind === 'refused') return desk;
    await showModal(room, click, assessmentModal(desk));
    return undefined;
  };
  onClick(app, room, ACTIONS.assessOpen, (ports, click) =>
    open(ports, click, decodeValue('customer', click.value)?.customerId),
  );
  onClick(app, room, ACTIONS.assessFromReading, async (ports, click) => {
    const value = decodeValue('reading', click.value);
    const reading = value && (await ports.store.reading(value.readingId));
    return open(ports, click, reading?.customerId);
  });
  onSubmit(
    app,
    room,
    CALLBACKS.assess,
    async (values, ports) =>
      parseAssessment(values, dayIn((await ports.store.settings()).zone, ports.clock.now())),
    async (ports, found, { privateMetadata, place }) => {
      const value = decodeValue('customer', privateMetadata);
      if (!value) return STALE;
      const noted = await assessTrouble(ports, { customerId: value.customerId, found, by: place.user });
      return noted.kind === 'refused' ? noted : { kind: 'told', words: noted.words };
    },
    () => 'clear',
  );
}
