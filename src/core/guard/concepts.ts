// The ideas that the guard's rules are made of, each with the words for it in the languages of our letters.
import { ACTORS } from './concepts-actors.ts';
import { ACTS } from './concepts-acts.ts';
import { MONEY } from './concepts-money.ts';
import { TONE } from './concepts-tone.ts';
import type { Concepts } from './pattern.ts';

export const CONCEPTS: Concepts = { ...ACTORS, ...ACTS, ...MONEY, ...TONE };
