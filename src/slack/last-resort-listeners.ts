// The last resort in Slack: the review, a hand-over, a write-off, and the card on which others agree.
import type { App } from '@slack/bolt';
import { dayIn } from '../core/calendar.ts';
import { currenciesOf } from '../core/chase/last-resort.ts';
import { writableOf } from '../core/write-off.ts';
import { gatherCustomer } from '../flows/gather.ts';
import { givePack, giveTimeline } from '../flows/give-timeline.ts';
import { agreeToHandOver, askHandOver, giveNotices, handOverChoices } from '../flows/hand-over.ts';
import { decline, findRequest, type Told } from '../flows/requests.ts';
import { decideReview, showReview } from '../flows/review-case.ts';
import { callBack, logAgencyUpdate } from '../flows/with-agency.ts';
import { agreeToWriteOff, askWriteOff, endWriteOff } from '../flows/write-off.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { type Click, onClick, onSubmit, STALE, type Submission, showModal } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, CALLBACKS, decodeValue, encodeValue } from './views/action-ids.ts';
import {
  handOverModal,
  parseHandOver,
  parseReview,
  parseWriteOff,
  reviewModal,
  writeOffModal,
} from './views/last-resort-forms.ts';
import {
  agencyUpdateModal,
  callBackModal,
  declineModal,
  parseAgencyUpdate,
  parseCallBack,
  parseReason,
  takeBackModal,
} from './views/request-forms.ts';

export function listenToLastResort(app: App, room: Room): void {
  listenToReview(app, room);
  listenToHandOver(app, room);
  listenToWriteOff(app, room);
  listenToRequests(app, room);
  listenToRequestForms(app, room);
}

function listenToReview(app: App, room: Room): void {
  onClick(app, room, ACTIONS.lastTimeline, async (ports, click) => {
    const about = decodeValue('customer', click.value);
    return about ? giveTimeline(ports, about) : STALE;
  });
  onClick(app, room, ACTIONS.lastReview, (ports, click) => openReview(room, ports, click));
  onSubmit(
    app,
    room,
    CALLBACKS.lastReview,
    async (values, ports) =>
      parseReview(values, dayIn((await ports.store.settings()).zone, ports.clock.now())),
    async (ports, input, { privateMetadata, place }) => {
      const about = decodeValue('customer', privateMetadata);
      if (!about?.currency) return STALE;
      return decideReview(ports, {
        ...input,
        customerId: about.customerId,
        currency: about.currency,
        by: place.user,
      });
    },
    () => 'clear',
  );
}

async function openReview(room: Room, ports: Ports, click: Click): Promise<Answer> {
  const about = decodeValue('customer', click.value);
  if (!about) return STALE;
  const shown = await showReview(ports, about);
  if (shown.kind === 'refused') return shown;
  await showModal(room, click, reviewModal(shown.customer, shown.review, shown.today));
  return undefined;
}

function listenToHandOver(app: App, room: Room): void {
  onClick(app, room, ACTIONS.lastHandOver, async (ports, click) => {
    const about = decodeValue('customer', click.value);
    const situation = about && (await gatherCustomer(ports, about.customerId));
    if (!situation) return STALE;
    const { settings, policy, customer } = situation;
    const answers = await handOverChoices(ports, situation, about.currency);
    const place = {
      agencies: settings.agencies,
      weights: settings.agencyWeights,
      locale: settings.locale,
      approvals: policy.agency.approvals,
    };
    await showModal(room, click, handOverModal(customer, answers, place));
    return undefined;
  });
  onSubmit(
    app,
    room,
    CALLBACKS.lastHandOver,
    parseHandOver,
    async (ports, input, { privateMetadata, place }) => {
      const about = decodeValue('customer', privateMetadata);
      if (!about) return STALE;
      const { which, ...wish } = input;
      const currencies = which ?? (about.currency ? [about.currency] : []);
      return askHandOver(ports, { ...wish, currencies, customerId: about.customerId, by: place.user });
    },
    () => 'clear',
  );
}

function listenToWriteOff(app: App, room: Room): void {
  const writable = async (ports: Ports, customerId: string) => {
    const situation = await gatherCustomer(ports, customerId);
    return situation && { situation, open: writableOf(situation.state) };
  };
  onClick(app, room, ACTIONS.lastWriteOff, async (ports, click) => {
    const about = decodeValue('customer', click.value);
    const found = about && (await writable(ports, about.customerId));
    if (!found) return STALE;
    const { customer, settings } = found.situation;
    await showModal(room, click, writeOffModal(customer, found.open, settings.locale));
    return undefined;
  });
  onSubmit(
    app,
    room,
    CALLBACKS.lastWriteOff,
    async (values, ports, { privateMetadata }) => {
      const about = decodeValue('customer', privateMetadata);
      const found = about && (await writable(ports, about.customerId));
      if (!found) return null;
      return parseWriteOff(
        values,
        (number) => found.open.find((one) => one.number === number)?.left.currency ?? null,
      );
    },
    async (ports, input, { privateMetadata, place }) => {
      const about = decodeValue('customer', privateMetadata);
      if (!about) return STALE;
      return askWriteOff(ports, { ...input, customerId: about.customerId, by: place.user });
    },
    () => 'clear',
  );
}

function listenToRequests(app: App, room: Room): void {
  onClick(app, room, ACTIONS.requestAgree, async (ports, click) => {
    const about = decodeValue('request', click.value);
    const found = about && (await findRequest(ports, about.customerId, about.requestId));
    if (!about || !found) return STALE;
    if ('kind' in found) return found;
    const decision = { ...about, by: click.place.user, card: click.message };
    const isHandOver = found.request.event.body.kind === 'hand_over_asked';
    return isHandOver ? agreeToHandOver(ports, decision) : agreeToWriteOff(ports, decision);
  });
  onClick(app, room, ACTIONS.requestPack, async (ports, click) => {
    const about = decodeValue('request', click.value);
    return about ? givePack(ports, about) : STALE;
  });
  onClick(app, room, ACTIONS.requestNotice, async (ports, { value, place }) => {
    const about = decodeValue('request', value);
    return about ? giveNotices(ports, { ...about, by: place.user }) : STALE;
  });
  onClick(app, room, ACTIONS.requestBooked, async (ports, click) => {
    const about = decodeValue('request', click.value);
    if (!about) return STALE;
    return endWriteOff(ports, {
      ...about,
      why: 'booked',
      note: '',
      by: click.place.user,
      card: click.message,
    });
  });
  const opens = (
    actionId: string,
    form: (metadata: string, currencies: readonly string[]) => Parameters<typeof showModal>[2],
  ) =>
    onClick(app, room, actionId, async (ports, click) => {
      const about = decodeValue('request', click.value);
      if (!about || !click.message) return STALE;
      const found = await findRequest(ports, about.customerId, about.requestId);
      if ('kind' in found) return found;
      const { currency } = found.request.event.body;
      const metadata = encodeValue('requestForm', { ...about, currency, ...click.message });
      await showModal(room, click, form(metadata, currenciesOf(found.request)));
      return undefined;
    });
  opens(ACTIONS.requestDecline, declineModal);
  opens(ACTIONS.requestTakeBack, takeBackModal);
  opens(ACTIONS.requestUpdate, agencyUpdateModal);
  opens(ACTIONS.requestCallBack, callBackModal);
}

function listenToRequestForms(app: App, room: Room): void {
  onSubmit(app, room, CALLBACKS.requestDecline, parseReason, (ports, { reason }, submission) =>
    onRequest(submission, (about) => decline(ports, { ...about, reason })),
  );
  onSubmit(app, room, CALLBACKS.requestTakeBack, parseReason, (ports, { reason }, submission) =>
    onRequest(submission, (about) => endWriteOff(ports, { ...about, why: 'taken_back', note: reason })),
  );
  onSubmit(
    app,
    room,
    CALLBACKS.requestUpdate,
    async (values, _ports, { privateMetadata }) => {
      const about = decodeValue('requestForm', privateMetadata);
      return about && parseAgencyUpdate(values, about.currency);
    },
    (ports, update, submission) =>
      onRequest(submission, (about) => logAgencyUpdate(ports, { ...about, ...update })),
  );
  onSubmit(app, room, CALLBACKS.requestCallBack, parseCallBack, (ports, input, submission) =>
    onRequest(submission, (about) => callBack(ports, { ...about, ...input })),
  );
}

async function onRequest(
  { privateMetadata, place }: Submission,
  work: (about: {
    customerId: string;
    requestId: string;
    by: string;
    card: MessageRef;
  }) => Promise<Told | Refused>,
): Promise<Answer> {
  const about = decodeValue('requestForm', privateMetadata);
  if (!about) return STALE;
  const { customerId, requestId, channel, ts } = about;
  return work({ customerId, requestId, by: place.user, card: { channel, ts } });
}
