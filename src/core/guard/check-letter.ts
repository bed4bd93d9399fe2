// The guard: everything that is wrong with a letter, measured against the facts it may speak of. Run on the filled
// letter, on every edit by a person, and once more when it is sent.
import type { Letter } from '../draft.ts';
import type { DraftFacts } from '../facts.ts';
import { checkAmounts } from './amounts.ts';
import { checkAvoided } from './avoided.ts';
import { checkComparisons } from './comparisons.ts';
import { checkDates } from './dates.ts';
import type { Finding } from './finding.ts';
import { blotKnown } from './known.ts';
import { checkLinks } from './links.ts';
import { checkLoneSums } from './lone-sums.ts';
import { checkNames } from './names.ts';
import { checkNumbers } from './numbers.ts';
import { checkPairs } from './pairs.ts';
import { checkParts, isScript } from './parts.ts';
import { checkRelativeDays } from './relative-days.ts';
import { type Rule, ruleBook } from './rule.ts';
import { CLAIM_RULES } from './rules-claims.ts';
import { DISCLOSURE_RULES } from './rules-disclosure.ts';
import { MANNERS_RULES } from './rules-manners.ts';
import { OFFER_RULES } from './rules-offers.ts';
import { SHAMING_RULES } from './rules-shaming.ts';
import { THREAT_RULES } from './rules-threats.ts';
import { ULTIMATUM_RULES } from './rules-ultimatums.ts';
import { scan } from './scan.ts';
import { finding, type Sheet, sheetOf } from './sheet.ts';
import { shouts } from './shouting.ts';

const RULES: readonly Rule[] = [
  ...THREAT_RULES,
  ...ULTIMATUM_RULES,
  ...OFFER_RULES,
  ...SHAMING_RULES,
  ...MANNERS_RULES,
  ...DISCLOSURE_RULES,
  ...CLAIM_RULES,
];

/** A script is read by one of ours, who may be told what not to offer; what it must not do is claim or insult. */
const SCRIPT_RULES = RULES.filter(({ code }) =>
  ['shaming', 'rude', 'chatter', 'police-threat', 'credit-threat', 'payment-not-in-ledger'].includes(code),
);

const checkRules = ruleBook(RULES);
const checkScriptRules = ruleBook(SCRIPT_RULES);

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
    ...checkComparisons(sheet, facts),
    ...checkAmounts(sheet, facts),
    ...checkNumbers(sheet, facts),
    ...checkPairs(sheet, facts),
    ...checkLoneSums(sheet, facts),
    ...checkNames(sheet, facts),
    ...(isScript(facts) ? checkScriptRules : checkRules)(sheet, facts),
    ...checkRelativeDays(sheet, facts),
    ...checkShouting(sheet),
    ...checkAvoided(sheet, facts),
  ]);
  findings.push(...checkParts(subject, body, facts));
  return withoutRepeats(findings).sort(
    (a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0),
  );
}

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
