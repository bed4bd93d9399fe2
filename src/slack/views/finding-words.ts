// What the guard found in a letter, as lines on a card or at the top of the edit form.
import type { Finding } from '../../core/guard/finding.ts';
import { escapeInline, shorten } from './mrkdwn.ts';

export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'block');
}

/** What must be mended first; each with the words it is about, why, and how to mend it. */
export function findingLines(findings: readonly Finding[]): string[] {
  const ordered = [...findings].sort((a, b) => a.severity.localeCompare(b.severity));
  return ordered.map(({ severity, span, why, mend }) => {
    const mark = severity === 'block' ? '*Must be mended*' : 'Look at this';
    const quote = span ? ` “${escapeInline(shorten(span.text, 200))}” in the ${span.part}:` : ':';
    return `• ${mark}${quote} ${escapeInline(why)} ${escapeInline(mend)}`;
  });
}
