// A reply that its author changes or deletes: the card is read anew, and a record follows only when a person says so.
import { beforeEach, describe, expect, test } from 'vitest';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { openCase } from '../../src/flows/keep-case.ts';
import { logMessage } from '../../src/flows/log-message.ts';
import { readReply } from '../../src/flows/read-reply.ts';
import { confirmReading, dismissReading, undoReading } from '../../src/flows/record-outcome.ts';
import { rewordReply, settleRewording } from '../../src/flows/reword-reply.ts';
import type { MessageRef, PendingReading } from '../../src/ports/records.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

const TS = '1764000000.000001';
const FIRST = '1764000100.000001';
const SECOND = '1764000200.000001';

let ports: TestPorts;
let acme: string;
let thread: MessageRef;

beforeEach(async () => {
  ports = await testPorts(morning('2026-11-24'));
  acme = await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
  const opened = await openCase(ports, acme);
  if (opened.kind !== 'open') throw new Error(opened.because);
  thread = opened.card;
});

const reply = (text: string) => readReply(ports, { thread, ts: TS, text, author: BOOKKEEPER });
const change = (text: string | null, editedTs = FIRST, isQuestion = false) =>
  rewordReply(ports, { thread, ts: TS, editedTs, text, author: BOOKKEEPER, isQuestion });
const current = async (): Promise<PendingReading> => {
  const found = await ports.store.readingOf({ channel: thread.channel, ts: TS });
  if (!found) throw new Error('nothing was read');
  return found;
};
const confirm = async () =>
  confirmReading(ports, {
    readingId: (await current()).id,
    by: OWNER,
    choice: null,
    words: (await current()).editedTs,
  });
const settle = async (to: 'kept' | 'confirmed' | 'asked' | 'undone', editedTs = FIRST) =>
  settleRewording(ports, { readingId: (await current()).id, editedTs, to, by: OWNER });
const events = async () => (await gatherCustomer(ports, acme))?.ledger.events ?? [];
const kinds = async () => (await events()).map(({ body }) => body.kind);
const cards = () => ports.said.filter(({ what }) => what === 'postReading').length;
const redrawn = () => ports.said.filter(({ what }) => what === 'updateReading').length;

describe('a reply that is changed before anybody confirmed', () => {
  test('is read anew on the same card', async () => {
    await reply("they'll pay 500 by Friday");
    expect(await change("they'll pay 700 by Monday")).toMatchObject({ kind: 'asked' });
    expect(await current()).toMatchObject({
      state: 'asked',
      source: { quote: "they'll pay 700 by Monday" },
      reading: { items: [{ outcome: { amount: { minor: 70_000 }, date: '2026-11-30' } }] },
    });
    expect([cards(), redrawn()]).toEqual([1, 1]);
    await confirm();
    expect(await events()).toMatchObject([
      { source: { quote: "they'll pay 700 by Monday" }, body: { outcome: { kind: 'promise' } } },
    ]);
  });

  test('gets a card where it said nothing before, and keeps in mind what came later', async () => {
    expect(await reply('thanks Ben, nice one')).toEqual({ kind: 'chatter' });
    expect(await change("they'll pay 500 by Friday", SECOND)).toMatchObject({ kind: 'asked' });
    expect(await change("they'll pay 300 by Friday", FIRST)).toEqual({ kind: 'unchanged' });
    expect(cards()).toBe(1);
    expect(await current()).toMatchObject({ source: { quote: "they'll pay 500 by Friday" } });
  });

  test('is withdrawn where it says nothing any more, and asked again where it does', async () => {
    await reply("they'll pay 500 by Friday");
    expect(await change('thanks Ben, nice one')).toMatchObject({ kind: 'withdrawn' });
    expect((await confirm()).kind).toBe('refused');
    expect(await change('LVM', SECOND)).toMatchObject({ kind: 'asked' });
    expect((await confirm()).kind).toBe('recorded');
    expect(cards()).toBe(1);
  });

  test('is withdrawn where it became a question, which is answered and not recorded', async () => {
    await reply("they'll pay 500 by Friday");
    expect(await change('@tightrope what did they promise?', FIRST, true)).toMatchObject({
      kind: 'withdrawn',
    });
  });

  test('is withdrawn where it is deleted, and stays so', async () => {
    await reply("they'll pay 500 by Friday");
    expect(await change(null)).toMatchObject({ kind: 'withdrawn' });
    expect(await current()).toMatchObject({ state: 'withdrawn', rewording: { quote: null } });
    expect(await change(null)).toEqual({ kind: 'unchanged' });
    expect((await confirm()).kind).toBe('refused');
    expect(await events()).toEqual([]);
  });

  test('cannot be confirmed by whoever saw the words before', async () => {
    await reply("they'll pay 500 by Friday");
    await change("they'll pay 700 by Monday");
    const { id } = await current();
    for (const late of [
      await confirmReading(ports, { readingId: id, by: OWNER, choice: null, words: null }),
      await dismissReading(ports, { readingId: id, by: OWNER, words: null }),
    ]) {
      expect(late).toMatchObject({ kind: 'refused', because: expect.stringContaining('changed') });
    }
    expect(await current()).toMatchObject({ state: 'asked' });
  });

  test('deleted while it is being read is never asked about', async () => {
    const { slow, release } = heldReader();
    const words = { thread, ts: TS, text: "they'll pay 500 by Friday", author: BOOKKEEPER };
    const reading = readReply(slow, words);
    await change(null);
    release();
    await reading;
    expect(cards()).toBe(0);
  });

  test('changed while it is being read ends with the newer words', async () => {
    const { slow, release } = heldReader();
    const words = { thread, ts: TS, editedTs: FIRST, text: "they'll pay 700 by Monday", author: BOOKKEEPER };
    const edit = rewordReply(slow, { ...words, isQuestion: false });
    await reply("they'll pay 500 by Friday");
    release();
    await edit;
    expect(await current()).toMatchObject({
      source: { quote: "they'll pay 700 by Monday" },
      editedTs: FIRST,
    });
    expect(cards()).toBe(1);
  });
});

/** A reader that answers only when it is let go, as a slow model does. */
function heldReader() {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const read: typeof ports.reader.read = async (...args) => {
    await held;
    return ports.reader.read(...args);
  };
  return { slow: { ...ports, reader: { read } }, release };
}

describe('a reply that is changed after it was recorded', () => {
  beforeEach(async () => {
    await reply("they'll pay 500 by Friday");
    await confirm();
  });

  test('asks whether the record follows, and with a person’s word it does; both stay in the history', async () => {
    expect(await change("they'll pay 700 by Monday")).toMatchObject({ kind: 'questioned' });
    expect(await kinds()).toEqual(['outcome']);
    expect(await settle('confirmed')).toMatchObject({ kind: 'recorded' });
    expect((await events()).map(({ body, source }) => [body.kind, source?.quote])).toEqual([
      ['outcome', "they'll pay 500 by Friday"],
      ['undone', "they'll pay 500 by Friday"],
      ['outcome', "they'll pay 700 by Monday"],
    ]);
    expect((await gatherCustomer(ports, acme))?.verdicts).toMatchObject([
      { kind: 'leave', reason: 'promised' },
    ]);
    expect(await settle('confirmed')).toMatchObject({ kind: 'refused' });
  });

  test('leaves the record where a person says so', async () => {
    await change("they'll pay 700 by Monday");
    expect(await settle('kept')).toMatchObject({ kind: 'recorded' });
    expect(await kinds()).toEqual(['outcome']);
    expect(await change("they'll pay 700 by Monday")).toEqual({ kind: 'unchanged' });
    expect(await current()).toMatchObject({ state: 'confirmed', decidedBy: OWNER, rewording: null });
  });

  test('asks nothing for a slip that changes no meaning, nor once the words are as they were', async () => {
    const drawn = redrawn();
    expect(await change('they will pay 500 by Friday.')).toEqual({ kind: 'unchanged' });
    expect(redrawn()).toBe(drawn);
    await change("they'll pay 700 by Monday", SECOND);
    await change("they'll pay 500 by Friday", '1764000300.000001');
    expect(await current()).toMatchObject({ rewording: null });
    expect(redrawn()).toBe(drawn + 2);
  });

  test('decides nothing by words that were changed again', async () => {
    await change("they'll pay 700 by Monday");
    await change("they'll pay 800 by Monday", SECOND);
    expect(await settle('confirmed', FIRST)).toMatchObject({ because: expect.stringContaining('changed') });
    await settle('confirmed', SECOND);
    expect((await events()).at(-1)).toMatchObject({ body: { outcome: { amount: { minor: 80_000 } } } });
  });

  test('that is not clear now is taken back and asked about, not recorded', async () => {
    await change('they will pay 500 on 31 February');
    expect(await settle('confirmed')).toMatchObject({ kind: 'refused' });
    expect(await settle('asked')).toMatchObject({ kind: 'recorded' });
    expect(await kinds()).toEqual(['outcome', 'undone']);
    expect(await current()).toMatchObject({
      state: 'asked',
      reading: { problems: [{ kind: 'impossible' }] },
    });
  });

  test('and deleted asks whether to take it back', async () => {
    expect(await change(null)).toMatchObject({ kind: 'questioned' });
    await settle('undone');
    expect(await kinds()).toEqual(['outcome', 'undone']);
    expect((await gatherCustomer(ports, acme))?.verdicts).toMatchObject([{ kind: 'act' }]);
  });

  test('is asked about anew once it was taken back', async () => {
    await undoReading(ports, { readingId: (await current()).id, by: OWNER });
    expect(await change('They will pay 500 by Friday')).toEqual({ kind: 'unchanged' });
    expect(await change("they'll pay 700 by Monday", SECOND)).toMatchObject({ kind: 'asked' });
    await confirm();
    expect(await kinds()).toEqual(['outcome', 'undone', 'outcome']);
  });
});

test('what a person pointed at stays an account of the case, whatever it is changed into', async () => {
  await reply('thanks Ben, nice one');
  await logMessage(ports, { thread, ts: TS, text: 'thanks Ben, nice one', author: BOOKKEEPER });
  expect(await change('thanks Ben, very nice one')).toMatchObject({ kind: 'asked' });
  await change(null, SECOND);
  expect(await current()).toMatchObject({ state: 'withdrawn' });
  const again = await logMessage(ports, { thread, ts: TS, text: 'thanks Ben', author: BOOKKEEPER });
  expect(again).toMatchObject({ kind: 'asked', pending: { source: { quote: 'thanks Ben' } } });
  expect(cards()).toBe(1);
});

test('a reply outside a case is left alone', async () => {
  const elsewhere = {
    thread: { channel: 'C0GENERAL', ts: '1.1' },
    ts: '1.2',
    editedTs: FIRST,
    isQuestion: false,
  };
  expect(await rewordReply(ports, { ...elsewhere, text: 'LVM', author: OWNER })).toEqual({
    kind: 'not_a_case',
  });
});

describe('a reply that is changed on a later day', () => {
  test('still counts its days from the one on which it was written, and says so', async () => {
    await reply("they'l pay 500 tomorrow");
    ports.setNow(morning('2026-11-26'));
    await change("they'll pay 500 tomorrow");
    const { reading } = await current();
    expect(reading).toMatchObject({
      items: [{ outcome: { date: '2026-11-25' } }],
      problems: [{ kind: 'odd', why: expect.stringContaining('I counted from Tue Nov 24') }],
    });
  });

  test('asks nothing for a slip, once it is recorded', async () => {
    await reply("they'l pay 500 tomorrow");
    await confirm();
    ports.setNow(morning('2026-11-26'));
    expect(await change("they'll pay 500 tomorrow")).toEqual({ kind: 'unchanged' });
    expect(await current()).toMatchObject({ rewording: null });
  });
});

describe('a promise that is confirmed only after its day', () => {
  test('is kept by what came in between', async () => {
    await reply("they'll pay 500 tomorrow");
    ports.setNow(morning('2026-11-30'));
    await confirm();
    const [made] = await events();
    expect(made).toMatchObject({ at: ports.clock.now(), body: { saidAt: morning('2026-11-24') } });
  });
});
