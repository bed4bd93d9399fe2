// Finds, for a sentence, the few of many patterns that may stand in it: those whose rarest word does.
import type { Element } from './elements.ts';
import type { Pattern } from './pattern.ts';
import type { Sentence } from './sentence.ts';

export type Owned<Owner> = { readonly owner: Owner; readonly pattern: Pattern };

/** Every owner of a pattern that may stand in the sentence, each pattern once. */
export type PatternIndex<Owner> = (sentence: Sentence) => readonly Owned<Owner>[];

export function indexPatterns<Owner>(owned: readonly Owned<Owner>[]): PatternIndex<Owner> {
  const byRarest = new Map<Element, Owned<Owner>[]>();
  for (const each of owned) {
    const [rarest] = each.pattern.elements;
    if (rarest) byRarest.set(rarest, [...(byRarest.get(rarest) ?? []), each]);
  }
  return ({ standing }) => {
    const found: Owned<Owner>[] = [];
    for (const element of standing.keys()) {
      for (const each of byRarest.get(element) ?? []) {
        if (each.pattern.elements.every((needed) => standing.has(needed))) found.push(each);
      }
    }
    return found;
  };
}
