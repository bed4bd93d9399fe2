// Answers about what customers said and what we sent: promises kept and broken, disputes, letters.
import { type Day, dayIn, formatDay, timeIn } from '../calendar.ts';
import { count, theStep } from '../chase/speaker.ts';
import { type CustomerState, customerState } from '../customer-state.ts';
import type { CaseEvent, Customer, Ledger } from '../ledger.ts';
import { formatMoney, money } from '../money.ts';
import { outcomeWords } from '../outcome-words.ts';
import type { Policy } from '../policy.ts';
import { promiseWords } from '../promise-words.ts';
import type { AnswerLine, AsOf, Told } from './answer.ts';
import type { Period } from './question.ts';
import { periodWords } from './tell-all.ts';

export type StateOf = { readonly customer: Customer; readonly state: CustomerState };

/** What the records add up to, for each customer of whom anything is recorded. */
export function statesOf(
  ledger: Ledger,
  policy: Policy,
  { now, zone }: Pick<AsOf, 'now' | 'zone'>,
): StateOf[] {
  const slices = new Map<
    string,
    { invoices: Ledger['invoices'][number][]; payments: Ledger['payments'][number][]; events: CaseEvent[] }
  >();
  for (const event of ledger.events) {
    const slice = slices.get(event.customerId) ?? { invoices: [], payments: [], events: [] };
    slice.events.push(event);
    slices.set(event.customerId, slice);
  }
  for (const invoice of ledger.invoices) slices.get(invoice.customerId)?.invoices.push(invoice);
  for (const payment of ledger.payments) slices.get(payment.customerId)?.payments.push(payment);
  return ledger.customers.flatMap((customer) => {
    const slice = slices.get(customer.id);
    if (!slice) return [];
    const own = { freshAt: ledger.freshAt, customers: [customer], ...slice };
    return [{ customer, state: customerState(own, customer, policy, { now, zone }) }];
  });
}

export function tellPromises(
  states: readonly StateOf[],
  which: 'live' | 'broken',
  period: Period | null,
  place: AsOf,
): Told {
  const found = states
    .flatMap(({ customer, state }) => state.promises.map((promise) => ({ customer, promise })))
    .filter(({ promise: { status, date } }) => {
      const isMeant = which === 'live' ? status === 'live' : status === 'broken' || status === 'partial';
      return isMeant && (!period || (date >= period.from && date <= period.to));
    })
    .sort(
      (a, b) =>
        (which === 'live' ? 1 : -1) * a.promise.date.localeCompare(b.promise.date) ||
        a.customer.name.localeCompare(b.customer.name),
    );
  const plans = which === 'live' && !period ? plansAsked(states, place) : [];
  const when = period ? ` for days ${periodWords(period, place)}` : '';
  const lines: AnswerLine[] = [
    ...found.map(({ customer, promise }) => ({
      customerId: customer.id,
      text: `${customer.name} · ${promiseWords(promise, place)}`,
    })),
    ...plans,
  ];
  const what = which === 'live' ? 'open promise' : 'broken promise';
  if (lines.length === 0) return { sentences: [`There is no ${what}${when}.`] };
  const asked = plans.length > 0 ? ` ${count(plans.length, 'request')} for a payment plan waits for us.` : '';
  return { sentences: [`${count(found.length, what)}${when}.${asked}`], lines };
}

/** Plans that were asked for and not answered. */
function plansAsked(states: readonly StateOf[], place: AsOf): AnswerLine[] {
  return states.flatMap(({ customer, state }) =>
    state.holds.waitingForUs.flatMap(({ event }) =>
      event.body.kind === 'outcome' && event.body.outcome.kind === 'plan_request'
        ? [{ customerId: customer.id, text: `${customer.name} · ${outcomeWords(event.body.outcome, place)}` }]
        : [],
    ),
  );
}

/** Promises whatever became of them, plans asked for and offered, and disputes: newest first. */
export function tellAgreed(name: string, { customer, state }: StateOf, place: AsOf): Told {
  const promises = [...state.promises].reverse().map((promise) => promiseWords(promise, place));
  const others = state.file.events
    .filter(({ body }) =>
      body.kind === 'decision'
        ? body.decision === 'plan' || body.decision === 'discount'
        : body.kind === 'outcome' &&
          (body.outcome.kind === 'plan_request' || body.outcome.kind === 'negotiation'),
    )
    .map(({ at, body }) => {
      const on = formatDay(dayIn(place.zone, at), place.locale, place.today);
      if (body.kind === 'outcome') return `${on}: ${outcomeWords(body.outcome, place)}`;
      return body.kind === 'decision'
        ? `${on}: we may offer a ${body.decision}${body.note ? `: ${body.note}` : ''}`
        : on;
    });
  const terms = Object.entries(customer.terms.invoices ?? {}).map(([number, own]) =>
    own.doNotChase
      ? `${number} is not chased, by its own terms`
      : `${number} has ${count(own.extraDays ?? 0, 'day')} more, by its own terms`,
  );
  const lines = [...promises.map((words) => `Promised ${words}`), ...others.reverse(), ...terms];
  if (lines.length === 0)
    return { sentences: [`Nothing has been agreed with ${name}, as far as it was recorded.`] };
  const live = state.promises.filter(({ status }) => status === 'live').length;
  return {
    sentences: [
      live > 0
        ? `${name} has ${count(live, 'open promise')}. On record:`
        : `${name} has no open promise. On record:`,
    ],
    lines: lines.map((text) => ({ customerId: null, text })),
  };
}

export function tellDisputes(states: readonly StateOf[], name: string | null, place: AsOf): Told {
  const lines = states.flatMap(({ customer, state }) =>
    state.file.invoices.flatMap((invoice): AnswerLine[] => {
      const dispute = invoice.open.minor > 0 ? state.disputes.get(invoice.id) : undefined;
      if (dispute?.event.body.kind !== 'outcome') return [];
      const contested = money(
        Math.min(dispute.partMinor ?? invoice.open.minor, invoice.open.minor),
        invoice.open.currency,
      );
      const since = formatDay(dayIn(place.zone, dispute.event.at), place.locale, place.today);
      return [
        {
          customerId: customer.id,
          text: `${customer.name} · ${invoice.number} · ${formatMoney(contested, place.locale)} contested since ${since} · ${outcomeWords(dispute.event.body.outcome, place)}`,
        },
      ];
    }),
  );
  const whose = name ? ` of ${name}` : '';
  if (lines.length === 0) return { sentences: [`No invoice${whose} is in dispute.`] };
  return { sentences: [`${count(lines.length, 'invoice')}${whose} in dispute:`], lines };
}

/** Letters that went out in the period, newest first. */
export function tellSent(
  events: readonly CaseEvent[],
  period: Period,
  nameOf: (id: string) => string,
  place: AsOf,
): Told {
  const sent = events
    .flatMap((event) => (event.body.kind === 'sent' ? [{ ...event, body: event.body }] : []))
    .filter(({ at }) => {
      const on = dayIn(place.zone, at);
      return on >= period.from && on <= period.to;
    })
    .sort((a, b) => b.at.localeCompare(a.at));
  const to: Day = period.to > place.today && period.from <= place.today ? place.today : period.to;
  const when = periodWords({ from: period.from, to }, place);
  if (sent.length === 0) return { sentences: [`No letter went out ${when}.`] };
  return {
    sentences: [`${count(sent.length, 'letter')} went out ${when}:`],
    lines: sent.map(({ at, customerId, body }) => ({
      customerId,
      text: `${formatDay(dayIn(place.zone, at), place.locale, place.today)} ${timeIn(place.zone, at)} · ${nameOf(customerId)} · ${theStep(body.step)}${body.amount.minor > 0 ? ` · ${formatMoney(body.amount, place.locale)}` : ''}`,
    })),
  };
}
