// The morning digest: once a working day at its hour, caught up once, and never lost to a broken channel.
import { beforeEach, describe, expect, test } from 'vitest';
import { instantAt } from '../../src/core/calendar.ts';
import { OutsideError } from '../../src/core/outside-error.ts';
import {
  gatherDigest,
  postDigestNow,
  postDueDigest,
  releaseInterruptedDigest,
} from '../../src/flows/post-digest.ts';
import type { TeamChat } from '../../src/ports/team-chat.ts';
import { OWNER, owes, SETTINGS, type TestPorts, testPorts, ZONE } from '../fakes/ports.ts';

let ports: TestPorts;
const at = (day: `${number}-${number}-${number}`, time: `${number}:${number}`) => instantAt(ZONE, day, time);

beforeEach(async () => {
  ports = await testPorts(at('2026-11-23', '07:00'));
  await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
});

describe('the digest', () => {
  test('is posted at its hour and not before, once', async () => {
    ports.setNow(at('2026-11-24', '08:29'));
    expect(await postDueDigest(ports)).toEqual({ kind: 'not_due' });
    ports.setNow(at('2026-11-24', '08:30'));
    expect((await postDueDigest(ports)).kind).toBe('posted');
    ports.setNow(at('2026-11-24', '08:31'));
    expect(await postDueDigest(ports)).toEqual({ kind: 'not_due' });
  });

  test('is posted once when two instances tick at the same moment', async () => {
    ports.setNow(at('2026-11-24', '08:30'));
    const runs = await Promise.all([postDueDigest(ports), postDueDigest(ports)]);
    expect(runs.filter(({ kind }) => kind === 'posted')).toHaveLength(1);
  });

  test('of a morning that was missed is caught up the same day', async () => {
    ports.setNow(at('2026-11-24', '13:10'));
    expect((await postDueDigest(ports)).kind).toBe('posted');
  });

  test.each(['2026-11-28', '2026-11-29'] as const)('is not posted on the weekend day %s', async (day) => {
    ports.setNow(at(day, '09:00'));
    expect(await postDueDigest(ports)).toEqual({ kind: 'not_due' });
  });

  test('keeps its hour when the clocks change', async () => {
    ports.setNow(at('2026-11-02', '08:30')); // summer time ended the day before
    expect((await postDueDigest(ports)).kind).toBe('posted');
    expect(ports.clock.now()).toBe('2026-11-02T13:30:00.000Z');
  });

  test('waits for the setup', async () => {
    await ports.store.saveSettings({ ...SETTINGS, onboarded: false }, OWNER, ports.clock.now());
    ports.setNow(at('2026-11-24', '09:00'));
    expect(await postDueDigest(ports)).toEqual({ kind: 'not_due' });
  });

  test('says what changed since the one before', async () => {
    ports.setNow(at('2026-11-23', '08:30'));
    await postDueDigest(ports);
    ports.setNow(at('2026-11-24', '08:00'));
    await owes(ports, 'Acme Robotics Inc', [
      { number: 'INV-1041', due: '2026-11-12', open: 850, total: 1850 },
    ]);
    ports.setNow(at('2026-11-24', '08:30'));
    const digest = await gatherDigest(ports);
    expect(digest.changes).toMatchObject({
      since: '2026-11-23',
      overdueBefore: [{ minor: 185000, currency: 'USD' }],
      paid: [{ customerName: 'Acme Robotics Inc', amount: { minor: 100000, currency: 'USD' } }],
    });
  });

  test('leads to the words of a broken promise, and goes out all the same where the link cannot be had', async () => {
    const [acme] = await ports.store.customerNames();
    const source = { channel: 'C0OVERDUE', ts: '1763000000.000100', quote: 'Dana: 500 by Wednesday' };
    await ports.store.addEvent({
      customerId: acme?.id ?? '',
      at: at('2026-11-16', '10:00'),
      by: OWNER,
      source,
      body: {
        kind: 'outcome',
        outcome: {
          kind: 'promise',
          amount: { minor: 50_000, currency: 'USD' },
          date: '2026-11-18',
          invoices: [],
        },
        via: 'call',
      },
    });
    ports.setNow(at('2026-11-24', '08:30'));
    const link = `https://slack.example/${source.channel}/${source.ts}`;
    expect((await gatherDigest(ports)).chase[0]?.quote).toEqual({ source, saidBy: null, link });
    (ports.chat as { -readonly [K in keyof TeamChat]: TeamChat[K] }).linkTo = async () => {
      throw new OutsideError('slack', 'Slack is not there.', true);
    };
    expect((await gatherDigest(ports)).chase[0]?.quote).toEqual({ source, saidBy: null, link: null });
    expect((await postDueDigest(ports)).kind).toBe('posted');
  });

  test('whose channel is gone is told to the owners once, and posted when a channel is there again', async () => {
    const chat = ports.chat as { -readonly [K in keyof TeamChat]: TeamChat[K] };
    const { postDigest } = chat;
    chat.postDigest = async () => {
      throw new OutsideError('slack', 'The channel is gone.', false);
    };
    ports.setNow(at('2026-11-24', '08:30'));
    await expect(postDueDigest(ports)).rejects.toThrow('The channel is gone.');
    await expect(postDueDigest(ports)).rejects.toThrow('The channel is gone.');
    expect(ports.said.filter(({ what }) => what === 'tell')).toHaveLength(1);
    chat.postDigest = postDigest;
    expect((await postDueDigest(ports)).kind).toBe('posted');
  });

  test('that was claimed by a process that died is due again', async () => {
    ports.setNow(at('2026-11-24', '08:30'));
    await ports.store.claimJob('digest', '2026-11-24', ports.clock.now());
    expect(await postDueDigest(ports)).toEqual({ kind: 'not_due' });
    await releaseInterruptedDigest(ports);
    expect((await postDueDigest(ports)).kind).toBe('posted');
  });

  test('asked for by hand is not posted a second time by the clock', async () => {
    ports.setNow(at('2026-11-24', '08:00'));
    expect((await postDigestNow(ports)).kind).toBe('posted');
    ports.setNow(at('2026-11-24', '08:30'));
    expect(await postDueDigest(ports)).toEqual({ kind: 'not_due' });
  });
});
