// One customer on one card: what is open, what comes next and why, and what can be done about it now.
import type { AnyBlock } from '@slack/types';
import { apartWords } from '../../core/apart-totals.ts';
import type { CaseView } from '../../core/case-view.ts';
import { lessonsIn } from '../../core/lessons.ts';
import { formatMoney, type Money } from '../../core/money.ts';
import { offerWords } from '../../core/offer/offer-words.ts';
import type { Act } from '../../core/verdict.ts';
import { ACTIONS, encodeOption, encodeValue } from './action-ids.ts';
import {
  actions,
  button,
  context,
  fields,
  header,
  linkButton,
  option,
  overflow,
  type Said,
  section,
} from './blocks.ts';
import { snoozeMenu } from './digest.ts';
import { creditLine, disputeLine } from './dispute-lines.ts';
import { requestButtons } from './document-forms.ts';
import { eventLine } from './event-words.ts';
import { said } from './fallback.ts';
import { lastTime } from './look-back.ts';
import { count, escapeInline, fitLines, mention, shorten } from './mrkdwn.ts';
import { invoiceBlocks } from './open-invoices.ts';
import { promiseBlocks } from './promise-lines.ts';
import { relationshipLines } from './relationship.ts';
import { orderLine, requestLine } from './request-lines.ts';
import { verdictSentence } from './verdict-words.ts';

/** The newest events that `/overdue acme` shows; the History button has them all. */
const RECENT = 5;

/** The card that stands in the channel; its thread is the case. */
export function caseCard(view: CaseView): Said {
  return said([...caseBlocks(view), caseActions(view), context(threadHint(view))]);
}

/** The answer to `/overdue acme`, for one person: the card, what happened lately, and why things stand so. */
export function customerMessage(view: CaseView): Said {
  const recent = view.history.slice(0, RECENT).map((event) => eventLine(event, view));
  const older = view.history.length - recent.length;
  const facts = view.verdicts.flatMap((verdict) => verdict.facts).map((fact) => `• ${escapeInline(fact)}`);
  return said([
    ...caseBlocks(view),
    ...(facts.length > 0 ? [section(fitLines(['*Why*', ...facts], 2900))] : []),
    section(
      recent.length > 0
        ? fitLines(
            ['*History*', ...recent, ...(older > 0 ? [`…and ${count(older, 'earlier record')}`] : [])],
            2900,
          )
        : '*History*\nNothing has been recorded yet.',
    ),
    section(fitLines(['*Relationship*', ...relationshipLines(view)], 2900)),
    caseActions(view),
  ]);
}

/** Nothing open: the case looks closed. */
function isResolved(view: CaseView): boolean {
  return view.open.every(({ kind }) => kind === 'credit_note');
}

function caseBlocks(view: CaseView): AnyBlock[] {
  const { customer, locale, today } = view;
  if (isResolved(view)) {
    const credit = view.openTotals.filter(({ minor }) => minor < 0);
    const owed =
      credit.length > 0
        ? ` We owe them ${credit.map((of) => formatMoney({ ...of, minor: -of.minor }, locale)).join(' and ')}.`
        : '';
    return [
      header(customer.name),
      section(`:white_check_mark: *Everything is paid.* Nothing is open for this customer.${owed}`),
    ];
  }
  const state = view.verdicts.map((verdict) => verdictSentence(verdict, today, locale));
  return [
    header(customer.name),
    fields([
      ['Overdue', sums(view.overdue, locale)],
      ['Open in all', sums(view.openTotals, locale)],
      ['Letters go to', contactWords(view)],
      ['Looked after by', customer.accountManager ? mention(customer.accountManager) : 'nobody yet'],
    ]),
    ...apartBlocks(view),
    ...invoiceBlocks(view),
    ...(state.length > 0 ? [section(fitLines(state, 2900))] : []),
    ...promiseBlocks(view),
    ...offerLines(view),
    ...lessonLine(view),
    ...disputeBlocks(view),
    ...draftLine(view),
  ];
}

function offerLines({ offers, today, locale }: CaseView): AnyBlock[] {
  if (offers.length === 0) return [];
  const lines = offers.map(
    (offer) => `• ${escapeInline(shorten(offerWords(offer, { today, locale }), 400))}`,
  );
  return [section(fitLines(['*We offered, and they may still take*', ...lines], 2900))];
}

function apartBlocks({ apart, locale }: CaseView): AnyBlock[] {
  const words = apartWords(apart, locale);
  return words ? [context(words)] : [];
}

function sums(amounts: readonly Money[], locale: string): string {
  return amounts.map((amount) => formatMoney(amount, locale)).join(' and ') || 'nothing';
}

function contactWords({ customer }: CaseView): string {
  const contact = customer.contacts[0];
  const named = contact?.name ? `${escapeInline(shorten(contact.name, 100))}, ` : '';
  const phone = contact?.phone ? `\n${escapeInline(shorten(contact.phone, 60))}` : '';
  if (!contact?.email) return `:email: No e-mail: who should get this?${phone}`;
  return `${named}${escapeInline(shorten(contact.email, 254))}${phone}`;
}

function lessonLine({ history, overdue }: CaseView): AnyBlock[] {
  const [lesson] = lessonsIn(history);
  return lesson && overdue.length > 0 ? [section(lastTime(lesson))] : [];
}

function disputeBlocks(view: CaseView): AnyBlock[] {
  const lines = [
    ...view.disputes.map((dispute) => `In dispute: ${disputeLine(dispute, view)}`),
    ...view.missingCredits.map((credit) => creditLine(credit, view)),
    ...view.requests.map((request) => requestLine(request, view)),
    ...ordersOfOpen(view).map(orderLine),
  ];
  return lines.length > 0 ? [section(fitLines(lines, 2900))] : [];
}

/** Order numbers, each with those of its invoices that are open. */
function ordersOfOpen({ orderNumbers, open }: CaseView): CaseView['orderNumbers'] {
  const numbers = new Set(open.map(({ number }) => number));
  return orderNumbers
    .map((order) => ({ ...order, invoices: order.invoices.filter((number) => numbers.has(number)) }))
    .filter(({ invoices }) => invoices.length > 0);
}

/** Buttons for what is ours to do about a dispute. */
function disputeButtons({ disputes, customer }: CaseView, value: string) {
  const look = (words: string) => ({ label: `${words}: ${customer.name}` });
  return [
    disputes.some(({ isAcknowledged }) => !isAcknowledged)
      ? button(ACTIONS.disputeHeard, 'Say that we heard them', value, look('Say that we heard them'))
      : null,
    disputes.length > 0
      ? button(ACTIONS.disputeOwner, 'Who settles this?', value, look('Who settles this'))
      : null,
  ];
}

function draftLine({ liveDraft }: CaseView): AnyBlock[] {
  if (!liveDraft) return [];
  const words: Record<NonNullable<CaseView['liveDraft']>['state'], string | null> = {
    proposed: ':pencil2: A draft waits for an approver.',
    approved: ':hourglass_flowing_sand: A letter is approved and will be sent.',
    sending: ':hourglass_flowing_sand: A letter is being sent.',
    failed: ':warning: A letter could not be sent. Look at its card.',
    unsure: ':warning: Nobody knows yet whether a letter went out. Answer the question on its card.',
    sent: null,
    skipped: null,
    stopped: null,
  };
  const line = words[liveDraft.state];
  return line ? [section(line)] : [];
}

function caseActions(view: CaseView): AnyBlock {
  const { customer, liveDraft, threadLink } = view;
  const act = view.verdicts.find((verdict): verdict is Act => verdict.kind === 'act') ?? null;
  const value = encodeValue('customer', { customerId: customer.id, currency: act?.currency ?? null });
  const about = `: ${customer.name}`;
  const open = threadLink ? linkButton(ACTIONS.linkOpen, 'Open case', threadLink) : null;
  const more = overflow(ACTIONS.caseMore, moreOptions(view));
  const log = button(ACTIONS.caseLog, 'Log a call', value, { label: `Log a call${about}` });
  const thank = view.mayThank
    ? button(ACTIONS.caseThank, 'They paid: thank them', value, { label: `Thank them${about}` })
    : null;
  if (isResolved(view)) return actions(thank, open, log, more);
  const ask = customer.contacts[0]?.email
    ? null
    : button(ACTIONS.caseContact, 'Who should get this?', value, { label: `Who should get this${about}` });
  const draft = liveDraft
    ? liveDraft.link
      ? linkButton(ACTIONS.linkOpenDraft, 'Open draft', liveDraft.link)
      : button(ACTIONS.caseDraft, 'Open draft', value, { label: `Open draft${about}` })
    : act?.channel === 'email'
      ? button(ACTIONS.caseDraft, 'Draft', value, { style: 'primary', label: `Draft${about}` })
      : act?.channel === 'call'
        ? button(ACTIONS.caseDraft, 'Call script', value, {
            style: 'primary',
            label: `Call script${about}`,
          })
        : act?.step === 'internal_review'
          ? button(ACTIONS.lastReview, 'Internal review', value, {
              style: 'primary',
              label: `Internal review${about}`,
            })
          : null;
  const resolve = view.open.some((invoice) => invoice.disputed)
    ? button(ACTIONS.caseResolve, 'Resolve the dispute…', value, { label: `Resolve the dispute${about}` })
    : null;
  return actions(
    draft,
    resolve,
    ...disputeButtons(view, value),
    ...requestButtons(view, value),
    log,
    ask,
    open,
    snoozeMenu(customer.id),
    more,
  );
}

/** Slack takes five of these at most. */
function moreOptions({ customer }: CaseView) {
  return [
    option('Why?', encodeOption('why', customer.id)),
    option('Their own terms', encodeOption('terms', customer.id)),
    option('History', encodeOption('history', customer.id)),
    option('Who should get this?', encodeOption('contact', customer.id)),
    option('More…', encodeOption('acts', customer.id)),
  ];
}

function threadHint(view: CaseView): string {
  return isResolved(view)
    ? 'The thread keeps what happened.'
    : 'Reply in this thread with what the customer said, and I will record it once you confirm.';
}
