// A paper to write business documents on: paragraphs, tables and a foot on each page, tagged so that a screen reader
// reads it in order and knows a table's heads. The same calls give the same bytes.
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Day } from '../core/calendar.ts';
import type { DocumentTable } from '../core/document-table.ts';
import {
  add,
  decorate,
  drawable,
  FAINT,
  fitted,
  INK,
  keepTogether,
  MARGIN,
  type Pdf,
  pageWidth,
  RULE,
  SIZE,
} from './pdf-page.ts';
import { drawTable } from './pdf-table.ts';

type Font = 'regular' | 'bold';

export type PaperBlock = { readonly label: string; readonly lines: readonly string[] };

const fonts = createRequire(import.meta.url);
const REGULAR = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf');
const BOLD = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf');

/** Where letter paper is used; everywhere else it is A4. */
const LETTER_PAPER = /-(?:US|CA|MX)$/;

export type Paper = ReturnType<typeof openPaper>;

export function openPaper(about: { title: string; author: string; locale: string; day: Day }) {
  const made = new Date(`${about.day}T12:00:00Z`);
  const pdf = new PDFDocument({
    size: LETTER_PAPER.test(about.locale) ? 'LETTER' : 'A4',
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: about.locale,
    displayTitle: true,
    info: { Title: about.title, Author: about.author, CreationDate: made, ModDate: made },
  });
  const bytes = collected(pdf);
  pdf.registerFont('regular', REGULAR).registerFont('bold', BOLD);
  const root = pdf.struct('Document');
  pdf.addStructure(root);

  const text = (tag: string, font: Font, size: number, words: string, color = INK) =>
    add(pdf, root, tag, () => {
      pdf.font(font).fontSize(size).fillColor(color);
      pdf.text(drawable(pdf, words), MARGIN, pdf.y, { width: pageWidth(pdf), lineGap: 2 });
    });

  return {
    title(words: string, under: string): void {
      text('H1', 'bold', 20, words);
      text('P', 'regular', SIZE + 0.5, under, FAINT);
      pdf.moveDown(1.2);
    },
    heading(words: string, lines = 2): void {
      keepTogether(pdf, 20 + 13 * lines);
      text('H2', 'bold', SIZE + 0.5, words);
    },
    paragraph(words: string, look: { font?: Font; size?: number; faint?: boolean } = {}): void {
      keepTogether(pdf, 30);
      text('P', look.font ?? 'regular', look.size ?? SIZE, words, look.faint ? FAINT : INK);
    },
    /** A line across, before something that begins anew. */
    rule(): void {
      keepTogether(pdf, 48);
      decorate(pdf, () =>
        pdf
          .moveTo(MARGIN, pdf.y)
          .lineTo(MARGIN + pageWidth(pdf), pdf.y)
          .lineWidth(0.5)
          .stroke(RULE),
      );
      pdf.y += 5;
    },
    gap(lines = 0.8): void {
      pdf.moveDown(lines);
    },
    /** Blocks side by side, as sender and recipient stand on a letter. */
    sideBySide(blocks: readonly PaperBlock[]): void {
      const top = pdf.y;
      const share = pageWidth(pdf) / blocks.length;
      const bottoms = blocks.map((block, side) => {
        add(pdf, root, 'P', () => drawBlock(pdf, block, { x: MARGIN + side * share, y: top, width: share }));
        return pdf.y;
      });
      pdf.x = MARGIN;
      pdf.y = Math.max(...bottoms) + 16;
    },
    table: (table: DocumentTable): void => drawTable(pdf, root, table),
    /** `foot`: what stands at the end of each page. */
    close(foot: (page: number, pages: number) => string): Promise<Uint8Array> {
      root.end();
      drawFeet(pdf, foot);
      pdf.end();
      return bytes;
    },
  };
}

function collected(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

function drawBlock(pdf: Pdf, { label, lines }: PaperBlock, place: { x: number; y: number; width: number }) {
  pdf.font('regular').fontSize(SIZE).fillColor(FAINT).text(drawable(pdf, label), place.x, place.y);
  lines.forEach((line, index) => {
    pdf
      .font(index === 0 ? 'bold' : 'regular')
      .fontSize(SIZE + 1)
      .fillColor(INK);
    pdf.text(fitted(pdf, line, place.width - 12), place.x, pdf.y, { width: place.width - 10, lineGap: 1.5 });
  });
}

function drawFeet(pdf: Pdf, foot: (page: number, pages: number) => string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    // Without this a line below the margin would begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('regular').fontSize(7.5).fillColor(FAINT);
    pdf.text(fitted(pdf, foot(page + 1, count), pageWidth(pdf)), MARGIN, pdf.page.height - 34, {
      lineBreak: false,
    });
    pdf.endMarkedContent();
  }
}
