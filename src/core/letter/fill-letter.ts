// Fills the slots of a letter's words from the facts, in one pass: what a slot brings in is never read for slots again.
import type { Letter } from '../draft.ts';
import type { DraftFacts } from '../facts.ts';
import { inLine } from './plain-text.ts';
import { isSlotName, SLOTS } from './slots.ts';

export type FilledLetter = {
  readonly letter: Letter;
  /** Plain sentences: an unknown slot, a subject that had nothing to stand on. */
  readonly problems: readonly string[];
};

/** Mail programs show about this much of a subject, and RFC 5322 lines end not far beyond it. */
const MAX_SUBJECT_CHARS = 150;

/** `{{name}}`, or `{{one: is | many: are}}` for a word that follows the number of invoices. */
export const SLOT_PATTERN = /\{\{\s*(?:one:([^|{}]*)\|\s*many:([^{}]*)|([^{}]*?))\s*\}\}/g;

export function fillLetter(words: Letter, facts: DraftFacts): FilledLetter {
  const problems: string[] = [];
  const paragraphs: string[] = [];
  for (const paragraph of words.body.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/)) {
    const filled = fillText(paragraph.trim(), facts, problems);
    if (filled.absent.length === 0 && filled.text.trim() !== '') paragraphs.push(filled.text.trim());
  }
  const subject = fillText(words.subject, facts, problems);
  if (subject.absent.length > 0) {
    problems.push(`The subject needs ${subject.absent.join(' and ')}, which these facts do not have.`);
  }
  return {
    letter: { subject: shorten(inLine(subject.text)), body: paragraphs.join('\n\n') },
    problems,
  };
}

function fillText(text: string, facts: DraftFacts, problems: string[]): { text: string; absent: string[] } {
  const absent: string[] = [];
  const several = facts.invoices.filter((invoice) => invoice.kind === 'invoice').length > 1;
  const filled = text.replace(SLOT_PATTERN, (whole: string, one?: string, many?: string, name?: string) => {
    if (one !== undefined && many !== undefined) return (several ? many : one).trim();
    if (name === undefined || !isSlotName(name)) {
      problems.push(`There is no slot called ${whole}.`);
      return whole;
    }
    const value = SLOTS[name].fill(facts);
    if (value === null || value === '') {
      absent.push(name);
      return '';
    }
    return value;
  });
  return { text: atSentenceStart(filled), absent };
}

/** Slots such as "invoice A" come in lower case; at the start of a line they need a capital. */
function atSentenceStart(text: string): string {
  return text.replace(
    /^(invoices? |la factura |las facturas |la facture |les factures |reply to|responda a|répondez à|antworten Sie)/,
    (start) => start.charAt(0).toUpperCase() + start.slice(1),
  );
}

function shorten(subject: string): string {
  return subject.length <= MAX_SUBJECT_CHARS
    ? subject
    : `${subject.slice(0, MAX_SUBJECT_CHARS - 1).trimEnd()}…`;
}
