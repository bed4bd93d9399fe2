// What came of a file: the receipt, the reasons why it was not taken in, or what has to be answered first.
import type { AnyBlock } from '@slack/types';
import type { ImportResult } from '../../core/import/batch.ts';
import { describeProblems, type LineProblem } from '../../core/import/problems.ts';
import type { Question } from '../../core/import/questions.ts';
import { describeReceipt, type ReceiptDraft } from '../../core/import/receipt.ts';
import { formatMoney, toDecimal } from '../../core/money.ts';
import { ACTIONS, type ActionValue, encodeValue } from './action-ids.ts';
import {
  actions,
  button,
  context,
  dataTable,
  LIMITS,
  numberCell,
  type Said,
  section,
  textCell,
} from './blocks.ts';
import { said } from './fallback.ts';
import { escapeInline, escapeLines, pieces, shorten } from './mrkdwn.ts';

/** The receipt: what was read, what was left out and why, what changed, and who has no address yet. */
export function receiptMessage(receipt: ReceiptDraft, result: ImportResult, locale: string): Said {
  const lines = describeReceipt(receipt, result, locale).map((line) => escapeLines(line));
  const lead = result.repeated
    ? ':information_source: *This file was taken in before: nothing changed*'
    : ':white_check_mark: *Taken in*';
  const ask = result.withoutEmail.slice(0, MOST_CONTACTS);
  const left = result.withoutEmail.length - ask.length;
  return said([
    ...linesBlocks([lead, ...lines.map((line) => `• ${line}`)]),
    ...ask.map(({ customerId, customer }) =>
      section(
        `*${escapeInline(shorten(customer, 150))}* has no e-mail: who should get the letters?`,
        button(
          ACTIONS.caseContact,
          'Add an address',
          encodeValue('customer', { customerId, currency: null }),
          {
            label: `Add an address: ${customer}`,
          },
        ),
      ),
    ),
    ...(left > 0
      ? [context(`…and ${left} more without an e-mail. The digest asks for them as they come up.`)]
      : []),
    ...paidTable(result, locale),
  ]);
}

const MOST_CONTACTS = 10;

/** The receipt names the first ten payments; where there are more, they all stand in a table. */
function paidTable({ paid }: ImportResult, locale: string): AnyBlock[] {
  if (paid.length <= 10) return [];
  const { block, left } = dataTable(
    'Paid since the last import',
    ['Customer', 'Amount', 'Invoice', 'Paid'],
    paid.map(({ customer, amount, invoice, paidOff }) => [
      textCell(customer),
      numberCell(Number(toDecimal(amount)), formatMoney(amount, locale)),
      textCell(invoice),
      textCell(paidOff ? 'in full' : 'in part'),
    ]),
  );
  return [block, ...(left > 0 ? [context(`…and ${left} more.`)] : [])];
}

/** A file that cannot be taken in: every reason with line, column and value. Nothing was changed. */
export function refusedMessage(fileName: string, problems: readonly LineProblem[]): Said {
  const lines = describeProblems(problems).map((line) => `• ${escapeInline(line)}`);
  return said([
    ...linesBlocks([
      `:no_entry: *${escapeInline(shorten(fileName, 150))} was not taken in, and nothing was changed.*`,
      ...lines,
    ]),
    context('Mend these in the file, or export it again, and send it once more.'),
    actions(button(ACTIONS.importOpen, 'Import another file', null)),
  ]);
}

/** A file that was dropped on us needs answers, and only a click may open a form. */
export function askMessage(
  fileName: string,
  questions: readonly Question[],
  upload: ActionValue<'upload'>,
): Said {
  const lines = questions.map(({ text }) => `• ${escapeInline(text)}`);
  return said([
    ...linesBlocks([
      `*${escapeInline(shorten(fileName, 150))}*: I have ${questions.length === 1 ? 'a question' : `${questions.length} questions`} before I take it in.`,
      ...lines,
    ]),
    actions(button(ACTIONS.importAnswer, 'Answer', encodeValue('upload', upload), { style: 'primary' })),
  ]);
}

/** Receipts are short, but a broken file can have many lines: ten sections, and the rest is counted. */
const MOST_SECTIONS = 10;

function linesBlocks(lines: readonly string[]): AnyBlock[] {
  const parts = pieces(lines.join('\n'), LIMITS.section);
  const left = parts.slice(MOST_SECTIONS).join('\n').split('\n').length;
  return [
    ...parts.slice(0, MOST_SECTIONS).map((text) => section(text)),
    ...(parts.length > MOST_SECTIONS ? [context(`…and ${left} more lines.`)] : []),
  ];
}
