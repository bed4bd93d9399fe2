import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../../src/core/import/batch.ts';
import type { Question } from '../../../src/core/import/questions.ts';
import type { ReceiptDraft } from '../../../src/core/import/receipt.ts';
import { decodeValue } from '../../../src/slack/views/action-ids.ts';
import { askMessage, receiptMessage, refusedMessage } from '../../../src/slack/views/import-messages.ts';
import {
  importModal,
  importQuestionsModal,
  importRunningModal,
  parseImport,
  parseImportQuestions,
  refusedModal,
} from '../../../src/slack/views/import-modals.ts';
import { HOSTILE, LOCALE, LONG, UUID, usd } from './examples.ts';
import { actionIdsOf, problemsOfMessage, problemsOfView, wordsOf } from './slack-limits.ts';

const UPLOAD = { uploadId: UUID, channel: null, threadTs: null, answers: [] };

const DATE_ORDER: Question = {
  id: 'date_order',
  text: 'Dates like "03/04/2026" can be read in two ways. Which comes first?',
  choices: [
    { value: 'DMY', label: 'The day' },
    { value: 'MDY', label: 'The month' },
  ],
  suggested: 'DMY',
};

const column = (columns: number): Question => ({
  id: 'column:open',
  text: `Is "${LONG}" the open amount?`,
  choices: Array.from({ length: columns }, (_, i) => ({ value: String(i), label: `${HOSTILE} ${i}` })),
  suggested: '1',
});

const RESULT: ImportResult = {
  importId: UUID,
  repeated: false,
  customersNew: 2,
  invoicesNew: 5,
  invoicesChanged: 1,
  invoicesUnchanged: 0,
  invoicesSettledByAbsence: 0,
  paid: [],
  withoutEmail: [],
};

const RECEIPT: ReceiptDraft = {
  fileName: 'open.csv',
  sheet: null,
  headerLine: 1,
  rowsRead: 6,
  invoices: 6,
  openInvoices: 6,
  customers: 2,
  credits: 0,
  openTotals: [usd(123400)],
  creditTotals: [],
  totals: [],
  skipped: [],
  linesMerged: 0,
  duplicates: [],
  withdrawn: [],
  warnings: [],
  assumptions: ['Dates were read as month/day/year.'],
  columnsUsed: [{ role: 'customer', heading: 'Customer' }],
  columnsIgnored: [],
  covers: 'changes',
};

describe('choosing a file', () => {
  const values = (file: object | null) => ({
    file: { input: { type: 'file_input', files: file ? [file] : [] } },
  });

  it('gives the file, or says what is wrong with it', () => {
    expect(problemsOfView(importModal())).toEqual([]);
    const file = { id: 'F1', name: 'Open Invoices.CSV', size: 2000 };
    expect(parseImport(values(file), 10_000_000)).toEqual({ kind: 'parsed', value: file });
    const wrongs = [null, { ...file, name: 'invoices.pdf' }, { ...file, size: 200_000_000 }];
    const said = wrongs.map((wrong) => {
      const read = parseImport(values(wrong), 10_000_000);
      return read.kind === 'errors' ? read.errors.file : '';
    });
    expect(said[0]).toBe('Choose a file.');
    expect(said[1]).toContain('csv');
    expect(said[2]).toContain('200 MB');
  });
});

describe('the questions about a file', () => {
  const ask = (questions: Question[]) => ({
    fileName: HOSTILE,
    questions,
    headings: Array.from({ length: 30 }, (_, i) => `${HOSTILE} ${i}`),
    sample: Array.from({ length: 5 }, () => Array.from({ length: 30 }, () => LONG)),
  });

  it('stand below a sample of the file, within Slack’s limits', () => {
    const many = Array.from(
      { length: 30 },
      (_, i) => ({ ...column(150), id: `column:${i}` }) as unknown as Question,
    );
    for (const questions of [[DATE_ORDER], [column(3)], [column(150)], many]) {
      const modal = importQuestionsModal(ask(questions), UPLOAD);
      expect(problemsOfView(modal)).toEqual([]);
      expect(wordsOf(modal)).toContain('18 more columns');
      expect(decodeValue('upload', modal.private_metadata)).toEqual(UPLOAD);
    }
    expect(wordsOf(importQuestionsModal(ask(many), UPLOAD))).toContain('20 more, asked next');
    expect(wordsOf(importQuestionsModal(ask([column(150)]), UPLOAD))).toContain('50 more are not');
  });

  const answer = (id: string, value: string | null) => ({
    [id]: { input: { selected_option: value === null ? null : { value } } },
  });

  it('are answered on top of what was answered before', () => {
    const read = parseImportQuestions({ ...answer('date_order', 'MDY'), ...answer('column:open', '4') }, [
      ['sheet', 'Sheet 2'],
      ['date_order', 'DMY'],
    ]);
    expect(read).toEqual({
      kind: 'parsed',
      value: {
        answers: { sheet: 'Sheet 2', dateOrder: 'MDY', mapping: { open: 4 } },
        given: [
          ['sheet', 'Sheet 2'],
          ['date_order', 'MDY'],
          ['column:open', '4'],
        ],
      },
    });
  });

  it('need an answer that fits', () => {
    expect(parseImportQuestions(answer('date_order', null), [])).toMatchObject({
      errors: { date_order: 'Choose an answer.' },
    });
    const wrong = parseImportQuestions(answer('date_order', 'YMD'), []);
    expect(wrong.kind === 'errors' && Object.keys(wrong.errors)).toEqual(['date_order']);
  });

  it('wait behind a button where the file was dropped in a message', () => {
    const message = askMessage(HOSTILE, [DATE_ORDER, column(3)], UPLOAD);
    expect(problemsOfMessage(message)).toEqual([]);
    expect(message.text).toContain('2 questions');
    expect(actionIdsOf(message.blocks)).toEqual(['import.answer']);
  });
});

describe('what came of a file', () => {
  it('is a receipt in words', () => {
    const message = receiptMessage(RECEIPT, RESULT, LOCALE);
    expect(problemsOfMessage(message)).toEqual([]);
    for (const words of ['Taken in', '6 rows read', '$1,234.00', '5 new, 1 changed', 'month/day/year'])
      expect(message.text).toContain(words);
    expect(receiptMessage(RECEIPT, { ...RESULT, repeated: true }, LOCALE).text).toContain('nothing changed');
  });

  it('asks for addresses, and counts those it does not show', () => {
    const withoutEmail = Array.from({ length: 500 }, (_, i) => ({
      customerId: UUID,
      customer: `${HOSTILE} ${i}`,
    }));
    const paid = Array.from({ length: 500 }, (_, i) => ({
      customerId: UUID,
      customer: LONG,
      invoice: `INV-${i}`,
      amount: usd(100),
      paidOff: i % 2 === 0,
    }));
    const message = receiptMessage(RECEIPT, { ...RESULT, withoutEmail, paid }, LOCALE);
    expect(problemsOfMessage(message)).toEqual([]);
    expect(actionIdsOf(message.blocks).filter((id) => id === 'case.contact')).toHaveLength(10);
    expect(wordsOf(message.blocks)).toContain('490 more without an e-mail');
    expect(wordsOf(message.blocks)).not.toContain('<!channel> ');
  });

  it('is every reason, where it was not taken in', () => {
    const problems = Array.from({ length: 300 }, (_, i) => ({
      line: i,
      column: 'Due',
      value: HOSTILE,
      expected: 'is not a date.',
    }));
    for (const list of [problems, problems.slice(0, 1)]) {
      const message = refusedMessage(HOSTILE, list);
      expect(problemsOfMessage(message)).toEqual([]);
      expect(message.text).toContain('nothing was changed');
      expect(message.text).not.toContain('<!channel>');
      expect(problemsOfView(refusedModal(HOSTILE, list))).toEqual([]);
    }
    expect(wordsOf(refusedMessage('a.csv', problems).blocks)).toContain('280 more');
    expect(problemsOfView(importRunningModal(LONG))).toEqual([]);
  });
});
