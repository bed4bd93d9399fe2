// The fields that a kind of outcome needs, in the forms that log a call or change a reading.
import type { AnyBlock } from '@slack/types';
import type { AgencyHolding } from '../../core/agency-report.ts';
import { assertNever } from '../../core/assert-never.ts';
import { type Day, formatDay } from '../../core/calendar.ts';
import { formatMoney, type Money, toDecimal } from '../../core/money.ts';
import type { Cadence, DisputeReason, Outcome, OutcomeKind, SaidBy } from '../../core/outcome.ts';
import { LIMITS, option } from './blocks.ts';
import {
  amountField,
  dayField,
  emailField,
  options,
  selectField,
  severalField,
  textField,
} from './inputs.ts';
import { shorten } from './mrkdwn.ts';
import { reportFields } from './report-fields.ts';

/** What the form knows of the customer. */
export type OutcomeContext = {
  readonly today: Day;
  readonly locale: string;
  /** The currencies in which the customer owes; the first is taken where nothing is chosen. */
  readonly currencies: readonly [string, ...string[]];
  readonly invoices: readonly { readonly number: string; readonly open: Money; readonly due: Day }[];
  /** What agencies have now; where they have nothing, no report of one can be chosen. */
  readonly agencies?: readonly AgencyHolding[];
};

export const KIND_WORDS: Readonly<Record<OutcomeKind, string>> = {
  promise: 'They promised to pay',
  claims_paid: 'They say that they have paid',
  dispute: 'They dispute something',
  plan_request: 'They ask for a payment plan',
  callback: 'They want to be called on a day',
  no_answer: 'Nobody answered',
  left_message: 'I left a message',
  document_request: 'They need a document',
  order_number: 'They gave their order number',
  wrong_contact: 'Somebody else is in charge',
  contact_preference: 'They want to be reached another way',
  negotiation: 'They want other terms',
  refused: 'They refuse to pay',
  hardship: 'They are in hardship',
  insolvency: 'They are insolvent',
  agency_report: 'The collection agency reports',
  note: 'A note, nothing else',
};

export const DISPUTE_REASONS: readonly (readonly [DisputeReason, string])[] = [
  ['price', 'The price'],
  ['goods', 'The goods'],
  ['service', 'The service'],
  ['not_received', 'They have not received it'],
  ['already_paid', 'They have paid already'],
  ['duplicate', 'It was invoiced twice'],
  ['missing_po', 'An order number is missing'],
  ['other', 'Something else'],
];

export const CADENCES: readonly (readonly [Cadence, string])[] = [
  ['weekly', 'Every week'],
  ['fortnightly', 'Every two weeks'],
  ['monthly', 'Every month'],
];

export const DOCUMENTS = [
  ['invoice_copy', 'A copy of the invoice'],
  ['po_number', 'An order number'],
  ['statement', 'A statement of account'],
  ['other', 'Something else'],
] as const;

const MAY = [
  ['yes', 'They may speak for the customer'],
  ['no', 'They may not: mark the promise'],
] as const;

const MAX_DETAIL = 1000;

/** `asksDay`: no day was told, so that none stands there before a person chooses it. */
export function outcomeFields(
  kind: OutcomeKind,
  known: Outcome | null,
  context: OutcomeContext,
  asksDay = false,
): AnyBlock[] {
  const had = known?.kind === kind ? known : null;
  switch (kind) {
    case 'promise':
      return [
        ...sumFields('How much? Leave empty for all that is open.', amountOf(had), context, true),
        dayField('date', 'By which day?', had?.kind === 'promise' && !asksDay ? had.date : null),
        ...invoiceFields(had, context),
        ...speakerFields(had?.kind === 'promise' ? (had.saidBy ?? null) : null),
      ];
    case 'claims_paid':
      return [
        ...sumFields('How much? Leave empty for all that is open.', amountOf(had), context, true),
        dayField('date', 'On which day?', had?.kind === 'claims_paid' ? had.date : null, { optional: true }),
        ...invoiceFields(had, context),
      ];
    case 'dispute':
      return [
        selectField(
          'reason',
          'What is it about?',
          options(DISPUTE_REASONS),
          had?.kind === 'dispute' ? had.reason : null,
        ),
        ...invoiceFields(had, context),
        ...sumFields('How much of it? Leave empty for the whole.', amountOf(had), context, true),
        detailField(had?.kind === 'dispute' ? had.detail : null, true),
      ];
    case 'plan_request':
      return [
        amountField(
          'instalments',
          'In how many payments?',
          had?.kind === 'plan_request' ? text(had.instalments) : null,
          {
            optional: true,
          },
        ),
        ...sumFields('How much each time?', amountOf(had), context, true),
        selectField(
          'cadence',
          'How often?',
          options(CADENCES),
          had?.kind === 'plan_request' ? had.cadence : null,
          {
            optional: true,
          },
        ),
        dayField('date', 'The first on which day?', had?.kind === 'plan_request' ? had.first : null, {
          optional: true,
        }),
      ];
    case 'callback':
      return [
        dayField('date', 'Call them on which day?', had?.kind === 'callback' && !asksDay ? had.date : null),
      ];
    case 'document_request':
      return [
        selectField(
          'document',
          'What do they need?',
          options(DOCUMENTS),
          had?.kind === 'document_request' ? had.document : null,
        ),
        ...invoiceFields(had, context),
        detailField(had?.kind === 'document_request' ? had.detail : null, true),
      ];
    case 'order_number':
      return [
        orderNumberField(had?.kind === 'order_number' ? had.number : null),
        ...invoiceFields(had, context),
      ];
    case 'wrong_contact':
      return contactFields(had?.kind === 'wrong_contact' ? had : null);
    case 'hardship':
    case 'insolvency':
    case 'contact_preference':
    case 'negotiation':
    case 'refused':
      return [detailField(had && 'detail' in had ? had.detail : null, false)];
    case 'agency_report':
      return reportFields(had?.kind === 'agency_report' ? had : null, context.agencies ?? []);
    case 'note':
      return [detailField(had?.kind === 'note' ? had.text : null, false)];
    case 'no_answer':
    case 'left_message':
      return [];
    default:
      return assertNever(kind);
  }
}

/** Longer than a number may be, so that what is too long is said and not cut. */
export function orderNumberField(known: string | null, look: { optional?: boolean; hint?: string } = {}) {
  return textField('order', 'Their order number', known, { limit: 200, placeholder: 'PO-4711', ...look });
}

function speakerFields(had: SaidBy | null): AnyBlock[] {
  return [
    textField('who', 'Who said it?', had?.words ?? null, {
      limit: 80,
      optional: true,
      placeholder: 'Maria from AP',
    }),
    selectField('may', 'May they promise this?', options(MAY), had?.mayCommit === false ? 'no' : 'yes', {
      hint: 'A marked promise holds reminders too. If nothing comes, it is not held against the customer.',
    }),
  ];
}

function contactFields(had: Extract<Outcome, { kind: 'wrong_contact' }> | null): AnyBlock[] {
  return [
    textField('name', 'Who is it?', had?.name ?? null, { limit: 120, optional: true }),
    emailField('email', 'Their e-mail', had?.email ?? null, { optional: true }),
    textField('phone', 'Their phone', had?.phone ?? null, { limit: 60, optional: true }),
  ];
}

function text(number: number | null): string | null {
  return number === null ? null : String(number);
}

function amountOf(outcome: Outcome | null): Money | null {
  if (outcome === null || !('amount' in outcome) || outcome.amount === 'full') return null;
  return outcome.amount;
}

/** The currency is asked only where the customer owes in several. */
function sumFields(
  label: string,
  known: Money | null,
  context: OutcomeContext,
  optional: boolean,
): AnyBlock[] {
  const currency = known?.currency ?? context.currencies[0];
  const codes = context.currencies.map((code) => [code, code] as const);
  const one = context.currencies.length === 1;
  return [
    amountField('amount', label, known ? toDecimal(known) : null, {
      optional,
      ...(one ? { hint: `In ${context.currencies[0]}` } : {}),
    }),
    ...(one ? [] : [selectField('currency', 'Currency', options(codes), currency)]),
  ];
}

function invoiceFields(known: Outcome | null, context: OutcomeContext): AnyBlock[] {
  // A number that does not fit an option cannot be chosen here; it can still be written in the thread.
  const fitting = context.invoices.filter(({ number }) => number.length <= LIMITS.option).slice(0, 100);
  const left = context.invoices.length - fitting.length;
  const choices = fitting.map(({ number, open, due }) =>
    option(
      `${shorten(number, 30)} · ${formatMoney(open, context.locale)} · due ${formatDay(due, context.locale, context.today)}`,
      number,
    ),
  );
  if (choices.length === 0) return [];
  const had = known && 'invoices' in known ? known.invoices : [];
  return [
    severalField('invoices', 'Which invoices? Leave empty for all.', choices, had, {
      optional: true,
      ...(left > 0 ? { hint: `The oldest ${fitting.length} are listed, ${left} more are not.` } : {}),
    }),
  ];
}

function detailField(known: string | null, optional: boolean): AnyBlock {
  return textField('detail', 'In a few words', known, { limit: MAX_DETAIL, multiline: true, optional });
}
