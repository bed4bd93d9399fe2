// Sends one mail by SMTP, and says of every failure whether the server may have taken it all the same.
import nodemailer from 'nodemailer';
import { letterLanguage } from '../core/letter/language.ts';
import { PHRASES } from '../core/letter/phrases.ts';
import { OutsideError } from '../core/outside-error.ts';
import type { Mail, Mailer } from '../ports/mail.ts';

/** A mail server that does not answer must not hold up the next letter for long. */
const CONNECT_TIMEOUT_MS = 10_000;
const GREETING_TIMEOUT_MS = 10_000;
/** Greylisting and virus scans make the answer after DATA slow; RFC 5321 would wait ten minutes. */
const SOCKET_TIMEOUT_MS = 60_000;

/** Header lines of a long correspondence stay short; RFC 5322 asks for the first and the newest ones. */
const MAX_REFERENCES = 20;

export type MailerSettings = {
  readonly smtpUrl: string; // smtp:// or smtps://, with user and password where the server wants them
  readonly connectTimeoutMs?: number;
  readonly socketTimeoutMs?: number;
};

/** What nodemailer says of a failure; its own types leave most of it out. */
type SmtpError = Error & {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
};

export function makeMailer(settings: MailerSettings): Mailer {
  return {
    async send(mail) {
      let handedOver = false;
      // A connection a letter: it costs little at a few letters a day, and no stale one can swallow a message.
      const transport = nodemailer.createTransport({
        url: settings.smtpUrl,
        connectionTimeout: settings.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
        greetingTimeout: GREETING_TIMEOUT_MS,
        socketTimeout: settings.socketTimeoutMs ?? SOCKET_TIMEOUT_MS,
        // Its errors do not say how far it came, so the commands it sends are watched for the one that matters.
        debug: true,
        logger: watchCommands((command) => {
          if (command === 'DATA') handedOver = true;
        }),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        const info = await transport.sendMail(messageOf(mail));
        if (info.rejected.length > 0) {
          // The main recipient has it: calling it failed would send it a second time.
          const lost = info.rejected.map(String);
          if (lost.includes(mail.to)) throw refusedRecipient(mail.to, null);
        }
      } catch (error) {
        throw error instanceof OutsideError ? error : mailError(error as SmtpError, mail, handedOver);
      } finally {
        transport.close();
      }
    },
  };
}

function messageOf(mail: Mail) {
  const references =
    mail.references.length > MAX_REFERENCES
      ? [mail.references[0] ?? '', ...mail.references.slice(1 - MAX_REFERENCES)]
      : [...mail.references];
  return {
    from: { name: oneLine(mail.from.name), address: oneLine(mail.from.address) },
    replyTo: oneLine(mail.replyTo),
    to: { name: '', address: oneLine(mail.to) },
    cc: mail.cc.map((address) => ({ name: '', address: oneLine(address) })),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
    ...(references.length > 0 ? { references } : {}),
    attachments: mail.attachments.map(({ name, contentType, bytes }) => ({
      filename: oneLine(name),
      contentType,
      content: Buffer.from(bytes),
    })),
    headers: headersOf(mail),
  };
}

/**
 * Out-of-office answers to a letter about money help nobody; RFC 3834 and Exchange each have a header for it. A letter
 * that a person approved is one of theirs; a note that went by the owner's opt-in says that it went by itself. A list
 * header stands only where the letter asks for nothing that is owed: one cannot unsubscribe from a debt.
 */
function headersOf(mail: Mail): Record<string, string> {
  return {
    'Auto-Submitted': mail.byItself ? 'auto-generated' : 'no',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    'Content-Language': oneLine(mail.language),
    ...(mail.mayUnsubscribe ? { 'List-Unsubscribe': unsubscribeBy(mail) } : {}),
  };
}

function unsubscribeBy({ replyTo, language }: Mail): string {
  const { noMoreNotes } = PHRASES[letterLanguage(language)];
  return `<mailto:${oneLine(replyTo)}?subject=${encodeURIComponent(noMoreNotes)}>`;
}

/** No name and no subject can add a header. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\0]+/g, ' ').trim();
}

function mailError(error: SmtpError, mail: Mail, handedOver: boolean): OutsideError {
  const code = error.responseCode ?? null;
  const said = code === null ? '' : ` It said: ${oneLine(error.response ?? String(code)).slice(0, 200)}.`;
  const failed = (message: string) => new OutsideError('mail', message, true, error);

  if (handedOver && code === null) return unsure(error, mail);
  switch (error.code) {
    case 'EAUTH':
      return failed(
        `The mail server did not accept the user name or password in SMTP_URL.${said} Correct them, then approve again.`,
      );
    case 'ETLS':
      return failed(
        'The mail server and Tightrope could not agree on a secure connection. Check whether SMTP_URL should begin with smtps:// and which port it needs.',
      );
    case 'EDNS':
      return failed('The mail server named in SMTP_URL cannot be found. Check its name.');
    case 'EENVELOPE':
      return envelopeError(error, mail, code, said);
    case 'EMESSAGE':
      if (code !== null) {
        return failed(
          `The mail server did not take the letter.${said} Nothing was sent. Try again later, or ask whoever runs the mail server.`,
        );
      }
  }
  if (code !== null && code >= 400) {
    return failed(`The mail server refused the letter.${said} Nothing was sent.`);
  }
  return failed(
    'The mail server could not be reached, so nothing was sent. Check that it is up and that SMTP_URL is right, then approve again.',
  );
}

/** The text was on its way and no answer to it came: only a person can find out. */
function unsure(error: SmtpError, mail: Mail): OutsideError {
  return new OutsideError(
    'mail',
    `The connection to the mail server broke while the letter to ${mail.to} was being handed over. It may have gone out, or not: look in the sent mail before sending it again.`,
    false,
    error,
  );
}

function envelopeError(error: SmtpError, mail: Mail, code: number | null, said: string): OutsideError {
  if (code === 452 || code === 552 || code === 522) {
    return new OutsideError(
      'mail',
      `The mailbox of ${mail.to} is full.${said} Try again later, or call the customer.`,
      true,
      error,
    );
  }
  if (code !== null && code < 500) {
    return new OutsideError(
      'mail',
      `The mail server asks to try again later.${said} Nothing was sent; approve again in a while.`,
      true,
      error,
    );
  }
  if ((error.command ?? '').toUpperCase() === 'MAIL FROM') {
    return new OutsideError(
      'mail',
      `The mail server does not let us send as ${mail.from.address}.${said} Correct the sender on the Home tab.`,
      true,
      error,
    );
  }
  return refusedRecipient(mail.to, error, said);
}

function refusedRecipient(to: string, cause: unknown, said = ''): OutsideError {
  return new OutsideError(
    'mail',
    `The mail server refused the recipient ${to}.${said} Check the address, then approve again.`,
    true,
    cause,
  );
}

/** A logger for nodemailer that keeps nothing: commands can hold passwords and addresses. */
function watchCommands(seen: (command: string) => void) {
  const ignore = () => {};
  const debug = (entry: { tnx?: string }, message: unknown) => {
    if (entry.tnx === 'client' && typeof message === 'string') seen(message.trim());
  };
  return {
    level: ignore,
    trace: ignore,
    debug,
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  } as const;
}
