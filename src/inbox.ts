// Where customers' mails come in, by whatever way: read, kept once, then shown. A failure to show is made good by the clock's tick.
import type { Config } from './config.ts';
import { dayIn } from './core/calendar.ts';
import { receiveMail } from './flows/receive-mail.ts';
import { showMail } from './flows/show-mail.ts';
import { watchInbox } from './outside/imap-inbox.ts';
import { type MailDoor, mailDoor, startMailServer } from './outside/mail-door.ts';
import { readMail } from './outside/read-mail.ts';
import type { Ports, Refused } from './ports/ports.ts';
import type { Store } from './ports/store.ts';

type InboxLog = { warn(fields: object, message: string): void; error(fields: object, message: string): void };

export type Inbox = {
  /** Resolves when the mail is kept; it is shown after that. `isCut`: there was more of it. */
  take(
    raw: Uint8Array,
    isCut?: boolean,
  ): Promise<{ readonly kind: 'taken'; readonly isNew: boolean } | Refused>;
  /** A mailbox that cannot be read is told to the owners, once a day. */
  tellTrouble(words: string): Promise<void>;
  /** Waits for what is being shown. */
  done(): Promise<void>;
};

/** `all`: every workspace of the database, for a mail that answers a letter of another one. */
export function openInbox(ports: Ports, all: () => Promise<Store[]>, log: InboxLog): Inbox {
  const showing = new Set<Promise<void>>();
  const show = (mailId: string): void => {
    const one = showMail(ports, mailId)
      .catch((error: unknown) =>
        log.error({ error }, 'a mail is kept and could not be shown; the next minute tries again'),
      )
      .finally(() => showing.delete(one));
    showing.add(one);
  };
  return {
    take: async (raw, isCut = false) => {
      const read = await readMail(raw);
      if (read.kind === 'refused') {
        log.warn({ because: read.because, bytes: raw.byteLength }, 'a mail was refused');
        return read;
      }
      const others = (await all()).filter(({ workspaceId }) => workspaceId !== ports.store.workspaceId);
      const mail = isCut ? { ...read.mail, isCut } : read.mail;
      const received = await receiveMail(ports, mail, others);
      if (!received.isElsewhere) show(received.mail.id);
      return { kind: 'taken', isNew: received.isNew };
    },
    tellTrouble: async (words) => {
      const now = ports.clock.now();
      const { owners, zone } = await ports.store.settings();
      if (!(await ports.store.claimJob('mailbox-failed', dayIn(zone, now), now))) return;
      for (const owner of owners)
        await ports.chat.tell(
          owner,
          `${words} Until that is mended, customers’ answers do not reach me. I keep trying.`,
        );
    },
    done: async () => {
      await Promise.all(showing);
    },
  };
}

export function doorTo(inbox: Inbox, { inbound }: Config, log: InboxLog): MailDoor | null {
  if (!inbound) return null;
  const onError = (error: unknown) => log.error({ error }, 'a mail that was posted could not be kept');
  return mailDoor({ secret: inbound.secret, now: Date.now, onError }, (raw) => inbox.take(raw));
}

/** The mailbox that is read, and the server for posted mails where no other runs. Answers how both are closed. */
export async function openWaysIn(
  inbox: Inbox,
  door: MailDoor | null,
  { imap, inbound }: Config,
  log: InboxLog,
): Promise<() => Promise<void>> {
  const port = inbound?.port ?? null;
  const server = door && port !== null ? await startMailServer(port, door) : null;
  const take = async (raw: Uint8Array, isCut: boolean): Promise<void> => {
    await inbox.take(raw, isCut);
  };
  const watched = imap
    ? watchInbox(imap, take, (words, error) => {
        log.warn({ error }, words);
        inbox
          .tellTrouble(words)
          .catch((failed: unknown) => log.warn({ error: failed }, 'the owners could not be told'));
      })
    : null;
  return async () => {
    await watched?.stop();
    await server?.stop();
  };
}
