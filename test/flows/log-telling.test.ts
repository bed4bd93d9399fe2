// What is told of a customer away from its case: asked about where it was told, and told in the case once recorded.
import { beforeEach, describe, expect, test } from 'vitest';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { openCase } from '../../src/flows/keep-case.ts';
import { logTelling, tellingIn } from '../../src/flows/log-telling.ts';
import { confirmReading, undoReading } from '../../src/flows/record-outcome.ts';
import { BOOKKEEPER, morning, OWNER, owes, SETTINGS, type TestPorts, testPorts } from '../fakes/ports.ts';

const DM = 'D0BEN';

let ports: TestPorts;
let acme: string;

beforeEach(async () => {
  ports = await testPorts(morning('2026-11-24'));
  acme = await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
  await owes(ports, 'Acme Foods', [{ number: 'F-1', due: '2026-11-12', open: 200 }]);
  const { postReading } = ports.chat;
  // Cards stand where they are asked for, as in Slack.
  Object.assign(ports.chat, {
    postReading: async (...args: Parameters<typeof postReading>) => ({
      ...(await postReading(...args)),
      channel: args[2].channel,
    }),
  });
});

async function tell(text: string, customerId: string | null = null, channel = DM) {
  const telling = await tellingIn(ports, text);
  if (!telling) return null;
  const message = { channel, ts: '1764000000.000001' };
  return logTelling(ports, {
    telling,
    message,
    author: BOOKKEEPER,
    thread: { channel, ts: null },
    customerId,
  });
}
const events = async () => (await gatherCustomer(ports, acme))?.ledger.events ?? [];
const lines = () => ports.said.flatMap(({ what, subject }) => (what === 'say' ? [String(subject)] : []));
const asked = async (text: string, channel = DM) => {
  const told = await tell(text, null, channel);
  if (told?.kind !== 'asked') throw new Error(`"${text}" came to ${told?.kind}`);
  return told.pending.id;
};

describe('what is told in the direct message', () => {
  test('is recorded for the customer once confirmed, and said in the thread of its case', async () => {
    const id = await asked("log for Acme Robotics: they'll pay 500 by Friday & more <soon>");
    expect(await events()).toEqual([]);
    await confirmReading(ports, { readingId: id, by: OWNER, choice: null });
    expect(await events()).toMatchObject([
      {
        by: OWNER,
        source: { channel: DM },
        body: { outcome: { kind: 'promise', amount: { minor: 50_000 } } },
      },
    ]);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain(
      `<@${BOOKKEEPER}> told me in our direct message: “they'll pay 500 by Friday`,
    );
    expect(lines()[0]).toContain('&amp; more');
    expect(lines()[0]).not.toContain('<soon>');
    expect(lines()[0]).toMatch(/Promised \$500\.00[\s\S]*Recorded by <@U0OLIVIA>/);
    await undoReading(ports, { readingId: id, by: OWNER });
    expect(lines()[1]).toMatch(/Taken back by <@U0OLIVIA>[\s\S]*~Promised \$500\.00/);
  });

  test('is a note where nothing else is found in it, because somebody says that it is to be noted', async () => {
    const id = await asked('note for Acme Robotics: nice people');
    await confirmReading(ports, { readingId: id, by: OWNER, choice: null });
    expect(await events()).toMatchObject([{ body: { outcome: { kind: 'note', text: 'nice people' } } }]);
  });

  test('is one card, however often it is delivered', async () => {
    expect(await asked('log for Acme Robotics: LVM')).toBe(await asked('log for Acme Robotics: LVM'));
    expect(ports.said.filter(({ what }) => what === 'postReading')).toHaveLength(1);
  });

  test('asks which customer is meant, and records for the chosen one', async () => {
    expect(await tell('log for Acme: LVM')).toMatchObject({
      kind: 'choose',
      customers: [{ name: 'Acme Foods' }, { name: 'Acme Robotics Inc' }],
    });
    expect(await tell('log for Acme: LVM', acme)).toMatchObject({
      kind: 'asked',
      pending: { customerId: acme },
    });
  });

  test('names the nearest where there is no such customer, and asks for words where there are none', async () => {
    expect(await tell('log for Akmi Roboticals: LVM')).toMatchObject({
      kind: 'unknown',
      nearest: [{ name: 'Acme Robotics Inc' }],
    });
    expect(await tell('log for Acme Robotics: !')).toMatchObject({
      kind: 'no_words',
      customer: 'Acme Robotics Inc',
    });
    expect(await tell('how much does Acme Robotics owe?')).toBeNull();
  });

  test('is recorded also where no channel is chosen, and then there is no thread to say it in', async () => {
    await ports.store.saveSettings({ ...SETTINGS, channel: null }, OWNER, morning('2026-11-24'));
    await confirmReading(ports, {
      readingId: await asked('log for Acme Robotics: LVM'),
      by: OWNER,
      choice: null,
    });
    expect(await events()).toHaveLength(1);
    expect(lines()).toEqual([]);
  });
});

test('a card that stands in the channel of the cases needs no line beside it', async () => {
  const opened = await openCase(ports, acme);
  expect(opened.kind).toBe('open');
  const id = await asked('log for Acme Robotics: LVM', 'C0OVERDUE');
  await confirmReading(ports, { readingId: id, by: OWNER, choice: null });
  expect(lines()).toEqual([]);
});
