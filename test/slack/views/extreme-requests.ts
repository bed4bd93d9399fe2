// The last resort at its widest and narrowest: requests in every state, agencies, gates and reviews.
import { type Agency, DEFAULT_WEIGHTS, MOST_AGENCIES } from '../../../src/core/agencies.ts';
import type { AgencyRecord } from '../../../src/core/agency-record.ts';
import type { HandOver, Request, WriteOff } from '../../../src/core/chase/last-resort.ts';
import type { HandOverAnswer } from '../../../src/core/hand-over.ts';
import { REVIEW_CHOICES } from '../../../src/core/last-resort-events.ts';
import { type Money, money } from '../../../src/core/money.ts';
import type { RequestView } from '../../../src/core/request-view.ts';
import type { Review } from '../../../src/core/review.ts';
import type { Writable } from '../../../src/core/write-off.ts';
import { PLACE, TODAY, UUID } from './examples.ts';
import type { World } from './extremes.ts';

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const sumOf = ({ sums }: World): Money => sums[0] ?? money(1, 'USD');

export function agencyOf({ name, note, count }: World, index = 0): Agency {
  const some = count > 0;
  const mark = some ? 5 : null;
  return {
    id: `${UUID.slice(0, 30)}${index}`,
    name: name.slice(0, 120),
    contact: note.slice(0, 300),
    licence: some ? note.slice(0, 200) : null,
    feePercent: some ? 33.33 : null,
    reporting: note.slice(0, 200),
    references: note.slice(0, 500),
    notes: note.slice(0, 1000),
    marks: { respect: mark, licence: mark, fees: mark, reporting: mark, references: mark },
  };
}

export function agenciesOf(world: World): Agency[] {
  return many(Math.min(world.count, MOST_AGENCIES), (index) => agencyOf(world, index));
}

/** One a currency. */
export function handOverAnswers(world: World, areOpen: readonly boolean[]): HandOverAnswer[] {
  return areOpen.map((isOpen, index) => {
    const answer = gatesOf(world, isOpen);
    return index === 0 ? answer : { ...answer, amount: { ...answer.amount, currency: 'EUR' } };
  });
}

function gatesOf(world: World, isOpen: boolean): HandOverAnswer {
  const { name, note, count } = world;
  return {
    gates: many(12, () => ({ name: 'Final notice', isOpen, words: note })),
    invoices: many(count, () => name),
    amount: sumOf(world),
  };
}

export function recordsOf(world: World): Map<string, AgencyRecord> {
  const sum = sumOf(world);
  const record: AgencyRecord = {
    cases: 999_999,
    stillOut: 999_999,
    ends: { paid: 999_999, agreement: 999_999, given_back: 999_999 },
    sums: many(world.count, () => ({ cases: 999, given: sum, recovered: sum, kept: sum })),
    daysToMoney: many(world.count, () => 9999),
  };
  return new Map(agenciesOf(world).map(({ id }) => [id, record]));
}

export function reviewOf(world: World): Review {
  return {
    currency: sumOf(world).currency,
    balance: sumOf(world),
    daysLate: 9999,
    facts: many(4, () => world.note),
    options: REVIEW_CHOICES.map((choice) => ({ choice, title: choice, words: world.note })),
  };
}

export function writableOf(world: World): Writable[] {
  return many(world.count, () => ({ number: world.name, left: sumOf(world), isOverdue: true }));
}

export function requestsOf(world: World): RequestView[] {
  const base = {
    customer: { id: UUID, name: world.name },
    weights: DEFAULT_WEIGHTS,
    today: TODAY,
    locale: world.locale,
    zone: PLACE.zone,
  };
  const event = <Body>(body: Body) => ({
    id: UUID,
    customerId: UUID,
    at: '2026-11-24T15:00:00.000Z',
    by: world.name,
    source: null,
    day: 1,
    body,
  });
  const { name, note, count } = world;
  const amount = sumOf(world);
  const handOver = event({
    kind: 'hand_over_asked' as const,
    currency: amount.currency,
    agencyId: UUID,
    agency: name.slice(0, 120),
    feePercent: null,
    invoices: many(count, () => name),
    amount,
    more: many(Math.min(count, 3), () => ({ currency: 'EUR', invoices: many(count, () => name), amount })),
    approvals: 2,
    reason: note,
  });
  const writeOff = event({
    kind: 'write_off_asked' as const,
    currency: amount.currency,
    parts: many(Math.max(1, count), () => ({ invoice: name, amount: money(1, amount.currency) })),
    approvals: 2,
    reason: note,
  });
  const update = event({
    kind: 'agency_update' as const,
    requestId: UUID,
    note,
    recovered: amount,
    fee: amount,
  });
  const common = { id: UUID, approvers: many(Math.min(count, 3), () => name), decided: handOver };
  return (['asked', 'in_force', 'declined', 'ended'] as const).flatMap((status: Request['status']) => {
    const given: HandOver = {
      ...common,
      status,
      event: handOver,
      end:
        status === 'ended'
          ? event({ kind: 'hand_over_ended', requestId: UUID, why: 'agreement', note })
          : null,
      updates: many(count, () => update),
    };
    const lost: WriteOff = {
      ...common,
      status,
      event: writeOff,
      end:
        status === 'ended' ? event({ kind: 'write_off_ended', requestId: UUID, why: 'booked', note }) : null,
      updates: [],
    };
    return [
      {
        ...base,
        request: given,
        agency: count > 0 ? agencyOf(world) : { ...agencyOf(world), licence: null },
      },
      { ...base, request: lost, agency: null },
    ];
  });
}
