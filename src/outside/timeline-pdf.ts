// A timeline as PDF: day by day what happened, with the words of letters and replies; the same one gives the same bytes.
import type { Timeline, TimelineEntry } from '../core/timeline.ts';
import { openPaper, type Paper } from './pdf-paper.ts';

export function timelinePdf(timeline: Timeline): Promise<Uint8Array> {
  const { title, business, madeOn, locale, head, entries } = timeline;
  const paper = openPaper({ title: `${title}, ${madeOn}`, author: business, locale, day: madeOn });
  paper.title(title, `${business}, as of ${madeOn}`);
  for (const line of head) paper.paragraph(line, { size: 9 });
  paper.gap();
  if (entries.length === 0) paper.paragraph('Nothing has been recorded yet.', { font: 'bold', size: 11 });
  for (const entry of entries) drawEntry(paper, entry);
  return paper.close((page, pages) => `${business} · ${title} · ${madeOn} · ${page} of ${pages}`);
}

function drawEntry(paper: Paper, { day, time, by, kind, what, words }: TimelineEntry): void {
  paper.rule();
  paper.paragraph([day, time, kind, by].filter(Boolean).join(' · '), { size: 8, faint: true });
  drawLines(paper, what, 'bold', 9);
  if (words) drawLines(paper, words, 'regular', 8.5);
  paper.gap(0.5);
}

/** Line by line, because a line break is no character that can be drawn. */
function drawLines(paper: Paper, text: string, font: 'regular' | 'bold', size: number): void {
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') paper.gap(0.5);
    else paper.paragraph(line, { font, size });
  }
}
