// Everything that asks us to wait, apart from promises and disputes: what was said, what we owe, what a person decided.
import type { Instant } from '../calendar.ts';
import { isOccasion } from '../facts.ts';
import { partsOf } from '../last-resort-events.ts';
import type { CaseEvent, EventBody } from '../ledger.ts';
import { isToldFor, type ToldNumber, toldNumber } from '../order-number.ts';
import type { Outcome } from '../outcome.ts';
import { type CaseFile, concerns, names, type StandingEvent } from './case-file.ts';
import { dayNumber } from './day-number.ts';
import type { Resolved } from './disputes.ts';
import type { LastResort } from './last-resort.ts';

/** `until`: the first free day, a day number; null: until somebody does something. */
export type Hold = {
  readonly event: StandingEvent;
  readonly until: number | null;
  readonly invoices: readonly string[]; // empty: all
};

/** The ladder starts again: an invoice counts as 3 days late on `day`, and what was sent up to `at` no longer counts. */
export type Restart = { readonly at: Instant; readonly day: number; readonly invoices: readonly string[] };

export type Holds = {
  /** The oldest mail of theirs that nobody has looked at. */
  readonly unreadMail: StandingEvent | null;
  readonly held: Hold | null;
  readonly snoozed: Hold | null;
  readonly insolvent: Hold | null;
  readonly hardship: Hold | null;
  readonly hardshipSaid: StandingEvent | null; // also after its hold has ended
  readonly paidSaid: readonly Hold[];
  readonly paidSaidBefore: StandingEvent | null; // the newest, also after its hold has ended
  /** They asked for something, and it is our turn. */
  readonly waitingForUs: readonly Hold[];
  readonly callback: { readonly event: StandingEvent; readonly on: number; readonly done: boolean } | null;
  readonly wrongContact: StandingEvent | null;
  readonly restarts: readonly Restart[];
};

/** Our turn to answer; after a week without an answer of ours the ladder goes on, so that nothing is forgotten. */
const OUR_TURN_DAYS = 7;

/** Trouble that somebody told us of is looked at again after two weeks. */
export const HARDSHIP_REVIEW_DAYS = 14;

export function holdsOf(file: CaseFile, resolved: readonly Resolved[], lastResort: LastResort): Holds {
  const { today } = file;
  const lastRelease = file.events.findLast(({ body }) => body.kind === 'released');
  const since = lastRelease ? file.events.slice(file.events.indexOf(lastRelease) + 1) : file.events;
  const still = (hold: Hold | null) => (hold && (hold.until === null || today < hold.until) ? hold : null);

  const snooze = lastOf(since, 'snoozed');
  const hold = lastOf(since, 'hold');
  const hardship = lastSaid(since, 'hardship');
  const insolvency = lastSaid(since, 'insolvency');
  const wrong = lastSaid(since, 'wrong_contact');
  return {
    unreadMail: unreadMails(file.events)[0] ?? null,
    held: still(hold && { event: hold, until: hold.body.until && dayNumber(hold.body.until), invoices: [] }),
    snoozed: still(snooze && { event: snooze, until: dayNumber(snooze.body.until), invoices: [] }),
    insolvent: insolvency && { event: insolvency, until: null, invoices: [] },
    hardship: still(hardship && hardshipHold(hardship, since)),
    hardshipSaid: hardship,
    paidSaid: allSaid(since, 'claims_paid')
      .map((event) => ({
        event,
        until: file.calendar.add(event.day, file.policy.holds.paidSaidBusinessDays),
        invoices: event.body.outcome.invoices,
      }))
      .filter((found) => still(found)),
    paidSaidBefore: lastSaid(file.events, 'claims_paid'),
    waitingForUs: waitingForUs(since, file).filter((found) => still(found)),
    callback: callbackOf(since),
    wrongContact: wrong,
    restarts: [...restartsOf(file, resolved), ...calledBack(lastResort)],
  };
}

/** Until it is looked at again: on the day that somebody chose who assessed it, or else after two weeks. */
function hardshipHold(hardship: StandingEvent, since: readonly StandingEvent[]): Hold | null {
  const assessed = lastOf(since, 'assessed');
  if (!assessed || assessed.at < hardship.at)
    return { event: hardship, until: hardship.day + HARDSHIP_REVIEW_DAYS, invoices: [] };
  if (assessed.body.way === 'go_on') return null;
  return { event: hardship, until: dayNumber(assessed.body.review), invoices: [] };
}

/** Mails that came in and that nobody has looked at, oldest first. */
export function unreadMails<Event extends CaseEvent>(events: readonly Event[]): Event[] {
  const seen = new Set(events.flatMap(({ body }) => (body.kind === 'looked_at' ? [body.mailId] : [])));
  return events.filter(({ body }) => body.kind === 'heard' && !seen.has(body.mailId));
}

type Said<K extends Outcome['kind']> = StandingEvent & {
  readonly body: { readonly kind: 'outcome'; readonly outcome: Extract<Outcome, { kind: K }> };
};

type Recorded<K extends EventBody['kind']> = StandingEvent & {
  readonly body: Extract<EventBody, { kind: K }>;
};

function allSaid<K extends Outcome['kind']>(events: readonly StandingEvent[], kind: K): Said<K>[] {
  return events.filter(
    (event): event is Said<K> => event.body.kind === 'outcome' && event.body.outcome.kind === kind,
  );
}

function lastSaid<K extends Outcome['kind']>(events: readonly StandingEvent[], kind: K): Said<K> | null {
  return allSaid(events, kind).at(-1) ?? null;
}

function lastOf<K extends EventBody['kind']>(events: readonly StandingEvent[], kind: K): Recorded<K> | null {
  return events.findLast((event): event is Recorded<K> => event.body.kind === kind) ?? null;
}

function waitingForUs(events: readonly StandingEvent[], file: CaseFile): Hold[] {
  const holds: Hold[] = [];
  for (const [index, event] of events.entries()) {
    if (event.body.kind !== 'outcome') continue;
    const { outcome } = event.body;
    const later = events.slice(index + 1);
    if (outcome.kind === 'document_request') {
      const last = outcome.document === 'po_number' ? lastOfOrderNumber(event, later, file) : event;
      holds.push({ event, until: last.day + OUR_TURN_DAYS, invoices: outcome.invoices });
    }
    if (outcome.kind === 'plan_request' || outcome.kind === 'negotiation') {
      if (!later.some(isAnswer)) holds.push({ event, until: event.day + OUR_TURN_DAYS, invoices: [] });
    } else if (outcome.kind === 'wrong_contact' && !isContactFixed(event, outcome, later, file)) {
      holds.push({ event, until: null, invoices: [] });
    }
  }
  return holds;
}

/**
 * The newest word on an order number that they want to see: their own, our asking for it, or the number. Each leaves the
 * other side a week: them to tell it, then to read the invoice that has it.
 */
export function lastOfOrderNumber(
  request: StandingEvent,
  later: readonly StandingEvent[],
  { invoices }: Pick<CaseFile, 'invoices'>,
): StandingEvent {
  const named =
    request.body.kind === 'outcome' && 'invoices' in request.body.outcome
      ? request.body.outcome.invoices
      : [];
  const concerned = invoices.filter((invoice) => concerns(named, invoice, invoices));
  const isAbout = ({ body, at }: StandingEvent) => {
    const told = toldNumber(body);
    if (told) return concerned.some((invoice) => isToldFor(told, at, invoice));
    return (
      body.kind === 'sent' &&
      body.step === 'po_asked' &&
      concerned.some((invoice) => names(body.invoices, invoice))
    );
  };
  return later.findLast(isAbout) ?? request;
}

/** A letter, a decision or a promise settles what they asked for; thanks and the like settle nothing. */
function isAnswer({ body }: StandingEvent): boolean {
  if (body.kind === 'sent') return !isOccasion(body.step) || body.step === 'plan_offer';
  if (body.kind === 'reviewed') return body.choice === 'plan';
  if (body.kind === 'decision') return body.decision === 'plan' || body.decision === 'discount';
  return body.kind === 'outcome' && body.outcome.kind === 'promise';
}

/** The right person is known: named in the reply, spoken with since, or an address other than the one we wrote to. */
function isContactFixed(
  event: StandingEvent,
  outcome: Extract<Outcome, { kind: 'wrong_contact' }>,
  later: readonly StandingEvent[],
  { customer, events }: CaseFile,
): boolean {
  if (outcome.email || outcome.phone) return true;
  const spoken = later.some(
    ({ body }) => body.kind === 'sent' || (body.kind === 'outcome' && SPOKEN.has(body.outcome.kind)),
  );
  if (spoken) return true;
  const writtenTo = events.findLast(({ body, at }) => body.kind === 'sent' && at <= event.at);
  const address = customer.contacts[0]?.email ?? null;
  return writtenTo?.body.kind === 'sent' && address !== null && address !== writtenTo.body.to;
}

const SPOKEN: ReadonlySet<Outcome['kind']> = new Set(['promise', 'claims_paid', 'dispute', 'plan_request']);

/** A call back is done once anything was written, called or said on the day or after. */
function callbackOf(events: readonly StandingEvent[]): Holds['callback'] {
  const asked = lastSaid(events, 'callback');
  if (!asked) return null;
  const on = dayNumber(asked.body.outcome.date);
  const done = events.some(
    (event) =>
      event.day >= on && event.at > asked.at && (event.body.kind === 'sent' || event.body.kind === 'outcome'),
  );
  return { event: asked, on, done };
}

/** What was given away and came back is asked for softly, as if it were new. */
function calledBack({ handOvers, writeOffs }: LastResort): Restart[] {
  const restarts: Restart[] = [];
  for (const { end, event } of handOvers) {
    if (!end) continue;
    const invoices = partsOf(event.body).flatMap((part) => part.invoices);
    restarts.push({ at: end.at, day: end.day, invoices });
  }
  for (const { end, event } of writeOffs) {
    if (end?.body.why !== 'taken_back') continue;
    restarts.push({ at: end.at, day: end.day, invoices: event.body.parts.map(({ invoice }) => invoice) });
  }
  return restarts;
}

/** Of the invoices that they asked about, those that the number was told for. */
function toldOnly(told: ToldNumber, asked: { readonly invoices: readonly string[] }): readonly string[] {
  if (told.invoices.length === 0) return asked.invoices;
  if (asked.invoices.length === 0) return told.invoices;
  const both = told.invoices.filter((number) => asked.invoices.includes(number));
  return both.length > 0 ? both : told.invoices;
}

function restartsOf(file: CaseFile, resolved: readonly Resolved[]): Restart[] {
  const restarts: Restart[] = resolved
    .filter(({ wasOurs }) => wasOurs)
    .map(({ at, day, invoiceId }) => ({ at, day: day + OUR_TURN_DAYS, invoices: [invoiceId] }));
  for (const [index, event] of file.events.entries()) {
    const { at, day, body } = event;
    if (body.kind !== 'outcome') continue;
    const { outcome } = body;
    // The right person has heard nothing yet, so the reminder may go at once; a document needs time to be read.
    if (outcome.kind === 'wrong_contact' && (outcome.email || outcome.phone)) {
      restarts.push({ at, day, invoices: [] });
    } else if (outcome.kind === 'document_request') {
      restarts.push({ at, day: day + OUR_TURN_DAYS, invoices: outcome.invoices });
      if (outcome.document !== 'po_number') continue;
      const last = lastOfOrderNumber(event, file.events.slice(index + 1), file);
      const told = toldNumber(last.body);
      if (told)
        restarts.push({ at: last.at, day: last.day + OUR_TURN_DAYS, invoices: toldOnly(told, outcome) });
    }
  }
  return restarts;
}
