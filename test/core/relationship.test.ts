// How it stands with a customer: what is counted, from when to when, and the same in whatever order the rows come.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerState } from '../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { CaseEvent, Ledger } from '../../src/core/ledger.ts';
import { mentionsFor } from '../../src/core/letter/mentions.ts';
import { relationshipOf } from '../../src/core/relationship.ts';
import {
  customer,
  event,
  inDays,
  invoice,
  ledgerOf,
  payment,
  type Situation,
  said,
  sent,
  TODAY,
  ZONE,
} from './chase/situation.ts';

const CONTEXT = { now: `${TODAY}T15:00:00.000Z`, zone: ZONE };

function of(ledger: Ledger) {
  const [who = customer()] = ledger.customers;
  return relationshipOf(customerState(ledger, who, DEFAULT_POLICY, CONTEXT), TODAY);
}
const seen = (situation: Situation) => of(ledgerOf(situation));

/** Due so many days ago, and paid so many days after that. */
function paid(dueAgo: number, late: number, number: string) {
  const one = invoice(dueAgo, { number, open: 0, total: 10_000 });
  return { one, payment: payment(inDays(late, one.due), 10_000, { invoiceId: one.id }) };
}
const history = (...rows: ReturnType<typeof paid>[]) => ({
  invoices: rows.map(({ one }) => one),
  payments: rows.map(({ payment: money }) => money),
});

const note = (text: string, mayMention: boolean, ago = 1): CaseEvent =>
  event(inDays(-ago), { kind: 'relationship_note', text, mayMention });

describe('a relationship', () => {
  test('of which nothing is known says so', () => {
    expect(seen({})).toMatchObject({
      since: null,
      trend: null,
      onTime: { paid: 0, of: 0 },
      daysLate: { now: null, before: null },
      complaints: 0,
      contactsAMonth: 0,
      tone: { friendly: 0, upset: 0 },
      refusals: 0,
      wishes: [],
      notes: [],
    });
  });

  test('counts as on time what was paid by its due day, and an early payment as no days late', () => {
    const found = seen(history(paid(40, 0, 'A'), paid(30, 1, 'B'), paid(60, -5, 'C'), paid(50, 11, 'D')));
    expect(found.onTime).toEqual({ paid: 2, of: 4 });
    expect(found.daysLate).toEqual({ now: 3, before: null });
  });

  test.each([
    [181, { now: 9, before: null }],
    [182, { now: null, before: 9 }],
  ])('takes a payment of %i days ago for now or before', (ago, daysLate) => {
    expect(seen(history(paid(ago + 9, 9, 'A'))).daysLate).toEqual(daysLate);
  });

  test('leaves out of punctuality what is open, and what was paid before we ever saw it', () => {
    const found = seen({ invoices: [invoice(5), invoice(90, { open: 0, total: 5_000 })] });
    expect(found.onTime.of).toBe(0);
  });

  test.each([
    ['more', 6, 4],
    ['steady', 5, 4],
    ['steady', 3, 4],
    ['fewer', 2, 4],
  ] as const)('says %s orders for %i after %i', (trend, now, before) => {
    const issued = (ago: number, index: number) =>
      invoice(ago, { number: `${ago} ${index}`, issued: inDays(-ago) });
    const invoices = [
      issued(400, 0),
      ...Array.from({ length: now }, (_, index) => issued(10, index)),
      ...Array.from({ length: before }, (_, index) => issued(200, index)),
    ];
    expect(seen({ invoices }).trend).toBe(trend);
    expect(seen({ invoices: invoices.slice(1) }).trend).toBe(null);
  });

  test('groups the invoices of the last four quarters by the day of issue', () => {
    const { quarters } = seen({
      invoices: ['2026-10-01', '2026-09-30', '2025-12-31', '2026-01-01'].map((issued, index) =>
        invoice(1, { number: `Q${index}`, issued: issued as typeof TODAY }),
      ),
    });
    expect(quarters.map(({ name, invoices }) => [name, invoices])).toEqual([
      ['2026 Q1', 1],
      ['2026 Q2', 0],
      ['2026 Q3', 1],
      ['2026 Q4', 1],
    ]);
  });

  test('counts contacts of the last 90 days, one reply once, and tells what they want', () => {
    const preference = said(inDays(-3), { kind: 'contact_preference', detail: 'mornings only' });
    const found = seen({
      customers: [customer({ terms: { onlyAboutPayment: true } })],
      events: [
        sent(inDays(-89), 'reminder'),
        sent(inDays(-90), 'nudge'),
        { ...said(inDays(-2), { kind: 'no_answer' }), at: preference.at },
        preference,
        said(inDays(-1), { kind: 'refused', detail: '' }),
        said(inDays(-1), { kind: 'note', text: 'x' }),
      ],
    });
    expect(found).toMatchObject({
      contactsAMonth: 1,
      refusals: 1,
      wishes: ['letters about payment only', 'mornings only'],
    });
  });

  test('counts how they sounded in the last 90 days, once a reply and once a mail; an older record has none', () => {
    const looked = (ago: number, mailId: string, tone?: 'friendly' | 'upset') =>
      event(inDays(-ago), { kind: 'looked_at', mailId, ...(tone ? { tone } : {}) });
    const told = (ago: number, kind: 'hardship' | 'refused', tone: 'friendly' | 'upset') => ({
      ...event(inDays(-ago), { kind: 'outcome', outcome: { kind, detail: '' }, via: 'call', tone }),
      source: { channel: 'C1', ts: `${ago}.0`, quote: 'furious' },
    });
    const found = seen({
      events: [
        looked(89, 'a', 'friendly'),
        looked(90, 'b', 'friendly'),
        looked(3, 'c', 'friendly'),
        looked(2, 'd'),
        told(5, 'hardship', 'upset'),
        told(5, 'refused', 'upset'),
      ],
    });
    expect(found.tone).toEqual({ friendly: 2, upset: 1 });
    expect(found.refusals).toBe(1);
  });

  test('forgets a note that was taken back', () => {
    const one = note('the trade fair', true);
    expect(seen({ events: [one] }).notes).toMatchObject([{ text: 'the trade fair', mayMention: true }]);
    const back = event(TODAY, { kind: 'undone', eventId: one.id, reason: null });
    expect(seen({ events: [one, back] }).notes).toEqual([]);
  });

  test('is the same in whatever order the facts come', () => {
    const rows = fc.array(
      fc.record({
        late: fc.integer({ min: -30, max: 500 }),
        paidLate: fc.option(fc.integer({ min: -9, max: 60 })),
      }),
      { maxLength: 6 },
    );
    const bodies = fc.array(
      fc.record({
        ago: fc.integer({ min: 0, max: 120 }),
        kind: fc.constantFrom('sent', 'note', 'dispute', 'wish'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(rows, bodies, (made, happened) => {
        const invoices = made.map(({ late, paidLate }, index) =>
          invoice(late, { number: `N${index}`, open: paidLate === null ? 10_000 : 0, total: 10_000 }),
        );
        const payments = made.flatMap(({ paidLate }, index) => {
          const bill = invoices[index];
          return paidLate === null || !bill
            ? []
            : [0, -2].map((more) =>
                payment(inDays(paidLate + more, bill.due), 5_000, { invoiceId: bill.id }),
              );
        });
        const events = happened.map(({ ago, kind }) => {
          if (kind === 'sent') return sent(inDays(-ago), 'reminder');
          if (kind === 'note') return note(`note ${ago}`, true, ago);
          if (kind === 'wish') return said(inDays(-ago), { kind: 'contact_preference', detail: `${ago}` });
          return said(inDays(-ago), {
            kind: 'dispute',
            reason: 'goods',
            detail: '',
            amount: null,
            invoices: [],
          });
        });
        const turned = {
          invoices: [...invoices].reverse(),
          payments: [...payments].reverse(),
          events: [...events].reverse(),
        };
        expect(seen(turned)).toEqual(seen({ invoices, payments, events }));
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a letter may mention', () => {
  const notes = [note('the fair', true, 3), note('a secret', false, 2), note('the baby', true, 1)];

  test('is what an approver allowed, the newest first', () => {
    expect(mentionsFor({ step: 'reminder', occasion: 'thank_you' }, notes)).toEqual(['the baby', 'the fair']);
  });

  test.each([
    ['nudge', 2],
    ['reminder', 2],
    ['question', 2],
    ['firm', 0],
    ['owner', 0],
    ['final_notice', 0],
    ['call', 0],
  ] as const)('in a %s: %i notes', (step, most) => {
    expect(mentionsFor({ step }, notes)).toHaveLength(most);
  });

  test('is three notes at most, each on one line and not long', () => {
    const many = Array.from({ length: 5 }, (_, index) => note(`${'x'.repeat(400)}\n${index}`, true, index));
    const mentions = mentionsFor({ step: 'nudge' }, many);
    expect(mentions).toHaveLength(3);
    for (const one of mentions) expect(one).toMatch(/^.{1,300}$/);
  });
});
