// Watches a mailbox over IMAP: each unseen mail is handed over, and marked seen only after it was taken. Comes back by itself.
import { ImapFlow } from 'imapflow';
import { MAX_MAIL_BYTES } from './read-mail.ts';

export type ImapSettings = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else the connection is upgraded before the password goes. */
  readonly isTls: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  /** A server that pushes is heard at once; it is asked this often all the same. */
  readonly pollMs: number;
};

export type ImapInbox = { stop(): Promise<void> };

/** Mails older than this were there before us, or are nobody's news. */
const LOOK_BACK_DAYS = 14;
const DAY_MS = 86_400_000;

/** A mailbox that is full of unseen mail is worked off in steps, so that a stop never waits for long. */
const MOST_A_ROUND = 50;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
const CONNECT_TIMEOUT_MS = 30_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * `take` keeps the mail and resolves; where it throws, the mail stays unseen and is tried again.
 * `onTrouble` hears each failed connection in words; the next one is tried later and later, up to five minutes.
 */
export function watchInbox(
  settings: ImapSettings,
  take: (raw: Uint8Array, isCut: boolean) => Promise<void>,
  onTrouble: (words: string, error: unknown) => void,
): ImapInbox {
  const wake = new Wake();
  let client: ImapFlow | null = null;
  let isStopped = false;

  const session = async (onRound: () => void): Promise<void> => {
    const now = connectionTo(settings);
    client = now;
    now.on('error', () => now.close()); // The command that runs fails with it, or the next one does.
    now.on('close', () => wake.up());
    now.on('exists', () => wake.up());
    try {
      await now.connect();
      await now.mailboxOpen(settings.folder);
      while (!isStopped && now.usable) {
        const hasMore = await takeUnseen(now, take, () => isStopped);
        onRound();
        if (hasMore || isStopped) continue;
        const woken = wake.sleep(settings.pollMs);
        // Any later command ends it; a server without it is asked at the next poll.
        void now.idle().catch(() => wake.up());
        await woken;
      }
    } finally {
      if (now.usable) await now.logout().catch(() => now.close());
      else now.close();
    }
  };

  const running = (async () => {
    let wait = FIRST_WAIT_MS;
    while (!isStopped) {
      try {
        await session(() => {
          wait = FIRST_WAIT_MS;
        });
      } catch (error) {
        if (!isStopped) onTrouble(troubleWords(error, settings), error);
      }
      if (isStopped) break;
      await wake.sleep(wait, true);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  })();

  return {
    stop: async () => {
      isStopped = true;
      wake.up(true);
      // What is being taken is taken to its end; a server that does not answer is not waited for.
      const closed = setTimeout(() => client?.close(), 2_000);
      await running;
      clearTimeout(closed);
    },
  };
}

function connectionTo({ host, port, isTls, user, password }: ImapSettings): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure: isTls,
    // A password never goes over the open net; on this machine there is none.
    ...(isTls || LOOPBACK.has(host) ? {} : { doSTARTTLS: true }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_TIMEOUT_MS,
  });
}

/** True: there are more. A mail that was taken and could not be marked is taken again, and known by its key. */
async function takeUnseen(
  client: ImapFlow,
  take: (raw: Uint8Array, isCut: boolean) => Promise<void>,
  isStopped: () => boolean,
): Promise<boolean> {
  const since = new Date(Date.now() - LOOK_BACK_DAYS * DAY_MS);
  const found = (await client.search({ seen: false, since }, { uid: true })) || [];
  const uids = [...found].sort((a, b) => a - b);
  for (const uid of uids.slice(0, MOST_A_ROUND)) {
    if (isStopped()) return false;
    const message = await client.fetchOne(
      String(uid),
      { uid: true, size: true, source: { start: 0, maxLength: MAX_MAIL_BYTES } },
      { uid: true },
    );
    const source = message ? message.source : null;
    if (message && source) await take(source, (message.size ?? 0) > MAX_MAIL_BYTES);
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }
  return uids.length > MOST_A_ROUND;
}

/** One sentence for the log and the owners: never the password, nor what the server said word for word. */
function troubleWords(error: unknown, { host, port, folder }: ImapSettings): string {
  const { authenticationFailed, code, responseStatus } = error as {
    authenticationFailed?: boolean;
    code?: string;
    responseStatus?: string;
  };
  if (authenticationFailed)
    return `The mail server ${host} does not accept the name or the password in IMAP_URL.`;
  if (responseStatus === 'NO')
    return `The mail server ${host} has no folder ${folder}, or does not let us read it.`;
  return `The mailbox at ${host}:${port} cannot be read (${code ?? 'the connection was lost'}).`;
}

/** A sleep that somebody else can end. */
class Wake {
  private end: (() => void) | null = null;
  private isFinal = false;
  private isSound = false;
  private wasWoken = false;

  /** `isSound`: only the end of all wakes it. */
  async sleep(millis: number, isSound = false): Promise<void> {
    if (this.isFinal) return;
    if (this.wasWoken && !isSound) {
      this.wasWoken = false;
      return;
    }
    this.isSound = isSound;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.end = null;
    this.wasWoken = false;
  }

  up(isFinal = false): void {
    this.isFinal ||= isFinal;
    if (this.end && (isFinal || !this.isSound)) this.end();
    else this.wasWoken = true;
  }
}
