// Holds the quick way of finding patterns against a plain one that tries every pattern at every word.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONCEPTS } from '../../../src/core/guard/concepts.ts';
import type { Element } from '../../../src/core/guard/elements.ts';
import { type Pattern, parsePatterns } from '../../../src/core/guard/pattern.ts';
import { indexPatterns } from '../../../src/core/guard/pattern-index.ts';
import { rangesOf, type Sentence, sentenceOf, tag } from '../../../src/core/guard/sentence.ts';
import { sentencesOf } from '../../../src/core/guard/words.ts';
import { FRESH_BAD } from './letters/fresh-bad.ts';
import { FRESH_GOOD } from './letters/fresh-good.ts';

type Tags = readonly { readonly concept: string; readonly start: number; readonly end: number }[];

/** Where the pattern ends when it begins at `place`, tried in every way there is. */
function endsFrom({ steps }: Pattern, words: readonly string[], tags: Tags, place: number, at = 0): number[] {
  const step = steps[at];
  if (!step) return [place];
  const go = (to: number, next: number) => endsFrom({ steps } as Pattern, words, tags, to, next);
  const after = (element: Element) =>
    element.keys.flatMap(({ by, text }) => {
      if (by === 'concept')
        return tags.filter(({ concept, start }) => concept === text && start === place).map(({ end }) => end);
      const word = words[place];
      if (word === undefined) return [];
      const fits = {
        word: word === text,
        start: word.startsWith(text),
        end: word.endsWith(text),
        within: word.includes(text),
      };
      return fits[by] ? [place + 1] : [];
    });
  if (step.kind === 'one') return after(step.element).flatMap((end) => go(end, at + 1));
  if (step.kind === 'not') return after(step.element).length === 0 ? go(place, at + 1) : [];
  const most = step.isShort ? Math.min(words.length, place + 4) : words.length;
  return Array.from({ length: most - place + 1 }, (_, more) => go(place + more, at + 1)).flat();
}

function plainRanges(pattern: Pattern, words: readonly string[], tags: Tags): string[] {
  const shortest = new Map<number, number>();
  for (let start = 0; start < (pattern.atStart ? 1 : words.length); start += 1)
    for (const end of endsFrom(pattern, words, tags, start)) shortest.set(end, start);
  return [...shortest].map(([end, start]) => `${start}-${end}`).sort();
}

const wordArb = fc.constantFrom('we', 'will', 'court', 'courts', 'not', 'take', 'paid', 'unpaid');
const oneArb = fc.constantFrom('we', 'court*', '*paid', '*our*', 'we|will', '<act>', '<act>|not', 'take');
const stepArb = fc.oneof(
  { weight: 3, arbitrary: oneArb },
  { weight: 1, arbitrary: fc.constantFrom('..', '...', '!not', '!court*|<act>') },
);
const patternArb = fc
  .tuple(fc.boolean(), oneArb, fc.array(stepArb, { maxLength: 5 }))
  .map(([atStart, first, rest]) => parsePatterns(`${atStart ? '^' : ''}${first} ${rest.join(' ')}`)[0]!);
const sentenceArb = fc.array(wordArb, { minLength: 1, maxLength: 9 }).chain((words) =>
  fc
    .array(fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 3 })), { maxLength: 3 })
    .map((tagged) => {
      const tags = tagged.map(([start, length]) => ({
        concept: 'act',
        start,
        end: Math.min(words.length, start + length),
      }));
      return { words, tags };
    }),
);

test('finds each pattern exactly where trying every way finds it', () => {
  let stood = 0;
  fc.assert(
    fc.property(patternArb, sentenceArb, (pattern, { words, tags }) => {
      const sentence = sentenceOf(words.map((text, start) => ({ text, start, end: start + 1 })));
      for (const { concept, start, end } of tags) tag(sentence, concept, [start, end]);
      const found = rangesOf(sentence, pattern).map(([start, end]) => `${start}-${end}`);
      expect(found.sort()).toEqual(plainRanges(pattern, words, tags));
      const listed = indexPatterns([{ owner: null, pattern }])(sentence);
      if (found.length > 0) expect(listed).toHaveLength(1);
      stood += Number(found.length > 0);
    }),
    { numRuns: 20_000 },
  );
  expect(stood).toBeGreaterThan(1000);
});

test('passes over no concept of the tables in the sentences of others', () => {
  const owned = Object.entries(CONCEPTS).flatMap(([owner, phrases]) =>
    Object.values(phrases)
      .flatMap(parsePatterns)
      .filter(({ hasConcepts }) => !hasConcepts)
      .map((pattern) => ({ owner, pattern })),
  );
  const index = indexPatterns(owned);
  const standsPlainly = ({ words }: Sentence, pattern: Pattern) => {
    const texts = words.map(({ text }) => text);
    return plainRanges(pattern, texts, []).length > 0;
  };
  // Every twentieth, since trying every pattern at every word takes long.
  const says = [...FRESH_BAD, ...FRESH_GOOD].filter((_, at) => at % 20 === 0).map((each) => each.says);
  let found = 0;
  for (const words of says.flatMap(sentencesOf)) {
    const sentence = sentenceOf(words);
    const listed = new Set(index(sentence).map(({ pattern }) => pattern));
    for (const { pattern } of owned) {
      if (!standsPlainly(sentence, pattern)) continue;
      found += 1;
      expect(listed.has(pattern)).toBe(true);
    }
  }
  expect(found).toBeGreaterThan(20);
});
