// Notes before the due day that go out by themselves, where the owner opted in. Nothing else ever does.
import { dayIn, timeIn } from '../core/calendar.ts';
import { whoToChase } from '../core/chase/who-to-chase.ts';
import type { Policy } from '../core/policy.ts';
import { policyFor } from '../core/policy-for.ts';
import type { Ports } from '../ports/ports.ts';
import { approveNudge, mayGoByItself } from './decide-draft.ts';
import { draftMessage } from './draft-message.ts';
import { chaseContext } from './gather.ts';

const JOB = 'nudges';

/** A mistake in the books must not write to everybody at once; what is left waits for a person, or for tomorrow. */
export const MOST_NUDGES_A_DAY = 50;

/** What a tick calls, every minute: once a day, from the hour at which the window opens. Answers how many it approved. */
export async function sendNudges(ports: Ports): Promise<number> {
  const [settings, { policy }] = await Promise.all([ports.store.settings(), ports.store.policy()]);
  if (!settings.onboarded || !ports.mailer || !anybodyOptedIn(policy)) return 0;
  const now = ports.clock.now();
  const today = dayIn(settings.zone, now);
  if (timeIn(settings.zone, now) < policy.window.from) return 0;
  if (!(await ports.store.claimJob(JOB, today, now))) return 0;
  try {
    return await sendAll(ports);
  } catch (error) {
    // What went out is recorded, so that trying again sends nothing twice.
    await ports.store.releaseJob(JOB, today);
    throw error;
  }
}

/** At start: a round that was interrupted is taken up again. */
export async function releaseInterruptedNudges(ports: Ports): Promise<void> {
  const { zone } = await ports.store.settings();
  await ports.store.releaseJob(JOB, dayIn(zone, ports.clock.now()));
}

/** Customers' own terms only narrow what may go, so they need no look here. */
function anybodyOptedIn({ autoSendNudge, groups }: Policy): boolean {
  return autoSendNudge || Object.values(groups).some((group) => group.autoSendNudge === true);
}

async function sendAll(ports: Ports): Promise<number> {
  const [ledger, settings, { policy }] = await Promise.all([
    ports.store.ledger(),
    ports.store.settings(),
    ports.store.policy(),
  ]);
  const customers = new Map(ledger.customers.map((customer) => [customer.id, customer]));
  let sent = 0;
  for (const act of whoToChase(ledger, policy, chaseContext(settings, ports.clock.now()))) {
    if (act.kind !== 'act' || act.step !== 'nudge' || act.channel !== 'email') continue;
    const customer = customers.get(act.customerId);
    if (!customer?.contacts[0]?.email || !mayGoByItself(policyFor(policy, customer), act.total.minor))
      continue;
    if (sent >= MOST_NUDGES_A_DAY) break;
    const drafted = await draftMessage(ports, {
      customerId: act.customerId,
      currency: act.currency,
      by: 'tightrope',
    });
    if (drafted.kind !== 'drafted') continue;
    const approved = await approveNudge(ports, drafted.draft.id);
    if (approved.kind === 'decided') sent += 1;
  }
  return sent;
}
