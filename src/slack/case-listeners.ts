// What people do about a customer: draft, log a call, snooze, name the recipient, ask why.
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { addDays, dayIn } from '../core/calendar.ts';
import type { CaseView } from '../core/case-view.ts';
import { addContact, type Noted, setTerms, snooze } from '../flows/change-customer.ts';
import { type Drafted, draftMessage, type Scripted } from '../flows/draft-message.ts';
import { giveStatement } from '../flows/give-statement.ts';
import { openCase } from '../flows/keep-case.ts';
import { refreshDigest } from '../flows/post-digest.ts';
import { readLog } from '../flows/read-reply.ts';
import { showCustomer } from '../flows/show-overdue.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { type Click, onClick, onSubmit, STALE, showAlone, showModal } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { outcomeContext } from './outcome-context.ts';
import { ACTIONS, CALLBACKS, CASE_SHOW, decodeOption, decodeValue } from './views/action-ids.ts';
import { caseActsModal } from './views/case-acts.ts';
import { customerMessage } from './views/case-card.ts';
import { contactModal, parseContact, parseSnooze, snoozeModal } from './views/case-modals.ts';
import { resolveDisputeModal } from './views/dispute-modals.ts';
import { historyModal } from './views/history.ts';
import { logCallModal, parseLogCall } from './views/outcome-modals.ts';
import { parseTerms, termsModal } from './views/terms-modal.ts';
import { whyModal } from './views/why.ts';

export function listenToCases(app: App, room: Room): void {
  onCustomer(app, room, ACTIONS.caseDraft, async (ports, customerId, click, currency) => {
    const drafted = await draftMessage(ports, { customerId, currency, by: click.place.user });
    if (drafted.kind === 'refused') return drafted;
    await refreshAround(ports, click);
    const card = drafted.kind === 'scripted' ? drafted.script : drafted.card;
    const link = await ports.chat.linkTo(card);
    const words = wordsFor(drafted);
    if (drafted.kind === 'scripted' && !drafted.isNew && isInThread(click, card))
      return { kind: 'told', words: 'What to say on the phone is in this thread already, further up.' };
    return isInThread(click, card)
      ? undefined
      : { kind: 'told', words: link ? `${words}: <${link}|open it>.` : `${words}.` };
  });
  onCustomer(app, room, ACTIONS.caseOpen, async (ports, customerId, click) => {
    const opened = await openCase(ports, customerId);
    if (opened.kind === 'refused') return opened;
    await refreshAround(ports, click);
    const link = await ports.chat.linkTo(opened.card);
    return {
      kind: 'told',
      words: link ? `<${link}|The case is open>. Write in its thread what happened.` : 'The case is open.',
    };
  });
  onCustomer(app, room, CASE_SHOW, async (ports, customerId, { place }) => {
    const view = await viewOf(ports, customerId);
    if (!view) return STALE;
    await showAlone(room, place, customerMessage(view));
  });
  onCustomer(app, room, ACTIONS.caseContact, (ports, customerId, click) =>
    openFor(room, ports, customerId, click, ({ customer }) =>
      contactModal(customer, customer.contacts[0] ?? null),
    ),
  );
  onCustomer(app, room, ACTIONS.caseLog, async (ports, customerId, click, currency) => {
    const context = await outcomeContext(ports, customerId, currency);
    if (!context) return STALE;
    await showModal(room, click, logCallModal({ ...context.customer, currency }, context));
  });
  onCustomer(app, room, ACTIONS.caseStatement, statementFor);
  onClick(app, room, ACTIONS.caseSnooze, (ports, click) => snoozeFromMenu(room, ports, click));
  onClick(app, room, ACTIONS.caseMore, (ports, click) => more(room, ports, click));
  listenToCaseForms(app, room);
}

function listenToCaseForms(app: App, room: Room): void {
  onSubmit(
    app,
    room,
    CALLBACKS.caseSnooze,
    async (values, ports) =>
      parseSnooze(values, dayIn((await ports.store.settings()).zone, ports.clock.now())),
    (ports, input, { privateMetadata, place }) =>
      about(ports, privateMetadata, (customerId) => snooze(ports, { ...input, customerId, by: place.user })),
  );
  onSubmit(app, room, CALLBACKS.caseContact, parseContact, (ports, contact, { privateMetadata, place }) =>
    about(ports, privateMetadata, (customerId) => addContact(ports, { customerId, contact, by: place.user })),
  );
  onSubmit(app, room, CALLBACKS.caseTerms, parseTerms, (ports, own, { privateMetadata, place }) =>
    about(ports, privateMetadata, (customerId) => setTerms(ports, { ...own, customerId, by: place.user })),
  );
  onSubmit(
    app,
    room,
    CALLBACKS.caseLog,
    async (values, ports, { privateMetadata }) => {
      const value = decodeValue('customer', privateMetadata);
      const context = value && (await outcomeContext(ports, value.customerId, value.currency));
      return context ? parseLogCall(values, context) : null;
    },
    async (ports, log, { privateMetadata, place }) => {
      const value = decodeValue('customer', privateMetadata);
      if (!value) return STALE;
      const opened = await openCase(ports, value.customerId);
      if (opened.kind === 'refused') return opened;
      await readLog(ports, { ...log, customerId: value.customerId, thread: opened.card, author: place.user });
      const link = await ports.chat.linkTo(opened.card);
      return { kind: 'told', words: `Logged. <${link}|Confirm in the case> what it means.` };
    },
  );
}

function wordsFor(drafted: Drafted | Scripted): string {
  if (drafted.kind === 'scripted') {
    return drafted.isNew
      ? 'What to say on the phone is in the case'
      : 'What to say on the phone is in the case already';
  }
  return drafted.isNew ? 'The draft is ready' : 'There is a draft already';
}

export function onCustomer(
  app: App,
  room: Room,
  actionId: string | RegExp,
  work: (ports: Ports, customerId: string, click: Click, currency: string | null) => Promise<Answer>,
): void {
  onClick(app, room, actionId, async (ports, click) => {
    const value = decodeValue('customer', click.value);
    return value ? work(ports, value.customerId, click, value.currency) : STALE;
  });
}

export async function viewOf(ports: Ports, customerId: string): Promise<CaseView | null> {
  const answer = await showCustomer(ports, customerId);
  return answer.kind === 'found' ? answer.view : null;
}

export async function openFor(
  room: Room,
  ports: Ports,
  customerId: string,
  click: Click,
  modal: (view: CaseView) => ModalView,
): Promise<Answer> {
  const view = await viewOf(ports, customerId);
  if (!view) return STALE;
  await showModal(room, click, modal(view));
  return undefined;
}

async function snoozeFromMenu(room: Room, ports: Ports, click: Click): Promise<Answer> {
  const option = decodeOption(click.value);
  if (!option) return STALE;
  const today = dayIn((await ports.store.settings()).zone, ports.clock.now());
  if (option.verb === 'until') {
    return openFor(room, ports, option.id, click, ({ customer }) => snoozeModal(customer, today));
  }
  const days = Number(option.verb);
  if (!Number.isInteger(days)) return STALE;
  const noted = await snooze(ports, {
    customerId: option.id,
    until: addDays(today, days),
    reason: null,
    by: click.place.user,
  });
  await refreshAround(ports, click);
  return answerOf(noted);
}

async function more(room: Room, ports: Ports, click: Click): Promise<Answer> {
  const option = decodeOption(click.value);
  if (!option) return STALE;
  const open = (modal: (view: CaseView) => ModalView) => openFor(room, ports, option.id, click, modal);
  switch (option.verb) {
    case 'why':
      return open(whyModal);
    case 'history':
      return open(historyModal);
    case 'contact':
      return open(({ customer }) => contactModal(customer, customer.contacts[0] ?? null));
    case 'terms':
      return open(({ customer }) => termsModal(customer));
    case 'resolve':
      return open(resolveDisputeModal);
    case 'acts':
      return open(caseActsModal);
    case 'open': {
      const opened = await openCase(ports, option.id);
      return opened.kind === 'refused' ? opened : undefined;
    }
    default:
      return STALE;
  }
}

/** Where the file is, said to whoever asked for it. */
export async function statementFor(ports: Ports, customerId: string): Promise<Answer> {
  const given = await giveStatement(ports, { customerId });
  if (given.kind === 'refused') return given;
  return { kind: 'told', words: `${given.fileName} is in the thread of the case.` };
}

/** A form about one customer was sent: does it, shows it in the digest, and says what came of it. */
export async function about(
  ports: Ports,
  privateMetadata: string,
  work: (customerId: string) => Promise<Noted | Refused>,
): Promise<Answer> {
  const value = decodeValue('customer', privateMetadata);
  if (!value) return STALE;
  const noted = await work(value.customerId);
  if (noted.kind === 'noted') await refreshDigest(ports, 0);
  return answerOf(noted);
}

function answerOf(noted: Noted | Refused): Answer {
  return noted.kind === 'refused' ? noted : { kind: 'told', words: noted.words };
}

/** The digest that was clicked shows at once what became of the click. */
async function refreshAround(ports: Ports, { message, place }: Click): Promise<void> {
  if (message && place.threadTs === null) await refreshDigest(ports, 0);
}

function isInThread(click: Click, card: MessageRef): boolean {
  return click.place.threadTs !== null && click.message?.channel === card.channel;
}
