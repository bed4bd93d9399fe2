// The HTML twin of a letter, made from its checked text and nothing else: same words, invoice lines as a table.

import type { Letter } from '../draft.ts';
import { escapeHtml } from '../escape-html.ts';
import type { DraftFacts } from '../facts.ts';
import { invoiceLines, invoiceRows } from './invoice-lines.ts';
import { letterLanguage } from './language.ts';

/** No colours of our own: a reader's dark mode finds nothing to fight with. */
const BODY_STYLE = 'max-width:600px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5';
const CELL_STYLE = 'padding:4px 16px 4px 0;border-bottom:1px solid #999;font-weight:normal';

/** Only links that stand in the text as they are: nothing is hidden behind other words, and nothing is tracked. */
const LINK = /https:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

export function mailHtml(letter: Letter, facts: DraftFacts): string {
  const rowsByLine = new Map(
    invoiceLines(facts).map((line, index) => [line, invoiceRows(facts)[index] ?? []]),
  );
  const paragraphs = letter.body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraphHtml(paragraph.trim(), rowsByLine))
    .join('\n');
  return [
    '<!doctype html>',
    `<html lang="${letterLanguage(facts.language)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title></head>`,
    `<body style="margin:0;padding:16px"><div style="${BODY_STYLE}">`,
    paragraphs,
    '</div></body></html>',
  ].join('\n');
}

function paragraphHtml(paragraph: string, rowsByLine: ReadonlyMap<string, readonly string[]>): string {
  const blocks: string[] = [];
  let text: string[] = [];
  let rows: (readonly string[])[] = [];
  const close = () => {
    if (text.length > 0) blocks.push(`<p>${text.map(lineHtml).join('<br>\n')}</p>`);
    if (rows.length > 0) blocks.push(tableHtml(rows));
    text = [];
    rows = [];
  };
  for (const line of paragraph.split('\n')) {
    const row = rowsByLine.get(line.trim());
    if ((row ? text : rows).length > 0) close();
    if (row) rows.push(row);
    else text.push(line);
  }
  close();
  return blocks.join('\n');
}

/** The last cell is the amount, the first one what it is for; a row with fewer cells spans the others. */
function tableHtml(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const isLast = index === row.length - 1;
      const span = index === 0 && row.length < width ? ` colspan="${width - row.length + 1}"` : '';
      const tag = index === 0 && row.length > 1 ? 'th' : 'td';
      const scope = tag === 'th' ? ' scope="row"' : '';
      // The total is the row without a day.
      const weight = row.length > 1 && row.length < width ? ';font-weight:bold' : '';
      const align = isLast && row.length > 1 ? 'right' : 'left';
      return `<${tag}${scope}${span} style="${CELL_STYLE};text-align:${align}${weight}">${escapeHtml(cell)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table style="border-collapse:collapse;margin:8px 0">${body.join('')}</table>`;
}

function lineHtml(line: string): string {
  let html = '';
  let from = 0;
  for (const match of line.matchAll(LINK)) {
    const link = escapeHtml(match[0]);
    html += `${escapeHtml(line.slice(from, match.index))}<a href="${link}">${link}</a>`;
    from = match.index + match[0].length;
  }
  return html + escapeHtml(line.slice(from));
}
