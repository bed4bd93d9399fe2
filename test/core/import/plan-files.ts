// Plans an import of a file's text as the flows do, for a business in New York on 20 April 2025.
import { readFileSync } from 'node:fs';
import { type ImportPlan, planImport } from '../../../src/core/import/plan-import.ts';
import { describeProblems } from '../../../src/core/import/problems.ts';
import type { ImportAnswers } from '../../../src/core/import/questions.ts';
import type { ImportContext } from '../../../src/core/import/settle-reading.ts';
import { readLedgerFile } from '../../../src/outside/ledger-file.ts';

export const CONTEXT: ImportContext = {
  today: '2025-04-20',
  currency: 'USD',
  termsDays: 21,
  locale: 'en-US',
  zone: 'America/New_York',
};

export function planText(
  file: string | Uint8Array,
  answers: ImportAnswers = {},
  context: Partial<ImportContext> = {},
  fileName = 'ledger.csv',
): ImportPlan {
  const table = readLedgerFile(fileName, typeof file === 'string' ? Buffer.from(file) : file);
  if (table.kind === 'refused') {
    return {
      kind: 'refused',
      problems: [{ line: null, column: null, value: null, expected: table.because }],
    };
  }
  return planImport(table, answers, { ...CONTEXT, ...context });
}

export function planFixture(name: string, answers: ImportAnswers = {}, context: Partial<ImportContext> = {}) {
  const bytes = readFileSync(new URL(`../../fixtures/ledgers/${name}`, import.meta.url));
  return planText(bytes, answers, context, name);
}

export function ready(plan: ImportPlan): Extract<ImportPlan, { kind: 'ready' }> {
  if (plan.kind === 'ready') return plan;
  const why =
    plan.kind === 'refused' ? describeProblems(plan.problems) : plan.questions.map(({ text }) => text);
  throw new Error(`not ready: ${why.join(' ')}`);
}

/** An invoice in one line, to compare: "acme A-1 2025-03-31 100.00/60.00 USD". */
export function inShort(plan: ImportPlan): string[] {
  return ready(plan).batch.invoices.map(
    ({ customerKey, number, kind, due, total, open }) =>
      `${kind === 'credit_note' ? 'credit ' : ''}${customerKey} ${number} ${due} ${total.minor}/${open.minor} ${open.currency}`,
  );
}
