// Answers what the engine can say beyond today: why, what the days to come bring, and what the days past would have been.
import { type BackTest, backTest } from '../core/chase/back-test.ts';
import { type Explanation, explain } from '../core/chase/explain.ts';
import { forecast, type Planned } from '../core/chase/forecast.ts';
import type { Policy } from '../core/policy.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports } from '../ports.ts';
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
): Promise<{ planned: Planned[]; settings: Settings }> {
  const { ledger, settings, policy } = await everything(ports);
  return { planned: forecast(ledger, policy, chaseContext(settings, ports.clock.now()), days), settings };
}

/** `policy`: another than the workspace's own, to compare. */
export async function backTestOf(
  ports: Reads,
  days = BACK_TEST_DAYS,
  policy: Policy | null = null,
): Promise<{ result: BackTest; settings: Settings }> {
  const read = await everything(ports);
  const context = chaseContext(read.settings, ports.clock.now());
  return { result: backTest(read.ledger, policy ?? read.policy, context, days), settings: read.settings };
}

async function everything(ports: Reads) {
  const [ledger, settings, { policy }] = await Promise.all([
    ports.store.ledger(),
    ports.store.settings(),
    ports.store.policy(),
  ]);
  return { ledger, settings, policy };
}
