// Every house letter passes the guard whatever the facts, and no corruption of one gets past it.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Letter } from '../../../src/core/draft.ts';
import type { DraftFacts } from '../../../src/core/facts.ts';
import { checkLetter } from '../../../src/core/guard/check-letter.ts';
import { fillLetter } from '../../../src/core/letter/fill-letter.ts';
import { letterLanguage } from '../../../src/core/letter/language.ts';
import type { Prompt } from '../../../src/core/letter/prompt.ts';
import { loadPrompts } from '../../../src/outside/prompt-files.ts';
import { factsArb, occasionFactsArb } from '../letter/letter-facts.ts';
import { CORRUPTIONS } from './letters/corruptions.ts';

/** Thousands of letters take a busy machine longer than other tests do. */
const MANY_LETTERS_MS = 240_000;

let prompts: Prompt[];
beforeAll(async () => {
  prompts = await loadPrompts('prompts');
});

/** The histories that a template speaks of must be there for it to be chosen. */
function fits(prompt: Prompt, facts: DraftFacts): boolean {
  if (prompt.kind !== 'template' || prompt.step !== (facts.occasion ?? facts.step)) return false;
  const script = !facts.occasion && (facts.step === 'call' || facts.step === 'broken_promise_call');
  if (prompt.language !== (script ? 'en' : letterLanguage(facts.language))) return false;
  if (prompt.when === 'part_paid') return facts.occasion ? facts.total.minor > 0 : facts.history.partPaid;
  if (prompt.when === 'hard_stretch')
    return facts.history.lettersSent > 0 || facts.history.brokenPromise !== null;
  if (prompt.when === 'broken_promise') return facts.history.brokenPromise !== null;
  return prompt.when === 'always' || facts.history.firstLatePayment;
}

describe('the house letters', () => {
  test.each([
    ['for a step', factsArb, 400],
    ['for thanks and check-ins', occasionFactsArb, 200],
  ])(
    '%s pass the guard with any facts',
    (_, arbitrary, numRuns) => {
      fc.assert(
        fc.property(arbitrary, (facts) => {
          for (const prompt of prompts.filter((each) => fits(each, facts))) {
            const { letter, problems } = fillLetter(prompt.words as Letter, facts);
            expect({ id: prompt.id, problems, findings: checkLetter(letter, facts), letter }).toEqual({
              id: prompt.id,
              problems: [],
              findings: [],
              letter,
            });
          }
        }),
        { numRuns },
      );
    },
    MANY_LETTERS_MS,
  );
});

describe.each(Object.entries(CORRUPTIONS))('a letter with %s', (_, corrupt) => {
  test(
    'never passes',
    () => {
      let corrupted = 0;
      fc.assert(
        fc.property(factsArb, fc.nat(), (facts, pick) => {
          const script = facts.step === 'call' || facts.step === 'broken_promise_call';
          const fitting = prompts.filter((each) => fits(each, facts));
          const prompt = fitting[pick % fitting.length];
          if (!prompt || script) return;
          const { letter } = fillLetter(prompt.words as Letter, facts);
          const bad = corrupt(letter, facts, pick);
          if (!bad || bad.body === letter.body) return;
          corrupted += 1;
          const blocking = checkLetter(bad, facts).filter(({ severity }) => severity === 'block');
          expect({ blocking: blocking.length > 0, bad, prompt: prompt.id }).toEqual({
            blocking: true,
            bad,
            prompt: prompt.id,
          });
        }),
        { numRuns: 1200 },
      );
      console.log(`corrupted letters, all found: ${corrupted}`);
      expect(corrupted).toBeGreaterThan(500);
    },
    MANY_LETTERS_MS,
  );
});
