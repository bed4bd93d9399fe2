// The letters about a payment plan, as the house writes them: every sum and day in them is the plan's.
import { beforeAll, describe, expect, test } from 'vitest';
import { checkLetter } from '../../../src/core/guard/check-letter.ts';
import { chooseTemplate } from '../../../src/core/letter/choose-template.ts';
import { fillLetter } from '../../../src/core/letter/fill-letter.ts';
import { LETTER_LANGUAGES } from '../../../src/core/letter/language.ts';
import type { Prompt } from '../../../src/core/letter/prompt.ts';
import { money } from '../../../src/core/money.ts';
import { loadPrompts } from '../../../src/outside/prompt-files.ts';
import { exampleFacts } from '../letter/letter-facts.ts';

let prompts: Prompt[];
beforeAll(async () => {
  prompts = await loadPrompts('prompts');
});

const TAGS = { en: 'en-US', es: 'es-MX', fr: 'fr-FR', de: 'de-AT' } as const;

const INSTALMENTS = [
  { day: '2026-12-01' as const, amount: money(61_667, 'USD') },
  { day: '2027-01-01' as const, amount: money(61_667, 'USD') },
  { day: '2027-02-01' as const, amount: money(61_666, 'USD') },
];

function letterFor(occasion: 'plan_offer' | 'instalment_note', language: string, bank: string | null) {
  const shown = occasion === 'plan_offer' ? INSTALMENTS : INSTALMENTS.slice(0, 1);
  const facts = exampleFacts({
    occasion,
    language,
    bankDetails: bank,
    maySay: [],
    plan: null,
    detail: { invoices: [], plan: { id: 'plan 1', instalments: shown } },
  });
  const template = chooseTemplate(prompts, facts, 'none');
  if (!template?.words) throw new Error('no house letter');
  return { facts, ...fillLetter(template.words, facts) };
}

describe.each(LETTER_LANGUAGES)('in %s', (language) => {
  test.each(['plan_offer', 'instalment_note'] as const)('%s passes the guard, whole', (occasion) => {
    for (const bank of [null, 'Bank of Pine\nIBAN DE02 1203 0000 0000 2020 51']) {
      const { letter, problems, facts } = letterFor(occasion, TAGS[language], bank);
      expect(problems).toEqual([]);
      expect(checkLetter(letter, facts).map(({ code, span, why }) => `${code} ${span?.text} ${why}`)).toEqual(
        [],
      );
    }
  });
});

describe('the offer', () => {
  test('names each instalment with its day, and what they add up to', () => {
    const { letter } = letterFor('plan_offer', 'en-US', null);
    expect(letter.body).toContain(
      'December 1, 2026 · $616.67\nJanuary 1, 2027 · $616.67\nFebruary 1, 2027 · $616.66',
    );
    expect(letter.body).toContain('Together that is $1,850.00.');
  });

  test('is stopped by the guard where somebody writes another sum or day into it', () => {
    const { letter, facts } = letterFor('plan_offer', 'en-US', null);
    const changed = (from: string, to: string) =>
      checkLetter({ ...letter, body: letter.body.replace(from, to) }, facts).map(({ code }) => code);
    expect(changed('$616.66', '$516.66')).toContain('wrong-amount');
    expect(changed('January 1, 2027', 'January 7, 2027')).toContain('wrong-date');
  });

  test('of no plan may not stand in any other letter', () => {
    const { letter, facts } = letterFor('plan_offer', 'en-US', null);
    const body = `${letter.body}\n\nWe can split it into instalments.`;
    expect(checkLetter({ ...letter, body }, { ...facts, detail: null }).map(({ code }) => code)).toContain(
      'plan-not-allowed',
    );
  });
});
