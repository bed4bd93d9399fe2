// What a rule of the guard about words is, and how a letter is held against all of them.
import type { DraftFacts } from '../facts.ts';
import type { Finding } from './finding.ts';
import type { Phrases } from './pattern.ts';
import { indexPatterns, type Owned } from './pattern-index.ts';
import { patternsOf, readSentences } from './reading.ts';
import { type Range, rangesOf, type Sentence } from './sentence.ts';
import { finding, type Sheet } from './sheet.ts';

export type Rule = {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly part?: 'subject'; // only there; else in both
  readonly allowed: (facts: DraftFacts) => boolean;
  readonly why: string;
  readonly mend: string;
  readonly frames: readonly Frame[];
};

/** What must not be said, and what in the same sentence makes it harmless after all. */
export type Frame = { readonly says: Phrases; readonly unless?: Phrases };

export const never = () => false;

type Owner = { readonly rule: Rule; readonly unless: readonly Owned<null>[] };

export type RuleBook = (sheet: Sheet, facts: DraftFacts) => Finding[];

/** The rules made ready once, to be used on every letter. */
export function ruleBook(rules: readonly Rule[]): RuleBook {
  const index = indexPatterns(
    rules.flatMap((rule) =>
      rule.frames.flatMap(({ says, unless = {} }) =>
        patternsOf<Owner>({ rule, unless: patternsOf(null, unless) }, says),
      ),
    ),
  );
  return (sheet, facts) =>
    readSentences(sheet).flatMap((sentence) => {
      const worst = new Map<Rule, Hit>();
      for (const { owner, pattern } of index(sentence)) {
        const { rule, unless } = owner;
        if (rule.part === 'subject' && sheet.scan.part !== 'subject') continue;
        const [range] = rangesOf(sentence, pattern);
        if (range === undefined || rule.allowed(facts)) continue;
        if (unless.some((each) => rangesOf(sentence, each.pattern).length > 0)) continue;
        const hit = { range, isWeak: isWeak(sentence, range) };
        const known = worst.get(rule);
        if (!known || isWorse(hit, known)) worst.set(rule, hit);
      }
      return rules.flatMap((rule) => {
        const hit = worst.get(rule);
        if (!hit) return [];
        const why = hit.isWeak ? `${rule.why} Only this one word says so.` : rule.why;
        const severity = hit.isWeak ? 'warn' : rule.severity;
        return [finding(rule.code, severity, sheet, spanIn(sentence, hit.range), why, rule.mend)];
      });
    });
}

type Hit = { readonly range: Range; readonly isWeak: boolean };

const ambiguous = patternsOf(null, { en: '<ambiguous>' });
/** Somebody acts, or pays, or it hangs on something: then such a word is meant as it sounds. */
const meant = patternsOf(null, { en: '<we|you|weAct|will|tell|take|handOver|pay|unpaid|otherwise>' });

/** One word that has a harmless sense, and of nobody's doing: a person may overrule that. */
function isWeak(sentence: Sentence, [from, to]: Range): boolean {
  if (to - from > 1) return false;
  const stands = ({ pattern }: Owned<null>) => rangesOf(sentence, pattern).length > 0;
  const isAmbiguous = ambiguous.some(({ pattern }) =>
    rangesOf(sentence, pattern).some(([start]) => start === from),
  );
  return isAmbiguous && !meant.some(stands);
}

/** A sure one before a weak one, then the one that begins first, then the longest. */
function isWorse(a: Hit, b: Hit): boolean {
  if (a.isWeak !== b.isWeak) return b.isWeak;
  return a.range[0] < b.range[0] || (a.range[0] === b.range[0] && a.range[1] > b.range[1]);
}

function spanIn({ words }: Sentence, [from, to]: Range): readonly [number, number] {
  return [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
}
