// Finds e-mail addresses, phone numbers and the name of a person whom a reply points to.
import type { MarkedText } from './marks.ts';

export function markContacts(marked: MarkedText): void {
  marked.replace(
    'e',
    /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/giu,
    (match) => match[0].toLowerCase(),
  );
  marked.replace(
    'p',
    /(?<![\p{L}\p{N}⟨$€£.,])(?:\+\d[\d ().-]{6,18}\d|\(?0?\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,4}|\d{3}[ -]\d{4})(?![\p{L}\p{N}])/gu,
    (match) =>
      match[0].replace(/\D/g, '').length >= 7 && !/^\d{4}-\d{2}-\d{2}$/.test(match[0])
        ? match[0].trim()
        : null,
  );
}

const NAME = "\\p{Lu}[\\p{L}'-]+(?: (?:van|von|de|der|la|da))?(?: \\p{Lu}[\\p{L}'-]+){0,2}";
/** Words before a name that say: this one from now on. Only their own case may vary, never the name's. */
const POINTERS = [
  '(?:[Cc]ontact|[Pp]erson|[Aa]nsprechpartner(?:in)?|[Cc]ontacto|[Ii]nterlocuteur|[Cc]lerk|[Bb]ookkeeper|AP|[Aa]ccounts) (?:is now|is|est|es|ist|now)(?: now)? ',
  '(?:[Ss]peak|[Tt]alk|[Rr]each out|[Ww]rite|[Gg]o|[Hh]ablar|[Pp]arler|[Ss]prechen) (?:to|with|con|à|mit) ',
  '(?:[Cc]ontact|[Tt]ry|[Aa]sk for|[Uu]se|[Cc]all|[Nn]ow|[Nn]ew contact:?|[Rr]eplaced by|[Cc]ontactar|[Cc]ontacter) ',
];
/** Words with a capital that are no names. */
const NO_NAME =
  /^(?:AP|CFO|CEO|Accounts|Accounting|Finance|Monday|Tuesday|Wednesday|Thursday|Friday|The|Their|His|Her|Them|It|Invoice)\b/;

export function findName(text: string): string | null {
  for (const pointer of POINTERS) {
    const name = new RegExp(`(?<![\\p{L}])${pointer}(${NAME})`, 'u').exec(text)?.[1];
    if (name && !NO_NAME.test(name)) return name.replace(/ (?:Instead|At|On|By|In|From)$/, '');
  }
  return null;
}

/** Who a reply says is to be reached from now on; the first of each kind. */
export function contactIn(
  marked: MarkedText,
  piece: string,
): { name: string | null; email: string | null; phone: string | null } {
  return {
    name: findName(piece),
    email: marked.values('e', piece)[0] ?? null,
    phone: marked.values('p', piece)[0] ?? null,
  };
}
