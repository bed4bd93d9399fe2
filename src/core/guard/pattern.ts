// The small language that the guard's tables are written in, and how a sentence is held against it.
//
//   take|took .. court     alternatives; `..` is up to four words between, `...` anything up to the sentence's end
//   collect*  *rons  *anwalt*   words that begin with, end in, or hold these letters
//   <we> (will)? <tell>    a concept, by its name; what stands before a question mark may be missing
//   (on time|at once)      alternatives of more than one word
//   free !of|to            a word that must not follow
//   ^thanks  ?             the sentence's beginning; a mark of punctuation
//
// Patterns are parted by commas or lines, and written as people write: accents, capitals and "don't" are made plain.
import { scan } from './scan.ts';
import { sentencesOf, type Word } from './words.ts';

/** Patterns by language; a letter in one language can hold words of another, so all are looked for in each. */
export type Phrases = Readonly<Partial<Record<'en' | 'de' | 'fr' | 'es', string>>>;

/** What words stand for, by the name that patterns call it by. */
export type Concepts = Readonly<Record<string, Phrases>>;

type Element =
  | {
      readonly kind: 'one';
      readonly keys: readonly Key[];
      readonly fits: (word: string) => boolean;
      readonly concepts: ReadonlySet<string>;
    }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'not'; readonly what: Element };

/** By what a pattern's first element is found: a word, its beginning or end, letters within it, or a concept. */
export type Key = { readonly by: 'word' | 'start' | 'end' | 'within' | 'concept'; readonly text: string };

export type Pattern = {
  readonly atStart: boolean;
  readonly elements: readonly Element[];
  readonly keys: readonly Key[];
  readonly hasConcepts: boolean;
};

/** Where a concept stands in a sentence: from one word up to another, which is no longer part of it. */
export type Tag = { readonly concept: string; readonly end: number };

export type Sentence = { readonly words: readonly Word[]; readonly tags: readonly (readonly Tag[])[] };

const SHORT_GAP_WORDS = 4;

export function parsePatterns(source: string): Pattern[] {
  return source
    .split(/[,\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .flatMap(expanded)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .map(parsePattern);
}

/** "a (b|c d)? e" is "a e", "a b e" and "a c d e". */
function expanded(source: string): string[] {
  const group = /\(([^()]*)\)(\??)/.exec(source);
  if (!group) return [source];
  const [whole, inner = '', optional] = group;
  const choices = inner.trim().includes(' ') ? alternativesOf(inner) : [inner];
  return [...choices, ...(optional ? [''] : [])].flatMap((choice) =>
    expanded(`${source.slice(0, group.index)} ${choice} ${source.slice(group.index + whole.length)}`),
  );
}

/** Parted at the bars, but not at those between the names of concepts. */
function alternativesOf(source: string): string[] {
  return source.match(/(?:<[^>]*>|[^|])+/g) ?? [];
}

function parsePattern(source: string): Pattern {
  const atStart = source.trimStart().startsWith('^');
  const elements = source
    .trim()
    .replace(/^\^/, '')
    .split(/\s+/)
    .filter((each) => each !== '')
    .flatMap(parseElement);
  const [first] = elements;
  if (first?.kind !== 'one')
    throw new Error(`The pattern "${source}" has to begin with a word or a concept.`);
  return { atStart, elements, keys: first.keys, hasConcepts: /<\w/.test(source) };
}

function parseElement(source: string): Element[] {
  if (source === '..') return [{ kind: 'gap', most: SHORT_GAP_WORDS }];
  if (source === '...') return [{ kind: 'gap', most: Number.POSITIVE_INFINITY }];
  if (source.startsWith('!') && source.length > 1)
    return parseElement(source.slice(1)).map((what) => ({ kind: 'not', what }));
  if (/^[?!:]$/.test(source)) return [one([source])];
  const alternatives = alternativesOf(source);
  if (alternatives.length === 1 && !source.startsWith('<'))
    return plainWords(source).map((word) => one([word]));
  return [
    one(
      alternatives.flatMap((each) => (each.startsWith('<') ? conceptsIn(each) : plainWords(each).join(''))),
    ),
  ];
}

function conceptsIn(source: string): string[] {
  return source
    .slice(1, -1)
    .split('|')
    .map((name) => `<${name}`);
}

/** "Don't" as ["do", "not"]; stars are kept. */
function plainWords(source: string): string[] {
  const star = /^(\*?)(.*?)(\*?)$/.exec(source) ?? [];
  const words = sentencesOf(scan('body', star[2] ?? '').text)
    .flat()
    .map(({ text }) => text);
  return words.map((word, index) =>
    [index === 0 ? star[1] : '', word, index === words.length - 1 ? star[3] : ''].join(''),
  );
}

function one(alternatives: readonly string[]): Element {
  const keys = alternatives.map(keyOf);
  const exact = new Set(keys.flatMap(({ by, text }) => (by === 'word' ? [text] : [])));
  const loose = keys.filter(({ by }) => by !== 'word' && by !== 'concept');
  const concepts = new Set(keys.flatMap(({ by, text }) => (by === 'concept' ? [text] : [])));
  const fits = (word: string) => exact.has(word) || loose.some((key) => fitsKey(word, key));
  return { kind: 'one', keys, fits, concepts };
}

function keyOf(word: string): Key {
  if (word.startsWith('<')) return { by: 'concept', text: word.slice(1) };
  const text = word.replaceAll('*', '');
  const [opens, closes] = [word.startsWith('*'), word.endsWith('*')];
  return { by: opens && closes ? 'within' : opens ? 'end' : closes ? 'start' : 'word', text };
}

function fitsKey(word: string, { by, text }: Key): boolean {
  if (by === 'start') return word.startsWith(text);
  return by === 'end' ? word.endsWith(text) : word.includes(text);
}

/** Every place where the pattern stands in the sentence, as ranges of its words, by where they end. */
export function rangesOf(sentence: Sentence, { atStart, elements }: Pattern): (readonly [number, number])[] {
  // For each place that has been reached, where the match began. Places are walked in order, so this ends.
  let reached = new Map<number, number>();
  for (let start = 0; start < (atStart ? 1 : sentence.words.length); start += 1) reached.set(start, start);
  for (const element of elements) {
    reached = advance(sentence, element, reached);
    if (reached.size === 0) return [];
  }
  return [...reached].map(([end, start]) => [start, end] as const).sort((a, b) => a[1] - b[1]);
}

function advance(
  sentence: Sentence,
  element: Element,
  from: ReadonlyMap<number, number>,
): Map<number, number> {
  const next = new Map<number, number>();
  const reach = (end: number, start: number) => {
    if (start >= (next.get(end) ?? -1)) next.set(end, start);
  };
  for (const [place, start] of from) {
    if (element.kind === 'gap') {
      const last = Math.min(sentence.words.length, place + element.most);
      for (let end = place; end <= last; end += 1) reach(end, start);
    } else if (element.kind === 'not') {
      if (endsOf(sentence, element.what, place).length === 0) reach(place, start);
    } else {
      for (const end of endsOf(sentence, element, place)) reach(end, start);
    }
  }
  return next;
}

function endsOf({ words, tags }: Sentence, element: Element, place: number): number[] {
  const word = words[place];
  if (word === undefined || element.kind !== 'one') return [];
  const ends = element.fits(word.text) ? [place + 1] : [];
  if (element.concepts.size === 0) return ends;
  const tagged = (tags[place] ?? []).flatMap(({ concept, end }) =>
    element.concepts.has(concept) ? [end] : [],
  );
  return [...ends, ...tagged];
}
