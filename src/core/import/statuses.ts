// What a status or a kind of document in the file means for us: owed, paid, part-paid, a credit, or none of our business.
import { foldWords } from './column-names.ts';

export type StatusMeaning =
  | { readonly kind: 'open' }
  | { readonly kind: 'paid' }
  | { readonly kind: 'part_paid' }
  | { readonly kind: 'leave_out'; readonly because: string; readonly withdrawn: boolean }
  | { readonly kind: 'unknown' };

const VOID = { kind: 'leave_out', because: 'it was voided or deleted', withdrawn: true } as const;
const DRAFT = { kind: 'leave_out', because: 'it is a draft that was not sent', withdrawn: false } as const;
const OFF = { kind: 'leave_out', because: 'it was written off', withdrawn: true } as const;

/** Whole words anywhere in the status, first match wins: "Overdue 12 days", "Paid in full", "Teilweise bezahlt". */
const STATUS_PATTERNS: readonly (readonly [RegExp, StatusMeaning])[] = [
  [
    /\b(void|voided|cancell?ed|deleted|storniert|annule|annulee|anulad[ao]|cancelad[ao]|reversed|refunded)\b/,
    VOID,
  ],
  [/\b(uncollectible|written off|write off|bad debt|ausgebucht)\b/, OFF],
  [/\b(draft|submitted|awaiting approval|entwurf|brouillon|borrador|pending approval|not sent yet)\b/, DRAFT],
  [
    /\b(partial|partially|partly|part paid|teilweise|teilbezahlt|partiel|partielle|partiellement|parcial|parcialmente)\b/,
    { kind: 'part_paid' },
  ],
  [
    /\b(unpaid|not paid|unbezahlt|impaye|impayee|no pagad[ao]|open|offen|ouverte?|abiert[ao]|overdue|past due|uberfallig|en retard|vencid[ao]|outstanding|sent|viewed|due|awaiting payment|authorised|authorized|approved|pending|pendiente|late|unapplied|disputed|declined|gesendet|envoyee?|enviad[ao]|active|delivered|retry|failed)\b/,
    { kind: 'open' },
  ],
  [
    /\b(paid|auto paid|bezahlt|beglichen|paye|payee|pagad[ao]|closed|settled|deposited|cleared|applied|reglee?|cobrad[ao]|complete|completed)\b/,
    { kind: 'paid' },
  ],
];

export function readStatus(text: string): StatusMeaning {
  const plain = foldWords(text);
  if (plain === '') return { kind: 'open' };
  return STATUS_PATTERNS.find(([pattern]) => pattern.test(plain))?.[1] ?? { kind: 'unknown' };
}

export type DocumentKind =
  | { readonly kind: 'invoice' }
  | { readonly kind: 'credit' }
  /** Money that came in; what is not used of it yet is a credit, if the file says how much. */
  | { readonly kind: 'payment' }
  /** A journal entry or an opening balance: owed like an invoice, often without a number. */
  | { readonly kind: 'other' }
  | { readonly kind: 'leave_out'; readonly because: string };

/** An unknown word ("Stmt charge") is an invoice: its sign and balance speak for it. */
export function readKind(text: string): DocumentKind {
  const plain = foldWords(text);
  if (/\b(bill|purchase invoice|accpay|vendor credit|expense|supplier|purchase)\b/.test(plain)) {
    return { kind: 'leave_out', because: 'it is something you owe, not something owed to you' };
  }
  if (
    /\b(estimate|quote|quotation|proposal|purchase order|sales order|angebot|devis|presupuesto)\b/.test(plain)
  ) {
    return { kind: 'leave_out', because: 'it is an estimate or an order, not an invoice' };
  }
  if (
    /\b(credit|overpayment|prepayment|refund|accreccredit|gutschrift|avoir|abono|nota de credito|unapplied)\b/.test(
      plain,
    )
  ) {
    return { kind: 'credit' };
  }
  if (/\b(payment|deposit|receipt|zahlung|paiement|pago)\b/.test(plain)) return { kind: 'payment' };
  if (/\b(journal|charge|opening|adjustment)\b/.test(plain)) return { kind: 'other' };
  return { kind: 'invoice' };
}
