// What people do about something a customer asked for: send the statement, attach the invoice, say that it is done.
import type { App } from '@slack/bolt';
import { MAX_COPY_BYTES, sendCopy, sendStatement, settleRequest } from '../flows/answer-request.ts';
import { about, onCustomer, openFor, viewOf } from './case-listeners.ts';
import { whereIs } from './dispute-listeners.ts';
import { onSubmit } from './hear.ts';
import { download, type SharedFile } from './import-listeners.ts';
import type { Room } from './listen.ts';
import { ACTIONS, CALLBACKS, decodeValue } from './views/action-ids.ts';
import { copyModal, parseCopy, parseRequestDone, requestDoneModal } from './views/document-forms.ts';

export function listenToDocuments(app: App, room: Room): void {
  onCustomer(app, room, ACTIONS.requestStatement, async (ports, customerId, { place }) => {
    const drafted = await sendStatement(ports, { customerId, by: place.user });
    return drafted.kind === 'refused' ? drafted : { kind: 'told', words: await whereIs(ports, drafted.card) };
  });
  onCustomer(app, room, ACTIONS.requestCopy, (ports, customerId, click) =>
    openFor(room, ports, customerId, click, copyModal),
  );
  onCustomer(app, room, ACTIONS.requestDone, (ports, customerId, click) =>
    openFor(room, ports, customerId, click, requestDoneModal),
  );
  onSubmit(
    app,
    room,
    CALLBACKS.requestCopy,
    async (values, ports, { privateMetadata }) => {
      const value = decodeValue('customer', privateMetadata);
      const view = value && (await viewOf(ports, value.customerId));
      return view && parseCopy(values, view, MAX_COPY_BYTES);
    },
    (ports, { requestId, invoice, file }, { privateMetadata, place }) =>
      about(ports, privateMetadata, async (customerId) => {
        const { file: info } = await room.client.files.info({ file: file.id });
        const bytes = await download(room, info as SharedFile);
        const drafted = await sendCopy(ports, { customerId, requestId, invoice, bytes, by: place.user });
        if (drafted.kind === 'refused') return drafted;
        return { kind: 'noted', words: await whereIs(ports, drafted.card) };
      }),
  );
  onSubmit(app, room, CALLBACKS.requestDone, parseRequestDone, (ports, input, { privateMetadata, place }) =>
    about(ports, privateMetadata, (customerId) =>
      settleRequest(ports, { ...input, customerId, by: place.user }),
    ),
  );
}
