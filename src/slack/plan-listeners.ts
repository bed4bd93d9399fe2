// What people do about a payment plan: work it out, propose it, approve it, hear a yes, change it, give time, end it.
import type { App } from '@slack/bolt';
import { dayIn } from '../core/calendar.ts';
import { alternativesTo, behaviourOf, behaviourWords } from '../core/plan/compare.ts';
import type { PlanWish } from '../core/plan/work-out-plan.ts';
import { approvePlan, draftPlanLetter, keepTerms } from '../flows/approve-plan.ts';
import { type PlanDesk, planDesk, workOut } from '../flows/plan-desk.ts';
import { acceptPlan, endPlan, extendPlan, proposePlan } from '../flows/plan-payment.ts';
import { describeNext } from '../flows/record-outcome.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Click, onClick, onSubmit, STALE, type Submission, showModal } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, type ActionValue, CALLBACKS, decodeValue } from './views/action-ids.ts';
import {
  endModal,
  extendModal,
  type PlanPreview,
  type PlanTyped,
  parseEnd,
  parseExtend,
  parsePlan,
  planModal,
  planPreviewModal,
} from './views/plan-modals.ts';
import { type Parsed, parsed, type StateValues, wrong } from './views/read-inputs.ts';

export function listenToPlans(app: App, room: Room): void {
  onClick(app, room, ACTIONS.planOpen, async (ports, click) => {
    const value = decodeValue('customer', click.value);
    return value ? openCalculator(room, ports, click, { ...value, readingId: null }) : STALE;
  });
  onClick(app, room, ACTIONS.planFromReading, async (ports, click) => {
    const value = decodeValue('reading', click.value);
    const reading = value && (await ports.store.reading(value.readingId));
    if (!reading) return STALE;
    return openCalculator(room, ports, click, {
      customerId: reading.customerId,
      currency: null,
      readingId: reading.id,
    });
  });
  onPlan(app, room, ACTIONS.planChange, async (ports, { customerId, planId }, click) => {
    const desk = await planDesk(ports, customerId, await currencyOf(ports, customerId, planId));
    if ('kind' in desk) return desk;
    if (desk.running?.id !== planId) return STALE;
    await showModal(room, click, calculator(desk, null));
    return undefined;
  });
  for (const [action, decide] of [
    [ACTIONS.planApprove, approvePlan],
    [ACTIONS.planKeepTerms, keepTerms],
  ] as const) {
    onClick(app, room, action, async (ports, { value, place, message }) => {
      const shown = decodeValue('planApproval', value);
      if (!shown) return STALE;
      return answerOf(await decide(ports, { ...shown, by: place.user, card: message }));
    });
  }
  onPlan(app, room, ACTIONS.planAccepted, async (ports, plan, { place, message }) =>
    answerOf(await acceptPlan(ports, { ...plan, by: place.user, card: message })),
  );
  onPlan(app, room, ACTIONS.planLetter, async (ports, plan, { place }) => {
    const drafted = await draftPlanLetter(ports, { ...plan, by: place.user });
    return drafted.kind === 'refused' ? drafted : undefined;
  });
  onPlan(app, room, ACTIONS.planExtend, async (ports, plan, click) => {
    const found = await deskOfCard(ports, plan, click);
    if (!found) return STALE;
    const { customer, today } = found.desk.situation;
    await showModal(room, click, extendModal(customer, found.card, today));
    return undefined;
  });
  onPlan(app, room, ACTIONS.planEnd, async (ports, plan, click) => {
    const found = await deskOfCard(ports, plan, click);
    if (!found) return STALE;
    const { customer } = found.desk.situation;
    await showModal(room, click, endModal(customer, found.card, found.desk.running?.status === 'behind'));
    return undefined;
  });
  listenToPlanForms(app, room);
}

function listenToPlanForms(app: App, room: Room): void {
  onSubmit<PlanPreview>(
    app,
    room,
    CALLBACKS.planWork,
    previewOf,
    async () => undefined,
    (preview) => planPreviewModal(preview),
  );
  onSubmit<ActionValue<'planWish'>>(
    app,
    room,
    CALLBACKS.planPropose,
    async (_values, _ports, { privateMetadata }) => {
      const wish = decodeValue('planWish', privateMetadata);
      return wish ? parsed(wish) : null;
    },
    propose,
    () => 'clear',
  );
  onSubmit(
    app,
    room,
    CALLBACKS.planExtend,
    async (values, ports) =>
      parseExtend(values, dayIn((await ports.store.settings()).zone, ports.clock.now())),
    async (ports, { until }, { privateMetadata, place }) => {
      const at = decodeValue('planCard', privateMetadata);
      if (!at) return STALE;
      return answerOf(await extendPlan(ports, { ...planOf(at), until, by: place.user, card: cardOf(at) }));
    },
  );
  onSubmit(app, room, CALLBACKS.planEnd, parseEnd, async (ports, ended, { privateMetadata, place }) => {
    const at = decodeValue('planCard', privateMetadata);
    if (!at) return STALE;
    return answerOf(await endPlan(ports, { ...planOf(at), ...ended, by: place.user, card: cardOf(at) }));
  });
}

function onPlan(
  app: App,
  room: Room,
  actionId: string,
  work: (ports: Ports, plan: ActionValue<'plan'>, click: Click) => Promise<Answer>,
): void {
  onClick(app, room, actionId, async (ports, click) => {
    const value = decodeValue('plan', click.value);
    return value ? work(ports, value, click) : STALE;
  });
}

async function openCalculator(
  room: Room,
  ports: Ports,
  click: Click,
  about: { customerId: string; currency: string | null; readingId: string | null },
): Promise<Answer> {
  const desk = await planDesk(ports, about.customerId, about.currency);
  if ('kind' in desk) return desk;
  const asked = about.readingId && (await ports.store.reading(about.readingId));
  const wish = asked ? askedFor(asked.reading, desk.usual) : desk.usual;
  await showModal(room, click, calculator({ ...desk, usual: wish }, about.readingId));
  return undefined;
}

type Reading = NonNullable<Awaited<ReturnType<Ports['store']['reading']>>>['reading'];

/** What they named themselves takes the place of what is usual. */
function askedFor(reading: Reading, usual: PlanWish): PlanWish {
  if (reading.kind !== 'outcomes') return usual;
  for (const { outcome } of reading.items) {
    if (outcome.kind !== 'plan_request') continue;
    return {
      ...usual,
      instalments: outcome.instalments ?? usual.instalments,
      cadence: outcome.cadence ?? usual.cadence,
      first: outcome.first ?? usual.first,
    };
  }
  return usual;
}

function calculator({ situation, usual }: PlanDesk, readingId: string | null) {
  const { customer, ledger, policy, today, settings } = situation;
  const invoices = ledger.invoices
    .filter(({ kind, open }) => kind === 'invoice' && open.minor > 0 && open.currency === usual.currency)
    .sort((a, b) => a.due.localeCompare(b.due));
  return planModal({
    customer,
    usual,
    invoices,
    limits: policy.plan,
    today,
    locale: settings.locale,
    readingId,
  });
}

/** Characters of invoice numbers that a form can carry on. */
const MOST_NUMBERS = 1000;

async function previewOf(
  values: StateValues,
  ports: Ports,
  { privateMetadata }: Submission,
): Promise<Parsed<PlanPreview> | null> {
  const form = decodeValue('planForm', privateMetadata);
  if (!form) return null;
  const typed = parsePlan(values);
  if (typed.kind === 'errors') return typed;
  const desk = await planDesk(ports, form.customerId, form.currency);
  if ('kind' in desk) return wrong({ instalments: desk.because });
  if ((typed.value.invoices ?? []).join().length > MOST_NUMBERS) {
    return wrong({
      invoices: 'These are too many to choose one by one. Leave it empty for all that is overdue.',
    });
  }
  const worked = workOut(desk, wishOf(form, typed.value));
  if (worked.kind === 'refused') return wrong({ [fieldFor(worked.because)]: worked.because });
  const { situation, state } = desk;
  const { today, settings, verdicts, customer } = situation;
  const { note, ...chosen } = typed.value;
  const place = { today, locale: settings.locale };
  return parsed({
    customer,
    worked,
    wish: { ...form, ...chosen, invoices: chosen.invoices ? [...chosen.invoices] : null, note },
    alternatives: alternativesTo(state, worked.total, describeNext(verdicts), place),
    behaviour: behaviourWords(behaviourOf(state)),
    ...place,
  });
}

/** The sentence stands under the field that it is about. */
function fieldFor(because: string): 'first' | 'instalments' {
  return because.includes('gone by') || because.includes('three years') ? 'first' : 'instalments';
}

function wishOf(
  { currency, changes }: Pick<ActionValue<'planForm'>, 'currency' | 'changes'>,
  { instalments, cadence, first, invoices }: Omit<PlanTyped, 'note'>,
): PlanWish {
  return { currency, changes, instalments, cadence, first, invoices, total: null };
}

async function propose(ports: Ports, wish: ActionValue<'planWish'>, { place }: Submission): Promise<Answer> {
  const { customerId, readingId, note } = wish;
  const reading = readingId ? await ports.store.reading(readingId) : null;
  const proposed = await proposePlan(ports, {
    customerId,
    wish: wishOf(wish, { ...wish, first: wish.first as PlanWish['first'] }),
    by: place.user,
    source: reading?.source ?? null,
    note,
  });
  if (proposed.kind === 'refused') return proposed;
  const link = await ports.chat.linkTo(proposed.card);
  return {
    kind: 'told',
    words: link
      ? `The plan is proposed: <${link}|open it>.`
      : 'The plan is proposed, in the thread of the case.',
  };
}

async function currencyOf(ports: Ports, customerId: string, planId: string): Promise<string | null> {
  const desk = await planDesk(ports, customerId, null);
  if ('kind' in desk) return null;
  return desk.state.plans.find(({ id }) => id === planId)?.terms.currency ?? null;
}

async function deskOfCard(ports: Ports, plan: ActionValue<'plan'>, { message }: Click) {
  if (!message) return null;
  const desk = await planDesk(ports, plan.customerId, await currencyOf(ports, plan.customerId, plan.planId));
  if ('kind' in desk || desk.running?.id !== plan.planId) return null;
  return { desk, card: { ...plan, ...message } };
}

const planOf = ({ customerId, planId }: ActionValue<'planCard'>) => ({ customerId, planId });
const cardOf = ({ channel, ts }: ActionValue<'planCard'>) => ({ channel, ts });

function answerOf(result: { readonly kind: 'shown' } | Refused): Answer {
  return result.kind === 'refused' ? result : undefined;
}
