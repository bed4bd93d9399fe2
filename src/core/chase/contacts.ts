// What has passed between us and a customer: letters and calls of ours, conversations, and steps of the ladder taken.
import type { Day } from '../calendar.ts';
import { isCourtesy, isOccasion } from '../facts.ts';
import type { OutcomeKind } from '../outcome.ts';
import type { CaseFile, StandingEvent } from './case-file.ts';
import { dayNumber } from './day-number.ts';

/**
 * A letter or a call of ours; it counts against the gap and the caps. Days are day numbers. A courtesy asks for nothing,
 * so nobody owes an answer to it.
 */
export type Touch = {
  readonly day: number;
  readonly kind: 'written' | 'call' | 'courtesy';
  readonly step: string | null;
  readonly currency: string | null; // null: about all there is
};

/** A step of the ladder that was taken, or that a person chose to leave out. */
export type Progress = {
  readonly day: number;
  readonly at: string;
  readonly step: string;
  readonly currency: string | null;
  readonly invoices: readonly string[]; // empty: all
  /** Counts only when the step was the latest one due; a decision is a review only when a review was due. */
  readonly onlyWhenDue: boolean;
};

export type Contacts = {
  readonly touches: readonly Touch[]; // oldest first
  readonly progress: readonly Progress[];
  readonly lastWritten: Touch | null;
  readonly lastCall: Touch | null;
  /** The last time they spoke with us, by whatever way. */
  readonly lastConversation: StandingEvent | null;
};

/** A call that reached nobody is a call all the same, but no conversation. */
const UNANSWERED: ReadonlySet<OutcomeKind> = new Set(['no_answer', 'left_message']);

/** Neither says that the one who pays has spoken. */
const NOT_SPOKEN: ReadonlySet<OutcomeKind> = new Set(['no_answer', 'left_message', 'wrong_contact', 'note']);

export function contactsOf({ events }: Pick<CaseFile, 'events'>): Contacts {
  const touches: Touch[] = [];
  const progress: Progress[] = [];
  const callsSeen = new Set<string>();
  let lastConversation: StandingEvent | null = null;
  for (const event of events) {
    const { body, day, at } = event;
    if (body.kind === 'sent') {
      const kind = isCourtesy(body.step) ? 'courtesy' : 'written';
      touches.push({ day, kind, step: body.step, currency: body.currency });
      const { step, currency, invoices } = body;
      if (!isOccasion(step)) progress.push({ day, at, step, currency, invoices, onlyWhenDue: false });
    } else if (body.kind === 'earlier_contact') {
      const told = earlierDay(body.day, day);
      const kind = body.step === 'call' || body.step === 'broken_promise_call' ? 'call' : 'written';
      touches.push({ day: told, kind, step: body.step, currency: null });
      progress.push({ day: told, at, step: body.step, currency: null, invoices: [], onlyWhenDue: false });
    } else if (body.kind === 'skipped') {
      const { step, currency } = body;
      if (!isOccasion(step)) progress.push({ day, at, step, currency, invoices: [], onlyWhenDue: false });
    } else if (body.kind === 'reviewed') {
      const { currency } = body;
      progress.push({ day, at, step: 'internal_review', currency, invoices: [], onlyWhenDue: true });
    } else if (body.kind === 'decision') {
      progress.push({
        day,
        at,
        step: 'internal_review',
        currency: null,
        invoices: [],
        onlyWhenDue: true,
      });
    } else if (body.kind === 'outcome') {
      const call = body.via === 'call' || UNANSWERED.has(body.outcome.kind);
      // One reply can record several outcomes of the same call.
      const key = event.source?.ts ? `${event.source.channel} ${event.source.ts}` : at;
      if (call && !callsSeen.has(key)) {
        callsSeen.add(key);
        touches.push({ day, kind: 'call', step: 'call', currency: null });
        progress.push({ day, at, step: 'call', currency: null, invoices: [], onlyWhenDue: false });
      }
      if (spoke(event)) lastConversation = event;
    }
  }
  touches.sort((a, b) => a.day - b.day);
  return {
    touches,
    progress,
    lastWritten: touches.findLast(({ kind }) => kind === 'written') ?? null,
    lastCall: touches.findLast(({ kind }) => kind === 'call') ?? null,
    lastConversation,
  };
}

/** A contact told as later than it was told is a slip; it cannot have been after that. */
function earlierDay(told: Day, recorded: number): number {
  return Math.min(dayNumber(told), recorded);
}

function spoke({ body, source }: StandingEvent): boolean {
  if (body.kind !== 'outcome') return false;
  // What somebody looked up and put into a form is no word of theirs.
  if (body.outcome.kind === 'order_number') return body.via !== null || source !== null;
  if (body.outcome.kind === 'note') return body.via === 'call' || body.via === 'meeting';
  return !NOT_SPOKEN.has(body.outcome.kind);
}
