// Finds the customer's order (PO) number where a reply names one: "their PO is 4500123", "order number for INV-1043: B-77".
import { readOrderNumber } from '../order-number.ts';
import type { MarkedText } from './marks.ts';
import type { ReadingContext } from './reading.ts';

const NUMBER_WORD = '(?: ?(?:numbers?|no\\.?|nr\\.?|nummer|ref(?:erence)?|#))';
/** What is called an order number; "order" alone is not: "order 4500 has not come" speaks of goods. */
export const ORDER_NAMES = [
  `p\\.?o\\.?${NUMBER_WORD}?`,
  `purchase order${NUMBER_WORD}?`,
  `order${NUMBER_WORD}`,
  'bestell-?(?:nummer|nr\\.?)',
  'auftragsnummer',
  `número de pedido|n\\.?º de pedido|orden de compra${NUMBER_WORD}?`,
  `numéro de commande|n° de commande|bon de commande${NUMBER_WORD}?`,
].join('|');
const FILLER = '(?:the|invoices?|inv|rechnung|factura|facture|la|el|die)';
const FOR_INVOICE = `(?: (?:for|on|of|to|für|zu|para|de|pour|sur)(?: ${FILLER})*(?! ${FILLER}(?!\\S)) \\S{1,40})?`;
const IS = "(?:'s)?(?:\\s*[:=]\\s*|\\s+(?:(?:is|was|lautet|ist|es|est)\\s*:?\\s+)?|\\s*(?=#))#?\\s*";
/** With a digit in it, so that no word of the sentence is taken for it. */
const VALUE = '(?=[\\p{L}./_#+-]{0,12}\\p{N})[\\p{L}\\p{N}][\\p{L}\\p{N}./_+-]{1,60}[\\p{L}\\p{N}]';

const TOLD = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}⟨-])(?:${ORDER_NAMES})${FOR_INVOICE}${IS})${VALUE}(?![\\p{L}\\p{N}]|[.,]\\d)`,
  'giu',
);
/** "PO-4711", "PO4711": the name is a part of it. */
const SHAPED = /(?<![\p{L}\p{N}⟨/-])P\.?O\.?[-#]?\d[\p{L}\p{N}./_-]{1,60}(?<=[\p{L}\p{N}])/giu;

/** Before figures and invoices are looked for: its digits are neither. */
export function markOrderNumbers(marked: MarkedText, { invoices }: ReadingContext): void {
  const ours = new Set(invoices.map(({ number }) => number.toLowerCase()));
  for (const pattern of [SHAPED, TOLD]) {
    marked.replace('n', pattern, ([written = '']) => {
      if (ours.has(written.toLowerCase())) return null;
      const read = readOrderNumber(written);
      return read.kind === 'number' ? read.number : null;
    });
  }
}
