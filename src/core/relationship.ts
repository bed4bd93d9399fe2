// How it stands between us and a customer, beside the cash: orders, punctuality, complaints, contacts, and what they asked.
import { addDays, type Day, daysBetween } from './calendar.ts';
import type { StandingEvent } from './chase/case-file.ts';
import { dayOf } from './chase/day-number.ts';
import type { CustomerState } from './customer-state.ts';
import { type Money, sumByCurrency } from './money.ts';
import type { Tone } from './outcome.ts';

/** Half a year, which is compared with the half year before it. */
const HALF_YEAR_DAYS = 182;

/** Contacts are counted over so many days. */
const CONTACT_DAYS = 90;

/** Orders that differ by less than a quarter are steady. */
const STEADY = 0.25;

export type Quarter = {
  /** "2026 Q3" */
  readonly name: string;
  readonly invoices: number;
  readonly total: readonly Money[];
};

export type Relationship = {
  /** The issue day of the first invoice that the books show, or its due day where none is known; null: no invoice. */
  readonly since: Day | null;
  /** The last four quarters by day of issue, the present one last; credit notes are no orders. */
  readonly quarters: readonly Quarter[];
  /**
   * Invoices of the last half year against the half year before: a quarter more, a quarter fewer, or about as many.
   * Null where the first invoice is younger than a year, as there is nothing to compare.
   */
  readonly trend: 'more' | 'fewer' | 'steady' | null;
  /** Of the invoices whose last payment we saw: how many came by their due day. */
  readonly onTime: { readonly paid: number; readonly of: number };
  /** Average days late of those, an early one counting as 0: of the last half year, and of the time before. Null: none. */
  readonly daysLate: { readonly now: number | null; readonly before: number | null };
  /** Disputes that stand recorded, also resolved ones. */
  readonly complaints: number;
  /** Letters, calls and replies of the last 90 days, a third of them: one decimal. */
  readonly contactsAMonth: number;
  /** How they sounded in the last 90 days, by mails that were looked at and replies that were confirmed: one a contact. */
  readonly tone: Readonly<Record<Tone, number>>;
  /** How often they refused to pay outright. */
  readonly refusals: number;
  /** What they want or do not want, newest last. */
  readonly wishes: readonly string[];
  readonly notes: readonly Note[];
};

export type Note = {
  readonly eventId: string;
  readonly by: string;
  readonly day: Day;
  readonly text: string;
  readonly mayMention: boolean;
};

/** From one customer's records alone; the same facts in any order give the same answer. */
export function relationshipOf(state: CustomerState, today: Day): Relationship {
  const { file } = state;
  const orders = file.invoices.filter(({ kind }) => kind === 'invoice');
  const days = orders.map(({ issued, due }) => issued ?? due).sort();
  const since = days[0] ?? null;
  const paid = paidInvoices(state);
  const late = (rows: typeof paid) =>
    average(rows.map(({ agreed, last }) => Math.max(0, daysBetween(agreed, last))));
  const isNow = ({ last }: { last: Day }) => daysBetween(last, today) < HALF_YEAR_DAYS;
  return {
    since,
    quarters: quartersOf(state, today),
    trend: trendOf(days, since, today),
    onTime: { paid: paid.filter(({ agreed, last }) => last <= agreed).length, of: paid.length },
    daysLate: {
      now: late(paid.filter(isNow)),
      before: late(paid.filter((one) => !isNow(one))),
    },
    complaints: outcomes(file.events, 'dispute').length,
    contactsAMonth: contactsAMonth(file.events, file.today),
    tone: tonesOf(file.events, file.today),
    refusals: outcomes(file.events, 'refused').length,
    wishes: wishesOf(state),
    notes: file.events.flatMap(({ id, by, day, body }) =>
      body.kind === 'relationship_note'
        ? [{ eventId: id, by, day: dayOf(day), text: body.text, mayMention: body.mayMention }]
        : [],
    ),
  };
}

function paidInvoices({ file }: CustomerState): { agreed: Day; last: Day }[] {
  return file.invoices.flatMap(({ id, kind, open, agreedDay }) => {
    if (kind !== 'invoice' || open.minor > 0) return [];
    const last = file.payments.findLast(({ invoiceId }) => invoiceId === id);
    return last ? [{ agreed: dayOf(agreedDay), last: last.day }] : [];
  });
}

function average(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
}

function trendOf(days: readonly Day[], since: Day | null, today: Day): Relationship['trend'] {
  if (since === null || daysBetween(since, today) < 2 * HALF_YEAR_DAYS) return null;
  const within = (from: number, to: number) =>
    days.filter((day) => day > addDays(today, -from) && day <= addDays(today, -to)).length;
  const [now, before] = [within(HALF_YEAR_DAYS, 0), within(2 * HALF_YEAR_DAYS, HALF_YEAR_DAYS)];
  if (now > before * (1 + STEADY)) return 'more';
  return now < before * (1 - STEADY) ? 'fewer' : 'steady';
}

function quartersOf({ file }: CustomerState, today: Day): Quarter[] {
  return [-3, -2, -1, 0].map((back) => {
    const index = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3) + back;
    const name = `${Math.floor(index / 4)} Q${(index % 4) + 1}`;
    const rows = file.invoices.filter(
      ({ kind, issued, due }) => kind === 'invoice' && quarterName(issued ?? due) === name,
    );
    return { name, invoices: rows.length, total: sumByCurrency(rows.map(({ total }) => total)) };
  });
}

function quarterName(day: Day): string {
  return `${day.slice(0, 4)} Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
}

function outcomes(events: readonly StandingEvent[], kind: string): StandingEvent[] {
  return events.filter(({ body }) => body.kind === 'outcome' && body.outcome.kind === kind);
}

/** One call or reply may be recorded as several outcomes; it is one contact all the same. */
function contactsAMonth(events: readonly StandingEvent[], today: number): number {
  const contacts = new Set(
    events
      .filter(({ day, body }) => {
        const isContact =
          body.kind === 'sent' ||
          body.kind === 'heard' ||
          (body.kind === 'outcome' && body.outcome.kind !== 'note');
        return isContact && day > today - CONTACT_DAYS;
      })
      .map(contactOf),
  );
  return Math.round((contacts.size * 10) / (CONTACT_DAYS / 30)) / 10;
}

function contactOf({ id, at, source, body }: StandingEvent): string {
  if (body.kind !== 'outcome') return id;
  return source?.ts ? `${source.channel} ${source.ts}` : at;
}

function tonesOf(events: readonly StandingEvent[], today: number): Record<Tone, number> {
  const heard = new Map(
    events.flatMap((event): [string, Tone][] => {
      const { body, day } = event;
      const isHeard = body.kind === 'outcome' || body.kind === 'looked_at';
      return isHeard && body.tone && day > today - CONTACT_DAYS ? [[contactOf(event), body.tone]] : [];
    }),
  );
  const count = (tone: Tone) => [...heard.values()].filter((one) => one === tone).length;
  return { friendly: count('friendly'), upset: count('upset') };
}

function wishesOf({ file }: CustomerState): string[] {
  const { terms } = file.customer;
  return [
    ...(terms.doNotContact ? ['not to be contacted'] : []),
    ...(terms.onlyAboutPayment ? ['letters about payment only'] : []),
    ...file.events.flatMap(({ body }) =>
      body.kind === 'outcome' && body.outcome.kind === 'contact_preference' ? [body.outcome.detail] : [],
    ),
  ];
}
