// A sentence under examination: which elements of patterns stand where in it, and whether a pattern stands there whole.
import { type Element, elementsAt, elementsOfConcept } from './elements.ts';
import type { Pattern, Step } from './pattern.ts';
import type { Word } from './words.ts';

/** From one word up to another, which is no longer part of it. */
export type Range = readonly [start: number, end: number];

export type Sentence = {
  readonly words: readonly Word[];
  readonly standing: ReadonlyMap<Element, readonly Range[]>;
};

type Draft = Omit<Sentence, 'standing'> & { readonly standing: Map<Element, Range[]> };

const SHORT_GAP_WORDS = 4;

/** `exact` tells how a word is written, accents and all. */
export function sentenceOf(
  words: readonly Word[],
  exact: (word: Word) => string = ({ text }) => text,
): Draft {
  const draft: Draft = { words, standing: new Map() };
  words.forEach((word, index) => {
    const range = [index, index + 1] as const;
    for (const element of elementsAt(word.text)) stand(draft, element, range);
    for (const element of elementsAt(`=${exact(word)}`)) stand(draft, element, range);
  });
  return draft;
}

export function tag(draft: Draft, concept: string, range: Range): void {
  for (const element of elementsOfConcept(concept)) stand(draft, element, range);
}

function stand({ standing }: Draft, element: Element, range: Range): void {
  const there = standing.get(element);
  if (there) there.push(range);
  else standing.set(element, [range]);
}

/** Every place where the pattern stands in the sentence, by where it ends; each as short as it can be. */
export function rangesOf(sentence: Sentence, { atStart, elements, steps }: Pattern): Range[] {
  for (const element of elements) if (!sentence.standing.has(element)) return [];
  const places = sentence.words.length + 1;
  // For each place, where the match that reaches it began, or -1. Places are walked in order, so this ends.
  let reached: number[] | null = null;
  for (const step of steps) {
    reached = reached === null ? begin(sentence, step, atStart, places) : advance(sentence, step, reached);
    if (reached.every((start) => start === -1)) return [];
  }
  return (reached ?? []).flatMap((start, end) => (start === -1 ? [] : [[start, end] as const]));
}

function begin({ standing }: Sentence, step: Step, atStart: boolean, places: number): number[] {
  const next = new Array<number>(places).fill(-1);
  if (step.kind !== 'one') return next;
  for (const [start, end] of standing.get(step.element) ?? []) {
    if ((start === 0 || !atStart) && start > (next[end] ?? -1)) next[end] = start;
  }
  return next;
}

function advance({ standing }: Sentence, step: Step, from: readonly number[]): number[] {
  if (step.kind === 'gap') return bridge(from, step.isShort ? SHORT_GAP_WORDS : from.length);
  const ranges = standing.get(step.element) ?? [];
  if (step.kind === 'not') {
    const next = [...from];
    for (const [start] of ranges) next[start] = -1;
    return next;
  }
  const next = new Array<number>(from.length).fill(-1);
  for (const [start, end] of ranges) {
    const began = from[start] ?? -1;
    if (began > (next[end] ?? -1)) next[end] = began;
  }
  return next;
}

function bridge(from: readonly number[], most: number): number[] {
  return from.map((_, end) => Math.max(...from.slice(Math.max(0, end - most), end + 1)));
}
