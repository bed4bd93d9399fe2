// Whether a clause on money says more than was read of it: a figure that is no sum to us, or another sum or day.
import { fromDecimal } from '../money.ts';
import type { ReadingContext } from './reading.ts';
import type { Said } from './said.ts';
import type { SpokenAmount } from './spoken.ts';
import { isDemand } from './whose-words.ts';

const MARKS = /⟨\w+⟩/gu;
const TIMES =
  /(?<!\d)\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m|uhr|h|o'clock)(?!\p{L})|(?<!\d)\d{1,2}:\d{2}(?!\d)/giu;

export function leavesUnread({ marked, clause, context }: Said): boolean {
  const own = marked.values('a', clause.text);
  const beside = clause.lent.filter((text) => !isDemand(text));
  const lent = beside.flatMap((text) => marked.values('a', text));
  // "INV-1055 in full and 200 on INV-1061": two things, of which one is read.
  if (own.length > 0 && beside.some((text) => /⟨a/.test(text) && /⟨i/.test(text))) return true;
  const days = (text: string) => marked.values('d', text).map((one) => one.forward.join());
  const [day] = days(clause.text);
  if (day !== undefined && clause.lent.flatMap(days).some((other) => other !== '' && other !== day))
    return true;
  if (own.length > 0) return lent.some((sum) => isOfPayment(sum, context));
  if (lent.length > 0) return false;
  return [clause.text, ...clause.lent].some((text) => /\d/.test(text.replace(MARKS, '').replace(TIMES, '')));
}

/** "They owe 2,500, will pay 500 on Friday": what is open is spoken of, not paid. */
function isOfPayment(sum: SpokenAmount, { openTotals, invoices }: ReadingContext): boolean {
  if (sum.kind === 'full') return false;
  if (sum.kind !== 'sum') return true;
  const owed = [...openTotals, ...invoices.map(({ open }) => open)];
  return !owed.some(({ minor, currency }) => fromDecimal(sum.decimal, currency)?.minor === minor);
}
