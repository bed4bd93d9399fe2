// Blots out what a letter may say as it is: names, our phone, bank details and links, invoice and order numbers.
import type { DraftFacts } from '../facts.ts';
import { inLine } from '../letter/plain-text.ts';
import { scan } from './scan.ts';
import { BLOT, blot, type Sheet } from './sheet.ts';

/** A longer "name" is a text that somebody smuggled into a name field. */
const MAX_NAME_CHARS = 100;

export function blotKnown(sheets: readonly Sheet[], facts: DraftFacts): void {
  const names = namesOf(facts).map(plain);
  const exact = [
    ...facts.invoices.flatMap(({ payLink }) => (payLink ? [payLink] : [])),
    ...(facts.bankDetails ?? '').split(/\r?\n/),
    facts.businessPhone ?? '',
    facts.senderEmail,
    // The owner's own words in the policy, figures and all.
    facts.detail?.offer?.kind === 'recognition' ? (facts.detail.offer.reward ?? '') : '',
  ].map((text) => plain(inLine(text)));
  const literals = [...new Set([...names, ...exact])].filter((text) => text.length > 2);
  literals.sort((a, b) => b.length - a.length);
  for (const sheet of sheets) {
    for (const literal of literals) blotLiteral(sheet, literal);
    blotOrderNumbers(sheet, facts);
    blotInvoiceNumbers(sheet, facts);
  }
}

/** Names that may stand in a letter, whole and as the given name; never one that carries a message of its own. */
export function namesOf(facts: DraftFacts): string[] {
  const people = [facts.contactName ?? '', facts.senderName].map(inLine);
  const given = people.flatMap((name) =>
    name.split(' ').filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part)),
  );
  return [facts.customerName, facts.businessName, facts.agency ?? '', ...people]
    .map(inLine)
    .filter(isPlausibleName)
    .concat(given);
}

/** No web address, no account number and no sum: such a name is shown to the guard like any other words. */
export function isPlausibleName(name: string): boolean {
  if (name.length === 0 || name.length > MAX_NAME_CHARS) return false;
  const bare = plain(name);
  const link = /:\/\/|www\.|@|\b[A-Z]{2}\d{2}[ ]?[A-Z0-9]{4}/i.test(bare);
  const sum = /[$€£¥]\s?\d{2,}|\d{2,}[.,]\d{2}\b|\d\s?(?:USD|EUR|GBP|dollars|euros)\b|\d{6,}/i.test(bare);
  const speech = /[!?;]\s|[.]\s+\p{L}+\s+\p{L}+\s+\p{L}+/u.test(bare);
  return !link && !sum && !speech;
}

function plain(text: string): string {
  return scan('body', text).text.trim();
}

function blotLiteral(sheet: Sheet, literal: string): void {
  const { text } = sheet.scan;
  for (let from = text.indexOf(literal); from !== -1; from = text.indexOf(literal, from + 1)) {
    const end = from + literal.length;
    if (!isWhole(text, from, end) || sheet.rest[from] === BLOT) continue;
    sheet.rest = blot(sheet.rest, from, end);
    sheet.words = blot(sheet.words, from, end);
  }
}

function isWhole(text: string, start: number, end: number): boolean {
  const wordChar = /[\p{L}\p{N}]/u;
  const openLeft = wordChar.test(text[start] ?? '') && wordChar.test(text[start - 1] ?? '');
  const openRight = wordChar.test(text[end - 1] ?? '') && wordChar.test(text[end] ?? '');
  return !openLeft && !openRight;
}

const ORDER_WORD =
  /(?<![\p{L}])(?:orders?|p\.?o\.?|bestellung(?:en)?|bestell-?(?:nummer|nr\.?)|auftrag(?:snummer)?|pedidos?|orden(?: de compra)?|commandes?)(?: ?(?:numbers?|no\.?|nr\.?|nummer|n\.?[o°]\.?|#))?[ :#]{0,3}$/iu;

/** The customer's own order number is known where a word says that it is one: figures alone could be a sum or a day. */
function blotOrderNumbers(sheet: Sheet, { invoices }: DraftFacts): void {
  const numbers = new Set(
    invoices.flatMap(({ orderNumber }) => (orderNumber ? [plain(inLine(orderNumber))] : [])),
  );
  for (const literal of [...numbers].sort((a, b) => b.length - a.length)) {
    const { text } = sheet.scan;
    for (let from = text.indexOf(literal); from !== -1; from = text.indexOf(literal, from + 1)) {
      const end = from + literal.length;
      const isNamed = ORDER_WORD.test(text.slice(Math.max(0, from - 40), from));
      if (!isNamed || !isWhole(text, from, end) || sheet.rest.slice(from, end).includes(BLOT)) continue;
      if (/^(?:[-/.,]?[\p{L}\p{N}])/u.test(text.slice(end))) continue;
      sheet.rest = blot(sheet.rest, from, end);
      sheet.words = blot(sheet.words, from, end);
    }
  }
}

/** A number that is all digits could also be an amount or a count: then it needs a word that says it is an invoice. */
function blotInvoiceNumbers(sheet: Sheet, facts: DraftFacts): void {
  const numbered = facts.invoices.map((invoice, index) => ({
    literal: plain(inLine(invoice.number)),
    index,
  }));
  numbered.sort((a, b) => b.literal.length - a.literal.length);
  for (const { literal, index } of numbered) {
    if (literal === '') continue;
    const { text } = sheet.scan;
    for (let from = text.indexOf(literal); from !== -1; from = text.indexOf(literal, from + 1)) {
      const end = from + literal.length;
      if (sheet.rest.slice(from, end).includes(BLOT) || !standsAsNumber(text, sheet.rest, from, end, literal))
        continue;
      sheet.rest = blot(sheet.rest, from, end);
      sheet.words = blot(sheet.words, from, end);
      sheet.mentions.push({ start: from, end, invoice: index });
    }
  }
  sheet.mentions.sort((a, b) => a.start - b.start);
}

const INVOICE_WORD =
  /(?:invoices?|inv\.?|no\.?|number|nr\.?|#|facturas?|factures?|n[o°]\.?|rechnung(?:en|s-nr\.?)?|give|indiquer?|geben sie|:) ?#?$/i;
const MONEY_BEFORE = /(?:[$€£¥₹]|\b[A-Z]{3}) ?$/;
const MONEY_OR_UNIT_AFTER =
  /^ ?(?:[.,]\d|[$€£¥₹%]|(?:USD|EUR|GBP|CAD|AUD|CHF|JPY)\b|(?:dollars?|euros?|pounds?|days?|weeks?|months?|hours?|tagen?|wochen|jours?|semaines?|dias?|semanas?|percent)\b)/i;

const LIST_JOINT = new RegExp(`${BLOT}(?:, | (?:and|or|und|oder|et|ou|y|e|o|&) )$`, 'i');

function standsAsNumber(text: string, rest: string, start: number, end: number, literal: string): boolean {
  if (!isWhole(text, start, end)) return false;
  const before = text.slice(Math.max(0, start - 14), start);
  const after = text.slice(end, end + 12);
  if (/[\w][-/]$/.test(before) || /^[-/]\w/.test(after)) return false;
  if (!/^\d+$/.test(literal)) return true;
  if (/\d[.,' ]$/.test(before) && !/[,] $/.test(before)) return false;
  // "55 106.77": what looks like invoice 55 is the thousands of a sum.
  if (/^ \d{3}(?!\d)/.test(after)) return false;
  if (MONEY_BEFORE.test(before) || MONEY_OR_UNIT_AFTER.test(after)) return false;
  const afterAnother = LIST_JOINT.test(rest.slice(Math.max(0, start - 8), start));
  const lineStart = start === 0 || text[start - 1] === '\n';
  return literal.length >= 3 || lineStart || INVOICE_WORD.test(before) || afterAnother;
}
