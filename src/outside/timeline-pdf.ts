// Draws a timeline as PDF: day by day what happened, with the words of letters and replies; the same one gives the same bytes.
import type { Timeline, TimelineEntry } from '../core/timeline.ts';
import {
  drawFeet,
  FAINT,
  keepTogether,
  MARGIN,
  openPdf,
  type Pdf,
  paragraph,
  RULE,
  SIZE,
  width,
} from './pdf-page.ts';

export function timelinePdf(timeline: Timeline): Promise<Uint8Array> {
  const { title, business, madeOn, locale, head, entries } = timeline;
  const { pdf, bytes } = openPdf({ title, author: business, on: madeOn, locale });
  paragraph(pdf, 'bold', 18, title);
  paragraph(pdf, 'regular', SIZE + 0.5, `${business}, as of ${madeOn}`, FAINT);
  pdf.moveDown(0.8);
  for (const line of head) paragraph(pdf, 'regular', SIZE + 0.5, line);
  pdf.moveDown(0.8);
  if (entries.length === 0) paragraph(pdf, 'bold', 11, 'Nothing has been recorded yet.');
  for (const entry of entries) drawEntry(pdf, entry);
  drawFeet(pdf, (page, pages) => `${business} · ${title} · ${madeOn} · ${page} of ${pages}`);
  pdf.end();
  return bytes;
}

function drawEntry(pdf: Pdf, { day, time, by, kind, what, words }: TimelineEntry): void {
  keepTogether(pdf, 48);
  pdf
    .moveTo(MARGIN, pdf.y)
    .lineTo(MARGIN + width(pdf), pdf.y)
    .lineWidth(0.5)
    .stroke(RULE);
  pdf.y += 5;
  paragraph(pdf, 'regular', SIZE - 0.5, [day, time, kind, by].filter(Boolean).join(' · '), FAINT);
  lines(pdf, 'bold', SIZE + 0.5, what);
  if (words) lines(pdf, 'regular', SIZE, words);
  pdf.y += 6;
}

/** Line by line, because a line break is no character that can be drawn. */
function lines(pdf: Pdf, font: 'regular' | 'bold', size: number, text: string): void {
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') pdf.y += size / 2;
    else paragraph(pdf, font, size, line);
  }
}
