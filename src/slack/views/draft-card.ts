// A drafted letter on its way: waiting for an approver, approved, sent, or not. The words stay, so the thread is the record.
import type { AnyBlock } from '@slack/types';
import { assertNever } from '../../core/assert-never.ts';
import { dayIn, formatDay, type Instant, millisOf, timeIn } from '../../core/calendar.ts';
import type { Draft } from '../../core/draft.ts';
import { isCourtesy } from '../../core/facts.ts';
import type { Customer } from '../../core/ledger.ts';
import { LETTER_LANGUAGES, type LetterLanguage, letterLanguage } from '../../core/letter/language.ts';
import { formatMoney } from '../../core/money.ts';
import { ACTIONS, encodeOption, encodeValue } from './action-ids.ts';
import {
  actions,
  button,
  confirmation,
  context,
  divider,
  LIMITS,
  menu,
  option,
  type Said,
  section,
  verbatim,
} from './blocks.ts';
import { said } from './fallback.ts';
import { findingLines, isBlocked } from './finding-words.ts';
import { count, escapeInline, fitLines, listWords, mention, pieces, shorten, tidyLines } from './mrkdwn.ts';
import { daysLateWords, letterWords } from './verdict-words.ts';

/** How the workspace shows days and times. */
export type Place = { readonly locale: string; readonly zone: string };

/** Up to this long, the wait is the time for Undo; longer, it is the customer's closed office. */
const LONGEST_UNDO_S = 300;

export const LANGUAGE_NAMES: Readonly<Record<LetterLanguage, string>> = {
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  de: 'German',
};

export function draftCard(draft: Draft, customer: Pick<Customer, 'id' | 'name'>, place: Place): Said {
  return said([
    section(title(draft, customer, place)),
    ...stateBlocks(draft, place),
    section(addressLines(draft)),
    divider(),
    ...bodyBlocks(draft.letter.body),
    divider(),
    ...(isOpen(draft) ? [checkedBlock(draft)] : overruledBlocks(draft)),
    ...(draft.authorship.note ? [context(escapeInline(draft.authorship.note))] : []),
    ...buttonBlocks(draft),
  ]);
}

/** Still to be decided by somebody. */
function isOpen({ state }: Draft): boolean {
  return state === 'proposed' || state === 'failed';
}

function title({ step, facts, state }: Draft, customer: Pick<Customer, 'name'>, { locale }: Place): string {
  const kind = letterWords({ step, facts });
  const name = escapeInline(shorten(customer.name, 150));
  const lead = state === 'proposed' ? ':pencil2: Draft' : ':envelope: Letter';
  const sum =
    facts.total.minor > 0 ? ` · ${formatMoney(facts.total, locale)} · ${daysLateWords(facts.daysLate)}` : '';
  return `${lead}: *${kind}* to *${name}*${sum}`;
}

function stateBlocks(draft: Draft, place: Place): AnyBlock[] {
  const words = stateWords(draft, place);
  return words ? [section(words)] : [];
}

function stateWords(draft: Draft, place: Place): string | null {
  const reason = draft.reason ? ` ${escapeInline(shorten(draft.reason, 1000))}` : '';
  const approvedBy = draft.approvedBy
    ? ` Approved by ${mention(draft.approvedBy)}${at(draft.approvedAt, place)}.`
    : '';
  switch (draft.state) {
    case 'proposed':
      return null;
    case 'approved':
      return `:hourglass_flowing_sand: *${whenWords(draft, place)}*${approvedBy}`;
    case 'sending':
      return `:hourglass_flowing_sand: *Being sent now.*${approvedBy}`;
    case 'sent':
      return `:white_check_mark: *Sent${at(draft.sentAt, place)}.*${reason}${approvedBy}`;
    case 'skipped':
      return `:fast_forward: *Skipped*${draft.decidedBy ? ` by ${mention(draft.decidedBy)}` : ''}.${reason}`;
    case 'stopped':
      return `:octagonal_sign: *Not sent.*${reason}${approvedBy}`;
    case 'failed':
      return `:warning: *It could not be sent.*${reason} Nothing went out. Try again, edit it, or skip it.${approvedBy}`;
    case 'unsure':
      return `:warning: *It may have been sent.*${reason} Look into the sent mail of your mail account, then say what you found.${approvedBy}`;
    default:
      return assertNever(draft.state);
  }
}

/** " Tue 24 Nov at 09:12", or nothing where the moment is not known. */
function at(instant: Instant | null, { zone, locale }: Place): string {
  if (instant === null) return '';
  return ` ${formatDay(dayIn(zone, instant), locale)} at ${timeIn(zone, instant)}`;
}

function whenWords({ approvedAt, sendAfter }: Draft, place: Place): string {
  if (!approvedAt || !sendAfter) return 'Will be sent soon.';
  const seconds = Math.round((millisOf(sendAfter) - millisOf(approvedAt)) / 1000);
  if (seconds <= LONGEST_UNDO_S) return `Sending in ${count(Math.max(seconds, 1), 'second')}.`;
  return `Will be sent${at(sendAfter, place)} (their office hours).`;
}

function addressLines(draft: Draft): string {
  const to = draft.to ? escapeInline(shorten(draft.to, 254)) : '_No e-mail: who should get this?_';
  const cc = draft.cc.length > 0 ? [`*Cc:* ${escapeInline(listWords(draft.cc, 10))}`] : [];
  const subject = `*Subject:* ${escapeInline(shorten(draft.letter.subject, 500))}`;
  const attached = draft.attachments.includes('statement')
    ? ['*Attached:* statement of account (PDF), made when the letter goes']
    : [];
  const { file } = draft.facts.detail?.matter ?? {};
  const copy = file
    ? [`*Attached:* ${escapeInline(shorten(file.name, 150))}, the file that was given here`]
    : [];
  return [`*To:* ${to}`, ...cc, subject, ...attached, ...copy, ...mentionLines(draft)].join('\n');
}

/** Only a model makes use of them; whoever approves sees what it was told of people. */
function mentionLines({ facts, authorship }: Draft): string[] {
  if (authorship.model === null || !facts.mentions?.length) return [];
  const notes = facts.mentions.map((note) => `“${escapeInline(shorten(note, 300))}”`);
  return [`*Mentions:* may speak of ${listWords(notes)}`];
}

/** Sections the letter may take; a longer one is shown up to there, with the rest behind Edit. */
const MAX_BODY_SECTIONS = 30;

function bodyBlocks(body: string): AnyBlock[] {
  const parts = pieces(tidyLines(body), LIMITS.section);
  const left = parts.slice(MAX_BODY_SECTIONS).reduce((sum, part) => sum + part.length, 0);
  return [
    ...parts.slice(0, MAX_BODY_SECTIONS).map((part) => verbatim(part)),
    ...(left > 0 ? [context(`…and ${left} more characters, which Edit shows.`)] : []),
    ...(parts.length === 0 ? [section('_The letter is empty._')] : []),
  ];
}

function checkedBlock({ findings }: Draft): AnyBlock {
  if (findings.length === 0) {
    return context(
      ':white_check_mark: Checked against the ledger: amounts, dates, invoice numbers, names, links and tone. Nothing to object.',
    );
  }
  const blocked = isBlocked(findings);
  const lead = blocked
    ? ':no_entry: *It cannot be sent as it stands:*'
    : `:warning: *Checked, with ${count(findings.length, 'remark')}:*`;
  return section(fitLines([lead, ...findingLines(findings)], 2900));
}

/** What was let pass stays with the letter, so that the thread is the record. */
function overruledBlocks({ overruled, approvedBy }: Draft): AnyBlock[] {
  if (!overruled) return [];
  const remarks = overruled.remarks.map((remark) => `• ${escapeInline(shorten(remark, 300))}`);
  const lead = `:warning: *Overruled${approvedBy ? ` by ${mention(approvedBy)}` : ''}:* ${escapeInline(shorten(overruled.reason, 500))}`;
  return [section(fitLines([lead, ...remarks], 2900))];
}

function buttonBlocks(draft: Draft): AnyBlock[] {
  const value = encodeValue('draft', { draftId: draft.id, revision: draft.revision });
  switch (draft.state) {
    case 'proposed':
    case 'failed':
      return [actions(...openButtons(draft, value))];
    case 'approved':
      return [actions(button(ACTIONS.draftUndo, 'Undo', value), whyButton(value))];
    case 'unsure':
      return [
        actions(
          button(ACTIONS.draftWasSent, 'It was sent', value),
          button(ACTIONS.draftWasNotSent, 'It was not: send again', value, {
            confirm: confirmation(
              'Was it really not sent?',
              'If it did go out, the customer would get the same letter twice. Approve it again on the card to send it.',
              'It was not sent',
            ),
          }),
        ),
      ];
    case 'sending':
    case 'sent':
    case 'skipped':
    case 'stopped':
      return [];
    default:
      return assertNever(draft.state);
  }
}

function openButtons(draft: Draft, value: string) {
  return [
    approveButton(draft, value),
    button(ACTIONS.draftEdit, 'Edit', value),
    menu(ACTIONS.draftRewrite, 'Rewrite', [
      option('Softer', encodeOption('softer', draft.id, draft.revision)),
      // Thanks cannot be firm.
      ...(isCourtesy(draft.facts.occasion ?? draft.step)
        ? []
        : [option('Firmer', encodeOption('firmer', draft.id, draft.revision))]),
      option('Shorter', encodeOption('shorter', draft.id, draft.revision)),
      option('With an instruction…', encodeOption('instruction', draft.id, draft.revision)),
      ...LETTER_LANGUAGES.filter((language) => language !== letterLanguage(draft.facts.language)).map(
        (language) =>
          option(`In ${LANGUAGE_NAMES[language]}`, encodeOption(`in_${language}`, draft.id, draft.revision)),
      ),
    ]),
    button(ACTIONS.draftRefresh, 'Update figures', value),
    button(ACTIONS.draftSkip, 'Skip', value),
    whyButton(value),
  ];
}

function whyButton(value: string) {
  return button(ACTIONS.draftWhy, 'Why this draft?', value);
}

/** No Approve while the guard forbids it; without an address the question for it stands in its place. */
function approveButton(draft: Draft, value: string) {
  if (!draft.to) {
    const customer = encodeValue('customer', { customerId: draft.customerId, currency: draft.currency });
    return button(ACTIONS.caseContact, 'Who should get this?', customer, { style: 'primary' });
  }
  if (isBlocked(draft.findings)) return null;
  const words = draft.state === 'failed' ? 'Try again' : 'Approve & send';
  // Remarks ask for a reason first: the dots say that a form comes.
  return button(ACTIONS.draftApprove, draft.findings.length > 0 ? `${words}…` : words, value, {
    style: 'primary',
  });
}
