// Rows as CSV that opens safely in a spreadsheet: RFC 4180, and no cell of people's words can act as a formula.

/** A spreadsheet takes what begins so for a formula; our own figures are no words and may begin with a minus. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;
const FIGURE = /^-?\d+(?:\.\d+)?$/;

export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
