// The house letters as they are written: no part is missing, and nobody who gets several reads a sentence twice.
import { beforeAll, describe, expect, test } from 'vitest';
import { LETTER_LANGUAGES } from '../../../src/core/letter/language.ts';
import type { Prompt } from '../../../src/core/letter/prompt.ts';
import { loadPrompts } from '../../../src/outside/prompt-files.ts';

const TEAM_STEPS = ['call', 'broken_promise_call', 'internal_review'];

let letters: Prompt[];
beforeAll(async () => {
  letters = (await loadPrompts('prompts')).filter(
    ({ kind, step }) => kind === 'template' && !TEAM_STEPS.includes(step),
  );
});

/** Of each row one stands in the letter. */
function required({ step, when }: Prompt): string[][] {
  const always = [['greeting'], ['reach_us'], ['signature']];
  if (step === 'check_in' || step === 'mail_received') return always;
  if (step === 'early_payment_offer')
    return [...always, ['the_invoices'], ['offer_percent'], ['offer_list'], ['how_to_pay']];
  if (step === 'fee_waiver_offer')
    return [
      ...always,
      ['total_open'],
      ['fee_amount'],
      ['fee_day'],
      ['offer_until'],
      ['invoice_list'],
      ['how_to_pay'],
    ];
  if (step === 'recognition') return [...always, ['customer_name'], ['reward'], ['longer_terms']];
  if (step === 'promise_noted') return [...always, ['told_date'], ['told_amount']];
  if (step === 'statement_sent') return [...always, ['customer_name']];
  if (step === 'copy_sent' || step === 'po_asked') return [...always, ['the_invoices']];
  if (step === 'dispute_received') return [...always, ['the_invoices'], ['undisputed']];
  if (step === 'dispute_credited') return [...always, ['the_invoices'], ['credit_amount']];
  if (step === 'dispute_corrected') return [...always, ['the_invoices']];
  if (step === 'dispute_stands') return [...always, ['the_invoices'], ['our_reasons']];
  if (step === 'thank_you') {
    const thanks = [...always, ['recent_payment'], ['recent_payment_day']];
    return when === 'part_paid' ? [...thanks, ['total_open'], ['invoice_list'], ['how_to_pay']] : thanks;
  }
  if (step === 'plan_offer')
    return [...always, ['the_invoices'], ['schedule'], ['plan_total'], ['how_to_pay']];
  if (step === 'instalment_note') return [...always, ['instalment_sum'], ['instalment_day'], ['how_to_pay']];
  return [
    ...always,
    ['total_open'],
    ['the_invoices', 'invoice_list'],
    ['how_to_pay'],
    ['oldest_due', 'invoice_list'],
    ...(step === 'hand_over' ? [['agency_name']] : []),
    ...(step === 'final_notice' ? [['deadline'], ['plan_offer'], ['consequence']] : []),
    ...(step === 'firm' || step === 'owner' ? [['plan_offer']] : []),
    ...(when === 'part_paid' ? [['part_paid']] : []),
    ...(when === 'broken_promise' ? [['promised_date']] : []),
  ];
}

function slotsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{([a-z_]+)\}\}/g)].map(([, name = '']) => name))];
}

/** Sentences as one reads them who owes one invoice or many; what is only a sum and its day may be said alike twice. */
function sentences({ words }: Prompt, pick: '$1' | '$2'): string[] {
  const text = (words?.body ?? '').replace(/\{\{\s*one:([^|{}]*)\|\s*many:([^{}]*?)\s*\}\}/g, pick);
  return text
    .split(/\n+|(?<=[.?!])\s+/)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter(
      (each) =>
        slotsIn(each).length < 2 && (each.replace(/\{\{[a-z_]+\}\}/g, '').match(/\p{L}+/gu) ?? []).length > 2,
    );
}

describe.each(LETTER_LANGUAGES)('the house letters in %s', (language) => {
  const own = () => letters.filter((letter) => letter.language === language);

  test('hold all that their readers need', () => {
    for (const letter of own()) {
      const slots = slotsIn(letter.text);
      for (const row of required(letter))
        expect({ id: letter.id, row, found: row.some((slot) => slots.includes(slot)) }).toMatchObject({
          found: true,
        });
    }
  });

  test('name in "reads" just the slots that they hold', () => {
    for (const { id, reads, text } of own())
      expect([id, [...reads].sort()]).toEqual([id, slotsIn(text).sort()]);
  });

  test('share no sentence between two steps, so that a customer who gets several never reads one twice', () => {
    const steps = new Map<string, string>();
    for (const letter of own()) {
      for (const sentence of new Set([...sentences(letter, '$1'), ...sentences(letter, '$2')])) {
        expect([sentence, steps.get(sentence) ?? letter.step]).toEqual([sentence, letter.step]);
        steps.set(sentence, letter.step);
      }
    }
    expect(steps.size).toBeGreaterThan(40);
  });

  test('begin in a way of their own, whatever the step, the history or the wish', () => {
    const openings = own().map(({ words }) => words?.body.split('\n\n')[1]);
    expect(new Set(openings).size).toBe(openings.length);
  });

  test('speak of a deadline and of what was decided only where the step may', () => {
    for (const { id, step, text } of own()) {
      const slots = slotsIn(text);
      if (step !== 'final_notice') expect([id, slots.includes('deadline')]).toEqual([id, false]);
      if (!['firm', 'owner', 'final_notice'].includes(step))
        expect([id, slots.includes('plan_offer') || slots.includes('consequence')]).toEqual([id, false]);
    }
  });
});
