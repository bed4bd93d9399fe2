// After a case: asks in its thread, once, what worked and what to do differently, keeps the answers, and lists them.
import { type Day, dayIn, daysBetween } from '../core/calendar.ts';
import { ledgersByCustomer, type OneCustomer } from '../core/chase/one-customer.ts';
import { customerState } from '../core/customer-state.ts';
import type { EventBody } from '../core/ledger.ts';
import { type Lesson, lessonsIn, lookBackDay, lookedBackSince, overOn } from '../core/lessons.ts';
import { THANKS_DAYS } from '../core/thanks.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { Noted } from './change-customer.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER, refreshCase } from './keep-case.ts';

/** Everybody with a case that is over: all paid, written off or handed over. The same books again ask nothing again. */
export async function askToLookBack(ports: Ports): Promise<number> {
  const [ledger, settings, { policy }] = await Promise.all([
    ports.store.ledger(),
    ports.store.settings(),
    ports.store.policy(),
  ]);
  if (!settings.onboarded) return 0;
  const { zone, locale } = settings;
  const now = ports.clock.now();
  const today = dayIn(zone, now);
  let asked = 0;
  for (const own of ledgersByCustomer(ledger)) {
    const { customer, freshAt } = own;
    if (!mayBeOver(own, today, zone)) continue;
    const state = customerState(own, customer, policy, { now, zone });
    const day = lookBackDay(state, { freshAt, now, zone, locale });
    const card = day && (await ports.store.caseOf(customer.id))?.card;
    if (!day || !card) continue;
    const job = `look back ${customer.id}`;
    if (!(await ports.store.claimJob(job, day, now))) continue;
    try {
      await ports.chat.askLookBack(customer, card);
      asked += 1;
    } catch (error) {
      await ports.store.releaseJob(job, day);
      throw error;
    }
  }
  return asked;
}

/** A quick look, so that not every customer is gone through: something was paid or decided lately. */
function mayBeOver({ payments, events }: OneCustomer, today: Day, zone: string): boolean {
  return (
    payments.some(({ day }) => daysBetween(day, today) < THANKS_DAYS) ||
    events.some(({ body, at }) => GIVEN.has(body.kind) && daysBetween(dayIn(zone, at), today) < THANKS_DAYS)
  );
}

/** What puts a write-off or a hand-over in force. */
const GIVEN: ReadonlySet<EventBody['kind']> = new Set([
  'hand_over_asked',
  'write_off_asked',
  'request_approved',
]);

/** Both null: skipped. The first answer holds. */
export async function lookBack(
  ports: Ports,
  input: { customerId: string; worked: string | null; differently: string | null; by: string },
): Promise<Noted | Refused> {
  const { customerId, worked, differently, by } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { ledger, customer, policy, settings, now } = situation;
  const { zone, locale } = settings;
  const state = customerState(ledger, customer, policy, { now, zone });
  const over = overOn(state, { freshAt: ledger.freshAt, now, zone, locale });
  const first = over && lookedBackSince(state, over, zone);
  if (first) return { kind: 'refused', because: `<@${first}> has answered this already.` };
  await ports.store.addEvent({
    customerId,
    at: now,
    by,
    source: null,
    body: { kind: 'looked_back', worked, differently },
  });
  await refreshCase(ports, customerId);
  return { kind: 'noted', words: `Kept. The next time ${customer.name} is late, their card says so.` };
}

/** What was learned from all cases, the newest first. */
export async function listLessons(
  ports: Pick<Ports, 'store'>,
): Promise<(Lesson & { readonly customerName: string })[]> {
  const [{ events }, names] = await Promise.all([ports.store.ledger(), ports.store.customerNames()]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return lessonsIn(events).map((lesson) => ({
    ...lesson,
    customerName: nameOf.get(lesson.customerId) ?? '',
  }));
}
