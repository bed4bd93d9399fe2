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
    readSentences(sheet.words).flatMap((sentence) => {
      const worst = new Map<Rule, Range>();
      for (const { owner, pattern } of index(sentence)) {
        const { rule, unless } = owner;
        if (rule.part === 'subject' && sheet.scan.part !== 'subject') continue;
        const [range] = rangesOf(sentence, pattern);
        if (range === undefined || rule.allowed(facts)) continue;
        if (unless.some((each) => rangesOf(sentence, each.pattern).length > 0)) continue;
        const known = worst.get(rule);
        if (!known || range[0] < known[0] || (range[0] === known[0] && range[1] > known[1]))
          worst.set(rule, range);
      }
      return rules.flatMap((rule) => {
        const range = worst.get(rule);
        if (!range) return [];
        return [finding(rule.code, rule.severity, sheet, spanIn(sentence, range), rule.why, rule.mend)];
      });
    });
}

function spanIn({ words }: Sentence, [from, to]: Range): readonly [number, number] {
  return [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
}
