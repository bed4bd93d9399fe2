// What the forms for an outcome need to know of a customer: the day, the currencies, the open invoices.
import { holdingsOf } from '../core/agency-report.ts';
import { gatherCustomer } from '../flows/gather.ts';
import type { Ports } from '../ports/ports.ts';
import type { OutcomeContext } from './views/outcome-fields.ts';

export async function outcomeContext(
  ports: Ports,
  customerId: string,
  currency: string | null,
): Promise<(OutcomeContext & { customer: { id: string; name: string } }) | null> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return null;
  const { ledger, settings, today, customer } = situation;
  const open = ledger.invoices.filter((invoice) => invoice.kind === 'invoice' && invoice.open.minor > 0);
  const owed = [...new Set(open.map((invoice) => invoice.open.currency))];
  const first = currency ?? owed[0] ?? settings.currency;
  return {
    customer: { id: customer.id, name: customer.name },
    today,
    locale: settings.locale,
    currencies: [first, ...owed.filter((other) => other !== first)],
    invoices: open.map(({ number, open: left, due }) => ({ number, open: left, due })),
    agencies: holdingsOf(situation.state.lastResort),
  };
}
