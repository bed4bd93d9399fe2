// Finds phrases that the owner does not want in letters: a remark, since it is their taste and not a wrong.
import type { DraftFacts } from '../facts.ts';
import { inLine } from '../letter/plain-text.ts';
import type { Finding } from './finding.ts';
import { scan } from './scan.ts';
import { finding, type Sheet } from './sheet.ts';

/** Whole words, whatever their case and accents. */
export function checkAvoided(sheet: Sheet, { voice }: DraftFacts): Finding[] {
  const text = sheet.scan.text.toLowerCase();
  return (voice?.avoid ?? []).flatMap((phrase) => {
    const wanted = scan('body', inLine(phrase)).text.toLowerCase();
    const found: Finding[] = [];
    if (wanted === '') return found;
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      const isPart = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[end] ?? '');
      if (!isPart)
        found.push(
          finding(
            'avoided-phrase',
            'warn',
            sheet,
            [at, end],
            'This is one of the phrases that you do not want in letters.',
            'Say it in other words, or take the phrase off the list under Voice.',
          ),
        );
    }
    return found;
  });
}
