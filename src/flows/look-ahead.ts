// Answers what the engine can say beyond today: why, what the days to come bring, and what the days past would have been.
import { type Day, dayIn } from '../core/calendar.ts';
import { type BackTest, backTest } from '../core/chase/back-test.ts';
import { type Explanation, explain } from '../core/chase/explain.ts';
import { forecast, type Planned } from '../core/chase/forecast.ts';
import type { Policy } from '../core/policy.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports } from '../ports/ports.ts';
import { chaseContext } from './gather.ts';

type Reads = Pick<Ports, 'store' | 'clock'>;

export const CALENDAR_DAYS = 30;
export const BACK_TEST_DAYS = 90;

/** Null where there is no such customer. */
export async function whyCustomer(
  ports: Reads,
  customerId: string,
): Promise<{ explanation: Explanation; settings: Settings } | null> {
  const [ledger, settings, { policy }] = await Promise.all([
    ports.store.customerLedger(customerId),
    ports.store.settings(),
    ports.store.policy(),
  ]);
  const customer = ledger?.customers.find(({ id }) => id === customerId);
  if (!ledger || !customer) return null;
  return {
    explanation: explain(ledger, customer, policy, chaseContext(settings, ports.clock.now())),
    settings,
  };
}

/** If nobody pays or says anything. */
export async function calendarOf(
  ports: Reads,
  days = CALENDAR_DAYS,
): Promise<{ planned: Planned[]; settings: Settings; today: Day }> {
  const { ledger, settings, policy } = await everything(ports);
  const now = ports.clock.now();
  const planned = forecast(ledger, policy, chaseContext(settings, now), days);
  return { planned, settings, today: dayIn(settings.zone, now) };
}

/** `policy`: another than the workspace's own, to compare. */
export async function backTestOf(
  ports: Reads,
  days = BACK_TEST_DAYS,
  policy: Policy | null = null,
): Promise<{ result: BackTest; settings: Settings; today: Day }> {
  const { ledger, settings, policy: own } = await everything(ports);
  const now = ports.clock.now();
  const result = backTest(ledger, policy ?? own, chaseContext(settings, now), days);
  return { result, settings, today: dayIn(settings.zone, now) };
}

async function everything(ports: Reads) {
  const [ledger, settings, { policy }] = await Promise.all([
    ports.store.ledger(),
    ports.store.settings(),
    ports.store.policy(),
  ]);
  return { ledger, settings, policy };
}
