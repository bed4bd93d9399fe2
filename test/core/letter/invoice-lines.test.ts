// A letter names the customer's own order beside its invoice, in the letter's language, and in one line.
import { describe, expect, test } from 'vitest';
import { invoiceLines, ordersOf } from '../../../src/core/letter/invoice-lines.ts';
import { mailHtml } from '../../../src/core/letter/mail-html.ts';
import { exampleFacts, invoiceFact } from './letter-facts.ts';

function facts(language: string, ...orders: readonly (string | null)[]) {
  const invoices = orders.map((orderNumber, index) =>
    invoiceFact(`INV-${index + 1}`, '2026-11-03', 1_000, { orderNumber }),
  );
  return exampleFacts({ language, invoices, total: { minor: 1_000 * orders.length, currency: 'USD' } });
}

describe('an order number', () => {
  test.each([
    ['en-US', 'INV-1 (your order 45) · due'],
    ['de-DE', 'INV-1 (Ihre Bestellung 45) · fällig'],
    ['es-ES', 'INV-1 (su pedido 45) · vencimiento'],
    ['fr-FR', 'INV-1 (votre commande 45) · échéance'],
  ])('stands beside its invoice in %s', (language, line) => {
    expect(invoiceLines(facts(language, '45'))[0]).toContain(line);
    expect(invoiceLines(facts(language, null))[0]).not.toContain('(');
  });

  test('breaks no line and no table, whatever was recorded', () => {
    const odd = facts('en-US', '45\n\n<b>46</b>', null);
    expect(invoiceLines(odd)).toHaveLength(3);
    const html = mailHtml({ subject: 's', body: invoiceLines(odd).join('\n') }, odd);
    expect(html).toContain('INV-1 (your order 45 &lt;b&gt;46&lt;/b&gt;)');
    expect(html.match(/<tr>/g)).toHaveLength(3);
  });

  test.each([
    [[null, null], null],
    [['45', null], 'your order 45'],
    [['45', '45'], 'your order 45'],
    [['45', '46', '46'], 'your order 45 (invoice INV-1) and your order 46 (invoices INV-2 and INV-3)'],
    [
      ['1', '2', '3', '4', '5'],
      'your order 1 (invoice INV-1), your order 2 (invoice INV-2), your order 3 (invoice INV-3) and the others below',
    ],
  ])('of invoices with %j reads as %j', (orders, words) => {
    expect(ordersOf(facts('en-US', ...orders))).toBe(words);
  });
});
