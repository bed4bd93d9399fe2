import { describe, expect, it } from 'vitest';
import type { TopDebtor } from '../../../src/core/ageing.ts';
import { decodeValue } from '../../../src/slack/views/action-ids.ts';
import { withoutNewBlocks } from '../../../src/slack/views/fallback.ts';
import {
  helpMessage,
  noneMessage,
  type OverdueTable,
  overdueMessage,
  severalMessage,
} from '../../../src/slack/views/overdue.ts';
import { AGEING, HOSTILE, LOCALE, LONG, NO_AGEING, TODAY, UUID, usd, ZONE } from './examples.ts';
import { actionIdsOf, elementsOf, problemsOfBlocks, problemsOfMessage, wordsOf } from './slack-limits.ts';

const PAGE = 15;

function rows(number: number, name: (index: number) => string = (i) => `Customer ${i}`): TopDebtor[] {
  return Array.from({ length: number }, (_, i) => ({
    customerId: UUID,
    name: name(i),
    overdue: usd(500000 - i),
    invoices: 3,
    oldestDue: '2025-11-12',
    daysLate: 377,
  }));
}

function table(over: Partial<OverdueTable> = {}): OverdueTable {
  return {
    today: TODAY,
    settings: { locale: LOCALE, zone: ZONE },
    freshAt: '2026-11-24T12:00:00.000Z',
    ageing: AGEING,
    rows: rows(3),
    total: 3,
    offset: 0,
    filter: { minDaysLate: 1, mine: false },
    ...over,
  };
}

describe('the answer to /overdue', () => {
  it.each([0, 1, 10, 500])('stays within Slack’s limits with %i rows', (number) => {
    const message = overdueMessage(table({ rows: rows(number), total: number }), PAGE);
    expect(problemsOfMessage(message)).toEqual([]);
    expect(problemsOfBlocks(withoutNewBlocks(message.blocks))).toEqual([]);
  });

  it('says the sum, its ages, and every row with its figures', () => {
    const { text, blocks } = overdueMessage(table(), PAGE);
    expect(text).toContain('$23,400.00');
    expect(text).toContain('• Customer 2 · Overdue: $4,999.98 · Invoices: 3 · Days late: 377');
    expect(text).toContain('Wed, Nov 12, 2025'.replace(',', ''));
    expect(text).toContain('1–3 of 3');
    expect(actionIdsOf(blocks)).toEqual([]);
  });

  it('pages on from what is really shown, keeping the filter', () => {
    const middle = table({ rows: rows(15), total: 60, offset: 15, filter: { minDaysLate: 60, mine: true } });
    const buttons = elementsOf(overdueMessage(middle, PAGE).blocks);
    const values = buttons.map(({ action_id, value }) => [
      action_id,
      decodeValue('overduePage', String(value)),
    ]);
    expect(values).toEqual([
      ['overdue.previous', { offset: 0, minDaysLate: 60, mine: true }],
      ['overdue.next', { offset: 30, minDaysLate: 60, mine: true }],
    ]);
    const last = table({ rows: rows(15), total: 60, offset: 45 });
    expect(actionIdsOf(overdueMessage(last, PAGE).blocks)).toEqual(['overdue.previous']);
  });

  it('lets no row fall out where the table is full: the next page begins with it', () => {
    const long = table({ rows: rows(100, () => LONG), total: 200 });
    const message = overdueMessage(long, 100);
    expect(problemsOfMessage(message)).toEqual([]);
    const next = elementsOf(message.blocks).find(({ action_id }) => action_id === 'overdue.next');
    const data = message.blocks.find(({ type }) => type === 'data_table') as unknown as { rows: unknown[] };
    expect(decodeValue('overduePage', String(next?.value))?.offset).toBe(data.rows.length - 1);
  });

  it('shows no chart of everybody beside a filtered list', () => {
    const mine = overdueMessage(table({ filter: { minDaysLate: 1, mine: true } }), PAGE);
    expect(mine.blocks.some(({ type }) => type === 'data_visualization')).toBe(false);
    expect(mine.text).toContain('Your customers who are late');
    const old = overdueMessage(table({ rows: [], total: 0, filter: { minDaysLate: 60, mine: false } }), PAGE);
    expect(old.text).toContain('No customer is 60 days late or more');
  });

  it('is kind when nothing is overdue, and helps when nothing was imported', () => {
    const none = overdueMessage(table({ ageing: NO_AGEING, rows: [], total: 0 }), PAGE);
    expect(none.text).toContain('Nothing is overdue');
    const never = overdueMessage(table({ ageing: NO_AGEING, rows: [], total: 0, freshAt: null }), PAGE);
    expect(actionIdsOf(never.blocks)).toEqual(['import.open']);
  });

  it('lets a hostile name neither notify nor link, in the table’s stead either', () => {
    const message = overdueMessage(table({ rows: rows(1, () => HOSTILE), total: 1 }), PAGE);
    for (const words of [message.text, wordsOf(withoutNewBlocks(message.blocks))]) {
      expect(words).not.toContain('<!channel>');
      expect(words).not.toContain('<https://');
    }
  });
});

describe('a customer that is not found at once', () => {
  const named = (number: number) =>
    Array.from({ length: number }, (_, i) => ({ id: UUID, name: `Acme ${i}` }));

  it('is asked for with a button for each match', () => {
    const message = severalMessage('acme', named(3));
    expect(problemsOfMessage(message)).toEqual([]);
    expect(message.text).toContain('“acme” fits 3 customers');
    expect(actionIdsOf(message.blocks)).toEqual(['case.show.0', 'case.show.1', 'case.show.2']);
    const value = elementsOf(message.blocks)[0]?.value;
    expect(decodeValue('customer', String(value))).toEqual({ customerId: UUID, currency: null });
  });

  it('tells how many more matches there are', () => {
    const message = severalMessage('a', named(500));
    expect(problemsOfMessage(message)).toEqual([]);
    expect(message.text).toContain('480 more');
  });

  it('is helped with what is near, quoting what was typed', () => {
    const near = noneMessage('acmee', named(2));
    expect(near.text).toContain('There is no customer like “acmee”');
    expect(near.text).toContain('Did you mean');
    const none = noneMessage(HOSTILE, []);
    expect(none.text).toContain('/overdue help');
    expect(none.text).not.toContain('<!channel>');
    expect(problemsOfMessage(noneMessage(LONG, [{ id: UUID, name: LONG }]))).toEqual([]);
  });
});

describe('help', () => {
  it('quotes what was not understood, and lists what can be asked', () => {
    const { text } = helpMessage('--force <!channel>');
    expect(text).toContain('“--force &lt;!channel&gt;”');
    for (const word of ['60+', 'mine', 'digest', 'import', 'settings']) expect(text).toContain(word);
    expect(helpMessage(null).text).not.toContain('I do not know');
    expect(problemsOfMessage(helpMessage(LONG))).toEqual([]);
  });
});
