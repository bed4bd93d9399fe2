// What came of the cases that an agency was given: how many, what it brought in and kept, and how soon. Computed, never stored.
import type { Instant } from './calendar.ts';
import { compare, standingEvents } from './chase/case-file.ts';
import { dayReader } from './chase/day-number.ts';
import { type HandOver, lastResortOf } from './chase/last-resort.ts';
import { count } from './chase/speaker.ts';
import { type HandOverEnd, partsOf } from './last-resort-events.ts';
import type { CaseEvent, EventBody } from './ledger.ts';
import { formatMoney, type Money, sumByCurrency } from './money.ts';
import { isEnough, sureness } from './plan/compare.ts';

export type AgencyRecord = {
  /** Hand-overs that came into force. */
  readonly cases: number;
  readonly stillOut: number;
  readonly ends: Readonly<Record<HandOverEnd, number>>;
  /** One a currency, by its code; `cases`: of how many these are the sums. */
  readonly sums: readonly {
    readonly cases: number;
    readonly given: Money;
    readonly recovered: Money;
    readonly kept: Money;
  }[];
  /** From the hand-over to the first money, of each case that brought any; fewest first. */
  readonly daysToMoney: readonly number[];
};

const KINDS: ReadonlySet<EventBody['kind']> = new Set([
  'hand_over_asked',
  'request_approved',
  'request_declined',
  'agency_update',
  'hand_over_ended',
  'undone',
]);

/** By the agency's id in the directory. `events`: of all customers. */
export function agencyRecords(
  events: readonly CaseEvent[],
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Map<string, AgencyRecord> {
  // Nearly every event is something else, and sorting all of a great ledger's takes long.
  const told = events.filter(({ body }) => KINDS.has(body.kind));
  const { handOvers } = lastResortOf(standingEvents(told, now, dayReader(zone)), []);
  const byAgency = new Map<string, HandOver[]>();
  for (const handOver of handOvers) {
    if (handOver.status !== 'in_force' && handOver.status !== 'ended') continue;
    const { agencyId } = handOver.event.body;
    byAgency.set(agencyId, [...(byAgency.get(agencyId) ?? []), handOver]);
  }
  return new Map([...byAgency].map(([id, own]) => [id, recordOf(own)]));
}

function recordOf(handOvers: readonly HandOver[]): AgencyRecord {
  const why = (end: HandOverEnd) => handOvers.filter((one) => one.end?.body.why === end).length;
  return {
    cases: handOvers.length,
    stillOut: handOvers.filter(({ status }) => status === 'in_force').length,
    ends: { paid: why('paid'), agreement: why('agreement'), given_back: why('given_back') },
    sums: sumsOf(handOvers),
    daysToMoney: handOvers.flatMap((one) => daysToMoney(one) ?? []).sort((a, b) => a - b),
  };
}

function sumsOf(handOvers: readonly HandOver[]): AgencyRecord['sums'] {
  const parts = handOvers.map(({ event, updates }) => ({
    given: partsOf(event.body).map(({ amount }) => amount),
    recovered: updates.flatMap(({ body }) => body.recovered ?? []),
    kept: updates.flatMap(({ body }) => body.fee ?? []),
  }));
  const currencies = [...new Set(parts.flatMap(({ given }) => given.map((one) => one.currency)))];
  return currencies.sort(compare).map((currency) => {
    const total = (of: 'given' | 'recovered' | 'kept'): Money => {
      const sums = sumByCurrency(parts.flatMap((part) => part[of]));
      return sums.find((sum) => sum.currency === currency) ?? { minor: 0, currency };
    };
    return {
      cases: parts.filter(({ given }) => given.some((one) => one.currency === currency)).length,
      given: total('given'),
      recovered: total('recovered'),
      kept: total('kept'),
    };
  });
}

function daysToMoney({ decided, updates }: HandOver): number | null {
  const first = updates.find(({ body }) => body.recovered !== null);
  return decided && first ? Math.max(0, first.day - decided.day) : null;
}

/**
 * Each a sentence. What few cases came to is told as it is; a share of it is none before there are enough of them.
 * `record`: absent where nothing was given.
 */
export function recordWords(record: AgencyRecord | undefined, locale: string): string[] {
  if (!record) return ['No case was given to them yet.'];
  const { cases, stillOut, sums, daysToMoney: days } = record;
  return [
    `${count(cases, 'case')} given${stillOut > 0 ? `, ${stillOut} still out` : ''}${endsIn(record)}.`,
    ...sums.map(({ cases: n, given, recovered, kept }) => {
      const share = (part: Money, of: Money) =>
        isEnough(n) && of.minor > 0 ? ` (${Math.round((part.minor * 100) / of.minor)}%)` : '';
      const fee =
        recovered.minor > 0
          ? `, of which they kept ${formatMoney(kept, locale)}${share(kept, recovered)}`
          : '';
      return `Collected ${formatMoney(recovered, locale)} of ${formatMoney(given, locale)}${share(recovered, given)}${fee}; ${sureness(n)}.`;
    }),
    ...(days.length > 0
      ? [`The first money came after ${count(median(days), 'day')} (median; ${sureness(days.length)}).`]
      : []),
  ];
}

function endsIn({ ends }: AgencyRecord): string {
  const words = [
    [ends.paid, 'paid'],
    [ends.agreement, 'settled otherwise'],
    [ends.given_back, 'given back'],
  ] as const;
  return words.map(([n, what]) => (n > 0 ? `, ${n} ${what}` : '')).join('');
}

/** Of sorted numbers; whole days. */
function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : Math.round(((sorted[middle - 1] ?? high) + high) / 2);
}
