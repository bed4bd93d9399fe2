// What may be offered now: within the policy to the cent, on its last day and not a day later, and never over something open.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/calendar.ts';
import { ledgersByCustomer } from '../../../src/core/chase/one-customer.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import { money } from '../../../src/core/money.ts';
import { earlyChances } from '../../../src/core/offer/early-chances.ts';
import {
  accruedFees,
  earlyPaymentOffer,
  feeWaiverOffer,
  type Possible,
  recognitionOffer,
  whyNoOffer,
} from '../../../src/core/offer/offer-terms.ts';
import {
  customer,
  event,
  inDays,
  invoice,
  ledgerOf,
  payment,
  promise,
  type Situation,
  said,
  TODAY,
  ZONE,
} from '../chase/situation.ts';
import { stateIn } from '../plan/planned.ts';

const young = (over: object = {}) =>
  invoice(-15, { number: 'INV-7', open: 33_335, issued: inDays(-6), ...over });

const FEES = {
  ...DEFAULT_POLICY,
  lateFee: { kind: 'simple_interest', annualRatePercent: 10, referenceRatePercent: null, fromStep: null },
  recognition: { reward: '5 % off your next order', termsDays: 45 },
} as const;

function because<O>(found: Possible<O>): string | null {
  return found.kind === 'not_possible' ? found.because : null;
}

describe('a discount for paying early', () => {
  const early = (situation: Situation) => earlyPaymentOffer(stateIn(situation), 'USD');

  test('is the policy’s share of what is open, rounded to the cent, until its last day', () => {
    expect(early({ invoices: [young()] })).toEqual({
      kind: 'possible',
      offer: {
        kind: 'early_payment',
        percent: 2,
        parts: [{ invoice: 'INV-7', open: money(33_335, 'USD'), off: money(667, 'USD'), until: inDays(1) }],
      },
    });
  });

  test.each([
    ['on its last day', young({ issued: inDays(-7) }), null],
    ['a day after it', young({ issued: inDays(-8) }), /younger than 7 days/],
    [
      'where the due day is earlier, not after that',
      young({ due: inDays(-1), issued: inDays(-3) }),
      /overdue/,
    ],
    ['without an issue day', young({ issued: null }), /younger than 7 days/],
    [
      'where it was due before it was issued',
      young({ issued: inDays(-1), due: inDays(-2), open: 50 }),
      /younger/,
    ],
    ['in another currency', young({ currency: 'EUR' }), /younger than 7 days/],
  ])('%s', (_, one, expected) => {
    const found = because(early({ invoices: [one] }));
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatch(expected);
  });

  test.each([
    ['something is overdue', { invoices: [young(), invoice(4)] }, /overdue/],
    [
      'something is disputed',
      {
        invoices: [young()],
        events: [
          said(TODAY, { kind: 'dispute', reason: 'price', detail: '', amount: null, invoices: ['INV-7'] }),
        ],
      },
      /disputes something/,
    ],
    [
      'they are not to be contacted',
      { invoices: [young()], customers: [customer({ terms: { doNotContact: true } })] },
      /not to be contacted/,
    ],
    [
      'a mail of theirs is unread',
      { invoices: [young()], events: [event(TODAY, { kind: 'heard', mailId: 'm', from: 'x', subject: '' })] },
      /nobody has looked/,
    ],
    [
      'the policy has none',
      { invoices: [young()], policy: { ...DEFAULT_POLICY, earlyPayment: null } },
      /policy has no discount/,
    ],
  ] as const)('not where %s', (_, situation, expected) => {
    expect(because(early(situation as Situation))).toMatch(expected);
  });

  test('comes up for the Home tab until it is sent or skipped', () => {
    const chances = (situation: Situation) =>
      earlyChances(ledgersByCustomer(ledgerOf(situation)), DEFAULT_POLICY, {
        now: `${TODAY}T15:00:00.000Z`,
        zone: ZONE,
        locale: 'en-US',
      });
    expect(chances({ invoices: [young()] })).toMatchObject([
      { invoices: ['INV-7'], open: { minor: 33_335 }, until: inDays(1) },
    ]);
    const skipped = event(TODAY, {
      kind: 'skipped',
      step: 'early_payment_offer',
      currency: 'USD',
      reason: 'no',
      invoices: ['INV-7'],
    });
    expect(chances({ invoices: [young()], events: [skipped] })).toEqual([]);
    const another = event(inDays(0), {
      ...skipped.body,
      currency: 'EUR',
      invoices: ['INV-8'],
    } as typeof skipped.body);
    expect(chances({ invoices: [young()], events: [skipped, another] })).toEqual([]);
    expect(chances({ invoices: [young({ issued: inDays(-30) })] })).toEqual([]);
  });
});

describe('a late fee let go', () => {
  const waive = (situation: Situation, until: Day = inDays(10)) =>
    feeWaiverOffer(stateIn({ policy: FEES, ...situation }), 'USD', { until, feeDay: TODAY, locale: 'en-US' });

  test('is the fee as the policy has it, by the vector of the field', () => {
    const found = waive({ invoices: [invoice(30, { number: 'INV-1', open: 100_000 })] });
    expect(found).toMatchObject({
      offer: { invoices: ['INV-1'], fee: { minor: 822, currency: 'USD' }, feeDay: TODAY, until: inDays(10) },
    });
  });

  test.each([
    ['today', 0, /within 30 days from tomorrow/],
    ['tomorrow', 1, null],
    ['30 days on', 30, null],
    ['31 days on', 31, /within 30 days/],
  ] as const)('for payment %s', (_, days, expected) => {
    const found = because(waive({ invoices: [invoice(30)] }, inDays(days)));
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatch(expected);
  });

  test('not of what nobody may ask for', () => {
    const promised = { invoices: [invoice(30)], events: [promise(TODAY, inDays(3))] };
    expect(because(waive(promised))).toMatch(/No late fee has come/);
    expect(because(waive({ invoices: [invoice(30)], policy: DEFAULT_POLICY }))).toMatch(
      /no late fee for them/,
    );
    expect(accruedFees(stateIn({ ...promised, policy: FEES }), 'USD', TODAY, 'en-US')).toEqual([]);
  });
});

describe('thanks for paying on time', () => {
  const rows = [40, 30, 20, 10].map((ago) => {
    const one = invoice(ago, { open: 0, total: 10_000 });
    return { one, paid: payment(one.due, 10_000, { invoiceId: one.id }) };
  });
  const punctual = {
    invoices: rows.map(({ one }) => one),
    payments: rows.map(({ paid }) => paid),
    policy: FEES,
  };
  const thank = (situation: Situation, given = { reward: true, longerTerms: true }) =>
    recognitionOffer(stateIn(situation), given);

  test('gives what the owner set, and no more', () => {
    expect(thank(punctual)).toEqual({
      kind: 'possible',
      offer: { kind: 'recognition', reward: '5 % off your next order', termsDays: 45 },
    });
    expect(thank(punctual, { reward: false, longerTerms: false })).toMatchObject({
      offer: { reward: null, termsDays: null },
    });
    expect(because(thank({ ...punctual, policy: DEFAULT_POLICY }))).toMatch(/names no reward/);
    expect(
      because(thank({ ...punctual, policy: DEFAULT_POLICY }, { reward: false, longerTerms: true })),
    ).toMatch(/no longer terms/);
  });

  test('not where something is overdue or too little is known, and not twice in half a year', () => {
    expect(because(thank({ ...punctual, invoices: [...punctual.invoices, invoice(2)] }))).toMatch(
      /do not show/,
    );
    expect(because(thank({ ...punctual, payments: [] }))).toMatch(/do not show/);
    const given = (on: Day) =>
      event(on, {
        kind: 'sent',
        draftId: 'd',
        step: 'recognition',
        currency: 'USD',
        amount: money(0, 'USD'),
        invoices: [],
        to: 'x@y.example',
        subject: '',
        offer: { kind: 'recognition', reward: null, termsDays: null },
      });
    expect(because(thank({ ...punctual, events: [given(inDays(-179))] }))).toMatch(/last 180 days/);
    expect(because(thank({ ...punctual, events: [given(inDays(-180))] }))).toBeNull();
  });
});

describe('a drafted offer goes only while it is still what may be offered', () => {
  const drafted = earlyPaymentOffer(stateIn({ invoices: [young()] }), 'USD');
  const why = (situation: Situation) =>
    whyNoOffer(drafted.kind === 'possible' ? drafted.offer : undefined, stateIn(situation), 'USD');

  test.each([
    ['nothing has changed', { invoices: [young()] }, null],
    ['another new invoice came', { invoices: [young(), young({ number: 'INV-8' })] }, null],
    ['a part was paid', { invoices: [young({ open: 10_000 })] }, /has changed/],
    [
      'the policy gives another share',
      { invoices: [young()], policy: { ...DEFAULT_POLICY, earlyPayment: { percent: 3, withinDays: 7 } } },
      /has changed/,
    ],
    ['its day is over', { invoices: [young()], on: inDays(2) }, /younger than 7 days/],
    ['it is paid', { invoices: [young({ open: 0 })] }, /younger than 7 days/],
  ] as const)('%s', (_, situation, expected) => {
    const found = why(situation as Situation);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatch(expected);
  });

  test('and not where it offers nothing', () => {
    expect(whyNoOffer(undefined, stateIn({ invoices: [young()] }), 'USD')).toMatch(
      /nothing that this letter/,
    );
  });
});
