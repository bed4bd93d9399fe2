// Sends through a real SMTP server that can misbehave in each way that matters.
import { createServer, type Server, type Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { OutsideError } from '../../src/core/outside-error.ts';
import { makeMailer } from '../../src/outside/mailer.ts';
import type { Mail } from '../../src/ports/mail.ts';

const MAIL: Mail = {
  from: { name: 'Maria Santos, Harbor Print', address: 'maria@harborprint.example' },
  replyTo: 'maria@harborprint.example',
  to: 'dana@acme.example',
  cc: ['owner@acme.example'],
  subject: 'Invoice INV-1055',
  text: 'Hello Dana,\n\nOpen: 845,00 €.',
  html: '<p>Hello Dana,</p>',
  messageId: '<draft-1@harborprint.example>',
  inReplyTo: '<draft-0@harborprint.example>',
  references: ['<draft-0@harborprint.example>'],
  language: 'en-US',
  attachments: [],
  byItself: false,
  mayUnsubscribe: false,
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function smtp(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `smtp://127.0.0.1:${address.port}`;
}

/** A server that talks SMTP by hand, so that it can hang up wherever it likes. */
async function rawServer(talk: (socket: Socket, line: string) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write('220 test\r\n');
    let buffer = '';
    socket.on('data', (chunk) => {
      buffer += chunk.toString();
      for (let at = buffer.indexOf('\r\n'); at !== -1; at = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, at);
        buffer = buffer.slice(at + 2);
        talk(socket, line);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `smtp://127.0.0.1:${address.port}`;
}

async function failure(
  smtpUrl: string,
  extra: Partial<Parameters<typeof makeMailer>[0]> = {},
  mail = MAIL,
): Promise<OutsideError> {
  try {
    await makeMailer({ smtpUrl, ...extra }).send(mail);
  } catch (error) {
    if (error instanceof OutsideError) return error;
    throw error;
  }
  throw new Error('the mail was sent');
}

function replyTo(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

describe('the mailer', () => {
  test('sends text and HTML with a fixed Message-ID, threaded, and with nothing to track', async () => {
    const received: string[] = [];
    const url = await smtp({
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    await makeMailer({ smtpUrl: url }).send({ ...MAIL, subject: 'Invoice\r\nBcc: thief@evil.example' });
    const mail = await simpleParser(received[0] ?? '');
    expect(mail.messageId).toBe(MAIL.messageId);
    expect(mail.inReplyTo).toBe(MAIL.inReplyTo);
    expect(mail.subject).toBe('Invoice Bcc: thief@evil.example');
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.text?.trim()).toBe(MAIL.text);
    expect(mail.html).toContain('<p>Hello Dana,</p>');
    expect(mail.html).not.toContain('<img');
  });

  test('sends files with it, says its language, and lets nobody unsubscribe from a debt', async () => {
    const received: string[] = [];
    const url = await smtp({
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    const bytes = Buffer.from('%PDF-1.3 …');
    const attachments = [{ name: 'statement.pdf', contentType: 'application/pdf', bytes }];
    const mailer = makeMailer({ smtpUrl: url });
    await mailer.send({ ...MAIL, attachments, language: 'de-DE' });
    await mailer.send({ ...MAIL, byItself: true, mayUnsubscribe: true, language: 'fr-FR' });
    const [letter, note] = await Promise.all(received.map((raw) => simpleParser(raw)));
    expect(letter?.attachments).toMatchObject([
      { filename: 'statement.pdf', contentType: 'application/pdf' },
    ]);
    expect(letter?.attachments[0]?.content.equals(bytes)).toBe(true);
    expect(letter?.headers.get('content-language')).toBe('de-DE');
    expect(letter?.headers.get('auto-submitted')).toBe('no');
    expect(letter?.headers.has('list')).toBe(false);
    expect(note?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(note?.headers.get('list')).toMatchObject({
      unsubscribe: {
        mail: `${MAIL.replyTo}?subject=${encodeURIComponent('Plus de messages, s’il vous plaît')}`,
      },
    });
  });

  test('says that nothing was sent when no server listens', async () => {
    const error = await failure('smtp://127.0.0.1:1');
    expect(error.retryable).toBe(true);
    expect(error.message).toMatch(/could not be reached, so nothing was sent/);
  });

  test('names the recipient that the server refuses', async () => {
    const url = await smtp({ onRcptTo: (_address, _session, done) => done(replyTo(550, 'no such user')) });
    const error = await failure(url);
    expect(error.retryable).toBe(true);
    expect(error.message).toMatch(/refused the recipient dana@acme.example/);
  });

  test('counts a letter as sent when only a copy was refused', async () => {
    let letters = 0;
    const url = await smtp({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('owner') ? replyTo(550, 'no such user') : undefined),
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => {
          letters += 1;
          done();
        });
      },
    });
    await makeMailer({ smtpUrl: url }).send(MAIL);
    expect(letters).toBe(1);
  });

  test('refuses when the customer is refused, though the copy was taken', async () => {
    const url = await smtp({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('dana') ? replyTo(550, 'no such user') : undefined),
    });
    expect((await failure(url)).message).toMatch(/dana@acme.example/);
  });

  test('says so when the mailbox is full', async () => {
    const url = await smtp({ onRcptTo: (_address, _session, done) => done(replyTo(452, 'mailbox full')) });
    const error = await failure(url);
    expect(error.retryable).toBe(true);
    expect(error.message).toMatch(/mailbox of dana@acme.example is full/);
  });

  test('says so when the server greylists', async () => {
    const url = await smtp({ onRcptTo: (_address, _session, done) => done(replyTo(450, 'try later')) });
    const error = await failure(url);
    expect(error.retryable).toBe(true);
    expect(error.message).toMatch(/try again later/);
  });

  test('says so when the password is wrong, without repeating it', async () => {
    const url = await smtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(replyTo(535, 'bad credentials')),
    });
    const error = await failure(url.replace('//', '//maria:s3cret@'));
    expect(error.retryable).toBe(true);
    expect(error.message).toMatch(/did not accept the user name or password/);
    expect(error.message).not.toContain('s3cret');
  });

  test('says so when the server speaks no TLS where the address wants it', async () => {
    const url = await smtp({ secure: false });
    const error = await failure(url.replace('smtp:', 'smtps:'), { connectTimeoutMs: 2000 });
    expect(error.retryable).toBe(true);
    expect(error.message).toMatch(/secure connection|could not be reached/);
  });

  test('may try again when the server refuses the text itself', async () => {
    const url = await smtp({
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => done(replyTo(554, 'looks like spam')));
      },
    });
    const error = await failure(url);
    expect(error.retryable).toBe(true);
    expect(error.message).toMatch(/looks like spam/);
  });

  test('asks a person when the connection breaks after the text was handed over', async () => {
    let inData = false;
    const url = await rawServer((socket, line) => {
      if (inData) {
        if (line === '.') socket.destroy();
        return;
      }
      if (line === 'DATA') {
        inData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 fine\r\n');
    });
    const error = await failure(url);
    expect(error.retryable).toBe(false);
    expect(error.message).toMatch(/may have gone out, or not/);
  });

  test('asks a person when the answer to the text never comes', async () => {
    let inData = false;
    const url = await rawServer((socket, line) => {
      if (inData) return;
      if (line === 'DATA') {
        inData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 fine\r\n');
    });
    const error = await failure(url, { socketTimeoutMs: 400 });
    expect(error.retryable).toBe(false);
  });

  test('may try again when the connection breaks before the text', async () => {
    const url = await rawServer((socket, line) => {
      if (line.startsWith('RCPT')) socket.destroy();
      else socket.write('250 fine\r\n');
    });
    expect((await failure(url)).retryable).toBe(true);
  });

  test('may try again when the server never greets', async () => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => server.close(() => resolve())));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const error = await failure(`smtp://127.0.0.1:${address.port}`, {
      socketTimeoutMs: 400,
      connectTimeoutMs: 400,
    });
    expect(error.retryable).toBe(true);
  });
});
