// Reads payment terms as ledgers write them: "Net 30", "Due on receipt", "30 Tage netto", "2/10 n/30", "EOM".
import { addDays, type Day, endOfMonth } from '../calendar.ts';

export type Terms = { readonly days: number; readonly fromMonthEnd: boolean };

/** Nobody grants longer; a greater figure in the column is something else. */
const MAX_TERMS_DAYS = 365;

/** Null where the text names no terms. */
export function readTerms(text: string): Terms | null {
  const plain = text.trim().toLowerCase();
  if (plain === '') return null;
  const fromMonthEnd = /\beom\b|end of month|monatsende|fin de mois|fin de mes/.test(plain);
  if (
    /receipt|immediate|sofort|upon|contado|comptant|r[ée]ception|recibo|prepaid|cash|\bcod\b|^0$/.test(plain)
  ) {
    return { days: 0, fromMonthEnd };
  }
  // "2/10 net 30" offers a discount first; the terms are the last figure.
  const days = plain.match(/\d+/g)?.map(Number).at(-1);
  if (days === undefined) return fromMonthEnd ? { days: 0, fromMonthEnd } : null;
  if (days > MAX_TERMS_DAYS || !isTerms(plain)) return null;
  return { days, fromMonthEnd };
}

function isTerms(plain: string): boolean {
  return /^\d+$|net|\bn\b|n\/|day|tag|jour|d[ií]a|\bd\b|eom|month|monat|mois|mes|due in/.test(plain);
}

export function dueByTerms(issued: Day, { days, fromMonthEnd }: Terms): Day {
  return addDays(fromMonthEnd ? endOfMonth(issued) : issued, days);
}
