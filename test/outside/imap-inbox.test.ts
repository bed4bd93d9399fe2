// The mailbox as a real IMAP client reads it: taken before it is marked, taken again where it was not, and back after trouble.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ImapInbox, watchInbox } from '../../src/outside/imap-inbox.ts';
import { type ImapServer, startImapServer } from '../fakes/imap-server.ts';

let server: ImapServer;
let inbox: ImapInbox | null = null;
const WAIT = { timeout: 15_000, interval: 20 };

beforeEach(async () => {
  server = await startImapServer();
});
afterEach(async () => {
  await inbox?.stop();
  inbox = null;
  await server.close();
});

const mail = (subject: string) => `From: a@b.example\nSubject: ${subject}\n\nWords.\n`;

function watch(take: (raw: string) => Promise<void>, folder = 'INBOX'): string[] {
  const trouble: string[] = [];
  inbox = watchInbox(
    {
      host: '127.0.0.1',
      port: server.port,
      isTls: false,
      user: 'olivia',
      password: 'hush',
      folder,
      pollMs: 60_000,
    },
    (raw) => take(Buffer.from(raw).toString()),
    (words) => trouble.push(words),
  );
  return trouble;
}

test('what waits is taken and marked seen, and what comes in later is heard of at once', async () => {
  server.deliver(mail('one'));
  const taken: string[] = [];
  watch(async (raw) => {
    expect(server.mails.at(-1)?.seen).toBe(false);
    taken.push(/Subject: (.*)/.exec(raw)?.[1]?.trim() ?? '');
  });
  await vi.waitFor(() => expect(server.asked).toContain('IDLE'), WAIT);
  server.deliver(mail('two'));
  await vi.waitFor(() => expect(server.mails.map(({ seen }) => seen)).toEqual([true, true]), WAIT);
  expect(taken).toEqual(['one', 'two']);
  expect(server.asked.some((line) => /BODY\.PEEK/.test(line))).toBe(true);
});

test('what could not be kept stays unseen, and is taken when the mailbox is read again', async () => {
  server.deliver(mail('one'));
  let tries = 0;
  const trouble = watch(async () => {
    tries += 1;
    if (tries === 1) throw new Error('the database is away');
  });
  await vi.waitFor(() => expect(server.mails[0]?.seen).toBe(true), WAIT);
  expect(tries).toBe(2);
  expect(trouble).toHaveLength(1);
});

test('a connection that breaks is made again', async () => {
  const taken: string[] = [];
  watch(async (raw) => void taken.push(raw));
  await vi.waitFor(() => expect(server.asked).toContain('IDLE'), WAIT);
  server.hangUp();
  server.deliver(mail('after'));
  await vi.waitFor(() => expect(taken).toHaveLength(1), WAIT);
});

test('a wrong password and a wrong folder are told in words, without the password', async () => {
  server.refuse = true;
  const trouble = watch(async () => {});
  await vi.waitFor(() => expect(trouble[0]).toContain('does not accept the name or the password'), WAIT);
  await inbox?.stop();
  server.refuse = false;
  const other = watch(async () => {}, 'Nowhere');
  await vi.waitFor(() => expect(other[0]).toContain('no folder Nowhere'), WAIT);
  expect([...trouble, ...other].join()).not.toContain('hush');
});
