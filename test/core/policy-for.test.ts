// Whose policy holds: the workspace's, a group's, a customer's own, and the two profiles that soften all of them.
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { CustomerTerms } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import { policyFor, withOverrides } from '../../src/core/policy-for.ts';
import { contradictionsIn } from '../../src/core/policy-rules.ts';
import { changesBetween } from '../../src/core/policy-words.ts';

const GROUPS: Policy = {
  ...DEFAULT_POLICY,
  groups: { Retail: { caps: { minGapDays: 9 }, minBalanceMinor: 10_000 }, Empty: {} },
};
const of = (group: string | null, terms: CustomerTerms = {}) => policyFor(GROUPS, { group, terms });
const AS = { currency: 'USD', locale: 'en-US' };

describe('precedence', () => {
  test('where nothing is their own, it is the very same policy', () => {
    expect(of(null)).toBe(GROUPS);
    expect(of('Wholesale')).toBe(GROUPS);
    expect(of('constructor')).toBe(GROUPS);
  });

  test('a group stands over the workspace, in the parts it names', () => {
    expect(of('Retail').caps).toEqual({ ...DEFAULT_POLICY.caps, minGapDays: 9 });
    expect(of('Retail').minBalanceMinor).toBe(10_000);
    expect(of('Retail').window).toBe(GROUPS.window);
  });

  test('the customer stands over the group', () => {
    const own = of('Retail', { policy: { caps: { minGapDays: 12 } } });
    expect(own.caps.minGapDays).toBe(12);
    expect(own.minBalanceMinor).toBe(10_000);
    expect(of('Retail', { minGapDays: 3 }).caps.minGapDays).toBe(3);
  });

  test('what is there and undefined puts nothing out', () => {
    const own = withOverrides(GROUPS, {
      caps: { minGapDays: undefined as never },
      minBalanceMinor: undefined as never,
    });
    expect(own).toEqual(GROUPS);
  });

  test('asked twice, it is the same', () => {
    const terms: CustomerTerms = { vip: true, naturalPerson: true, policy: { minBalanceMinor: 1 } };
    const once = of('Retail', terms);
    expect(policyFor(once, { group: 'Retail', terms })).toEqual(once);
  });
});

describe('the profiles', () => {
  const FEES: Policy = {
    ...DEFAULT_POLICY,
    autoSendNudge: true,
    lateFee: { kind: 'uk_statutory', annualRatePercent: null, referenceRatePercent: 4, fromStep: 'firm' },
  };

  test('whom we must not lose hears of no consequence, and an owner approves each letter', () => {
    const vip = policyFor(FEES, { group: null, terms: { vip: true } });
    const said = new Set(vip.steps.flatMap(({ maySay }) => maySay));
    for (const topic of ['fee', 'pause_credit', 'agency', 'legal'] as const)
      expect(said).not.toContain(topic);
    expect(vip.steps.every(({ approval }) => approval === 'owner')).toBe(true);
    expect(vip.autoSendNudge).toBe(false);
    expect(contradictionsIn(vip)).toEqual([]);
  });

  test('a natural person is written to less often, and no statute of businesses binds them', () => {
    const person = policyFor(FEES, { group: null, terms: { naturalPerson: true } });
    expect(person.caps).toMatchObject({ minGapDays: 7, writtenPer7Days: 1, callsPer7Days: 1 });
    expect(person.lateFee.kind).toBe('off');
    expect(contradictionsIn(person)).toEqual([]);
    const patient = policyFor(
      { ...FEES, caps: { ...FEES.caps, minGapDays: 14 } },
      { group: null, terms: { naturalPerson: true } },
    );
    expect(patient.caps.minGapDays).toBe(14);
  });

  test('what is their own is said in words', () => {
    const words = changesBetween(GROUPS, of('Retail'), AS).map(
      ({ label, before, after }) => `${label}: ${before} → ${after}`,
    );
    expect(words).toContain('Gap between two contacts: 5 days → 9 days');
    expect(words).toContain('Smallest sum that is chased: $25.00 → $100.00');
  });
});
