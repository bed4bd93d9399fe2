// How long the guard looks at a letter: house letters and good letters of others, beside one plain pass over the same text.
import type { Letter } from '../../src/core/draft.ts';
import type { DraftFacts } from '../../src/core/facts.ts';
import { checkLetter } from '../../src/core/guard/check-letter.ts';
import { fillLetter } from '../../src/core/letter/fill-letter.ts';
import { loadPrompts } from '../../src/outside/prompt-files.ts';
import { FRESH_GOOD } from '../core/guard/letters/fresh-good.ts';
import { exampleFacts } from '../core/letter/letter-facts.ts';

export type GuardBench = {
  readonly letters: number;
  readonly guard: Spread;
  /** Unicode's compatibility form in small letters, which any check of words needs first. */
  readonly plainPass: Spread;
};

export type Spread = { readonly p50: number; readonly p99: number }; // seconds a letter

const ROUNDS = 20;
const TAGS = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;

export async function benchGuard(): Promise<GuardBench> {
  const letters = await lettersToCheck();
  for (const [letter, facts] of letters) checkLetter(letter, facts);
  const timed = (work: (letter: Letter, facts: DraftFacts) => unknown): Spread => {
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [letter, facts] of letters) {
        const start = performance.now();
        work(letter, facts);
        seconds.push((performance.now() - start) / 1000);
      }
    }
    seconds.sort((a, b) => a - b);
    const at = (share: number) => seconds[Math.floor((seconds.length - 1) * share)] ?? 0;
    return { p50: at(0.5), p99: at(0.99) };
  };
  return {
    letters: letters.length,
    guard: timed(checkLetter),
    plainPass: timed(({ subject, body }) => `${subject}\n${body}`.normalize('NFKC').toLowerCase()),
  };
}

async function lettersToCheck(): Promise<(readonly [Letter, DraftFacts])[]> {
  const prompts = await loadPrompts();
  const house = prompts.flatMap((prompt) => {
    if (prompt.words === null || prompt.language === 'any') return [];
    const facts = exampleFacts({ language: TAGS[prompt.language] });
    return [[fillLetter(prompt.words, facts).letter, facts] as const];
  });
  const words = {
    subject: 'About {{invoice_numbers}}',
    body: '{{greeting}}\n\nSENTENCE\n\n{{total_open}} is open.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\n{{signature}}',
  };
  const others = FRESH_GOOD.map(({ says, step, language }) => {
    const facts = exampleFacts({ step, language: TAGS[language] });
    const { letter } = fillLetter(words, facts);
    return [{ ...letter, body: letter.body.replace('SENTENCE', () => says) }, facts] as const;
  });
  return [...house, ...others];
}
