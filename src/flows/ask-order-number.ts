// Drafts the letter that asks a customer for the order number which they want to see on their invoices.
import { wantedNumbers, whyNotAsked } from '../core/document-care.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { draftAnswer } from './draft-answer.ts';
import type { Drafted } from './draft-message.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';

/** One letter for all of them in one currency; asked for a second time, the same draft is shown. */
export async function askForOrderNumber(
  ports: Ports,
  { customerId, by }: { customerId: string; by: string },
): Promise<Drafted | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { state } = situation;
  const wanted = wantedNumbers(state);
  const [first] = wanted;
  const open = state.file.invoices.filter((invoice) => invoice.open.minor > 0).map(({ number }) => number);
  if (!first) return { kind: 'refused', because: whyNotAsked(state, open) ?? NOTHING_TO_ASK };
  const { invoices } = situation.ledger;
  const currencyOf = (number: string | undefined) =>
    invoices.find((invoice) => invoice.number === number)?.open.currency;
  const currency = currencyOf(first.invoices[0]);
  const numbers = wanted.flatMap((each) => each.invoices);
  return draftAnswer(ports, {
    customerId,
    occasion: 'po_asked',
    invoices: numbers.filter((number) => currencyOf(number) === currency),
    matter: { eventId: first.eventId, credit: null, reasons: null },
    by,
  });
}

const NOTHING_TO_ASK = 'They ask for no order number any more, so there is nothing to ask.';
