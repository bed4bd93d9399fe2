// Offers of our own accord: what may be offered, the day or the reward that a person chooses, and the draft of it.
import type { App } from '@slack/bolt';
import { dayIn } from '../core/calendar.ts';
import { draftOffer, type OfferDesk, type OfferWish, offerDesk } from '../flows/make-offer.ts';
import type { Ports } from '../ports/ports.ts';
import { type Click, onClick, onSubmit, STALE, showModal } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, type ActionValue, CALLBACKS, decodeValue } from './views/action-ids.ts';
import {
  offerDraftedModal,
  offerModal,
  parseRecognition,
  parseWaiver,
  recognitionModal,
  waiverModal,
} from './views/offer-forms.ts';
import { parsed } from './views/read-inputs.ts';

export function listenToOffers(app: App, room: Room): void {
  const onDesk = (
    actionId: string,
    work: (ports: Ports, desk: OfferDesk, about: ActionValue<'customer'>, click: Click) => Promise<Answer>,
  ) =>
    onClick(app, room, actionId, async (ports, click) => {
      const about = decodeValue('customer', click.value);
      if (!about) return STALE;
      const desk = await offerDesk(ports, about.customerId);
      return desk.kind === 'refused' ? desk : work(ports, desk, about, click);
    });

  onDesk(ACTIONS.offerOpen, async (_, desk, _about, click) => {
    await showModal(room, click, offerModal(desk));
    return undefined;
  });
  onDesk(ACTIONS.offerWaiver, async (_, desk, { currency }, click) => {
    const waiver = desk.waivers.find((each) => each.currency === currency);
    if (!waiver) return STALE;
    const { found } = waiver;
    if (found.kind === 'not_possible') return { kind: 'refused', because: found.because };
    const { fee } = found.offer;
    await showModal(room, click, waiverModal(desk, { currency: fee.currency, fee, locale: desk.locale }));
    return undefined;
  });
  onDesk(ACTIONS.offerRecognition, async (_, desk, _about, click) => {
    const { found } = desk.recognition;
    if (found.kind === 'not_possible') return { kind: 'refused', because: found.because };
    await showModal(room, click, recognitionModal(desk));
    return undefined;
  });
  onDesk(ACTIONS.offerEarly, async (ports, { customer }, { currency }, { view, place }) => {
    if (!currency || !view) return STALE;
    const answer = await drafted(ports, customer.id, { kind: 'early_payment', currency }, place.user);
    if (answer?.kind !== 'told') return answer;
    // Without the hash: a second click finds the draft and says so in the same place.
    await room.client.views.update({
      view_id: view.id,
      view: offerDraftedModal(customer.name, answer.words),
    });
    return undefined;
  });
  onSubmit(
    app,
    room,
    CALLBACKS.offerWaiver,
    async (values, ports) =>
      parseWaiver(values, dayIn((await ports.store.settings()).zone, ports.clock.now())),
    async (ports, until, { privateMetadata, place }) => {
      const about = decodeValue('customer', privateMetadata);
      if (!about?.currency) return STALE;
      const wish = { kind: 'fee_waiver', currency: about.currency, until } as const;
      return drafted(ports, about.customerId, wish, place.user);
    },
    () => 'clear',
  );
  onSubmit(
    app,
    room,
    CALLBACKS.offerRecognition,
    (values) => parsed(parseRecognition(values)),
    async (ports, given, { privateMetadata, place }) => {
      const about = decodeValue('customer', privateMetadata);
      return about ? drafted(ports, about.customerId, { kind: 'recognition', ...given }, place.user) : STALE;
    },
    () => 'clear',
  );
}

async function drafted(ports: Ports, customerId: string, wish: OfferWish, by: string): Promise<Answer> {
  const made = await draftOffer(ports, { customerId, wish, by });
  if (made.kind === 'refused') return made;
  const link = await ports.chat.linkTo(made.card);
  const words = made.isNew
    ? 'The letter is drafted, and an owner approves it'
    : 'There is such a draft already';
  return { kind: 'told', words: link ? `${words}: <${link}|open it>.` : `${words}.` };
}
