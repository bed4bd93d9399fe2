// The letters that are written for the evals: every step in every tone, in turn in each of our languages.
import { type DraftFacts, isOccasion, type VoiceFact } from '../../src/core/facts.ts';
import { chooseTemplate } from '../../src/core/letter/choose-template.ts';
import { LETTER_LANGUAGES, type LetterLanguage } from '../../src/core/letter/language.ts';
import type { Prompt } from '../../src/core/letter/prompt.ts';
import { TONES } from '../../src/core/policy.ts';
import { MODEL_STEPS, type ModelStep } from '../../src/outside/model-instructions.ts';
import { exampleFacts, exampleOccasion } from '../core/letter/letter-facts.ts';

export type LetterCase = {
  readonly step: ModelStep;
  readonly tone: DraftFacts['tone'];
  readonly language: LetterLanguage;
  readonly facts: DraftFacts;
};

const TAGS = { en: 'en-US', es: 'es-ES', fr: 'fr-FR', de: 'de-DE' } as const;

const FRIENDLY: VoiceFact = {
  greeting: 'Hi {name},',
  signOff: 'All the best,',
  formality: 'friendly',
  use: ['give me a shout', 'no drama at all'],
  avoid: ['kindly', 'at your earliest convenience'],
};

/** One letter for each step and tone; the language goes round among those that the house has a letter in. */
export function letterCases(prompts: readonly Prompt[], isWhole: boolean): LetterCase[] {
  return MODEL_STEPS.flatMap((step, row) => {
    const languages = LETTER_LANGUAGES.filter((language) =>
      chooseTemplate(prompts, factsFor(step, 'human', language, 0), 'none'),
    );
    return TONES.flatMap((tone, column) =>
      languages
        .filter((_, index) => isWhole || index === (row + column) % languages.length)
        .map((language) => ({ step, tone, language, facts: factsFor(step, tone, language, row + column) })),
    );
  });
}

/** `turn`: the histories take turns as well, where the step can know of them. */
function factsFor(
  step: ModelStep,
  tone: DraftFacts['tone'],
  language: LetterLanguage,
  turn: number,
): DraftFacts {
  const own = {
    tone,
    language: TAGS[language],
    voice: turn % 4 === 0 && language === 'en' ? FRIENDLY : null,
  };
  if (isOccasion(step)) return exampleOccasion(step, own);
  const plain = exampleFacts({ step });
  const late = step !== 'nudge' && step !== 'reminder';
  return {
    ...plain,
    ...own,
    ...(step === 'nudge' ? BEFORE_DUE : {}),
    history: {
      ...plain.history,
      lettersSent: late ? 2 : 0,
      lastLetter: late ? '2026-11-16' : null,
      brokenPromise: late && turn % 3 === 1 ? { date: '2026-11-20', amount: null } : null,
      recentPayment: null,
    },
  };
}

const BEFORE_DUE: Partial<DraftFacts> = {
  daysLate: -3,
  invoices: exampleFacts().invoices.map((invoice) => ({ ...invoice, due: '2026-11-27', daysLate: -3 })),
};
