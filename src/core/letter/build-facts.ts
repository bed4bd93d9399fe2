// Gathers the only facts a letter may speak of, from the engine's verdict and the customer's part of the ledger.
import { addDays, type Day, dayIn, daysBetween, isWeekday, nextWorkingDay } from '../calendar.ts';
import type { DraftFacts, HistoryFact, InvoiceFact, Occasion, VoiceFact } from '../facts.ts';
import type { CaseEvent, Customer, Decision, Invoice, Ledger } from '../ledger.ts';
import { type Money, money, subtract } from '../money.ts';
import type { Policy } from '../policy.ts';
import type { Settings, Voice } from '../settings.ts';
import type { Act } from '../verdict.ts';
import { type LetterLanguage, languageTag, letterLanguage } from './language.ts';

export type DraftFactsInput = {
  readonly act: Act;
  readonly customer: Customer;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly policy: Policy;
  readonly policyVersion: number;
  /** The day the letter can go; days late are counted to it. */
  readonly asOf: Day;
  /** The person who looks after the customer, where letters go out in that name; null: the workspace's sender. */
  readonly senderName?: string | null;
  readonly occasion?: Occasion | null;
  /** Another language than the customer's, as somebody asked for this letter. */
  readonly language?: LetterLanguage | null;
};

/** A final notice leaves a week, by the law and by decency; three days more cover a weekend before it is sent. */
const DEADLINE_DAYS = 10;

/** A payment older than this is not news, and thanking for it reads oddly. */
const RECENT_PAYMENT_DAYS = 30;

export function buildDraftFacts(input: DraftFactsInput): DraftFacts {
  const { act, customer, settings, policy, asOf: today } = input;
  const step = policy.steps.find(({ name }) => name === stepOfPolicy(act.step));
  const events = standing(input.ledger.events.filter((event) => event.customerId === customer.id));
  const maySay = step?.maySay ?? [];
  const contact = customer.contacts[0] ?? null;
  return {
    asOf: today,
    step: act.step,
    tone: step?.tone ?? 'human',
    maySay,
    decided: decidedTopics(events),
    language: languageOf(input),
    customerName: customer.name,
    contactName: contact?.name ?? null,
    senderName: input.senderName || settings.sender.name,
    senderEmail: settings.sender.email,
    businessName: settings.businessName,
    businessPhone: settings.waysToPay.phone,
    bankDetails: settings.waysToPay.bankDetails,
    invoices: invoiceFacts(input, events),
    total: act.total,
    daysLate: act.daysLate,
    deadline: act.step === 'final_notice' ? nextWorkingDay(addDays(today, DEADLINE_DAYS), isWeekday) : null,
    plan: maySay.includes('plan')
      ? { maxInstalments: policy.plan.maxInstalments, maxDays: policy.plan.maxDays }
      : null,
    history: historyOf(input, events),
    policyVersion: input.policyVersion,
    occasion: input.occasion ?? null,
    termsDays: policy.termsDays,
    voice: voiceFor(settings.voice, languageOf(input)),
  };
}

/** Greeting, sign-off and phrases are of one language; what must never be said is kept out of letters in any. */
function voiceFor({ language, greeting, signOff, formality, use, avoid }: Voice, tag: string): VoiceFact {
  return letterLanguage(tag) === language
    ? { greeting, signOff, formality, use, avoid }
    : { greeting: null, signOff: null, formality, use: [], avoid };
}

function languageOf({ act, customer, settings, language }: DraftFactsInput): string {
  if (isForTeam(act.step)) return teamLanguage(settings.locale);
  const own = languageTag(customer.language, customer.country, settings.locale);
  return language && language !== letterLanguage(own)
    ? languageTag(language, customer.country, settings.locale)
    : own;
}

function isForTeam(step: Act['step']): boolean {
  return step === 'call' || step === 'broken_promise_call' || step === 'internal_review';
}

/** Scripts and reviews are written in English; only their formats follow the workspace. */
function teamLanguage(locale: string): string {
  return locale.startsWith('en') ? locale : 'en-US';
}

/** A broken promise is handled like the question step: once more it asks for a date, and no more than that. */
function stepOfPolicy(step: Act['step']): Policy['steps'][number]['name'] {
  return step === 'broken_promise_call' ? 'call' : step;
}

/** Events that no later one took back. */
function standing(events: readonly CaseEvent[]): CaseEvent[] {
  const undone = new Set(events.flatMap(({ body }) => (body.kind === 'undone' ? [body.eventId] : [])));
  return events.filter((event) => !undone.has(event.id) && event.body.kind !== 'undone');
}

/** Only what a person decided counts; Tightrope itself decides nothing. */
function decidedTopics(events: readonly CaseEvent[]): Decision[] {
  const decided = events.flatMap(({ body, by }) =>
    body.kind === 'decision' && by !== '' && by !== 'tightrope' ? [body.decision] : [],
  );
  return [...new Set(decided)];
}

function invoiceFacts(input: DraftFactsInput, events: readonly CaseEvent[]): InvoiceFact[] {
  const { act, ledger, settings, customer, asOf: today } = input;
  const named = new Set(act.invoices);
  return ledger.invoices
    .filter((invoice) => named.has(invoice.id))
    .sort((a, b) => compare(a.due, b.due) || compare(a.number, b.number))
    .map((invoice) => {
      const disputed = disputedPart(invoice, events);
      return {
        number: invoice.number,
        kind: invoice.kind,
        issued: invoice.issued,
        due: invoice.due,
        daysLate: daysBetween(invoice.due, today),
        total: invoice.total,
        open: disputed === null ? invoice.open : subtract(invoice.open, disputed),
        payLink:
          invoice.kind === 'invoice'
            ? payLink(settings.waysToPay.linkTemplate, invoice.number, customer.name)
            : null,
        disputed,
      };
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The part of one invoice that an unresolved dispute names with an amount; the rest of it is still owed. */
function disputedPart(invoice: Invoice, events: readonly CaseEvent[]): Money | null {
  let part = 0;
  for (const { body } of events) {
    if (
      body.kind === 'dispute_resolved' &&
      (body.invoices.length === 0 || body.invoices.includes(invoice.number))
    ) {
      part = 0;
    }
    if (body.kind !== 'outcome' || body.outcome.kind !== 'dispute') continue;
    const { amount, invoices } = body.outcome;
    if (
      amount?.currency === invoice.open.currency &&
      invoices.length === 1 &&
      invoices[0] === invoice.number
    ) {
      part += amount.minor;
    }
  }
  return part > 0 && part < invoice.open.minor ? money(part, invoice.open.currency) : null;
}

/** Only https, so that no ledger and no setting can put another kind of link into a letter. */
export function payLink(template: string | null, number: string, customer: string): string | null {
  if (template === null || !/^https:\/\/[^\s/?#]+/i.test(template) || /[\s<>"]/.test(template)) return null;
  return template
    .replaceAll('{number}', () => urlPart(number))
    .replaceAll('{customer}', () => urlPart(customer));
}

/** Half a character, which no URL can hold. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;

/** Also encodes what mail programs leave out of a link at the end of a sentence. */
function urlPart(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '')).replace(
    /[!'()*~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function historyOf(input: DraftFactsInput, events: readonly CaseEvent[]): HistoryFact {
  const { act, customer, ledger, settings, asOf: today } = input;
  const own = ledger.invoices.filter((invoice) => invoice.customerId === customer.id);
  const named = new Set(act.invoices);
  const sent = events.flatMap((event) => {
    if (event.body.kind === 'sent') return [dayIn(settings.zone, event.at)];
    return event.body.kind === 'earlier_contact' ? [event.body.day] : [];
  });
  const issued = own.flatMap((invoice) => (invoice.issued ? [invoice.issued] : [])).sort();
  return {
    firstLatePayment: !wasLateBefore(input, events),
    customerSince: issued[0] ?? null,
    lettersSent: sent.length,
    lastLetter: sent.sort().at(-1) ?? null,
    brokenPromise: brokenPromise(events, ledger, customer, act, today),
    partPaid: own.some(
      (invoice) =>
        named.has(invoice.id) && invoice.kind === 'invoice' && invoice.open.minor < invoice.total.minor,
    ),
    recentPayment: recentPayment(ledger, customer, act.currency, today),
  };
}

/** Whether another invoice was paid after its due day, or had to be reminded of. */
function wasLateBefore({ act, customer, ledger }: DraftFactsInput, events: readonly CaseEvent[]): boolean {
  // A sent letter names its invoices by number, as its reader knows them; the engine names them by id.
  const named = new Set([
    ...act.invoices,
    ...ledger.invoices.filter(({ id }) => act.invoices.includes(id)).map(({ number }) => number),
  ]);
  const dues = new Map(ledger.invoices.map((invoice) => [invoice.id, invoice.due]));
  const paidLate = ledger.payments.some((payment) => {
    if (payment.customerId !== customer.id || payment.invoiceId === null) return false;
    const due = dues.get(payment.invoiceId);
    return due !== undefined && !named.has(payment.invoiceId) && payment.day > due;
  });
  const remindedOfOthers = events.some(
    ({ body }) =>
      body.kind === 'sent' && body.step !== 'nudge' && body.invoices.some((invoice) => !named.has(invoice)),
  );
  return paidLate || remindedOfOthers;
}

/** The newest promise whose day has gone by without its sum; the engine decides when that outranks everything. */
function brokenPromise(
  events: readonly CaseEvent[],
  ledger: Ledger,
  customer: Customer,
  act: Act,
  today: Day,
): HistoryFact['brokenPromise'] {
  const promises = events.flatMap((event) =>
    event.body.kind === 'outcome' && event.body.outcome.kind === 'promise'
      ? [{ at: event.at, promise: event.body.outcome }]
      : [],
  );
  const newest = promises.sort((a, b) => compare(a.at, b.at)).at(-1);
  if (!newest || newest.promise.date >= today) return null;
  const { promise, at } = newest;
  if (promise.amount !== 'full' && promise.amount.currency !== act.currency) return null;
  const since = ledger.payments
    .filter(
      (payment) =>
        payment.customerId === customer.id &&
        payment.amount.currency === act.currency &&
        payment.day >= (at.slice(0, 10) as Day),
    )
    .reduce((sum, payment) => sum + payment.amount.minor, 0);
  if (promise.amount !== 'full' && since >= promise.amount.minor) return null;
  return { date: promise.date, amount: promise.amount === 'full' ? null : promise.amount };
}

function recentPayment(
  ledger: Ledger,
  customer: Customer,
  currency: string,
  today: Day,
): HistoryFact['recentPayment'] {
  const newest = ledger.payments
    .filter((payment) => payment.customerId === customer.id && payment.amount.currency === currency)
    .filter((payment) => payment.day <= today && daysBetween(payment.day, today) <= RECENT_PAYMENT_DAYS)
    .sort((a, b) => compare(a.day, b.day))
    .at(-1);
  return newest ? { amount: newest.amount, day: newest.day } : null;
}
