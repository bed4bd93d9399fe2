// What a letter must hold: the house's own letters hold it, and a letter without one part is found out.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Letter } from '../../../src/core/draft.ts';
import { isOccasion, OCCASIONS } from '../../../src/core/facts.ts';
import { chooseTemplate } from '../../../src/core/letter/choose-template.ts';
import { leftOutOf, mustHold } from '../../../src/core/letter/must-hold.ts';
import type { Prompt } from '../../../src/core/letter/prompt.ts';
import { MODEL_STEPS, type ModelStep } from '../../../src/outside/model-instructions.ts';
import { loadPrompts } from '../../../src/outside/prompt-files.ts';
import { exampleFacts, exampleOccasion } from './letter-facts.ts';

let prompts: Prompt[];
beforeAll(async () => {
  prompts = await loadPrompts('prompts');
});

const factsOf = (step: ModelStep) => (isOccasion(step) ? exampleOccasion(step) : exampleFacts({ step }));

describe.each(MODEL_STEPS)('a letter of the kind %s', (step) => {
  const words = (): Letter => {
    const found = chooseTemplate(prompts, factsOf(step), 'none')?.words;
    if (!found) throw new Error('no house letter');
    return found;
  };

  test('holds all of it as the house writes it', () => {
    expect(leftOutOf(words(), factsOf(step))).toEqual([]);
  });

  test('is found out without any one part', () => {
    for (const row of mustHold(step)) {
      const cut = (text: string) =>
        row.reduce((left, slot) => left.replaceAll(`{{${slot}}}`, 'something'), text);
      const { subject, body } = words();
      if (cut(body) === body && cut(subject) === subject) continue; // nothing to say in these facts
      expect(leftOutOf({ subject: cut(subject), body: cut(body) }, factsOf(step)).join(' ')).toContain(
        `{{${row[0]}}}`,
      );
    }
  });
});

test('a plan without its days, and a credit without its sum, are found out', () => {
  expect(
    leftOutOf({ subject: 'A plan', body: '{{greeting}}\n\n{{signature}}' }, exampleOccasion('plan_offer')),
  ).toEqual(
    expect.arrayContaining([
      expect.stringContaining('{{schedule}}'),
      expect.stringContaining('{{plan_total}}'),
    ]),
  );
  expect(leftOutOf({ subject: '', body: '' }, exampleOccasion('dispute_credited')).join()).toContain(
    '{{credit_amount}}',
  );
});

test('nothing is asked for that has nothing to say', () => {
  const whole = exampleOccasion('dispute_received', { invoices: [], total: { minor: 0, currency: 'USD' } });
  expect(leftOutOf({ subject: '', body: '{{greeting}} {{reach_us}} {{signature}}' }, whole)).toEqual([]);
});

test('every occasion has its own list, or is written by the house alone', () => {
  for (const occasion of OCCASIONS) {
    const isModels = (MODEL_STEPS as readonly string[]).includes(occasion);
    expect([occasion, isModels && mustHold(occasion) === mustHold('question')]).toEqual([occasion, false]);
  }
});
