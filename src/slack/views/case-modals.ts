// Small forms about one customer: leave them alone until a day, say who gets the letters.
import type { ModalView } from '@slack/types';
import { addDays, type Day, daysBetween } from '../../core/calendar.ts';
import type { Contact, Customer } from '../../core/ledger.ts';
import { CALLBACKS, encodeValue } from './action-ids.ts';
import { context, modal } from './blocks.ts';
import { dayField, emailField, textField } from './inputs.ts';
import { escapeInline, shorten } from './mrkdwn.ts';
import { dayPicked, isAddress, type Parsed, parsed, type StateValues, textIn, wrong } from './read-inputs.ts';

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
