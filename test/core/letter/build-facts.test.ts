// What a letter may speak of, gathered from the ledger: links, deadlines, decisions and history.
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent, EventBody, Ledger } from '../../../src/core/ledger.ts';
import { buildDraftFacts } from '../../../src/core/letter/build-facts.ts';
import { payLink } from '../../../src/core/letter/pay-link.ts';
import { money } from '../../../src/core/money.ts';
import type { SaidBy } from '../../../src/core/outcome.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import type { Act, StepName } from '../../../src/core/verdict.ts';

const AT = '2026-11-01T09:00:00.000Z';

function event(id: string, body: EventBody, by = 'U1', at = AT): CaseEvent {
  return { id, customerId: 'c1', at, by, source: null, body };
}

const CUSTOMER: Ledger['customers'][number] = {
  id: 'c1',
  name: 'Acme & Sons',
  group: null,
  contacts: [{ name: 'Dana Whitfield', email: 'dana@acme.example', phone: null }],
  language: 'en',
  country: 'GB',
  zone: null,
  accountManager: null,
  terms: {},
  firstSeen: AT,
};

function build(events: readonly CaseEvent[], step: StepName = 'firm', changes: Partial<Ledger> = {}) {
  const invoice = {
    id: 'i1',
    customerId: 'c1',
    number: 'INV/1',
    kind: 'invoice' as const,
    issued: '2026-10-01' as const,
    due: '2026-11-03' as const,
    total: money(100_000, 'GBP'),
    open: money(60_000, 'GBP'),
    memo: null,
    firstSeen: AT,
  };
  const ledger: Ledger = {
    freshAt: AT,
    customers: [CUSTOMER],
    invoices: [invoice],
    payments: [],
    events,
    ...changes,
  };
  const act: Act = {
    kind: 'act',
    customerId: 'c1',
    currency: 'GBP',
    step,
    channel: 'email',
    invoices: ['i1'],
    driver: 'i1',
    total: money(60_000, 'GBP'),
    daysLate: 21,
    because: '',
    facts: [],
    rank: 1,
    rankBecause: '',
    notBefore: '2026-11-24',
  };
  const settings = {
    ...DEFAULT_SETTINGS,
    businessName: 'Harbor Print',
    waysToPay: { linkTemplate: 'https://pay.example/{customer}/{number}', bankDetails: null, phone: null },
  };
  return buildDraftFacts({
    act,
    customer: ledger.customers[0] ?? CUSTOMER,
    ledger,
    settings,
    policy: DEFAULT_POLICY,
    policyVersion: 3,
    asOf: '2026-11-24',
  });
}

describe('the facts of a letter', () => {
  test('hold an encoded payment link, the country’s formats and what has been paid', () => {
    const facts = build([]);
    expect(facts.invoices[0]?.payLink).toBe('https://pay.example/Acme%20%26%20Sons/INV%2F1');
    expect(facts.language).toBe('en-GB');
    expect(facts.history.partPaid).toBe(true);
    expect(facts.plan).toEqual({ maxInstalments: 4, maxDays: 60 });
  });

  test('count from the day that was agreed for the invoice, and not from the one that it bears', () => {
    expect(build([])).toMatchObject({ invoices: [{ due: '2026-11-03', daysLate: 21 }] });
    const terms = { invoices: { 'INV/1': { extraDays: 14 } } };
    const more = build([], 'firm', { customers: [{ ...CUSTOMER, terms }] });
    expect(more).toMatchObject({ invoices: [{ due: '2026-11-17', daysLate: 7 }] });
  });

  test('count from the longer terms that were given before the invoice was issued, and not after', () => {
    const given = (at: string) =>
      event(
        'e1',
        {
          kind: 'sent',
          draftId: 'd',
          step: 'recognition',
          currency: 'GBP',
          amount: money(0, 'GBP'),
          invoices: [],
          to: 'dana@acme.example',
          subject: '',
          offer: { kind: 'recognition', reward: null, termsDays: 45 },
        },
        'U1',
        at,
      );
    // Issued on 1 October, so 45 days end on 15 November.
    expect(build([given('2026-10-01T14:00:00.000Z')])).toMatchObject({
      invoices: [{ due: '2026-11-15', daysLate: 9 }],
    });
    expect(build([given('2026-10-02T14:00:00.000Z')])).toMatchObject({ invoices: [{ daysLate: 21 }] });
  });

  test.each(['http://pay.example/{number}', 'javascript:alert(1)', 'https://', 'https://a b/{number}'])(
    'hold no link where the template is %s',
    (template) => expect(payLink(template, 'INV-1', 'Acme')).toBeNull(),
  );

  test('hold a deadline at the final notice alone, a working day at least a week away', () => {
    expect(build([], 'final_notice').deadline).toBe('2026-12-04');
    expect(build([], 'firm').deadline).toBeNull();
  });

  test('hold only what a named person decided and nobody took back', () => {
    const agency: EventBody = { kind: 'decision', decision: 'agency', note: 'as agreed' };
    const decided = event('e1', agency, 'U1', '2026-11-03T15:00:00.000Z');
    expect(build([decided]).decided).toEqual(['agency']);
    expect(build([{ ...decided, by: 'tightrope' }]).decided).toEqual([]);
    const undone = event('e2', { kind: 'undone', eventId: 'e1', reason: null });
    expect(build([decided, undone]).decided).toEqual([]);
  });

  test('hold no decision about an older debt: one from before the oldest invoice was due', () => {
    const agency: EventBody = { kind: 'decision', decision: 'agency', note: 'for the debt of last year' };
    expect(build([event('e1', agency, 'U1', '2026-11-02T15:00:00.000Z')]).decided).toEqual([]);
  });

  test('tell a broken promise from one that is kept or still running', () => {
    const promise = (date: '2026-11-20' | '2026-11-24', saidBy?: SaidBy) =>
      event('e1', {
        kind: 'outcome',
        outcome: {
          kind: 'promise',
          amount: money(20_000, 'GBP'),
          date,
          invoices: [],
          ...(saidBy && { saidBy }),
        },
        via: 'call',
      });
    const by = (mayCommit: boolean) => promise('2026-11-20', { words: 'the receptionist', mayCommit });
    expect(build([by(true)]).history.brokenPromise?.date).toBe('2026-11-20');
    expect(build([by(false)]).history.brokenPromise).toBeNull();
    expect(build([promise('2026-11-20')]).history.brokenPromise?.date).toBe('2026-11-20');
    expect(build([promise('2026-11-24')]).history.brokenPromise).toBeNull();
    const paid = [
      {
        id: 'p1',
        customerId: 'c1',
        invoiceId: 'i1',
        amount: money(20_000, 'GBP'),
        day: '2026-11-19' as const,
      },
    ];
    expect(build([promise('2026-11-20')], 'firm', { payments: paid }).history.brokenPromise).toBeNull();
  });

  test('take a disputed part off its invoice', () => {
    const dispute: EventBody = {
      kind: 'outcome',
      via: null,
      outcome: {
        kind: 'dispute',
        reason: 'goods',
        detail: '',
        amount: money(10_000, 'GBP'),
        invoices: ['INV/1'],
      },
    };
    expect(build([event('e1', dispute)]).invoices[0]).toMatchObject({
      open: money(50_000, 'GBP'),
      disputed: money(10_000, 'GBP'),
    });
  });

  test('hold the order number that they gave for an invoice, until it is taken back', () => {
    const told: EventBody = {
      kind: 'outcome',
      via: null,
      outcome: { kind: 'order_number', number: '4500123', invoices: ['INV/1'] },
    };
    expect(build([]).invoices[0]?.orderNumber).toBeNull();
    expect(build([event('e1', told)]).invoices[0]?.orderNumber).toBe('4500123');
    const undone = event('e2', { kind: 'undone', eventId: 'e1', reason: null });
    expect(build([event('e1', told), undone]).invoices[0]?.orderNumber).toBeNull();
  });

  test.each([
    ['missing_po' as const, null],
    ['goods' as const, 10_000],
  ])(
    'a part that is disputed over %s is open again once the order number is known, or not',
    (reason, left) => {
      const outcome = {
        kind: 'dispute',
        reason,
        detail: '',
        amount: money(10_000, 'GBP'),
        invoices: ['INV/1'],
      };
      const dispute = { kind: 'outcome', via: null, outcome } as EventBody;
      const order = { kind: 'order_number', number: '45', invoices: ['INV/1'] };
      const told = { kind: 'outcome', via: null, outcome: order } as EventBody;
      const disputed = build([event('e1', dispute), event('e2', told)]).invoices[0]?.disputed;
      expect(disputed?.minor ?? null).toBe(left);
    },
  );
});
