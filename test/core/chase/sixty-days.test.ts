// Two hundred customers, sixty days: what the engine says is done and recorded, and nobody is pressed.
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, weekday } from '../../../src/core/calendar.ts';
import { whoToChase } from '../../../src/core/chase/who-to-chase.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent, Customer, EventBody, Invoice, Payment } from '../../../src/core/ledger.ts';
import type { Act } from '../../../src/core/verdict.ts';
import { customer, inDays, ZONE } from './situation.ts';

const STEPS = DEFAULT_POLICY.steps.map(({ name }) => name);

type Played = { readonly day: Day; readonly customerId: string; readonly act: Act };

describe('sixty days of two hundred customers', () => {
  const played = play(200, 60);

  test('nobody is chased twice within the gap', () => {
    for (const rounds of byCustomer(played).values()) {
      const days = [...new Set(rounds.filter(({ act }) => act.channel !== 'none').map((round) => round.day))];
      days.forEach((each, index) => {
        const next = days[index + 1];
        if (next) expect(addDays(each, 5) <= next, `${each} and ${next}`).toBe(true);
      });
    }
  });

  test('nobody hears from us on a weekend or on Thanksgiving', () => {
    for (const { day: on } of played) {
      expect(weekday(on)).toBeLessThan(6);
      expect(on).not.toBe('2026-11-26');
    }
  });

  test('no step is climbed faster than one a gap', () => {
    let climbs = 0;
    for (const rounds of byCustomer(played).values()) {
      rounds.forEach((round, index) => {
        const next = rounds[index + 1];
        if (!next || next.act.driver !== round.act.driver || next.act.step === 'broken_promise_call') return;
        const up =
          STEPS.indexOf(next.act.step as (typeof STEPS)[number]) -
          STEPS.indexOf(round.act.step as (typeof STEPS)[number]);
        if (up <= 0 || round.act.step === 'broken_promise_call') return;
        climbs += 1;
        expect(addDays(round.day, 5) <= next.day).toBe(true);
        expect(up).toBeLessThanOrEqual(Math.max(1, Math.floor(daysBetween(round.day, next.day) / 5)));
      });
    }
    expect(climbs).toBeGreaterThan(100);
  });

  test('the first word is never harder than a question', () => {
    for (const rounds of byCustomer(played).values()) {
      const first = rounds.find(({ act }) => act.step !== 'nudge');
      if (first) expect(['reminder', 'question']).toContain(first.act.step);
    }
  });

  test('it really chased: every step was taken by somebody', () => {
    const steps = new Set(played.map(({ act }) => act.step));
    for (const step of ['nudge', 'reminder', 'question', 'call', 'firm', 'owner'] as const)
      expect(steps).toContain(step);
  });
});

function byCustomer(rounds: readonly Played[]): Map<string, Played[]> {
  const found = new Map<string, Played[]>();
  for (const round of rounds) {
    const key = `${round.customerId} ${round.act.currency}`;
    found.set(key, [...(found.get(key) ?? []), round]);
  }
  return found;
}

/** Day by day: what the engine says is done and recorded; some pay, some promise. From a fixed seed. */
function play(size: number, length: number): Played[] {
  let seed = 42;
  const chance = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const customers: Customer[] = Array.from({ length: size }, (_, i) =>
    customer({ id: `c${i}`, name: `C${i}`, country: 'US' }),
  );
  let rows: Invoice[] = customers.flatMap(({ id }, i) =>
    [0, 1].map((n): Invoice => {
      const due = inDays(Math.floor(chance() * 70) - 30);
      const open = { minor: 5_000 + Math.floor(chance() * 500_000), currency: 'USD' };
      return {
        id: `${id}-${n}`,
        customerId: id,
        number: `${i}-${n}`,
        kind: 'invoice',
        issued: addDays(due, -21),
        due,
        total: open,
        open,
        memo: null,
        firstSeen: '2026-01-05T12:00:00.000Z',
      };
    }),
  );
  const payments: Payment[] = [];
  const events: CaseEvent[] = [];
  const played: Played[] = [];
  for (let offset = 0; offset < length; offset += 1) {
    const on = inDays(offset);
    const now = `${on}T15:00:00.000Z`;
    for (const each of whoToChase(
      { freshAt: now, customers, invoices: rows, payments, events },
      DEFAULT_POLICY,
      { now, zone: ZONE },
    )) {
      if (each.kind !== 'act' || each.step === 'internal_review') continue;
      played.push({ day: on, customerId: each.customerId, act: each });
      const promised = chance() < 0.15;
      const what: EventBody =
        each.channel === 'call'
          ? {
              kind: 'outcome',
              via: 'call',
              outcome: promised
                ? { kind: 'promise', amount: 'full', date: addDays(on, 6), invoices: [] }
                : { kind: 'no_answer' },
            }
          : {
              kind: 'sent',
              draftId: 'd',
              step: each.step,
              currency: each.currency,
              amount: each.total,
              invoices: each.invoices,
              to: 'a@b.example',
              subject: '',
            };
      events.push({
        id: `e${String(events.length).padStart(6, '0')}`,
        customerId: each.customerId,
        at: now,
        by: 'U1',
        source: null,
        body: what,
      });
    }
    rows = rows.map((row) => {
      if (row.open.minor === 0 || chance() > 0.01) return row;
      payments.push({
        id: `p${payments.length}`,
        customerId: row.customerId,
        invoiceId: row.id,
        amount: row.open,
        day: on,
      });
      return { ...row, open: { ...row.open, minor: 0 } };
    });
  }
  return played;
}
