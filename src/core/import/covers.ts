// Does the file list all that is open, so that what is absent is settled? Only a report that says so; the safe answer is no.
import type { ImportBatch, ImportInvoice } from './batch.ts';
import { foldWords } from './column-names.ts';
import { isBucketName } from './rows.ts';

export type CoversInference = {
  readonly covers: ImportBatch['covers'];
  /** False: it might list all open items, and a person may say so. */
  readonly sure: boolean;
};

// "Overdue" is not among them: an overdue report leaves out what is not due yet, which is not settled.
const OPEN_ITEMS_TITLE =
  /\b(open invoices?|unpaid invoices?|outstanding invoices?|open items?|a r ag(e)?ing|accounts? receivable ag(e)?ing|aged receivables?|receivables? ag(e)?ing|ag(e)?ing (detail|report)|ar ag(e)?ing|debtors? ag(e)?ing|customer balance detail|offene posten|op liste|facturas pendientes|factures impayees|balance agee)\b/;

export function inferCovers(
  titles: readonly string[],
  headings: readonly string[],
  invoices: readonly ImportInvoice[],
  hasBalance: boolean,
): CoversInference {
  const hasPaid = invoices.some(({ kind, open }) => kind === 'invoice' && open.minor === 0);
  if (hasPaid || invoices.length === 0) return { covers: 'changes', sure: true };
  if (titles.some((title) => OPEN_ITEMS_TITLE.test(foldWords(title))))
    return { covers: 'open_items', sure: true };
  const buckets = headings.filter(isBucketName).length;
  return { covers: 'changes', sure: !(hasBalance || buckets > 1) };
}
