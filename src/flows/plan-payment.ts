// Payment plans: worked out and proposed by anybody, agreed to by the customer, given time, ended, and shown.
import type { Source } from '../core/ledger.ts';
import { money } from '../core/money.ts';
import type { Instalment, PlanStep } from '../core/plan/plan.ts';
import { isOpenPlan, nextInstalment, type PlanState } from '../core/plan/plan-states.ts';
import type { PlanView } from '../core/plan/plan-view.ts';
import type { PlanWish } from '../core/plan/work-out-plan.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER, openCase, refreshCase } from './keep-case.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { planDesk, workOut } from './plan-desk.ts';
import { stopStaleDrafts } from './send-approved.ts';

export type PlanShown = { readonly kind: 'shown'; readonly plan: PlanState; readonly card: MessageRef };

/**
 * Proposes a plan, or other terms for the one that runs (`changes`): a card in the case's thread, where an owner approves.
 * `source`: the message with the customer's words it rests on, where there is one.
 */
export async function proposePlan(
  ports: Ports,
  input: { customerId: string; wish: PlanWish; by: string; source: Source | null; note: string | null },
): Promise<PlanShown | Refused> {
  const { customerId, wish, by, source, note } = input;
  return oneAtATime(`plan ${ports.store.workspaceId} ${customerId}`, async () => {
    const desk = await planDesk(ports, customerId, wish.currency);
    if ('kind' in desk) return desk;
    const worked = workOut(desk, wish);
    if (worked.kind === 'refused') return worked;
    const { situation } = desk;
    const opened = await openCase(ports, customerId);
    if (opened.kind === 'refused') return opened;
    const planId = wish.changes ?? ports.newId();
    const step: PlanStep = {
      kind: 'proposed',
      terms: worked.terms,
      on: situation.today,
      alreadyBooked: situation.ledger.payments
        .filter(({ day }) => day === situation.today)
        .map(({ id }) => id),
      beyond: worked.beyond,
      note,
    };
    await recordStep(ports, situation, { planId, step, by, source });
    return showPlan(ports, customerId, planId, opened.card);
  });
}

/** They said yes, as somebody heard it. */
export async function acceptPlan(
  ports: Ports,
  input: { customerId: string; planId: string; by: string; card: MessageRef | null },
): Promise<PlanShown | Refused> {
  return onPlan(ports, input, async ({ plan, situation }) => {
    if (plan.status === 'proposed') {
      return { kind: 'refused', because: 'An owner approves the plan before it can begin.' };
    }
    if (plan.accepted) return { kind: 'refused', because: 'They have agreed already.' };
    await recordStep(ports, situation, {
      planId: plan.id,
      step: { kind: 'accepted' },
      by: input.by,
      source: null,
    });
    return null;
  });
}

/** More time for what has not arrived; by an approver, because money is given time. */
export async function extendPlan(
  ports: Ports,
  input: {
    customerId: string;
    planId: string;
    until: Instalment['day'];
    by: string;
    card: MessageRef | null;
  },
): Promise<PlanShown | Refused> {
  return onPlan(ports, input, async ({ plan, situation }) => {
    if (!mayDecide(situation, input.by)) return NOT_ALLOWED;
    if (input.until <= situation.today) {
      return { kind: 'refused', because: 'Choose a day after today.' };
    }
    if (plan.status !== 'behind') {
      return { kind: 'refused', because: 'Nothing of this plan is missing any more.' };
    }
    await recordStep(ports, situation, {
      planId: plan.id,
      step: { kind: 'extended', until: input.until },
      by: input.by,
      source: null,
    });
    return null;
  });
}

/** Broken, so that the balance is due again and somebody calls; or simply over. A person says why. */
export async function endPlan(
  ports: Ports,
  input: {
    customerId: string;
    planId: string;
    why: 'broken' | 'cancelled';
    reason: string;
    by: string;
    card: MessageRef | null;
  },
): Promise<PlanShown | Refused> {
  return onPlan(ports, input, async ({ plan, situation }) => {
    if (!mayDecide(situation, input.by)) return NOT_ALLOWED;
    if (input.why === 'broken' && plan.status !== 'behind') {
      return {
        kind: 'refused',
        because: 'Nothing of this plan is missing, so it is not broken. End it instead.',
      };
    }
    const next = nextInstalment(plan);
    const missed =
      input.why === 'broken' && next
        ? { day: next.day, amount: money(next.dueMinor - next.receivedMinor, plan.terms.currency) }
        : null;
    await recordStep(ports, situation, {
      planId: plan.id,
      step: { kind: 'ended', why: input.why, reason: input.reason, missed },
      by: input.by,
      source: null,
    });
    return null;
  });
}

const NOT_ALLOWED: Refused = {
  kind: 'refused',
  because: 'Only an owner or an approver decides how a payment plan goes on.',
};

function mayDecide({ settings }: Situation, user: string): boolean {
  return settings.owners.includes(user) || settings.approvers.includes(user);
}

const NO_PLAN: Refused = { kind: 'refused', because: 'That payment plan is over, or was taken back.' };

export type Found = { readonly plan: PlanState; readonly situation: Situation };

export async function findPlan(
  ports: Pick<Ports, 'store' | 'clock'>,
  { customerId, planId }: { customerId: string; planId: string },
): Promise<Found | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const plan = situation.state.plans.find(({ id }) => id === planId);
  return plan && isOpenPlan(plan) ? { plan, situation } : NO_PLAN;
}

/** One change of a plan at a time; afterwards its card and the case show how it stands. */
export async function onPlan(
  ports: Ports,
  input: { customerId: string; planId: string; card: MessageRef | null },
  change: (found: Found) => Promise<Refused | null>,
): Promise<PlanShown | Refused> {
  const { customerId, planId, card } = input;
  return oneAtATime(`plan ${ports.store.workspaceId} ${customerId}`, async () => {
    const found = await findPlan(ports, input);
    if ('because' in found) return found;
    const refused = await change(found);
    const shown = await showPlan(ports, customerId, planId, null, card);
    return refused ?? shown;
  });
}

export async function recordStep(
  ports: Ports,
  { customer, now }: Situation,
  { planId, step, by, source }: { planId: string; step: PlanStep; by: string; source: Source | null },
): Promise<void> {
  const body = { kind: 'plan', planId, step } as const;
  await ports.store.addEvent({ customerId: customer.id, at: now, by, source, body });
  await stopStaleDrafts(ports, customer.id);
}

/** A new card in the case's thread, or the one that was clicked. */
async function showPlan(
  ports: Ports,
  customerId: string,
  planId: string,
  thread: MessageRef | null,
  card: MessageRef | null = null,
): Promise<PlanShown | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  const plan = situation?.state.plans.find(({ id }) => id === planId);
  if (!situation || !plan) return NO_PLAN;
  const view = planView(situation, plan);
  await refreshCase(ports, customerId);
  if (card) {
    await ports.chat.updatePlan(view, card);
    return { kind: 'shown', plan, card };
  }
  const at = thread ?? (await caseThread(ports, customerId));
  if ('kind' in at) return at;
  return { kind: 'shown', plan, card: await ports.chat.postPlan(view, at) };
}

async function caseThread(ports: Ports, customerId: string): Promise<MessageRef | Refused> {
  const opened = await openCase(ports, customerId);
  return opened.kind === 'refused' ? opened : opened.card;
}

export function planView({ customer, today, settings }: Situation, plan: PlanState): PlanView {
  const { locale, owners } = settings;
  return { customer: { id: customer.id, name: customer.name }, plan, today, locale, owners };
}
