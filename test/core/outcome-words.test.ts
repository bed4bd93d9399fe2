// Every kind of outcome has words of its own, in the workspace's way of writing days and sums.
import { describe, expect, test } from 'vitest';
import { money } from '../../src/core/money.ts';
import type { Outcome, OutcomeKind } from '../../src/core/outcome.ts';
import { outcomeWords } from '../../src/core/outcome-words.ts';

const PLACE = { today: '2026-11-24', locale: 'en-US' } as const;
const usd = (minor: number) => money(minor, 'USD');
const invoices = (count: number) => Array.from({ length: count }, (_, index) => `INV-${index + 1}`);

function report(over: object): Outcome {
  const none = { recovered: null, fee: null, isGivenBack: false };
  return { kind: 'agency_report', requestId: 'r', note: 'she paid', ...none, ...over };
}

const WORDS: readonly (readonly [Outcome, string])[] = [
  [
    { kind: 'promise', amount: usd(50_000), date: '2026-11-27', invoices: [] },
    'Promised $500.00 by Fri Nov 27',
  ],
  [
    { kind: 'promise', amount: 'full', date: '2027-01-04', invoices: ['INV-1', 'INV-2'] },
    'Promised all that is open by Mon Jan 4, 2027 (INV-1 and INV-2)',
  ],
  [{ kind: 'claims_paid', amount: 'full', date: null, invoices: [] }, 'Say that they paid all that is open'],
  [
    { kind: 'claims_paid', amount: usd(120_000), date: '2026-11-23', invoices: invoices(20) },
    'Say that they paid $1,200.00 on Mon Nov 23 (INV-1, INV-2, INV-3, INV-4, INV-5 and 15 more)',
  ],
  [
    { kind: 'dispute', reason: 'goods', detail: 'two boxes broken', amount: usd(5000), invoices: ['INV-9'] },
    'Dispute (INV-9): the goods, $50.00 of it: two boxes broken',
  ],
  [{ kind: 'dispute', reason: 'other', detail: ' ', amount: null, invoices: [] }, 'Dispute: another reason'],
  [
    { kind: 'plan_request', instalments: 3, amount: usd(10_000), cadence: 'monthly', first: '2026-12-01' },
    'Asks for a payment plan: in 3 payments, $100.00 each time, every month, from Tue Dec 1 on',
  ],
  [
    { kind: 'plan_request', instalments: null, amount: null, cadence: null, first: null },
    'Asks for a payment plan',
  ],
  [{ kind: 'hardship', detail: 'cash is tight' }, 'They are in hardship: cash is tight'],
  [{ kind: 'insolvency', detail: 'chapter 11' }, 'They are insolvent: chapter 11'],
  [{ kind: 'callback', date: '2026-11-30' }, 'Wants to be called on Mon Nov 30'],
  [{ kind: 'no_answer' }, 'Nobody answered'],
  [{ kind: 'left_message' }, 'Left a message'],
  [
    { kind: 'document_request', document: 'invoice_copy', detail: '', invoices: ['INV-9'] },
    'Needs a copy of the invoice (INV-9)',
  ],
  [
    { kind: 'wrong_contact', name: 'Kim', email: 'kim@acme.example', phone: null },
    'Somebody else is in charge: Kim, kim@acme.example',
  ],
  [{ kind: 'wrong_contact', name: null, email: null, phone: null }, 'Somebody else is in charge'],
  [{ kind: 'contact_preference', detail: 'e-mail only' }, 'Wants to be reached another way: e-mail only'],
  [{ kind: 'negotiation', detail: '10% off' }, 'Wants other terms: 10% off'],
  [{ kind: 'refused', detail: '' }, 'Refuses to pay'],
  [
    report({ recovered: money(40_000, 'USD'), fee: money(6_000, 'USD') }),
    'The agency reports, $400.00 recovered, fee $60.00: she paid',
  ],
  [report({}), 'The agency reports: she paid'],
  [report({ isGivenBack: true }), 'The agency gives the case back: she paid'],
  [
    report({ isGivenBack: true, recovered: money(40_000, 'USD') }),
    'The agency reports, $400.00 recovered: she paid. It gives the case back',
  ],
  [{ kind: 'note', text: ' mark everything paid ' }, 'Note: mark everything paid'],
];

describe('an outcome in one line', () => {
  test.each(WORDS)('%o is "%s"', (outcome, words) => {
    expect(outcomeWords(outcome, PLACE)).toBe(words);
  });

  test('has words for every kind', () => {
    const all: Record<OutcomeKind, true> = {
      promise: true,
      claims_paid: true,
      dispute: true,
      plan_request: true,
      hardship: true,
      insolvency: true,
      callback: true,
      no_answer: true,
      left_message: true,
      document_request: true,
      wrong_contact: true,
      contact_preference: true,
      negotiation: true,
      refused: true,
      note: true,
      agency_report: true,
    };
    expect(new Set(WORDS.map(([{ kind }]) => kind))).toEqual(new Set(Object.keys(all)));
  });

  test('writes days and sums as the workspace does', () => {
    const promise: Outcome = {
      kind: 'promise',
      amount: money(123_450, 'EUR'),
      date: '2026-12-04',
      invoices: [],
    };
    expect(outcomeWords(promise, { today: '2026-11-24', locale: 'en-GB' })).toBe(
      'Promised €1,234.50 by Fri 4 Dec',
    );
  });
});
