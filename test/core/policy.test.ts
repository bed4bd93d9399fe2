// Bad policies are refused with the field and the reason.
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { policySchema } from '../../src/core/policy-schema.ts';

const [nudge, reminder, question] = DEFAULT_POLICY.steps;

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
    ['a field that is not known', { graceDays: 3 }, ''],
    ['a negative tolerance', { toleranceMinor: -1 }, 'toleranceMinor'],
  ] as const) {
    test(what, () => {
      expect(refusal(over)?.path).toBe(path);
      expect(refusal(over)?.message).toBeTruthy();
    });
  }
});
