// The Mailbox: a real SMTP server that keeps what the app sends, so that local mail takes the same path as real mail.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Mail } from './control-api.ts';

export type Mailbox = { readonly smtpUrl: string; stop(): Promise<void> };

const MAX_MAIL_BYTES = 30 * 1024 * 1024;

/** `folder`: where attachments are kept. */
export async function startMailbox(
  options: { port: number; folder: string; now: () => Date },
  onMail: (mail: Mail) => void,
): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: MAX_MAIL_BYTES,
    logger: false,
    onData: (stream, _session, done) => {
      simpleParser(stream).then((parsed) => {
        onMail(mailOf(parsed, options));
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  server.on('error', () => {}); // A client that hangs up is no trouble of ours.
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function mailOf(parsed: ParsedMail, { folder, now }: { folder: string; now: () => Date }): Mail {
  const id = randomUUID();
  return {
    id,
    at: now().toISOString(),
    direction: 'out',
    from: parsed.from?.text ?? '',
    to: addresses(parsed.to),
    cc: addresses(parsed.cc),
    replyTo: parsed.replyTo?.text ?? null,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || null,
    messageId: parsed.messageId ?? '',
    inReplyTo: parsed.inReplyTo ?? null,
    references: typeof parsed.references === 'string' ? [parsed.references] : (parsed.references ?? []),
    attachments: parsed.attachments.map((attachment, index) => {
      // Two of one name are kept apart, and no name leads out of the folder.
      const name = `${index + 1}-${(attachment.filename ?? 'attachment').replace(/[^\w.-]+/g, '_')}`;
      mkdirSync(join(folder, id), { recursive: true });
      writeFileSync(join(folder, id, name), attachment.content);
      return {
        name: name.replace(/^\d+-/, ''),
        mimetype: attachment.contentType,
        size: attachment.size,
        url: `/files/${id}/${name}`,
      };
    }),
  };
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  const all = field === undefined ? [] : Array.isArray(field) ? field : [field];
  return all.flatMap(({ value }) => value.map(({ address }) => address ?? '')).filter((one) => one !== '');
}

/** What a customer writes back in the Mailbox, as a mail and as the raw message a real server would deliver. */
export function replyTo(
  mail: Mail,
  text: string,
  at: Date,
  from: string | null,
  subject: string | null,
): { mail: Mail; raw: Buffer } {
  const id = randomUUID();
  const reply: Mail = {
    id,
    at: at.toISOString(),
    direction: 'in',
    from: from ?? mail.to[0] ?? '',
    to: [mail.replyTo ?? mail.from],
    cc: [],
    replyTo: null,
    subject: subject ?? (/^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`),
    text,
    html: null,
    messageId: `<${id}@customer.example>`,
    inReplyTo: mail.messageId,
    references: [...mail.references, mail.messageId],
    attachments: [],
  };
  return { mail: reply, raw: rawOf(reply) };
}

export function rawOf(mail: Mail): Buffer {
  const oneLine = (value: string): string => value.replace(/[\r\n]+/g, ' ');
  const headers = [
    `From: ${oneLine(mail.from)}`,
    `To: ${mail.to.map(oneLine).join(', ')}`,
    `Subject: =?utf-8?B?${Buffer.from(oneLine(mail.subject)).toString('base64')}?=`,
    `Date: ${new Date(mail.at).toUTCString()}`,
    `Message-ID: ${mail.messageId}`,
    ...(mail.inReplyTo ? [`In-Reply-To: ${mail.inReplyTo}`, `References: ${mail.references.join(' ')}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const body = Buffer.from(mail.text)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${body}\r\n`);
}
