import { describe, expect, it } from 'vitest';
import { planImport } from '../../../src/core/import/plan-import.ts';
import { describeProblems } from '../../../src/core/import/problems.ts';
import { readLedgerFile } from '../../../src/outside/ledger-file.ts';
import { BROKEN_FILES } from './broken-files.ts';
import { CONTEXT } from './plan-files.ts';

function whatIsSaid(fileName: string, file: string | Buffer): string[] {
  const table = readLedgerFile(fileName, Buffer.from(file));
  if (table.kind === 'refused') return [table.because];
  const plan = planImport(table, {}, CONTEXT);
  if (plan.kind !== 'refused') throw new Error(`not refused but ${plan.kind}`);
  return describeProblems(plan.problems);
}

describe('a broken file is refused as a whole, with where and what was expected', () => {
  it.each(BROKEN_FILES)('$how', ({ file, fileName, said }) => {
    expect(whatIsSaid(fileName ?? 'ledger.csv', file)).toEqual(said);
  });

  it('shows the first twenty problems and counts the rest', () => {
    const rows = Array.from({ length: 33 }, (_, i) => `Acme,A-${i},2025-03-01,never,1.00,1.00`);
    const said = whatIsSaid('ledger.csv', `Customer,Invoice,Date,Due,Amount,Balance\n${rows.join('\n')}`);
    expect(said).toHaveLength(21);
    expect(said.at(-1)).toBe('And 13 more like these.');
  });
});
