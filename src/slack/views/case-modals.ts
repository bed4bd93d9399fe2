// Small forms about one customer: leave them alone until a day, say who gets the letters, end a dispute.
import type { ModalView } from '@slack/types';
import { addDays, type Day, daysBetween, formatDay } from '../../core/calendar.ts';
import type { CaseView } from '../../core/case-view.ts';
import type { Contact, Customer } from '../../core/ledger.ts';
import { formatMoney } from '../../core/money.ts';
import { CALLBACKS, encodeValue } from './action-ids.ts';
import { context, LIMITS, modal, option, section } from './blocks.ts';
import { dayField, emailField, severalField, textField } from './inputs.ts';
import { escapeInline, shorten } from './mrkdwn.ts';
import {
  dayPicked,
  isAddress,
  type Parsed,
  parsed,
  type StateValues,
  severalIn,
  textIn,
  wrong,
} from './read-inputs.ts';

type Named = Pick<Customer, 'id' | 'name'>;

/** Longer than this is a hold, not a snooze. */
const MAX_SNOOZE_DAYS = 365;

function about({ name }: Named) {
  return context(`About *${escapeInline(shorten(name, 150))}*`);
}

function metadata({ id }: Named) {
  return encodeValue('customer', { customerId: id, currency: null });
}

export function snoozeModal(customer: Named, today: Day): ModalView {
  return modal(
    CALLBACKS.caseSnooze,
    'Leave them alone',
    [
      about(customer),
      dayField('until', 'Until which day?', addDays(today, 14)),
      textField('reason', 'Why?', null, {
        limit: 300,
        optional: true,
        placeholder: 'Their office is closed',
      }),
    ],
    { submit: 'Snooze', metadata: metadata(customer) },
  );
}

export function parseSnooze(
  values: StateValues,
  today: Day,
): Parsed<{ readonly until: Day; readonly reason: string | null }> {
  const until = dayPicked(values, 'until');
  if (until === null) return wrong({ until: 'Choose a day.' });
  if (until <= today) return wrong({ until: 'Choose a day after today.' });
  if (daysBetween(today, until) > MAX_SNOOZE_DAYS) {
    return wrong({ until: 'That is more than a year away. Choose an earlier day.' });
  }
  return parsed({ until, reason: textIn(values, 'reason') });
}

export function contactModal(customer: Named, contact: Contact | null): ModalView {
  return modal(
    CALLBACKS.caseContact,
    'Who should get this?',
    [
      about(customer),
      textField('name', 'Name', contact?.name ?? null, {
        limit: 120,
        optional: true,
        hint: 'A letter that greets somebody by name is answered more often.',
      }),
      emailField('email', 'E-mail', contact?.email ?? null),
      textField('phone', 'Phone', contact?.phone ?? null, { limit: 60, optional: true }),
    ],
    { submit: 'Save', metadata: metadata(customer) },
  );
}

export function parseContact(values: StateValues): Parsed<Contact> {
  const email = textIn(values, 'email');
  const errors: Record<string, string> = {};
  if (!email || !isAddress(email)) {
    errors.email = 'This is not an e-mail address. Write it like name@company.com.';
  }
  const phone = textIn(values, 'phone');
  if (phone && !/^[+\d][\d\s().\-/x]{3,}$/i.test(phone)) {
    errors.phone = 'This is not a phone number. Write it like +1 212 555 0101.';
  }
  if (Object.keys(errors).length > 0) return wrong(errors);
  return parsed({ name: textIn(values, 'name'), email, phone });
}

export function resolveDisputeModal(view: CaseView): ModalView {
  const { customer, locale, today } = view;
  // A number that does not fit an option cannot be chosen alone; leaving the field empty means all of them.
  const disputed = view.open
    .filter((invoice) => invoice.disputed && invoice.number.length <= LIMITS.option)
    .slice(0, 100);
  const choices = disputed.map(({ number, open, due }) =>
    option(
      `${shorten(number, 30)} · ${formatMoney(open, locale)} · due ${formatDay(due, locale, today)}`,
      number,
    ),
  );
  return modal(
    CALLBACKS.caseResolve,
    'Resolve the dispute',
    [
      about(customer),
      ...(choices.length > 0
        ? [
            severalField('invoices', 'Which invoices?', choices, [], {
              optional: true,
              hint: 'Leave empty for all that are in dispute.',
            }),
          ]
        : [section('No invoice of this customer is marked as disputed any more.')]),
      textField('how', 'How was it settled?', null, {
        limit: 500,
        multiline: true,
        placeholder: 'Sent the missing delivery note, they agree with the invoice',
        hint: 'From then on these invoices are chased again.',
      }),
    ],
    { submit: 'Resolve', metadata: metadata(customer) },
  );
}

export function parseResolveDispute(
  values: StateValues,
): Parsed<{ readonly how: string; readonly invoices: readonly string[] }> {
  const how = textIn(values, 'how');
  return how
    ? parsed({ how, invoices: severalIn(values, 'invoices') })
    : wrong({ how: 'Say in a few words how it was settled.' });
}
