// Money trouble softens what comes after it: the gap, the tone, the steps; on the day, the day before, the day after.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessed } from '../../../src/core/assessed.ts';
import type { Day } from '../../../src/core/calendar.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent } from '../../../src/core/ledger.ts';
import { forHardship } from '../../../src/core/policy-for.ts';
import { policySchema } from '../../../src/core/policy-schema.ts';
import { troublesToReview } from '../../../src/core/trouble-reviews.ts';
import { stateIn } from '../plan/planned.ts';
import {
  act,
  event,
  inDays,
  inShort,
  invoice,
  ledgerOf,
  type Situation,
  said,
  sent,
  TODAY,
  ZONE,
} from './situation.ts';

const told = (on: Day) => said(on, { kind: 'hardship', detail: 'their client failed' });
const assessed = (on: Day, way: Assessed['way'], review: Day): CaseEvent =>
  event(on, { kind: 'assessed', trouble: 'temporary', since: null, helps: null, way, review });
const LATE = invoice(45, { number: 'INV-1', open: 100_000 });
const gentle = (situation: Situation) => stateIn({ invoices: [LATE], ...situation }).gentle !== null;

describe('a customer who told us of money trouble', () => {
  test.each([
    ['the same day', [told(TODAY)], TODAY, true],
    ['before they said so', [told(inDays(1))], TODAY, false],
    ['the day before a season is over', [told(TODAY)], inDays(89), true],
    ['a season later', [told(TODAY)], inDays(90), false],
    [
      'a season after the trouble was assessed, a month after its review',
      [told(TODAY), assessed(inDays(10), 'wait', inDays(90))],
      inDays(119),
      true,
    ],
    ['and the day after that', [told(TODAY), assessed(inDays(10), 'wait', inDays(90))], inDays(120), false],
    [
      'once somebody goes on as before',
      [told(TODAY), assessed(inDays(10), 'go_on', inDays(20))],
      inDays(11),
      false,
    ],
    [
      'who says so again after that',
      [told(TODAY), assessed(inDays(10), 'go_on', inDays(20)), told(inDays(30))],
      inDays(31),
      true,
    ],
    [
      'once a person ended every hold',
      [told(TODAY), event(inDays(3), { kind: 'released', reason: '' })],
      inDays(4),
      false,
    ],
  ] as const)('is met softly, or not: %s', (_, events, on, expected) => {
    expect(gentle({ events: [...events], on })).toBe(expected);
  });

  test('is met as before once all is paid that was open then', () => {
    const paid = { ...LATE, open: { minor: 0, currency: 'USD' } };
    expect(gentle({ invoices: [paid], events: [told(TODAY)], on: inDays(5) })).toBe(false);
    const later = invoice(-30, { number: 'INV-2', issued: inDays(3) });
    expect(gentle({ invoices: [paid, later], events: [told(TODAY)], on: inDays(5) })).toBe(false);
  });

  test('hears from us no sooner than ten days after the last contact, and a softer step says why', () => {
    const events = [
      told('2026-11-03'),
      assessed('2026-11-03', 'wait', '2026-11-16'),
      sent('2026-11-16', 'question'),
    ];
    const on = (day: Day) => ({ invoices: [LATE], events, on: day });
    expect(inShort(on('2026-11-25'))).toBe('leave: too_soon until 2026-11-26');
    const found = act(on('2026-11-26'));
    expect(found.because).toMatch(/Softly, because they told us of money trouble on Tue Nov 3\.$/);
    const before = { invoices: [LATE], events: events.slice(2), on: '2026-11-24' as Day };
    expect(act(before).because).not.toContain('Softly');
  });

  test('gets no letter beyond the firm one, and comes to the review all the same', () => {
    const contacts = (['reminder', 'question', 'firm'] as const).map((step, index) =>
      sent(inDays(-48 + index * 15), step),
    );
    const events = [told(inDays(-60)), assessed(inDays(-59), 'wait', inDays(-50)), ...contacts];
    const late = { invoices: [invoice(55, { number: 'INV-1' })] };
    expect(inShort({ ...late, events })).toMatch(/^leave: .* until 2026-11-30$/); // 61 days late
    expect(inShort({ ...late, events, on: '2026-11-30' })).toBe('internal_review');
    expect(inShort({ ...late, events: contacts })).toBe('final_notice');
  });

  test('is looked at again on the day that was chosen, until somebody decides', () => {
    const due = (situation: Situation) =>
      troublesToReview(ledgerOf({ invoices: [LATE], ...situation }), DEFAULT_POLICY, {
        now: `${situation.on ?? TODAY}T15:00:00.000Z`,
        zone: ZONE,
        locale: 'en-US',
      }).map(({ words }) => words);
    const events = [told(TODAY), assessed(inDays(1), 'wait', inDays(20))];
    expect(due({ events, on: inDays(19) })).toEqual([]);
    expect(due({ events, on: inDays(20) })).toEqual([
      'They told you of money trouble on Tue Nov 24, to be looked at again on Mon Dec 14: ask how it stands, then decide under More…, Money trouble.',
    ]);
    expect(due({ events: [told(TODAY)], on: inDays(13) })).toEqual([]);
    expect(due({ events: [told(TODAY)], on: inDays(14) })).toHaveLength(1);
    expect(due({ events: [...events, assessed(inDays(20), 'plan', inDays(50))], on: inDays(21) })).toEqual(
      [],
    );
    expect(due({ events: [...events, assessed(inDays(20), 'go_on', inDays(50))], on: inDays(60) })).toEqual(
      [],
    );
  });
});

describe('the policy for somebody in trouble', () => {
  const soft = forHardship(DEFAULT_POLICY);

  test('names no consequence and no deadline at any step, presses in no tone, and may still offer a plan', () => {
    for (const { maySay, tone, name } of soft.steps) {
      expect([name, maySay.filter((topic) => topic !== 'plan')]).toEqual([name, []]);
      expect(['warm', 'friendly', 'helpful', 'human']).toContain(tone);
    }
    expect(soft.steps.map(({ name }) => name)).toEqual([
      'nudge',
      'reminder',
      'question',
      'call',
      'firm',
      'internal_review',
    ]);
    expect(soft.steps.find(({ name }) => name === 'firm')?.maySay).toEqual(['plan']);
    expect(soft.lateFee.fromStep).toBeNull();
  });

  test('contradicts itself in nothing, and is no softer for being softened twice', () => {
    expect(policySchema.safeParse(soft).success).toBe(true);
    expect(forHardship(soft)).toEqual(soft);
  });
});

test('no letter to somebody in trouble may name a consequence, whatever was sent before', () => {
  const steps = fc.constantFrom('reminder', 'question', 'call', 'firm', 'owner', 'final_notice');
  const contacts = fc.array(fc.tuple(steps, fc.integer({ min: 1, max: 60 })), { maxLength: 5 });
  let acts = 0;
  fc.assert(
    fc.property(
      contacts,
      fc.integer({ min: 3, max: 120 }),
      fc.integer({ min: 15, max: 80 }),
      (made, late, ago) => {
        const situation = {
          invoices: [invoice(late, { number: 'INV-1' })],
          events: [told(inDays(-ago)), ...made.map(([step, days]) => sent(inDays(-days), step))],
        };
        const state = stateIn(situation);
        if (!state.gentle) return;
        const short = inShort(situation);
        if (short.startsWith('leave')) return;
        acts += 1;
        expect(['reminder', 'question', 'call', 'firm', 'internal_review']).toContain(short);
      },
    ),
    { numRuns: 400 },
  );
  expect(acts).toBeGreaterThan(30);
});
