// Customers' own order (PO) numbers: what may be taken for one, and which one stands for an invoice.
import { names } from './chase/case-file.ts';
import type { CaseEvent, EventBody, Invoice } from './ledger.ts';

/** The longest that bookkeeping programs print in their field for it; more is a sentence. */
export const LONGEST_ORDER_NUMBER = 40;

/** More words than this are a sentence, not a number. */
const MOST_WORDS = 4;

/** It comes from outside and goes into letters: one line, and nothing that could be a link, an address or markup. */
const ALLOWED = /^[\p{L}\p{N} ./_#()+-]+$/u;
/** "evil.example/450": mail programs make a link of it. */
const LINK_LIKE = /\p{L}\.\p{L}|\/\/|www\./iu;

export type ReadNumber =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'wrong'; readonly why: string };

export function readOrderNumber(text: string): ReadNumber {
  const wrong = (why: string): ReadNumber => ({ kind: 'wrong', why });
  const typed = text.trim();
  if (/[\r\n\u2028\u2029]/u.test(typed)) return wrong('Give one order number, on one line.');
  const number = typed.replace(/[^\S\r\n]+/gu, ' ');
  if (number === '') return wrong('Give the number of their order.');
  if (number.length > LONGEST_ORDER_NUMBER) {
    return wrong(`An order number has at most ${LONGEST_ORDER_NUMBER} characters. Give the number alone.`);
  }
  if (!ALLOWED.test(number) || LINK_LIKE.test(number)) {
    return wrong(
      'An order number has letters, digits, spaces and - / . _ # + ( ) only. Give the number alone.',
    );
  }
  if (!/\p{N}/u.test(number) || number.split(' ').length > MOST_WORDS) {
    return wrong('This is no order number: it has no digit, or too many words. Give the number alone.');
  }
  return { kind: 'number', number };
}

export type ToldNumber = { readonly number: string; readonly invoices: readonly string[] };

/** What a record says of an order number; a request that was closed says one where its note is a number and nothing else. */
export function toldNumber(body: EventBody): ToldNumber | null {
  if (body.kind === 'outcome' && body.outcome.kind === 'order_number') {
    const read = readOrderNumber(body.outcome.number);
    return read.kind === 'number' ? { number: read.number, invoices: body.outcome.invoices } : null;
  }
  // Such a record names its invoices; one without any closed a request when nothing was open.
  if (body.kind !== 'request_done' || body.document !== 'po_number' || body.invoices.length === 0)
    return null;
  const read = readOrderNumber(body.note);
  const isAlone = /^(?:p\.?o\.?|order)?[ :#.]*\S+$/iu.test(body.note.trim());
  return read.kind === 'number' && isAlone ? { number: read.number, invoices: body.invoices } : null;
}

type Named = Pick<Invoice, 'id' | 'number' | 'kind' | 'firstSeen'>;

/** Whether it was told for this invoice: by name, or for all that there were then. */
export function isToldFor({ invoices }: ToldNumber, at: string, invoice: Named): boolean {
  if (invoice.kind !== 'invoice') return false;
  return invoices.length === 0 ? invoice.firstSeen <= at : names(invoices, invoice);
}

export type KnownNumber = { readonly number: string; readonly eventId: string };

/** By the invoice's id. `events`: those that stand. The one that was told last counts. */
export function orderNumbers(
  events: readonly Pick<CaseEvent, 'id' | 'at' | 'body'>[],
  invoices: readonly Named[],
): ReadonlyMap<string, KnownNumber> {
  const known = new Map<string, KnownNumber>();
  const told = events.flatMap(({ id, at, body }) => {
    const number = toldNumber(body);
    return number ? [{ id, at, number }] : [];
  });
  told.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  for (const { id, at, number } of told) {
    for (const invoice of invoices) {
      if (isToldFor(number, at, invoice)) known.set(invoice.id, { number: number.number, eventId: id });
    }
  }
  return known;
}
