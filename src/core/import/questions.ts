// What a person is asked before an unclear file is taken in, and how their answers are kept.

import type { ImportBatch } from './batch.ts';
import { ROLES, type Role } from './column-names.ts';
import { isCurrencyCode } from './currencies.ts';
import { type DateOrder, orderInWords } from './dates.ts';
import type { Header } from './find-header.ts';
import type { ColumnDoubt, MappingAnswer } from './mapping.ts';
import type { DecimalStyle } from './numbers.ts';
import { columnName } from './table.ts';

export type ImportAnswers = {
  readonly sheet?: string;
  readonly mapping?: MappingAnswer;
  readonly dateOrder?: DateOrder;
  readonly decimals?: DecimalStyle;
  /** ISO 4217, for amounts that name none or a sign that several countries share. */
  readonly currency?: string;
  readonly covers?: ImportBatch['covers'];
};

export type QuestionId = 'sheet' | 'date_order' | 'decimals' | 'currency' | 'covers' | `column:${Role}`;

/** One choice of several; `suggested` is a choice's value. The value 'none' of a column: there is no such column. */
export type Question = {
  readonly id: QuestionId;
  readonly text: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly suggested: string | null;
};

/** The answers with one more; null where the value is none of the question's. */
export function withAnswer(answers: ImportAnswers, id: QuestionId, value: string): ImportAnswers | null {
  switch (id) {
    case 'sheet':
      return { ...answers, sheet: value };
    case 'date_order':
      return value === 'DMY' || value === 'MDY' ? { ...answers, dateOrder: value } : null;
    case 'decimals':
      return value === 'point' || value === 'comma' ? { ...answers, decimals: value } : null;
    case 'currency':
      return isCurrencyCode(value) ? { ...answers, currency: value.toUpperCase() } : null;
    case 'covers':
      return value === 'open_items' || value === 'changes' ? { ...answers, covers: value } : null;
    default: {
      const role = ROLES.find((each) => id === `column:${each}`);
      const column = value === 'none' ? null : Number(value);
      if (role === undefined || (column !== null && !(Number.isInteger(column) && column >= 0))) return null;
      return { ...answers, mapping: { ...answers.mapping, [role]: column } };
    }
  }
}

export function askColumn({ role, suggested, why }: ColumnDoubt, header: Header): Question {
  const columns = header.names.map((_, i) => ({ value: String(i), label: columnName(header.names, i) }));
  return {
    id: `column:${role}`,
    text: why,
    choices: [...columns, { value: 'none', label: 'The file has no such column' }],
    suggested: suggested === null ? null : String(suggested),
  };
}

export function askDateOrder(example: string, suggested: DateOrder): Question {
  return {
    id: 'date_order',
    text: `Dates like "${example}" can be read in two ways. Which comes first in this file, the day or the month?`,
    choices: (['DMY', 'MDY'] as const).map((value) => ({
      value,
      label: value === 'DMY' ? `The day: ${orderInWords('DMY')}` : `The month: ${orderInWords('MDY')}`,
    })),
    suggested,
  };
}

export function askDecimals(example: string, suggested: DecimalStyle): Question {
  return {
    id: 'decimals',
    text: `Amounts like "${example}" can be read in two ways. How does this file write one thousand and a half?`,
    choices: [
      { value: 'point', label: '1,000.50' },
      { value: 'comma', label: '1.000,50' },
    ],
    suggested,
  };
}

export function askCurrency(mark: string, choices: readonly string[]): Question {
  return {
    id: 'currency',
    text: `Which currency does "${mark}" mean in this file?`,
    choices: choices.map((value) => ({ value, label: value })),
    suggested: choices[0] ?? null,
  };
}

export function askSheet(names: readonly string[]): Question {
  return {
    id: 'sheet',
    text: 'Several sheets of this file look like a ledger. Which one should be read?',
    choices: names.map((value) => ({ value, label: value })),
    suggested: names[0] ?? null,
  };
}

export function askCovers(): Question {
  return {
    id: 'covers',
    text: 'Does this file list everything that is still open? If it does, invoices known as open that are not in it are taken as settled.',
    choices: [
      { value: 'changes', label: 'No, or not sure: leave the others as they are' },
      { value: 'open_items', label: 'Yes, all open invoices are in it' },
    ],
    suggested: 'changes',
  };
}
