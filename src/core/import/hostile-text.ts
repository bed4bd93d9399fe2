// Makes text of a file safe to keep: it will stand in Slack, in e-mail headers and in letters.

export const MAX_NAME_CHARACTERS = 200;
export const MAX_NUMBER_CHARACTERS = 100;
/** A memo is only quoted to people; what does not fit ends in "…". */
export const MAX_MEMO_CHARACTERS = 500;

export type CleanText = { readonly text: string; readonly changed: boolean };

const PLAIN = /^[ -~]*$/;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Control characters become one space, invisible ones go, spaces are single. `changed`: something of that kind stood there. */
export function cleanText(raw: string): CleanText {
  // Most text is plain, and this is asked of every cell.
  if (PLAIN.test(raw)) return { text: unquoteFormula(raw.replace(/ {2,}/g, ' ').trim()), changed: false };
  const stripped = raw.normalize('NFC').replace(CONTROLS, ' ').replace(INVISIBLE, '');
  const changed = CONTROLS.test(raw) || INVISIBLE.test(raw);
  CONTROLS.lastIndex = 0;
  INVISIBLE.lastIndex = 0;
  return { text: unquoteFormula(stripped.replace(/[\s\u00a0]+/g, ' ').trim()), changed };
}

/** Programs write ="00123" so that spreadsheets keep the zeros. */
function unquoteFormula(text: string): string {
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text;
}

/** What a spreadsheet would run when somebody opens an export of ours. */
export function isFormula(text: string): boolean {
  return /^[=@]\s*[\w.+-]*\s*\(|^=|^[+-]\s*[A-Za-z]+\s*\(|^(cmd|DDE)\s*\|/i.test(text);
}

/** Finds the same customer again in the next file: case, width and spaces do not matter. */
export function customerKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** "Parent:Child" as QuickBooks names sub-customers; null where there is no parent. */
export function parentOf(name: string): string | null {
  return /^([^:]{1,199}):(?!\/\/)\S/.exec(name)?.[1]?.trim() ?? null;
}

export type EmailReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'email'; readonly email: string; readonly others: number }
  | { readonly kind: 'not' };

const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** The first address in the cell. A line break in it is an attempt at a mail header, or a torn file: no address. */
export function readEmail(raw: string): EmailReading {
  const text = raw.trim();
  if (text === '' || /^(n\/?a|none|null|unknown|-+|\?+|no e-?mail)$/i.test(text)) return { kind: 'none' };
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return { kind: 'not' };
  const addresses = text
    .split(/\s*[;,]\s*|\s+(?=\S+@)/)
    .map((part) => /<([^<>]+)>$/.exec(part)?.[1] ?? part)
    .map((part) => part.replace(/^mailto:/i, '').trim())
    .filter((part) => part !== '');
  if (addresses.length === 0 || !addresses.every((address) => EMAIL.test(address) && address.length <= 254)) {
    return { kind: 'not' };
  }
  if (addresses.some((address) => /\.\.|^\.|\.@/.test(address))) return { kind: 'not' };
  return { kind: 'email', email: addresses[0]!, others: addresses.length - 1 };
}
