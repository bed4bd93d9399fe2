// Whether a customer who told us of money trouble is still to be met more softly, after nobody chased them for a while.
import type { CaseFile, StandingEvent } from './case-file.ts';
import { dayNumber } from './day-number.ts';
import { wasKnown } from './promises.ts';

/** The newest word of trouble, and the first day on which it softens nothing any more, a day number. */
export type Gentle = { readonly event: StandingEvent; readonly until: number };

/** As long as a season: after that without a new word the trouble counts as over, or nobody would ever ask plainly again. */
const GENTLE_DAYS = 90;

/** Whoever looks at it again finds it as it was for a month more, and decides. */
const AFTER_REVIEW_DAYS = 30;

/**
 * From the word of trouble on, until somebody decides to go on as before, or all that was open then is paid, or a season
 * has passed without another word. Null: nothing softens.
 */
export function gentleOf({ events, invoices, today }: CaseFile): Gentle | null {
  const since = events.slice(events.findLastIndex(({ body }) => body.kind === 'released') + 1);
  const told = since.findLast(({ body }) => body.kind === 'outcome' && body.outcome.kind === 'hardship');
  if (!told) return null;
  const assessed = since.findLast(({ body, at }) => body.kind === 'assessed' && at >= told.at);
  const found = assessed?.body.kind === 'assessed' ? assessed.body : null;
  if (found?.way === 'go_on') return null;
  const isOpen = invoices.some(
    (invoice) => invoice.kind === 'invoice' && invoice.open.minor > 0 && wasKnown(invoice, told),
  );
  if (!isOpen) return null;
  const until = Math.max(
    (assessed ?? told).day + GENTLE_DAYS,
    found ? dayNumber(found.review) + AFTER_REVIEW_DAYS : 0,
  );
  return today < until ? { event: told, until } : null;
}
