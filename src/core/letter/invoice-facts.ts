// The invoices of a letter: what of each may be asked for, from which day on, and under which numbers.
import { agreedDues } from '../agreed-due.ts';
import { daysBetween } from '../calendar.ts';
import { compare } from '../chase/case-file.ts';
import type { InvoiceFact } from '../facts.ts';
import type { CaseEvent, Invoice } from '../ledger.ts';
import { type Money, money, subtract } from '../money.ts';
import { isToldFor, orderNumbers, toldNumber } from '../order-number.ts';
import type { Act } from '../verdict.ts';
import type { HistoryInput } from './build-history.ts';
import { payLink } from './pay-link.ts';

export function invoiceFacts(input: HistoryInput, events: readonly CaseEvent[]): InvoiceFact[] {
  const { act, ledger, settings, customer, asOf: today } = input;
  const named = new Set(act.invoices);
  const dueOf = agreedDues(customer, events, settings.zone);
  const orders = orderNumbers(events, ledger.invoices);
  return ledger.invoices
    .filter((invoice) => named.has(invoice.id))
    .map((invoice) => ({ ...invoice, due: dueOf(invoice) }))
    .sort((a, b) => compare(a.due, b.due) || compare(a.number, b.number))
    .map((invoice) => {
      const disputed = withoutCredit(disputedPart(invoice, events), creditPart(invoice, act));
      const writtenOff = writtenOffPart(invoice, act);
      const left = writtenOff === null ? invoice.open : subtract(invoice.open, writtenOff);
      return {
        number: invoice.number,
        kind: invoice.kind,
        issued: invoice.issued,
        due: invoice.due,
        daysLate: daysBetween(invoice.due, today),
        total: invoice.total,
        open: disputed === null ? left : subtract(left, disputed),
        payLink:
          invoice.kind === 'invoice'
            ? payLink(settings.waysToPay.linkTemplate, invoice.number, customer.name)
            : null,
        disputed,
        writtenOff,
        orderNumber: orders.get(invoice.id)?.number ?? null,
      };
    });
}

/** The part of one invoice that an unresolved dispute names with an amount; the rest of it is still owed. */
function disputedPart(invoice: Invoice, events: readonly CaseEvent[]): Money | null {
  let part = 0;
  let isOverMore = false; // than a missing order number, which ends with the number
  for (const { body, at } of events) {
    const isAbout = (numbers: readonly string[]) => numbers.length === 0 || numbers.includes(invoice.number);
    const told = toldNumber(body);
    const endsByNumber = told !== null && !isOverMore && isToldFor(told, at, invoice);
    if (endsByNumber || (body.kind === 'dispute_resolved' && isAbout(body.invoices))) {
      part = 0;
      isOverMore = false;
    }
    if (body.kind !== 'outcome' || body.outcome.kind !== 'dispute') continue;
    const { amount, invoices, reason } = body.outcome;
    if (reason !== 'missing_po' && isAbout(invoices)) isOverMore = true;
    if (
      amount?.currency === invoice.open.currency &&
      invoices.length === 1 &&
      invoices[0] === invoice.number
    ) {
      part += amount.minor;
    }
  }
  return part > 0 && part < invoice.open.minor ? money(part, invoice.open.currency) : null;
}

/** The part that was given up, as the engine left it out: nobody asks for it, and it was not paid either. */
function writtenOffPart({ id }: Invoice, { leftOut = [] }: Act): Money | null {
  return leftOut.find(({ invoice, reason }) => invoice === id && reason === 'written_off')?.amount ?? null;
}

/** What we have agreed to credit and the books do not show yet: the engine leaves it out of a part that may be chased. */
function creditPart({ id }: Invoice, { leftOut = [] }: Act): Money | null {
  return leftOut.find(({ invoice, reason }) => invoice === id && reason === 'waiting_for_us')?.amount ?? null;
}

function withoutCredit(disputed: Money | null, credit: Money | null): Money | null {
  return disputed && credit ? money(disputed.minor + credit.minor, credit.currency) : (disputed ?? credit);
}
