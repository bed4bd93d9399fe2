// The forms that take in a file: choose it, and answer what is unclear about it.
import type { AnyBlock, ModalView } from '@slack/types';
import type { LineProblem } from '../../core/import/problems.ts';
import {
  type ImportAnswers,
  type Question,
  type QuestionId,
  withAnswer,
} from '../../core/import/questions.ts';
import { type ActionValue, CALLBACKS, encodeValue } from './action-ids.ts';
import { context, LIMITS, modal, option, section } from './blocks.ts';
import { refusedMessage } from './import-messages.ts';
import { fileField, radioField, selectField } from './inputs.ts';
import { escapeInline, pieces, shorten } from './mrkdwn.ts';
import {
  chosenIn,
  fileIn,
  type Parsed,
  type PickedFile,
  parsed,
  type StateValues,
  wrong,
} from './read-inputs.ts';

const FILE_TYPES = ['csv', 'tsv', 'txt', 'xlsx', 'xls'];

export function importModal(): ModalView {
  return modal(
    CALLBACKS.importFile,
    'Import invoices',
    [
      section(
        'Export the open invoices from your books (QuickBooks, Xero, FreshBooks, Stripe or any table with one row for each invoice) and drop the file here. You will see what I understood, and nothing is half taken in.',
      ),
      fileField('file', 'CSV or Excel file', FILE_TYPES),
    ],
    { submit: 'Read it' },
  );
}

/** `maxBytes`: the importer's limit. */
export function parseImport(values: StateValues, maxBytes: number): Parsed<PickedFile> {
  const file = fileIn(values, 'file');
  if (file === null) return wrong({ file: 'Choose a file.' });
  const type = file.name.toLowerCase().split('.').at(-1) ?? '';
  if (!FILE_TYPES.includes(type)) {
    return wrong({
      file: `I read ${FILE_TYPES.join(', ')} files. Export the list as CSV or Excel and try again.`,
    });
  }
  if (file.size > maxBytes) {
    return wrong({
      file: `The file has ${megabytes(file.size)} MB; I read up to ${megabytes(maxBytes)} MB. Export only the open invoices.`,
    });
  }
  return parsed(file);
}

function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_000_000));
}

export type ImportAsk = {
  readonly fileName: string;
  readonly questions: readonly Question[];
  readonly headings: readonly string[];
  readonly sample: readonly (readonly string[])[];
};

/** Few choices are shown at once, many in a menu. */
const MOST_RADIOS = 4;
/** Each may list a file's 100 columns; more of them would break a view's 250 KB. */
const MOST_QUESTIONS = 10;
const SAMPLE_COLUMNS = 12;

/** `upload` carries the answers that were given before, so that each round only asks what is still open. */
export function importQuestionsModal(ask: ImportAsk, upload: ActionValue<'upload'>): ModalView {
  const shown = ask.questions.slice(0, MOST_QUESTIONS);
  return modal(
    CALLBACKS.importQuestions,
    'About this file',
    [
      section(`*${escapeInline(shorten(ask.fileName, 150))}*: I want to be sure before I take it in.`),
      ...sampleBlocks(ask),
      ...shown.map(questionField),
      ...(ask.questions.length > shown.length
        ? [context(`…and ${ask.questions.length - shown.length} more, asked next.`)]
        : []),
    ],
    { submit: 'Go on', metadata: encodeValue('upload', upload) },
  );
}

/** A modal takes no data table: the first rows stand as lines, each cell with its column's name. */
function sampleBlocks({ headings, sample }: ImportAsk): AnyBlock[] {
  if (sample.length === 0) return [];
  const left = headings.length - SAMPLE_COLUMNS;
  const lines = sample.map((row) =>
    row
      .slice(0, SAMPLE_COLUMNS)
      .flatMap((cell, column) =>
        cell === ''
          ? []
          : [`${escapeInline(shorten(headings[column] ?? '', 30))}: *${escapeInline(shorten(cell, 40))}*`],
      )
      .join(' · '),
  );
  return [
    ...pieces(['The first rows:', ...lines.map((line) => `• ${line}`)].join('\n'), LIMITS.section).map(
      (text) => section(text),
    ),
    ...(left > 0 ? [context(`…and ${left} more columns.`)] : []),
  ];
}

function questionField({ id, text, choices, suggested }: Question): AnyBlock {
  const left = choices.length - 100;
  const shown = choices.slice(0, 100).map(({ value, label }) => option(label, shorten(value, LIMITS.option)));
  return choices.length <= MOST_RADIOS
    ? radioField(id, text, shown, suggested)
    : selectField(
        id,
        text,
        shown,
        suggested,
        left > 0 ? { hint: `The first 100 are listed, ${left} more are not.` } : {},
      );
}

/** The answers as they stand after this round; also how they travel on to the next. */
export function parseImportQuestions(
  values: StateValues,
  before: readonly (readonly [string, string])[],
): Parsed<{ readonly answers: ImportAnswers; readonly given: readonly [string, string][] }> {
  const given = new Map<string, string>(before);
  const errors: Record<string, string> = {};
  for (const id of Object.keys(values)) {
    const chosen = chosenIn(values, id);
    if (chosen === null) errors[id] = 'Choose an answer.';
    else given.set(id, chosen);
  }
  const answers = answersFrom([...given]);
  if (answers.kind === 'errors') return wrong({ ...answers.errors, ...errors });
  return Object.keys(errors).length > 0
    ? wrong(errors)
    : parsed({ answers: answers.value, given: [...given] });
}

function answersFrom(given: readonly (readonly [string, string])[]): Parsed<ImportAnswers> {
  let answers: ImportAnswers = {};
  for (const [id, value] of given) {
    const next = withAnswer(answers, id as QuestionId, value);
    if (next === null) return wrong({ [id]: 'That answer does not fit this question. Choose another one.' });
    answers = next;
  }
  return parsed(answers);
}

/** The same for a modal that is still open. */
export function refusedModal(fileName: string, problems: readonly LineProblem[]): ModalView {
  return modal(
    CALLBACKS.importDone,
    'Not taken in',
    refusedMessage(fileName, problems).blocks.filter(({ type }) => type !== 'actions'),
  );
}

/** While a file is being read: what the person sees when the form closes. */
export function importRunningModal(fileName: string): ModalView {
  return modal(CALLBACKS.importDone, 'Reading the file', [
    section(
      `:hourglass_flowing_sand: I am reading *${escapeInline(shorten(fileName, 150))}*. The receipt comes in our direct message in a moment; you may close this.`,
    ),
  ]);
}
