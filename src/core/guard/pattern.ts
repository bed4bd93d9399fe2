// The small language that the guard's tables are written in.
//
//   take|took .. court     alternatives; `..` is up to four words between, `...` anything up to the sentence's end
//   collect*  *rons  *anwalt*   words that begin with, end in, or hold these letters
//   <we> (will)? <tell>    a concept, by its name; what stands before a question mark may be missing
//   (on time|at once)      alternatives of more than one word
//   free !of|to            a word that must not follow
//   =signé                 with these very accents, which elsewhere say nothing
//   ^thanks  ?             the sentence's beginning; a mark of punctuation
//
// Patterns are parted by commas or lines, and written as people write: accents, capitals and "don't" are made plain.
import { type Element, elementOf } from './elements.ts';
import { scan } from './scan.ts';
import { sentencesOf } from './words.ts';

/** Patterns by language; a letter in one language can hold words of another, so all are looked for in each. */
export type Phrases = Readonly<Partial<Record<'en' | 'de' | 'fr' | 'es', string>>>;

/** What words stand for, by the name that patterns call it by. */
export type Concepts = Readonly<Record<string, Phrases>>;

/** What a pattern asks for next: one of some words, any words, or that some word does not follow. */
export type Step =
  | { readonly kind: 'one'; readonly element: Element }
  | { readonly kind: 'gap'; readonly isShort: boolean }
  | { readonly kind: 'not'; readonly element: Element };

export type Pattern = {
  readonly atStart: boolean;
  readonly steps: readonly Step[];
  /** What has to stand in a sentence for the pattern to, the rarest first. */
  readonly elements: readonly Element[];
  readonly hasConcepts: boolean;
};

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
  const steps = source
    .trim()
    .replace(/^\^/, '')
    .split(/\s+/)
    .filter((each) => each !== '')
    .flatMap(parseStep);
  if (steps[0]?.kind !== 'one')
    throw new Error(`The pattern "${source}" has to begin with a word or a concept.`);
  const elements = steps.flatMap((step) => (step.kind === 'one' ? [step.element] : []));
  elements.sort((a, b) => b.rarity - a.rarity);
  return { atStart, steps, elements, hasConcepts: /<\w/.test(source) };
}

function parseStep(source: string): Step[] {
  if (source === '..' || source === '...') return [{ kind: 'gap', isShort: source === '..' }];
  if (source.startsWith('!') && source.length > 1)
    return parseElements(source.slice(1)).map((element) => ({ kind: 'not', element }));
  return parseElements(source).map((element) => ({ kind: 'one', element }));
}

function parseElements(source: string): Element[] {
  if (/^[?!:]$/.test(source)) return [elementOf([source])];
  const alternatives = alternativesOf(source);
  if (alternatives.length === 1 && !source.startsWith('<'))
    return plainWords(source).map((word) => elementOf([word]));
  return [
    elementOf(
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
  if (source.startsWith('=')) return [source.normalize('NFC')];
  const star = /^(\*?)(.*?)(\*?)$/.exec(source) ?? [];
  const words = sentencesOf(scan('body', star[2] ?? '').text)
    .flat()
    .map(({ text }) => text);
  return words.map((word, index) =>
    [index === 0 ? star[1] : '', word, index === words.length - 1 ? star[3] : ''].join(''),
  );
}
