// How soon and how often a customer may hear from us: the gap, the quiet after a conversation, the caps.
import type { CustomerState } from '../customer-state.ts';
import type { Touch } from './contacts.ts';

/** `until`: the first day on which this no longer stands in the way, a day number. */
export type Limit = { readonly reason: 'too_soon' | 'quiet' | 'cap'; readonly until: number };

export type LimitQuestion = {
  readonly kind: 'written' | 'call';
  readonly currency: string;
  /** Letters of today's round to the same customer, in other currencies. */
  readonly planned: readonly Touch[];
  /** A broken promise ends the quiet that the conversation about it began. */
  readonly pastQuiet: boolean;
};

/** The limit that lasts longest; null where nothing stands in the way. */
export function limitOn(state: CustomerState, question: LimitQuestion): Limit | null {
  const { file, contacts } = state;
  const { today, policy } = file;
  const touches = [...contacts.touches, ...question.planned];
  const limits: Limit[] = [];

  // Letters in two currencies go out together, as one round: the gap is counted from earlier days.
  const last = touches
    .filter(
      (touch) => !(touch.day === today && touch.currency !== null && touch.currency !== question.currency),
    )
    .reduce((latest, { day }) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
  limits.push({ reason: 'too_soon', until: last + policy.caps.minGapDays });

  const conversation = contacts.lastConversation;
  if (conversation && !question.pastQuiet) {
    limits.push({ reason: 'quiet', until: conversation.day + policy.caps.quietAfterConversationDays });
  }
  const { writtenPer7Days, callsPer7Days, totalPer90Days } = policy.caps;
  const ofKind = touches.filter(({ kind }) => (kind === 'call' ? 'call' : 'written') === question.kind);
  const perWeek = question.kind === 'written' ? writtenPer7Days : callsPer7Days;
  limits.push({ reason: 'cap', until: capFreeOn(ofKind, perWeek, 7) });
  limits.push({ reason: 'cap', until: capFreeOn(touches, totalPer90Days, 90) });

  const standing = limits.filter(({ until }) => until > today);
  return standing.reduce<Limit | null>((a, b) => (a === null || b.until > a.until ? b : a), null);
}

/** The first day on which fewer than `cap` of the touches lie within the last `days` days. */
function capFreeOn(touches: readonly Touch[], cap: number, days: number): number {
  const newestFirst = touches.map(({ day }) => day).sort((a, b) => b - a);
  const filling = newestFirst[cap - 1];
  return filling === undefined ? Number.NEGATIVE_INFINITY : filling + days;
}
