// The engine under a customer's own policy, an invoice's own terms, and steps that count from the contact before.
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { act, customer, inDays, inShort, invoice, leave, payment, sent, verdict } from './situation.ts';

const A = (late: number) => invoice(late, { number: 'A' });

describe('a group’s own gap', () => {
  const policy: Policy = { ...DEFAULT_POLICY, groups: { Retail: { caps: { minGapDays: 9 } } } };
  const retail = [customer({ group: 'Retail' })];

  test.each([
    [8, 'leave: too_soon until 2026-11-25'],
    [9, 'question'],
    [10, 'question'],
  ])('%d days after the reminder: %s', (ago, expected) => {
    expect(
      inShort({ policy, customers: retail, invoices: [A(12)], events: [sent(inDays(-ago), 'reminder')] }),
    ).toBe(expected);
  });

  test('is not the gap of others', () => {
    expect(inShort({ policy, invoices: [A(12)], events: [sent(inDays(-6), 'reminder')] })).toBe('question');
  });
});

test('a customer’s own steps are climbed instead of the policy’s', () => {
  const steps = DEFAULT_POLICY.steps.filter(({ name }) => name === 'reminder' || name === 'call');
  const own = [customer({ terms: { policy: { steps } } })];
  expect(inShort({ customers: own, invoices: [A(12)] })).toBe('reminder');
  expect(inShort({ customers: own, invoices: [A(16)], events: [sent(inDays(-6), 'reminder')] })).toBe('call');
});

describe('a step that counts from the contact before', () => {
  const steps = DEFAULT_POLICY.steps
    .filter(({ name }) => name === 'reminder' || name === 'question')
    .map((step) => (step.name === 'question' ? { ...step, day: null, afterPreviousDays: 14 } : step));
  const policy: Policy = { ...DEFAULT_POLICY, steps };

  test.each([
    [13, 'leave'],
    [14, 'act'],
    [15, 'act'],
  ])('%d days after it: %s', (ago, kind) => {
    const found = verdict({ policy, invoices: [A(40)], events: [sent(inDays(-ago), 'reminder')] });
    expect(found.kind).toBe(kind);
    if (found.kind === 'leave') expect(found.until).toBe(inDays(1));
  });
});

describe('an invoice’s own terms', () => {
  const own = (terms: object) => [customer({ terms: { invoices: { A: terms } } })];

  test('one that is not chased is left out, and the others are chased', () => {
    const found = act({
      customers: own({ doNotChase: true }),
      invoices: [A(30), invoice(12, { number: 'B' })],
    });
    expect(found.driver).toBe('id of B');
    expect(found.leftOut).toMatchObject([{ invoice: 'id of A', reason: 'own_terms', until: null }]);
  });

  test('where it is the only one, the customer is left alone, with the reason', () => {
    const found = leave({ customers: own({ doNotChase: true }), invoices: [A(30)] });
    expect(found).toMatchObject({ reason: 'own_terms', until: null });
    expect(found.because).toContain('not chased');
  });

  test.each([
    [14, 'leave: own_terms until 2026-11-25'],
    [15, 'leave: not_yet until 2026-11-26'],
    [17, 'reminder'],
  ])('with 14 days more, %d days late: %s', (late, expected) => {
    expect(inShort({ customers: own({ extraDays: 14 }), invoices: [A(late)] })).toBe(expected);
  });
});

describe('after a payment the ladder rests three days', () => {
  test.each([
    [0, 'leave: quiet until 2026-11-27'],
    [2, 'leave: quiet until 2026-11-25'],
    [3, 'question'],
    [4, 'question'],
  ])('%d days after it: %s', (ago, expected) => {
    expect(inShort({ invoices: [A(12)], payments: [payment(inDays(-ago), 5_000)] })).toBe(expected);
  });

  test('and says what came', () => {
    expect(leave({ invoices: [A(12)], payments: [payment(inDays(-1), 5_000)] }).because).toBe(
      '$50.00 came on Mon Nov 23: nothing before Thu Nov 26, then the question.',
    );
  });
});
