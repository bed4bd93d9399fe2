// The letters that are written for the evals: every step in every tone, in turn in each of our languages.
import type { DraftFacts, VoiceFact } from '../../src/core/facts.ts';
import { chooseTemplate } from '../../src/core/letter/choose-template.ts';
import { LETTER_LANGUAGES, type LetterLanguage } from '../../src/core/letter/language.ts';
import type { Prompt } from '../../src/core/letter/prompt.ts';
import { money } from '../../src/core/money.ts';
import { TONES } from '../../src/core/policy.ts';
import { MODEL_STEPS, type ModelStep } from '../../src/outside/model-instructions.ts';
import { exampleFacts } from '../core/letter/letter-facts.ts';

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
  const isOccasion = step === 'thank_you' || step === 'check_in';
  const plain = exampleFacts(isOccasion ? {} : { step });
  const history = { ...plain.history, recentPayment: null };
  const late = !isOccasion && step !== 'nudge' && step !== 'reminder';
  return {
    ...plain,
    tone,
    language: TAGS[language],
    occasion: isOccasion ? step : null,
    voice: turn % 4 === 0 && language === 'en' ? FRIENDLY : null,
    ...(step === 'nudge' ? BEFORE_DUE : {}),
    history: {
      ...history,
      lettersSent: late ? 2 : 0,
      lastLetter: late ? '2026-11-16' : null,
      brokenPromise: late && turn % 3 === 1 ? { date: '2026-11-20', amount: null } : null,
      recentPayment: step === 'thank_you' ? { amount: money(50_000, 'USD'), day: '2026-11-23' } : null,
    },
  };
}

const BEFORE_DUE: Partial<DraftFacts> = {
  daysLate: -3,
  invoices: exampleFacts().invoices.map((invoice) => ({ ...invoice, due: '2026-11-27', daysLate: -3 })),
};

const LEDGER_SLOTS = [
  ['greeting'],
  ['total_open'],
  ['the_invoices', 'invoice_list'],
  ['how_to_pay'],
  ['reach_us'],
  ['signature'],
];

/** What the letter must hold: of each row one. */
export function requiredSlots(step: ModelStep): readonly (readonly string[])[] {
  switch (step) {
    case 'thank_you':
      return [['greeting'], ['recent_payment'], ['recent_payment_day'], ['signature']];
    case 'check_in':
      return [['greeting'], ['reach_us'], ['signature']];
    case 'final_notice':
      return [...LEDGER_SLOTS, ['deadline'], ['invoice_list']];
    default:
      return [...LEDGER_SLOTS, ['oldest_due', 'invoice_list']];
  }
}
