// What is told of an order number in plain words: the number, the invoice that it is for, and what is no order number.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/core/outcome.ts';
import { readReply } from '../../../src/core/reading/read-reply.ts';
import type { ReadingContext } from '../../../src/core/reading/reading.ts';

function context(over: Partial<ReadingContext> = {}): ReadingContext {
  const invoice = (number: string, minor: number) => ({
    number,
    open: { minor, currency: 'USD' },
    due: '2026-10-01' as const,
  });
  return {
    today: '2026-11-23',
    locale: 'en-US',
    currency: 'USD',
    customerName: 'Acme Dental',
    invoices: [invoice('INV-1043', 45_000), invoice('INV-1055', 120_000)],
    openTotals: [{ minor: 165_000, currency: 'USD' }],
    ...over,
  };
}

function read(text: string, over: Partial<ReadingContext> = {}) {
  const reading = readReply(text, context(over));
  if (reading.kind === 'chatter') return { outcomes: [], asked: [], choices: [] };
  return {
    outcomes: reading.items.map(({ outcome }) => outcome),
    asked: reading.problems.map(({ why }) => why),
    choices: reading.problems.flatMap(({ choices }) => choices.map(({ label }) => label)),
  };
}

const order = (number: string, ...invoices: string[]): Outcome => ({
  kind: 'order_number',
  number,
  invoices,
});

describe('an order number that is told', () => {
  test.each([
    ['PO number for INV-1043: 4500123', '4500123'],
    ['PO 4500123 for INV-1043', '4500123'],
    ['their PO for INV-1043 is 4500123.', '4500123'],
    ['Spoke to Ann: PO# 4500123 on INV-1043', '4500123'],
    ['P.O. no. B-77/2 for INV-1043', 'B-77/2'],
    ['the order number for invoice 1043 is B-77/2', 'B-77/2'],
    ['they need PO-4711 on INV-1043', 'PO-4711'],
    ['purchase order 2026/118 belongs to INV-1043', '2026/118'],
    ['die Bestellnummer für INV-1043 lautet 4500123', '4500123'],
    ['el número de pedido para INV-1043 es 4500123', '4500123'],
    ['numéro de commande pour INV-1043 : 4500123', '4500123'],
  ])('%s', (text, number) => {
    expect(read(text)).toMatchObject({ outcomes: [order(number, 'INV-1043')], asked: [] });
  });

  test('is kept for each of two invoices', () => {
    expect(read('PO 45001 for INV-1043 and PO 45002 for INV-1055').outcomes).toEqual([
      order('45001', 'INV-1043'),
      order('45002', 'INV-1055'),
    ]);
  });

  test('beside the wish for it tells both', () => {
    expect(read('they need the PO number on INV-1043: 4500123').outcomes).toMatchObject([
      { kind: 'document_request', document: 'po_number', invoices: ['INV-1043'] },
      order('4500123', 'INV-1043'),
    ]);
  });

  test('without an invoice is for the one that waits for it, for the only one, or is asked about', () => {
    const text = 'their PO is 4500123';
    expect(read(text, { orderWanted: ['INV-1055'] }).outcomes).toEqual([order('4500123', 'INV-1055')]);
    expect(read(text, { invoices: context().invoices.slice(0, 1) }).outcomes).toEqual([
      order('4500123', 'INV-1043'),
    ]);
    expect(read(text)).toEqual({
      outcomes: [],
      asked: ['For which invoice is order number 4500123?'],
      choices: ['INV-1043', 'INV-1055', 'All that are open'],
    });
  });

  test.each([
    ['they say the PO number is missing', 'document_request'],
    ['need a PO for 4500.00', 'document_request'],
    ['order 4500123 never arrived', 'dispute'],
    ['they will pay $500 on Friday against PO 4500123', 'promise'],
    ['they paid 500 yesterday, under their PO 4500123', 'claims_paid'],
    ['they sent it to PO Box 1234', 'note'],
  ])('is not found where something else is meant: %s', (text, kind) => {
    expect(read(text).outcomes[0]?.kind).toBe(kind);
  });

  test.each(['is their PO 4500123?', "I'll put PO 4500123 on it", 'PO number INV-1043'])(
    'is not found among ourselves: %s',
    (text) => {
      expect(read(text).outcomes).toEqual([]);
    },
  );
});

describe('a dispute over a missing order number', () => {
  test.each([
    'they dispute INV-1043 because the PO number is missing',
    'they dispute INV-1043: no PO number',
    'they dispute INV-1043, PO number missing',
    'they dispute INV-1043 over a missing purchase order',
    'INV-1043 is disputed, the PO is not on it',
  ])('%s', (text) => {
    expect(read(text).outcomes).toMatchObject([
      { kind: 'dispute', reason: 'missing_po', invoices: ['INV-1043'] },
    ]);
  });
});
