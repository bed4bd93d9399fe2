// What an agency is shown to have brought: counted from what was recorded, and no share of too few.
import { describe, expect, test } from 'vitest';
import { agencyRecords, recordWords } from '../../src/core/agency-record.ts';
import { instantAt } from '../../src/core/calendar.ts';
import type { HandOverEnd, HandOverPart } from '../../src/core/last-resort-events.ts';
import type { CaseEvent } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import { event, inDays, TODAY, ZONE } from './chase/situation.ts';

const NOW = { now: instantAt(ZONE, TODAY, '18:00'), zone: ZONE };
const usd = (minor: number) => money(minor, 'USD');

function given(
  id: string,
  days: number,
  over: { approvals?: number; agencyId?: string; more?: HandOverPart[] } = {},
) {
  const { approvals = 1, agencyId = 'fair', more } = over;
  return event(
    inDays(days),
    {
      kind: 'hand_over_asked',
      currency: 'USD',
      agencyId,
      agency: 'Fair Collect',
      feePercent: 20,
      invoices: ['A'],
      amount: usd(100_000),
      ...(more ? { more } : {}),
      approvals,
      reason: 'no answer',
    },
    { id, customerId: `customer of ${id}` },
  );
}
const update = (
  requestId: string,
  days: number,
  recovered: number | null,
  fee: number | null = null,
): CaseEvent =>
  event(inDays(days), {
    kind: 'agency_update',
    requestId,
    note: 'x',
    recovered: recovered === null ? null : usd(recovered),
    fee: fee === null ? null : usd(fee),
  });
const ended = (requestId: string, days: number, why: HandOverEnd): CaseEvent =>
  event(inDays(days), { kind: 'hand_over_ended', requestId, why, note: 'x' });

const of = (events: readonly CaseEvent[], agencyId = 'fair') => agencyRecords(events, NOW).get(agencyId);
const words = (events: readonly CaseEvent[]) => recordWords(of(events), 'en-US');

describe('an agency’s record', () => {
  test('of nothing says so; what waits or was declined was never given', () => {
    expect(words([])).toEqual(['No case was given to them yet.']);
    const declined = event(inDays(-1), { kind: 'request_declined', requestId: 'b', reason: 'no' });
    expect(
      of([given('a', -9, { approvals: 2 }), given('b', -9, { approvals: 2 }), declined]),
    ).toBeUndefined();
  });

  test('of one case tells sums and no share', () => {
    expect(
      words([
        given('a', -40),
        update('a', -30, null),
        update('a', -28, 30_000, 6_000),
        update('a', -2, 10_000),
      ]),
    ).toEqual([
      '1 case given, 1 still out.',
      'Collected $400.00 of $1,000.00, of which they kept $60.00; too few to tell: n = 1.',
      'The first money came after 12 days (median; too few to tell: n = 1).',
    ]);
  });

  test('of three tells the share, and the days only of those that brought any', () => {
    const events = [
      given('a', -40),
      update('a', -30, 100_000, 20_000),
      ended('a', -29, 'paid'),
      given('b', -40),
      update('b', -10, 50_000, 10_000),
      given('c', -40),
      ended('c', -5, 'given_back'),
    ];
    expect(of(events)).toMatchObject({ cases: 3, stillOut: 1, daysToMoney: [10, 30] });
    expect(words(events)).toEqual([
      '3 cases given, 1 still out, 1 paid, 1 given back.',
      'Collected $1,500.00 of $3,000.00 (50%), of which they kept $300.00 (20%); a hint, no more: n = 3.',
      'The first money came after 20 days (median; too few to tell: n = 2).',
    ]);
  });

  test('keeps currencies and agencies apart', () => {
    const more = [{ currency: 'EUR', invoices: ['B'], amount: money(50_000, 'EUR') }];
    const events = [given('a', -40, { more }), given('b', -40, { agencyId: 'rapid' })];
    expect(words(events)).toEqual([
      '1 case given, 1 still out.',
      'Collected €0.00 of €500.00; too few to tell: n = 1.',
      'Collected $0.00 of $1,000.00; too few to tell: n = 1.',
    ]);
    expect(of(events, 'rapid')?.cases).toBe(1);
  });

  test('forgets what was taken back', () => {
    const report = update('a', -28, 30_000, 6_000);
    const undone = event(inDays(-27), { kind: 'undone', eventId: report.id, reason: null });
    expect(of([given('a', -40), report, undone])).toMatchObject({
      daysToMoney: [],
      sums: [{ recovered: usd(0) }],
    });
  });
});
