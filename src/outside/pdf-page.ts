// What every PDF of ours shares: paper, fonts, margins, feet, paragraphs, and type that no odd character breaks.
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Day } from '../core/calendar.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

const fonts = createRequire(import.meta.url);
const REGULAR = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf');
const BOLD = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf');

export const MARGIN = 48;
export const SIZE = 8.5;
export const INK = '#1d1c1d';
export const FAINT = '#5f5d60';
export const RULE = '#cfcdd1';

/** Where letter paper is used; everywhere else it is A4. */
const LETTER_PAPER = /-(?:US|CA|MX)$/;

/** `on` stands as the time it was made, so that the same document gives the same bytes. */
export function openPdf(about: { title: string; author: string; on: Day; locale: string }): {
  readonly pdf: Pdf;
  readonly bytes: Promise<Uint8Array>;
} {
  const made = new Date(`${about.on}T12:00:00Z`);
  const pdf = new PDFDocument({
    size: LETTER_PAPER.test(about.locale) ? 'LETTER' : 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: about.locale,
    displayTitle: true,
    info: { Title: `${about.title}, ${about.on}`, Author: about.author, CreationDate: made, ModDate: made },
  });
  const bytes = collected(pdf);
  pdf.registerFont('regular', REGULAR).registerFont('bold', BOLD);
  return { pdf, bytes };
}

function collected(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

export function width(pdf: Pdf): number {
  return pdf.page.width - 2 * MARGIN;
}

export function paragraph(pdf: Pdf, font: 'regular' | 'bold', size: number, text: string, color = INK): void {
  pdf.font(font).fontSize(size).fillColor(color);
  pdf.text(drawable(pdf, text), MARGIN, pdf.y, { width: width(pdf), lineGap: 2 });
}

/** One line at the foot of every page. */
export function drawFeet(pdf: Pdf, words: (page: number, pages: number) => string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    // Without this a line below the margin would begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.font('regular').fontSize(7.5).fillColor(FAINT);
    pdf.text(fitted(pdf, words(page + 1, count), width(pdf)), MARGIN, pdf.page.height - 34, {
      lineBreak: false,
    });
  }
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

export function fitted(pdf: Pdf, text: string, most: number): string {
  const shown = drawable(pdf, text);
  if (pdf.widthOfString(shown) <= most) return shown;
  let length = shown.length;
  while (length > 1 && pdf.widthOfString(`${shown.slice(0, length)}…`) > most) length -= 1;
  return `${shown.slice(0, length).trimEnd()}…`;
}
