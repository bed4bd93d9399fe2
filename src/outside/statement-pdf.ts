// Draws a statement of account as PDF: the same statement gives the same bytes, so that it can be made again and compared.
import type { Statement, StatementTable } from '../core/statement.ts';
import {
  bottomOf,
  drawable,
  drawFeet,
  FAINT,
  fitted,
  INK,
  keepTogether,
  MARGIN,
  openPdf,
  type Pdf,
  paragraph,
  RULE,
  SIZE,
  width,
} from './pdf-page.ts';

const ROW = 17;
const BAND = '#f4f2ee';

/** A name longer than its place is cut with an ellipsis, so that no figure is pushed off the page. */
export function statementPdf(statement: Statement): Promise<Uint8Array> {
  const { pdf, bytes } = openPdf({
    title: statement.title,
    author: statement.from.lines[0] ?? '',
    on: statement.asOf,
    locale: statement.locale,
  });
  drawHead(pdf, statement);
  if (statement.nothingOpen) paragraph(pdf, 'bold', 11, statement.nothingOpen);
  for (const table of statement.tables) drawTable(pdf, table);
  if (statement.howToPay) {
    keepTogether(pdf, 20 + 13 * statement.howToPay.lines.length);
    paragraph(pdf, 'bold', SIZE + 0.5, statement.howToPay.title);
    for (const line of statement.howToPay.lines) paragraph(pdf, 'regular', SIZE, line);
    pdf.moveDown(0.8);
  }
  keepTogether(pdf, 30);
  paragraph(pdf, 'regular', SIZE, statement.questions);
  const business = statement.from.lines[0] ?? '';
  drawFeet(
    pdf,
    (page, pages) => `${business} · ${statement.title} · ${statement.asOf} · ${statement.page(page, pages)}`,
  );
  pdf.end();
  return bytes;
}

function drawHead(pdf: Pdf, statement: Statement): void {
  paragraph(pdf, 'bold', 20, statement.title);
  paragraph(pdf, 'regular', SIZE + 0.5, statement.asOfLine, FAINT);
  pdf.moveDown(1.2);
  const top = pdf.y;
  const half = width(pdf) / 2;
  const bottoms = [statement.to, statement.from].map(({ label, lines }, side) => {
    const x = MARGIN + side * half;
    pdf.font('regular').fontSize(SIZE).fillColor(FAINT).text(drawable(pdf, label), x, top);
    lines.forEach((line, index) => {
      pdf
        .font(index === 0 ? 'bold' : 'regular')
        .fontSize(SIZE + 1)
        .fillColor(INK);
      pdf.text(fitted(pdf, line, half - 12), x, pdf.y, { width: half - 10, lineGap: 1.5 });
    });
    return pdf.y;
  });
  pdf.y = Math.max(...bottoms) + 16;
}

function drawTable(pdf: Pdf, table: StatementTable): void {
  const columns = columnsOf(pdf, table);
  keepTogether(pdf, 4 * ROW);
  if (table.title) {
    paragraph(pdf, 'bold', SIZE + 0.5, table.title);
    pdf.moveDown(0.3);
  }
  drawHeads(pdf, table, columns);
  for (const row of table.rows) {
    if (pdf.y + ROW > bottomOf(pdf)) {
      pdf.addPage();
      drawHeads(pdf, table, columns);
    }
    drawRow(pdf, row, table, columns, 'regular');
  }
  if (table.total.length > 0) {
    keepTogether(pdf, ROW);
    drawRow(pdf, table.total, table, columns, 'bold');
  }
  pdf.x = MARGIN;
  pdf.moveDown(1.6);
}

type Columns = {
  readonly size: number; // of the type, in points
  readonly places: readonly { readonly x: number; readonly width: number }[];
};

/**
 * Columns as wide as what stands in them asks for, stretched to the page. Where they ask for more than the page has, the
 * type shrinks with them: a name may be cut, a figure never.
 */
function columnsOf(pdf: Pdf, { heads, rows, total }: StatementTable): Columns {
  const asked = heads.map(({ words, isFigure }, column) => {
    pdf.font('bold').fontSize(SIZE);
    const texts = [words, total[column] ?? ''].map((text) => pdf.widthOfString(drawable(pdf, text)));
    pdf.font('regular');
    for (const row of rows) texts.push(pdf.widthOfString(drawable(pdf, row[column] ?? '')));
    const widest = Math.max(...texts);
    return (isFigure ? widest : Math.min(widest, column === 0 ? 190 : 130)) + 10;
  });
  const scale = width(pdf) / asked.reduce((sum, each) => sum + each, 0);
  let x = MARGIN;
  const places = asked.map((each) => {
    const place = { x, width: each * scale };
    x += place.width;
    return place;
  });
  return { size: Math.min(SIZE, SIZE * scale), places };
}

function drawHeads(pdf: Pdf, table: StatementTable, columns: Columns): void {
  pdf.rect(MARGIN, pdf.y, width(pdf), ROW).fill(BAND);
  drawRow(
    pdf,
    table.heads.map(({ words }) => words),
    table,
    columns,
    'bold',
  );
}

function drawRow(
  pdf: Pdf,
  cells: readonly string[],
  { heads }: StatementTable,
  { size, places }: Columns,
  font: 'regular' | 'bold',
): void {
  const { y } = pdf;
  pdf.font(font).fontSize(size).fillColor(INK);
  cells.forEach((cell, column) => {
    const place = places[column];
    if (!place || cell === '') return;
    const isFigure = heads[column]?.isFigure;
    const text = isFigure ? drawable(pdf, cell) : fitted(pdf, cell, place.width - 6);
    const x = isFigure ? place.x + place.width - 4 - pdf.widthOfString(text) : place.x + 4;
    pdf.text(text, x, y + 4.5, { lineBreak: false });
  });
  pdf
    .moveTo(MARGIN, y + ROW)
    .lineTo(MARGIN + width(pdf), y + ROW)
    .lineWidth(0.5)
    .stroke(RULE);
  pdf.x = MARGIN;
  pdf.y = y + ROW;
}
