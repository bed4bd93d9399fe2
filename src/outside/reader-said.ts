// Tells whether a sum, a day or an invoice stands in a reply, by what our grammar finds there.
import type { Money } from '../core/money.ts';
import { markAmounts } from '../core/reading/amounts.ts';
import { markContacts } from '../core/reading/contacts.ts';
import { markInvoices } from '../core/reading/invoices.ts';
import { guessLanguage } from '../core/reading/language.ts';
import { MarkedText } from '../core/reading/marks.ts';
import { normalise } from '../core/reading/normalise.ts';
import { markOrderNumbers } from '../core/reading/order-numbers.ts';
import type { ReadingContext } from '../core/reading/reading.ts';
import type { SpokenAmount, SpokenDate } from '../core/reading/spoken.ts';
import { markDates } from '../core/reading/spoken-dates.ts';
import { sumOf } from '../core/reading/sums.ts';

export type WholeReply = {
  readonly text: string;
  readonly marked: MarkedText;
  readonly mark: (words: string) => MarkedText;
  readonly context: ReadingContext;
};

/** Marks figures, days and invoices in words of a reply, all in the language of the whole of it. */
export function marker(reply: string, context: ReadingContext): (words: string) => MarkedText {
  const language = guessLanguage(reply, context.locale);
  return (words) => {
    const marked = new MarkedText(normalise(words).text);
    markOrderNumbers(marked, context);
    markContacts(marked);
    markInvoices(marked, context);
    markDates(marked, context.today, context.locale, language);
    markAmounts(marked);
    return marked;
  };
}

/** `before`: sums of the items before this one, which a "rest" leaves out. */
export function isSumOf(
  { marked, mark, context }: WholeReply,
  words: string,
  before: readonly Money[],
): boolean {
  const asWritten = mark(words);
  const given = asWritten.values('a', asWritten.text);
  // Digits that are an invoice's as well are marked as one; whether they are a sum is asked by the grammar.
  if (given.length === 0) {
    const bare = asWritten.values('i', asWritten.text).flatMap((one) => one.bare ?? []);
    const said = new Set(marked.values('i', marked.text).map((one) => one.bare));
    return bare.length > 0 && bare.every((digits) => said.has(digits));
  }
  const key = (one: SpokenAmount) =>
    one.kind === 'vague' ? 'vague' : JSON.stringify(sumOf([one], context, [], before).amount);
  const said = new Set(marked.values('a', marked.text).map(key));
  return given.every((one) => said.has(key(one)));
}

export function isDayOf({ marked, mark }: WholeReply, words: string): boolean {
  const asWritten = mark(words);
  const given = asWritten.values('d', asWritten.text);
  const said = marked.values('d', marked.text);
  return given.length > 0 && given.every((one) => said.some((other) => isSameDay(one, other)));
}

function isSameDay(one: SpokenDate, other: SpokenDate): boolean {
  if (one.isVague || other.isVague) return one.isVague && other.isVague;
  if (one.impossible !== null) return one.impossible === other.impossible;
  const ahead = one.forward[0];
  return ahead !== undefined ? other.forward.includes(ahead) : one.back !== null && one.back === other.back;
}

export function isInvoiceOf({ marked, mark }: WholeReply, words: string): boolean {
  const asWritten = mark(words);
  const given = asWritten.values('i', asWritten.text);
  const said = marked.values('i', marked.text);
  const numbers = new Set(said.flatMap((one) => one.numbers));
  const unknown = new Set(said.map((one) => one.unknown?.toLowerCase()));
  return (
    given.length > 0 &&
    given.every((one) =>
      one.unknown === null
        ? one.numbers.every((number) => numbers.has(number))
        : unknown.has(one.unknown.toLowerCase()),
    )
  );
}
