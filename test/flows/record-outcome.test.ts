// A reply in the case's thread: read, shown, and recorded only when a person confirms it.
import { beforeEach, describe, expect, test } from 'vitest';
import { addContact, snooze } from '../../src/flows/change-customer.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { openCase } from '../../src/flows/keep-case.ts';
import { readReply } from '../../src/flows/read-reply.ts';
import {
  confirmReading,
  correctReading,
  dismissReading,
  recordOf,
  undoReading,
} from '../../src/flows/record-outcome.ts';
import type { MessageRef } from '../../src/ports/records.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

let ports: TestPorts;
let acme: string;
let thread: MessageRef;
let count = 0;

beforeEach(async () => {
  ports = await testPorts('2026-09-01T12:00:00.000Z');
  acme = await owes(ports, 'Acme Robotics Inc', [
    { number: 'INV-1041', due: '2026-11-12', open: 1850 },
    { number: 'INV-1055', due: '2026-11-14', open: 640 },
  ]);
  ports.setNow(morning('2026-11-24'));
  await owes(ports, 'Acme Robotics Inc', [
    { number: 'INV-1041', due: '2026-11-12', open: 1850 },
    { number: 'INV-1055', due: '2026-11-14', open: 640 },
  ]);
  const opened = await openCase(ports, acme);
  if (opened.kind !== 'open') throw new Error(opened.because);
  thread = opened.card;
});

async function reply(text: string) {
  count += 1;
  return readReply(ports, {
    thread,
    ts: `1764000000.${String(count).padStart(6, '0')}`,
    text,
    author: BOOKKEEPER,
  });
}

async function asked(text: string) {
  const read = await reply(text);
  if (read.kind !== 'asked') throw new Error(`"${text}" was taken as ${read.kind}`);
  return read.pending;
}

async function outcomes() {
  const situation = await gatherCustomer(ports, acme);
  return situation?.ledger.events.filter(({ body }) => body.kind === 'outcome') ?? [];
}

describe('a reply', () => {
  test('records nothing before somebody confirms, and then holds the next letter', async () => {
    const pending = await asked("spoke to accounts, they'll pay 500 by Friday");
    expect(await outcomes()).toEqual([]);
    const recorded = await confirmReading(ports, { readingId: pending.id, by: BOOKKEEPER, choice: null });
    expect(recorded).toMatchObject({
      kind: 'recorded',
      after: expect.stringContaining('No reminder before Tue Dec 1'),
    });
    expect(await outcomes()).toMatchObject([
      {
        by: BOOKKEEPER,
        body: { outcome: { kind: 'promise', amount: { minor: 50000, currency: 'USD' }, date: '2026-11-27' } },
      },
    ]);
    expect((await gatherCustomer(ports, acme))?.verdicts).toMatchObject([
      { kind: 'leave', reason: 'promised' },
    ]);
  });

  test('that holds two things records them in the order of its words, none at the instant of the other', async () => {
    const pending = await asked(
      'they dispute INV-1055, the goods were damaged. They will pay INV-1041 by Friday',
    );
    await confirmReading(ports, { readingId: pending.id, by: BOOKKEEPER, choice: null });
    const events = (await outcomes()).sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(events.map(({ body }) => body.kind === 'outcome' && body.outcome.kind)).toEqual([
      'dispute',
      'promise',
    ]);
    expect(new Set(events.map(({ at }) => at)).size).toBe(2);
  });

  test('that holds an order number records it last, because it settles what the same words miss', () => {
    const outcomes = [
      { kind: 'order_number', number: '4500123', invoices: ['INV-1055'] },
      { kind: 'dispute', reason: 'missing_po', detail: '', amount: null, invoices: ['INV-1055'] },
    ] as const;
    const items = outcomes.map((outcome) => ({ outcome, problems: [], quote: '' }));
    const source = { channel: 'C', ts: '1.0', quote: '' };
    const made = recordOf(
      { customerId: acme, source, at: morning('2026-11-24') },
      { kind: 'outcomes', via: null, items } as unknown as Parameters<typeof recordOf>[1],
      BOOKKEEPER,
      morning('2026-11-24'),
    );
    const byTime = [...made].sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(byTime.map(({ body }) => body.kind === 'outcome' && body.outcome.kind)).toEqual([
      'dispute',
      'order_number',
    ]);
  });

  test('that is chatter is left alone', async () => {
    expect(await reply('thanks Ben, nice one 👍')).toEqual({ kind: 'chatter' });
    expect(ports.said.filter(({ what }) => what === 'postReading')).toEqual([]);
  });

  test('outside a case is not read', async () => {
    const read = await readReply(ports, {
      thread: { channel: 'C0GENERAL', ts: '1.1' },
      ts: '1.2',
      text: 'they will pay 500 by Friday',
      author: BOOKKEEPER,
    });
    expect(read).toEqual({ kind: 'not_a_case' });
  });

  test('delivered twice is asked about once', async () => {
    const message = { thread, ts: '1764000000.999999', text: 'LVM', author: BOOKKEEPER };
    await readReply(ports, message);
    await readReply(ports, message);
    expect(ports.said.filter(({ what }) => what === 'postReading')).toHaveLength(1);
  });

  test('delivered at the same moment is read once and asked about once', async () => {
    let reads = 0;
    const read: typeof ports.reader.read = async (...args) => {
      reads += 1;
      await Promise.resolve();
      return ports.reader.read(...args);
    };
    const message = { thread, ts: '1764000000.999998', text: 'LVM', author: BOOKKEEPER };
    const counted = { ...ports, reader: { read } };
    const all = await Promise.all([1, 2, 3].map(() => readReply(counted, message)));
    expect(all.map(({ kind }) => kind)).toEqual(['asked', 'asked', 'asked']);
    expect(reads).toBe(1);
    expect(ports.said.filter(({ what }) => what === 'postReading')).toHaveLength(1);
  });

  test('whose card was lost in a crash gets it with the next delivery', async () => {
    const broken = {
      ...ports,
      chat: {
        ...ports.chat,
        postReading: async () => {
          throw new Error('gone');
        },
      },
    };
    const message = { thread, ts: '1764000000.999997', text: 'LVM', author: BOOKKEEPER };
    await expect(readReply(broken, message)).rejects.toThrow('gone');
    await readReply(ports, message);
    await readReply(ports, message);
    expect(ports.said.filter(({ what }) => what === 'postReading')).toHaveLength(1);
  });

  test('confirmed by two people at once is recorded once', async () => {
    const pending = await asked('LVM');
    const results = await Promise.all([
      confirmReading(ports, { readingId: pending.id, by: OWNER, choice: null }),
      confirmReading(ports, { readingId: pending.id, by: BOOKKEEPER, choice: null }),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['recorded', 'refused']);
    expect(await outcomes()).toHaveLength(1);
  });

  test('with an impossible date cannot be confirmed as it stands', async () => {
    const pending = await asked('they will pay 500 on 31 February');
    const result = await confirmReading(ports, { readingId: pending.id, by: OWNER, choice: null });
    expect(result.kind).toBe('refused');
    expect(await outcomes()).toEqual([]);
  });

  test('put right in the form is recorded as the person says', async () => {
    const pending = await asked("they'll pay 500 by Friday");
    await correctReading(ports, {
      readingId: pending.id,
      by: OWNER,
      items: [{ outcome: { kind: 'callback', date: '2026-11-30' }, quote: 'call again on Monday' }],
    });
    expect(await outcomes()).toMatchObject([{ body: { outcome: { kind: 'callback', date: '2026-11-30' } } }]);
  });

  test('dismissed records nothing', async () => {
    const pending = await asked('LVM');
    await dismissReading(ports, { readingId: pending.id, by: OWNER });
    expect(await outcomes()).toEqual([]);
    expect((await confirmReading(ports, { readingId: pending.id, by: OWNER, choice: null })).kind).toBe(
      'refused',
    );
  });

  test('confirmed and taken back leaves both in the history, and the chase goes on', async () => {
    const pending = await asked("they'll pay everything by Friday");
    await confirmReading(ports, { readingId: pending.id, by: OWNER, choice: null });
    expect((await undoReading(ports, { readingId: pending.id, by: OWNER })).kind).toBe('recorded');
    const situation = await gatherCustomer(ports, acme);
    expect(situation?.ledger.events.map(({ body }) => body.kind)).toEqual(['outcome', 'undone']);
    expect(situation?.verdicts).toMatchObject([{ kind: 'act' }]);
    expect((await undoReading(ports, { readingId: pending.id, by: OWNER })).kind).toBe('refused');
  });
});

describe('Undo', () => {
  const contacts = async () =>
    (await gatherCustomer(ports, acme))?.customer.contacts.map(({ email }) => email) ?? [];
  const undo = (readingId: string) => undoReading(ports, { readingId, by: OWNER });
  const recorded = async (text: string) => {
    const { id } = await asked(text);
    await confirmReading(ports, { readingId: id, by: OWNER, choice: null });
    return id;
  };

  test('works until the end of the day, where the business is', async () => {
    const late = await recorded('LVM');
    ports.setNow('2026-11-25T04:59:00.000Z'); // 23:59 in New York
    expect((await undo(late)).kind).toBe('recorded');
    const later = await recorded('LVM');
    ports.setNow('2026-11-25T05:00:00.000Z');
    const refused = await undo(later);
    expect(refused).toMatchObject({
      kind: 'refused',
      because: expect.stringMatching(/recorded on Tue Nov 24.*write in this thread/),
    });
    expect(await outcomes()).toHaveLength(2);
    expect((await ports.store.reading(later))?.state).toBe('confirmed');
  });

  test('sends the letters where they went before, unless somebody changed the contacts since', async () => {
    const before = await contacts();
    const first = await recorded('the right contact is Cora, cora@acme.example');
    expect((await contacts())[0]).toBe('cora@acme.example');
    expect(await undo(first)).toMatchObject({
      after: expect.stringContaining('the contact from before again'),
    });
    expect(await contacts()).toEqual(before);

    const second = await recorded('the right contact is Cora, cora@acme.example');
    const nora = { name: 'Nora', email: 'nora@acme.example', phone: null };
    await addContact(ports, { customerId: acme, contact: nora, by: BOOKKEEPER });
    expect(await undo(second)).toMatchObject({ after: expect.stringContaining('stay as they are') });
    expect((await contacts()).slice(0, 2)).toEqual(['nora@acme.example', 'cora@acme.example']);
  });

  test('says that a letter which was stopped stays so', async () => {
    const drafted = await draftMessage(ports, { customerId: acme, currency: null, by: OWNER });
    expect(drafted.kind).toBe('drafted');
    const id = await recorded("they'll pay everything by Friday");
    expect((await ports.store.draftsOf(acme)).map(({ state }) => state)).toEqual(['stopped']);
    expect(await undo(id)).toMatchObject({ after: expect.stringContaining('press Draft on the case') });
  });
});

describe('a dispute', () => {
  test('of one invoice leaves the other one due', async () => {
    const pending = await asked('says INV-1055 is wrong');
    await confirmReading(ports, { readingId: pending.id, by: OWNER, choice: null });
    const verdicts = (await gatherCustomer(ports, acme))?.verdicts ?? [];
    const named = verdicts.flatMap((verdict) => (verdict.kind === 'act' ? verdict.invoices : []));
    const situation = await gatherCustomer(ports, acme);
    const disputed = situation?.ledger.invoices.find(({ number }) => number === 'INV-1055')?.id;
    expect(named).not.toContain(disputed);
  });
});

describe('a snooze', () => {
  test('leaves the customer alone until the day', async () => {
    const noted = await snooze(ports, { customerId: acme, until: '2026-12-01', reason: null, by: OWNER });
    expect(noted).toMatchObject({ kind: 'noted' });
    expect((await gatherCustomer(ports, acme))?.verdicts).toMatchObject([
      { kind: 'leave', reason: 'snoozed', until: '2026-12-01' },
    ]);
  });

  test('into the past is refused', async () => {
    const result = await snooze(ports, { customerId: acme, until: '2026-11-24', reason: null, by: OWNER });
    expect(result).toMatchObject({ kind: 'refused', because: expect.stringContaining('not in the future') });
  });
});
