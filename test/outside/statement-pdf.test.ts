// The PDF of a statement: every word and figure of it stands there, and the same statement gives the same bytes.
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/calendar.ts';
import type { Customer, Invoice, Ledger } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { buildStatement, type Statement } from '../../src/core/statement.ts';
import { statementPdf } from '../../src/outside/statement-pdf.ts';

function statementOf(count: number, over: { name?: string; language?: string } = {}): Statement {
  const customer: Customer = {
    id: 'c1',
    name: over.name ?? 'Müller & Söhne',
    group: null,
    contacts: [],
    language: over.language ?? 'en',
    country: over.language === 'de' ? 'DE' : 'US',
    zone: null,
    accountManager: null,
    terms: {},
    firstSeen: '2026-01-01T00:00:00.000Z',
  };
  const invoices = Array.from({ length: count }, (_, index): Invoice => {
    const open = money(10_000 + index * 137, 'USD');
    return {
      id: `i${index}`,
      customerId: 'c1',
      number: `INV-${1000 + index}`,
      kind: 'invoice',
      issued: '2026-06-01',
      due: addDays('2026-07-01', index),
      total: open,
      open,
      memo: null,
      firstSeen: '2026-06-01T00:00:00.000Z',
    };
  });
  const ledger: Ledger = { freshAt: null, customers: [customer], invoices, payments: [], events: [] };
  const settings = { ...DEFAULT_SETTINGS, businessName: 'Harbor Print' };
  return buildStatement({ ledger, customer, settings, asOf: '2026-11-24', disputedInvoiceIds: [] });
}

async function read(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  return { pages: text, all: text.join('\n').replace(/\s+/g, ' '), info: (await getMeta(pdf)).info };
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('the statement as PDF', () => {
  test.each([
    [1, 'en'],
    [7, 'de'],
    [130, 'en'],
  ])('holds every cell of %i invoices in %s, with a head on each page', async (count, language) => {
    const statement = statementOf(count, { language });
    const bytes = await statementPdf(statement);
    const { pages, all, info } = await read(bytes);
    for (const { rows, total, heads } of statement.tables) {
      for (const cell of [...rows.flat(), ...total, ...heads.map(({ words }) => words)])
        expect(all).toContain(plain(cell));
    }
    pages.forEach((page, index) => {
      expect(plain(page)).toContain(plain(statement.page(index + 1, pages.length)));
    });
    expect(pages.length).toBe(count > 100 ? 4 : 1);
    expect(info).toMatchObject({ Title: `${statement.title}, 2026-11-24`, Author: 'Harbor Print' });
    expect(bytes.length).toBeLessThan(200_000);
  });

  test('cuts no figure, however large', async () => {
    const statement = statementOf(3, { language: 'de' });
    const huge = statement.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => row.map((cell) => cell.replace(/^\d+(?=,\d\d)/, '1.234.567.890.123'))),
      total: table.total.map((cell) => cell.replace(/^\d+(?=,\d\d)/, '3.703.703.670.369')),
    }));
    const { all } = await read(await statementPdf({ ...statement, tables: huge }));
    expect(all).toContain('3.703.703.670.369,');
    for (const { rows } of huge) for (const cell of rows.flat()) expect(all).toContain(plain(cell));
  });

  test('is tagged: a screen reader hears headings, and each head of a table once over all pages', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await statementPdf(statementOf(130))));
    const roles: string[] = [];
    type Node = { role?: string; type?: string; children?: Node[] };
    // A page names all parts of a table that goes over pages; what stands on it has content.
    const walk = ({ role, children = [] }: Node): void => {
      if (role && children.some(({ type }) => type === 'content')) roles.push(role);
      children.forEach(walk);
    };
    for (let page = 1; page <= pdf.numPages; page += 1)
      walk((await (await pdf.getPage(page)).getStructTree()) ?? {});
    const count = (role: string) => roles.filter((one) => one === role).length;
    expect(count('H1')).toBe(1);
    // Seven heads of the invoices, five of the ageing; and the number of each of 130 invoices, the sum, and one more row.
    expect(count('TH')).toBe(7 + 5 + 130 + 1 + 1);
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  });

  test('is the same bytes for the same statement', async () => {
    const [one, two] = await Promise.all([statementPdf(statementOf(9)), statementPdf(statementOf(9))]);
    expect(Buffer.compare(Buffer.from(one), Buffer.from(two))).toBe(0);
  });

  test.each([
    ['a name without end', `${'Very '.repeat(200)}Long Ltd`],
    ['letters that the font lacks', '株式会社さくら'],
    ['a name from right to left', 'שלום \u202eevil\u202c Ltd'],
    ['no name', ''],
  ])('survives %s', async (_, name) => {
    const { all } = await read(await statementPdf(statementOf(2, { name })));
    expect(all).toContain('INV-1000');
    expect(all).toContain('$201.37');
  });
});
