// The one courtesy notice after a hand-over, for each currency: what it is about, as the letter's facts want it.
import { balancesOf, daysLateOf, type HeldPart } from './chase/balance.ts';
import { dayOf } from './chase/day-number.ts';
import { creditDueOn } from './chase/disputes.ts';
import { covers, currenciesOf, type HandOver } from './chase/last-resort.ts';
import type { CustomerState } from './customer-state.ts';
import { money } from './money.ts';
import type { Act } from './verdict.ts';

/** The newest in this currency that is with an agency; null: nothing is. */
export function handOverInForce({ lastResort }: CustomerState, currency: string): HandOver | null {
  return (
    lastResort.handOvers.findLast(
      (one) => one.status === 'in_force' && currenciesOf(one).includes(currency),
    ) ?? null
  );
}

/**
 * `currency`: null takes the first whose notice is still to go. Null: nothing is handed over, nothing of it is open any
 * more, or every notice went out already.
 */
export function noticeAct(state: CustomerState, currency: string | null): Act | null {
  const currencies = currency === null ? balancesOf(state).map((one) => one.currency) : [currency];
  for (const one of currencies) {
    const act = noticeIn(state, one);
    if (act) return act;
  }
  return null;
}

function noticeIn(state: CustomerState, currency: string): Act | null {
  const handOver = handOverInForce(state, currency);
  if (!handOver?.decided) return null;
  const since = handOver.decided.at;
  const went = state.file.events.some(
    ({ body, at }) =>
      body.kind === 'sent' && body.step === 'hand_over' && body.currency === currency && at >= since,
  );
  const balance = balancesOf(state).find((one) => one.currency === currency);
  const held = (balance?.held ?? []).flatMap((part) => lessCredit(part, state));
  const parts = held.filter(({ reason, invoice }) => reason === 'agency' && covers(handOver, invoice));
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
    leftOut: held
      .filter(({ invoice, reason }) => reason !== 'agency' && ids.has(invoice.id))
      .map(({ invoice, reason, minor }) => ({
        invoice: invoice.id,
        reason,
        amount: money(minor, balance.currency),
        until: null,
      })),
    daysLate: daysLateOf(oldest.invoice, state),
    because: `It was handed over to ${handOver.event.body.agency}.`,
    facts: [],
    rank: 0,
    rankBecause: '',
    notBefore: dayOf(state.file.calendar.next(state.file.today)),
  };
}

/** What we agreed to credit was not handed over, though the books have it as open still. */
function lessCredit(part: HeldPart, { creditsDue }: CustomerState): HeldPart[] {
  if (part.reason !== 'agency') return [part];
  const credit = Math.min(part.minor, creditDueOn(part.invoice.id, creditsDue));
  const left = part.minor - credit;
  return [
    ...(left > 0 ? [{ ...part, minor: left }] : []),
    ...(credit > 0 ? [{ ...part, minor: credit, reason: 'waiting_for_us', credit: true } as const] : []),
  ];
}
