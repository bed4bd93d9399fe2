// Draws a table that may go over pages: a figure is never cut, and a screen reader hears each head once.
import type { DocumentTable } from '../core/document-table.ts';
import {
  add,
  bottomOf,
  decorate,
  drawable,
  fitted,
  INK,
  keepTogether,
  MARGIN,
  type Pdf,
  pageWidth,
  RULE,
  SIZE,
  type Tag,
} from './pdf-page.ts';

const ROW = 17;
const BAND = '#f4f2ee';

export function drawTable(pdf: Pdf, root: Tag, table: DocumentTable): void {
  const columns = columnsOf(pdf, table);
  keepTogether(pdf, 4 * ROW);
  if (table.title) {
    const { title } = table;
    add(pdf, root, 'H2', () => {
      pdf
        .font('bold')
        .fontSize(SIZE + 0.5)
        .fillColor(INK);
      pdf.text(drawable(pdf, title), MARGIN, pdf.y, { width: pageWidth(pdf), lineGap: 2 });
    });
    pdf.moveDown(0.3);
  }
  const element = pdf.struct('Table');
  root.add(element);
  const row = (cells: readonly string[], kind: RowKind) =>
    drawRow(pdf, element, cells, { table, columns, kind });
  const heads = table.heads.map(({ words }) => words);
  row(heads, 'heads');
  for (const cells of table.rows) {
    if (pdf.y + ROW > bottomOf(pdf)) {
      pdf.addPage();
      row(heads, 'heads again');
    }
    row(cells, 'cells');
  }
  if (table.total.length > 0) {
    keepTogether(pdf, ROW);
    row(table.total, 'total');
  }
  element.end();
  pdf.x = MARGIN;
  pdf.moveDown(1.6);
}

type RowKind = 'heads' | 'heads again' | 'cells' | 'total';

type Columns = {
  readonly size: number; // of the type, in points
  readonly places: readonly { readonly x: number; readonly width: number }[];
};

/**
 * Columns as wide as what stands in them asks for, stretched to the page. Where they ask for more than the page has, the
 * type shrinks with them: a name may be cut, a figure never.
 */
function columnsOf(pdf: Pdf, { heads, rows, total }: DocumentTable): Columns {
  const asked = heads.map(({ words, isFigure }, column) => {
    pdf.font('bold').fontSize(SIZE);
    const texts = [words, total[column] ?? ''].map((text) => pdf.widthOfString(drawable(pdf, text)));
    pdf.font('regular');
    for (const row of rows) texts.push(pdf.widthOfString(drawable(pdf, row[column] ?? '')));
    const widest = Math.max(...texts);
    return (isFigure ? widest : Math.min(widest, column === 0 ? 190 : 130)) + 10;
  });
  const scale = pageWidth(pdf) / asked.reduce((sum, each) => sum + each, 0);
  let x = MARGIN;
  const places = asked.map((each) => {
    const place = { x, width: each * scale };
    x += place.width;
    return place;
  });
  return { size: Math.min(SIZE, SIZE * scale), places };
}

/** Heads that stand again on a later page are for the eye: a screen reader has heard them. */
function drawRow(
  pdf: Pdf,
  parent: Tag,
  cells: readonly string[],
  { table, columns, kind }: { table: DocumentTable; columns: Columns; kind: RowKind },
): void {
  const { y } = pdf;
  const isHead = kind === 'heads' || kind === 'heads again';
  if (isHead) decorate(pdf, () => pdf.rect(MARGIN, y, pageWidth(pdf), ROW).fill(BAND));
  // What is not read out has no place among the tags, and a tag without a place would keep the file open for ever.
  const row = kind === 'heads again' ? null : pdf.struct('TR');
  if (row) parent.add(row);
  cells.forEach((cell, column) => {
    const draw = () =>
      drawCell(pdf, cell, { table, columns, column, y, font: kind === 'cells' ? 'regular' : 'bold' });
    if (!row) decorate(pdf, draw);
    else if (isHead) add(pdf, row, 'TH', draw, { scope: 'Column' });
    else add(pdf, row, column === 0 ? 'TH' : 'TD', draw, column === 0 ? { scope: 'Row' } : {});
  });
  row?.end();
  decorate(pdf, () =>
    pdf
      .moveTo(MARGIN, y + ROW)
      .lineTo(MARGIN + pageWidth(pdf), y + ROW)
      .lineWidth(0.5)
      .stroke(RULE),
  );
  pdf.x = MARGIN;
  pdf.y = y + ROW;
}

function drawCell(
  pdf: Pdf,
  cell: string,
  at: { table: DocumentTable; columns: Columns; column: number; y: number; font: 'regular' | 'bold' },
): void {
  const { columns, column, y, font } = at;
  const place = columns.places[column];
  if (!place || cell === '') return;
  pdf.font(font).fontSize(columns.size).fillColor(INK);
  const isFigure = at.table.heads[column]?.isFigure;
  const text = isFigure ? drawable(pdf, cell) : fitted(pdf, cell, place.width - 6);
  const x = isFigure ? place.x + place.width - 4 - pdf.widthOfString(text) : place.x + 4;
  pdf.text(text, x, y + 4.5, { lineBreak: false });
}
