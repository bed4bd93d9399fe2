// A mail of which nobody knows whose it is: shown in the channel, with a form to name the customer.
import type { ModalView } from '@slack/types';
import { type CustomerMatch, findCustomer } from '../../core/find-customer.ts';
import type { InboundMail } from '../../core/mail/received-mail.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { actions, button, context, modal, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { textField } from './inputs.ts';
import { type MailPlace, mailBlocks } from './mail-card.ts';
import { escapeInline, listWords, mention, shorten } from './mrkdwn.ts';
import { type Parsed, parsed, type StateValues, textIn, wrong } from './read-inputs.ts';

export function whoseCard(mail: InboundMail, place: MailPlace): Said {
  const value = encodeValue('mail', { mailId: mail.id });
  return said([
    section(
      '*Whose mail is this?* It answers no letter of ours, and neither its subject nor its sender tells.',
    ),
    ...mailBlocks(mail, place),
    actions(
      button(ACTIONS.mailChoose, 'Choose the customer', value, { style: 'primary' }),
      button(ACTIONS.mailPass, 'Not about an invoice', value),
    ),
  ]);
}

export function whoseSettledCard({ customerName, by }: { customerName: string | null; by: string }): Said {
  return said([
    context(
      customerName === null
        ? `${mention(by)} says that a mail was not about an invoice. Its words are forgotten.`
        : `${mention(by)} moved a mail to the case of *${escapeInline(shorten(customerName, 150))}*.`,
    ),
  ]);
}

export function whoseModal(mailId: string): ModalView {
  return modal(
    CALLBACKS.mailChoose,
    'Whose mail is this?',
    [
      textField('customer', 'Customer', null, {
        limit: 150,
        placeholder: 'Acme',
        hint: 'A part of the name is enough.',
      }),
    ],
    { submit: 'Move it there', metadata: encodeValue('mail', { mailId }) },
  );
}

export function parseWhose(
  values: StateValues,
  names: readonly { readonly id: string; readonly name: string }[],
): Parsed<{ readonly customerId: string }> {
  const typed = textIn(values, 'customer');
  if (typed === null) return wrong({ customer: 'Type a part of the name.' });
  const match: CustomerMatch = findCustomer(typed, names);
  const called = (ids: readonly string[]) =>
    listWords(
      ids.map((id) => names.find((one) => one.id === id)?.name ?? '').map((name) => shorten(name, 60)),
    );
  switch (match.kind) {
    case 'found':
      return parsed({ customerId: match.id });
    case 'several':
      return wrong({ customer: `Several fit: ${called(match.ids)}. Type more of the name.` });
    case 'none':
      return wrong({
        customer:
          match.nearest.length > 0
            ? `No customer fits. The nearest: ${called(match.nearest)}.`
            : 'No customer fits. Look the name up with /overdue.',
      });
  }
}
