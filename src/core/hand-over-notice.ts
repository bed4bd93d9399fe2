// The one courtesy notice after a hand-over: what it is about, as the letter's facts want it.
import { balancesOf } from './chase/balance.ts';
import { dayOf } from './chase/day-number.ts';
import type { HandOver } from './chase/last-resort.ts';
import type { CustomerState } from './customer-state.ts';
import { money } from './money.ts';
import type { Act } from './verdict.ts';

/** What is with an agency in this currency, or in any; null: nothing is. */
export function handOverInForce({ lastResort }: CustomerState, currency: string | null): HandOver | null {
  return (
    lastResort.handOvers.find(
      ({ status, event }) => status === 'in_force' && (currency === null || event.body.currency === currency),
    ) ?? null
  );
}

/** Null: nothing is handed over, nothing of it is open any more, or the notice went out already. */
export function noticeAct(state: CustomerState, currency: string | null): Act | null {
  const handOver = handOverInForce(state, currency);
  if (!handOver?.decided) return null;
  const since = handOver.decided.at;
  const went = state.file.events.some(
    ({ body, at }) => body.kind === 'sent' && body.step === 'hand_over' && at >= since,
  );
  const balance = balancesOf(state).find((one) => one.currency === handOver.event.body.currency);
  const parts = balance?.held.filter(({ reason }) => reason === 'agency') ?? [];
  const [oldest] = parts;
  if (went || !balance || !oldest) return null;
  const totalMinor = parts.reduce((sum, { minor }) => sum + minor, 0) - balance.creditMinor;
  if (totalMinor <= 0) return null;
  const ids = new Set(parts.map(({ invoice }) => invoice.id));
  return {
    kind: 'act',
    customerId: state.file.customer.id,
    currency: balance.currency,
    step: 'hand_over',
    channel: 'email',
    invoices: [...ids, ...balance.credits.map(({ id }) => id)],
    driver: oldest.invoice.id,
    total: money(totalMinor, balance.currency),
    leftOut: balance.held
      .filter(({ invoice, reason }) => reason !== 'agency' && ids.has(invoice.id))
      .map(({ invoice, reason, minor }) => ({
        invoice: invoice.id,
        reason,
        amount: money(minor, balance.currency),
        until: null,
      })),
    daysLate: state.file.today - oldest.invoice.dueDay,
    because: `It was handed over to ${handOver.event.body.agency}.`,
    facts: [],
    rank: 0,
    rankBecause: '',
    notBefore: dayOf(state.file.calendar.next(state.file.today)),
  };
}
