// Reads a raw mail (RFC 822) into what is kept of it. Attachments are listed and let go; nothing in a mail is run or fetched.
import { createHash } from 'node:crypto';
import { type Attachment, type ParsedMail, type SimpleParserOptions, simpleParser } from 'mailparser';
import { instantFromMillis } from '../core/calendar.ts';
import { cutQuote } from '../core/mail/cut-quote.ts';
import type { AttachedFile, Bounce, ReceivedMail } from '../core/mail/received-mail.ts';
import type { Refused } from '../ports/ports.ts';

/** More than any answer to a reminder; what is bigger is refused before it is parsed. */
export const MAX_MAIL_BYTES = 10 * 1024 * 1024;

/** Longer than any letter; the rest is said to be left out. */
const MAX_TEXT = 20_000;
const MAX_FILES = 30;
const MAX_LINE = 300;
const MAX_KEY = 300;
const MAX_ANSWERS = 50;

/** The library's types do not know the last one: reports stay apart from words. */
const OPTIONS = {
  skipImageLinks: true,
  skipTextToHtml: true,
  keepDeliveryStatus: true,
} as SimpleParserOptions;

/** Never throws: what cannot be read as a mail is refused in words. */
export async function readMail(
  raw: Uint8Array,
): Promise<{ readonly kind: 'mail'; readonly mail: ReceivedMail } | Refused> {
  if (raw.byteLength > MAX_MAIL_BYTES)
    return refused(`It is larger than ${MAX_MAIL_BYTES / 1024 / 1024} MB.`);
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let parsed: ParsedMail;
  let whole: string;
  try {
    parsed = await simpleParser(bytes, OPTIONS);
    whole = parsed.text || (await textOfHtml(parsed.html));
  } catch {
    return refused('It cannot be read as a mail.');
  }
  if (!isMail(parsed)) return refused('It is no mail: it has neither a sender nor a subject.');
  return { kind: 'mail', mail: mailOf(parsed, whole, bytes) };
}

/** The library makes words of HTML only where nothing stands beside it, so HTML with files is read again alone. */
async function textOfHtml(html: string | false | undefined): Promise<string> {
  if (!html) return '';
  const alone = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`);
  return (await simpleParser(alone, OPTIONS)).text ?? '';
}

function refused(because: string): Refused {
  return { kind: 'refused', because };
}

function isMail({ headers }: ParsedMail): boolean {
  return Boolean(headers?.has('from') || headers?.has('subject') || headers?.has('message-id'));
}

function mailOf(parsed: ParsedMail, whole: string, raw: Buffer): ReceivedMail {
  const messageId = idIn(parsed.messageId);
  const bounce = bounceOf(parsed);
  const text = tidy(whole.slice(0, MAX_TEXT));
  const files = parsed.attachments.filter(isSentFile);
  const from = parsed.from?.value[0];
  return {
    key:
      messageId && messageId.length <= MAX_KEY
        ? messageId
        : `sha256:${createHash('sha256').update(raw).digest('hex')}`,
    messageId,
    answers: answersOf(parsed, bounce ? raw : null, messageId),
    from: { name: lineOf(from?.name) || null, address: addressIn(from?.address) },
    subject: lineOf(parsed.subject),
    sentAt: momentOf(parsed.date),
    text,
    reply: cutQuote(text),
    isCut: whole.length > MAX_TEXT || files.length > MAX_FILES,
    files: files.slice(0, MAX_FILES).map(fileOf),
    sort: sortOf(parsed, bounce),
    bounce,
  };
}

/** Characters that no database takes, and halves of characters, are left out. */
function tidy(text: string): string {
  return text.replaceAll('\u0000', '').replace(/[\ud800-\udfff]/gu, '\ufffd');
}

function lineOf(text: string | undefined): string {
  return tidy((text ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_LINE));
}

function idIn(text: string | undefined): string | null {
  return /<[^<>\s]{3,990}>/.exec(tidy(text ?? ''))?.[0] ?? null;
}

/** A plain address that a letter can go to; null where it is anything else. */
function addressIn(text: string | undefined): string | null {
  const address = lineOf(text).toLowerCase();
  return /^[^\s@<>",;:()[\]\\]{1,64}@[^\s@<>",;:()[\]\\]+\.[^\s@<>",;:()[\]\\.]{2,}$/.test(address) &&
    address.length <= 254
    ? address
    : null;
}

function momentOf(date: Date | undefined): ReceivedMail['sentAt'] {
  const millis = date?.getTime() ?? Number.NaN;
  return Number.isFinite(millis) ? instantFromMillis(millis) : null;
}

/** Logos of a signature are no files that somebody sent, and a server's report is read elsewhere. */
function isSentFile({ related, contentType }: Attachment): boolean {
  return !related && contentType !== 'message/delivery-status';
}

function fileOf({ filename, contentType, size }: Attachment): AttachedFile {
  return { name: lineOf(filename) || 'without a name', contentType: lineOf(contentType), bytes: size };
}

function headerOf({ headerLines }: ParsedMail, name: string): string {
  const found = headerLines.find(({ key }) => key === name);
  return lineOf(found?.line.slice(name.length + 1)).toLowerCase();
}

/** `reportOn`: the raw report, in which the letter that did not arrive is quoted with its own Message-ID. */
function answersOf(parsed: ParsedMail, reportOn: Buffer | null, own: string | null): string[] {
  const references = [parsed.references ?? []].flat().reverse();
  const quoted = reportOn
    ? [...reportOn.toString('latin1').matchAll(/^message-id:\s*(<[^<>\s]+>)/gim)].map(([, id]) => id)
    : [];
  const ids = [parsed.inReplyTo, ...references, ...quoted].flatMap((id) => idIn(id) ?? []);
  return [...new Set(ids)].filter((id) => id !== own).slice(0, MAX_ANSWERS);
}

function sortOf(parsed: ParsedMail, bounce: Bounce | null): ReceivedMail['sort'] {
  if (bounce) return 'report';
  const autoSubmitted = headerOf(parsed, 'auto-submitted');
  const precedence = headerOf(parsed, 'precedence');
  const isReport = headerOf(parsed, 'content-type').startsWith('multipart/report');
  if (
    isReport ||
    (autoSubmitted !== '' && !autoSubmitted.startsWith('no')) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponse'].some((name) => headerOf(parsed, name) !== '') ||
    precedence === 'auto_reply'
  )
    return 'automatic';
  const isToMany =
    ['bulk', 'list', 'junk'].includes(precedence) ||
    headerOf(parsed, 'list-id') !== '' ||
    headerOf(parsed, 'list-unsubscribe') !== '';
  return isToMany ? 'bulk' : 'person';
}

const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon|mailer_daemon)@/i;
const NOT_DELIVERED =
  /undeliver|not (?:be )?delivered|delivery (?:status|has failed|failed|failure|incomplete)|returned mail|failure notice|unzustellbar|non remis|no entregado/i;
const NOT_YET = /delayed|warning|still trying|not yet|verzögert|retardé/i;

/** Null: no report on a letter of ours. RFC 3464: Final-Recipient, Action, Status. */
function bounceOf(parsed: ParsedMail): Bounce | null {
  const status = parsed.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  if (status) {
    const report = tidy(status.content.toString('utf8').slice(0, MAX_TEXT));
    const field = (name: string) =>
      lineOf(new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'im').exec(report)?.[1]);
    const [action, code] = [field('Action').toLowerCase(), field('Status')];
    if (action === 'delivered' || action === 'relayed' || action === 'expanded') return null;
    return {
      recipient: addressIn(field('Final-Recipient').replace(/^[^;]*;\s*/, '')),
      isFinal: code.startsWith('5') || (action === 'failed' && !code.startsWith('4')),
      why: field('Diagnostic-Code').replace(/^smtp;\s*/i, '') || code || null,
    };
  }
  const subject = parsed.subject ?? '';
  if (!DAEMON.test(parsed.from?.value[0]?.address ?? '') || !NOT_DELIVERED.test(subject)) return null;
  return { recipient: null, isFinal: !NOT_YET.test(subject), why: null };
}
