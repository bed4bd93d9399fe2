// The morning digest: what is overdue, what changed, and whom to chase today, in order and with the reason.
import type { AnyBlock } from '@slack/types';
import { apartWords } from '../../core/apart-totals.ts';
import { dayIn, formatDay, timeIn } from '../../core/calendar.ts';
import type { Changes, Digest, DigestEntry } from '../../core/digest.ts';
import { formatMoney, sumByCurrency } from '../../core/money.ts';
import { ACTIONS, encodeOption, encodeValue } from './action-ids.ts';
import { ageingBlocks, overdueLines } from './ageing-chart.ts';
import {
  actions,
  button,
  context,
  divider,
  header,
  linkButton,
  menu,
  option,
  overflow,
  type Said,
  section,
} from './blocks.ts';
import { callBlocks, thankBlocks } from './digest-people.ts';
import { planBlocks } from './digest-plans.ts';
import { disputesText } from './dispute-lines.ts';
import { said } from './fallback.ts';
import { count, escapeInline, fitLines, listWords, shorten } from './mrkdwn.ts';
import { quoteLine } from './promise-lines.ts';
import { requestBlocks } from './request-lines.ts';
import { daysLateWords, stepWords } from './verdict-words.ts';

/** Three blocks an entry, and up to fifteen for the rest, stay below Slack's 50 a message. */
export const DIGEST_PAGE = 10;

/** `page` counts from 0; one beyond the end shows the last. */
export function digestMessage(digest: Digest, page = 0): Said {
  const pages = Math.max(1, Math.ceil(digest.chase.length / DIGEST_PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const entries = digest.chase.slice(at * DIGEST_PAGE, (at + 1) * DIGEST_PAGE);
  return said([
    header(`Good morning! It is ${formatDay(digest.day, digest.locale)}`),
    ...staleWarning(digest),
    ...unreadBlocks(digest),
    section(fitLines(overdueLines(digest.ageing, digest.locale), 2900) || 'Nothing is overdue. Well done!'),
    ...ageingBlocks(digest.ageing, digest.locale),
    ...apartBlocks(digest),
    ...(digest.changes ? [section(changeWords(digest.changes, digest))] : []),
    ...planBlocks(digest),
    ...thankBlocks(digest),
    ...callBlocks(digest),
    divider(),
    section(chaseTitle(digest, at, pages)),
    ...entries.flatMap((entry, index) => entryBlocks(entry, at * DIGEST_PAGE + index + 1, digest)),
    ...disputeBlocks(digest),
    ...requestBlocks(digest),
    divider(),
    ...footer(digest, at, pages),
  ]);
}

function apartBlocks({ apart, locale }: Digest): AnyBlock[] {
  const words = apartWords(apart, locale);
  return words ? [context(words)] : [];
}

function staleWarning({ stale, freshAt, zone, locale, day }: Digest): AnyBlock[] {
  if (!stale && freshAt !== null) return [];
  const words =
    freshAt === null
      ? ':warning: *No invoices have been imported yet.* Drop your open-invoices file on me, and I will tell you whom to chase.'
      : `:warning: *The books were last imported on ${formatDay(dayIn(zone, freshAt), locale, day)}.* Somebody may have paid since then. Import today's file before you write to anybody.`;
  return [section(words, button(ACTIONS.importOpen, 'Import', null, { style: 'primary' }))];
}

function changeWords(changes: Changes, { locale, day, ageing }: Digest): string {
  const now = ageing.currencies.map(({ overdue }) => overdue);
  const moved = changes.overdueBefore.flatMap((before) => {
    const after = now.find(({ currency }) => currency === before.currency)?.minor ?? 0;
    const by = formatMoney({ ...before, minor: Math.abs(after - before.minor) }, locale);
    if (after === before.minor) return [`overdue in ${before.currency} is unchanged`];
    return [`overdue is ${after < before.minor ? 'down' : 'up'} ${by}`];
  });
  const lines = [
    listWords(moved),
    ...named('paid', 'Paid', changes.paid, locale),
    ...named('newly overdue', 'Newly overdue', changes.newlyOverdue, locale),
  ].filter((line) => line !== '');
  const since = `*Since ${formatDay(changes.since, locale, day)}*`;
  if (lines.length === 0) return `${since}: nothing changed.`;
  return fitLines([since, ...lines.map((line) => `• ${line}`)], 2900);
}

function named(
  what: string,
  label: string,
  rows: Changes['paid'] | Changes['newlyOverdue'],
  locale: string,
): string[] {
  if (rows.length === 0) return what === 'paid' ? ['no payments'] : [];
  const sums = sumByCurrency(rows.map(({ amount }) => amount)).map((sum) => formatMoney(sum, locale));
  const names = rows.map(
    ({ customerName, amount }) => `${escapeInline(shorten(customerName, 80))} ${formatMoney(amount, locale)}`,
  );
  return [`${label}: ${rows.length > 1 ? `${listWords(sums)} (${listWords(names, 8)})` : names[0]}`];
}

/** More than these are counted: each stands in its case. */
const MOST_UNREAD = 5;

/** One block, with the way to the oldest: the message has few to spare. */
function unreadBlocks({ unread, locale, day }: Digest): AnyBlock[] {
  const [oldest] = unread;
  if (!oldest) return [];
  const left = unread.length - MOST_UNREAD;
  const lines = unread
    .slice(0, MOST_UNREAD)
    .map(
      ({ customerName, day: on, subject }) =>
        `• *${escapeInline(shorten(customerName, 150))}* · ${formatDay(on, locale, day)} · “${escapeInline(shorten(subject || 'no subject', 150))}”`,
    );
  const title = `:envelope_with_arrow: *Wrote to us, and nobody has looked yet: ${count(unread.length, 'mail')}*`;
  const more = left > 0 ? [`…and ${left} more, each in its case`] : [];
  const value = encodeValue('customer', { customerId: oldest.customerId, currency: null });
  return [
    section(
      fitLines([title, ...lines, ...more], 2900),
      button(ACTIONS.caseOpen, unread.length > 1 ? 'Open the oldest' : 'Open case', value, {
        label: `Open case: ${shorten(oldest.customerName, 150)}`,
      }),
    ),
  ];
}

function chaseTitle({ chase }: Digest, page: number, pages: number): string {
  if (chase.length === 0)
    return '*Nobody needs chasing today.* Enjoy the quiet, or thank a customer who paid.';
  const where = pages > 1 ? ` (page ${page + 1} of ${pages})` : '';
  return `*Whom to chase today: ${count(chase.length, 'customer')}*${where}, the most important first`;
}

function entryBlocks(entry: DigestEntry, position: number, digest: Digest): AnyBlock[] {
  const { act } = entry;
  const name = escapeInline(shorten(entry.customerName, 150));
  const total = formatMoney(act.total, digest.locale);
  const noEmail =
    act.channel === 'email' && !entry.hasEmail ? '\n:email: No e-mail: who should get this?' : '';
  const text = `*${position}. ${name}* · ${total} · ${daysLateWords(act.daysLate)}\n${stepWords(act)}. ${escapeInline(shorten(act.because, 600))}${quoteLine(entry)}${noEmail}`;
  return [section(text, caseMenu(act.customerId)), actions(...entryButtons(entry))];
}

/** The way to everything else about a customer, for their line in any list. */
export function caseMenu(customerId: string) {
  return overflow(ACTIONS.caseMore, [
    option('Why?', encodeOption('why', customerId)),
    option('History', encodeOption('history', customerId)),
    option('Who should get this?', encodeOption('contact', customerId)),
    option('Their own terms', encodeOption('terms', customerId)),
    option('More…', encodeOption('acts', customerId)),
  ]);
}

function entryButtons({ act, hasEmail, liveDraft, customerName, threadLink }: DigestEntry) {
  const value = encodeValue('customer', { customerId: act.customerId, currency: act.currency });
  const about = `: ${customerName}`;
  const log = button(ACTIONS.caseLog, 'Log a call', value, { label: `Log a call${about}` });
  const open = threadLink
    ? linkButton(ACTIONS.linkOpen, 'Open case', threadLink)
    : button(ACTIONS.caseOpen, 'Open case', value, { label: `Open case${about}` });
  const ask =
    act.channel === 'email' && !hasEmail
      ? button(ACTIONS.caseContact, 'Who should get this?', value, { label: `Who should get this${about}` })
      : null;
  if (liveDraft) {
    const words = liveDraft === 'approved' ? 'Open approved letter' : 'Open draft';
    const live = threadLink
      ? linkButton(ACTIONS.linkOpenDraft, words, threadLink)
      : button(ACTIONS.caseDraft, words, value, { label: `${words}${about}` });
    return [live, log, ask, snoozeMenu(act.customerId)];
  }
  if (act.channel === 'call') {
    const script = button(ACTIONS.caseDraft, 'Call script', value, {
      style: 'primary',
      label: `Call script${about}`,
    });
    return [script, log, open, snoozeMenu(act.customerId)];
  }
  if (act.channel === 'none') {
    const review = button(ACTIONS.lastReview, 'Internal review', value, {
      style: 'primary',
      label: `Internal review${about}`,
    });
    return [review, log, open, snoozeMenu(act.customerId)];
  }
  const draft = button(ACTIONS.caseDraft, 'Draft', value, { style: 'primary', label: `Draft${about}` });
  return [draft, log, ask, snoozeMenu(act.customerId)];
}

export function snoozeMenu(customerId: string) {
  return menu(ACTIONS.caseSnooze, 'Snooze', [
    option('for 3 days', encodeOption('3', customerId)),
    option('for a week', encodeOption('7', customerId)),
    option('for two weeks', encodeOption('14', customerId)),
    option('until a date…', encodeOption('until', customerId)),
  ]);
}

function disputeBlocks({ disputes, day, locale }: Digest): AnyBlock[] {
  const text = disputesText(disputes, { today: day, locale });
  return text ? [section(text)] : [];
}

function footer(digest: Digest, page: number, pages: number): AnyBlock[] {
  const to = (target: number) => encodeValue('digestPage', { day: digest.day, page: target });
  const buttons = [
    page > 0 ? button(ACTIONS.digestPrevious, '◂ Previous', to(page - 1)) : null,
    page < pages - 1 ? button(ACTIONS.digestNext, 'Next ▸', to(page + 1)) : null,
    digest.leave.length > 0
      ? button(ACTIONS.digestLeave, `Whom we leave alone (${digest.leave.length}) ▸`, to(0))
      : null,
  ].filter((element) => element !== null);
  return [...(buttons.length > 0 ? [actions(...buttons)] : []), context(freshWords(digest))];
}

function freshWords({ freshAt, zone, locale, day }: Digest): string {
  if (freshAt === null) return 'No import yet.';
  return `Books imported ${formatDay(dayIn(zone, freshAt), locale, day)} at ${timeIn(zone, freshAt)}.`;
}
