// Puts the morning digest together: figures, what changed since the last one, whom to chase in order, whom to leave.
import type { Ageing } from './ageing.ts';
import { apartTotals } from './apart-totals.ts';
import { type Day, dayIn, type Instant } from './calendar.ts';
import { changesSince, type PreviousDigest } from './changes-since.ts';
import { compare, standingEvents } from './chase/case-file.ts';
import { dayReader } from './chase/day-number.ts';
import { unreadMails } from './chase/holds.ts';
import { ledgersByCustomer, ledgersOf } from './chase/one-customer.ts';
import { staleSince } from './chase/stale-ledger.ts';
import { courtesiesDue } from './courtesies-due.ts';
import { type CustomerState, customerState } from './customer-state.ts';
import type {
  Digest,
  DigestEntry,
  DisputeLine,
  LeftAlone,
  Quote,
  RequestLine,
  ToThank,
  UnreadMail,
} from './digest.ts';
import { missingCredits, openDisputes } from './dispute-care.ts';
import { openRequests } from './document-care.ts';
import { isDayOfCalls, quietGoodCustomers } from './good-customers.ts';
import type { EventBody, Ledger } from './ledger.ts';
import { earlyChances } from './offer/early-chances.ts';
import type { OutcomeKind } from './outcome.ts';
import { plansToDecide } from './plan/plans-to-decide.ts';
import type { Policy } from './policy.ts';
import { onTimePayers } from './recognition.ts';
import type { Settings } from './settings.ts';
import { troublesToReview } from './trouble-reviews.ts';
import type { Act, Leave, Verdict } from './verdict.ts';

export type DigestInput = {
  readonly ledger: Ledger;
  readonly verdicts: readonly Verdict[];
  readonly ageing: Ageing;
  /** The figures of the digest before; null: this is the first. */
  readonly previous: PreviousDigest | null;
  /** Letters that wait on a card or are on their way, in whatever state. */
  readonly liveDrafts: readonly {
    readonly customerId: string;
    readonly currency: string;
    readonly state: string;
  }[];
  readonly policy: Policy;
  readonly now: Instant;
  readonly settings: Pick<Settings, 'zone' | 'locale' | 'currency' | 'owners'>;
};

export function buildDigest(input: DigestInput): Digest {
  const { ledger, verdicts, ageing, previous, policy, now, settings } = input;
  const day = dayIn(settings.zone, now);
  const cared = caredFor(input);
  const everybody = ledgersByCustomer(ledger);
  const customers = new Map(ledger.customers.map((customer) => [customer.id, customer]));
  const nameOf = (id: string) => customers.get(id)?.name ?? '';
  const drafts = new Map(
    input.liveDrafts.map(({ customerId, currency, state }) => [`${customerId} ${currency}`, state]),
  );
  const chase = verdicts
    .filter((verdict): verdict is Act => verdict.kind === 'act')
    .sort((a, b) => b.rank - a.rank || compare(nameOf(a.customerId), nameOf(b.customerId)))
    .map(
      (act): DigestEntry => ({
        act,
        customerName: nameOf(act.customerId),
        hasEmail: Boolean(customers.get(act.customerId)?.contacts[0]?.email),
        liveDraft: waitingAs(drafts.get(`${act.customerId} ${act.currency}`)),
        threadLink: null,
        quote: quoteFor(act, ledger),
      }),
    );
  return {
    day,
    freshAt: ledger.freshAt,
    stale: staleSince(ledger.freshAt, policy, { now, zone: settings.zone }) !== null,
    ageing,
    apart: apartTotals(ledger, policy, { now, zone: settings.zone }),
    changes: previous && changesSince(previous, ledger, policy, { ...settings, now }, nameOf),
    unread: unreadOf(ledger, now, settings.zone, nameOf),
    thank: toThank(input, previous?.day ?? null),
    calls: {
      owners: settings.owners,
      customers: isDayOfCalls(day, policy) ? quietGoodCustomers(ledger, policy, { ...settings, now }) : [],
    },
    plans: plansToDecide(ledger, policy, { ...settings, now }),
    troubles: troublesToReview(ledger, policy, { ...settings, now }),
    chase,
    leave: leftAlone(verdicts, nameOf),
    disputes: disputeLines(cared, ledger),
    requests: requestLines(cared),
    onTime: onTimePayers(everybody, day, settings.zone),
    early: earlyChances(everybody, policy, { ...settings, now }),
    locale: settings.locale,
    zone: settings.zone,
  };
}

function quoteFor({ restsOn }: Act, { events }: Ledger): Quote | null {
  const said = restsOn === undefined ? undefined : events.find(({ id }) => id === restsOn);
  if (!said?.source || said.source.quote.trim() === '') return null;
  const { body, source } = said;
  const promise = body.kind === 'outcome' && body.outcome.kind === 'promise' ? body.outcome : null;
  return { source, saidBy: promise?.saidBy ?? null, link: null };
}

function unreadOf(ledger: Ledger, now: Instant, zone: string, nameOf: (id: string) => string): UnreadMail[] {
  // Nearly every event is something else, and sorting all of a great ledger's takes long.
  const events = ledger.events.filter(({ body }) => MAIL_KINDS.has(body.kind));
  return unreadMails(standingEvents(events, now, dayReader(zone))).flatMap(({ body, customerId, at }) =>
    body.kind === 'heard'
      ? [{ customerId, customerName: nameOf(customerId), day: dayIn(zone, at), subject: body.subject }]
      : [],
  );
}

const MAIL_KINDS: ReadonlySet<EventBody['kind']> = new Set(['heard', 'looked_at']);

/**
 * Who waits for something of ours: whoever disputes, asked for a document, or took a discount, which leaves a small rest of
 * what was paid. Working out the state of all customers would take as long as the verdicts.
 */
function caredFor({ ledger, policy, now, settings }: DigestInput): CustomerState[] {
  const concerned = new Set([
    ...ledger.events.flatMap(({ customerId, body }) =>
      body.kind === 'outcome' && CARE_KINDS.has(body.outcome.kind) ? [customerId] : [],
    ),
    ...ledger.invoices.flatMap(({ customerId, open, total }) =>
      open.minor > 0 && open.minor * 2 <= total.minor ? [customerId] : [],
    ),
  ]);
  const customers = ledger.customers.filter(({ id }) => concerned.has(id));
  return ledgersOf(customers, ledger).map((own) =>
    customerState(own, own.customer, policy, { now, zone: settings.zone }),
  );
}

const CARE_KINDS: ReadonlySet<OutcomeKind> = new Set(['dispute', 'document_request']);

function disputeLines(states: readonly CustomerState[], ledger: Ledger): DisputeLine[] {
  const lines = states.flatMap((state): DisputeLine[] => {
    const customerName = state.file.customer.name;
    return [
      ...openDisputes(state).map((dispute) => ({ kind: 'open' as const, customerName, dispute })),
      ...missingCredits(state, ledger).map((credit) => ({ kind: 'credit' as const, customerName, credit })),
    ];
  });
  return lines.sort((a, b) => compare(dueOf(a), dueOf(b)) || compare(a.customerName, b.customerName));
}

/** Once they were asked for their order number they are the ones to answer: those lines come last. */
function requestLines(states: readonly CustomerState[]): RequestLine[] {
  const lines = states.flatMap((state) =>
    openRequests(state).map((request) => ({ customerName: state.file.customer.name, request })),
  );
  const theirs = ({ request }: RequestLine) => (request.askedOn === null ? 0 : 1);
  return lines.sort(
    (a, b) =>
      theirs(a) - theirs(b) ||
      compare(a.request.due, b.request.due) ||
      compare(a.customerName, b.customerName),
  );
}

function dueOf(line: DisputeLine): Day {
  return line.kind === 'open' ? line.dispute.due : line.credit.since;
}

/** A letter that failed, or of which nobody knows, waits for a person like one that is proposed. */
function waitingAs(state: string | undefined): DigestEntry['liveDraft'] {
  if (state === undefined) return null;
  return state === 'approved' || state === 'sending' ? 'approved' : 'proposed';
}

/** All who are left alone though something is overdue or held; who simply owes nothing late is not worth a line. */
function leftAlone(verdicts: readonly Verdict[], nameOf: (id: string) => string): LeftAlone[] {
  return verdicts
    .filter(
      (verdict): verdict is Leave =>
        verdict.kind === 'leave' && (verdict.total !== null || verdict.reason !== 'nothing_due'),
    )
    .map((leave) => ({ leave, customerName: nameOf(leave.customerId) }))
    .sort(
      (a, b) =>
        (b.leave.total?.minor ?? 0) - (a.leave.total?.minor ?? 0) || compare(a.customerName, b.customerName),
    );
}

function toThank({ ledger, policy, now, settings }: DigestInput, since: Day | null): ToThank[] {
  const due = courtesiesDue(ledger, policy, { ...settings, now }, 'thank_you');
  return due
    .filter(({ settlement: { day } }) => since === null || day >= since)
    .map(({ customer: { id, name }, settlement: { paid } }) => ({
      customerId: id,
      customerName: name,
      paid,
    }));
}
