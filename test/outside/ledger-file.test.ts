import { CFB, read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/core/import/plan-import.ts';
import { MAX_FILE_BYTES, readLedgerFile, refuseBySize } from '../../src/outside/ledger-file.ts';
import { CONTEXT, inShort, ready } from '../core/import/plan-files.ts';

type Grid = (string | number | Date | null)[][];

function workbook(
  sheets: Record<string, Grid>,
  shape: (name: string, sheet: ReturnType<typeof utils.aoa_to_sheet>) => void = () => {},
): Buffer {
  const book = utils.book_new();
  for (const [name, grid] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(grid, { UTC: true });
    shape(name, sheet);
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

function plan(bytes: Uint8Array, answers = {}) {
  const table = readLedgerFile('ledger.xlsx', bytes);
  if (table.kind === 'refused') throw new Error(table.because);
  return planImport(table, answers, CONTEXT);
}

const HEAD = ['Customer', 'Invoice', 'Due', 'Amount', 'Balance'];

describe('spreadsheets', () => {
  it('reads five plain columns: days as days, numbers exact, zeros as shown', () => {
    const bytes = workbook(
      {
        Sheet1: [
          HEAD,
          ['Acme', 123, new Date('2025-03-31T00:00:00Z'), 0.1 + 0.2, 1234.56],
          ['Beta', 'B-7', 45736, 10, 10],
        ],
      },
      (_, sheet) => {
        sheet.B2.z = '0000000';
      },
    );
    expect(inShort(plan(bytes))).toEqual([
      'acme 0000123 2025-03-31 123456/123456 USD',
      'beta B-7 2025-03-20 1000/1000 USD',
    ]);
  });

  it('fills a merged customer down and takes the currency from the number format', () => {
    const bytes = workbook(
      {
        Sheet1: [
          HEAD,
          ['Acme', 1, '2025-03-31', 5, 5],
          [null, 2, '2025-03-31', 6, 6],
          ['Beta', 3, '2025-03-31', 7, 7],
        ],
      },
      (_, sheet) => {
        sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
        for (const cell of ['E2', 'E3', 'E4']) sheet[cell].z = '"€"#,##0.00';
      },
    );
    expect(inShort(plan(bytes))).toEqual([
      'acme 1 2025-03-31 500/500 EUR',
      'acme 2 2025-03-31 600/600 EUR',
      'beta 3 2025-03-31 700/700 EUR',
    ]);
  });

  it('chooses the sheet with a header and asks where there are two', () => {
    const rows: Grid = [HEAD, ['Acme', 1, '2025-03-31', 5, 5]];
    expect(ready(plan(workbook({ Notes: [['Hello'], ['World']], Ledger: rows }))).receipt.sheet).toBe(
      'Ledger',
    );
    const asked = plan(workbook({ January: rows, February: rows }));
    expect(asked.kind === 'ask' && asked.questions[0]?.choices.map(({ value }) => value)).toEqual([
      'January',
      'February',
    ]);
    expect(
      ready(plan(workbook({ January: rows, February: rows }), { sheet: 'February' })).receipt.sheet,
    ).toBe('February');
  });

  it('reads the days of a workbook that counts from 1904', () => {
    const book = read(workbook({ Sheet1: [HEAD, ['Acme', 1, 44274, 5, 5]] }));
    book.Sheets.Sheet1!.C2.z = 'yyyy-mm-dd';
    book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
    expect(inShort(plan(write(book, { type: 'buffer', bookType: 'xlsx' })))).toEqual([
      'acme 1 2025-03-20 500/500 USD',
    ]);
  });

  it('says that a file is protected by a password', () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from('04000400400000003c3f786d6c', 'hex'));
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(64));
    const bytes = CFB.write(container, { type: 'buffer' }) as Buffer;
    expect(readLedgerFile('secret.xlsx', bytes)).toEqual({
      kind: 'refused',
      because: 'secret.xlsx is protected by a password. Please save a copy without one and send that.',
    });
  });

  it('refuses a cell with a failed formula', () => {
    const bytes = workbook({ Sheet1: [HEAD, ['Acme', 1, '2025-03-31', 5, 5]] }, (_, sheet) => {
      sheet.E2 = { t: 'e', v: 0x17, w: '#REF!' };
    });
    const refused = plan(bytes);
    expect(refused.kind === 'refused' && refused.problems[0]?.expected).toContain('is a formula that failed');
  });
});

describe('text files', () => {
  it.each([',', ';', '\t', '|'])('finds the separator %j', (by) => {
    const text = `Customer${by}Invoice${by}Balance\r\n"A, B; C"${by}1${by}5.00\r\n`;
    const table = readLedgerFile('a.csv', Buffer.from(text));
    if (table.kind === 'refused') throw new Error(table.because);
    expect(table.sheets[0]?.rows[1]).toEqual({ line: 2, cells: ['A, B; C', '1', '5.00'] });
  });

  it('counts lines as an editor does, over blank lines and line breaks in values', () => {
    const table = readLedgerFile('a.csv', Buffer.from('a,b\n\n"x\ny",1\nz,2\n'));
    if (table.kind === 'refused') throw new Error(table.because);
    expect(table.sheets[0]?.rows.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('obeys sep= of Excel', () => {
    const table = readLedgerFile('a.csv', Buffer.from('sep=;\na;b\n1;2\n'));
    expect(table.kind === 'table' && table.sheets[0]?.rows[1]).toEqual({ line: 3, cells: ['1', '2'] });
  });
});

describe('limits', () => {
  it('refuses 200 MB by its size, before a byte is read', () => {
    expect(refuseBySize('big.csv', 200 * 1024 * 1024)).toBe(
      'big.csv is 200 MB; the limit is 25 MB. Please export open invoices only, or a shorter period.',
    );
    const huge = new Uint8Array(MAX_FILE_BYTES + 1);
    expect(readLedgerFile('big.csv', huge).kind).toBe('refused');
  });

  it('refuses more rows than an import takes', () => {
    const table = readLedgerFile('long.csv', Buffer.from('a,b\n'.repeat(200_001)));
    expect(table).toEqual({
      kind: 'refused',
      because:
        'long.csv has more than 200,000 rows, the limit. Please export open invoices only, or a shorter period.',
    });
  });
});
