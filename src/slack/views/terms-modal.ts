// A customer's own terms: what of the policy is otherwise for them, and who looks after them.
import type { ModalView } from '@slack/types';
import type { Customer, CustomerTerms, InvoiceTerms } from '../../core/ledger.ts';
import { CALLBACKS, encodeValue } from './action-ids.ts';
import { context, modal } from './blocks.ts';
import { options, severalField, textField, usersField } from './inputs.ts';
import { escapeInline } from './mrkdwn.ts';
import { type Parsed, parsed, type StateValues, severalIn, textIn, usersIn, wrong } from './read-inputs.ts';

export type OwnTerms = { readonly terms: CustomerTerms; readonly accountManager: string | null };

const FLAGS = options([
  ['doNotContact', 'Do not contact: nobody writes or calls'],
  ['onlyAboutPayment', 'Letters about payment only: no thank-yous and no check-ins'],
  ['vip', 'Must not be lost: no word of fees or consequences, an owner approves'],
  ['naturalPerson', 'A person, not a company: the strict profile of consumer law'],
]);

export function termsModal(customer: Customer): ModalView {
  const { terms, accountManager } = customer;
  const flags = (['doNotContact', 'onlyAboutPayment', 'vip', 'naturalPerson'] as const).filter(
    (flag) => terms[flag],
  );
  const invoices = Object.entries(terms.invoices ?? {});
  const alone = invoices.filter(([, one]) => one.doNotChase).map(([number]) => number);
  const longer = invoices.flatMap(([number, { extraDays }]) => (extraDays ? [`${number} ${extraDays}`] : []));
  return modal(
    CALLBACKS.caseTerms,
    'Their own terms',
    [
      context(`*${escapeInline(customer.name)}*. What stands here outranks your policy and their group’s.`),
      severalField('flags', 'What holds for them', FLAGS, flags, { optional: true }),
      textField(
        'minGapDays',
        'Days between two contacts',
        terms.minGapDays === undefined ? null : String(terms.minGapDays),
        {
          limit: 2,
          optional: true,
          hint: 'Leave empty for your policy’s.',
        },
      ),
      textField('alone', 'Invoices that are not chased', alone.join('\n') || null, {
        limit: 1000,
        multiline: true,
        optional: true,
        hint: 'Their numbers, one a line.',
      }),
      textField('longer', 'Invoices with more time', longer.join('\n') || null, {
        limit: 1000,
        multiline: true,
        optional: true,
        hint: 'A number and so many days more, one a line: INV-1055 14',
      }),
      usersField('accountManager', 'Who looks after them', accountManager ? [accountManager] : [], {
        optional: true,
      }),
    ],
    { submit: 'Save', metadata: encodeValue('customer', { customerId: customer.id, currency: null }) },
  );
}

const MOST_DAYS = 365;

/** What was there and has no field here, as overrides of the policy, is kept by whoever saves. */
export function parseTerms(values: StateValues): Parsed<OwnTerms> {
  const errors: Record<string, string> = {};
  const flags = severalIn(values, 'flags');
  const gap = textIn(values, 'minGapDays');
  const minGapDays = gap === null ? undefined : Number(gap);
  if (minGapDays !== undefined && !(Number.isInteger(minGapDays) && minGapDays >= 1 && minGapDays <= 60)) {
    errors.minGapDays = 'Give a whole number of days from 1 to 60.';
  }
  const invoices: Record<string, InvoiceTerms> = {};
  for (const number of linesIn(values, 'alone')) invoices[number] = { doNotChase: true };
  for (const line of linesIn(values, 'longer')) {
    const [, number = '', days = ''] = /^(.+?)[\s,:;]+\+?(\d{1,3})(?: ?d(?:ays)?)?$/i.exec(line) ?? [];
    const extraDays = Number(days);
    if (number === '' || extraDays < 1 || extraDays > MOST_DAYS) {
      errors.longer = `“${line.slice(0, 60)}” is not a number and some days, like INV-1055 14.`;
    } else invoices[number] = { ...invoices[number], extraDays };
  }
  const [accountManager = null, another] = usersIn(values, 'accountManager');
  if (another) errors.accountManager = 'Choose one person.';
  if (Object.keys(errors).length > 0) return wrong(errors);
  return parsed({
    terms: {
      ...(flags.includes('doNotContact') ? { doNotContact: true } : {}),
      ...(flags.includes('onlyAboutPayment') ? { onlyAboutPayment: true } : {}),
      ...(flags.includes('vip') ? { vip: true } : {}),
      ...(flags.includes('naturalPerson') ? { naturalPerson: true } : {}),
      ...(minGapDays === undefined ? {} : { minGapDays }),
      ...(Object.keys(invoices).length > 0 ? { invoices } : {}),
    },
    accountManager,
  });
}

function linesIn(values: StateValues, name: string): string[] {
  return (textIn(values, name) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
