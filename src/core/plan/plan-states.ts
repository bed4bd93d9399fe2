// What became of each payment plan: computed from what was recorded and what was paid, never stored.
import { type CaseFile, names, type StandingEvent } from '../chase/case-file.ts';
import { dayNumber } from '../chase/day-number.ts';
import { type Dispute, undisputedMinor } from '../chase/disputes.ts';
import type { LastResort } from '../chase/last-resort.ts';
import type { PromiseState } from '../chase/promises.ts';
import { givenAway } from './given-away.ts';
import { type InstalmentState, instalmentStates } from './instalment-states.ts';
import type { PlanTerms } from './plan.ts';
import { lastOf, proposalsOf, stepOf } from './plan-records.ts';

export type PlanStatus =
  | 'proposed' // an owner has not agreed yet
  | 'approved' // the letter has not gone out yet
  | 'offered'
  | 'active'
  | 'behind'
  | 'paused' // it would be behind, but they dispute all that is open of it
  | 'broken'
  | 'completed'
  | 'cancelled'
  | 'handed_over' // an agency has, or had, all that it covers
  | 'written_off';

/** Sums are minor units of the plan's currency, days are day numbers. */
export type PlanState = {
  readonly id: string;
  readonly status: PlanStatus;
  /** Those in force; before an approval, those that were proposed. */
  readonly terms: PlanTerms;
  /** Other terms for a plan in force, which wait for an owner. */
  readonly change: { readonly terms: PlanTerms; readonly beyond: readonly string[] } | null;
  /** What of the proposal that waits goes beyond the policy. */
  readonly beyond: readonly string[];
  readonly proposal: StandingEvent; // of the terms
  /** The proposal that an owner decides on; null: none waits. */
  readonly waiting: StandingEvent | null;
  readonly last: StandingEvent; // the newest record
  readonly accepted: 'said' | 'first_payment' | null;
  readonly instalments: readonly InstalmentState[];
  readonly totalMinor: number;
  readonly receivedMinor: number;
  readonly remainingMinor: number;
  /** What should have come by now and has not; 0 but for a plan that is behind. */
  readonly behindMinor: number;
  readonly behindSince: number | null;
  readonly coveredIds: ReadonlySet<string>;
};

/** In the order in which they were first proposed. */
export function planStates(
  file: CaseFile,
  lastResort: LastResort,
  disputes: ReadonlyMap<string, Dispute>,
): PlanState[] {
  const byPlan = new Map<string, StandingEvent[]>();
  for (const event of file.events) {
    if (event.body.kind !== 'plan') continue;
    const known = byPlan.get(event.body.planId);
    if (known) known.push(event);
    else byPlan.set(event.body.planId, [event]);
  }
  return [...byPlan].flatMap(([id, events]) => stateOfPlan(id, events, { file, lastResort, disputes }) ?? []);
}

type Parts = {
  readonly file: CaseFile;
  readonly lastResort: LastResort;
  readonly disputes: ReadonlyMap<string, Dispute>;
};

function stateOfPlan(
  id: string,
  events: readonly StandingEvent[],
  { file, lastResort, disputes }: Parts,
): PlanState | null {
  const { proposal, waiting, since } = proposalsOf(events);
  const last = events.at(-1);
  const current = proposal ?? waiting;
  if (!current || !last) return null;
  const { terms } = current.step;
  const covered = file.invoices.filter(
    (invoice) =>
      invoice.kind === 'invoice' &&
      invoice.open.currency === terms.currency &&
      names(terms.invoices, invoice),
  );
  const extendedTo = lastOf(since, 'extended')?.step.until ?? null;
  const instalments = instalmentStates(current.step, covered, extendedTo, {
    file,
    apart: lastResort.apart,
  });
  const { toleranceMinor } = file.policy;
  const receivedMinor = sum(instalments.map((each) => each.receivedMinor));
  const remainingMinor = sum(instalments.map(({ dueMinor, receivedMinor: got }) => dueMinor - got));
  const accepted = lastOf(since, 'accepted')
    ? ('said' as const)
    : instalments[0]?.status === 'paid' && receivedMinor > 0
      ? ('first_payment' as const)
      : null;
  const missed = instalments.filter(({ status }) => status === 'missed');
  const status = statusOf({
    ended:
      lastOf(events, 'ended')?.step.why ?? givenAway(covered, current.event.at, lastResort, file) ?? null,
    isApproved: proposal !== null,
    isDone: remainingMinor <= toleranceMinor,
    isKnown: accepted !== null || wasSent(since, terms.currency, file),
    isBehind: missed.length > 0,
    isDisputed:
      covered.some(({ id: invoice }) => disputes.has(invoice)) &&
      covered.every((invoice) => undisputedMinor(invoice, disputes.get(invoice.id)) === 0),
    accepted,
  });
  return {
    id,
    status,
    terms,
    change: proposal && waiting ? { terms: waiting.step.terms, beyond: waiting.step.beyond } : null,
    beyond: (waiting ?? current).step.beyond,
    proposal: current.event,
    waiting: waiting?.event ?? null,
    last,
    accepted,
    instalments,
    totalMinor: sum(terms.instalments.map(({ amount }) => amount.minor)),
    receivedMinor,
    remainingMinor,
    behindMinor: status === 'behind' ? sum(missed.map((each) => each.dueMinor - each.receivedMinor)) : 0,
    behindSince: status === 'behind' ? (missed[0]?.dayNumber ?? null) : null,
    coveredIds: new Set(covered.map(({ id: invoice }) => invoice)),
  };
}

function statusOf(known: {
  ended: Extract<PlanStatus, 'cancelled' | 'broken' | 'handed_over' | 'written_off'> | null;
  isApproved: boolean;
  isDone: boolean;
  isKnown: boolean;
  isBehind: boolean;
  isDisputed: boolean;
  accepted: PlanState['accepted'];
}): PlanStatus {
  if (known.ended) return known.ended;
  // Also before anybody approved it: nothing is left to decide.
  if (known.isDone) return 'completed';
  if (!known.isApproved) return 'proposed';
  // Whoever never heard of the plan cannot be behind with it.
  if (!known.isKnown) return 'approved';
  if (known.isBehind) return known.isDisputed ? 'paused' : 'behind';
  return known.accepted ? 'active' : 'offered';
}

/** The letter that tells them of these terms: one from before the approval told of others. */
function wasSent([approval]: readonly StandingEvent[], currency: string, { events }: CaseFile): boolean {
  return events.some(
    ({ body, at }) =>
      approval !== undefined &&
      body.kind === 'sent' &&
      body.step === 'plan_offer' &&
      body.currency === currency &&
      at > approval.at,
  );
}

function sum(minors: readonly number[]): number {
  return minors.reduce((total, minor) => total + minor, 0);
}

/** Until when a plan keeps its invoices from being chased, and why; null: it does not. */
export type PlanHold = { readonly reason: 'plan' | 'waiting_for_us'; readonly until: number | null };

/** It is our turn to decide on a proposal, or to send the letter; after a week the ladder goes on. */
const OUR_TURN_DAYS = 7;

export function planHold(plan: PlanState): PlanHold | null {
  switch (plan.status) {
    case 'proposed':
    case 'approved':
      return { reason: 'waiting_for_us', until: plan.last.day + OUR_TURN_DAYS };
    case 'offered':
    case 'active': {
      const open = plan.instalments.filter(({ status }) => status !== 'paid');
      return { reason: 'plan', until: Math.min(...open.map(({ missedFrom }) => missedFrom)) };
    }
    // A person asks first, and decides in words.
    case 'behind':
    case 'paused':
      return { reason: 'plan', until: null };
    default:
      return null;
  }
}

/** A plan that is neither over nor given up; a customer has one a currency at most. */
export function isOpenPlan({ status }: Pick<PlanState, 'status'>): boolean {
  return OPEN.has(status);
}

const OPEN: ReadonlySet<PlanStatus> = new Set([
  'proposed',
  'approved',
  'offered',
  'active',
  'behind',
  'paused',
]);

export function openPlan(plans: readonly PlanState[], currency: string): PlanState | null {
  return plans.findLast((plan) => isOpenPlan(plan) && plan.terms.currency === currency) ?? null;
}

/** The first instalment that is not paid; null where all are. */
export function nextInstalment(plan: PlanState): InstalmentState | null {
  return plan.instalments.find(({ status }) => status !== 'paid') ?? null;
}

/** A broken plan is followed up like a broken promise: of the instalment that did not come, since the day of the decision. */
export function brokenAsPromises(plans: readonly PlanState[]): PromiseState[] {
  return plans.flatMap(({ status, last, terms }) => {
    const step = stepOf(last);
    if (status !== 'broken' || step?.kind !== 'ended' || !step.missed) return [];
    const { day, amount } = step.missed;
    return [
      {
        event: last,
        currency: terms.currency,
        amount,
        date: day,
        dateDay: dayNumber(day),
        freeOn: last.day,
        invoices: terms.invoices,
        status: 'broken',
        receivedMinor: 0,
        saidBy: null,
      },
    ];
  });
}
