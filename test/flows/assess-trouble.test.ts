// Money trouble: assessed by a person, chased not before the day they chose, and as before where they say so.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Assessed } from '../../src/core/assessed.ts';
import { addDays } from '../../src/core/calendar.ts';
import { asItIs, eventWords } from '../../src/core/event-words.ts';
import { assessmentDesk, assessTrouble } from '../../src/flows/assess-trouble.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { BOOKKEEPER, morning, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

const TODAY = '2026-11-24';
let ports: TestPorts;
let acme: string;
const INVOICE = { number: 'INV-1041', due: '2026-10-30', open: 1850 } as const;

const FOUND: Assessed = {
  trouble: 'temporary',
  since: 'Since March',
  helps: 'Half now',
  way: 'wait',
  review: addDays(TODAY, 21),
};

async function say(kind: 'hardship' | 'refused') {
  await ports.store.addEvent({
    customerId: acme,
    at: ports.clock.now(),
    by: BOOKKEEPER,
    source: null,
    body: { kind: 'outcome', outcome: { kind, detail: 'their client went under' }, via: 'email' },
  });
}

const assess = (found: Partial<Assessed> = {}) =>
  assessTrouble(ports, { customerId: acme, found: { ...FOUND, ...found }, by: BOOKKEEPER });

async function verdictOn(day: string) {
  ports.setNow(morning(day as typeof TODAY));
  await owes(ports, 'Acme Robotics Inc', [INVOICE]); // Fresh books: nothing else may hold.
  return (await gatherCustomer(ports, acme))?.verdicts[0];
}

beforeEach(async () => {
  ports = await testPorts('2026-09-01T12:00:00.000Z');
  acme = await owes(ports, 'Acme Robotics Inc', [INVOICE]);
  ports.setNow(morning(TODAY));
});

describe('money trouble', () => {
  test('that nobody assessed is left alone for two weeks', async () => {
    await say('hardship');
    expect(await verdictOn(addDays(TODAY, 13))).toMatchObject({ kind: 'leave', reason: 'hardship' });
    expect(await verdictOn(addDays(TODAY, 14))).toMatchObject({ kind: 'act' });
  });

  test('softens the letters that come after it, until somebody goes on as before', async () => {
    await say('hardship');
    expect(await verdictOn(addDays(TODAY, 14))).toMatchObject({
      step: 'question',
      because: expect.stringContaining('Softly, because they told us of money trouble'),
    });
    ports.passSeconds(60);
    const soft = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    expect(soft).toMatchObject({
      draft: { findings: [], facts: { gentle: true }, authorship: { promptId: 'en/question-softer' } },
    });
    await assess({ way: 'go_on', review: addDays(TODAY, 21) });
    expect(await verdictOn(addDays(TODAY, 20))).toMatchObject({
      because: expect.not.stringContaining('Softly'),
    });
  });

  test('is left alone until the day that was chosen, and comes up again on it, with what was found', async () => {
    await say('hardship');
    ports.passSeconds(60);
    expect(await assess()).toMatchObject({ kind: 'noted', words: expect.stringContaining('Dec 15') });
    expect(await verdictOn(addDays(TODAY, 20))).toMatchObject({ kind: 'leave', reason: 'hardship' });
    const act = await verdictOn(addDays(TODAY, 21));
    expect(act).toMatchObject({ kind: 'act' });
    expect(act?.facts.join(' ')).toMatch(/temporary: .*looked at again on .*Dec 15/);
  });

  test('that a person takes no account of holds nobody', async () => {
    await say('hardship');
    ports.passSeconds(60);
    await assess({ way: 'go_on' });
    // They spoke with us a week ago, which is the only thing that held.
    expect(await verdictOn(addDays(TODAY, 8))).toMatchObject({ kind: 'act' });
  });

  test('that is told of anew begins anew', async () => {
    await say('hardship');
    ports.passSeconds(60);
    await assess({ way: 'go_on' });
    ports.setNow(morning(addDays(TODAY, 3)));
    await say('hardship');
    expect(await verdictOn(addDays(TODAY, 4))).toMatchObject({ kind: 'leave', reason: 'hardship' });
  });

  test.each([
    ['today', 0],
    ['in half a year', 180],
  ])('is not looked at again %s', async (_, days) => {
    await say('hardship');
    expect(await assess({ review: addDays(TODAY, days) })).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('within 120 days'),
    });
  });

  test('that nobody told us of is not assessed', async () => {
    await say('refused');
    expect(await assess()).toMatchObject({ kind: 'refused', because: expect.stringContaining('Nothing') });
  });

  test('stands in the history in words', async () => {
    await say('hardship');
    await assess();
    const [event] = (await ports.store.customerLedger(acme))?.events.slice(-1) ?? [];
    if (!event) throw new Error('nothing recorded');
    expect(eventWords(event.body, { today: TODAY, locale: 'en-US' }, asItIs)).toBe(
      'Money trouble, temporary: a gap that will close; since: Since March; would help: Half now. Decided: give them time, and to look again on Tue Dec 15',
    );
  });
});

describe('what their history speaks for', () => {
  const wayFor = async (trouble: Assessed['trouble']) => {
    const desk = await assessmentDesk(ports, acme);
    if (desk.kind === 'refused') throw new Error(desk.because);
    return desk.suggestions.find((one) => one.trouble === trouble);
  };

  test('is a plan for a gap that will close, and a talk for what comes again', async () => {
    expect(await wayFor('temporary')).toMatchObject({ way: 'plan' });
    expect(await wayFor('recurring')).toMatchObject({ way: 'talk' });
    expect(await wayFor('not_clear')).toMatchObject({ way: 'wait' });
  });

  test('is a talk, with the count, where promises were broken', async () => {
    for (const [said, date] of [
      ['2026-11-02', '2026-11-04'],
      ['2026-11-09', '2026-11-11'],
    ] as const) {
      await ports.store.addEvent({
        customerId: acme,
        at: morning(said),
        by: BOOKKEEPER,
        source: null,
        body: {
          kind: 'outcome',
          outcome: { kind: 'promise', amount: 'full', date, invoices: [] },
          via: 'call',
        },
      });
    }
    expect(await wayFor('temporary')).toMatchObject({
      way: 'talk',
      because: expect.stringContaining('They kept 0 of 2 promises'),
    });
  });
});
