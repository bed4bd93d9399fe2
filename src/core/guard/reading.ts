// Reads a text as sentences whose words are tagged with the concepts of the guard's tables, harmless phrases left out.
import { BENIGN } from './benign.ts';
import { CONCEPTS } from './concepts.ts';
import { type Phrases, parsePatterns } from './pattern.ts';
import { indexPatterns, type Owned } from './pattern-index.ts';
import { rangesOf, type Sentence, sentenceOf, tag } from './sentence.ts';
import { BLOT, type Sheet } from './sheet.ts';
import { sentencesOf, type Word } from './words.ts';

export function patternsOf<Owner>(owner: Owner, phrases: Phrases): Owned<Owner>[] {
  return Object.values(phrases)
    .flatMap(parsePatterns)
    .map((pattern) => ({ owner, pattern }));
}

const ofConcepts = Object.entries(CONCEPTS).flatMap(([concept, phrases]) => patternsOf(concept, phrases));
/** Concepts made of words first, then those that are made of other concepts. */
const conceptIndices = [false, true].map((made) =>
  indexPatterns(ofConcepts.filter(({ pattern }) => pattern.hasConcepts === made)),
);
const benign = indexPatterns(patternsOf(null, BENIGN));

export function readSentences({ words: text, scan }: Sheet): Sentence[] {
  const exact = ({ start, end }: Word) =>
    scan.original.slice(scan.at[start], scan.at[end]).normalize('NFC').toLowerCase();
  return sentencesOf(text).map((words) => {
    const read = tagged(sentenceOf(words, exact));
    const harmless = benign(read).flatMap(({ pattern }) => rangesOf(read, pattern));
    if (harmless.length === 0) return read;
    const isHarmless = (index: number) => harmless.some(([from, to]) => index >= from && index < to);
    const blotted = words.map((word, index) => (isHarmless(index) ? { ...word, text: BLOT } : word));
    return tagged(sentenceOf(blotted, (word) => (word.text === BLOT ? BLOT : exact(word))));
  });
}

function tagged(read: ReturnType<typeof sentenceOf>): Sentence {
  for (const conceptsIn of conceptIndices) {
    const found = conceptsIn(read).flatMap(({ owner, pattern }) =>
      rangesOf(read, pattern).map((range) => ({ concept: owner, range })),
    );
    for (const { concept, range } of found) tag(read, concept, range);
  }
  return read;
}
