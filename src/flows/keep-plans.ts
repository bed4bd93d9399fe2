// Keeps an eye on payment plans: a note before each instalment, and a person is asked when one does not come.
import { dayIn, timeIn } from '../core/calendar.ts';
import { dayOf } from '../core/chase/day-number.ts';
import { ladderOf } from '../core/chase/ladder.ts';
import type { CustomerState } from '../core/customer-state.ts';
import { money } from '../core/money.ts';
import { isWorkingDay } from '../core/office-hours.ts';
import type { InstalmentState } from '../core/plan/instalment-states.ts';
import type { PlanState } from '../core/plan/plan-states.ts';
import type { Ports } from '../ports/ports.ts';
import { approveNudge, mayGoByItself } from './decide-draft.ts';
import { draftOccasion } from './draft-message.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { openCase, refreshCase } from './keep-case.ts';
import { planView } from './plan-payment.ts';

const JOB = 'plans';

/** What a tick calls, every minute: once a working day, from the hour at which the window opens. */
export async function keepPlans(ports: Ports): Promise<void> {
  const [settings, { policy }] = await Promise.all([ports.store.settings(), ports.store.policy()]);
  const now = ports.clock.now();
  const today = dayIn(settings.zone, now);
  if (!settings.onboarded || !settings.channel || timeIn(settings.zone, now) < policy.window.from) return;
  if (!isWorkingDay(today, policy, null)) return;
  if (!(await ports.store.claimJob(JOB, today, now))) return;
  try {
    const { events } = await ports.store.ledger();
    const planned = new Set(
      events.flatMap(({ customerId, body }) => (body.kind === 'plan' ? [customerId] : [])),
    );
    for (const customerId of planned) await keepTheirs(ports, customerId);
  } catch (error) {
    // What was posted is claimed for itself, so that trying again asks nothing twice.
    await ports.store.releaseJob(JOB, today);
    throw error;
  }
}

/** At start: a round that was interrupted is taken up again. */
export async function releaseInterruptedPlans(ports: Ports): Promise<void> {
  const { zone } = await ports.store.settings();
  await ports.store.releaseJob(JOB, dayIn(zone, ports.clock.now()));
}

async function keepTheirs(ports: Ports, customerId: string): Promise<void> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return;
  const { state } = situation;
  for (const plan of state.plans) {
    if (plan.status === 'behind') await askAbout(ports, situation, plan);
    if (plan.status === 'completed' && isFresh(state)) await tellKept(ports, situation, plan);
    const soon = noteNow(plan, situation, state.file.today);
    if (soon) await draftNote(ports, situation, plan, soon);
  }
  // A day may have changed how a plan stands without anybody having done anything.
  if (state.plans.length > 0) await refreshCase(ports, customerId);
}

/** Once for each instalment that is missed, and once more when the time that was given has run out. */
async function askAbout(ports: Ports, situation: Situation, plan: PlanState): Promise<void> {
  const missed = plan.instalments.filter(({ status }) => status === 'missed').at(-1);
  if (!missed) return;
  const opened = await openCase(ports, situation.customer.id);
  if (opened.kind === 'refused') return;
  await once(ports, `plan missed ${plan.id}`, dayOf(missed.missedFrom), () =>
    ports.chat.postPlan(planView(situation, plan), opened.card),
  );
}

/** Once, in the case: whoever agreed to it wants to know that it was kept. */
async function tellKept(ports: Ports, situation: Situation, plan: PlanState): Promise<void> {
  const opened = await openCase(ports, situation.customer.id);
  if (opened.kind === 'refused') return;
  await once(ports, `plan kept ${plan.id}`, dayOf(plan.proposal.day), () =>
    ports.chat.postPlan(planView(situation, plan), opened.card),
  );
}

/** What was paid longer ago is no news. Days. */
const NEWS_DAYS = 7;

function isFresh({ file }: CustomerState): boolean {
  const last = file.payments.at(-1)?.dayNumber;
  return last !== undefined && file.today - last < NEWS_DAYS;
}

/** The instalment of which a note should go today, by the days of the policy's note before the due day. */
function noteNow(plan: PlanState, { policy }: Situation, today: number): InstalmentState | null {
  if (plan.status !== 'active' && plan.status !== 'offered') return null;
  const before = ladderOf(policy.steps).find(({ day }) => day < 0)?.day;
  const next = plan.instalments.find(({ status }) => status !== 'paid');
  if (before === undefined || next?.status !== 'due') return null;
  return next.dayNumber > today && next.dayNumber + before <= today ? next : null;
}

/** A card that a person approves; by itself only where the owner opted in for notes before the due day. */
async function draftNote(
  ports: Ports,
  { customer, policy }: Situation,
  plan: PlanState,
  next: InstalmentState,
): Promise<void> {
  const { currency, invoices } = plan.terms;
  const amount = money(next.dueMinor - next.receivedMinor, currency);
  const job = `instalment note ${plan.id}`;
  await once(ports, job, next.day, async () => {
    const drafted = await draftOccasion(ports, {
      customerId: customer.id,
      occasion: 'instalment_note',
      currency,
      detail: { invoices, plan: { id: plan.id, instalments: [{ day: next.day, amount }] } },
      by: 'tightrope',
    });
    // What stands in its way today, such as another letter that waits, may be gone tomorrow.
    if (drafted.kind === 'refused') await ports.store.releaseJob(job, next.day);
    else if (ports.mailer && mayGoByItself(policy, amount.minor)) {
      await approveNudge(ports, drafted.draft.id);
    }
  });
}

async function once(
  ports: Ports,
  job: string,
  day: Parameters<Ports['store']['claimJob']>[1],
  work: () => Promise<unknown>,
): Promise<void> {
  if (!(await ports.store.claimJob(job, day, ports.clock.now()))) return;
  try {
    await work();
  } catch (error) {
    await ports.store.releaseJob(job, day);
    throw error;
  }
}
