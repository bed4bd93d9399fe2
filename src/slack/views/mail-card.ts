// A customer's mail in the thread of their case: who, when, their words, what it seems to be, and what can be done at once.
import type { AnyBlock } from '@slack/types';
import { assertNever } from '../../core/assert-never.ts';
import { type Day, dayIn, formatDay, timeIn } from '../../core/calendar.ts';
import {
  type AttachedFile,
  type InboundMail,
  type MailSign,
  needsLook,
} from '../../core/mail/received-mail.ts';
import { outcomeWords } from '../../core/outcome-words.ts';
import type { Reading } from '../../core/reading/reading.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { actions, button, context, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { count, escapeInline, escapeLines, fitLines, listWords, mention, shorten } from './mrkdwn.ts';

export type MailPlace = { readonly today: Day; readonly locale: string; readonly zone: string };
export type Addressee = { readonly id: string; readonly name: string };

/** Enough to decide by; who wants the rest opens the mail itself. */
const LONGEST_SHOWN = 1_500;
const MOST_FILES = 6;

export function mailCard(
  mail: InboundMail,
  customer: Addressee,
  reading: Reading | null,
  place: MailPlace,
): Said {
  return said([
    ...mailBlocks(mail, place),
    ...(mail.match?.isUnknownSender && !isBounce(mail)
      ? [
          section(
            `:warning: *This address is none of ${escapeInline(shorten(customer.name, 150))}'s that we know of.* Find out who it is before you act on it.`,
          ),
        ]
      : []),
    section(`*In short:* ${escapeInline(shorten(gist(mail.signs, reading, place), 600))}`),
    ...foot(mail, customer, place),
  ]);
}

function isBounce({ signs }: InboundMail): boolean {
  return signs.some(({ kind }) => kind === 'bounce');
}

/** The mail itself, the same wherever it is shown. */
export function mailBlocks(mail: InboundMail, { today, locale, zone }: MailPlace): AnyBlock[] {
  const who = mail.from.name
    ? `${escapeInline(shorten(mail.from.name, 150))} (${escapeInline(mail.from.address ?? 'no address')})`
    : escapeInline(mail.from.address ?? 'an unknown sender');
  const at = mail.receivedAt;
  const when = `${formatDay(dayIn(zone, at), locale, today)} at ${timeIn(zone, at)}`;
  const subject = escapeInline(shorten(mail.subject || 'no subject', 250));
  return [
    section(`:envelope_with_arrow: *Mail from ${who}*\n${when} · “${subject}”`),
    section(quoted(mail)),
    ...(mail.files.length > 0
      ? [context(`:paperclip: ${filesWords(mail.files)}. I have not opened them.`)]
      : []),
  ];
}

function quoted({ reply, text, isCut }: InboundMail): string {
  const words = reply || text;
  if (words.trim() === '') return '_It holds no words._';
  const left = words.length - LONGEST_SHOWN;
  const lines = escapeLines(shorten(words, LONGEST_SHOWN)).split('\n');
  const more =
    left > 0 || isCut
      ? `\n_…and ${left > 0 ? count(left, 'more character') : 'more'}: the mail itself has all of it._`
      : '';
  return `${fitLines(
    lines.map((line) => `> ${line}`),
    2800,
  )}${more}`;
}

function filesWords(files: readonly AttachedFile[]): string {
  return listWords(
    files.map(
      ({ name, contentType, bytes }) =>
        `${escapeInline(shorten(name, 80))} (${escapeInline(shorten(contentType, 60))}, ${sizeWords(bytes)})`,
    ),
    MOST_FILES,
  );
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return count(bytes, 'byte');
  const kilobytes = Math.round(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function gist(signs: readonly MailSign[], reading: Reading | null, place: MailPlace): string {
  const says =
    reading?.kind === 'outcomes' ? reading.items.map(({ outcome }) => outcomeWords(outcome, place)) : [];
  const unsure = reading?.kind === 'outcomes' && reading.items.length === 0;
  const all = [
    ...signs.map((sign) => signWords(sign, place)),
    ...says.map((words) => (/[.!?…]$/.test(words) ? words : `${words}.`)),
    ...(unsure ? ['They say something of paying, and one thing is not clear.'] : []),
  ];
  return all.join(' ') || 'Nothing that I can tell: read it yourself.';
}

function signWords(sign: MailSign, { today, locale }: MailPlace): string {
  switch (sign.kind) {
    case 'bounce': {
      const whom = sign.bounce.recipient ? ` to ${sign.bounce.recipient}` : '';
      const why = sign.bounce.why ? ` The mail server says: ${shorten(sign.bounce.why, 300)}` : '';
      return sign.bounce.isFinal
        ? `Our letter${whom} did not arrive. Find out who should get it.${why}`
        : `Our letter${whom} has not arrived yet; the mail server keeps trying.${why}`;
    }
    case 'out_of_office':
      return sign.until
        ? `They are away; back on ${formatDay(sign.until, locale, today)}.`
        : 'They are away, and do not say until when.';
    case 'left_company':
      return 'Whoever we write to no longer works there. Find out who should get our letters.';
    case 'auto_reply':
      return 'A program answered that our letter has come in. Nothing to do.';
    case 'stop':
      return 'They ask to be left alone. Nobody is chasing them while you decide.';
    case 'angry':
      return 'They are angry. Better to call than to write.';
    default:
      return assertNever(sign);
  }
}

function foot(mail: InboundMail, customer: Addressee, { today, locale, zone }: MailPlace): AnyBlock[] {
  if (!needsLook(mail.signs)) return [];
  if (mail.lookedAt) {
    const on = formatDay(dayIn(zone, mail.lookedAt.at), locale, today);
    return [context(`:white_check_mark: ${mention(mail.lookedAt.by)} looked at it on ${on}.`)];
  }
  const value = encodeValue('mail', { mailId: mail.id });
  const has = (kind: MailSign['kind']) => mail.signs.find((sign) => sign.kind === kind);
  const away = has('out_of_office');
  const until = away?.kind === 'out_of_office' ? away.until : null;
  const lost = has('bounce') || has('left_company');
  return [
    actions(
      has('stop') ? button(ACTIONS.mailStop, 'Mark “do not contact”', value, { style: 'primary' }) : null,
      until
        ? button(ACTIONS.mailWait, `Wait until ${formatDay(until, locale, today)}`, value, {
            style: 'primary',
          })
        : null,
      lost
        ? button(
            ACTIONS.caseContact,
            'Who should get this?',
            encodeValue('customer', { customerId: customer.id, currency: null }),
          )
        : null,
      button(ACTIONS.mailSeen, 'Seen, go on', value),
    ),
    context('Nobody chases them before somebody has looked: confirm what it means, or press “Seen, go on”.'),
  ];
}
