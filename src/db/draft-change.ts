// What else changes in a draft when its state does. The same rules for every store.
import type { Instant } from '../core/calendar.ts';
import type { Draft, DraftState } from '../core/draft.ts';

/** States in which a customer and currency can have no second draft. */
export const LIVE_STATES: readonly DraftState[] = ['proposed', 'approved', 'sending', 'failed', 'unsure'];

/** Words may change while nobody has approved them. */
export const REVISABLE_STATES: readonly DraftState[] = ['proposed', 'failed'];

export const APPROVABLE_STATES: readonly DraftState[] = ['proposed', 'failed', 'unsure'];

type Move = { readonly by: string; readonly at: Instant; readonly reason?: string | null };
type Moved = Pick<Draft, 'state'> &
  Partial<Pick<Draft, 'approvedBy' | 'approvedAt' | 'sendAfter' | 'sentAt' | 'reason' | 'decidedBy'>>;

/** The fields that a move to `to` sets; the others stay. */
export function movedTo(to: DraftState, { by, at, reason }: Move): Moved {
  const why = reason === undefined ? {} : { reason };
  switch (to) {
    case 'proposed':
      return {
        state: to,
        approvedBy: null,
        approvedAt: null,
        sendAfter: null,
        decidedBy: null,
        reason: reason ?? null,
      };
    case 'approved':
    case 'sending':
      return { state: to, ...why };
    case 'sent':
      return { state: to, sentAt: at, decidedBy: by, reason: reason ?? null };
    default:
      return { state: to, decidedBy: by, ...why };
  }
}
