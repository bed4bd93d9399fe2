// Which house letter is taken: every step, history, wish and language of the house has a letter of its own.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/calendar.ts';
import { type DraftFacts, type HistoryFact, OCCASIONS } from '../../../src/core/facts.ts';
import { chooseTemplate } from '../../../src/core/letter/choose-template.ts';
import { LETTER_LANGUAGES } from '../../../src/core/letter/language.ts';
import type { Prompt } from '../../../src/core/letter/prompt.ts';
import { money } from '../../../src/core/money.ts';
import { loadPrompts } from '../../../src/outside/prompt-files.ts';
import { exampleFacts } from './letter-facts.ts';

let prompts: Prompt[];
beforeAll(async () => {
  prompts = await loadPrompts('prompts');
});

const PLAIN = exampleFacts().history;

const HISTORIES = {
  always: {},
  first_late: { firstLatePayment: true },
  part_paid: { partPaid: true },
  broken_promise: { brokenPromise: { date: '2026-11-20', amount: null }, lettersSent: 2 },
} as const satisfies Record<string, Partial<HistoryFact>>;

type Row = readonly [step: Prompt['step'], when: Prompt['when'], wish: Prompt['wish'], file: string];

/** The whole house, but for the letters outside the ladder: file names without the language. */
const LADDER: readonly Row[] = [
  ['nudge', 'always', 'none', 'nudge'],
  ['nudge', 'always', 'softer', 'nudge-softer'],
  ['nudge', 'always', 'shorter', 'nudge-shorter'],
  ['reminder', 'always', 'none', 'reminder'],
  ['reminder', 'always', 'softer', 'reminder-softer'],
  ['reminder', 'always', 'firmer', 'reminder-firmer'],
  ['reminder', 'always', 'shorter', 'reminder-shorter'],
  ['reminder', 'first_late', 'none', 'reminder-first-late'],
  ['reminder', 'part_paid', 'none', 'reminder-part-paid'],
  ['question', 'always', 'none', 'question'],
  ['question', 'always', 'softer', 'question-softer'],
  ['question', 'always', 'firmer', 'question-firmer'],
  ['question', 'always', 'shorter', 'question-shorter'],
  ['question', 'first_late', 'none', 'question-first-late'],
  ['question', 'part_paid', 'none', 'question-part-paid'],
  ['question', 'broken_promise', 'none', 'question-broken-promise'],
  ['firm', 'always', 'none', 'firm'],
  ['firm', 'always', 'softer', 'firm-softer'],
  ['firm', 'always', 'firmer', 'firm-firmer'],
  ['firm', 'always', 'shorter', 'firm-shorter'],
  ['firm', 'first_late', 'none', 'firm-first-late'],
  ['firm', 'part_paid', 'none', 'firm-part-paid'],
  ['firm', 'broken_promise', 'none', 'firm-broken-promise'],
  ['owner', 'always', 'none', 'owner'],
  ['owner', 'always', 'softer', 'owner-softer'],
  ['owner', 'always', 'firmer', 'owner-firmer'],
  ['owner', 'always', 'shorter', 'owner-shorter'],
  ['owner', 'part_paid', 'none', 'owner-part-paid'],
  ['owner', 'broken_promise', 'none', 'owner-broken-promise'],
  ['final_notice', 'always', 'none', 'final-notice'],
  ['final_notice', 'always', 'softer', 'final-notice-softer'],
  ['final_notice', 'always', 'shorter', 'final-notice-shorter'],
  ['final_notice', 'part_paid', 'none', 'final-notice-part-paid'],
  ['final_notice', 'broken_promise', 'none', 'final-notice-broken-promise'],
  ['hand_over', 'always', 'none', 'hand-over'],
];

const OUTSIDE: readonly (readonly [file: string, facts: Partial<DraftFacts>])[] = [
  ['thank-you', { occasion: 'thank_you', total: money(0, 'USD') }],
  ['thank-you-hard-stretch', { occasion: 'thank_you', total: money(0, 'USD'), history: been(1) }],
  ['thank-you-part-paid', { occasion: 'thank_you' }],
  ['check-in', { occasion: 'check_in', total: money(0, 'USD') }],
  ['mail-received', { occasion: 'mail_received' }],
  ['promise-noted', { occasion: 'promise_noted' }],
  ['plan-offer', { occasion: 'plan_offer' }],
  ['instalment-note', { occasion: 'instalment_note' }],
  ['statement-sent', { occasion: 'statement_sent' }],
  ['copy-sent', { occasion: 'copy_sent' }],
  ['early-payment-offer', { occasion: 'early_payment_offer' }],
  ['fee-waiver-offer', { occasion: 'fee_waiver_offer' }],
  ['recognition', { occasion: 'recognition' }],
  ['po-asked', { occasion: 'po_asked' }],
  ['dispute-received', { occasion: 'dispute_received' }],
  ['dispute-credited', { occasion: 'dispute_credited' }],
  ['dispute-corrected', { occasion: 'dispute_corrected' }],
  ['dispute-stands', { occasion: 'dispute_stands' }],
];

const TAGS = { en: 'en-US', es: 'es-MX', fr: 'fr-FR', de: 'de-AT' } as const;

function been(lettersSent: number): HistoryFact {
  return { ...PLAIN, lettersSent };
}

function factsOf(step: Prompt['step'], history: Partial<HistoryFact>, language = 'en-US'): DraftFacts {
  return exampleFacts({ step: step as DraftFacts['step'], language, history: { ...PLAIN, ...history } });
}

function chosen(facts: DraftFacts, wish: Prompt['wish'] = 'none'): string | null {
  return chooseTemplate(prompts, facts, wish)?.id ?? null;
}

describe.each(LETTER_LANGUAGES)('in %s', (language) => {
  const tag = TAGS[language];

  test.each(LADDER)('%s, %s, %s: takes %s', (step, when, wish, file) => {
    const history = HISTORIES[when as keyof typeof HISTORIES];
    expect(chosen(factsOf(step, history, tag), wish)).toBe(`${language}/${file}`);
  });

  test.each(OUTSIDE)('%s has its own letter', (file, facts) => {
    expect(chosen(exampleFacts({ ...facts, language: tag }))).toBe(`${language}/${file}`);
  });

  test('takes the softer letter for somebody in trouble, whatever their history, and the usual one where there is none', () => {
    const soft = (facts: Partial<DraftFacts>) =>
      chosen(exampleFacts({ ...facts, gentle: true, language: tag }));
    for (const step of ['reminder', 'question', 'firm'] as const) {
      expect(soft({ step })).toBe(`${language}/${step}-softer`);
      expect(soft({ step, history: { ...PLAIN, ...HISTORIES.broken_promise } })).toBe(
        `${language}/${step}-softer`,
      );
    }
    expect(soft({ step: 'call' })).toBe('en/call-script-softer');
    expect(soft({ step: 'broken_promise_call' })).toBe('en/call-script-broken-promise-softer');
    expect(soft({ occasion: 'check_in' })).toBe(`${language}/check-in`);
  });

  test('has no letter that is never taken', () => {
    const taken = [...LADDER.map((row) => row[3]), ...OUTSIDE.map(([file]) => file)];
    const there = prompts.filter(
      ({ kind, language: of, step }) =>
        kind === 'template' &&
        of === language &&
        !['call', 'broken_promise_call', 'internal_review'].includes(step),
    );
    expect(there.map(({ id }) => id).sort()).toEqual(taken.map((file) => `${language}/${file}`).sort());
  });

  test.each([
    ['nudge', 'firmer'],
    ['final_notice', 'firmer'],
  ] as const)('has no %s that is %s', (step, wish) => {
    expect(chosen(factsOf(step, {}, tag), wish)).toBeNull();
  });

  test.each(['softer', 'firmer', 'shorter'] as const)(
    'has no letter outside the ladder that is %s',
    (wish) => {
      for (const occasion of OCCASIONS)
        expect(chosen(exampleFacts({ occasion, language: tag }), wish)).toBeNull();
    },
  );
});

test.each(['pt-BR', 'sv', 'zz-ZZ', ''])('a language that is not written here, "%s", gets English', (tag) => {
  expect(chosen(factsOf('firm', HISTORIES.part_paid, tag))).toBe('en/firm-part-paid');
  expect(chosen(factsOf('firm', {}, tag), 'softer')).toBe('en/firm-softer');
});

test.each(['call', 'broken_promise_call', 'internal_review'] as const)(
  'what is for the team, %s, is English whatever the customer reads',
  (step) => {
    expect(chosen(factsOf(step, {}, 'de-DE'))).toMatch(/^en\//);
  },
);

describe('where several histories hold', () => {
  const all = { ...HISTORIES.first_late, ...HISTORIES.part_paid, ...HISTORIES.broken_promise };

  test.each([
    ['question', all, 'question-broken-promise'],
    ['question', { ...all, brokenPromise: null }, 'question-part-paid'],
    ['question', { ...all, brokenPromise: null, partPaid: false }, 'question-first-late'],
    ['reminder', all, 'reminder-part-paid'],
    ['owner', { ...all, brokenPromise: null, partPaid: false }, 'owner'],
    ['nudge', all, 'nudge'],
  ] as const)('%s takes the most telling one that it has a letter for', (step, history, file) => {
    expect(chosen(factsOf(step, history))).toBe(`en/${file}`);
  });

  test('a wish takes the letter of the wish', () => {
    expect(chosen(factsOf('question', all), 'softer')).toBe('en/question-softer');
  });
});

test.each([
  [179, 'reminder'],
  [180, 'reminder-first-late'],
  [null, 'reminder'],
])('a first late payment of a customer of %s days gets %s', (days, file) => {
  const { asOf } = exampleFacts();
  const customerSince = days === null ? null : addDays(asOf, -days);
  expect(chosen(factsOf('reminder', { firstLatePayment: true, customerSince }))).toBe(`en/${file}`);
});

describe('thanks', () => {
  const thanks = (minor: number, history: Partial<HistoryFact>) =>
    chosen(
      exampleFacts({
        occasion: 'thank_you',
        total: money(minor, 'USD'),
        history: { ...PLAIN, ...history },
      }),
    );

  test.each([
    ['nothing open and no letter before', 0, {}, 'thank-you'],
    ['a credit left over', -500, { partPaid: true }, 'thank-you'],
    ['a letter before', 0, { lettersSent: 1 }, 'thank-you-hard-stretch'],
    [
      'a missed promise',
      0,
      { brokenPromise: { date: '2026-11-20', amount: null } },
      'thank-you-hard-stretch',
    ],
    ['one cent open', 1, {}, 'thank-you-part-paid'],
    ['a rest open after letters', 500, { lettersSent: 3 }, 'thank-you-part-paid'],
  ] as const)('with %s', (_, minor, history, file) => {
    expect(thanks(minor, history)).toBe(`en/${file}`);
  });

  test('a check-in is the same after any history', () => {
    const history = { ...PLAIN, ...HISTORIES.broken_promise, partPaid: true, firstLatePayment: true };
    expect(chosen(exampleFacts({ occasion: 'check_in', history }))).toBe('en/check-in');
  });
});
