// What to say on the phone: an opening, one question, likely answers; and the button to log how it went.
import type { Letter } from '../../core/draft.ts';
import type { Customer } from '../../core/ledger.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { actions, button, context, LIMITS, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { escapeInline, escapeLines, pieces, shorten } from './mrkdwn.ts';

export function callScript(script: Letter, customer: Customer, currency: string): Said {
  const phone = customer.contacts[0]?.phone;
  const who = customer.contacts[0]?.name ?? customer.name;
  const number = phone ? ` on ${escapeInline(phone)}` : ' (no phone number yet)';
  return said([
    section(`:telephone_receiver: *Call ${escapeInline(shorten(who, 100))}*${number}`),
    ...pieces(escapeLines(script.body), LIMITS.section).map((piece) => section(piece)),
    actions(
      button(
        ACTIONS.caseLog,
        'Log the call',
        encodeValue('customer', { customerId: customer.id, currency }),
        { style: 'primary' },
      ),
    ),
    context('Or write in this thread how it went.'),
  ]);
}
