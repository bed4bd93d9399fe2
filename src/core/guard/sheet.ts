// A text under examination: what a check has understood is blotted out, so that the next one sees only the rest.
import type { Finding } from './finding.ts';
import { type Scan, spanOf } from './scan.ts';

/** Stands for a character that was understood; no check's pattern matches it, and it is no letter or digit. */
export const BLOT = '\uE000';

export type Sheet = {
  readonly scan: Scan;
  /** As long as `scan.text`. */
  rest: string;
  /** Without names and other words of ours, figures still in: what the phrase checks read. */
  words: string;
  /** Where known invoice numbers stand, by index into the facts' invoices. */
  readonly mentions: { readonly start: number; readonly end: number; readonly invoice: number }[];
  /** Sums, dates and days late that the facts hold, with the invoices that each can belong to. */
  readonly sightings: Sighting[];
};

export type Sighting = {
  /** A 'case-amount' or 'case-date' can be of the case as a whole, such as the total or the day of a promise. */
  readonly kind: 'amount' | 'case-amount' | 'date' | 'case-date' | 'days';
  readonly start: number;
  readonly end: number;
  readonly invoices: readonly number[];
};

export function sightAt(
  sheet: Sheet,
  kind: Sighting['kind'],
  [start, end]: readonly [number, number],
  invoices: readonly number[],
): void {
  sheet.sightings.push({ kind, start, end, invoices });
}

export function sheetOf(scan: Scan): Sheet {
  return { scan, rest: scan.text, words: scan.text, mentions: [], sightings: [] };
}

export function blot(text: string, start: number, end: number): string {
  return text.slice(0, start) + BLOT.repeat(end - start) + text.slice(end);
}

/** Runs `pattern` (global) over the rest; what `take` answers true for is blotted out. */
export function takeAll(sheet: Sheet, pattern: RegExp, take: (match: RegExpExecArray) => boolean): void {
  for (const match of matchesOf(sheet.rest, pattern)) {
    if (take(match)) sheet.rest = blot(sheet.rest, match.index, match.index + match[0].length);
  }
}

/** As matchAll, which copies the pattern each time; with patterns as long as ours that took longer than the search. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
}

export function finding(
  code: string,
  severity: Finding['severity'],
  sheet: Sheet | null,
  range: readonly [start: number, end: number] | null,
  why: string,
  mend: string,
): Finding {
  return { code, severity, span: sheet && range ? spanOf(sheet.scan, range[0], range[1]) : null, why, mend };
}

/** The sentence or line around an index, as a range of `scan.text`. */
export function sentenceAround(sheet: Sheet, index: number): readonly [start: number, end: number] {
  const text = sheet.scan.text;
  let start = index;
  while (start > 0 && !endsSentence(text, start - 1)) start -= 1;
  let end = index;
  while (end < text.length && !endsSentence(text, end)) end += 1;
  return [start, end];
}

/** A line break, or a full stop that a space follows and that is not an abbreviation's or an ordinal's ("3. Mai"). */
function endsSentence(text: string, index: number): boolean {
  const char = text[index];
  if (char === '\n') return true;
  if (char !== '.' && char !== '!' && char !== '?' && char !== ';') return false;
  const next = text[index + 1];
  if (next !== undefined && next !== ' ' && next !== '\n') return false;
  return char !== '.' || !/(?:^|[^\d.,])\d{1,2}$/.test(text.slice(Math.max(0, index - 3), index));
}
