// Every number below a thousand, and some of each thousand above, as a native writer spells it.
import { expect, test } from 'vitest';
import { NUMBER_WORDS, readNumberWords } from '../../../src/core/guard/number-words.ts';
import { scan } from '../../../src/core/guard/scan.ts';
import { spellNumber } from './letters/spell-number.ts';

const WHOLE = new RegExp(`^${NUMBER_WORDS}$`, 'i');

test.each(['en', 'de', 'fr', 'es'] as const)('reads every number that is written in %s', (language) => {
  const wrong: string[] = [];
  for (let n = 1; n < 1_000_000; n += n < 3000 ? 1 : 977) {
    const words = scan('body', spellNumber(n, language)).text;
    if (readNumberWords(words) !== n || !WHOLE.test(words)) wrong.push(words);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['doscientas veintiuna', 221],
  ['septante et un', 71],
  ['nonante-neuf', 99],
  ['quatre-vingt-une', 81],
  ['hundertundein', 101],
  ['twelve hundred', 1200],
])('reads %s as %i', (words, value) => {
  expect(readNumberWords(words)).toBe(value);
});
