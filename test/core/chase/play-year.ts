// A synthetic year of a business: what the engine says is done and recorded, while customers pay, promise, dispute and fall silent.
import { addDays, type Day, dayIn, instantAt } from '../../../src/core/calendar.ts';
import { whoToChase } from '../../../src/core/chase/who-to-chase.ts';
import type { CaseEvent, Customer, EventBody, Invoice, Ledger, Payment } from '../../../src/core/ledger.ts';
import type { Outcome } from '../../../src/core/outcome.ts';
import type { Policy } from '../../../src/core/policy.ts';
import type { Act, Verdict } from '../../../src/core/verdict.ts';
import { customer, ZONE } from './situation.ts';

/** What a customer is like, as shares of a chance a day. */
const KINDS = [
  { share: 0.45, pays: 0.08, answers: 0.3 }, // pays soon after the due day
  { share: 0.3, pays: 0.03, answers: 0.25 },
  { share: 0.15, pays: 0.01, answers: 0.2 },
  { share: 0.1, pays: 0.001, answers: 0.08 }, // hardly ever
] as const;

const PLACES = [
  { zone: null, country: 'US' },
  { zone: 'America/Los_Angeles', country: 'US' },
  { zone: 'Europe/Berlin', country: 'DE' },
  { zone: 'Europe/London', country: 'GB' },
  { zone: 'Pacific/Auckland', country: 'NZ' },
  { zone: 'Pacific/Tongatapu', country: null }, // UTC+13
  { zone: 'Pacific/Niue', country: null }, // UTC−11
  { zone: 'Asia/Kathmandu', country: null }, // UTC+5:45
] as const;

export type PlayedDay = {
  readonly day: Day; // of the workspace
  readonly now: string;
  /** As it is on that day only: the next day goes on with the same rows. */
  readonly ledger: Ledger;
  readonly verdicts: readonly Verdict[];
  /** What was done because of them. */
  readonly done: readonly Act[];
};

export type Play = {
  readonly first: Day;
  readonly days: number;
  readonly customers: number;
  readonly policy: Policy;
};

/** A generator of numbers from 0 up to 1: the same ones every time. */
function chances(start: number): () => number {
  let seed = start;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
}

/** Settled invoices are kept as long as the store keeps them for the engine. */
const KEPT_DAYS = 120;

export function* playDays({ first, days, customers: size, policy }: Play): Generator<PlayedDay> {
  const chance = chances(42);
  const customers = Array.from({ length: size }, (_, index) => personOf(index, chance));
  let invoices: Invoice[] = [];
  let payments: Payment[] = [];
  const events: CaseEvent[] = [];
  const kinds = new Map(customers.map(({ id }) => [id, kindOf(chance())]));
  let count = 0;
  const record = (customerId: string, at: string, body: EventBody) => {
    count += 1;
    events.push({ id: `e${String(count).padStart(7, '0')}`, customerId, at, by: 'U1', source: null, body });
  };
  for (let offset = 0; offset < days; offset += 1) {
    const day = addDays(first, offset);
    const oldest = addDays(day, -KEPT_DAYS);
    invoices = invoices.filter(({ open, due }) => open.minor > 0 || due > oldest);
    const kept = new Set(invoices.map(({ id }) => id));
    payments = payments.filter(({ invoiceId, day: on }) => on > oldest || kept.has(invoiceId ?? ''));
    for (const { id } of customers) {
      if (chance() >= 0.012) continue;
      count += 1;
      invoices.push(newInvoice(id, day, count, chance));
    }
    const now = instantAt(ZONE, day, '10:00');
    const ledger: Ledger = {
      freshAt: now,
      customers,
      invoices,
      payments,
      events,
    };
    const verdicts = whoToChase(ledger, policy, { now, zone: ZONE, locale: 'en-US', currency: 'USD' });
    const done: Act[] = [];
    for (const verdict of verdicts) {
      // A letter that may only go on a later day by the customer's clock is sent when that day is here.
      if (verdict.kind !== 'act' || verdict.notBefore > dayThere(verdict, customers, now)) continue;
      done.push(verdict);
      const answers = kinds.get(verdict.customerId)?.answers ?? 0;
      record(verdict.customerId, now, deedOf(verdict));
      if (chance() < answers)
        record(verdict.customerId, instantAt(ZONE, day, '15:00'), {
          kind: 'outcome',
          via: verdict.channel === 'call' ? 'call' : 'email',
          outcome: answerOf(day, verdict, invoices, chance),
        });
    }
    yield { day, now, ledger, verdicts, done };
    for (const event of disputesToSettle(events, day))
      record(event.customerId, instantAt(ZONE, day, '16:00'), {
        kind: 'dispute_resolved',
        how: 'It stands.',
        invoices: event.invoices,
      });
    invoices = invoices.map((row) => {
      const late = row.due < day;
      const pays = (kinds.get(row.customerId)?.pays ?? 0) * (late ? 1 : 0.3);
      if (row.open.minor === 0 || row.kind === 'credit_note' || chance() > pays) return row;
      const minor = chance() < 0.2 ? Math.ceil(row.open.minor / 3) : row.open.minor;
      count += 1;
      payments.push({
        id: `p${count}`,
        customerId: row.customerId,
        invoiceId: row.id,
        amount: { minor, currency: row.open.currency },
        day,
      });
      return { ...row, open: { ...row.open, minor: row.open.minor - minor } };
    });
  }
}

function personOf(index: number, chance: () => number): Customer {
  const place = PLACES[Math.floor(chance() * PLACES.length)] ?? PLACES[0];
  return customer({
    id: `c${index}`,
    name: `Customer ${String(index).padStart(5, '0')}`,
    ...place,
    group: chance() < 0.2 ? 'Retail' : null,
    terms: {
      ...(chance() < 0.03 ? { vip: true } : {}),
      ...(chance() < 0.05 ? { naturalPerson: true } : {}),
      ...(chance() < 0.01 ? { doNotContact: true } : {}),
    },
  });
}

function kindOf(draw: number): (typeof KINDS)[number] {
  let left = draw;
  for (const kind of KINDS) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  return KINDS[0];
}

function newInvoice(customerId: string, day: Day, count: number, chance: () => number): Invoice {
  const isCredit = chance() < 0.04;
  const currency = chance() < 0.1 ? 'EUR' : 'USD';
  const open = { minor: 1_500 + Math.floor(chance() * (isCredit ? 20_000 : 600_000)), currency };
  return {
    id: `i${count}`,
    customerId,
    number: `N${count}`,
    kind: isCredit ? 'credit_note' : 'invoice',
    issued: day,
    due: addDays(day, isCredit ? 0 : 14 + Math.floor(chance() * 17)),
    total: open,
    open,
    memo: null,
    firstSeen: instantAt(ZONE, day, '09:00'),
  };
}

function deedOf(act: Act): EventBody {
  if (act.channel === 'call') return { kind: 'outcome', via: 'call', outcome: { kind: 'no_answer' } };
  if (act.channel === 'none') return { kind: 'decision', decision: 'plan', note: 'We keep waiting.' };
  return {
    kind: 'sent',
    draftId: 'd',
    step: act.step,
    currency: act.currency,
    amount: act.total,
    invoices: act.invoices,
    to: 'a@b.example',
    subject: '',
  };
}

function answerOf(day: Day, act: Act, invoices: readonly Invoice[], chance: () => number): Outcome {
  const named = invoices.filter(({ id }) => act.invoices.includes(id)).map(({ number }) => number);
  const draw = chance();
  const date = addDays(day, 2 + Math.floor(chance() * 12));
  if (draw < 0.5)
    return {
      kind: 'promise',
      amount:
        chance() < 0.6
          ? 'full'
          : { minor: Math.max(1, Math.ceil(act.total.minor / 2)), currency: act.currency },
      date,
      invoices: chance() < 0.5 ? [] : named,
    };
  if (draw < 0.65) return { kind: 'claims_paid', amount: 'full', date: null, invoices: named };
  if (draw < 0.8)
    return { kind: 'dispute', reason: 'goods', detail: '', amount: null, invoices: named.slice(0, 1) };
  if (draw < 0.86) return { kind: 'hardship', detail: '' } as Outcome;
  if (draw < 0.93) return { kind: 'callback', date } as Outcome;
  return { kind: 'note', text: 'They were friendly.' } as Outcome;
}

/** Disputes are settled after three weeks. */
function disputesToSettle(
  events: readonly CaseEvent[],
  day: Day,
): { customerId: string; invoices: readonly string[] }[] {
  const told = addDays(day, -21);
  return events.flatMap(({ customerId, at, body }) =>
    at.startsWith(told) && body.kind === 'outcome' && body.outcome.kind === 'dispute'
      ? [{ customerId, invoices: body.outcome.invoices }]
      : [],
  );
}

function dayThere(act: Act, customers: readonly Customer[], now: string): Day {
  const zone = zones.get(act.customerId) ?? customers.find(({ id }) => id === act.customerId)?.zone ?? ZONE;
  zones.set(act.customerId, zone);
  return dayIn(zone, now);
}

const zones = new Map<string, string>();
