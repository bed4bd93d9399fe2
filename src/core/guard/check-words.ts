// Checks the words of a letter before they are filled: no figure, date, link or address may stand outside a slot.
import type { Letter } from '../draft.ts';
import { SLOT_PATTERN } from '../letter/fill-letter.ts';
import { isSlotName, SLOT_NAMES } from '../letter/slots.ts';
import { WORDS } from './currencies.ts';
import { MONTH } from './dates.ts';
import type { Finding } from './finding.ts';
import { NUMBER_WORDS } from './number-words.ts';
import { type Scan, scan, spanOf } from './scan.ts';
import { blot } from './sheet.ts';

const RULES: readonly { code: string; pattern: RegExp; why: string; mend: string }[] = [
  {
    code: 'link-outside-slot',
    pattern:
      /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+|\bwww\.\S+|\[[^\][]{0,200}\]\([^)]{0,300}\)|<[^<>\n]{1,300}>|\b[\w-]{1,60}\.(?:com|net|org|io|co|info|biz|app|de|fr|es|uk|eu)\b\S*/gi,
    why: 'A link stands outside a slot.',
    mend: 'Use {{how_to_pay}} or {{pay_link}}.',
  },
  {
    code: 'address-outside-slot',
    pattern: /(?<!\S)\S{1,100}@\S{1,100}|@/g,
    why: 'An e-mail address stands outside a slot.',
    mend: 'Use {{reach_us}}.',
  },
  {
    code: 'figure-outside-slot',
    pattern: /[$€£¥₹#(]?\d[^\s\uE000]{0,60}/g,
    why: 'A figure stands outside a slot.',
    mend: 'Use the slot for it, or take it out.',
  },
  {
    code: 'amount-in-words',
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${NUMBER_WORDS}) (?:${WORDS}|percent|per cent|prozent|pour cent|por ciento|days?|weeks?|months?|hours?|tagen?|tage|wochen|monate?n?|jours|semaines|mois|dias|semanas|meses|instal?lments|payments|raten|versements|plazos|pagos)(?![\\p{L}])|(?<![\\p{L}])(?:hundred|thousand|grand)(?![\\p{L}])`,
      'giu',
    ),
    why: 'An amount or a period in words stands outside a slot.',
    mend: 'Use the slot for it, or take it out.',
  },
  {
    code: 'date-outside-slot',
    // Only with a capital, and not "May": "you may" and "marche" are no months.
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${MONTH.split('|')
        .filter(
          (month) =>
            month.length > 3 &&
            !['mars', 'marz', 'janv', 'fevr', 'juil', 'sept', 'march', 'mayo'].includes(month),
        )
        .map((month) => `[${month.charAt(0).toUpperCase()}${month.charAt(0)}]${month.slice(1)}`)
        .join('|')})(?![\\p{L}])`,
      'gu',
    ),
    why: 'A date stands outside a slot.',
    mend: 'Use a slot such as {{oldest_due}}, or take it out.',
  },
];

export function checkWords(words: Letter): Finding[] {
  return [
    ...checkPart(scan('subject', words.subject)),
    ...checkPart(scan('body', words.body)),
    ...(words.subject.includes('\n')
      ? [
          {
            code: 'subject-lines',
            severity: 'block' as const,
            span: null,
            why: 'The subject is more than one line.',
            mend: 'Write it on one line.',
          },
        ]
      : []),
  ];
}

function checkPart(read: Scan): Finding[] {
  const findings: Finding[] = [];
  const report = (code: string, start: number, end: number, why: string, mend: string) =>
    findings.push({ code, severity: 'block', span: spanOf(read, start, end), why, mend });
  let rest = read.text;
  for (const match of read.text.matchAll(SLOT_PATTERN)) {
    const [whole, one, , name] = match;
    if (one === undefined && (name === undefined || !isSlotName(name))) {
      report(
        'unknown-slot',
        match.index,
        match.index + whole.length,
        `There is no slot called ${whole}.`,
        `The slots are: ${SLOT_NAMES.join(', ')}.`,
      );
    }
    // The words of a choice stay to be checked; only the braces and what is no word of the letter go.
    rest = one === undefined ? blot(rest, match.index, match.index + whole.length) : rest;
  }
  for (const { code, pattern, why, mend } of RULES) {
    for (const match of rest.matchAll(pattern)) {
      report(code, match.index, match.index + match[0].length, why, mend);
      rest = blot(rest, match.index, match.index + match[0].length);
    }
  }
  return findings;
}
