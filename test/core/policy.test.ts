// Bad policies are refused with the field and the reason.
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { policySchema } from '../../src/core/policy-schema.ts';

const [nudge, reminder, question] = DEFAULT_POLICY.steps;
const fee = DEFAULT_POLICY.lateFee;

function refusal(over: object): { path: string; message: string } | null {
  const result = policySchema.safeParse({ ...DEFAULT_POLICY, ...over });
  const issue = result.success ? null : result.error.issues[0];
  return issue ? { path: issue.path.join('.'), message: issue.message } : null;
}

test('the default policy is a good one', () => {
  expect(policySchema.parse(DEFAULT_POLICY)).toEqual(DEFAULT_POLICY);
});

describe('refuses', () => {
  for (const [what, over, path] of [
    [
      'a window that ends before it begins',
      { window: { ...DEFAULT_POLICY.window, from: '17:00', to: '09:00' } },
      'window.to',
    ],
    ['a time that is none', { window: { ...DEFAULT_POLICY.window, from: '9 am' } }, 'window.from'],
    ['a step twice', { steps: [reminder, { ...reminder, day: 9 }] }, 'steps.1.name'],
    ['two steps on one day', { steps: [reminder, { ...question, day: 3 }] }, 'steps.1.day'],
    ['a reminder before the due day', { steps: [{ ...reminder, day: -1 }] }, 'steps.0.day'],
    ['a nudge after it', { steps: [{ ...nudge, day: 2 }] }, 'steps.0.day'],
    ['a fee in the nudge', { steps: [{ ...nudge, maySay: ['fee'] }] }, 'steps.0.maySay'],
    ['no steps', { steps: [] }, 'steps'],
    [
      'a hand-over before the review',
      { agency: { ...DEFAULT_POLICY.agency, handOverByDay: 30 } },
      'agency.handOverByDay',
    ],
    [
      'a review after the hand-over',
      { steps: [reminder, { ...reminder, name: 'internal_review', day: 91, channel: 'none' }] },
      'agency.handOverByDay',
    ],
    ['a field that is not known', { graceDays: 3 }, ''],
    ['a negative tolerance', { toleranceMinor: -1 }, 'toleranceMinor'],
    ['small change above the smallest sum', { toleranceMinor: 2501 }, 'toleranceMinor'],
    ['a discount after the due day', { steps: [{ ...reminder, maySay: ['discount'] }] }, 'steps.0.maySay'],
    ['an agency before the final notice', { steps: [{ ...question, maySay: ['agency'] }] }, 'steps.0.maySay'],
    ['a court before the final notice', { steps: [{ ...question, maySay: ['legal'] }] }, 'steps.0.maySay'],
    ['a step without any day', { steps: [nudge, { ...reminder, day: null }] }, 'steps.1.day'],
    [
      'a first step that counts from a contact before it',
      { steps: [{ ...reminder, day: null, afterPreviousDays: 5 }] },
      'steps.0.day',
    ],
    ['a step that reaches nobody', { steps: [{ ...reminder, channel: 'none' }] }, 'steps.0.channel'],
    [
      'a call that is mailed',
      { steps: [reminder, { ...reminder, name: 'call', day: 15, channel: 'email' }] },
      'steps.1.channel',
    ],
    [
      'a review that is mailed',
      { steps: [reminder, { ...reminder, name: 'internal_review', day: 60, channel: 'email' }] },
      'steps.1.channel',
    ],
    [
      'interest without a rate',
      { lateFee: { ...fee, kind: 'simple_interest' } },
      'lateFee.annualRatePercent',
    ],
    [
      'a statute without the bank’s rate',
      { lateFee: { ...fee, kind: 'uk_statutory' } },
      'lateFee.referenceRatePercent',
    ],
    [
      'a fee on a step that may not name one',
      { lateFee: { ...fee, kind: 'simple_interest', annualRatePercent: 8, fromStep: 'reminder' } },
      'lateFee.fromStep',
    ],
    ['a step that names a fee that is off', { lateFee: { ...fee, fromStep: 'firm' } }, 'lateFee.fromStep'],
    [
      'a first instalment after the last',
      { plan: { ...DEFAULT_POLICY.plan, firstWithinDays: 90 } },
      'plan.firstWithinDays',
    ],
    [
      'fewer contacts in 90 days than letters in one week',
      { caps: { ...DEFAULT_POLICY.caps, totalPer90Days: 1 } },
      'caps.totalPer90Days',
    ],
    [
      'a group that contradicts what it stands over',
      { groups: { Retail: { window: { to: '08:00' } } } },
      'groups.Retail.window.to',
    ],
    ['a group with a field that is not known', { groups: { Retail: { termsDays: 3 } } }, 'groups.Retail'],
  ] as const) {
    test(what, () => {
      expect(refusal(over)?.path).toBe(path);
      expect(refusal(over)?.message).toBeTruthy();
    });
  }
});

test('a policy saved before steps could count from the contact before is read as it was meant', () => {
  const { groups: _, groupBy: __, ...older } = DEFAULT_POLICY;
  const steps = older.steps.map(({ afterPreviousDays: _a, approval: _b, ...step }) => step);
  const lateFee = { kind: 'off', annualRatePercent: null };
  const { afterPaymentDays: _c, ...holds } = older.holds;
  expect(policySchema.parse({ ...older, steps, lateFee, holds })).toEqual(DEFAULT_POLICY);
});

test('a policy that named the day of its review beside the ladder is read without it, for everybody and for a group', () => {
  const agency = { ...DEFAULT_POLICY.agency, reviewDay: 45 };
  const groups = { Retail: { agency: { reviewDay: 30, approvals: 3 } } };
  expect(policySchema.parse({ ...DEFAULT_POLICY, agency, groups })).toEqual({
    ...DEFAULT_POLICY,
    groups: { Retail: { agency: { approvals: 3 } } },
  });
  expect(refusal({ agency: { ...agency, reviewDays: 3 } })?.path).toBe('agency');
});
