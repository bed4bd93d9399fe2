// The forms that a draft opens: edit it, ask for another wording, skip it with a reason.
import type { ModalView } from '@slack/types';
import type { Draft, Letter } from '../../core/draft.ts';
import type { Finding } from '../../core/guard/finding.ts';
import type { Customer } from '../../core/ledger.ts';
import { CALLBACKS, encodeValue } from './action-ids.ts';
import { context, modal, section } from './blocks.ts';
import { findingLines, isBlocked } from './finding-words.ts';
import { emailField, options, selectField, severalField, textField } from './inputs.ts';
import { escapeInline, fitLines, shorten } from './mrkdwn.ts';
import {
  chosenIn,
  isAddress,
  type Parsed,
  parsed,
  type StateValues,
  severalIn,
  textIn,
  wrong,
} from './read-inputs.ts';

/** What one of Slack's text inputs takes at most. */
const MAX_BODY = 3000;
const MAX_SUBJECT = 200;
/** More copies than this are a mailing, not a letter. */
const MAX_CC = 10;

export type DraftEdit = {
  readonly to: string;
  readonly cc: readonly string[];
  readonly letter: Letter;
  readonly attachments: Draft['attachments'];
};

export function editDraftModal(draft: Draft, customer: Pick<Customer, 'name'>): ModalView {
  const lead = isBlocked(draft.findings) ? ':no_entry: *To be mended*' : ':warning: *Worth a look*';
  return modal(
    CALLBACKS.draftEdit,
    'Edit the draft',
    [
      context(`To *${escapeInline(shorten(customer.name, 150))}*`),
      ...(draft.findings.length > 0
        ? [section(fitLines([lead, ...findingLines(draft.findings)], 2900))]
        : []),
      emailField('to', 'To', draft.to || null),
      textField('cc', 'Copies to', draft.cc.join(', ') || null, {
        limit: 1000,
        optional: true,
        hint: 'Addresses with commas between them.',
      }),
      textField('subject', 'Subject', draft.letter.subject, { limit: MAX_SUBJECT }),
      ...bodyParts(draft.letter.body).map((part, index) =>
        textField(
          index === 0 ? 'body' : `body_${index}`,
          index === 0 ? 'Letter' : 'Letter, continued',
          part,
          {
            limit: MAX_BODY,
            multiline: true,
            optional: index > 0,
            ...(index === 0
              ? { hint: 'Figures, dates and links are checked against the ledger when you save.' }
              : {}),
          },
        ),
      ),
      severalField('attachments', 'Attached', ATTACHMENTS, draft.attachments, { optional: true }),
    ],
    {
      submit: 'Save',
      metadata: encodeValue('draft', { draftId: draft.id, revision: draft.revision }),
    },
  );
}

export function parseEditDraft(values: StateValues): Parsed<DraftEdit> {
  const errors: Record<string, string> = {};
  const to = textIn(values, 'to') ?? '';
  if (!isAddress(to)) errors.to = 'This is not an e-mail address. Write it like name@company.com.';
  const cc = (textIn(values, 'cc') ?? '').split(/[,;\s]+/).filter((address) => address !== '');
  const bad = cc.find((address) => !isAddress(address));
  if (bad) errors.cc = `“${shorten(bad, 60)}” is not an e-mail address.`;
  else if (cc.length > MAX_CC) errors.cc = `At most ${MAX_CC} copies.`;
  const subject = textIn(values, 'subject');
  if (subject === null) errors.subject = 'Write a subject.';
  else if (/\p{Cc}/u.test(subject)) errors.subject = 'Keep the subject on one line.';
  const body = bodyIn(values);
  if (body === '') errors.body = 'Write the letter.';
  if (Object.keys(errors).length > 0 || subject === null) return wrong(errors);
  const attachments = severalIn(values, 'attachments').includes('statement') ? (['statement'] as const) : [];
  return parsed({ to, cc: [...new Set(cc)], letter: { subject, body }, attachments });
}

const ATTACHMENTS = options([['statement', 'Statement of account (PDF), made when the letter goes']]);

/** A letter longer than one field goes into several, cut between paragraphs, so that nothing is lost by editing. */
function bodyParts(body: string): string[] {
  const parts: string[] = [];
  let rest = body;
  while (rest.length > MAX_BODY) {
    const cut = rest.lastIndexOf('\n\n', MAX_BODY);
    const at = cut > 0 ? cut : MAX_BODY;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).replace(/^\n+/, '');
  }
  return [...parts, rest];
}

function bodyIn(values: StateValues): string {
  const parts = [textIn(values, 'body')];
  for (let index = 1; values[`body_${index}`]; index += 1) parts.push(textIn(values, `body_${index}`));
  return parts.filter((part) => part !== null).join('\n\n');
}

export function instructModal(draft: Draft): ModalView {
  return modal(
    CALLBACKS.draftInstruct,
    'Rewrite the draft',
    [
      textField('instruction', 'How should it be different?', null, {
        limit: 500,
        multiline: true,
        placeholder: 'Mention that we met them at the fair last week',
        hint: 'Sums, dates and links always come from the ledger, whatever you ask for.',
      }),
    ],
    {
      submit: 'Rewrite',
      metadata: encodeValue('draft', { draftId: draft.id, revision: draft.revision }),
    },
  );
}

export function parseInstruct(values: StateValues): Parsed<{ readonly instruction: string }> {
  const instruction = textIn(values, 'instruction');
  return instruction ? parsed({ instruction }) : wrong({ instruction: 'Say what should be different.' });
}

/** The guard has remarks: they are quoted, and whoever overrules them says why. */
export function overruleModal(draft: Draft, findings: readonly Finding[]): ModalView {
  return modal(
    CALLBACKS.draftOverrule,
    'Send it all the same?',
    [
      section(fitLines([':warning: *Worth a look*', ...findingLines(findings)], 2900)),
      textField('reason', 'Why is it right as it stands?', null, {
        limit: 500,
        multiline: true,
        placeholder: 'We agreed on this date by phone',
        hint: 'Kept with the letter and in the case, with your name.',
      }),
    ],
    {
      submit: 'Approve & send',
      metadata: encodeValue('draft', { draftId: draft.id, revision: draft.revision }),
    },
  );
}

export function parseOverrule(values: StateValues): Parsed<{ readonly reason: string }> {
  const reason = textIn(values, 'reason');
  return reason ? parsed({ reason }) : wrong({ reason: 'Say in a few words why it may go.' });
}

const SKIP_REASONS = [
  ['paid', 'They have paid, or are about to'],
  ['spoke', 'I have spoken with them'],
  ['wrong_time', 'Not the right moment'],
  ['wrong_words', 'Not the right letter'],
  ['by_hand', 'I will write to them myself'],
  ['other', 'Something else'],
] as const;

export function skipModal(draft: Draft): ModalView {
  return modal(
    CALLBACKS.draftSkip,
    'Skip this draft',
    [
      selectField('reason', 'Why?', options(SKIP_REASONS), null, {
        hint: 'It is kept with the case, so that the next letter can be better.',
      }),
      textField('note', 'In your words', null, { limit: 500, multiline: true, optional: true }),
    ],
    {
      submit: 'Skip it',
      metadata: encodeValue('draft', { draftId: draft.id, revision: draft.revision }),
    },
  );
}

export function parseSkip(values: StateValues): Parsed<{ readonly reason: string }> {
  const chosen = SKIP_REASONS.find(([value]) => value === chosenIn(values, 'reason'));
  const note = textIn(values, 'note');
  if (!chosen) return wrong({ reason: 'Choose a reason.' });
  if (chosen[0] === 'other' && !note) return wrong({ note: 'Say in a few words why.' });
  if (chosen[0] === 'other') return parsed({ reason: note ?? '' });
  return parsed({ reason: note ? `${chosen[1]}: ${note}` : chosen[1] });
}
