// Everything that passed between us and a customer, in order: letters with their words, replies, promises, payments.
import { type Day, dayIn, type Instant, timeIn } from './calendar.ts';
import { compare, takenBack } from './chase/case-file.ts';
import type { PromiseState, PromiseStatus } from './chase/promises.ts';
import { csvOf } from './csv.ts';
import type { Draft } from './draft.ts';
import { asItIs, eventWords } from './event-words.ts';
import type { CaseEvent, Customer, Ledger } from './ledger.ts';
import { formatMoney } from './money.ts';
import type { Settings } from './settings.ts';

export type TimelineEntry = {
  readonly day: Day; // by the business's clock
  readonly time: string | null; // null: only the day is known
  readonly by: string; // a name that a reader outside knows
  readonly kind: 'Letter' | 'Contact' | 'Promise' | 'Dispute' | 'Wish' | 'Payment' | 'Record';
  readonly what: string;
  /** What was written, in full: of a letter that went out, or of a reply; null where there is nothing to quote. */
  readonly words: string | null;
};

export type Timeline = {
  readonly title: string;
  readonly fileName: string; // without its ending
  readonly business: string;
  readonly madeOn: Day;
  readonly locale: string;
  /** Who they are, and how they may be reached. */
  readonly head: readonly string[];
  readonly entries: readonly TimelineEntry[]; // oldest first
};

export type TimelineInput = {
  readonly ledger: Ledger; // the customer's own
  readonly customer: Customer;
  readonly promises: readonly PromiseState[];
  readonly drafts: readonly Draft[];
  readonly settings: Pick<Settings, 'zone' | 'locale' | 'businessName'>;
  readonly today: Day;
  /** Of a person of the team, by the Slack id. */
  readonly nameOf: (user: string) => string;
};

export function timelineOf(input: TimelineInput): Timeline {
  const { ledger, customer, settings, today } = input;
  const undone = takenBack(ledger.events);
  const dated: { at: string; id: string; entry: TimelineEntry }[] = [
    ...ledger.events.map((event) => ({
      at: event.at,
      id: event.id,
      entry: entryOf(event, undone.has(event.id), input),
    })),
    // A day without a time stands at its beginning.
    ...ledger.payments.map((payment) => ({
      at: payment.day,
      id: payment.id,
      entry: {
        day: payment.day,
        time: null,
        by: 'the books',
        kind: 'Payment' as const,
        what: `${formatMoney(payment.amount, settings.locale)} came${numberOf(payment.invoiceId, ledger)}`,
        words: null,
      },
    })),
  ];
  return {
    title: `Timeline of ${customer.name}`,
    fileName: `timeline-${plainName(customer.name)}-${today}`,
    business: settings.businessName,
    madeOn: today,
    locale: settings.locale,
    head: headOf(input),
    entries: dated
      .sort(
        (a, b) => compare(sortKey(a.at, settings.zone), sortKey(b.at, settings.zone)) || compare(a.id, b.id),
      )
      .map(({ entry }) => entry),
  };
}

/** By the business's day and clock, as the entries show it. */
function sortKey(at: Instant | Day, zone: string): string {
  return at.includes('T') ? `${dayIn(zone, at)} ${timeIn(zone, at)} ${at}` : at;
}

export function plainName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^A-Za-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return plain.slice(0, 40) || 'customer';
}

function numberOf(invoiceId: string | null, { invoices }: Ledger): string {
  const number = invoices.find(({ id }) => id === invoiceId)?.number;
  return number ? ` for ${number}` : '';
}

function headOf({ customer, ledger }: TimelineInput): string[] {
  const contact = customer.contacts[0];
  const { doNotContact, naturalPerson } = customer.terms;
  const wishes = ledger.events.filter(
    ({ body }) => body.kind === 'outcome' && body.outcome.kind === 'contact_preference',
  ).length;
  return [
    `Contact: ${[contact?.name, contact?.email, contact?.phone].filter(Boolean).join(', ') || 'none recorded'}`,
    naturalPerson
      ? 'A natural person: the strict profile of consumer law.'
      : 'Not marked as a natural person.',
    doNotContact ? 'They are not to be contacted.' : 'They may be contacted.',
    wishes === 0
      ? 'No wish about how to be contacted is recorded.'
      : `Wishes about contact recorded below: ${wishes}.`,
  ];
}

function entryOf(event: CaseEvent, isUndone: boolean, input: TimelineInput): TimelineEntry {
  const { settings, today } = input;
  const { body, at, by } = event;
  const what = eventWords(body, { today, locale: settings.locale }, asItIs);
  const became = body.kind === 'outcome' && body.outcome.kind === 'promise' ? promiseWords(event, input) : '';
  return {
    day: dayIn(settings.zone, at),
    time: timeIn(settings.zone, at),
    by: whoIs(by, input),
    kind: kindOf(body),
    what: `${withNames(what, input)}${ownerOf(body, input)}${became}${isUndone ? ' (taken back)' : ''}`,
    words: wordsOf(event, input),
  };
}

/** " (Ben Books)" where the record names somebody to settle a dispute. */
function ownerOf(body: CaseEvent['body'], { nameOf }: TimelineInput): string {
  return body.kind === 'dispute_owned' ? ` (${nameOf(body.owner)})` : '';
}

function whoIs(by: string, { nameOf }: TimelineInput): string {
  if (by === 'tightrope') return 'Tightrope';
  return /^[UW][A-Z0-9]+$/.test(by) ? nameOf(by) : by;
}

/** Names for the mentions in words that were written in Slack. */
function withNames(words: string, { nameOf }: TimelineInput): string {
  return words.replace(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (_, user: string) => `@${nameOf(user)}`);
}

function kindOf(body: CaseEvent['body']): TimelineEntry['kind'] {
  if (body.kind === 'sent') return 'Letter';
  if (body.kind === 'dispute_resolved') return 'Dispute';
  if (body.kind === 'earlier_contact' || body.kind === 'agency_update') return 'Contact';
  if (body.kind !== 'outcome') return 'Record';
  const { kind } = body.outcome;
  if (kind === 'promise') return 'Promise';
  if (kind === 'dispute') return 'Dispute';
  return kind === 'contact_preference' ? 'Wish' : 'Contact';
}

function wordsOf({ body, source }: CaseEvent, input: TimelineInput): string | null {
  if (body.kind === 'sent') {
    const draft = input.drafts.find(({ id }) => id === body.draftId);
    return draft ? `${draft.letter.subject}\n\n${draft.letter.body}` : null;
  }
  return source?.quote ? withNames(source.quote, input) : null;
}

const BECAME: Readonly<Record<PromiseStatus, string>> = {
  live: 'still to come',
  kept: 'kept',
  late: 'kept, late',
  partial: 'kept in part',
  broken: 'not kept',
  replaced: 'replaced by a later one',
};

function promiseWords({ id }: CaseEvent, { promises, settings }: TimelineInput): string {
  const own = promises.filter(({ event }) => event.id === id);
  const words = own.map(({ status, receivedMinor, currency }) => {
    const came =
      receivedMinor > 0 ? ` (${formatMoney({ minor: receivedMinor, currency }, settings.locale)} came)` : '';
    return `${BECAME[status]}${came}`;
  });
  return words.length > 0 ? `: ${words.join(', ')}` : '';
}

export function timelineCsv({ entries }: Timeline): string {
  return csvOf([
    ['Date', 'Time', 'Who', 'Kind', 'What', 'Words'],
    ...entries.map(({ day, time, by, kind, what, words }) => [day, time ?? '', by, kind, what, words ?? '']),
  ]);
}
