// Makes small ledgers for the engine's tests: one customer unless told otherwise, days relative to a fixed Tuesday.
import { addDays, type Day, instantAt } from '../../../src/core/calendar.ts';
import { whoToChase } from '../../../src/core/chase/who-to-chase.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent, Customer, EventBody, Invoice, Ledger, Payment } from '../../../src/core/ledger.ts';
import type { Outcome, SaidBy, Via } from '../../../src/core/outcome.ts';
import type { Policy } from '../../../src/core/policy.ts';
import type { Act, Leave, Verdict } from '../../../src/core/verdict.ts';

export const ZONE = 'America/New_York';
/** A Tuesday with no holiday in the weeks around it, as no country is set. */
export const TODAY: Day = '2026-11-24';

export function inDays(days: number, from: Day = TODAY): Day {
  return addDays(from, days);
}

export function customer(over: Partial<Customer> = {}): Customer {
  return {
    id: 'acme',
    name: 'Acme Robotics Inc',
    group: null,
    contacts: [{ name: 'Dana', email: 'dana@acme.example', phone: '+1 212 555 0101' }],
    language: 'en',
    country: null,
    zone: null,
    accountManager: null,
    terms: {},
    firstSeen: '2026-01-05T12:00:00.000Z',
    ...over,
  };
}

let made = 0;

/** An open invoice that is `late` days late on TODAY; 100.00 each unless told otherwise. */
export function invoice(
  late: number,
  over: Partial<Omit<Invoice, 'open' | 'total'>> & { open?: number; total?: number; currency?: string } = {},
): Invoice {
  const { open = 10_000, total, currency = 'USD', ...rest } = over;
  const number = rest.number ?? `INV-${++made}`;
  return {
    id: `id of ${number}`,
    customerId: 'acme',
    number,
    kind: 'invoice',
    issued: inDays(-late - 21),
    due: inDays(-late),
    total: { minor: total ?? open, currency },
    open: { minor: open, currency },
    memo: null,
    firstSeen: '2026-01-05T12:00:00.000Z',
    ...rest,
  };
}

export function payment(
  on: Day,
  minor: number,
  over: Partial<Payment> & { currency?: string } = {},
): Payment {
  const { currency = 'USD', ...rest } = over;
  return {
    id: `payment ${++made}`,
    customerId: 'acme',
    invoiceId: null,
    amount: { minor, currency },
    day: on,
    ...rest,
  };
}

export function event(on: Day, body: EventBody, over: Partial<CaseEvent> = {}): CaseEvent {
  return {
    id: `event ${String(++made).padStart(6, '0')}`,
    customerId: 'acme',
    at: instantAt(ZONE, on, '10:00'),
    by: 'U1',
    source: null,
    body,
    ...over,
  };
}

export function sent(
  on: Day,
  step: string,
  invoices: readonly string[] = [],
  over: { currency?: string; to?: string } = {},
): CaseEvent {
  const currency = over.currency ?? 'USD';
  return event(on, {
    kind: 'sent',
    draftId: `draft ${++made}`,
    step,
    currency,
    amount: { minor: 10_000, currency },
    invoices,
    to: over.to ?? 'dana@acme.example',
    subject: 'Your invoice',
  });
}

export function said(on: Day, outcome: Outcome, via: Via | null = 'email'): CaseEvent {
  return event(on, { kind: 'outcome', outcome, via });
}

export function promise(
  on: Day,
  date: Day,
  amount: number | 'full' = 'full',
  invoices: readonly string[] = [],
  saidBy?: SaidBy,
): CaseEvent {
  return said(on, {
    ...(saidBy ? { saidBy } : {}),
    kind: 'promise',
    amount: amount === 'full' ? 'full' : { minor: amount, currency: 'USD' },
    date,
    invoices,
  });
}

export type Situation = Partial<Ledger> & {
  readonly on?: Day;
  readonly time?: `${number}:${number}`;
  readonly policy?: Policy;
  readonly zone?: string;
};

export function ledgerOf(situation: Situation): Ledger {
  const now = nowOf(situation);
  return {
    freshAt: situation.freshAt === undefined ? now : situation.freshAt,
    customers: situation.customers ?? [customer()],
    invoices: situation.invoices ?? [],
    payments: situation.payments ?? [],
    events: situation.events ?? [],
  };
}

function nowOf({ on = TODAY, time = '10:00', zone = ZONE }: Situation): string {
  return instantAt(zone, on, time);
}

export function verdicts(situation: Situation): Verdict[] {
  return whoToChase(ledgerOf(situation), situation.policy ?? DEFAULT_POLICY, {
    now: nowOf(situation),
    zone: situation.zone ?? ZONE,
    locale: 'en-US',
    currency: 'USD',
  });
}

/** The only verdict. */
export function verdict(situation: Situation): Verdict {
  const [only, ...more] = verdicts(situation);
  if (!only || more.length > 0) throw new Error(`expected one verdict, got ${more.length + (only ? 1 : 0)}`);
  return only;
}

export function act(situation: Situation): Act {
  const found = verdict(situation);
  if (found.kind !== 'act') throw new Error(`left alone (${found.reason}): ${found.because}`);
  return found;
}

export function leave(situation: Situation): Leave {
  const found = verdict(situation);
  if (found.kind !== 'leave') throw new Error(`chased (${found.step}): ${found.because}`);
  return found;
}

/** 'reminder', or 'leave: promised until 2026-12-01'. */
export function inShort(situation: Situation): string {
  const found = verdict(situation);
  return found.kind === 'act'
    ? found.step
    : `leave: ${found.reason}${found.until ? ` until ${found.until}` : ''}`;
}
