// Forms about a dispute: who settles it and by when, how it ended, and that it is open again.
import type { ModalView, PlainTextOption } from '@slack/types';
import { type Day, dayIn, formatDay } from '../../core/calendar.ts';
import type { CaseView } from '../../core/case-view.ts';
import { creditObjection, daysLeft, type OpenDispute } from '../../core/dispute-care.ts';
import { eventWords } from '../../core/event-words.ts';
import type { Settlement } from '../../core/ledger.ts';
import { formatMoney } from '../../core/money.ts';
import { CALLBACKS, encodeValue } from './action-ids.ts';
import { context, LIMITS, modal, option, section } from './blocks.ts';
import {
  amountField,
  dayField,
  options,
  radioField,
  selectField,
  severalField,
  textField,
  usersField,
} from './inputs.ts';
import { escapeInline, oneLine, shorten } from './mrkdwn.ts';
import {
  amountIn,
  chosenIn,
  dayPicked,
  type Parsed,
  parsed,
  type StateValues,
  severalIn,
  textIn,
  usersIn,
  wrong,
} from './read-inputs.ts';

function frame({ customer }: CaseView) {
  return {
    about: context(`About *${escapeInline(shorten(customer.name, 150))}*`),
    metadata: encodeValue('customer', { customerId: customer.id, currency: null }),
  };
}

export type DisputeOwner = {
  readonly disputeId: string;
  readonly owner: string;
  readonly next: string | null;
  readonly due: Day;
};

/** `first`: the dispute that was clicked; null: the most pressing one. */
export function disputeOwnerModal(view: CaseView, first: string | null): ModalView {
  const { about, metadata } = frame(view);
  const dispute = view.disputes.find(({ eventId }) => eventId === first) ?? view.disputes[0];
  if (!dispute) {
    return modal(
      CALLBACKS.disputeOwner,
      'Who settles this?',
      [about, section('Nothing of this customer is in dispute any more.')],
      { metadata },
    );
  }
  return modal(
    CALLBACKS.disputeOwner,
    'Who settles this?',
    [
      about,
      selectField('dispute', 'Which dispute?', view.disputes.map(disputeOption), dispute.eventId),
      usersField('owner', 'Who settles it?', dispute.owner ? [dispute.owner] : []),
      textField('next', 'What comes next?', dispute.next, {
        limit: 300,
        optional: true,
        placeholder: 'Ask the warehouse for the delivery note',
      }),
      dayField('due', 'By which day?', daysLeft(dispute, view.today) < 0 ? view.today : dispute.due),
    ],
    { submit: 'Save', metadata },
  );
}

function disputeOption({ eventId, invoices }: OpenDispute): PlainTextOption {
  return option(oneLine(invoices.join(', ')), eventId);
}

export function parseDisputeOwner(values: StateValues, today: Day): Parsed<DisputeOwner> {
  const errors: Record<string, string> = {};
  const disputeId = chosenIn(values, 'dispute');
  const [owner, another] = usersIn(values, 'owner');
  const due = dayPicked(values, 'due');
  if (!disputeId) errors.dispute = 'Choose which dispute.';
  if (!owner) errors.owner = 'Choose who settles it.';
  if (another) errors.owner = 'Choose one person, so that it is clear whose it is.';
  if (!due) errors.due = 'Choose a day.';
  else if (due < today) errors.due = 'This day has gone by. Choose today or a later day.';
  if (!disputeId || !owner || !due || Object.keys(errors).length > 0) return wrong(errors);
  return parsed({ disputeId, owner, due, next: textIn(values, 'next') });
}

const SETTLEMENTS = options([
  ['credit_note', 'We credit a sum'],
  ['correction', 'We correct the invoice'],
  ['stands', 'The invoice stands as it is'],
] satisfies [Settlement['kind'], string][]);

/** Numbers that are in dispute, oldest due first, with what is open on each. */
function disputedOf({ open }: CaseView): CaseView['open'] {
  return open.filter(({ disputed, kind }) => disputed && kind === 'invoice');
}

export function resolveDisputeModal(view: CaseView): ModalView {
  const { locale, today } = view;
  const { about, metadata } = frame(view);
  const disputed = disputedOf(view);
  if (disputed.length === 0) {
    return modal(
      CALLBACKS.caseResolve,
      'Resolve the dispute',
      [about, section('No invoice of this customer is in dispute any more.')],
      { metadata },
    );
  }
  // A number that does not fit an option cannot be chosen alone; leaving the field empty means all of them.
  const choices = disputed
    .filter(({ number }) => number.length <= LIMITS.option)
    .slice(0, 100)
    .map(({ number, open, due }) =>
      option(
        `${shorten(number, 30)} · ${formatMoney(open, locale)} · due ${formatDay(due, locale, today)}`,
        number,
      ),
    );
  const currencies = currenciesOf(disputed);
  return modal(
    CALLBACKS.caseResolve,
    'Resolve the dispute',
    [
      about,
      ...(choices.length > 0
        ? [
            severalField('invoices', 'Which invoices?', choices, [], {
              optional: true,
              hint: 'Leave empty for all that are in dispute.',
            }),
          ]
        : []),
      radioField('kind', 'How did it end?', SETTLEMENTS, null),
      amountField('amount', 'How much do we credit?', null, {
        optional: true,
        hint: `Only for a credit${currencies.length === 1 ? `, in ${currencies[0]}` : ''}. You enter the credit note in your books; I wait for it.`,
      }),
      ...(currencies.length > 1
        ? [
            selectField(
              'currency',
              'Currency',
              options(currencies.slice(0, 100).map((code) => [code, code])),
              currencies[0] ?? null,
            ),
          ]
        : []),
      textField('how', 'Why?', null, {
        limit: 500,
        multiline: true,
        placeholder: 'The delivery note shows all twelve boxes.',
        hint: 'Where the invoice stands, the letter gives these words as our reasons: write them in the customer’s language.',
      }),
    ],
    { submit: 'Resolve', metadata },
  );
}

function currenciesOf(invoices: CaseView['open']): string[] {
  return [...new Set(invoices.map(({ open }) => open.currency))];
}

export type DisputeEnd = {
  readonly how: string;
  readonly invoices: readonly string[];
  readonly settlement: Settlement;
};

/** Held against the disputes of this moment, so that a sum beyond them is said beside its field. */
export function parseResolveDispute(values: StateValues, view: CaseView): Parsed<DisputeEnd> {
  const errors: Record<string, string> = {};
  const how = textIn(values, 'how');
  if (!how) errors.how = 'Say in a few words why.';
  const invoices = severalIn(values, 'invoices');
  const named = disputedOf(view).filter(({ number }) => invoices.length === 0 || invoices.includes(number));
  const settlement = settlementIn(values, named, view.locale, errors);
  if (!how || !settlement || Object.keys(errors).length > 0) return wrong(errors);
  return parsed({ how, invoices, settlement });
}

function settlementIn(
  values: StateValues,
  named: CaseView['open'],
  locale: string,
  errors: Record<string, string>,
): Settlement | null {
  const kind = chosenIn(values, 'kind');
  if (kind === 'correction' || kind === 'stands') return { kind };
  if (kind !== 'credit_note') {
    errors.kind = 'Choose how it ended.';
    return null;
  }
  const currency = chosenIn(values, 'currency') ?? named[0]?.open.currency ?? '';
  const amount = currency === '' ? 'none' : amountIn(values, 'amount', currency);
  if (typeof amount === 'string') {
    errors.amount = amount === 'none' ? 'Say how much we credit.' : 'Give a sum above zero, like 200.00.';
    return null;
  }
  const objection = creditObjection(amount, named, locale);
  if (objection) errors.amount = objection;
  return { kind, amount };
}

/** The disputes that ended, newest first; what is long ago is not reopened but told anew. */
export function endedDisputes({ history }: CaseView): CaseView['history'] {
  return history.filter(({ body, undone }) => body.kind === 'dispute_resolved' && !undone).slice(0, 20);
}

export function reopenDisputeModal(view: CaseView): ModalView {
  const { about, metadata } = frame(view);
  const ended = endedDisputes(view).map((event) =>
    option(
      `${formatDay(dayIn(view.zone, event.at), view.locale, view.today)}: ${oneLine(eventWords(event.body, view, (text) => text))}`,
      event.id,
    ),
  );
  if (ended.length === 0) {
    return modal(
      CALLBACKS.disputeReopen,
      'Reopen a dispute',
      [about, section('No dispute of this customer has ended yet.')],
      { metadata },
    );
  }
  return modal(
    CALLBACKS.disputeReopen,
    'Reopen a dispute',
    [
      about,
      selectField('resolution', 'Which one?', ended, ended[0]?.value ?? null),
      textField('reason', 'Why is it open again?', null, {
        limit: 300,
        placeholder: 'They sent a photo: two boxes are missing after all.',
        hint: 'From then on these invoices are not asked for, and no credit is expected.',
      }),
    ],
    { submit: 'Reopen', metadata },
  );
}

export function parseReopenDispute(
  values: StateValues,
): Parsed<{ readonly resolutionId: string; readonly reason: string }> {
  const resolutionId = chosenIn(values, 'resolution');
  const reason = textIn(values, 'reason');
  if (!resolutionId) return wrong({ resolution: 'Choose which one.' });
  if (!reason) return wrong({ reason: 'Say in a few words why it is open again.' });
  return parsed({ resolutionId, reason });
}
