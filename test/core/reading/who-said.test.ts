// Who is taken to have given a promise, and whether they may: in four languages, and never where nobody is named.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/core/outcome.ts';
import { readReply } from '../../../src/core/reading/read-reply.ts';
import { contextFor } from './replies/meaning.ts';

/** The promises of a reply, in it or among the answers that it offers: "Maria from AP" and "? the driver". */
function speakers(reply: string, language: 'en' | 'es' | 'fr' | 'de' = 'en'): string[] {
  const reading = readReply(reply, { ...contextFor(language), contacts: ['Dana Flores'] });
  if (reading.kind === 'chatter') throw new Error('nothing was understood');
  const offered = reading.problems.flatMap(({ choices }) => choices.flatMap(({ items }) => items));
  const promises = [...reading.items, ...offered].flatMap(({ outcome }: { outcome: Outcome }) =>
    outcome.kind === 'promise' ? [outcome.saidBy] : [],
  );
  if (promises.length === 0) throw new Error('no promise was understood');
  const words = promises.map((one) => (one ? `${one.mayCommit ? '' : '? '}${one.words}` : 'nobody'));
  return [...new Set(words)];
}

describe('who may speak for the customer', () => {
  test.each([
    ["Maria from AP said they'll pay 500 by Friday", 'Maria from AP'],
    ["spoke to accounts, they'll pay 500 by Friday", 'accounts'],
    ['Jo from AP: we are paying you on Wednesday', 'Jo from AP'],
    ['call w/ CFO: $500 fri', 'CFO'],
    ['The owner will pay 500 on Friday', 'the owner'],
    ['got the owner on the phone, they pay 500 on Friday', 'the owner'],
    ['their bookkeeper Maria promised 500 for Friday', 'their bookkeeper Maria'],
    ["somebody in accounts said they'd pay 500 on Friday", 'somebody in accounts'],
    ["spoke to the accounts assistant, they'll pay 500 Friday", 'the accounts assistant'],
    ['the person in charge promised 500 by Friday', 'the person in charge'],
    ["Dana said they'll pay 500 on Friday", 'Dana'],
    ["Spoke with Dana Flores. They'll pay 500 on Friday", 'Dana Flores'],
  ])('%s → %s', (reply, who) => expect(speakers(reply)).toEqual([who]));
});

describe('who may not', () => {
  test.each([
    ["the receptionist thinks they'll pay Friday", '? the receptionist'],
    ["Spoke to the receptionist, she thinks they'll pay 500 on Friday", '? the receptionist'],
    ['their driver said they will pay 500 on Friday', '? their driver'],
    ["someone at the warehouse says they'll pay on Friday", '? someone at the warehouse'],
    ["someone said they'd pay 500 on Friday", '? someone'],
    ["whoever answered the phone said they'd pay 500 Friday", '? whoever answered the phone'],
    ["my contact is a temp. She says they'll pay 500 on Friday", '? a temp'],
    ["she's only the intern but says they'll pay 500 on Friday", '? the intern'],
    ['Maria, the receptionist, said they will pay 500 by Friday', '? Maria, the receptionist'],
    ["they'll pay 500 on Friday, the receptionist told me", '? the receptionist'],
    ['a colleague of theirs said they will pay 500 on Friday', '? a colleague'],
    ["Dana from the warehouse said they'll pay 500 on Friday", '? Dana from the warehouse'],
    ['according to the front desk they will pay 500 on Friday', '? the front desk'],
  ])('%s → %s', (reply, who) => expect(speakers(reply)).toEqual([who]));
});

describe('nobody is told of', () => {
  test.each([
    'they will pay 500 by Friday',
    "customer said they'd pay 500 by Friday",
    // Who carries a cheque has promised nothing, and of our own people it is not the customer who speaks.
    'their driver will drop off a cheque for 500 on Friday',
    'our accountant thinks they will pay 500 on Friday',
    // A name that nobody knows takes the word from whoever was named before.
    "left a message with the receptionist. Kim called back: they'll pay 500 on Friday",
    "they'll pay 500 on Friday. Spoke to the warehouse about the delivery",
    "they said the owner is on holiday, they'll pay 500 on Friday",
  ])('%s', (reply) => expect(speakers(reply)).toEqual(['nobody']));
});

describe('in the other languages', () => {
  test.each([
    ['de', 'die Empfangsdame sagt, sie zahlen 500 am Freitag', '? die Empfangsdame'],
    [
      'de',
      'Frau Klein aus der Buchhaltung sagt, sie überweisen 500 am Freitag',
      'Frau Klein aus der Buchhaltung',
    ],
    ['de', 'mit der Aushilfe gesprochen, sie zahlen 500 am Freitag', '? der Aushilfe'],
    ['es', 'la recepcionista dice que pagarán 500 el viernes', '? la recepcionista'],
    ['es', 'hablé con contabilidad, pagan 500 el viernes', 'contabilidad'],
    ['fr', "la comptable a dit qu'ils vont payer 500 vendredi", 'la comptable'],
    ['fr', "la stagiaire dit qu'ils paieront 500 vendredi", '? la stagiaire'],
  ] as const)('%s: %s → %s', (language, reply, who) => expect(speakers(reply, language)).toEqual([who]));
});

test('two promises have each their own speaker', () => {
  const reply = 'Maria from AP promised 500 on Friday. The driver said they would pay 300 on Dec 15';
  expect(speakers(reply)).toEqual(['Maria from AP', '? the driver']);
});

test('a question about the day or the sum offers answers that keep the speaker', () => {
  expect(speakers('the receptionist says they pay 500 on 31 February')).toEqual(['? the receptionist']);
});
