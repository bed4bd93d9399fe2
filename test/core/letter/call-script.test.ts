// A call script in its parts, and what may be offered in it: only what the policy's step allows and people decided.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { Letter } from '../../../src/core/draft.ts';
import type { DraftFacts } from '../../../src/core/facts.ts';
import { checkLetter } from '../../../src/core/guard/check-letter.ts';
import type { CaseEvent } from '../../../src/core/ledger.ts';
import { mayNotSay, mayOffer } from '../../../src/core/letter/call-offers.ts';
import {
  brokenPromiseRecord,
  callScriptOf,
  factsForCall,
  promiseWords,
} from '../../../src/core/letter/call-script.ts';
import { chooseTemplate } from '../../../src/core/letter/choose-template.ts';
import { fillLetter } from '../../../src/core/letter/fill-letter.ts';
import type { Prompt } from '../../../src/core/letter/prompt.ts';
import { parsePrompt } from '../../../src/core/letter/prompt.ts';
import { money } from '../../../src/core/money.ts';
import { TOPICS, type Topic } from '../../../src/core/policy.ts';
import { loadPrompts } from '../../../src/outside/prompt-files.ts';
import { exampleFacts, factsArb } from './letter-facts.ts';

const SCRIPT_STEPS = ['call', 'broken_promise_call'] as const;
const PLAN = DEFAULT_POLICY.plan;
const BROKEN = { ...exampleFacts().history, brokenPromise: { date: '2026-11-20', amount: null } } as const;

let prompts: Prompt[];
beforeAll(async () => {
  prompts = await loadPrompts('prompts');
});

const wordsOf = (facts: DraftFacts): Letter => {
  const words = chooseTemplate(prompts, facts, 'none')?.words;
  if (!words) throw new Error(`no script for ${facts.step}`);
  return words;
};

const scriptFor = (facts: DraftFacts, language = 'en') =>
  callScriptOf(wordsOf(facts), facts, { customer: { language }, plan: PLAN, promise: null });

const called = (over: Partial<DraftFacts> = {}) => exampleFacts({ step: 'call', ...over });

describe('the house scripts', () => {
  test.each(SCRIPT_STEPS.flatMap((step) => [false, true].map((gentle) => [step, gentle] as const)))(
    'have every part at the step %s, softer: %s',
    (step, gentle) => {
      const script = scriptFor(called({ step, history: BROKEN, gentle }));
      expect(script.title.includes('softly')).toBe(gentle);
      expect(/[Ww]hich date/.test(script.question)).toBe(!gentle);
      expect(script.opening).toContain('Hello, this is Maria Santos from Harbor Print.');
      expect(script.question.match(/\?/g)).toHaveLength(1);
      expect(script.answers.map(({ said }) => said)).toEqual([
        'If they name a date',
        'If they have paid',
        'If something is wrong',
        'If money is short',
        'If somebody else answers',
        'If it goes to voicemail',
      ]);
      expect(script.know.join('\n')).toContain('$1,234.50 is open.');
      expect(script.know.join('\n')).toContain('INV-1055 · due November 3, 2026 · $845.00');
    },
  );

  test('name the promise that was broken, and are whole where its record is not found', () => {
    const amount = money(50_000, 'USD');
    const promised = called({
      step: 'broken_promise_call',
      history: { ...BROKEN, brokenPromise: { date: '2026-11-20', amount } },
    });
    expect(scriptFor(promised).know.join('\n')).toMatch(/November 20, 2026[\s\S]*\$500\.00/);
    const unknown = scriptFor(called({ step: 'broken_promise_call' }));
    expect(unknown.title).toBe('Call Acme Dental about the payment they had named a date for');
    expect(unknown.know.join('\n')).not.toContain('promised');
  });

  test('pass the guard with any facts, and give everybody an opening, a question and six answers', () => {
    fc.assert(
      fc.property(factsArb, fc.constantFrom(...SCRIPT_STEPS), fc.boolean(), (any, step, gentle) => {
        const facts = { ...any, step, gentle, language: 'en-US' };
        const { letter, problems } = fillLetter(wordsOf(facts), facts);
        expect(problems).toEqual([]);
        expect(checkLetter(letter, facts)).toEqual([]);
        const script = scriptFor(facts);
        expect(script.opening).not.toBe('');
        expect(script.question).not.toBe('');
        expect(script.answers).toHaveLength(6);
        expect(JSON.stringify({ ...script, know: [] })).not.toContain('{{one');
      }),
      { numRuns: 200 },
    );
  });

  test('let no name pass for a part of the script', () => {
    const script = scriptFor(
      called({ customerName: 'Ask: who is this?', contactName: 'If I owe you: prove it' }),
    );
    expect(script.answers).toHaveLength(6);
    expect(script.question).not.toContain('who is this');
    expect(script.know[0]).toBe('Ask for If I owe you: prove it. What it is about is for them alone.');
  });

  test('open without names where none is set', () => {
    expect(scriptFor(called({ senderName: '', businessName: '' })).opening).toBe(
      'I am calling about invoices INV-1055 and INV-1061. Is this a good moment?',
    );
  });

  test.each([
    ['Open: ', '"Open: "'],
    ['Ask: ', '"Ask: "'],
    ['If ', '"If they name a date: …"'],
  ])('stop the start when the paragraphs that begin with "%s" are missing', (label, named) => {
    const front = 'id: en/x\nversion: 1\nkind: template\nstep: call\nlanguage: en\nwhen: always\nwish: none';
    const body = ['Open: Hello.', 'Ask: When?', 'If they pay: thank them.'].filter(
      (line) => !line.startsWith(label),
    );
    const file = `---\n${front}\nreads: []\nanswers: x\n---\nSubject: A call\n\n${body.join('\n\n')}`;
    expect(() => parsePrompt('en/x.md', file, '')).toThrow(`so it needs `);
    expect(() => parsePrompt('en/x.md', file, '')).toThrow(named);
  });
});

describe('the language of the customer', () => {
  test.each([
    ['de', 'German'],
    ['de-AT', 'German'],
    ['pt-BR', 'Portuguese'],
    ['en-GB', null],
    ['', null],
    ['not a language', null],
  ])('%s is said as %s', (language, said) => {
    expect(scriptFor(called(), language).theyWrite).toBe(said);
  });

  test('a letter’s step that is taken by telephone gets the words of a call, and its own offers', () => {
    const firm = exampleFacts({ step: 'firm', language: 'de-DE' });
    const facts = factsForCall(firm, { locale: 'en-GB' });
    expect(facts).toMatchObject({ step: 'call', language: 'en-GB', maySay: firm.maySay });
    expect(scriptFor(facts).offers[0]).toContain('Up to 4 instalments');
  });
});

describe('what may be offered', () => {
  test('at the call step of the policy one begins with, is a copy and a statement and no more', () => {
    const script = scriptFor(called());
    expect(script.offers).toEqual([
      'A copy of invoices INV-1055 and INV-1061.',
      'A statement of the account.',
      'How to pay once more, in writing: never read an account number out.',
    ]);
    expect(script.mayNot).toEqual([
      'No instalments and no later due date: ask what they could manage, and say that you will come back to them in writing.',
      'No discount and no waiver, however small.',
      'No late fee, no pause of new orders on credit, no collection agency and no legal step: nobody has decided on that.',
      'No last date of our own: the date is theirs to name.',
    ]);
  });

  test('is a plan where the step offers one, in the policy’s own figures', () => {
    const facts = called({ maySay: ['plan'] });
    expect(mayOffer(facts, PLAN)[0]).toBe(
      'Up to 4 instalments over 60 days, every week, every two weeks or every month, the first within 7 days. It counts once we have confirmed it in writing.',
    );
    expect(mayOffer(facts, { ...PLAN, firstWithinDays: 0, maxDays: 30, cadences: ['weekly'] })[0]).toBe(
      'Up to 4 instalments over 30 days, every week, the first today. It counts once we have confirmed it in writing.',
    );
    expect(mayNotSay(facts)[0]).toMatch(/^No plan beyond that/);
  });

  test('is a plan where a person decided it for this customer', () => {
    expect(mayOffer(called({ decided: ['plan'] }), PLAN)[0]).toContain('Up to 4 instalments');
  });

  test('names a consequence only where the step may name it and somebody decided it', () => {
    const both = called({ maySay: ['fee'], decided: ['fee', 'agency'] });
    expect(mayOffer(both, PLAN).at(-1)).toBe(
      'If they ask what comes next: we have decided to add the late payment fee set out in our terms.',
    );
    const not = mayNotSay(both).join('\n');
    expect(not).toContain('No pause of new orders on credit and no legal step: nobody has decided on that.');
    expect(not).toContain('No word of the collection agency, although it was decided');
    expect(not).not.toContain('late fee');
  });

  test('never holds what the step does not allow or nobody decided, whatever the facts', () => {
    const topics = fc.subarray([...TOPICS]);
    const said: Partial<Record<Topic, RegExp>> = {
      plan: /^Up to/m,
      discount: /The discount/,
      fee: /late payment fee/,
      pause_credit: /pause new orders/,
      agency: /collection agency/,
      legal: /legal proceedings/,
    };
    fc.assert(
      fc.property(topics, topics, (maySay, decided) => {
        const plan = maySay.includes('plan') ? { maxInstalments: 4, maxDays: 60 } : null;
        const facts = called({ maySay, decided, plan });
        const [offers, leaveOut] = [mayOffer(facts, PLAN).join('\n'), mayNotSay(facts).join('\n')];
        for (const [topic, pattern] of Object.entries(said) as [Topic, RegExp][]) {
          const step = maySay.includes(topic);
          const person = decided.includes(topic);
          expect(pattern.test(offers)).toBe(topic === 'plan' ? step || person : step && person);
        }
        expect(/No discount/.test(leaveOut)).toBe(!/The discount/.test(offers));
      }),
    );
  });
});

describe('the promise that was broken', () => {
  const promised = (id: string, over: Partial<CaseEvent> = {}, date = '2026-11-20'): CaseEvent => ({
    id,
    customerId: 'c1',
    at: '2026-11-16T19:05:00.000Z',
    by: 'U0BEN',
    source: { channel: 'C1', ts: '1.2', quote: 'they’ll pay 500 by Friday' },
    body: {
      kind: 'outcome',
      outcome: { kind: 'promise', amount: money(50_000, 'USD'), date: date as '2026-11-20', invoices: [] },
      via: 'call',
    },
    ...over,
  });
  const facts = called({ step: 'broken_promise_call', history: BROKEN });
  const found = (events: readonly CaseEvent[]) => brokenPromiseRecord(facts, events)?.id ?? null;

  test('is the newest whose day has gone by, and none that was taken back', () => {
    const newer = promised('e2', { at: '2026-11-17T19:05:00.000Z' });
    const undone: CaseEvent = {
      ...promised('e3'),
      body: { kind: 'undone', eventId: 'e2', reason: null },
    };
    expect(found([newer, promised('e1')])).toBe('e2');
    expect(found([newer, promised('e1'), undone])).toBe('e1');
    expect(found([promised('e1', {}, '2026-11-27')])).toBeNull();
    const { body } = newer;
    if (body.kind !== 'outcome' || body.outcome.kind !== 'promise') throw new Error('no promise');
    const saidBy = { words: 'the receptionist', mayCommit: false };
    const notTheirs = { ...newer, body: { ...body, outcome: { ...body.outcome, saidBy } } };
    expect(found([notTheirs, promised('e1')])).toBe('e1');
    expect(found([])).toBeNull();
  });

  test('is quoted with who noted it and when, where it has words of its own', () => {
    expect(promiseWords(promised('e1'), 'https://slack.example/p1', facts, 'America/New_York')).toEqual({
      quote: 'they’ll pay 500 by Friday',
      by: 'U0BEN',
      on: 'Mon Nov 16',
      link: 'https://slack.example/p1',
    });
    expect(promiseWords(promised('e1', { source: null }), null, facts, 'UTC')).toBeNull();
    expect(promiseWords(null, null, facts, 'UTC')).toBeNull();
  });
});
