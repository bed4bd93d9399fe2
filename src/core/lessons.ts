// What a case taught: when to look back on it, what was said then, and what to remember the next time.
import { type Day, dayIn, daysBetween } from './calendar.ts';
import { compare, standing } from './chase/case-file.ts';
import { dayNumber } from './chase/day-number.ts';
import { oursOf } from './chase/last-resort.ts';
import type { CustomerState } from './customer-state.ts';
import type { CaseEvent } from './ledger.ts';
import { type Books, overdueInvoices, settledLateOn, THANKS_DAYS } from './thanks.ts';

export type Lesson = {
  readonly customerId: string;
  readonly at: string;
  readonly by: string;
  readonly worked: string | null;
  readonly differently: string | null;
};

/** The day on which a case was over, where that is news and nobody has looked back on it yet; null: nothing to ask about. */
export function lookBackDay(state: CustomerState, books: Books): Day | null {
  const day = overOn(state, books);
  return day !== null && lookedBackSince(state, day, books.zone) === null ? day : null;
}

/**
 * The day of the last week on which nothing late was left for us to chase: it was paid, credited, written off or handed
 * over to an agency. Null where something is left, or where it is no news.
 */
export function overOn(state: CustomerState, books: Books): Day | null {
  const { now, zone } = books;
  const today = dayIn(zone, now);
  const { apart, handOvers, writeOffs } = state.lastResort;
  const left = overdueInvoices(state, dayNumber(today)).some(
    (invoice) => oursOf(invoice, apart) > state.file.policy.toleranceMinor,
  );
  if (left) return null;
  const paid = settledLateOn(state, books);
  const given = [...handOvers, ...writeOffs].flatMap(({ status, decided }) =>
    status === 'in_force' && decided ? [dayIn(zone, decided.at)] : [],
  );
  const days = [...(paid ? [paid] : []), ...given].sort();
  const last = days.at(-1) ?? null;
  return last !== null && daysBetween(last, today) < THANKS_DAYS ? last : null;
}

/** Who has answered or skipped since that day; null: nobody. */
export function lookedBackSince({ file }: CustomerState, day: Day, zone: string): string | null {
  const answer = file.events.findLast(
    ({ body, at }) => body.kind === 'looked_back' && dayIn(zone, at) >= day,
  );
  return answer?.by ?? null;
}

/** Everything that was learned, the newest first; what was skipped or taken back taught nothing. */
export function lessonsIn(events: readonly CaseEvent[]): Lesson[] {
  return standing(events)
    .flatMap(({ id, customerId, at, by, body }) =>
      body.kind === 'looked_back' && (body.worked !== null || body.differently !== null)
        ? [{ id, customerId, at, by, worked: body.worked, differently: body.differently }]
        : [],
    )
    .sort((a, b) => compare(b.at, a.at) || compare(b.id, a.id))
    .map(({ id: _, ...lesson }) => lesson);
}
