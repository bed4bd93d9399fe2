// The named slots a letter's words may hold, and what each becomes. Every figure in a letter comes through here.
import { formatDayLong } from '../calendar.ts';
import type { DraftFacts } from '../facts.ts';
import { add, formatMoney, type Money, subtract, zero } from '../money.ts';
import type { Instalment } from '../plan/plan.ts';
import type { Topic } from '../policy.ts';
import { invoiceLines, numbersOf, ordersOf } from './invoice-lines.ts';
import { letterLanguage, letterLocale } from './language.ts';
import { OFFER_SLOTS } from './offer-slots.ts';
import { isPersonName } from './person-name.ts';
import { PHRASES } from './phrases.ts';
import { inLine } from './plain-text.ts';

type Slot = {
  readonly says: string; // what the writer of a letter is told it stands for
  /** Null: there is nothing to say, and the paragraph around the slot is left out. */
  readonly fill: (facts: DraftFacts) => string | null;
};

const phrases = (facts: DraftFacts) => PHRASES[letterLanguage(facts.language)];
const dayText = (facts: DraftFacts, on: DraftFacts['asOf'] | null) =>
  on === null ? null : formatDayLong(on, letterLocale(facts.language));
const oldest = (facts: DraftFacts) => facts.invoices.find((invoice) => invoice.kind === 'invoice') ?? null;

export const SLOTS = {
  greeting: {
    says: 'the greeting line with the contact’s name, comma included',
    fill: (facts) => greeting(facts),
  },
  contact_name: {
    says: 'the contact’s name; absent when unknown',
    fill: (facts) => facts.contactName && inLine(facts.contactName),
  },
  customer_name: { says: 'the customer’s company', fill: (facts) => inLine(facts.customerName) },
  business_name: { says: 'our company', fill: (facts) => inLine(facts.businessName) || null },
  sender_name: { says: 'who signs', fill: (facts) => inLine(facts.senderName) || null },
  business_phone: {
    says: 'our phone number; absent when not set',
    fill: (facts) => facts.businessPhone && inLine(facts.businessPhone),
  },
  agency_name: {
    says: 'the agency to which it was handed over; absent elsewhere',
    fill: (facts) => (facts.agency ? inLine(facts.agency) : null),
  },
  signature: {
    says: 'sign-off, name, company and phone of who signs, on lines of their own',
    fill: (facts) =>
      [facts.voice?.signOff ?? '', facts.senderName, facts.businessName, facts.businessPhone ?? '']
        .map(inLine)
        .filter(Boolean)
        .join('\n') || null,
  },
  total_open: {
    says: 'the sum that is open, credits taken off',
    fill: (facts) => formatMoney(facts.total, letterLocale(facts.language)),
  },
  invoice_list: {
    says: 'a table of all open invoices, on lines of its own',
    fill: (facts) => invoiceLines(facts).join('\n') || null,
  },
  the_invoices: {
    says: '“invoice A” or “invoices A, B and C”, in lower case inside a sentence',
    fill: (facts) => theInvoices(facts, facts.invoices),
  },
  your_order: {
    says: '“your order …”: the order numbers that they gave for these invoices; absent when none is known',
    fill: ordersOf,
  },
  invoice_numbers: { says: 'the invoice numbers only', fill: numbersOf },
  invoice_count: {
    says: 'how many invoices are open, as a figure',
    fill: (facts) => String(facts.invoices.filter((invoice) => invoice.kind === 'invoice').length),
  },
  oldest_number: {
    says: 'the number of the oldest open invoice',
    fill: (facts) => {
      const first = oldest(facts);
      return first && inLine(first.number);
    },
  },
  oldest_due: {
    says: 'the day the oldest open invoice was due',
    fill: (facts) => dayText(facts, oldest(facts)?.due ?? null),
  },
  oldest_open: {
    says: 'what is open on the oldest invoice',
    fill: (facts) => {
      const first = oldest(facts);
      return first && formatMoney(first.open, letterLocale(facts.language));
    },
  },
  days_late: {
    says: 'days since the oldest invoice was due, as a figure; absent before the due day',
    fill: (facts) => (facts.daysLate > 0 ? String(facts.daysLate) : null),
  },
  part_paid: {
    says: 'what has been paid so far on the open invoices; absent when nothing has',
    fill: (facts) => {
      let paid = zero(facts.total.currency);
      for (const invoice of facts.invoices) {
        if (invoice.kind === 'invoice') paid = add(paid, paidOn(invoice));
      }
      return facts.history.partPaid && paid.minor > 0
        ? formatMoney(paid, letterLocale(facts.language))
        : null;
    },
  },
  recent_payment: {
    says: 'the amount of the newest payment; absent when there is none',
    fill: (facts) =>
      facts.history.recentPayment
        ? formatMoney(facts.history.recentPayment.amount, letterLocale(facts.language))
        : null,
  },
  recent_payment_day: {
    says: 'the day of the newest payment; absent when there is none',
    fill: (facts) => dayText(facts, facts.history.recentPayment?.day ?? null),
  },
  how_to_pay: { says: 'how to pay: link, bank details or whom to ask, as whole lines', fill: howToPay },
  pay_link: {
    says: 'the payment link of the oldest invoice; absent when not set',
    fill: (facts) => oldest(facts)?.payLink ?? null,
  },
  reach_us: {
    says: '“reply to this e-mail or call …”, inside a sentence',
    fill: (facts) =>
      facts.businessPhone ? phrases(facts).replyOrCall(inLine(facts.businessPhone)) : phrases(facts).reply,
  },
  questioned: {
    says: '“invoice A” or “invoices A and B”: those of which only a part is questioned',
    fill: (facts) => theInvoices(facts, facts.invoices.filter(isPartQuestioned)),
  },
  undisputed: {
    says: 'what is open on a questioned invoice besides the questioned part; absent when nothing is',
    fill: (facts) => {
      const rest = facts.invoices.filter(isPartQuestioned);
      if (rest.length === 0) return null;
      const sum = rest.reduce((total, { open }) => add(total, open), zero(facts.total.currency));
      return formatMoney(sum, letterLocale(facts.language));
    },
  },
  credit_amount: {
    says: 'what we credit after a dispute; absent elsewhere',
    fill: ({ detail, language }) =>
      detail?.matter?.credit ? formatMoney(detail.matter.credit, letterLocale(language)) : null,
  },
  our_reasons: {
    says: 'why a questioned invoice stands, in a colleague’s words; absent elsewhere',
    fill: ({ detail }) => (detail?.matter?.reasons ? inLine(detail.matter.reasons) : null),
  },
  deadline: {
    says: 'the final notice’s deadline; absent elsewhere',
    fill: (facts) => dayText(facts, facts.deadline),
  },
  promised_date: {
    says: 'the day a broken promise was for; absent when there is none',
    fill: (facts) => dayText(facts, facts.history.brokenPromise?.date ?? null),
  },
  promised_amount: {
    says: 'the sum of a broken promise; absent when there is none',
    fill: (facts) => {
      const amount = facts.history.brokenPromise?.amount ?? null;
      return amount && formatMoney(amount, letterLocale(facts.language));
    },
  },
  told_amount: {
    says: 'the sum that their mail says they will pay; absent where they speak of all of it',
    fill: ({ detail, language }) =>
      detail?.told?.amount ? formatMoney(detail.told.amount, letterLocale(language)) : null,
  },
  told_date: {
    says: 'the day on which their mail says that they will pay',
    fill: (facts) => dayText(facts, facts.detail?.told?.date ?? null),
  },
  last_letter: {
    says: 'the day of our last letter; absent when there was none',
    fill: (facts) => dayText(facts, facts.history.lastLetter),
  },
  plan_offer: {
    says: 'a sentence that offers instalments within the policy; absent when the step offers none',
    fill: (facts) =>
      facts.plan && facts.maySay.includes('plan')
        ? phrases(facts).planOffer(facts.plan.maxInstalments, facts.plan.maxDays)
        : null,
  },
  schedule: {
    says: 'the instalments of a payment plan, each with its day, on lines of their own; absent elsewhere',
    fill: (facts) =>
      instalmentsOf(facts)
        .map((each) => instalmentLine(each, facts))
        .join('\n') || null,
  },
  plan_total: {
    says: 'what all instalments add up to; absent elsewhere',
    fill: (facts) => {
      const instalments = instalmentsOf(facts);
      const total = instalments.reduce((sum, { amount }) => add(sum, amount), zero(facts.total.currency));
      return instalments.length > 0 ? formatMoney(total, letterLocale(facts.language)) : null;
    },
  },
  instalment_sum: {
    says: 'the sum of the next instalment; absent elsewhere',
    fill: (facts) => {
      const [next] = instalmentsOf(facts);
      return next ? formatMoney(next.amount, letterLocale(facts.language)) : null;
    },
  },
  instalment_day: {
    says: 'the day of the next instalment; absent elsewhere',
    fill: (facts) => dayText(facts, instalmentsOf(facts)[0]?.day ?? null),
  },
  consequence: {
    says: 'a sentence with the next step that was decided; absent when none was, or the step may not name it',
    fill: consequence,
  },
  ...OFFER_SLOTS,
} satisfies Record<string, Slot>;

function theInvoices(facts: DraftFacts, invoices: DraftFacts['invoices']): string | null {
  const numbers = numbersOf({ ...facts, invoices });
  if (numbers === null) return null;
  const several = invoices.filter(({ kind }) => kind === 'invoice').length > 1;
  return several ? phrases(facts).invoices(numbers) : phrases(facts).invoice(numbers);
}

function isPartQuestioned({ disputed, open }: DraftFacts['invoices'][number]): boolean {
  return Boolean(disputed) && open.minor > 0;
}

export type SlotName = keyof typeof SLOTS;

export const SLOT_NAMES = Object.keys(SLOTS) as SlotName[];

export function isSlotName(name: string): name is SlotName {
  return Object.hasOwn(SLOTS, name);
}

function instalmentsOf({ detail }: DraftFacts): readonly Instalment[] {
  return detail?.plan?.instalments ?? [];
}

/** "1 December 2026 · €300.00": the parts are set apart as in the list of invoices. */
function instalmentLine({ day, amount }: Instalment, { language }: DraftFacts): string {
  const locale = letterLocale(language);
  return `${formatDayLong(day, locale)} · ${formatMoney(amount, locale)}`;
}

function paidOn(invoice: DraftFacts['invoices'][number]): Money {
  return [invoice.disputed, invoice.writtenOff].reduce(
    (paid: Money, part) => (part ? subtract(paid, part) : paid),
    subtract(invoice.total, invoice.open),
  );
}

/** Company mailboxes are not people: "Hello Accounts," reads worse than "Hello,". */
const NOT_A_PERSON =
  /^(?:accounts?|accounting|ap|billing|finance|office|info|invoices?|payables?|purchasing|buchhaltung|compta\p{L}*|contabilidad|facturaci\p{L}*|comptabilit\p{L}*)\b/iu;

const TITLE = /^(?:mr|mrs|ms|mx|dr|prof|herr|frau|m|mme|sr|sra|don|do\p{L}a)\.?\s/iu;

function greeting(facts: DraftFacts): string {
  const words = phrases(facts);
  const own = facts.voice?.greeting ?? null;
  const name = facts.contactName ? inLine(facts.contactName) : '';
  if (!isPersonName(name) || NOT_A_PERSON.test(name))
    return own?.includes('{name}') === false ? own : words.greetingNoName;
  const greeted = onFirstNameTerms(name, facts) ? (name.split(' ')[0] ?? name) : name;
  return own ? own.replace('{name}', () => greeted) : words.greeting(greeted);
}

/** Only a plain "Given Family" has a first name that we can tell, and a formal letter uses none. */
function onFirstNameTerms(name: string, facts: DraftFacts): boolean {
  const parts = name.split(' ');
  const plain = parts.length === 2 && parts.every((part) => /^\p{Lu}[\p{L}'’-]+$/u.test(part));
  if (!plain || TITLE.test(name) || facts.tone === 'formal') return false;
  const formality = facts.voice?.formality ?? 'as_is';
  return formality === 'as_is' ? phrases(facts).firstNames : formality === 'friendly';
}

function howToPay(facts: DraftFacts): string {
  const words = phrases(facts);
  const payable = facts.invoices.filter((invoice) => invoice.kind === 'invoice');
  const links = new Set(payable.flatMap((invoice) => (invoice.payLink ? [invoice.payLink] : [])));
  const lines: string[] = [];
  if (links.size === 1) lines.push(`${words.payOnline} ${[...links][0]}`);
  if (links.size > 1) {
    lines.push(words.payOnlineEach);
    for (const invoice of payable) {
      if (invoice.payLink) lines.push(`${inLine(invoice.number)}: ${invoice.payLink}`);
    }
  }
  if (facts.bankDetails) {
    lines.push(links.size > 0 ? words.payByBankToo : words.payByBank);
    lines.push(...facts.bankDetails.split(/\r?\n/).map(inLine).filter(Boolean));
    const numbers = numbersOf(facts);
    if (numbers !== null) lines.push(words.reference(numbers));
  }
  return lines.length > 0 ? lines.join('\n') : words.askForPayment;
}

/** The gravest decided step comes last in the list, and only one is named: a letter is not a catalogue of threats. */
const CONSEQUENCES: readonly { topic: Topic; phrase: 'fee' | 'pauseCredit' | 'agency' | 'legal' }[] = [
  { topic: 'fee', phrase: 'fee' },
  { topic: 'pause_credit', phrase: 'pauseCredit' },
  { topic: 'agency', phrase: 'agency' },
  { topic: 'legal', phrase: 'legal' },
];

function consequence(facts: DraftFacts): string | null {
  const decided = CONSEQUENCES.filter(
    ({ topic }) => facts.maySay.includes(topic) && facts.decided.includes(topic),
  ).at(-1);
  if (!decided) return null;
  const words = phrases(facts);
  return words.consequence(words[decided.phrase], dayText(facts, facts.deadline));
}
