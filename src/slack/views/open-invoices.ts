// The invoices of a case card: what is open of each, and how late it is by what was agreed.
import type { AnyBlock } from '@slack/types';
import { formatDay } from '../../core/calendar.ts';
import type { CaseView } from '../../core/case-view.ts';
import { formatMoney, toDecimal } from '../../core/money.ts';
import { context, dataTable, numberCell, textCell } from './blocks.ts';
import { count, shorten } from './mrkdwn.ts';
import { daysLateWords } from './verdict-words.ts';

export function invoiceBlocks(view: CaseView): AnyBlock[] {
  const { open, locale, today, customer } = view;
  const rows = open.map((invoice) => {
    const credit = invoice.kind === 'credit_note';
    const signed = { ...invoice.open, minor: credit ? -invoice.open.minor : invoice.open.minor };
    const state = credit ? 'credit' : invoice.disputed ? 'in dispute' : ageWords(invoice, view);
    return [
      textCell(invoice.number),
      textCell(formatDay(invoice.due, locale, today)),
      textCell(state),
      numberCell(Number(toDecimal(signed)), formatMoney(signed, locale)),
      numberCell(Number(toDecimal(invoice.total)), formatMoney(invoice.total, locale)),
    ];
  });
  const { block, left } = dataTable(
    `Open invoices of ${shorten(customer.name, 100)}`,
    ['Invoice', 'Due', 'State', 'Open', 'Total'],
    rows,
  );
  return [block, ...(left > 0 ? [context(`…and ${count(left, 'more invoice')}, not shown here.`)] : [])];
}

/** "12 days late", "12 days late after more time", "more time until Dec 2". */
function ageWords(
  { daysLate, moreTimeUntil }: CaseView['open'][number],
  { locale, today }: CaseView,
): string {
  if (moreTimeUntil === null) return daysLateWords(daysLate);
  return daysLate > 0
    ? `${daysLateWords(daysLate)} after more time`
    : `more time until ${formatDay(moreTimeUntil, locale, today)}`;
}
