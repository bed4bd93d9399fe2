// Says for every customer what to do next and why, or why to leave them alone, and until when.
import { type Instant, timeIn } from '../calendar.ts';
import { stateOf, zoneOf } from '../customer-state.ts';
import type { CaseEvent, Customer, Invoice, Ledger, Payment } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import { policyFor } from '../policy-for.ts';
import type { Act, Verdict } from '../verdict.ts';
import { balancesOf } from './balance.ts';
import { compare, openCaseFile } from './case-file.ts';
import type { Touch } from './contacts.ts';
import { type DayReader, dayReader } from './day-number.ts';
import { decide } from './decide.ts';
import { type LadderStep, ladderOf } from './ladder.ts';
import { type Speaker, speaker } from './speaker.ts';
import { staleSince, underStaleBooks } from './stale-ledger.ts';
import { workCalendar } from './work-calendar.ts';

export type WhoToChaseContext = {
  readonly now: Instant;
  readonly zone: string; // the workspace's; a customer's own comes first
  readonly locale?: string; // for the sums and days in the sentences; BCP 47
  readonly currency?: string; // the workspace's, in which the policy's sums are meant
};

/** What is the same for many customers, made once a run. */
type Run = {
  readonly policy: Policy;
  readonly context: WhoToChaseContext;
  readonly ladders: Map<Policy['steps'], readonly LadderStep[]>;
  readonly byGroup: Map<string, Policy>;
  readonly zones: Map<string, { read: DayReader; say: Speaker; time: string }>;
};

/**
 * At least one verdict for every customer, one a currency in which anything is open, and at most one act a customer
 * and currency. Actions come first, the greatest rank on top. The same facts give the same answer whatever the order
 * of the rows.
 */
export function whoToChase(ledger: Ledger, policy: Policy, context: WhoToChaseContext): Verdict[] {
  const run: Run = {
    policy,
    context,
    ladders: new Map(),
    byGroup: new Map(),
    zones: new Map(),
  };
  const invoices = byCustomer<Invoice>(ledger.invoices);
  const payments = byCustomer<Payment>(ledger.payments);
  const events = byCustomer<CaseEvent>(ledger.events);
  const stale = staleSince(ledger.freshAt, policy, context);
  const customers = [...ledger.customers].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  const verdicts = customers.flatMap((customer) => {
    const found = verdictsOn(customer, run, {
      invoices: invoices.get(customer.id) ?? [],
      payments: payments.get(customer.id) ?? [],
      events: events.get(customer.id) ?? [],
    });
    return stale === null ? found : found.map((verdict) => underStaleBooks(verdict, stale));
  });
  const acts = verdicts.filter((verdict): verdict is Act => verdict.kind === 'act');
  // The sort is stable, so equals stay in the order of their names.
  acts.sort((a, b) => b.rank - a.rank);
  return [...acts, ...verdicts.filter(({ kind }) => kind === 'leave')];
}

function byCustomer<Row extends { readonly customerId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    const known = index.get(row.customerId);
    if (known) known.push(row);
    else index.set(row.customerId, [row]);
  }
  return index;
}

function verdictsOn(
  customer: Customer,
  run: Run,
  rows: { invoices: readonly Invoice[]; payments: readonly Payment[]; events: readonly CaseEvent[] },
): Verdict[] {
  const { context } = run;
  if (!rows.invoices.some(({ open }) => open.minor > 0)) return [nothingOpen(customer)];
  const policy = policyOf(customer, run);
  const { read, say, time } = zoneFor(customer, run);
  const afterHours = time >= policy.window.to;
  const state = stateOf(
    openCaseFile({
      customer,
      ...rows,
      now: context.now,
      calendar: workCalendar(policy.window, customer.country),
      policy,
      dayOfInstant: read,
    }),
  );
  const ladder = ladderFor(state.file.policy, run);
  // Where the caps leave room for one letter only, the greatest overdue sum has it.
  const balances = balancesOf(state).sort(
    (a, b) => b.totalMinor - a.totalMinor || compare(a.currency, b.currency),
  );
  const anythingOverdue = balances.some(({ overdue }) => overdue.length > 0);
  const planned: Touch[] = [];
  return balances.map((balance) => {
    const voice = { say, currency: context.currency ?? balance.currency, afterHours };
    const verdict = decide({ state, balance, ladder, voice, anythingOverdue, planned });
    if (verdict.kind === 'act' && verdict.channel !== 'none') {
      planned.push({
        day: state.file.today,
        kind: verdict.channel === 'call' ? 'call' : 'written',
        step: verdict.step,
        currency: verdict.currency,
      });
    }
    return verdict;
  });
}

function nothingOpen({ id }: Customer): Verdict {
  return {
    kind: 'leave',
    customerId: id,
    currency: null,
    reason: 'nothing_due',
    because: 'Nothing is open.',
    facts: [],
    until: null,
    total: null,
    invoices: [],
  };
}

/** Most customers have nothing of their own, so what holds for their group is put together once. */
function policyOf(customer: Customer, { policy, byGroup }: Run): Policy {
  if (Object.keys(customer.terms).length > 0) return policyFor(policy, customer);
  const group = customer.group ?? '';
  const known = byGroup.get(group);
  if (known) return known;
  const made = policyFor(policy, customer);
  byGroup.set(group, made);
  return made;
}

function ladderFor({ steps }: Policy, { ladders }: Run): readonly LadderStep[] {
  const known = ladders.get(steps);
  if (known) return known;
  const made = ladderOf(steps);
  ladders.set(steps, made);
  return made;
}

function zoneFor(customer: Customer, { zones, context }: Run) {
  const asked = customer.zone ?? '';
  const known = zones.get(asked);
  if (known) return known;
  const zone = zoneOf(customer, context.zone);
  const read = dayReader(zone);
  const today = read(context.now);
  const made = {
    read,
    say: speaker(context.locale ?? 'en-GB', today),
    time: timeIn(zone, context.now),
  };
  zones.set(asked, made);
  return made;
}
