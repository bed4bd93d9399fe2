// Every house letter passes the guard whatever the facts, and no corruption of one gets past it.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDayLong } from '../../../src/core/calendar.ts';
import type { Letter } from '../../../src/core/draft.ts';
import type { DraftFacts } from '../../../src/core/facts.ts';
import { allowedAmounts } from '../../../src/core/guard/amounts.ts';
import { checkLetter } from '../../../src/core/guard/check-letter.ts';
import { fillLetter } from '../../../src/core/letter/fill-letter.ts';
import { letterLanguage, letterLocale } from '../../../src/core/letter/language.ts';
import type { Prompt } from '../../../src/core/letter/prompt.ts';
import { formatMoney } from '../../../src/core/money.ts';
import { loadPrompts } from '../../../src/outside/prompt-files.ts';
import { factsArb, occasionFactsArb } from '../letter/letter-facts.ts';

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
  ])('%s pass the guard with any facts', (_, arbitrary, numRuns) => {
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
  });
});

type Corruption = (letter: Letter, facts: DraftFacts, pick: number) => Letter | null;

const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  'a digit of a sum changed': (letter, facts, pick) => {
    const text = formatMoney(facts.total, letterLocale(facts.language));
    const at = letter.body.indexOf(text);
    const digits = [...text.matchAll(/\d/g)];
    const digit = digits[pick % digits.length];
    if (at === -1 || !digit) return null;
    const other = String((Number(digit[0]) + 1 + (pick % 8)) % 10);
    const changed = text.slice(0, digit.index) + other + text.slice(digit.index + 1);
    // One sum may by chance become another that the facts hold.
    const value = Number(changed.replace(/\D/g, ''));
    if (allowedAmounts(facts).some(({ minor }) => minor === value)) return null;
    return { ...letter, body: letter.body.slice(0, at) + changed + letter.body.slice(at + text.length) };
  },
  'a date moved': (letter, facts, pick) => {
    const locale = letterLocale(facts.language);
    const first = facts.invoices[0];
    if (!first) return null;
    const moved = addDays(first.due, (pick % 2 === 0 ? 1 : -1) * (1 + (pick % 300)));
    const known = [
      facts.asOf,
      facts.deadline,
      facts.history.lastLetter,
      facts.history.brokenPromise?.date,
      facts.history.customerSince,
      ...facts.invoices.flatMap(({ due, issued }) => [due, issued]),
    ];
    const from = formatDayLong(first.due, locale);
    if (known.includes(moved) || !letter.body.includes(from)) return null;
    return { ...letter, body: letter.body.replace(from, formatDayLong(moved, locale)) };
  },
  'the currency swapped': (letter, facts, pick) => {
    const locale = letterLocale(facts.language);
    const other =
      ['USD', 'EUR', 'GBP', 'CHF'].filter((code) => code !== facts.total.currency)[pick % 3] ?? 'EUR';
    if (other === 'USD' && facts.total.currency === 'CAD') return null; // "$" is both
    const from = formatMoney(facts.total, locale);
    const to = from.replace(/[^\d.,'’\s\u202f\u00a0-]+/u, ` ${other} `);
    return letter.body.includes(from) ? { ...letter, body: letter.body.replace(from, to) } : null;
  },
  'an invoice added': (letter, facts, pick) => {
    const amount = formatMoney(
      { minor: 77_700 + (pick % 1000), currency: facts.total.currency },
      letterLocale(facts.language),
    );
    const row = `${['INV-9999', '#88123', 'R2025/777', 'ZZ-4410'][pick % 4]} · ${amount}`;
    return { ...letter, body: `${letter.body}\n\n${row}` };
  },
  'a threat added': (letter, _, pick) => ({
    ...letter,
    body: `${letter.body}\n\n${['We will report you to the credit bureau.', 'Wir werden die Polizei informieren.', 'Nous allons le rendre public sur les réseaux sociaux.', 'Llamaremos a la policía.'][pick % 4]}`,
  }),
  'bank details added': (letter) => ({
    ...letter,
    body: `${letter.body}\n\nIBAN GB33 BUKB 2020 1555 5555 55`,
  }),
};

describe.each(Object.entries(CORRUPTIONS))('a letter with %s', (_, corrupt) => {
  test('never passes', () => {
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
      { numRuns: 2400 },
    );
    console.log(`corrupted letters, all found: ${corrupted}`);
    expect(corrupted).toBeGreaterThan(1000);
    // Thousands of letters take a busy machine longer than other tests do.
  }, 240_000);
});
