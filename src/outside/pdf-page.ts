// Where things stand on a page and how they look, for whoever draws on it: margins, type, tags for screen readers.
import type PDFDocument from 'pdfkit';

export type Pdf = InstanceType<typeof PDFDocument>;
export type Tag = ReturnType<Pdf['struct']>;

export const MARGIN = 48;
export const SIZE = 8.5;
export const INK = '#1d1c1d';
export const FAINT = '#5f5d60';
export const RULE = '#cfcdd1';

/** What is drawn stands under this tag, in the order of the calls. */
export function add(pdf: Pdf, parent: Tag, tag: string, draw: () => void, options = {}): void {
  const element = pdf.struct(tag, options);
  parent.add(element);
  element.add(draw);
  element.end();
}

/** Lines and colours that say nothing: a screen reader passes over them. */
export function decorate(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

export function pageWidth(pdf: Pdf): number {
  return pdf.page.width - 2 * MARGIN;
}

export function bottomOf(pdf: Pdf): number {
  return pdf.page.height - MARGIN;
}

/** Begins a page where so many points do not fit on this one. */
export function keepTogether(pdf: Pdf, points: number): void {
  if (pdf.y + points > bottomOf(pdf)) pdf.addPage();
}

type Glyphs = { hasGlyphForCodePoint(code: number): boolean };

/** A character that the font lacks is shown as one that says so, and not as nothing. */
export function drawable(pdf: Pdf, text: string): string {
  const { font } = (pdf as unknown as { _font: { font: Glyphs } })._font;
  return [...text].map((char) => (font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0) ? char : '?')).join('');
}

/** Longer than its place: cut with an ellipsis, so that no figure is pushed off the page. */
export function fitted(pdf: Pdf, text: string, most: number): string {
  const shown = drawable(pdf, text);
  if (pdf.widthOfString(shown) <= most) return shown;
  let length = shown.length;
  while (length > 1 && pdf.widthOfString(`${shown.slice(0, length)}…`) > most) length -= 1;
  return `${shown.slice(0, length).trimEnd()}…`;
}
