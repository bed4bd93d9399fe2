// What a rule about phrases is, and how it is looked for in a letter.
import type { DraftFacts } from '../facts.ts';
import type { Finding } from './finding.ts';
import { finding, type Sheet, sentenceAround } from './sheet.ts';

export type PhraseRule = {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly part?: 'subject'; // only there; else in both
  /** Patterns in plain lower-case Latin without accents, matched on whole words. */
  readonly phrases: readonly string[];
  /** The whole sentence may say so after all: "if you have already paid, thank you". */
  readonly unless?: RegExp;
  readonly allowed: (facts: DraftFacts) => boolean;
  readonly why: string;
  readonly mend: string;
};

const compiled = new WeakMap<PhraseRule, RegExp>();

function patternOf(rule: PhraseRule): RegExp {
  const known = compiled.get(rule);
  if (known) return known;
  const made = new RegExp(`(?<![\\p{L}\\p{N}])(?:${rule.phrases.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  compiled.set(rule, made);
  return made;
}

export function checkPhrases(sheet: Sheet, facts: DraftFacts, rules: readonly PhraseRule[]): Finding[] {
  return rules.flatMap((rule) => {
    if (rule.part === 'subject' && sheet.scan.part !== 'subject') return [];
    if (rule.allowed(facts)) return [];
    const found: Finding[] = [];
    for (const match of sheet.words.matchAll(patternOf(rule))) {
      const [from, to] = sentenceAround(sheet, match.index);
      if (rule.unless?.test(sheet.scan.text.slice(from, to + 1))) continue;
      const range = [match.index, match.index + match[0].length] as const;
      found.push(finding(rule.code, rule.severity, sheet, range, rule.why, rule.mend));
    }
    return found;
  });
}

export const never = () => false;
