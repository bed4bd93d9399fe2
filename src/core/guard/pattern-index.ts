// Finds, for a sentence, the few of many patterns whose first word stands in it.
import type { Key, Pattern, Sentence } from './pattern.ts';
import type { Word } from './words.ts';

export type PatternIndex<Owner> = {
  /** Every owner of a pattern that may begin somewhere in the sentence, each pattern once. */
  readonly startingIn: (sentence: Sentence) => readonly Owned<Owner>[];
  readonly startingAt: (word: Word) => readonly Owned<Owner>[];
};

export type Owned<Owner> = { readonly owner: Owner; readonly pattern: Pattern };

/** What a word begins is looked up once and remembered: letters are made of the same few thousand words. */
const MOST_REMEMBERED_WORDS = 5000;

export function indexPatterns<Owner>(owned: readonly Owned<Owner>[]): PatternIndex<Owner> {
  const byWord = new Map<string, Owned<Owner>[]>();
  const byStart = new Map<string, Owned<Owner>[]>();
  const byConcept = new Map<string, Owned<Owner>[]>();
  const byEnd: { readonly text: string; readonly each: Owned<Owner> }[] = [];
  const within: { readonly text: string; readonly each: Owned<Owner> }[] = [];
  const put = (map: Map<string, Owned<Owner>[]>, text: string, each: Owned<Owner>) =>
    map.set(text, [...(map.get(text) ?? []), each]);
  const place = ({ by, text }: Key, each: Owned<Owner>) => {
    if (by === 'word') put(byWord, text, each);
    else if (by === 'start') put(byStart, text, each);
    else if (by === 'concept') put(byConcept, text, each);
    else (by === 'end' ? byEnd : within).push({ text, each });
  };
  for (const each of owned) for (const key of each.pattern.keys) place(key, each);
  const startLengths = [...new Set([...byStart.keys()].map(({ length }) => length))].sort((a, b) => a - b);

  const remembered = new Map<string, readonly Owned<Owner>[]>();
  const startingAt = ({ text }: Word): readonly Owned<Owner>[] => {
    const known = remembered.get(text);
    if (known) return known;
    const found = [...(byWord.get(text) ?? [])];
    for (const length of startLengths) {
      if (length > text.length) break;
      found.push(...(byStart.get(text.slice(0, length)) ?? []));
    }
    for (const one of byEnd) if (text.endsWith(one.text)) found.push(one.each);
    for (const one of within) if (text.includes(one.text)) found.push(one.each);
    if (remembered.size >= MOST_REMEMBERED_WORDS) remembered.clear();
    remembered.set(text, found);
    return found;
  };

  const startingIn = ({ words, tags }: Sentence): readonly Owned<Owner>[] => {
    const found = new Set<Owned<Owner>>();
    for (const word of words) for (const each of startingAt(word)) found.add(each);
    for (const here of tags) {
      for (const { concept } of here) for (const each of byConcept.get(concept) ?? []) found.add(each);
    }
    return [...found];
  };
  return { startingIn, startingAt };
}
