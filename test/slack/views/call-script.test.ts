// The call script's card: its parts, its box, and the same card once the call is logged.
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { Customer } from '../../../src/core/ledger.ts';
import { type CallScript, callScriptOf } from '../../../src/core/letter/call-script.ts';
import { chooseTemplate } from '../../../src/core/letter/choose-template.ts';
import { loadPrompts } from '../../../src/outside/prompt-files.ts';
import { decodeValue } from '../../../src/slack/views/action-ids.ts';
import {
  callScript,
  loggedScript,
  outcomeTyped,
  scriptBody,
  tooLate,
} from '../../../src/slack/views/call-script.ts';
import type { OutcomeContext } from '../../../src/slack/views/outcome-fields.ts';
import { logCallModal } from '../../../src/slack/views/outcome-modals.ts';
import type { StateValues } from '../../../src/slack/views/read-inputs.ts';
import { exampleFacts } from '../../core/letter/letter-facts.ts';
import { customer, HOSTILE, LOCALE, LONG, TODAY, UUID, ZONE } from './examples.ts';
import { actionIdsOf, elementsOf, problemsOfMessage, problemsOfView, wordsOf } from './slack-limits.ts';

const prompts = await loadPrompts('prompts');

function script(over: Partial<CallScript> = {}, gentle = false): CallScript {
  const facts = exampleFacts({ step: 'call', gentle });
  const words = chooseTemplate(prompts, facts, 'none')?.words;
  if (!words) throw new Error('there is no house script');
  const more = { customer: { language: 'en' }, plan: DEFAULT_POLICY.plan, promise: null };
  return { ...callScriptOf(words, facts, more), ...over };
}

const card = (over: Partial<CallScript> = {}, who: Partial<Customer> = {}) =>
  callScript(script(over), customer(who), 'USD');

const LOG = {
  by: 'U0BEN',
  at: '2026-11-24T14:10:00.000Z',
  words: 'spoke to Dana,\nthey will pay 500 by Friday',
  locale: LOCALE,
  zone: ZONE,
};

describe('a call script', () => {
  it('says whom to call on which number, what to say and ask, the likely answers, and what may be offered', () => {
    const message = card();
    expect(problemsOfMessage(message)).toEqual([]);
    const words = wordsOf(message.blocks);
    expect(words.split('\n')[0]).toBe('Call Dana Whitfield on +1 212 555 0101');
    for (const part of [
      '*Call Acme Dental about $1,234.50*',
      '*Before you dial*',
      '*Open*\n> Hello, this is Maria Santos from Harbor Print.',
      '*Ask*, one question, then wait\n> Which date can we expect the payment',
      '*Likely answers*\n• *If they name a date:* say the sum and the date back',
      '• *If it goes to voicemail:* leave only your name',
      '*You may offer*\n• A copy of invoices INV-1055 and INV-1061.',
      '*Leave out*\n• No instalments',
    ])
      expect(words).toContain(part);
    expect(words.indexOf('*Open*')).toBeLessThan(words.indexOf('*Ask*'));
    expect(message.text).toContain('Which date can we expect the payment');
  });

  it('asks somebody in trouble what would help, and for no date', () => {
    const { blocks, text } = callScript(script({}, true), customer(), 'USD');
    const words = wordsOf(blocks);
    expect(words).toContain('*Call Acme Dental, softly, about $1,234.50*');
    expect(words).toContain('press nobody, and name no consequence');
    expect(text).toContain('what would help you with this?');
    expect(text).not.toContain('Which date can we expect');
  });

  it('has a box of several lines, a button that records it and one for the form', () => {
    const { blocks } = card();
    const [box, record, form] = elementsOf(blocks);
    expect(box).toMatchObject({ type: 'plain_text_input', multiline: true, max_length: 3000 });
    expect(record).toMatchObject({ action_id: 'script.record', style: 'primary' });
    expect(decodeValue('customer', String(record?.value))).toEqual({ customerId: UUID, currency: 'USD' });
    expect(form).toMatchObject({ action_id: 'script.form' });
    expect(blocks.find(({ type }) => type === 'input')).toMatchObject({
      label: { text: 'What came of it?' },
    });
    expect(outcomeTyped({ outcome: { input: { type: 'plain_text_input', value: ' no answer ' } } })).toBe(
      'no answer',
    );
    const empty: StateValues[] = [
      {},
      { outcome: { input: { value: null } } },
      { outcome: { input: { value: ' \n' } } },
    ];
    for (const values of empty) expect(outcomeTyped(values)).toBeNull();
  });

  it.each([
    ['nobody has a number', [{ name: 'Dana', email: null, phone: null }], 'Call Dana (no phone number yet)'],
    ['there is no contact', [], 'Call Acme Robotics Inc (no phone number yet)'],
    [
      'only somebody else has one',
      [
        { name: 'Dana', email: null, phone: null },
        { name: 'Bob', email: null, phone: '+1 555' },
      ],
      'Call Dana on +1 555 (the number of Bob)',
    ],
  ])('says so where %s', (_what, contacts, words) => {
    const { blocks } = card({}, { contacts });
    expect(wordsOf(blocks).split('\n')[0]).toBe(words);
    expect(actionIdsOf(blocks).includes('case.contact')).toBe(words.includes('no phone'));
  });

  it('says in which language they write, and quotes the promise that was broken', () => {
    const promise = {
      quote: 'they’ll pay 500',
      by: 'U0BEN',
      on: 'Mon Nov 16',
      link: 'https://slack.example/p1',
    };
    const message = card({ theyWrite: 'German', promise });
    expect(wordsOf(message.blocks)).toContain('They write in German.');
    expect(wordsOf(message.blocks)).toContain(
      '“they’ll pay 500” – noted by <@U0BEN> on Mon Nov 16 (<https://slack.example/p1|see it>)',
    );
    expect(wordsOf(card({ promise: { ...promise, link: null } }).blocks)).not.toContain('see it');
  });

  it('leaves out a heading that has nothing below it', () => {
    const words = wordsOf(card({ offers: [], mayNot: [], know: [] }).blocks);
    for (const heading of ['You may offer', 'Leave out', 'Before you dial'])
      expect(words).not.toContain(heading);
  });

  it('lets no hostile name call anybody or format, and shortens an endless one', () => {
    const message = callScript(
      script({
        title: HOSTILE,
        know: [HOSTILE],
        answers: [{ said: HOSTILE, answer: LONG }],
        theyWrite: HOSTILE,
      }),
      customer({ contacts: [{ name: HOSTILE, email: null, phone: LONG }] }),
      'USD',
    );
    expect(problemsOfMessage(message)).toEqual([]);
    expect(message.text).not.toContain('<!channel>');
    expect(message.text).not.toContain('<https://');
    expect(message.text).toContain('…');
  });
});

describe('a logged call', () => {
  it('keeps every word of the script, and has who, when and the words in place of the box', () => {
    const before = card();
    const after = loggedScript(before.blocks, LOG);
    expect(problemsOfMessage(after)).toEqual([]);
    expect(elementsOf(after.blocks)).toEqual([]);
    expect(after.blocks.slice(0, -2)).toEqual(scriptBody(before.blocks));
    expect(wordsOf(after.blocks)).toContain(wordsOf(scriptBody(before.blocks)));
    expect(wordsOf(after.blocks)).toContain('*Logged* by <@U0BEN> on Tue Nov 24 at 09:10:');
    expect(wordsOf(after.blocks)).toContain('“spoke to Dana,\nthey will pay 500 by Friday”');
  });

  it('drawn twice is the same', () => {
    const once = loggedScript(card().blocks, LOG);
    const twice = loggedScript(once.blocks, LOG);
    expect(twice.blocks).toEqual(once.blocks);
  });

  it('shows the whole of what was written, however long, and calls nobody by it', () => {
    const words = `${'<!channel> & so on '.repeat(160)}the end`;
    const after = loggedScript(card().blocks, { ...LOG, words });
    expect(problemsOfMessage(after)).toEqual([]);
    expect(wordsOf(after.blocks)).toContain('the end”');
    expect(wordsOf(after.blocks)).not.toContain('<!channel>');
  });

  it('gives somebody who came second their words back', () => {
    const words = tooLate('U0BEN', 'they\nwill <!here> pay');
    expect(words).toContain('<@U0BEN> has logged this call already');
    expect(words).toContain('“they will &lt;!here&gt; pay”');
    expect(tooLate('U0BEN', LONG).length).toBeLessThan(3000);
  });
});

describe('the form for a call', () => {
  it('shows the script it was opened from, and knows where it stands', () => {
    const context: OutcomeContext = { today: TODAY, locale: LOCALE, currencies: ['USD'], invoices: [] };
    const body = scriptBody(card().blocks);
    const about = { id: UUID, name: 'Acme', currency: 'USD' };
    const at = { channel: 'C1', ts: '1.2', threadTs: '1.1' };
    const view = logCallModal(about, context, null, 'typed in the box', { ...at, body });
    expect(problemsOfView(view)).toEqual([]);
    expect(scriptBody(view.blocks)).toEqual(body);
    expect(JSON.stringify(view.blocks)).toContain('typed in the box');
    expect(view.callback_id).toBe('script.form');
    expect(decodeValue('script', view.private_metadata)).toEqual({
      customerId: UUID,
      currency: 'USD',
      ...at,
    });
  });
});
