// Finds the customer that somebody means by a name as people type it: parts, slips, accents, without "Inc".
import { compare } from './chase/case-file.ts';

export type CustomerMatch =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] } // best first
  | { readonly kind: 'none'; readonly nearest: readonly string[] }; // best first, may be empty

/** More names than these are no help to choose from. */
const MOST_CHOICES = 8;
const MOST_NEAREST = 5;

/** What a company is in law says little about who it is. */
const LEGAL_FORMS = new Set(
  'inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag kg ohg ug ev sarl sas sasu sa eurl sl slu srl spa bv nv oy ab as aps pty pte kk the'.split(
    ' ',
  ),
);

/** Letters that do not fall apart into a base letter and a mark. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

export type Named = { readonly id: string; readonly name: string };

type Candidate = { readonly id: string; readonly name: string; readonly words: readonly string[] };

/** How well a name fits, best first; each is tried only where no name fits better. */
const WAYS: readonly ((typed: readonly string[], name: readonly string[]) => boolean)[] = [
  (typed, name) => typed.join(' ') === name.join(' '),
  (typed, name) => typed.join('') === name.join('') || sorted(typed) === sorted(name),
  (typed, name) => name.join(' ').startsWith(`${typed.join(' ')} `),
  (typed, name) => typed.every((word) => name.includes(word)),
  (typed, name) => name.join('').startsWith(typed.join('')),
  (typed, name) => typed.every((word) => name.some((part) => part.startsWith(word))),
  (typed, name) => typed.every((word) => name.some((part) => isSlip(word, part))),
  (typed, name) => isSlip(typed.join(''), name.join('')),
];

/** The same answer for the same names, in whatever order they come. */
export function findCustomer(typed: string, names: readonly Named[]): CustomerMatch {
  const byId = names.find(({ id }) => id === typed.trim());
  if (byId) return { kind: 'found', id: byId.id };
  const words = nameWords(typed);
  if (words.length === 0) return { kind: 'none', nearest: [] };
  const candidates: Candidate[] = names
    .map(({ id, name }) => ({ id, name, words: nameWords(name) }))
    .filter((candidate) => candidate.words.length > 0)
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  for (const fits of WAYS) {
    const found = candidates.filter((candidate) => fits(words, candidate.words));
    const only = found[0];
    if (!only) continue;
    if (found.length === 1) return { kind: 'found', id: only.id };
    const exact = sameAsTyped(typed, found);
    if (exact) return { kind: 'found', id: exact.id };
    return { kind: 'several', ids: found.slice(0, MOST_CHOICES).map(({ id }) => id) };
  }
  return { kind: 'none', nearest: nearest(words, candidates) };
}

/** True where somebody is called just what was typed, with or without the legal form. */
export function hasName(typed: string, names: readonly Named[]): boolean {
  const words = nameWords(typed).join(' ');
  return names.some(({ name }) => nameWords(name).join(' ') === words);
}

/** "Acme Ltd" means Acme Ltd where there is an Acme Inc too. */
function sameAsTyped(typed: string, found: readonly Candidate[]): Candidate | null {
  const all = allWords(typed).join(' ');
  const same = found.filter(({ name }) => allWords(name).join(' ') === all);
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** Lower case, without accents and punctuation; "&" is "and". */
function allWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/['’`.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Without the legal form, unless nothing else is left. */
export function nameWords(text: string): string[] {
  const all = allWords(text);
  const telling = all.filter((word) => !LEGAL_FORMS.has(word) && word !== 'and');
  return telling.length > 0 ? telling : all;
}

function sorted(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** Slips allowed by length: none in a short word, where one letter makes another word. */
function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

function isSlip(typed: string, meant: string): boolean {
  const allowed = slipsAllowed(Math.min(typed.length, meant.length));
  if (allowed === 0) return typed === meant;
  if (Math.abs(typed.length - meant.length) > allowed) return false;
  return editDistance(typed, meant, allowed) <= allowed;
}

/**
 * Damerau-Levenshtein (optimal string alignment): letters added, left out, changed or swapped. Anything above `most`
 * is answered as `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}

/** Names that share the most letter pairs with what was typed (Dice); only those that are somewhat alike. */
function nearest(typed: readonly string[], candidates: readonly Candidate[]): string[] {
  const wanted = pairs(typed.join(' '));
  return candidates
    .map(({ id, words }) => {
      const had = pairs(words.join(' '));
      let shared = 0;
      for (const pair of wanted) if (had.has(pair)) shared += 1;
      return { id, alike: (2 * shared) / Math.max(1, wanted.size + had.size) };
    })
    .filter(({ alike }) => alike >= 0.25)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST_NEAREST)
    .map(({ id }) => id);
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i < text.length - 1; i += 1) found.add(text.slice(i, i + 2));
  return found;
}
