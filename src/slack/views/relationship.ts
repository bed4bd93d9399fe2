// How it stands with a customer beside the cash: a few lines on their card, the whole in a form, and the form for a note.
import type { AnyBlock, ModalView } from '@slack/types';
import { formatDay } from '../../core/calendar.ts';
import type { CaseView } from '../../core/case-view.ts';
import { formatMoney } from '../../core/money.ts';
import type { Note, Relationship } from '../../core/relationship.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { button, context, fields, header, modal, section } from './blocks.ts';
import { textField, tickField } from './inputs.ts';
import { count, escapeInline, fitLines, listWords, mention, shorten } from './mrkdwn.ts';
import { type Parsed, parsed, type StateValues, severalIn, textIn, wrong } from './read-inputs.ts';

const TREND_WORDS: Readonly<Record<NonNullable<Relationship['trend']>, string>> = {
  more: 'more orders than half a year ago',
  fewer: 'fewer orders than half a year ago',
  steady: 'orders as steady as half a year ago',
};

/** Notes that a modal has room for beside the rest. */
const MOST_NOTES = 30;

export function relationshipLines(view: CaseView): string[] {
  const { since, trend, onTime, daysLate, complaints, contactsAMonth } = view.relationship;
  const { locale, today } = view;
  const known = since ? `Customer since ${formatDay(since, locale, today)}` : 'No invoice is known';
  return [
    [known, ...(trend ? [TREND_WORDS[trend]] : [])].join(' · '),
    [onTimeWords(onTime), lateWords(daysLate)].filter((words) => words !== '').join(' · '),
    [
      count(complaints, 'complaint'),
      `${contactsAMonth} contacts a month`,
      `tone of replies: ${toneWords(view)}`,
    ].join(' · '),
    ...latestNote(view),
  ];
}

function onTimeWords({ paid, of }: Relationship['onTime']): string {
  return of === 0 ? 'no payment seen yet' : `paid on time ${paid} of ${of}`;
}

function lateWords({ now, before }: Relationship['daysLate']): string {
  const days = (number: number) => `${count(number, 'day')} late on average`;
  if (now === null) return before === null ? '' : `${days(before)} until half a year ago`;
  return before === null ? days(now) : `${days(now)} now, ${before} before`;
}

function latestNote({ relationship: { notes } }: CaseView): string[] {
  const last = notes.at(-1);
  return last ? [`Note: ${escapeInline(shorten(last.text, 200))}`] : [];
}

export function relationshipModal(view: CaseView): ModalView {
  const { customer, relationship, locale } = view;
  const { since, trend, quarters, onTime, daysLate, complaints, contactsAMonth, wishes } = relationship;
  return modal(CALLBACKS.caseRelationship, 'Relationship', [
    header(customer.name),
    fields([
      ['Customer since', since ? formatDay(since, locale) : 'no invoice is known'],
      ['Orders', trend ? TREND_WORDS[trend] : 'too short a time to compare'],
      ['Paid on time', onTimeWords(onTime)],
      ['Days late', lateWords(daysLate) || 'no payment seen yet'],
      ['Complaints', complaints === 0 ? 'none recorded' : count(complaints, 'dispute')],
      ['Contacts a month', `${contactsAMonth} in the last three months`],
      ['Tone of their replies', toneWords(view)],
      ['What they asked for', wishWords(wishes)],
    ]),
    section(
      fitLines(
        [
          '*Invoices a quarter*',
          ...quarters.map(({ name, invoices, total }) => {
            const sums = total.map((sum) => formatMoney(sum, locale)).join(' and ');
            return `• ${name}: ${invoices}${sums ? `, ${sums}` : ''}`;
          }),
        ],
        2900,
      ),
    ),
    ...noteBlocks(view),
    context('From the books as far as they were imported, and from what was recorded here.'),
  ]);
}

/** "2 friendly, 1 upset in 90 days; refused to pay once". */
function toneWords({ relationship: { tone, refusals } }: CaseView): string {
  const heard = [
    ...(tone.friendly > 0 ? [`${tone.friendly} friendly`] : []),
    ...(tone.upset > 0 ? [`${tone.upset} upset`] : []),
  ].join(', ');
  const parts = [
    ...(heard ? [`${heard} in 90 days`] : []),
    ...(refusals > 0 ? [`refused to pay ${refusals === 1 ? 'once' : `${refusals} times`}`] : []),
  ];
  return parts.join('; ') || 'nothing recorded';
}

function wishWords(wishes: readonly string[]): string {
  return (
    listWords(
      wishes.slice(-5).map((wish) => escapeInline(shorten(wish, 200))),
      5,
    ) || 'nothing recorded'
  );
}

function noteBlocks(view: CaseView): AnyBlock[] {
  const { notes } = view.relationship;
  if (notes.length === 0)
    return [section('*Notes*\nNone yet. “Relationship note…” in the list before this one takes the first.')];
  const shown = [...notes].reverse().slice(0, MOST_NOTES);
  const left = notes.length - shown.length;
  return [
    section('*Notes*'),
    ...shown.map((note) => noteBlock(note, view)),
    ...(left > 0 ? [context(`…and ${count(left, 'earlier note')}, in the history.`)] : []),
  ];
}

function noteBlock({ eventId, by, day, text, mayMention }: Note, { customer, locale, today }: CaseView) {
  const when = `${formatDay(day, locale, today)} · ${mention(by)}`;
  const allowed = mayMention ? ' · letters may mention it' : '';
  return section(
    `${escapeInline(shorten(text, 500))}\n_${when}${allowed}_`,
    button(ACTIONS.caseNoteBack, 'Take back', encodeValue('note', { customerId: customer.id, eventId }), {
      label: `Take back the note: ${shorten(text, 40)}`,
    }),
  );
}

export type TypedNote = { readonly text: string; readonly mayMention: boolean };

export function noteModal({ customer }: Pick<CaseView, 'customer'>): ModalView {
  return modal(
    CALLBACKS.caseNote,
    'Relationship note',
    [
      context(`*${escapeInline(shorten(customer.name, 150))}*`),
      textField('text', 'What do you know of them?', null, {
        limit: 300,
        multiline: true,
        placeholder: 'Dana was at our stand at the trade fair',
        hint: 'For your colleagues. Nothing that they would not like to read about themselves.',
      }),
      tickField('mention', 'In letters', ['yes', 'May be mentioned in letters'], {
        hint: 'Only an approver may tick this. A model may then speak of it in a kind letter; our own templates do not.',
      }),
    ],
    { submit: 'Save', metadata: encodeValue('customer', { customerId: customer.id, currency: null }) },
  );
}

export function parseNote(values: StateValues, mayAllow: boolean): Parsed<TypedNote> {
  const text = textIn(values, 'text');
  const mayMention = severalIn(values, 'mention').includes('yes');
  if (!text) return wrong({ text: 'Write in a few words what there is to know.' });
  if (mayMention && !mayAllow) {
    return wrong({ mention: 'Only an approver can allow this. Save it without the tick, and ask one.' });
  }
  return parsed({ text, mayMention });
}
