// What a person put into the fields of an outcome, read into one: missing, impossible or past things are told by field.
import { whyNoReport } from '../../core/agency-report.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { Day } from '../../core/calendar.ts';
import type { Money } from '../../core/money.ts';
import type { Outcome, OutcomeKind } from '../../core/outcome.ts';
import { CADENCES, DISPUTE_REASONS, DOCUMENTS, type OutcomeContext } from './outcome-fields.ts';
import {
  amountIn,
  chosenIn,
  dayPicked,
  isAddress,
  type Parsed,
  parsed,
  type StateValues,
  severalIn,
  textIn,
  wrong,
} from './read-inputs.ts';
import { reportCurrencies } from './report-fields.ts';

/** More payments than this are not a plan but a loan. */
const MAX_INSTALMENTS = 36;

/** @returns errors by field where something is missing, impossible or in the past. */
export function parseOutcome(
  kind: OutcomeKind,
  values: StateValues,
  context: OutcomeContext,
): Parsed<Outcome> {
  const errors: Record<string, string> = {};
  const currency = chosenIn(values, 'currency') ?? context.currencies[0];
  const sum = amountIn(values, 'amount', currency);
  if (sum === 'wrong') errors.amount = `This is not a sum in ${currency}. Write it like 1234.50.`;
  const amount = typeof sum === 'string' ? null : sum;
  const date = dayPicked(values, 'date');
  const detail = textIn(values, 'detail');
  const invoices = severalIn(values, 'invoices');
  const made = (outcome: Outcome): Parsed<Outcome> =>
    Object.keys(errors).length > 0 ? wrong(errors) : parsed(outcome);
  const day = (): Day => {
    if (date === null) errors.date = 'Choose a day.';
    else if (date < context.today) errors.date = 'That day has gone by. Choose one from today on.';
    return date ?? context.today;
  };
  const words = (): string => {
    if (detail === null) errors.detail = 'Say it in a few words.';
    return detail ?? '';
  };
  switch (kind) {
    case 'promise':
      return made({ kind, amount: amount ?? 'full', date: day(), invoices });
    case 'claims_paid':
      if (date && date > context.today)
        errors.date = 'That day is still to come. For a day ahead, choose a promise.';
      return made({ kind, amount: amount ?? 'full', date, invoices });
    case 'dispute': {
      const reason = DISPUTE_REASONS.find(([value]) => value === chosenIn(values, 'reason'))?.[0];
      if (!reason) errors.reason = 'Choose what it is about.';
      return made({ kind, reason: reason ?? 'other', detail: detail ?? '', amount, invoices });
    }
    case 'plan_request':
      return parsePlan(values, { amount, date, errors, context });
    case 'callback':
      return made({ kind, date: day() });
    case 'document_request': {
      const document = DOCUMENTS.find(([value]) => value === chosenIn(values, 'document'))?.[0];
      if (!document) errors.document = 'Choose what they need.';
      return made({ kind, document: document ?? 'other', detail: detail ?? '', invoices });
    }
    case 'wrong_contact':
      return parseOther(values);
    case 'hardship':
    case 'insolvency':
    case 'contact_preference':
    case 'negotiation':
    case 'refused':
      return made({ kind, detail: words() });
    case 'agency_report':
      return parseReport(values, context, errors, words());
    case 'note':
      return made({ kind, text: words() });
    case 'no_answer':
    case 'left_message':
      return made({ kind });
    default:
      return assertNever(kind);
  }
}

function parseReport(
  values: StateValues,
  { agencies = [], locale }: OutcomeContext,
  errors: Record<string, string>,
  note: string,
): Parsed<Outcome> {
  const [only] = agencies;
  const chosen = agencies.length > 1 ? chosenIn(values, 'handOver') : (only?.requestId ?? null);
  const holding = agencies.find(({ requestId }) => requestId === chosen) ?? null;
  if (!holding && agencies.length > 1) errors.handOver = 'Choose the hand-over that it is about.';
  const currency =
    chosenIn(values, 'currency') ??
    holding?.sums[0]?.given.currency ??
    reportCurrencies(agencies)[0] ??
    'USD';
  const sum = (name: 'amount' | 'fee') => {
    const amount = amountIn(values, name, currency);
    if (amount === 'wrong') errors[name] = `This is not a sum in ${currency}. Write it like 1234.50.`;
    else delete errors[name];
    return typeof amount === 'string' ? null : amount;
  };
  const [recovered, fee] = [sum('amount'), sum('fee')];
  if (Object.keys(errors).length > 0) return wrong(errors);
  const why = whyNoReport(holding, { recovered, fee }, locale);
  if (why) return wrong({ [fee && !recovered ? 'fee' : 'amount']: why });
  return parsed({
    kind: 'agency_report',
    requestId: holding?.requestId ?? '',
    note,
    recovered,
    fee,
    isGivenBack: chosenIn(values, 'back') === 'yes',
  });
}

function parsePlan(
  values: StateValues,
  read: { amount: Money | null; date: Day | null; errors: Record<string, string>; context: OutcomeContext },
): Parsed<Outcome> {
  const { amount, date, errors, context } = read;
  const typed = textIn(values, 'instalments');
  const instalments = typed === null ? null : Number(typed);
  if (
    instalments !== null &&
    !(Number.isInteger(instalments) && instalments >= 2 && instalments <= MAX_INSTALMENTS)
  ) {
    errors.instalments = `Write a whole number from 2 to ${MAX_INSTALMENTS}.`;
  }
  if (date && date < context.today) errors.date = 'That day has gone by. Choose one from today on.';
  if (Object.keys(errors).length > 0) return wrong(errors);
  const cadence = CADENCES.find(([value]) => value === chosenIn(values, 'cadence'))?.[0] ?? null;
  return parsed({ kind: 'plan_request', instalments, amount, cadence, first: date });
}

function parseOther(values: StateValues): Parsed<Outcome> {
  const name = textIn(values, 'name');
  const email = textIn(values, 'email');
  const phone = textIn(values, 'phone');
  if (email && !isAddress(email)) {
    return wrong({ email: 'This is not an e-mail address. Write it like name@company.com.' });
  }
  if (!name && !email && !phone) return wrong({ name: 'Say who it is, or how to reach them.' });
  return parsed({ kind: 'wrong_contact', name, email, phone });
}
