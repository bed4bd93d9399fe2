// Drafts a letter that answers a customer, outside the ladder: heard, credited, corrected, or why the invoice stands.
import type { MatterFact, Occasion } from '../core/facts.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Drafted, draftOccasion } from './draft-message.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';

/** `invoices`: numbers; the letter is in the currency of the first that the ledger has. A statement may be about none. */
export async function draftAnswer(
  ports: Ports,
  input: {
    customerId: string;
    occasion: Occasion;
    invoices: readonly string[];
    matter: MatterFact;
    by: string;
  },
): Promise<Drafted | Refused> {
  const { customerId, occasion, invoices, matter, by } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { customer, ledger, settings } = situation;
  const usual =
    occasion === 'statement_sent' ? (ledger.invoices[0]?.open.currency ?? settings.currency) : null;
  const currency = ledger.invoices.find(({ number }) => invoices.includes(number))?.open.currency ?? usual;
  if (!currency) {
    return {
      kind: 'refused',
      because: `${customer.name} has no such invoice, so there is nothing to write.`,
    };
  }
  return draftOccasion(ports, {
    customerId,
    occasion,
    currency,
    detail: { invoices, matter },
    by,
    attachments: occasion === 'statement_sent' ? ['statement'] : [],
  });
}
