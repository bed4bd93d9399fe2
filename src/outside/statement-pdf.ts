// A statement of account as PDF: the same statement gives the same bytes, so that it can be made again and compared.
import type { Statement } from '../core/statement.ts';
import { openPaper } from './pdf-paper.ts';

export function statementPdf(statement: Statement): Promise<Uint8Array> {
  const { title, asOf, locale, from, to, howToPay } = statement;
  const business = from.lines[0] ?? '';
  const paper = openPaper({ title: `${title}, ${asOf}`, author: business, locale, day: asOf });
  paper.title(title, statement.asOfLine);
  paper.sideBySide([to, from]);
  if (statement.nothingOpen) paper.paragraph(statement.nothingOpen, { font: 'bold', size: 11 });
  for (const table of statement.tables) paper.table(table);
  if (howToPay) {
    paper.heading(howToPay.title, howToPay.lines.length);
    for (const line of howToPay.lines) paper.paragraph(line);
    paper.gap();
  }
  paper.paragraph(statement.questions);
  return paper.close((page, pages) => `${business} · ${title} · ${asOf} · ${statement.page(page, pages)}`);
}
