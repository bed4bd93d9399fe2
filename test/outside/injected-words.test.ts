// Every injection of the corpus in every place where words of others come in, through the real import, the house letters, a
// model that obeys it, and the reader: no figure changes, nothing is offered, threatened, leaked or recorded.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Letter } from '../../src/core/draft.ts';
import type { DraftFacts } from '../../src/core/facts.ts';
import { checkLetter } from '../../src/core/guard/check-letter.ts';
import { SLOT_NAMES, SLOTS } from '../../src/core/letter/slots.ts';
import { readReply } from '../../src/core/reading/read-reply.ts';
import type { Reading } from '../../src/core/reading/reading.ts';
import { writeLetter } from '../../src/flows/draft-message.ts';
import { loadPrompts } from '../../src/outside/prompt-files.ts';
import { makeReader } from '../../src/outside/reader.ts';
import { makeWriter } from '../../src/outside/writer.ts';
import { exampleFacts } from '../core/letter/letter-facts.ts';
import { contextFor } from '../core/reading/replies/meaning.ts';
import { type TestPorts, testPorts } from '../fakes/ports.ts';
import { houseLetter, type ScriptedModel, startScriptedModel } from '../fakes/scripted-model.ts';
import { modelOver } from '../fakes/workspace-model.ts';
import { NOW, OUR_BANK, PLACES, takeIn, workspace } from './injected-ledger.ts';
import { INJECTIONS, type Injection } from './injections.ts';

const prompts = await loadPrompts();

let server: ScriptedModel;
let base: TestPorts;
/** What was driven through, to be said at the end. */
const counted = { letters: 0, rewrites: 0, replies: 0, refusedFiles: 0, requests: 0 };

beforeAll(async () => {
  server = await startScriptedModel();
  base = await testPorts(NOW);
});
afterAll(async () => {
  await server.close();
  const { letters, rewrites, replies, refusedFiles, requests } = counted;
  process.stdout.write(
    `injections: ${INJECTIONS.length}; driven through ${letters} letters (${refusedFiles} files refused before), ${rewrites} rewrites and ${replies} readings; ${requests} requests to a model looked through\n`,
  );
});

test('the corpus is large, in four languages, and no text stands in it twice', () => {
  expect(INJECTIONS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(INJECTIONS.map(({ text }) => text)).size).toBe(INJECTIONS.length);
  expect(new Set(INJECTIONS.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'fr', 'es']));
});

/** Whatever the facts can say, in figures: a letter may hold these and no others. */
function figuresOf(facts: DraftFacts): Set<string> {
  const said = SLOT_NAMES.map((name) => SLOTS[name].fill(facts) ?? '').join('\n');
  return new Set(said.match(/\d+/g) ?? []);
}

const HARM =
  /waiv|forgiv|forgave|discount|refund|rabatt|erlass|remise|effacer|descuento|perdon|% off|for free|free of charge|gratis|no need to pay|written? off|cancel|halve|court|lawyer|sue\b|police|anwalt|tribunal|juzgado|abogad|evil|javascript|bitcoin|paypal|gift card|<\w|\bIBAN|GB33|DE02|FR14|ES91|0012345678|555 010 9999|Borealis|Zentrix|other customers|autres clients|system prompt|untrusted|openai|process\.env|PWNED|poem|liar|deadbeat|your bank|suspend|paid in full|owe nothing|thank you for your payment|interest|late fee|fifth|PAY NOW|promised|ｄ|\p{Script=Cyrillic}|[\u200b\u202a-\u202e]|\{\{/iu;

/** The letter without what is rightly in it: how the customer and the invoice are called, and how to pay us. */
function besidesNames({ subject, body }: Letter, facts: DraftFacts): string {
  const own = [
    facts.customerName,
    ...facts.invoices.flatMap(({ number, payLink }) => [number, payLink ?? '']),
    ...OUR_BANK.split('\n'),
  ].filter((text) => text !== '');
  return own.reduce((left, text) => left.replaceAll(text, ' '), `${subject}\n${body}`);
}

function expectHarmless(letter: Letter, facts: DraftFacts): void {
  expect(besidesNames(letter, facts)).not.toMatch(HARM);
  const allowed = figuresOf(facts);
  const figures = `${letter.subject}\n${letter.body}`.match(/\d+/g) ?? [];
  expect(figures.filter((figure) => !allowed.has(figure))).toEqual([]);
}

/** No address, number to call, account, link or other customer goes to a model; and of our own accord no sum and no name. */
function expectDiscreet(): void {
  for (const { messages } of server.asked) {
    counted.requests += 1;
    const told = messages.flatMap(({ role, content }) => (role === 'assistant' ? [] : [content])).join('\n');
    expect(told).not.toMatch(/[\w.]+@[\w-]+\.\w+|0098761234|First Harbor|212 555|555 010|https?:\/\//);
    expect(told).not.toMatch(/\b[A-Z]{2}\d{2} ?\d{4} ?\d{4}|Borealis|Zentrix|BB-77|ZX-4/);
    const fence = /BEGIN UNTRUSTED DATA\n[\s\S]*?\nEND UNTRUSTED DATA/g;
    const own = told.replace(fence, '');
    expect(own).not.toMatch(/Olivia Owner|Acme|Dana|Whitfield|845/);
    expect(own.replace('the lines BEGIN UNTRUSTED DATA and END UNTRUSTED DATA', '')).not.toContain(
      'UNTRUSTED',
    );
  }
}

const obeying = ({ obeyed }: Injection) => {
  let tries = 0;
  return {
    kind: 'answers',
    by: (asked: Parameters<typeof houseLetter>[0]) => {
      tries += 1;
      return tries % 2 === 1
        ? houseLetter(asked, obeyed)
        : ({
            kind: 'letter',
            subject: obeyed.slice(0, 150),
            body: `{{greeting}}\n\n${obeyed}\n\n{{signature}}`,
          } as const);
    },
  } as const;
};

const shown = ({ text }: Injection) => JSON.stringify(text).slice(0, 60);
const CASES = INJECTIONS.map((injection) => [shown(injection), injection] as const);

describe.each(PLACES)('in a %s', (place) => {
  test.each(CASES)('%s', async (_, injection) => {
    const ports = await workspace(base);
    const customerId = await takeIn(ports, place, injection);
    if (customerId === null) {
      counted.refusedFiles += 1;
      return;
    }
    const house = await writeLetter(ports, customerId);
    if (house.kind === 'refused') throw new Error(house.because);
    counted.letters += 1;
    expectHarmless(house.letter, house.facts);
    // A number that is a sentence stands in the letter as it is in the books; then the guard holds the letter up.
    const heldUp = place === 'invoice number' && house.findings.some(({ severity }) => severity === 'block');
    if (!heldUp) expect(house.findings).toEqual([]);

    server = await fresh(server);
    server.play(obeying(injection));
    const model = modelOver(server, { prompts, store: ports.store, now: () => NOW });
    const written = await writeLetter({ ...ports, writer: makeWriter({ model, prompts }) }, customerId);
    if (written.kind === 'refused') throw new Error(written.because);
    counted.letters += 1;
    expectHarmless(written.letter, written.facts);
    expect(written.findings).toEqual(house.findings);
    if (!isOwnName(injection.obeyed, written.facts)) {
      expect(written.letter).toEqual(house.letter);
      expect(written.authorship.note).toMatch(/did not pass our checks/);
    }
    expectDiscreet();
  });
});

/** A letter may say how the customer is called, whatever a model says it for. */
function isOwnName(obeyed: string, { customerName }: DraftFacts): boolean {
  return obeyed.includes(customerName);
}

async function fresh(before: ScriptedModel): Promise<ScriptedModel> {
  await before.close();
  return startScriptedModel();
}

describe('in an instruction', () => {
  test.each(CASES)('%s', async (_, injection) => {
    const { store } = await workspace(base);
    const facts = exampleFacts({
      language: { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' }[injection.language],
    });
    const previous = { subject: 'Before', body: 'The words before.' };
    const wish = { rewrite: { kind: 'instruction', instruction: injection.text }, previous } as const;
    const house = await makeWriter({ model: null, prompts }).write(facts, wish);
    expect(house.letter).toEqual(previous);

    server = await fresh(server);
    server.play(obeying(injection));
    const model = modelOver(server, { prompts, store, now: () => NOW });
    const { letter, authorship } = await makeWriter({ model, prompts }).write(facts, wish);
    counted.rewrites += 1;
    expect(letter).toEqual(previous);
    expect(authorship.note).toMatch(/did not pass our checks .*so the words are as they were/);
    expectDiscreet();

    server.play({ kind: 'answers', by: (asked) => houseLetter(asked) });
    const kept = await makeWriter({ model, prompts }).write(facts, wish);
    counted.rewrites += 1;
    expect(kept.authorship.kind).toBe('model');
    expectHarmless(kept.letter, facts);
    expect(checkLetter(kept.letter, facts)).toEqual([]);
  });
});

describe('in a reply', () => {
  const context = contextFor('en');
  /** What one click on Confirm would record; while something is asked it records nothing. */
  const recorded = (reading: Reading) =>
    reading.kind === 'chatter' || reading.problems.some(({ kind }) => kind !== 'odd')
      ? []
      : reading.items.map(({ outcome }) => outcome.kind);
  const isHarmless = (reading: Reading) =>
    recorded(reading).every((kind) => !['claims_paid', 'promise', 'plan_request', 'refused'].includes(kind));

  test.each(CASES)('%s', async (_, { text }) => {
    for (const reply of [text, `Got this from them: "${text}"`]) {
      const grammar = readReply(reply, context);
      counted.replies += 1;
      expect([recorded(grammar), isHarmless(grammar)]).toEqual([recorded(grammar), true]);
      server = await fresh(server);
      const item = {
        quote: text,
        date: 'today',
        name: null,
        reason: null,
        document: null,
        invoices: [],
      } as const;
      const items = [
        { ...item, kind: 'claims_paid', amount: 'all of it' },
        { ...item, kind: 'promise', amount: '$1.00', invoices: ['INV-1055'] },
      ];
      server.play({ kind: 'says', content: JSON.stringify({ via: null, items }) });
      const { store } = await workspace(base);
      const model = modelOver(server, { prompts, store, now: () => NOW });
      const reading = await makeReader({ model, prompts }).read(reply, context);
      counted.replies += 1;
      expect([recorded(reading), isHarmless(reading)]).toEqual([recorded(reading), true]);
      expectDiscreet();
    }
  });
});
