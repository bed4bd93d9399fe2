// Two thousand customers, a whole year, every day: what must never happen does not, and nothing slips through.
import { expect, test } from 'vitest';
import { addDays, type Day, dayIn, daysBetween, timeIn } from '../../../src/core/calendar.ts';
import { ladderOf } from '../../../src/core/chase/ladder.ts';
import { ledgersByCustomer, type OneCustomer } from '../../../src/core/chase/one-customer.ts';
import { customerState, zoneOf } from '../../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { Customer } from '../../../src/core/ledger.ts';
import { isWorkingDay } from '../../../src/core/office-hours.ts';
import { type Policy, STEP_NAMES } from '../../../src/core/policy.ts';
import { policyFor } from '../../../src/core/policy-for.ts';
import type { Act } from '../../../src/core/verdict.ts';
import { type PlayedDay, playDays } from './play-year.ts';
import { ZONE } from './situation.ts';

const POLICY: Policy = { ...DEFAULT_POLICY, groups: { Retail: { caps: { minGapDays: 8 } } } };
const CUSTOMERS = 2_000;
const DAYS = 365;
/** By customer: the invoices that were ever spoken of. */
const called = new Map<string, Set<string>>();
const STEPS = ladderOf(POLICY.steps).map(({ name }) => String(name));

type Heard = { readonly step: number; readonly day: Day };

test('a year of two thousand customers', { timeout: 240_000 }, () => {
  const last = new Map<string, { day: Day; currencies: Set<string> }>();
  const climbed = new Map<string, Heard>();
  const counted = new Map<string, number>();
  let workingDays = 0;
  for (const played of playDays({ first: '2026-01-05', days: DAYS, customers: CUSTOMERS, policy: POLICY })) {
    const customers = new Map(played.ledger.customers.map((each) => [each.id, each]));
    nothingSlipsThrough(played);
    oneActEach(played);
    for (const act of played.done) {
      counted.set(act.step, (counted.get(act.step) ?? 0) + 1);
      const customer = customers.get(act.customerId) as Customer;
      if (act.channel === 'none') continue;
      onAnOpenDay(act, customer, played.now);
      outsideTheGap(act, customer, played.now, last);
      noFasterThanAllowed(act, customer, played.now, climbed);
    }
    if (played.done.length > 0) {
      workingDays += 1;
      heldAmountsAreLeftAlone(played, customers);
    }
  }
  console.log(
    `a year: ${[...counted].map(([step, times]) => `${times} × ${step}`).join(', ')} on ${workingDays} days`,
  );
  for (const step of STEP_NAMES) expect(counted.get(step) ?? 0, step).toBeGreaterThan(0);
  expect(counted.get('broken_promise_call') ?? 0).toBeGreaterThan(50);
});

/** Every open overdue invoice is in an act, or in a leave that says why. */
function nothingSlipsThrough({ ledger, verdicts, now }: PlayedDay): void {
  const explained = new Set<string>();
  for (const verdict of verdicts) {
    for (const id of verdict.invoices ?? []) explained.add(id);
    if (verdict.kind === 'act') for (const part of verdict.leftOut ?? []) explained.add(part.invoice);
    if (verdict.because.length < 10) expect(verdict.because).toBe('a reason in words');
  }
  const zones = new Map(ledger.customers.map((each) => [each.id, zoneOf(each, ZONE)]));
  const today = new Map([...new Set(zones.values())].map((zone) => [zone, dayIn(zone, now)]));
  const missed = ledger.invoices.filter(
    ({ id, kind, open, due, customerId }) =>
      kind === 'invoice' &&
      open.minor > 0 &&
      due < (today.get(zones.get(customerId) ?? ZONE) ?? '') &&
      !explained.has(id),
  );
  expect(missed).toEqual([]);
}

function oneActEach({ verdicts }: PlayedDay): void {
  const keys = verdicts.flatMap((each) =>
    each.kind === 'act' ? [`${each.customerId} ${each.currency}`] : [],
  );
  expect(new Set(keys).size).toBe(keys.length);
}

function onAnOpenDay(act: Act, customer: Customer, now: string): void {
  const zone = zoneOf(customer, ZONE);
  const there = dayIn(zone, now);
  // The engine speaks of days; hours are kept when the letter goes, so the day must be one on which it can.
  const [on = there] = [there, act.notBefore].sort().reverse();
  if (!isWorkingDay(on, POLICY, customer.country)) expect(`${customer.zone} ${on}`).toBe('a working day');
  const isOver = timeIn(zone, now) >= POLICY.window.to;
  if (isOver && act.notBefore === there) expect(`${customer.zone} ${there}`).toBe('a day that is not over');
}

function outsideTheGap(
  act: Act,
  customer: Customer,
  now: string,
  last: Map<string, { day: Day; currencies: Set<string> }>,
): void {
  const day = dayIn(zoneOf(customer, ZONE), now);
  const before = last.get(customer.id);
  const gap = policyFor(POLICY, customer).caps.minGapDays;
  const isSameRound = before?.day === day && !before.currencies.has(act.currency);
  // They asked for the call themselves.
  const isWished = /asked .*call/.test(act.because);
  if (before && !isSameRound && !isWished && day < addDays(before.day, gap)) {
    expect(`${customer.id}: ${before.day} and ${day} (${act.step}: ${act.because})`).toBe(
      `${gap} days apart`,
    );
  }
  last.set(customer.id, {
    day,
    currencies: new Set([...(isSameRound ? before.currencies : []), act.currency]),
  });
}

/** Each invoice climbs its own ladder; a call is about everything that is open. */
function noFasterThanAllowed(act: Act, customer: Customer, now: string, heard: Map<string, Heard>): void {
  const step = STEPS.indexOf(act.step === 'broken_promise_call' ? 'call' : act.step);
  const day = dayIn(zoneOf(customer, ZONE), now);
  const before = heard.get(act.driver);
  const gap = policyFor(POLICY, customer).caps.minGapDays;
  // The note before the due day is no step yet: the first word after it may be the question.
  const isClimb = before && before.step > 0 && step > before.step;
  if (isClimb && !/promise|asked .*call/.test(act.because)) {
    const allowed = Math.max(1, Math.floor(daysBetween(before.day, day) / gap));
    const climbed = `${act.driver}: from ${STEPS[before.step]} to ${act.step} in ${before.day}–${day}`;
    if (step - before.step > allowed) expect(climbed).toBe(`${allowed} steps at most`);
  }
  const mine = called.get(customer.id) ?? new Set();
  called.set(customer.id, mine);
  for (const id of act.invoices) mine.add(id);
  for (const id of act.channel === 'call' ? mine : act.invoices) {
    // A call about a broken promise after a firm letter does not make the firm letter undone.
    heard.set(id, { step: Math.max(heard.get(id)?.step ?? 0, step), day });
  }
}

const HOLDING = new Set(['promise', 'dispute']);

/** No letter asks for what is promised, disputed or said to be paid at that hour. */
function heldAmountsAreLeftAlone(
  { done, ledger, now }: PlayedDay,
  customers: ReadonlyMap<string, Customer>,
): void {
  const owns = new Map(ledgersByCustomer(ledger).map((own) => [own.customer.id, own]));
  for (const act of done) {
    const customer = customers.get(act.customerId) as Customer;
    const own = owns.get(customer.id) as OneCustomer;
    if (!own.events.some(({ body }) => body.kind === 'outcome' && HOLDING.has(body.outcome.kind))) continue;
    const state = customerState(own, customer, POLICY, { now, zone: ZONE });
    const wholly = own.invoices.filter(
      ({ id, open }) => act.invoices.includes(id) && state.disputes.has(id) && open.minor > 0,
    );
    const inDispute = wholly.filter(
      ({ id }) =>
        !(act.leftOut ?? []).some(({ invoice }) => invoice === id) && state.disputedInvoiceIds.includes(id),
    );
    expect(inDispute.map(({ number }) => number)).toEqual([]);
    const live = state.promises.filter(
      ({ status, currency, freeOn }) =>
        status === 'live' && currency === act.currency && state.file.today < freeOn,
    );
    for (const promise of live) {
      const promised = own.invoices.filter(
        ({ number, id }) =>
          promise.invoices.length === 0 || promise.invoices.includes(number) || promise.invoices.includes(id),
      );
      const asked = promised.filter(
        ({ id, kind, due }) =>
          kind === 'invoice' && act.invoices.includes(id) && due < promise.event.at.slice(0, 10),
      );
      expect(asked.map(({ number }) => `${number} ${act.because}`)).toEqual([]);
    }
  }
}
