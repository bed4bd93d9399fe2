// One customer's part of the ledger, for what plays days through: the forecast and the back-test.
import type { Instant } from '../calendar.ts';
import type { CaseEvent, Customer, EventBody, Invoice, Ledger, Payment } from '../ledger.ts';
import type { Act } from '../verdict.ts';

export type OneCustomer = Ledger & { readonly customer: Customer };

/** In the order of the ledger's customers; those without an invoice are left out. */
export function ledgersByCustomer(ledger: Ledger): OneCustomer[] {
  return ledgersOf(ledger.customers, ledger).filter(({ invoices }) => invoices.length > 0);
}

/** Each from their own rows: to look through all of a great ledger for every one of them would take seconds. */
export function ledgersOf(customers: readonly Customer[], ledger: Ledger): OneCustomer[] {
  const rows = new Map(
    customers.map(({ id }) => [
      id,
      { invoices: [] as Invoice[], payments: [] as Payment[], events: [] as CaseEvent[] },
    ]),
  );
  for (const invoice of ledger.invoices) rows.get(invoice.customerId)?.invoices.push(invoice);
  for (const payment of ledger.payments) rows.get(payment.customerId)?.payments.push(payment);
  for (const event of ledger.events) rows.get(event.customerId)?.events.push(event);
  return customers.flatMap((customer) => {
    const own = rows.get(customer.id);
    return own ? [{ customer, customers: [customer], freshAt: ledger.freshAt, ...own }] : [];
  });
}

/** The record that a step leaves when it is taken: a letter sent, a call that reached nobody, a review put off. */
export function asTaken(act: Act, at: Instant, count: number): CaseEvent {
  return {
    id: `played ${count}`,
    customerId: act.customerId,
    at,
    by: 'played',
    source: null,
    body: bodyOf(act),
  };
}

function bodyOf({ step, currency, channel, total }: Act): EventBody {
  if (channel === 'call') return { kind: 'outcome', outcome: { kind: 'no_answer' }, via: 'call' };
  // A decision is taken at a review; here nobody takes one, so it is only not asked again the next day.
  if (channel === 'none') return { kind: 'skipped', step, currency, reason: '' };
  return {
    kind: 'sent',
    draftId: '',
    step,
    currency,
    amount: total,
    invoices: [],
    to: '',
    subject: '',
  };
}
