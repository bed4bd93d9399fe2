// The widest and the narrowest policies, forecasts and explanations there are, for the views that show them.
import type { Day } from '../../../src/core/calendar.ts';
import type { BackTest } from '../../../src/core/chase/back-test.ts';
import type { Explanation } from '../../../src/core/chase/explain.ts';
import type { Planned } from '../../../src/core/chase/forecast.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CustomerTerms } from '../../../src/core/ledger.ts';
import type { Policy } from '../../../src/core/policy.ts';
import type { PolicyChange } from '../../../src/core/policy-words.ts';
import type { Act, Verdict } from '../../../src/core/verdict.ts';
import { TODAY } from './examples.ts';
import { caseOf, type World } from './extremes.ts';

const many = <T>(world: World, make: (index: number) => T): T[] =>
  Array.from({ length: world.count }, (_, index) => make(index));

export function policyOf(world: World): Policy {
  if (world.count === 0) return { ...DEFAULT_POLICY, steps: DEFAULT_POLICY.steps.slice(1, 2) };
  return {
    ...DEFAULT_POLICY,
    window: {
      ...DEFAULT_POLICY.window,
      daysOff: many(world, (n) => `20${String(26 + (n % 50)).padStart(2, '0')}-12-24`),
      holidayCountry: 'US',
    },
    groups: Object.fromEntries(many(world, (n) => [`${world.name} ${n}`, { caps: { minGapDays: 9 } }])),
  };
}

export function termsOf(world: World): CustomerTerms {
  return {
    vip: true,
    doNotContact: true,
    minGapDays: 60,
    invoices: Object.fromEntries(
      many(world, (n) => [`${world.name} ${n}`, { doNotChase: true, extraDays: 365 }]),
    ),
  };
}

function anyAct(world: World): Act | null {
  return caseOf(world).verdicts.find((verdict): verdict is Act => verdict.kind === 'act') ?? null;
}

export function plannedOf(world: World): Planned[] {
  const act = anyAct(world);
  if (!act) return [];
  return many(world, (n) => ({
    day: `2026-12-${String((n % 28) + 1).padStart(2, '0')}` as Day,
    customerName: world.name,
    act,
  }));
}

export function explanationOf(world: World): Explanation {
  const { customer, verdicts } = caseOf(world);
  return {
    customer,
    today: TODAY,
    reasonings: verdicts.map((verdict: Verdict) => ({
      verdict,
      rules: many(world, (n) => ({ name: `${world.name} ${n}`, stands: n % 2 === 0, words: world.note })),
      ladder: many(world, () => ({
        step: 'final_notice' as const,
        on: TODAY,
        state: 'passed_over' as const,
      })),
      fees: [],
    })),
    ownPolicy: many(world, () => world.note),
  };
}

export function backTestOf(world: World): BackTest {
  const total = { minor: 1, currency: 'USD' };
  return {
    from: TODAY,
    to: TODAY,
    reallySent: world.count,
    realMistakes: world.count,
    replayed: many(world, (n) => ({
      day: TODAY,
      customerName: world.name,
      step: 'broken_promise_call' as const,
      channel: 'email' as const,
      total,
      because: world.note,
      mistake: n % 2 === 0 ? null : { kind: 'paid' as const, on: TODAY, amount: total },
    })),
  };
}

export function changesOf(world: World): PolicyChange[] {
  return many(world, () => ({ topic: 'steps' as const, label: world.name, before: world.note, after: null }));
}

export function versionsOf(world: World) {
  return many(world, (version) => ({
    version,
    by: world.name,
    at: '2026-11-24T12:00:00.000Z',
    changes: changesOf(world),
  }));
}
