// Every gate before a hand-over: open, closed, on the day, the day before and the day after.
import { describe, expect, test } from 'vitest';
import type { Agency } from '../../src/core/agencies.ts';
import { DEFAULT_WEIGHTS, scoreOf } from '../../src/core/agencies.ts';
import { instantAt } from '../../src/core/calendar.ts';
import { customerState } from '../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { askGates, closedGates, type FinalNotice } from '../../src/core/hand-over.ts';
import type { CaseEvent, CustomerTerms } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import type { PlanTerms } from '../../src/core/plan/plan.ts';
import { collectedPercent } from '../../src/core/review.ts';
import { customer, event, inDays, invoice, ledgerOf, promise, said, TODAY, ZONE } from './chase/situation.ts';
import { proposed, TERMS } from './plan/planned.ts';

const AGENCY: Agency = {
  id: 'fair',
  name: 'Fair Collect',
  contact: 'Gil, gil@fair.example',
  licence: 'NY 1234',
  feePercent: 20,
  reporting: 'every week',
  references: '',
  notes: '',
  marks: { respect: 5, licence: 4, fees: 2, reporting: 4, references: null },
};

const NOTICE: FinalNotice = { sentOn: inDays(-20), deadline: inDays(-8), invoices: ['A'] };

const PLAN: PlanTerms = {
  ...TERMS,
  invoices: ['A'],
  instalments: [
    { day: inDays(3), amount: money(20_000, 'USD') },
    { day: inDays(10), amount: money(20_000, 'USD') },
  ],
};

type Case = {
  readonly events?: readonly CaseEvent[];
  readonly terms?: CustomerTerms;
  readonly open?: number;
  readonly notice?: FinalNotice | null;
  readonly freshAt?: string | null;
  readonly agencies?: readonly Agency[];
  readonly approvers?: readonly string[];
};

function ask({
  events = [],
  terms = {},
  open = 40_000,
  notice = NOTICE,
  agencies = [AGENCY],
  ...more
}: Case = {}) {
  const now = instantAt(ZONE, TODAY, '10:00');
  const acme = customer({ terms });
  const ledger = ledgerOf({ customers: [acme], invoices: [invoice(80, { number: 'A', open })], events });
  return askGates({
    state: customerState(ledger, acme, DEFAULT_POLICY, { now, zone: ZONE }),
    currency: 'USD',
    finalNotice: notice,
    freshAt: more.freshAt === undefined ? now : more.freshAt,
    settings: { agencies: [...agencies], approvers: [...(more.approvers ?? ['U1', 'U2'])], owners: ['U1'] },
    context: { now, zone: ZONE, locale: 'en-US', currency: 'USD' },
  });
}

const closed = (of: Case) => closedGates(ask(of).gates).map(({ name }) => name);

describe('the gates of a hand-over', () => {
  test('are all open for a case that went the whole way', () => {
    expect(ask()).toMatchObject({ invoices: ['A'], amount: { minor: 40_000, currency: 'USD' } });
    expect(closed({})).toEqual([]);
  });

  const CASES: readonly (readonly [string, Case, readonly string[]])[] = [
    ['no final notice', { notice: null }, ['Final notice', 'Sum']],
    ['a deadline that ends tomorrow', { notice: { ...NOTICE, deadline: inDays(1) } }, ['Deadline']],
    ['a deadline that ends today', { notice: { ...NOTICE, deadline: TODAY } }, ['Deadline']],
    ['a deadline that ended yesterday', { notice: { ...NOTICE, deadline: inDays(-1) } }, []],
    [
      'a dispute',
      {
        events: [
          said(inDays(-3), { kind: 'dispute', reason: 'goods', detail: '', amount: null, invoices: ['A'] }),
        ],
      },
      ['Disputes', 'Sum'],
    ],
    ['a payment plan that is open', { events: [proposed(inDays(-1), PLAN)] }, ['Payment plan', 'Sum']],
    ['a promise that runs', { events: [promise(inDays(-1), inDays(3))] }, ['Promises', 'Sum']],
    ['a promise that was broken', { events: [promise(inDays(-30), inDays(-20))] }, []],
    [
      'a plan they asked for',
      {
        events: [
          said(inDays(-1), {
            kind: 'plan_request',
            instalments: 3,
            amount: null,
            cadence: null,
            first: null,
          }),
        ],
      },
      ['Our turn', 'Sum'],
    ],
    [
      'a payment said to be sent',
      { events: [said(inDays(-1), { kind: 'claims_paid', amount: 'full', date: null, invoices: [] })] },
      ['Said to be paid', 'Sum'],
    ],
    ['a natural person', { terms: { naturalPerson: true } }, ['A company']],
    ['insolvency', { events: [said(inDays(-9), { kind: 'insolvency', detail: '' })] }, ['Trouble']],
    ['hardship of last week', { events: [said(inDays(-7), { kind: 'hardship', detail: '' })] }, ['Trouble']],
    ['hardship of two weeks ago', { events: [said(inDays(-14), { kind: 'hardship', detail: '' })] }, []],
    ['a cent less than the policy’s least', { open: 24_999 }, ['Sum']],
    ['the policy’s least', { open: 25_000 }, []],
    ['books of five days ago', { freshAt: instantAt(ZONE, inDays(-5), '10:00') }, ['Fresh books']],
    ['books of three days ago', { freshAt: instantAt(ZONE, inDays(-3), '10:00') }, []],
    ['no books', { freshAt: null }, ['Fresh books']],
    ['no agency', { agencies: [] }, ['Agencies']],
    ['one approver only', { approvers: ['U1'] }, ['Approvers']],
    [
      'a notice from before Tightrope, and an invoice that was late by then',
      { notice: { ...NOTICE, sentOn: inDays(-79), invoices: [] } },
      [],
    ],
    [
      'a notice from before Tightrope, and an invoice that fell due later',
      { notice: { ...NOTICE, sentOn: inDays(-80), invoices: [] } },
      ['Sum'],
    ],
    ['an invoice that was in no final notice', { notice: { ...NOTICE, invoices: ['B', 'A2'] } }, ['Sum']],
  ];

  test.each(CASES)('with %s', (_, of, gates) => {
    expect(closed(of)).toEqual(gates);
  });

  test('a closed one says why and what to do, in a sentence of its own', () => {
    const words = new Set<string>();
    for (const [, of] of CASES) {
      for (const gate of closedGates(ask(of).gates)) {
        expect(gate.words).toMatch(/^\S.{20,}[.]$/);
        words.add(`${gate.name}: ${gate.words}`);
      }
    }
    expect(words.size).toBeGreaterThan(12);
  });

  test('a request that waits for its answer closes the next', () => {
    const asked = event(inDays(-1), {
      kind: 'hand_over_asked',
      currency: 'USD',
      agencyId: 'fair',
      agency: 'Fair Collect',
      feePercent: 20,
      invoices: ['A'],
      amount: { minor: 40_000, currency: 'USD' },
      approvals: 2,
      reason: 'no answer',
    });
    expect(closed({ events: [asked] })).toEqual(['No other request']);
  });
});

describe('an agency’s score', () => {
  test('is the mean of its marks by the owner’s weights', () => {
    // (5·5 + 4·4 + 2·2 + 4·3) ÷ (5 + 4 + 2 + 3) = 57 ÷ 14
    expect(scoreOf(AGENCY, DEFAULT_WEIGHTS)).toEqual({ score: 4.1, redFlags: [] });
  });

  test('without a licence it is flagged, and no mark for it counts', () => {
    const bare = { ...AGENCY, licence: null };
    const { score, redFlags } = scoreOf(bare, DEFAULT_WEIGHTS);
    expect(score).toBe(4.1); // 41 ÷ 10
    expect(redFlags).toEqual([expect.stringContaining('No licence is recorded')]);
    const praised = { ...bare, marks: { ...bare.marks, licence: 5 } };
    expect(scoreOf(praised, DEFAULT_WEIGHTS)).toEqual({ score, redFlags });
  });

  test('is none where nothing was marked', () => {
    const marks = { respect: null, licence: null, fees: null, reporting: null, references: null };
    expect(scoreOf({ ...AGENCY, marks }, DEFAULT_WEIGHTS).score).toBeNull();
  });
});

test.each([
  [10, 70],
  [90, 70],
  [135, 61],
  [180, 52],
  [365, 23],
  [900, 23],
])('of debts %i days late about %i percent is still collected', (days, percent) => {
  expect(collectedPercent(days)).toBe(percent);
});
