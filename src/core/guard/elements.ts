// The single words that patterns are made of, kept once each, and which of them a word of a letter is.

/** By what an element is found: a word, its beginning or end, letters within it, or a concept. */
type Key = { readonly by: 'word' | 'start' | 'end' | 'within' | 'concept'; readonly text: string };

/** Alternatives for one place of a pattern. The same alternatives are the same object, in whatever pattern. */
export type Element = { readonly keys: readonly Key[]; readonly rarity: number };

/** What a word is is looked up once and remembered: letters are made of the same few thousand words. */
const MOST_REMEMBERED_WORDS = 5000;

const known = new Map<string, Element>();
const byWord = new Map<string, Element[]>();
const byStart = new Map<string, Element[]>();
const byConcept = new Map<string, Element[]>();
const byEnd: { readonly text: string; readonly element: Element }[] = [];
const within: { readonly text: string; readonly element: Element }[] = [];
const startLengths = new Set<number>();
const remembered = new Map<string, readonly Element[]>();

export function elementOf(alternatives: readonly string[]): Element {
  const name = alternatives.join('|');
  const same = known.get(name);
  if (same) return same;
  const keys = alternatives.map(keyOf);
  const element = { keys, rarity: rarityOf(keys) };
  known.set(name, element);
  for (const key of keys) place(key, element);
  remembered.clear();
  return element;
}

function keyOf(word: string): Key {
  if (word.startsWith('<')) return { by: 'concept', text: word.slice(1) };
  const text = word.replaceAll('*', '');
  const [opens, closes] = [word.startsWith('*'), word.endsWith('*')];
  return { by: opens && closes ? 'within' : opens ? 'end' : closes ? 'start' : 'word', text };
}

/** A guess at how seldom it stands in a letter: short words are frequent, and so is what a concept gathers. */
function rarityOf(keys: readonly Key[]): number {
  return Math.min(...keys.map(({ by, text }) => (by === 'concept' ? 0 : text.length))) - keys.length / 100;
}

function place({ by, text }: Key, element: Element): void {
  if (by === 'word') put(byWord, text, element);
  else if (by === 'concept') put(byConcept, text, element);
  else if (by === 'start') {
    put(byStart, text, element);
    startLengths.add(text.length);
  } else (by === 'end' ? byEnd : within).push({ text, element });
}

function put(map: Map<string, Element[]>, text: string, element: Element): void {
  const there = map.get(text);
  if (there) there.push(element);
  else map.set(text, [element]);
}

/** The elements that the word is, each once. */
export function elementsAt(word: string): readonly Element[] {
  const before = remembered.get(word);
  if (before) return before;
  const found = new Set(byWord.get(word));
  for (const length of startLengths) {
    for (const element of (length <= word.length && byStart.get(word.slice(0, length))) || [])
      found.add(element);
  }
  for (const { text, element } of byEnd) if (word.endsWith(text)) found.add(element);
  for (const { text, element } of within) if (word.includes(text)) found.add(element);
  if (remembered.size >= MOST_REMEMBERED_WORDS) remembered.clear();
  const all = [...found];
  remembered.set(word, all);
  return all;
}

export function elementsOfConcept(concept: string): readonly Element[] {
  return byConcept.get(concept) ?? [];
}
