// The guard: everything that is wrong with a letter, measured against the facts it may speak of. Run on the filled
// letter, on every edit by a person, and once more when it is sent.
import type { Letter } from '../draft.ts';
import type { DraftFacts } from '../facts.ts';
import { checkAmounts } from './amounts.ts';
import { checkDates, checkRelativeDays } from './dates.ts';
import type { Finding } from './finding.ts';
import { blotKnown } from './known.ts';
import { checkLinks } from './links.ts';
import { checkNames } from './names.ts';
import { checkNumbers } from './numbers.ts';
import { checkParts, isScript } from './parts.ts';
import { checkPhrases, type PhraseRule } from './phrase-rule.ts';
import { CLAIM_RULES } from './phrases-claims.ts';
import { OFFER_RULES } from './phrases-offers.ts';
import { THREAT_RULES } from './phrases-threats.ts';
import { shouts, TONE_RULES } from './phrases-tone.ts';
import { scan } from './scan.ts';
import { finding, type Sheet, sheetOf } from './sheet.ts';

const RULES: readonly PhraseRule[] = [...THREAT_RULES, ...OFFER_RULES, ...TONE_RULES, ...CLAIM_RULES];

/** Nobody reads more than this; what a person pasted beyond it is refused rather than examined. */
const MAX_EXAMINED_CHARS = 20_000;

/** Blocking findings first, then in the order of the text. Empty: the letter may go. */
export function checkLetter(letter: Letter, facts: DraftFacts): Finding[] {
  if (letter.subject.length + letter.body.length > MAX_EXAMINED_CHARS) {
    return [
      finding(
        'too-long',
        'block',
        null,
        null,
        'The letter is too long to be checked.',
        'Shorten it to a page.',
      ),
    ];
  }
  const subject = sheetOf(scan('subject', letter.subject));
  const body = sheetOf(scan('body', letter.body));
  const sheets = [subject, body];
  blotKnown(sheets, facts);
  const findings = sheets.flatMap((sheet) => [
    ...checkLinks(sheet, facts),
    ...checkDates(sheet, facts),
    ...checkAmounts(sheet, facts),
    ...checkNumbers(sheet, facts),
    ...checkNames(sheet, facts),
    ...checkPhrases(sheet, facts, isScript(facts) ? SCRIPT_RULES : RULES),
    ...checkRelativeDays(sheet),
    ...checkShouting(sheet),
  ]);
  findings.push(...checkParts(subject, body, facts));
  return withoutRepeats(findings).sort(
    (a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0),
  );
}

/** A script is read by one of ours, who may be told what not to offer; what it must not do is claim or insult. */
const SCRIPT_RULES: readonly PhraseRule[] = RULES.filter(({ code }) =>
  ['shaming', 'rude', 'chatter', 'police-threat', 'credit-threat', 'payment-not-in-ledger'].includes(code),
);

function checkShouting(sheet: Sheet): Finding[] {
  const loud = shouts(sheet.words);
  if (!loud) return [];
  return [
    finding(
      'shouting',
      'block',
      sheet,
      [loud.start, loud.end],
      'This shouts.',
      'Write it in normal letters, with at most one exclamation mark.',
    ),
  ];
}

function rank({ severity, span }: Finding): number {
  return (severity === 'block' ? 0 : 2) + (span?.part === 'body' || span === null ? 1 : 0);
}

/** Two rules that speak of the same words under one code are one finding. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, span }) => {
    const key = `${code} ${span?.part} ${span?.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
