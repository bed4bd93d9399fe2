// Reads a text as sentences whose words are tagged with the concepts of the guard's tables, harmless phrases left out.
import { BENIGN } from './benign.ts';
import { CONCEPTS } from './concepts.ts';
import { type Pattern, type Phrases, parsePatterns, rangesOf, type Sentence, type Tag } from './pattern.ts';
import { indexPatterns, type Owned } from './pattern-index.ts';
import { BLOT } from './sheet.ts';
import { sentencesOf, type Word } from './words.ts';

export function patternsOf<Owner>(owner: Owner, phrases: Phrases): Owned<Owner>[] {
  return Object.values(phrases)
    .flatMap(parsePatterns)
    .map((pattern: Pattern) => ({ owner, pattern }));
}

const ofConcepts = Object.entries(CONCEPTS).flatMap(([concept, phrases]) => patternsOf(concept, phrases));
/** Concepts made of words first, then those that are made of other concepts. */
const conceptIndices = [false, true].map((made) =>
  indexPatterns(ofConcepts.filter(({ pattern }) => pattern.hasConcepts === made)),
);
const benign = indexPatterns(patternsOf(null, BENIGN));

export function readSentences(text: string): Sentence[] {
  return sentencesOf(text).map((words) => {
    const read = tagged(words);
    const harmless = benign.startingIn(read).flatMap(({ pattern }) => rangesOf(read, pattern));
    if (harmless.length === 0) return read;
    const blotted = words.map((word, index) =>
      harmless.some(([from, to]) => index >= from && index < to) ? { ...word, text: BLOT } : word,
    );
    return tagged(blotted);
  });
}

function tagged(words: readonly Word[]): Sentence {
  const tags: Tag[][] = words.map(() => []);
  const read: Sentence = { words, tags };
  for (const concepts of conceptIndices) {
    const found = concepts
      .startingIn(read)
      .flatMap(({ owner, pattern }) =>
        rangesOf(read, pattern).map(([start, end]) => ({ start, tag: { concept: owner, end } })),
      );
    for (const { start, tag } of found) tags[start]?.push(tag);
  }
  return read;
}
