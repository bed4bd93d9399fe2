// The door for mails that a mail service posts to us: POST /inbound/mail with the raw mail, signed. Refusals are plain words.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutsideError } from '../core/outside-error.ts';
import type { Refused } from '../ports/ports.ts';
import { MAX_MAIL_BYTES } from './read-mail.ts';

export const MAIL_PATH = '/inbound/mail';

/** A signature that somebody has listened to is of no use after this. */
const WINDOW_SECONDS = 300;
/** A sender that is slower than this holds a connection for nothing. */
const BODY_TIMEOUT_MS = 60_000;

export type Take = (
  raw: Uint8Array,
) => Promise<{ readonly kind: 'taken'; readonly isNew: boolean } | Refused>;
export type MailDoor = (request: IncomingMessage, response: ServerResponse) => void;

/** What goes into the header x-tightrope-signature: "v1=" and the HMAC-SHA256 of "v1:<timestamp>:" and the mail, in hex. */
export function signMail(secret: string, timestamp: string, raw: Uint8Array): string {
  return `v1=${createHmac('sha256', secret).update(`v1:${timestamp}:`).update(raw).digest('hex')}`;
}

/** `now` in milliseconds, by the real clock. */
export function mailDoor(
  options: { secret: string; now: () => number; onError: (error: unknown) => void },
  take: Take,
): MailDoor {
  return (request, response) => {
    answer(request, options, take)
      .catch((error: unknown) => {
        options.onError(error);
        return no(500, 'The mail could not be kept. Send it again later.');
      })
      .then(({ status, body }) => {
        // What was not read to its end is not waited for.
        const more = request.complete ? {} : { connection: 'close' };
        response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...more });
        response.end(JSON.stringify(body));
      });
  };
}

type Answer = { readonly status: number; readonly body: object };

function no(status: number, detail: string): Answer {
  return { status, body: { ok: false, detail } };
}

async function answer(
  request: IncomingMessage,
  { secret, now }: { secret: string; now: () => number },
  take: Take,
): Promise<Answer> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'message/rfc822') return no(415, 'Send the raw mail with the content type message/rfc822.');
  const timestamp = String(request.headers['x-tightrope-timestamp'] ?? '');
  const signature = String(request.headers['x-tightrope-signature'] ?? '');
  if (!/^\d{9,11}$/.test(timestamp) || !/^v1=[0-9a-f]{64}$/.test(signature))
    return no(401, 'The mail is not signed: send x-tightrope-timestamp and x-tightrope-signature.');
  if (Math.abs(now() / 1000 - Number(timestamp)) > WINDOW_SECONDS)
    return no(401, 'The signature is more than five minutes old, or one of the two clocks is wrong.');
  const tooLarge = no(413, `A mail may have at most ${MAX_MAIL_BYTES / 1024 / 1024} MB.`);
  if (Number(request.headers['content-length'] ?? 0) > MAX_MAIL_BYTES) return tooLarge;
  const raw = await bodyOf(request);
  if (raw === 'too large') return tooLarge;
  if (raw === 'too slow') return no(408, 'The mail did not come in within a minute.');
  const own = Buffer.from(signMail(secret, timestamp, raw));
  if (!timingSafeEqual(own, Buffer.from(signature)))
    return no(401, 'The signature does not fit the mail and the secret.');
  const taken = await take(raw);
  if (taken.kind === 'refused') return no(422, taken.because);
  return { status: 200, body: { ok: true, known: !taken.isNew } };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | 'too large' | 'too slow'> {
  const chunks: Buffer[] = [];
  let size = 0;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    request.destroy();
  }, BODY_TIMEOUT_MS);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_MAIL_BYTES) return 'too large';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (isLate) return 'too slow';
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A small server of its own, where Slack is heard over a socket and no other server runs. Port 0 takes a free one.
 * @throws OutsideError 'mail' in one sentence.
 */
export async function startMailServer(
  port: number,
  door: MailDoor,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (path === MAIL_PATH && request.method === 'POST') door(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${error.code})`;
      reject(
        new OutsideError(
          'mail',
          `Port ${port} for inbound mail ${why}. Set INBOUND_PORT to another number.`,
          false,
          error,
        ),
      );
    });
    server.listen(port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
