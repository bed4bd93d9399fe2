// Gathers the only facts a letter may speak of, from the engine's verdict and the customer's part of the ledger.
import { addDays, dayIn, daysBetween, isWeekday, nextWorkingDay } from '../calendar.ts';
import { dayNumber } from '../chase/day-number.ts';
import type { DraftFacts, InvoiceFact, Occasion, OccasionDetail, VoiceFact } from '../facts.ts';
import type { CaseEvent, Decision, Invoice } from '../ledger.ts';
import { type Money, money, subtract } from '../money.ts';
import { grantedDays, type SentOffer } from '../offer/offer-states.ts';
import { isToldFor, orderNumbers, toldNumber } from '../order-number.ts';
import type { Policy, Topic } from '../policy.ts';
import type { Voice } from '../settings.ts';
import type { Act } from '../verdict.ts';
import { type HistoryInput, historyOf } from './build-history.ts';
import { type LetterLanguage, languageTag, letterLanguage } from './language.ts';
import { mentionsFor } from './mentions.ts';
import { isPersonName } from './person-name.ts';
import { inLine } from './plain-text.ts';

/** `asOf`: the day the letter can go; days late are counted to it. */
export type DraftFactsInput = HistoryInput & {
  readonly policy: Policy;
  readonly policyVersion: number;
  /** The person who looks after the customer, where letters go out in that name; null: the workspace's sender. */
  readonly senderName?: string | null;
  readonly occasion?: Occasion | null;
  readonly detail?: OccasionDetail | null;
  /** Another language than the customer's, as somebody asked for this letter. */
  readonly language?: LetterLanguage | null;
  readonly gentle?: boolean;
  /** The notice of a hand-over names to whom. */
  readonly agency?: string | null;
};

/** A final notice leaves a week, by the law and by decency; three days more cover a weekend before it is sent. */
const DEADLINE_DAYS = 10;

export function buildDraftFacts(input: DraftFactsInput): DraftFacts {
  const { act, customer, settings, policy, asOf: today } = input;
  const step = policy.steps.find(({ name }) => name === stepOfPolicy(act.step));
  const events = standing(input.ledger.events.filter((event) => event.customerId === customer.id));
  // The notice follows a hand-over that people agreed to: it names the agency, and nothing else.
  const isNotice = act.step === 'hand_over';
  const maySay: readonly Topic[] = isNotice ? ['agency'] : (step?.maySay ?? []);
  const contact = customer.contacts[0] ?? null;
  return {
    asOf: today,
    step: act.step,
    tone: step?.tone ?? 'human',
    maySay,
    decided: isNotice ? ['agency'] : decidedTopics(events, input),
    language: languageOf(input),
    customerName: customer.name,
    contactName: contact?.name && isPersonName(inLine(contact.name)) ? contact.name : null,
    senderName: input.senderName || settings.sender.name,
    senderEmail: settings.sender.email,
    businessName: settings.businessName,
    businessPhone: settings.waysToPay.phone,
    bankDetails: settings.waysToPay.bankDetails,
    invoices: invoiceFacts(input, events),
    total: act.total,
    daysLate: act.daysLate - daysMore(input, events),
    deadline: act.step === 'final_notice' ? nextWorkingDay(addDays(today, DEADLINE_DAYS), isWeekday) : null,
    plan:
      !isNotice && maySay.includes('plan')
        ? { maxInstalments: policy.plan.maxInstalments, maxDays: policy.plan.maxDays }
        : null,
    history: historyOf(input, events),
    policyVersion: input.policyVersion,
    occasion: input.occasion ?? null,
    detail: input.detail ?? null,
    gentle: input.gentle ?? false,
    agency: isNotice ? (input.agency ?? null) : null,
    termsDays: policy.termsDays,
    voice: voiceFor(settings.voice, languageOf(input)),
    mentions: mentionsFor({ step: act.step, occasion: input.occasion ?? null }, events),
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
export function teamLanguage(locale: string): string {
  return locale.startsWith('en') ? locale : 'en-US';
}

/** A broken promise is handled like the question step: once more it asks for a date, and no more than that. */
export function stepOfPolicy(step: Act['step']): Policy['steps'][number]['name'] {
  if (step === 'hand_over') return 'final_notice';
  return step === 'broken_promise_call' ? 'call' : step;
}

/** Events that no later one took back. */
export function standing(events: readonly CaseEvent[]): CaseEvent[] {
  const undone = new Set(events.flatMap(({ body }) => (body.kind === 'undone' ? [body.eventId] : [])));
  return events.filter((event) => !undone.has(event.id) && event.body.kind !== 'undone');
}

/**
 * Only what a person decided counts; Tightrope itself decides nothing. A decision is about the debt it was taken for:
 * one from before the oldest of these invoices was due says nothing of them.
 */
function decidedTopics(events: readonly CaseEvent[], { act, ledger, settings }: DraftFactsInput): Decision[] {
  const named = new Set(act.invoices);
  const dues = ledger.invoices
    .filter(({ id, kind }) => kind === 'invoice' && named.has(id))
    .map(({ due }) => due);
  const oldest = dues.sort()[0];
  const decided = events.flatMap(({ body, by, at }) =>
    by !== '' && by !== 'tightrope' && oldest !== undefined && dayIn(settings.zone, at) >= oldest
      ? decisionIn(body)
      : [],
  );
  return [...new Set(decided)];
}

/** A review decides as well: what was chosen there may be said. */
function decisionIn(body: CaseEvent['body']): Decision[] {
  if (body.kind === 'decision') return [body.decision];
  if (body.kind !== 'reviewed') return [];
  const chosen = {
    plan: 'plan',
    agency: 'agency',
    small_claim: 'legal',
    wait: null,
    write_off: null,
  } as const;
  const decision = chosen[body.choice];
  return decision ? [decision] : [];
}

function invoiceFacts(input: DraftFactsInput, events: readonly CaseEvent[]): InvoiceFact[] {
  const { act, ledger, settings, customer, asOf: today } = input;
  const named = new Set(act.invoices);
  const extra = extraDaysIn(input, events);
  const orders = orderNumbers(events, ledger.invoices);
  return ledger.invoices
    .filter((invoice) => named.has(invoice.id))
    .map((invoice) => ({ ...invoice, due: addDays(invoice.due, extra(invoice)) }))
    .sort((a, b) => compare(a.due, b.due) || compare(a.number, b.number))
    .map((invoice) => {
      const disputed = withoutCredit(disputedPart(invoice, events), creditPart(invoice, act));
      const writtenOff = writtenOffPart(invoice, act);
      const left = writtenOff === null ? invoice.open : subtract(invoice.open, writtenOff);
      return {
        number: invoice.number,
        kind: invoice.kind,
        issued: invoice.issued,
        due: invoice.due,
        daysLate: daysBetween(invoice.due, today),
        total: invoice.total,
        open: disputed === null ? left : subtract(left, disputed),
        payLink:
          invoice.kind === 'invoice'
            ? payLink(settings.waysToPay.linkTemplate, invoice.number, customer.name)
            : null,
        disputed,
        writtenOff,
        orderNumber: orders.get(invoice.id)?.number ?? null,
      };
    });
}

/** What was agreed about the invoice, or for all that come: a letter counts from the day that they have. */
function extraDaysIn(
  { customer, settings }: DraftFactsInput,
  events: readonly CaseEvent[],
): (invoice: Invoice) => number {
  const offers = events.flatMap(({ body, at }): SentOffer[] =>
    body.kind === 'sent' && body.offer
      ? [{ event: { day: dayNumber(dayIn(settings.zone, at)) }, offer: body.offer }]
      : [],
  );
  return ({ number, issued, due }) =>
    customer.terms.invoices?.[number]?.extraDays ??
    grantedDays({ issuedDay: issued && dayNumber(issued), dueDay: dayNumber(due) }, offers);
}

function daysMore(input: DraftFactsInput, events: readonly CaseEvent[]): number {
  const driver = input.ledger.invoices.find(({ id }) => id === input.act.driver);
  return driver ? extraDaysIn(input, events)(driver) : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The part of one invoice that an unresolved dispute names with an amount; the rest of it is still owed. */
function disputedPart(invoice: Invoice, events: readonly CaseEvent[]): Money | null {
  let part = 0;
  let isOverMore = false; // than a missing order number, which ends with the number
  for (const { body, at } of events) {
    const isAbout = (numbers: readonly string[]) => numbers.length === 0 || numbers.includes(invoice.number);
    const told = toldNumber(body);
    const endsByNumber = told !== null && !isOverMore && isToldFor(told, at, invoice);
    if (endsByNumber || (body.kind === 'dispute_resolved' && isAbout(body.invoices))) {
      part = 0;
      isOverMore = false;
    }
    if (body.kind !== 'outcome' || body.outcome.kind !== 'dispute') continue;
    const { amount, invoices, reason } = body.outcome;
    if (reason !== 'missing_po' && isAbout(invoices)) isOverMore = true;
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

/** The part that was given up, as the engine left it out: nobody asks for it, and it was not paid either. */
function writtenOffPart({ id }: Invoice, { leftOut = [] }: Act): Money | null {
  return leftOut.find(({ invoice, reason }) => invoice === id && reason === 'written_off')?.amount ?? null;
}

/** What we have agreed to credit and the books do not show yet: the engine leaves it out of a part that may be chased. */
function creditPart({ id }: Invoice, { leftOut = [] }: Act): Money | null {
  return leftOut.find(({ invoice, reason }) => invoice === id && reason === 'waiting_for_us')?.amount ?? null;
}

function withoutCredit(disputed: Money | null, credit: Money | null): Money | null {
  return disputed && credit ? money(disputed.minor + credit.minor, credit.currency) : (disputed ?? credit);
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
