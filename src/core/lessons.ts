// What a case taught: when to look back on it, what was said then, and what to remember the next time.
import { type Day, dayIn } from './calendar.ts';
import { compare } from './chase/case-file.ts';
import { dayNumber } from './chase/day-number.ts';
import type { CustomerState } from './customer-state.ts';
import type { CaseEvent } from './ledger.ts';
import { overdueOf, settlementFor } from './thanks.ts';

export type Lesson = {
  readonly customerId: string;
  readonly at: string;
  readonly by: string;
  readonly worked: string | null;
  readonly differently: string | null;
};

/**
 * The day on which all that was late was paid, where that is news and nobody has looked back on it yet; null: nothing
 * to ask about.
 */
export function lookBackDay(state: CustomerState, books: Parameters<typeof settlementFor>[2]): Day | null {
  const today = dayIn(books.zone, books.now);
  const settlement = settlementFor('thank_you', state, books);
  if (!settlement?.wasLate || overdueOf(state, dayNumber(today)).length > 0) return null;
  return lookedBackSince(state, settlement.day, books.zone) ? null : settlement.day;
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
  const undone = new Set(events.flatMap(({ body }) => (body.kind === 'undone' ? [body.eventId] : [])));
  return events
    .filter(({ id }) => !undone.has(id))
    .flatMap(({ id, customerId, at, by, body }) =>
      body.kind === 'looked_back' && (body.worked !== null || body.differently !== null)
        ? [{ id, customerId, at, by, worked: body.worked, differently: body.differently }]
        : [],
    )
    .sort((a, b) => compare(b.at, a.at) || compare(b.id, a.id))
    .map(({ id: _, ...lesson }) => lesson);
}
