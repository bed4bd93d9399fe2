// A customer's own order number: what is taken for one, and which one stands for which invoice.
import { describe, expect, test } from 'vitest';
import { customerState } from '../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { standingNumbers, wantedNumbers, whyNotAsked } from '../../src/core/document-care.ts';
import type { CaseEvent, EventBody } from '../../src/core/ledger.ts';
import { LONGEST_ORDER_NUMBER, orderNumbers, readOrderNumber } from '../../src/core/order-number.ts';
import {
  act,
  customer,
  event,
  inDays,
  inShort,
  invoice,
  leave,
  said,
  sent,
  ZONE,
} from './chase/situation.ts';

describe('an order number', () => {
  test.each([
    ['4500123', '4500123'],
    [' PO-4711 ', 'PO-4711'],
    ['B  77/2\t(Nord)', 'B 77/2 (Nord)'],
    ['Bestellung 9 vom Büro', 'Bestellung 9 vom Büro'],
    ['1.2024', '1.2024'],
    ['9'.repeat(LONGEST_ORDER_NUMBER), '9'.repeat(LONGEST_ORDER_NUMBER)],
  ])('%j is taken as %j', (text, number) => {
    expect(readOrderNumber(text)).toEqual({ kind: 'number', number });
  });

  test.each([
    ['', 'Give the number of their order.'],
    [' \n ', 'Give the number of their order.'],
    ['4500123\nPay to another account', 'Give one order number, on one line.'],
    ['4500123\u2028x', 'Give one order number, on one line.'],
    ['9'.repeat(LONGEST_ORDER_NUMBER + 1), 'An order number has at most 40 characters.'],
    ['<b>4500</b>', 'An order number has letters, digits, spaces'],
    ['*4500*', 'An order number has letters, digits, spaces'],
    ['<!channel> 1', 'An order number has letters, digits, spaces'],
    ['evil.example/450', 'An order number has letters, digits, spaces'],
    ['https://evil 1', 'An order number has letters, digits, spaces'],
    ['ap@acme 1', 'An order number has letters, digits, spaces'],
    ['{{total_open}} 1', 'An order number has letters, digits, spaces'],
    ['4500\u202e321', 'An order number has letters, digits, spaces'],
    ['they have none', 'This is no order number'],
    ['we sent it on 3 May', 'This is no order number'],
  ])('%j is refused: %s', (text, why) => {
    expect(readOrderNumber(text)).toEqual({ kind: 'wrong', why: expect.stringContaining(why) });
  });
});

const A = invoice(20, { number: 'A' });
const B = invoice(10, { number: 'B' });

const told = (on: number, number: string, invoices: readonly string[] = ['A']) =>
  said(inDays(on), { kind: 'order_number', number, invoices });
const asked = (on: number, invoices: readonly string[] = ['A']) =>
  said(inDays(on), { kind: 'document_request', document: 'po_number', detail: '', invoices });
const disputed = (on: number, reason: 'missing_po' | 'price' = 'missing_po', invoices = ['A']) =>
  said(inDays(on), { kind: 'dispute', reason, detail: '', amount: null, invoices });
const undone = (on: number, { id }: CaseEvent) =>
  event(inDays(on), { kind: 'undone', eventId: id, reason: null });
const done = (note: string, invoices: readonly string[] = ['A']) =>
  event(inDays(-2), { kind: 'request_done', requestId: 'r', document: 'po_number', invoices, note });

function stateWith(...events: CaseEvent[]) {
  const ledger = { freshAt: null, customers: [customer()], invoices: [A, B], payments: [], events };
  return customerState(ledger, customer(), DEFAULT_POLICY, { now: '2026-11-24T16:00:00.000Z', zone: ZONE });
}

function known(...events: CaseEvent[]): Record<string, string> {
  const { file } = stateWith(...events);
  const numbers = orderNumbers(file.events, file.invoices);
  return Object.fromEntries(
    file.invoices.flatMap(({ id, number }) => {
      const order = numbers.get(id);
      return order ? [[number, order.number]] : [];
    }),
  );
}

describe('which order number stands', () => {
  const first = told(-3, '1');
  const second = told(-2, '2');
  test.each<[string, Record<string, string>, CaseEvent[]]>([
    ['none is told', {}, [asked(-3)]],
    ['it is told for one invoice', { A: '1' }, [first]],
    ['it is told for all that there are', { A: '1', B: '1' }, [told(-3, '1', [])]],
    ['it is told for an invoice that nobody knows', {}, [told(-3, '1', ['X-9'])]],
    ['another one is told later', { A: '2' }, [second, first]],
    ['the later one is taken back', { A: '1' }, [first, second, undone(-1, second)]],
    ['both are taken back', {}, [first, second, undone(-1, second), undone(-1, first)]],
    ['it is not to be trusted', {}, [told(-3, '<b>1</b>')]],
    ['a request was closed with it', { A: 'PO-4711' }, [done('PO-4711')]],
    ['a request was closed with a word before it', { A: 'PO 4711' }, [done('PO 4711')]],
    ['a request was closed with other words', {}, [done('sent 3 copies')]],
    ['a request was closed when nothing was open', {}, [done('PO-4711', [])]],
  ])('where %s', (_, numbers, events) => {
    expect(known(...events)).toEqual(numbers);
  });

  test('an invoice that came later has not the number of those before it', () => {
    const { file } = stateWith(told(-3, '1', []));
    const late = { ...B, firstSeen: '2026-11-24T12:00:00.000Z' };
    expect([...orderNumbers(file.events, [A, late]).keys()]).toEqual([A.id]);
  });

  test('is listed once with its invoices, the newest first', () => {
    const state = stateWith(told(-3, '1', ['A', 'B']), told(-2, '2', ['B']));
    expect(standingNumbers(state)).toMatchObject([
      { number: '2', invoices: ['B'] },
      { number: '1', invoices: ['A'] },
    ]);
  });
});

describe('the order number that is still wanted', () => {
  test.each<[string, string[], CaseEvent[]]>([
    ['nobody asked', [], []],
    ['they asked for it', ['A'], [asked(-3)]],
    ['they asked and named no invoice', ['A', 'B'], [asked(-3, [])]],
    ['they dispute what has none', ['A'], [disputed(-3)]],
    ['they dispute something else', [], [disputed(-3, 'price')]],
    ['they asked and dispute', ['A'], [asked(-3), disputed(-2)]],
    ['one of two is told', ['B'], [asked(-3, ['A', 'B']), told(-2, '1')]],
    ['it was told before they asked', [], [told(-4, '1'), asked(-3)]],
  ])('where %s is %j', (_, numbers, events) => {
    const state = stateWith(...events);
    expect(wantedNumbers(state).flatMap(({ invoices }) => invoices)).toEqual(numbers);
  });

  test('is not asked for once it is known, and again once that was taken back', () => {
    const number = told(-2, '4500123');
    expect(whyNotAsked(stateWith(asked(-3)), ['A'])).toBeNull();
    expect(whyNotAsked(stateWith(asked(-3), number), ['A'])).toBe(
      'Their order number for A is known: 4500123. There is nothing to ask.',
    );
    expect(whyNotAsked(stateWith(asked(-3), number, undone(-1, number)), ['A'])).toBeNull();
    expect(whyNotAsked(stateWith(), ['A'])).toContain('settled or taken back');
    expect(whyNotAsked(stateWith(asked(-3)), [])).toContain('settled or taken back');
  });
});

describe('a dispute over a missing order number', () => {
  const number = told(-2, '1');
  const isOpen = (...events: CaseEvent[]) => stateWith(...events).disputes.has(A.id);

  test('ends with the number, and is open again where that is taken back', () => {
    expect(isOpen(disputed(-3))).toBe(true);
    expect(isOpen(disputed(-3), number)).toBe(false);
    expect(isOpen(disputed(-3), number, undone(-1, number))).toBe(true);
  });

  test('does not end with the number of another invoice, or where something else is wrong as well', () => {
    expect(isOpen(disputed(-3), told(-2, '1', ['B']))).toBe(true);
    expect(isOpen(disputed(-4), disputed(-3, 'price'), number)).toBe(true);
    expect(isOpen(disputed(-4, 'price'), disputed(-3), number)).toBe(true);
  });

  test('begins anew when they dispute it again after the number', () => {
    expect(isOpen(disputed(-3), number, disputed(-1))).toBe(true);
  });

  test('starts the ladder again, a week after the number came', () => {
    const events = [sent(inDays(-15), 'question', ['A']), disputed(-10), told(-7, '1')];
    expect(inShort({ invoices: [A], events })).toBe('reminder');
    expect(inShort({ invoices: [A], events, on: inDays(-1) })).toContain('leave');
    expect(inShort({ invoices: [A], events: events.slice(0, 2) })).toBe('leave: disputed');
  });
});

describe('an invoice for which they want to see their order number', () => {
  const at = (on: number, ...events: CaseEvent[]) => ({ invoices: [A], events, on: inDays(on) });

  test('waits a week for us, a week more once we have asked, and says so', () => {
    const asks = sent(inDays(-3), 'po_asked', ['A']);
    expect(leave(at(-8, asked(-9))).because).toContain('They asked on Sun Nov 15 for the order number');
    expect(act(at(0, asked(-9))).step).toBe('reminder');
    const waits = leave(at(0, asked(-9), asks));
    expect(waits).toMatchObject({ reason: 'waiting_for_us', until: '2026-11-30' });
    expect(waits.because).toBe(
      'We asked them on Sat Nov 21 for their order number for A: wait for the answer.',
    );
    expect(leave(at(0, asked(-9), sent(inDays(-3), 'po_asked', ['B']))).reason).not.toBe('waiting_for_us');
  });

  test('starts anew a week after the number came', () => {
    const events = [sent(inDays(-15), 'question', ['A']), asked(-12), told(-6, '1')];
    const waits = leave(at(0, ...events));
    expect(waits).toMatchObject({ reason: 'waiting_for_us', until: inDays(1) });
    expect(waits.because).toContain('is known since Wed Nov 18: send them the corrected invoice first');
    expect(inShort(at(1, ...events))).toBe('reminder');
  });

  test('does not start anew for a number that nobody asked for', () => {
    const form: EventBody = {
      kind: 'outcome',
      outcome: { kind: 'order_number', number: '1', invoices: ['A'] },
      via: null,
    };
    expect(inShort(at(0, sent(inDays(-8), 'reminder', ['A']), event(inDays(-1), form)))).toBe('question');
  });
});
