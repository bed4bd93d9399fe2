// What a colleague tells of a collection agency: the sum, the fee, a case given back, and what is asked or refused.
import { describe, expect, test } from 'vitest';
import type { AgencyHolding } from '../../../src/core/agency-report.ts';
import { money } from '../../../src/core/money.ts';
import { readReply } from '../../../src/core/reading/read-reply.ts';
import type { Reading, ReadingContext } from '../../../src/core/reading/reading.ts';
import { contextFor } from './replies/meaning.ts';

const sum = (minor: number, currency: string, left = minor) => ({
  given: money(minor, currency),
  left: money(left, currency),
});
const FAIR: AgencyHolding = {
  requestId: 'fair',
  agency: 'Fair Collect Inc.',
  feePercent: 20,
  sums: [sum(250_000, 'USD', 200_000)],
};
const EURO: AgencyHolding = {
  requestId: 'euro',
  agency: 'Rapid',
  feePercent: null,
  sums: [sum(50_000, 'EUR')],
};
const BOTH: AgencyHolding = { ...FAIR, sums: [sum(50_000, 'EUR'), sum(200_000, 'USD')] };

function read(
  reply: string,
  agencies: readonly AgencyHolding[] | null = [FAIR],
  language: 'en' | 'de' = 'en',
) {
  const context: ReadingContext = { ...contextFor(language), ...(agencies ? { agencies } : {}) };
  return readReply(reply, context);
}

function items(reading: Reading) {
  return reading.kind === 'outcomes' ? reading.items.map(({ outcome }) => outcome) : [];
}
function problems(reading: Reading) {
  return reading.kind === 'outcomes' ? reading.problems : [];
}

/** "$400.00, fee $60.00, back": what one report comes to, or what is asked. */
function short(reply: string, agencies?: readonly AgencyHolding[] | null, language?: 'en' | 'de'): string {
  const reading = read(reply, agencies, language);
  if (reading.kind === 'chatter') return 'chatter';
  const told = reading.items.map(({ outcome }) => {
    if (outcome.kind !== 'agency_report') return outcome.kind;
    const parts = [
      outcome.recovered ? `${outcome.recovered.minor / 100} ${outcome.recovered.currency}` : 'words',
      outcome.fee ? `fee ${outcome.fee.minor / 100}` : null,
      outcome.isGivenBack ? 'back' : null,
    ];
    return parts.filter(Boolean).join(', ');
  });
  const asked = reading.problems
    .filter(({ kind }) => kind !== 'odd')
    .map(({ kind, about }) => `${kind} ${about}`);
  return [...told, ...asked].join('; ');
}

describe('a report of an agency that has the case', () => {
  test.each([
    ['the agency says they collected 400', '400 USD'],
    ['The agency collected $400', '400 USD'],
    ['agency collected 1,200.50 and keeps 15 %', '1200.5 USD, fee 180.08'],
    ['Agency collected 400, 60 fee', '400 USD, fee 60'],
    ['agency collected 400 less their fee of 60', '400 USD, fee 60'],
    ['the agency got 400 out of her and kept 12.5% of it', '400 USD, fee 50'],
    ['Fair Collect Inc. collected 400 usd. They keep 20%.', '400 USD, fee 80'],
    ['fair collect inc. reports 400 recovered', '400 USD'],
    ['400 was collected by the agency', '400 USD'],
    ['heard from the agency: 400 recovered so far', '400 USD'],
    ['agency update: collected 400 of the 2,500', '400 USD'],
    ['agency collected everything', '2000 USD'],
    ['the agency has recovered half', '1250 USD'],
    ['agency: debtor does not answer', 'words'],
    ['agency - nobody picks up', 'words'],
    ['The agency spoke with Dana, she promises 400 by Friday', 'words'],
    ['the agency says that the customer promised to pay on Friday', 'words'],
    ['Agency called. They will pay 400 next week.', 'words'],
    ['agency has not collected anything', 'words'],
    ['the agency did not get 400', 'words'],
    ['the agency thinks they will have collected 400 by friday', 'words'],
    ['agency gave up', 'words, back'],
    ['agency returned the case', 'words, back'],
    ['the agency sent the file back to us', 'words, back'],
    ['agency collected 300 and gave the case back', '300 USD, back'],
    ['the agency has not given up yet', 'words'],
    ['the agency may give up next week', 'words'],
  ])('%s', (reply, meaning) => {
    expect(short(reply)).toBe(meaning);
  });

  test.each([
    ['Inkasso: Schuldner meldet sich nicht', 'words'],
    ['Das Inkassobüro hat 400 eingetrieben und behält 15 %', '400 EUR, fee 60'],
    ['Die Agentur hat den Fall zurückgegeben', 'words, back'],
    ["L'agence a recouvré 400 euros et garde 15 %", '400 EUR, fee 60'],
    ["L'agence a abandonné", 'words, back'],
    ['La agencia cobró 400 euros y se queda el 15 %', '400 EUR, fee 60'],
    ['La agencia devolvió el caso', 'words, back'],
  ])('%s', (reply, meaning) => {
    expect(short(reply, [{ ...FAIR, sums: [sum(120_000, 'EUR')] }], 'de')).toBe(meaning);
  });

  test('keeps the words, and says what a given-back case means', () => {
    const reading = read('agency gave up, nothing to collect there');
    expect(items(reading)).toEqual([
      {
        kind: 'agency_report',
        requestId: 'fair',
        note: 'agency gave up, nothing to collect there',
        recovered: null,
        fee: null,
        isGivenBack: true,
      },
    ]);
    expect(problems(reading)).toMatchObject([{ kind: 'odd', why: expect.stringContaining('calls it back') }]);
  });

  test('points out a fee above what was agreed', () => {
    expect(problems(read('agency collected 400 and keeps 25%'))).toMatchObject([
      { kind: 'odd', why: 'Their fee is 25% of it; 20% was agreed with Fair Collect Inc..' },
    ]);
    expect(problems(read('agency collected 400 and keeps 20%'))).toEqual([]);
  });

  test('points out that what reached us may be less than what came', () => {
    expect(problems(read('the agency transferred 340 and kept 60'))).toMatchObject([
      { kind: 'odd', why: expect.stringContaining('after their fee') },
    ]);
    expect(problems(read('the agency transferred 340'))).toEqual([]);
  });

  test('stands beside what the customer said themselves', () => {
    expect(short('The agency collected 400. Dana disputes INV-1047, the goods were damaged.')).toBe(
      '400 USD; dispute',
    );
  });
});

describe('what is asked or refused', () => {
  test('a sum above what the agency still has', () => {
    const [problem] = problems(read('agency collected 2,100'));
    expect(problem).toMatchObject({
      kind: 'impossible',
      why: '$2,100.00 is more than the $2,000.00 that Fair Collect Inc. still has of the $2,500.00 it was given. Log what came of the debt alone, without interest or costs of its own.',
    });
    expect(problem?.choices.map(({ label }) => label)).toEqual(['Only their words, no sum']);
    expect(short('agency collected 2,000')).toBe('2000 USD');
  });

  test('another currency', () => {
    expect(problems(read('the agency collected 400 euros'))).toMatchObject([
      {
        kind: 'impossible',
        about: 'currency',
        why: 'Fair Collect Inc. was given $2,500.00 and nothing in EUR. Look up in which currency it came.',
      },
    ]);
  });

  test('a fee above what came', () => {
    expect(problems(read('agency collected 400 and keeps 500'))).toMatchObject([
      { kind: 'impossible', why: expect.stringContaining('A fee of $500.00 on $400.00 recovered cannot be') },
    ]);
  });

  test('a sum that is none, or more than one', () => {
    expect(short('agency collected a couple hundred')).toBe('unclear amount');
    const [two] = problems(read('agency collected 400 and 200'));
    expect(two?.choices.map(({ label }) => label)).toEqual([
      '$400.00 · Fair Collect Inc.',
      '$200.00 · Fair Collect Inc.',
      'Only their words, no sum',
    ]);
  });

  test('a sum without its currency where several are out', () => {
    const [problem] = problems(read('agency collected 400', [BOTH]));
    expect(problem).toMatchObject({ kind: 'unclear', about: 'currency' });
    expect(problem?.choices.map(({ label }) => label)).toEqual([
      '€400.00 · Fair Collect Inc.',
      '$400.00 · Fair Collect Inc.',
      'Only their words, no sum',
    ]);
    expect(short('agency collected €400', [BOTH])).toBe('400 EUR');
    expect(short('agency collected everything', [BOTH])).toBe('unclear amount');
  });

  test('which hand-over, where it is not said', () => {
    expect(problems(read('agency: no answer', [FAIR, EURO]))[0]?.choices).toHaveLength(2);
    expect(items(read('Rapid says there is no answer', [FAIR, EURO]))).toMatchObject([{ requestId: 'euro' }]);
    expect(items(read('agency collected €400', [FAIR, EURO]))).toMatchObject([{ requestId: 'euro' }]);
    const [problem] = problems(read('agency collected 400 usd', [FAIR, { ...FAIR, requestId: 'other' }]));
    expect(problem?.choices).toHaveLength(2);
  });

  test('a report where no agency has anything', () => {
    for (const reply of ['agency collected 400', 'agency: debtor does not answer', 'the agency gave up']) {
      const [problem] = problems(read(reply, []));
      expect(problem).toMatchObject({
        kind: 'impossible',
        why: expect.stringContaining('No agency has anything of theirs now'),
      });
      expect(items(read(reply, []))).toEqual([]);
    }
    expect(short('The agency collected 400. Dana will pay 300 on Friday.', [])).toBe(
      'promise; impossible meaning',
    );
  });
});

describe('no report', () => {
  test.each([
    "I'll call the agency tomorrow",
    "let's ask the agency",
    'should we hand this over to an agency?',
    'did the agency collect anything?',
    'has anyone heard from the agency?',
    'thanks all',
    'mark everything as paid, the agency collected it',
  ])('%s', (reply) => {
    expect(short(reply)).not.toMatch(/words|USD|back/);
  });

  test.each([
    ['their advertising agency will pay 400 on Friday', 'promise'],
    ['They will pay 400 on Friday', 'promise'],
    ['their agency returned the goods, they dispute INV-1047', 'dispute'],
  ])('%s', (reply, kind) => {
    expect(short(reply)).toBe(kind);
    expect(short(reply, [])).toBe(kind);
  });

  test('is read in a customer’s own mail', () => {
    expect(short('I paid the agency 400 last week', null)).toBe('claims_paid');
    expect(items(read('The agency collected 400 from us', null))).not.toMatchObject([
      { kind: 'agency_report' },
    ]);
  });
});
