// The receipt of an import: what was read, what was left out and why, and whether the sums agree. In words for people.
import { formatMoney, type Money } from '../money.ts';
import type { ImportBatch, ImportResult } from './batch.ts';
import { describeProblem, type LineProblem } from './problems.ts';
import type { SkippedRow } from './rows.ts';

export type TotalsCheck = {
  readonly column: string;
  readonly inFile: Money;
  readonly read: Money;
  readonly matches: boolean;
};

export type ReceiptDraft = {
  readonly fileName: string;
  readonly sheet: string | null; // named where the workbook has several
  readonly headerLine: number;
  readonly rowsRead: number;
  readonly invoices: number;
  readonly openInvoices: number;
  readonly customers: number;
  readonly credits: number;
  readonly openTotals: readonly Money[]; // of invoices, by currency
  readonly creditTotals: readonly Money[];
  readonly totals: readonly TotalsCheck[];
  readonly skipped: readonly SkippedRow[];
  readonly linesMerged: number;
  readonly duplicates: readonly {
    readonly number: string;
    readonly customer: string;
    readonly lines: readonly number[];
  }[];
  readonly withdrawn: readonly {
    readonly line: number;
    readonly customer: string;
    readonly number: string;
  }[];
  readonly warnings: readonly LineProblem[];
  /** How unclear things were read, as sentences: "Dates were read as day/month/year." */
  readonly assumptions: readonly string[];
  readonly columnsUsed: readonly { readonly role: string; readonly heading: string }[];
  readonly columnsIgnored: readonly string[];
  readonly covers: ImportBatch['covers'];
};

/** Of a list in the receipt so many are named; the rest is counted. */
const LISTED = 10;

/** Lines of plain text, for Slack and the shell alike. `result` is null before the batch was taken in. */
export function describeReceipt(
  receipt: ReceiptDraft,
  result: ImportResult | null,
  locale = 'en-US',
): string[] {
  const inWords = (amounts: readonly Money[]) =>
    amounts.map((each) => formatMoney(each, locale)).join(' and ');
  const lines: string[] = [];
  const sheet = receipt.sheet === null ? '' : `, sheet "${receipt.sheet}"`;
  lines.push(
    `${receipt.fileName}${sheet}: ${count(receipt.rowsRead, 'row')} read, ${count(receipt.invoices, 'invoice')} of ${count(receipt.customers, 'customer')}, ${receipt.openInvoices} open${receipt.openTotals.length > 0 ? ` (${inWords(receipt.openTotals)})` : ''}.`,
  );
  if (receipt.credits > 0)
    lines.push(
      `${count(receipt.credits, 'credit')} not used yet or on record (${inWords(receipt.creditTotals)} left).`,
    );
  if (result !== null) lines.push(...describeResult(result, locale));
  for (const check of receipt.totals) {
    lines.push(
      check.matches
        ? `The file's own total of "${check.column}", ${formatMoney(check.inFile, locale)}, agrees.`
        : `Please check: the file's own total of "${check.column}" is ${formatMoney(check.inFile, locale)}, but its rows add up to ${formatMoney(check.read, locale)}.`,
    );
  }
  lines.push(...describeSkipped(receipt.skipped));
  if (receipt.linesMerged > 0)
    lines.push(`${count(receipt.linesMerged, 'row')} joined as further lines of the same invoices.`);
  if (receipt.duplicates.length > 0) {
    const named = receipt.duplicates.map((each) => `${each.number} (lines ${each.lines.join(', ')})`);
    lines.push(`In the file more than once, taken once: ${listed(named)}.`);
  }
  if (receipt.withdrawn.length > 0) {
    const named = receipt.withdrawn.map((each) => `${each.number} of ${each.customer}`);
    lines.push(`Voided or written off in the file: ${listed(named)}.`);
  }
  lines.push(...receipt.assumptions);
  const warnings = receipt.warnings.slice(0, LISTED).map(describeProblem);
  lines.push(...warnings);
  if (receipt.warnings.length > LISTED)
    lines.push(`And ${receipt.warnings.length - LISTED} more remarks like these.`);
  lines.push(
    `Columns used: ${receipt.columnsUsed.map(({ role, heading }) => `${heading} (${role})`).join(', ')}.`,
  );
  if (receipt.columnsIgnored.length > 0)
    lines.push(`Columns not used: ${receipt.columnsIgnored.join(', ')}.`);
  return lines;
}

function describeResult(result: ImportResult, locale: string): string[] {
  if (result.repeated)
    return [
      'This very file was taken in last time: nothing changed. The books count as of today; if this is not today’s export, drop that one.',
    ];
  const lines = [
    `${result.invoicesNew} new, ${result.invoicesChanged} changed, ${result.invoicesUnchanged} unchanged; ${count(result.customersNew, 'new customer')}.`,
  ];
  if (result.invoicesSettledByAbsence > 0) {
    lines.push(
      `${count(result.invoicesSettledByAbsence, 'invoice')} known as open ${result.invoicesSettledByAbsence === 1 ? 'is' : 'are'} no longer in the file: settled.`,
    );
  }
  if (result.paid.length > 0) {
    const named = result.paid.map(
      (each) =>
        `${each.customer} ${formatMoney(each.amount, locale)} on ${each.invoice}${each.paidOff ? '' : ' (part)'}`,
    );
    lines.push(`Paid since the last import: ${listed(named)}.`);
  }
  if (result.withoutEmail.length > 0) {
    lines.push(
      `No e-mail address, who should get the letters? ${listed(result.withoutEmail.map(({ customer }) => customer))}.`,
    );
  }
  return lines;
}

/** By reason, with line numbers: "3 rows left out (a subtotal): lines 5, 9, 14." */
function describeSkipped(skipped: readonly SkippedRow[]): string[] {
  const byReason = new Map<string, number[]>();
  for (const { line, because } of skipped) byReason.set(because, [...(byReason.get(because) ?? []), line]);
  return [...byReason].map(([because, lines]) => {
    const where = `${lines.length === 1 ? 'line' : 'lines'} ${listed(lines.map(String))}`;
    return `Left out, ${where}: ${because}.`;
  });
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, LISTED).join(', ');
  return items.length > LISTED ? `${shown} and ${items.length - LISTED} more` : shown;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
