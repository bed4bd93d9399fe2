// A policy in words: every field has its line, and a change of one field is one line that says before and after.
import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { Policy } from '../../src/core/policy.ts';
import { customerPage, customerPageHtml } from '../../src/core/policy-page.ts';
import { changeInWords, changesBetween, policyInWords } from '../../src/core/policy-words.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';

const AS = { currency: 'USD', locale: 'en-US' };
const { caps, holds, window, plan, agency, steps } = DEFAULT_POLICY;

test('every line has a label of its own', () => {
  const labels = policyInWords(DEFAULT_POLICY, AS).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});

test('the same policy differs in nothing', () => {
  expect(changesBetween(DEFAULT_POLICY, structuredClone(DEFAULT_POLICY), AS)).toEqual([]);
});

test.each([
  [{ caps: { ...caps, minGapDays: 1 } }, 'Gap between two contacts: 5 days → 1 day'],
  [{ caps: { ...caps, writtenPer7Days: 1 } }, 'Letters in 7 days: at most 2 → at most 1'],
  [{ caps: { ...caps, callsPer7Days: 1 } }, 'Calls in 7 days: at most 3 → at most 1'],
  [{ caps: { ...caps, totalPer90Days: 9 } }, 'Contacts in 90 days: at most 8 → at most 9'],
  [{ caps: { ...caps, quietAfterConversationDays: 3 } }, 'Quiet after a conversation: 7 days → 3 days'],
  [
    { window: { ...window, weekdays: [1, 2, 3, 4] } },
    'Working days: Mon, Tue, Wed, Thu, Fri → Mon, Tue, Wed, Thu',
  ],
  [
    { window: { ...window, to: '16:00' } },
    'Hours: 09:00 to 17:00 by the customer’s clock → 09:00 to 16:00 by the customer’s clock',
  ],
  [{ window: { ...window, daysOff: ['2026-12-24'] } }, 'Own days off: none → 2026-12-24'],
  [{ minBalanceMinor: 5_000 }, 'Smallest sum that is chased: $25.00 → $50.00'],
  [{ toleranceMinor: 0 }, 'Small change that is let be: $1.00 → $0.00'],
  [{ alwaysAskAboveMinor: 1 }, 'Always asked about above: $5,000.00 → $0.01'],
  [{ autoSendNudge: true }, 'Notes before the due day: need an approver → go out by themselves'],
  [{ holds: { ...holds, afterPaymentDays: 1 } }, 'After a payment: 3 days of rest → 1 day of rest'],
  [
    { holds: { ...holds, promiseGraceBusinessDays: 1 } },
    'After a promised date: 2 working days of grace → 1 working day of grace',
  ],
  [
    { earlyPayment: null },
    'Early payment: 2 % off within 7 days of the invoice, which costs you as much as a loan at 53.2 % a year → no discount',
  ],
  [
    { plan: { ...plan, maxInstalments: 6 } },
    'Payment plan: at most 4 instalments in 60 days, weekly or fortnightly or monthly → at most 6 instalments in 60 days, weekly or fortnightly or monthly',
  ],
  [{ agency: { ...agency, approvals: 3 } }, 'Approvals for a hand-over: 2 → 3'],
  [{ steps: steps.filter(({ name }) => name !== 'owner') }, /^A letter from the owner: .* → taken out$/],
  [
    { steps: steps.map((step) => (step.name === 'firm' ? { ...step, afterPreviousDays: 6 } : step)) },
    /^A firm letter: .* at least 6 days after the contact before/,
  ],
  [
    { groups: { Retail: { caps: { minGapDays: 9 } } } },
    'Gap between two contacts (group Retail): not there → 9 days',
  ],
] as [Partial<Policy>, string | RegExp][])('a change of one field is one line: %j', (over, words) => {
  const changes = changesBetween(DEFAULT_POLICY, { ...DEFAULT_POLICY, ...over }, AS).map(changeInWords);
  expect(changes).toHaveLength(1);
  if (typeof words === 'string') expect(changes[0]).toBe(words);
  else expect(changes[0]).toMatch(words);
});

test('the page for customers says the terms, the steps, how to pay and how to ask for time, and threatens nobody', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    businessName: 'Harbor <&> Pine',
    sender: { name: 'Olivia Owner', email: 'o@harbor.example' },
    waysToPay: { linkTemplate: null, bankDetails: 'First Bank\nAccount 1', phone: '+1 212' },
  };
  const page = customerPage(
    {
      ...DEFAULT_POLICY,
      lateFee: { kind: 'simple_interest', annualRatePercent: 8, referenceRatePercent: null, fromStep: null },
    },
    settings,
  );
  const words = page.sections.flatMap(({ lines }) => lines).join('\n');
  expect(words).toContain('Please pay within 21 days');
  expect(words).toContain('3 days before the due day we send a short note');
  expect(words).toContain('First Bank, Account 1');
  expect(words).toContain('interest of 8 % a year');
  expect(words).toContain('up to 4 instalments within 60 days');
  expect(words).toContain('Monday to Friday between 09:00 and 17:00');
  expect(words).not.toMatch(/agency|court|legal|police/i);
  const html = customerPageHtml(page);
  expect(html).toContain('Harbor &lt;&amp;&gt; Pine');
  expect(html).not.toMatch(/<script|http/);
});
