// The morning digest: who is in it and in which order, and what is news since the last one.
import { expect, test } from 'vitest';
import { ageingOf } from '../../src/core/ageing.ts';
import { buildDigest, type DigestInput } from '../../src/core/build-digest.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { moneyIn } from '../../src/core/money-received.ts';
import {
  customer,
  event,
  inDays,
  invoice,
  ledgerOf,
  payment,
  promise,
  type Situation,
  TODAY,
  verdicts,
  ZONE,
} from './chase/situation.ts';

const NOW = `${TODAY}T15:00:00.000Z`;

function digest(situation: Situation, over: Partial<DigestInput> = {}) {
  const ledger = ledgerOf(situation);
  return buildDigest({
    ledger,
    verdicts: verdicts(situation),
    ageing: ageingOf(ledger, TODAY),
    previous: null,
    liveDrafts: [],
    policy: DEFAULT_POLICY,
    now: NOW,
    settings: { zone: ZONE, locale: 'en-US', currency: 'USD', owners: ['U0OLIVIA'] },
    ...over,
  });
}

const two = {
  customers: [
    customer(),
    customer({ id: 'beta', name: 'Beta', contacts: [] }),
    customer({ id: 'calm', name: 'Calm' }),
  ],
  invoices: [
    invoice(12),
    invoice(12, { customerId: 'beta', open: 90_000 }),
    invoice(1, { customerId: 'beta', currency: 'EUR' }),
    invoice(-30, { customerId: 'calm' }),
  ],
};

test('whom to chase stands in order, whom to leave apart, who owes nothing late in neither', () => {
  const { chase, leave, changes, stale, day } = digest(two);
  expect(chase.map(({ customerName, hasEmail }) => [customerName, hasEmail])).toEqual([
    ['Beta', false],
    ['Acme Robotics Inc', true],
  ]);
  expect(leave.map(({ customerName, leave: { reason } }) => [customerName, reason])).toEqual([
    ['Beta', 'not_yet'],
  ]);
  expect({ changes, stale, day }).toEqual({ changes: null, stale: false, day: TODAY });
});

test('a letter that waits is shown with its customer and currency', () => {
  const liveDrafts = [
    { customerId: 'acme', currency: 'EUR', state: 'proposed' },
    { customerId: 'beta', currency: 'USD', state: 'failed' },
  ];
  expect(digest(two, { liveDrafts }).chase.map(({ liveDraft }) => liveDraft)).toEqual(['proposed', null]);
});

test('says what was paid and what came due since the last one', () => {
  const previous = {
    day: inDays(-1),
    postedAt: `${inDays(-1)}T13:30:00.000Z`,
    overdueByCurrency: [{ currency: 'USD', minor: 70_000 }],
  };
  const situation = {
    ...two,
    payments: [
      payment(inDays(-2), 1_000),
      payment(inDays(-1), 2_000),
      payment(TODAY, 3_000),
      payment(TODAY, 4_000, { customerId: 'beta', currency: 'EUR' }),
    ],
  };
  const changes = digest(situation, { previous }).changes;
  expect(changes).toEqual({
    since: inDays(-1),
    overdueBefore: [{ minor: 70_000, currency: 'USD' }],
    paid: [
      { customerName: 'Acme Robotics Inc', amount: { minor: 5_000, currency: 'USD' } },
      { customerName: 'Beta', amount: { minor: 4_000, currency: 'EUR' } },
    ],
    newlyOverdue: [{ customerName: 'Beta', amount: { minor: 10_000, currency: 'EUR' } }],
  });
  // What was known on the morning before is not news again, unless the books were read in since.
  const before = { ...situation, freshAt: `${inDays(-1)}T12:00:00.000Z` };
  expect(digest(before, { previous }).changes?.paid[1]).toMatchObject({ amount: { minor: 3_000 } });
});

test('old books make it stale, and nobody is chased', () => {
  const found = digest({ ...two, freshAt: `${inDays(-9)}T12:00:00.000Z` });
  expect(found.stale).toBe(true);
  expect(found.chase).toEqual([]);
  expect(found.leave.map(({ leave: { reason } }) => reason)).toEqual([
    'stale_ledger',
    'stale_ledger',
    'stale_ledger',
  ]);
});

test('an empty ledger is an empty digest', () => {
  expect(digest({ customers: [] })).toMatchObject({ chase: [], leave: [], ageing: { currencies: [] } });
});

test('mails that nobody has looked at stand in it, oldest first, whatever else their customers owe', () => {
  const heard = (customerId: string, mailId: string, day: number) => ({
    ...event(inDays(day), { kind: 'heard', mailId, from: 'x@y.example', subject: `Re: ${mailId}` }),
    customerId,
  });
  const { unread, chase } = digest({
    ...two,
    events: [
      heard('calm', 'second', -1),
      heard('beta', 'first', -4),
      heard('acme', 'seen', -3),
      event(inDays(-2), { kind: 'looked_at', mailId: 'seen' }),
    ],
  });
  expect(unread).toMatchObject([
    { customerName: 'Beta', subject: 'Re: first', day: inDays(-4) },
    { customerName: 'Calm', subject: 'Re: second', day: inDays(-1) },
  ]);
  expect(chase.map(({ customerName }) => customerName)).toEqual(['Acme Robotics Inc']);
});

test('a broken promise comes first, with the words in which it was made', () => {
  const said = {
    ...promise(inDays(-9), inDays(-5), 10_000),
    source: { channel: 'C1', ts: '1.0', quote: 'Dana: the hundred goes out on Thursday' },
  };
  const [first, second] = digest({ ...two, events: [said] }).chase;
  expect(first).toMatchObject({
    customerName: 'Acme Robotics Inc',
    act: { step: 'broken_promise_call' },
    quote: { source: said.source, saidBy: null, link: null },
  });
  expect(second?.quote).toBeNull();
});

test('a word by somebody who may not speak for them comes in its turn, with the mark', () => {
  const said = (mayCommit: boolean) => ({
    ...promise(inDays(-9), inDays(-5), 10_000, [], { words: 'the receptionist', mayCommit }),
    source: { channel: 'C1', ts: '1.0', quote: 'the receptionist: a hundred on Thursday' },
  });
  const names = (mayCommit: boolean) =>
    digest({ ...two, events: [said(mayCommit)] }).chase.map(({ customerName }) => customerName);
  expect(names(true)).toEqual(['Acme Robotics Inc', 'Beta']);
  expect(names(false)).toEqual(['Beta', 'Acme Robotics Inc']);
  const marked = digest({ ...two, events: [said(false)] }).chase[1];
  expect(marked?.act).toMatchObject({ step: 'question' });
  expect(marked?.act.because).toContain('the receptionist, who may not speak for them');
  expect(marked?.quote?.saidBy).toEqual({ words: 'the receptionist', mayCommit: false });
});

test('what was written off or credited is no money that came, in the digest and in an answer', () => {
  const one = invoice(12, { number: 'A', open: 0, total: 50_000 });
  const two = invoice(12, { number: 'B', open: 0, total: 20_000 });
  const situation = {
    invoices: [one, two],
    payments: [
      payment(inDays(-1), 30_000, { invoiceId: one.id }),
      payment(TODAY, 20_000, { invoiceId: one.id }),
      payment(TODAY, 20_000, { invoiceId: two.id }),
    ],
    events: [
      event(inDays(-3), {
        kind: 'write_off_asked',
        currency: 'USD',
        parts: [{ invoice: 'A', amount: { minor: 20_000, currency: 'USD' } }],
        approvals: 1,
        reason: 'not worth it',
      }),
    ],
  };
  const previous = { day: inDays(-2), postedAt: `${inDays(-2)}T13:00:00.000Z`, overdueByCurrency: [] };
  expect(digest(situation, { previous }).changes?.paid).toMatchObject([{ amount: { minor: 50_000 } }]);
  const came = moneyIn(ledgerOf(situation), () => true, DEFAULT_POLICY, { now: NOW, zone: ZONE });
  expect(came.map(({ day, amount }) => [day, amount.minor])).toEqual([
    [inDays(-1), 30_000],
    [TODAY, 20_000],
  ]);
});
