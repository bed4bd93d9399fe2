// A model that fails in every way there is: what comes out is a letter of the house that passes the guard, soon, and why.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Prompt } from '../../src/core/letter/prompt.ts';
import { loadPrompts } from '../../src/outside/prompt-files.ts';
import { makeWriter } from '../../src/outside/writer.ts';
import { exampleFacts } from '../core/letter/letter-facts.ts';
import {
  GOOD_LETTER,
  type ModelScript,
  type ScriptedModel,
  startScriptedModel,
} from '../fakes/scripted-model.ts';
import { modelOver } from '../fakes/workspace-model.ts';

let prompts: Prompt[];
let model: ScriptedModel;
beforeAll(async () => {
  prompts = await loadPrompts('prompts');
});
beforeEach(async () => {
  model = await startScriptedModel();
  return () => model.close();
});

const writer = (timeoutMs = 400) => makeWriter({ model: modelOver(model, { prompts, timeoutMs }), prompts });
const letterSaying = (words: string): ModelScript =>
  GOOD_LETTER.kind === 'letter'
    ? { ...GOOD_LETTER, body: GOOD_LETTER.body.replace('I hope the week is treating you well.', words) }
    : GOOD_LETTER;

/** What the note says first; who waits for a slow or busy model is not made to wait twice. */
const SAYS = {
  slow: ['The model did not answer in time', 1],
  busy: ['The model is busy, or the account with its provider is at its limit', 1],
  fault: ['The model has a fault of its own', 2],
  key: ['The model did not accept the key in OPENAI_API_KEY', 1],
  name: ['The model named in OPENAI_MODEL does not exist there', 1],
  refused: ['The model did not accept what it was asked', 1],
  gone: ['The model could not be reached', 2],
  brokeOff: ['The model broke off in the middle of its answer', 2],
  unusable: ['The model gave no usable letter', 2],
  checks: ['What the model wrote did not pass our checks', 2],
} as const;

const FAILURES: readonly (readonly [how: string, ModelScript, keyof typeof SAYS])[] = [
  ['is slow', { kind: 'slow', delayMs: 900, next: GOOD_LETTER }, 'slow'],
  ['never finishes', { kind: 'trickle' }, 'slow'],
  ['is busy', { kind: 'status', status: 429 }, 'busy'],
  ['is busy and asks for half a minute', { kind: 'status', status: 429, retryAfter: 30 }, 'busy'],
  ['has a fault', { kind: 'status', status: 500 }, 'fault'],
  ['is overloaded', { kind: 'status', status: 503, retryAfter: 30 }, 'fault'],
  ['does not know the key', { kind: 'status', status: 401 }, 'key'],
  ['does not admit the key', { kind: 'status', status: 403 }, 'key'],
  ['does not exist', { kind: 'status', status: 404 }, 'name'],
  ['does not understand', { kind: 'status', status: 400 }, 'refused'],
  ['hangs up', { kind: 'gone' }, 'gone'],
  ['breaks off', { kind: 'cut' }, 'brokeOff'],
  ['refuses', { kind: 'refusal' }, 'unusable'],
  ['runs on', { kind: 'too_long' }, 'unusable'],
  ['answers with a web page', { kind: 'not_json' }, 'unusable'],
  ['answers nothing', { kind: 'empty' }, 'unusable'],
  ['answers with no words', { kind: 'says', content: '' }, 'unusable'],
  [
    'chats around its letter',
    { kind: 'says', content: 'Sure! {"subject":"x","body":"y"} Enjoy!' },
    'unusable',
  ],
  ['answers with broken JSON', { kind: 'says', content: '{"subject":"x","body":"y"' }, 'unusable'],
  [
    'answers with other JSON',
    { kind: 'says', content: '{"subject":"x","body":"y","send":true}' },
    'unusable',
  ],
  ['answers with a call of a tool', { kind: 'says', content: '{"tool":"send_mail","to":"all"}' }, 'unusable'],
  ['answers with an empty letter', { kind: 'letter', subject: '', body: '' }, 'unusable'],
  ['answers with an endless letter', { kind: 'letter', subject: 'x', body: 'y'.repeat(9000) }, 'unusable'],
  ['writes a wrong sum', letterSaying('You owe $99,999.00.'), 'checks'],
  ['writes a sum in words', letterSaying('You owe twelve hundred dollars.'), 'checks'],
  ['writes a date', letterSaying('Please pay by 1 December.'), 'checks'],
  ['writes a link', letterSaying('Pay at https://evil.example/pay.'), 'checks'],
  ['writes an address', letterSaying('Write to pay@evil.example.'), 'checks'],
  ['writes bank details', letterSaying('Our new account: IBAN GB33 BUKB 2020 1555 5555 55.'), 'checks'],
  ['threatens', letterSaying('We will take you to court.'), 'checks'],
  ['offers a discount', letterSaying('We will waive the rest for you.'), 'checks'],
  ['shames', letterSaying('You should be ashamed.'), 'checks'],
  ['claims what nobody recorded', letterSaying('As you promised on the phone, we expected it.'), 'checks'],
  ['uses a slot that is not there', letterSaying('{{bank_password}} please.'), 'checks'],
  ['chats in its letter', letterSaying('As an AI language model I wrote this.'), 'checks'],
  ['repeats what it was told', letterSaying('My system prompt says: you write short e-mails.'), 'checks'],
  [
    'leaves the sum out',
    { kind: 'letter', subject: 'Hi', body: '{{greeting}}\n\nHi.\n\n{{signature}}' },
    'checks',
  ],
];

describe('a model that', () => {
  test.each(FAILURES)('%s: the house letter goes out, and the card says why', async (_, script, what) => {
    model.play(script);
    const began = performance.now();
    const { letter, findings, authorship } = await writer().write(exampleFacts(), null);
    expect(performance.now() - began).toBeLessThan(2000);
    const [why, asks] = SAYS[what];
    expect(authorship.note).toMatch(/, so this is our own house letter\.$/);
    expect(authorship.note?.startsWith(why)).toBe(true);
    expect(authorship).toMatchObject({ kind: 'template', promptId: 'en/question' });
    expect(model.asked).toHaveLength(asks);
    expect(findings).toEqual([]);
    expect(letter.body).toContain('$1,234.50');
  });

  test.each(FAILURES.filter(([, , what]) => SAYS[what][1] === 2))(
    '%s, and then does not: its second letter goes out',
    async (_, script) => {
      model.play(script, GOOD_LETTER);
      const { letter, authorship } = await writer().write(exampleFacts(), null);
      expect(authorship).toMatchObject({ kind: 'model', note: null });
      expect(letter.body).toContain('I hope the week is treating you well. $1,234.50 is open');
    },
  );

  test('says something else for every kind of failure', () => {
    expect(new Set(Object.values(SAYS).map(([why]) => why)).size).toBe(Object.keys(SAYS).length);
    expect(new Set(FAILURES.map(([, , what]) => what)).size).toBe(Object.keys(SAYS).length);
  });

  test('gives ten bad answers in a row is asked twice a letter, and every letter is whole', async () => {
    const bad = FAILURES.filter(([, , what]) => what === 'checks' || what === 'unusable').map(
      ([, script]) => script,
    );
    model.play(...bad.slice(0, 10), GOOD_LETTER);
    const writing = writer();
    for (let letters = 1; letters <= 5; letters += 1) {
      const { findings, authorship } = await writing.write(exampleFacts(), null);
      expect(authorship.kind).toBe('template');
      expect(findings).toEqual([]);
      expect(model.asked).toHaveLength(2 * letters);
    }
    expect((await writing.write(exampleFacts(), null)).authorship.kind).toBe('model');
  });

  test('fails three times in a row is left alone for a while, and nobody waits for it', async () => {
    model.play({ kind: 'trickle' });
    const writing = writer(150);
    for (let letters = 1; letters <= 3; letters += 1) await writing.write(exampleFacts(), null);
    const began = performance.now();
    const { findings, authorship } = await writing.write(exampleFacts(), null);
    expect(performance.now() - began).toBeLessThan(140);
    expect(model.asked).toHaveLength(3);
    expect(findings).toEqual([]);
    expect(authorship.note).toBe(
      'The model has failed several times in a row and is left alone for a few minutes, so this is our own house letter.',
    );
  });

  test('a rewrite that fails is told with what became of it', async () => {
    model.play({ kind: 'status', status: 429 });
    const previous = { subject: 'Before', body: 'The words before.' };
    const ask = (kind: 'softer' | 'instruction', step: 'question' | 'final_notice') =>
      writer().write(exampleFacts({ step }), { rewrite: { kind, instruction: 'be brief' }, previous });
    const softer = await ask('softer', 'question');
    expect(softer.authorship).toMatchObject({ kind: 'template', promptId: 'en/question-softer' });
    expect(softer.authorship.note).toMatch(/^The model is busy.*, so this is our own house letter\.$/);
    const kept = await ask('instruction', 'question');
    expect(kept.letter).toEqual(previous);
    expect(kept.authorship.note).toMatch(/^The model is busy.*, so the words are as they were\. Use Edit/);
  });
});
