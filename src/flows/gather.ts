// Gathers all that is known of one customer at this moment, and what the engine says of it.
import { apartOf } from '../core/apart-totals.ts';
import { type Day, dayIn, daysBetween, type Instant } from '../core/calendar.ts';
import type { CaseView } from '../core/case-view.ts';
import { takenBack } from '../core/chase/case-file.ts';
import { dayOf } from '../core/chase/day-number.ts';
import { type WhoToChaseContext, whoToChase } from '../core/chase/who-to-chase.ts';
import { type CourtesyContext, courtesyAsked } from '../core/courtesies-due.ts';
import { type CustomerState, customerState } from '../core/customer-state.ts';
import { missingCredits, openDisputes } from '../core/dispute-care.ts';
import { openRequests, standingNumbers, wantedNumbers } from '../core/document-care.ts';
import type { Draft } from '../core/draft.ts';
import type { Customer, Ledger } from '../core/ledger.ts';
import { type Money, sumByCurrency } from '../core/money.ts';
import { openOffers } from '../core/offer/offer-states.ts';
import { nextSendTime } from '../core/office-hours.ts';
import type { Policy } from '../core/policy.ts';
import { promisesToShow } from '../core/promise-words.ts';
import { relationshipOf } from '../core/relationship.ts';
import type { Settings } from '../core/settings.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Ports } from '../ports/ports.ts';
import type { Case } from '../ports/records.ts';

export type Situation = {
  readonly customer: Customer;
  readonly ledger: Ledger; // this customer's slice
  readonly settings: Settings;
  /** What holds for this customer: the workspace's, their group's, their own terms, and what their trouble asks of us. */
  readonly policy: Policy;
  /** They told us of money trouble that is not over, so the policy is softer than it reads. */
  readonly gentle: boolean;
  /** What the records add up to at this moment. */
  readonly state: CustomerState;
  readonly policyVersion: number;
  readonly now: Instant;
  readonly today: Day; // in the workspace's zone
  readonly verdicts: readonly Verdict[];
  /** When a letter could go: now in the customer's office hours, else when they begin. */
  readonly sendAt: Instant;
  /** What the engine says of that moment: a letter drafted on Sunday is Monday's letter. */
  readonly verdictsAtSend: readonly Verdict[];
};

export function chaseContext(settings: Settings, now: Instant): WhoToChaseContext {
  return { now, zone: settings.zone, locale: settings.locale, currency: settings.currency };
}

export function courtesyContext({ zone, locale }: Settings, now: Instant): CourtesyContext {
  return { now, zone, locale };
}

/** Null where there is no such customer in this workspace. */
export async function gatherCustomer(
  ports: Pick<Ports, 'store' | 'clock'>,
  customerId: string,
): Promise<Situation | null> {
  const now = ports.clock.now();
  const [ledger, settings, { policy: workspacePolicy, version }] = await Promise.all([
    ports.store.customerLedger(customerId),
    ports.store.settings(),
    ports.store.policy(),
  ]);
  const customer = ledger?.customers.find(({ id }) => id === customerId);
  if (!ledger || !customer) return null;
  const state = customerState(ledger, customer, workspacePolicy, { now, zone: settings.zone });
  const { policy } = state.file;
  const sendAt = nextSendTime(now, customer.zone ?? settings.zone, policy, customer.country);
  const verdictsAt = (at: Instant) => whoToChase(ledger, workspacePolicy, chaseContext(settings, at));
  const verdicts = verdictsAt(now);
  return {
    customer,
    ledger,
    settings,
    policy,
    gentle: state.gentle !== null,
    state,
    policyVersion: version,
    now,
    today: dayIn(settings.zone, now),
    verdicts,
    sendAt,
    verdictsAtSend: sendAt === now ? verdicts : verdictsAt(sendAt),
  };
}

const LIVE = ['proposed', 'approved', 'sending', 'failed', 'unsure'] as const;

/** The draft that still waits for somebody or something; `currency` null: in any. */
export function liveDraft(drafts: readonly Draft[], currency: string | null = null): Draft | null {
  return (
    drafts.find(
      (draft) =>
        (LIVE as readonly string[]).includes(draft.state) &&
        (currency === null || draft.currency === currency),
    ) ?? null
  );
}

function mayThank({ ledger, customer, policy, settings, now }: Situation): boolean {
  return courtesyAsked(ledger, customer, policy, courtesyContext(settings, now), 'thank_you').kind === 'due';
}

async function promisesIn(
  { chat }: Pick<Ports, 'chat'>,
  state: CustomerState,
): Promise<CaseView['promises']> {
  const { shown, more } = promisesToShow(state.promises);
  return {
    shown: await Promise.all(
      shown.map(async (promise) => {
        const { source } = promise.event;
        return { promise, link: source?.ts ? await chat.linkTo(source) : null };
      }),
    ),
    more,
  };
}

/** Everything that a case card or `/overdue acme` shows. */
export async function viewCase(ports: Ports, situation: Situation, kase: Case | null): Promise<CaseView> {
  const { customer, ledger, settings, state, today, verdicts } = situation;
  const drafts = await ports.store.draftsOf(customer.id);
  const live = liveDraft(drafts);
  const disputed = new Set(state.disputedInvoiceIds);
  const undone = takenBack(ledger.events);
  const open = state.file.invoices
    .filter((invoice) => invoice.open.minor > 0)
    .map((invoice) => {
      const agreed = dayOf(invoice.agreedDay);
      return {
        ...invoice,
        daysLate: daysBetween(agreed, today),
        moreTimeUntil: agreed > invoice.due ? agreed : null,
        disputed: disputed.has(invoice.id),
      };
    });
  const signed = (only: (invoice: (typeof open)[number]) => boolean): Money[] =>
    sumByCurrency(
      open.filter(only).map(({ open: { minor, currency }, kind }) => ({
        minor: kind === 'credit_note' ? -minor : minor,
        currency,
      })),
    );
  return {
    customer,
    today,
    locale: settings.locale,
    zone: settings.zone,
    open,
    overdue: signed((invoice) => invoice.kind === 'credit_note' || invoice.due < today).filter(
      ({ minor }) => minor > 0,
    ),
    openTotals: signed(() => true),
    apart: apartOf(state),
    verdicts,
    history: [...ledger.events]
      .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
      .map((event) => ({ ...event, undone: undone.has(event.id) })),
    disputes: openDisputes(state),
    missingCredits: missingCredits(state, ledger),
    requests: openRequests(state),
    orderNumbers: standingNumbers(state),
    numbersWanted: wantedNumbers(state).flatMap(({ invoices }) => invoices),
    promises: await promisesIn(ports, state),
    offers: openOffers(state.offers),
    liveDraft: live && {
      id: live.id,
      state: live.state,
      link: live.card ? await ports.chat.linkTo(live.card) : null,
    },
    threadLink: kase?.card ? await ports.chat.linkTo(kase.card) : null,
    mayThank: mayThank(situation),
    relationship: relationshipOf(state, today),
  };
}
