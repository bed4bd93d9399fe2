// What people do about a customer's own order number: ask for it, record it, take it back.
import type { App } from '@slack/bolt';
import { askForOrderNumber } from '../flows/ask-order-number.ts';
import { recordOrderNumber, takeBackOrderNumber } from '../flows/record-order-number.ts';
import { about, onCustomer, openFor } from './case-listeners.ts';
import { whereIs } from './dispute-listeners.ts';
import { onSubmit } from './hear.ts';
import type { Room } from './listen.ts';
import { ACTIONS, CALLBACKS } from './views/action-ids.ts';
import {
  orderNumberModal,
  orderTakeBackModal,
  parseOrderNumber,
  parseOrderTakeBack,
} from './views/order-forms.ts';

export function listenToOrders(app: App, room: Room): void {
  onCustomer(app, room, ACTIONS.orderAsk, async (ports, customerId, { place }) => {
    const drafted = await askForOrderNumber(ports, { customerId, by: place.user });
    if (drafted.kind === 'refused') return drafted;
    return { kind: 'told', words: await whereIs(ports, drafted.card, 'A letter that asks them') };
  });
  onCustomer(app, room, ACTIONS.orderNumber, (ports, customerId, click) =>
    openFor(room, ports, customerId, click, orderNumberModal),
  );
  onCustomer(app, room, ACTIONS.orderTakeBack, (ports, customerId, click) =>
    openFor(room, ports, customerId, click, orderTakeBackModal),
  );
  onSubmit(app, room, CALLBACKS.orderNumber, parseOrderNumber, (ports, input, { privateMetadata, place }) =>
    about(ports, privateMetadata, async (customerId) => {
      const recorded = await recordOrderNumber(ports, { ...input, customerId, by: place.user });
      if (recorded.kind === 'refused' || recorded.letter === null) return recorded;
      const { letter } = recorded;
      const told = letter.kind === 'refused' ? letter.because : await whereIs(ports, letter.card);
      return { kind: 'noted', words: `${recorded.words} ${told}` };
    }),
  );
  onSubmit(
    app,
    room,
    CALLBACKS.orderTakeBack,
    parseOrderTakeBack,
    (ports, input, { privateMetadata, place }) =>
      about(ports, privateMetadata, (customerId) =>
        takeBackOrderNumber(ports, { ...input, customerId, by: place.user }),
      ),
  );
}
