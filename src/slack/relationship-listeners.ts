// What people do to keep a customer: see how it stands, note what they know, thank them, call them.
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { CaseView } from '../core/case-view.ts';
import { type Noted, putOffCall } from '../flows/change-customer.ts';
import { mayApprove } from '../flows/decide-draft.ts';
import { thankCustomer } from '../flows/draft-courtesy.ts';
import { noteRelationship, takeBackNote } from '../flows/note-relationship.ts';
import { refreshDigest } from '../flows/post-digest.ts';
import { showCustomer } from '../flows/show-overdue.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Click, onClick, onSubmit, STALE, showModal } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, CALLBACKS, decodeValue } from './views/action-ids.ts';
import { noteModal, parseNote, relationshipModal } from './views/relationship.ts';

export function listenToRelationships(app: App, room: Room): void {
  const onCustomer = (
    actionId: string,
    work: (ports: Ports, customerId: string, click: Click) => Promise<Answer>,
  ) =>
    onClick(app, room, actionId, async (ports, click) => {
      const about = decodeValue('customer', click.value);
      return about ? work(ports, about.customerId, click) : STALE;
    });

  onCustomer(ACTIONS.caseThank, async (ports, customerId, { place }) => {
    const drafted = await thankCustomer(ports, { customerId, by: place.user });
    if (drafted.kind === 'refused') return drafted;
    const link = await ports.chat.linkTo(drafted.card);
    const words = drafted.isNew ? 'The thank-you is drafted' : 'There is a draft already';
    return { kind: 'told', words: link ? `${words}: <${link}|open it>.` : `${words}.` };
  });
  onCustomer(ACTIONS.caseNotNow, async (ports, customerId, { place }) => {
    const noted = await putOffCall(ports, { customerId, by: place.user });
    if (noted.kind === 'noted') await refreshDigest(ports, 0);
    return answerOf(noted);
  });
  onCustomer(ACTIONS.caseRelationship, (ports, customerId, click) =>
    open(room, ports, customerId, click, relationshipModal),
  );
  onCustomer(ACTIONS.caseNote, (ports, customerId, click) => open(room, ports, customerId, click, noteModal));
  onClick(app, room, ACTIONS.caseNoteBack, async (ports, { value, view, place }) => {
    const note = decodeValue('note', value);
    if (!note || !view) return STALE;
    const noted = await takeBackNote(ports, { ...note, by: place.user });
    const seen = await showCustomer(ports, note.customerId);
    if (seen.kind === 'found') {
      const { id, hash } = view;
      await room.client.views.update({ view_id: id, hash, view: relationshipModal(seen.view) });
    }
    return noted.kind === 'refused' ? noted : undefined;
  });
  onSubmit(
    app,
    room,
    CALLBACKS.caseNote,
    async (values, ports, { place }) =>
      parseNote(values, mayApprove(await ports.store.settings(), place.user)),
    async (ports, note, { privateMetadata, place }) => {
      const about = decodeValue('customer', privateMetadata);
      if (!about) return STALE;
      return answerOf(
        await noteRelationship(ports, { ...note, customerId: about.customerId, by: place.user }),
      );
    },
  );
}

async function open(
  room: Room,
  ports: Ports,
  customerId: string,
  click: Click,
  form: (view: CaseView) => ModalView,
): Promise<Answer> {
  const seen = await showCustomer(ports, customerId);
  if (seen.kind !== 'found') return STALE;
  await showModal(room, click, form(seen.view));
  return undefined;
}

function answerOf(noted: Noted | Refused): Answer {
  return noted.kind === 'refused' ? noted : { kind: 'told', words: noted.words };
}
