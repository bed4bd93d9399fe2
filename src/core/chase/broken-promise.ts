// Which broken promise nobody has followed up yet, and whether it is the first. A word that somebody gave who may not
// speak for the customer is not theirs to break: the ladder goes on by age, and whoever decides is asked.
import type { CustomerState } from '../customer-state.ts';
import { brokenAsPromises } from '../plan/plan-states.ts';
import type { Balance, Chaseable } from './balance.ts';
import { concerns, type StandingEvent } from './case-file.ts';
import { oursOf } from './last-resort.ts';
import { isMarked, type PromiseState, wasKnown } from './promises.ts';

export type Break = { readonly promise: PromiseState; readonly count: number };

/** Null where no promise or plan is broken, or each was followed up. `count`: breaks since the driver came due. */
export function breakOf(state: CustomerState, balance: Balance, driver: Chaseable): Break | null {
  const ours = [...state.promises, ...brokenAsPromises(state.plans)].filter(
    (promise) => promise.currency === balance.currency && !isMarked(promise) && !isGivenAway(promise, state),
  );
  const matured = ours.filter(({ status }) => status === 'broken' || status === 'partial');
  const open = matured.filter((promise) => !isFollowedUp(promise, state)).at(-1);
  if (!open) return null;
  if (open.status === 'partial') return { promise: open, count: 1 };
  const breaks = matured.filter(
    ({ status, freeOn }) => status === 'broken' && freeOn >= driver.invoice.dueDay,
  );
  return { promise: open, count: Math.max(1, breaks.length) };
}

/** All that it was of and that is still open is with an agency or written off: nobody of us asks for it any more. */
function isGivenAway(
  { currency, invoices, event }: PromiseState,
  { file, lastResort }: CustomerState,
): boolean {
  const meant = file.invoices.filter(
    (invoice) =>
      invoice.kind === 'invoice' &&
      invoice.open.currency === currency &&
      invoice.open.minor > 0 &&
      wasKnown(invoice, event) &&
      concerns(invoices, invoice, file.invoices),
  );
  return meant.length > 0 && meant.every((invoice) => oursOf(invoice, lastResort.apart) <= 0);
}

/** The newest marked word of which not all came, and that nobody has followed up; null: none. */
export function unkeptWordOf(state: CustomerState, currency: string): PromiseState | null {
  return (
    state.promises.findLast(
      (promise) =>
        isMarked(promise) &&
        promise.currency === currency &&
        (promise.status === 'broken' || promise.status === 'partial') &&
        !isFollowedUp(promise, state),
    ) ?? null
  );
}

/** Anything that passed between us since the promise ran out, or a later promise, takes its place. */
function isFollowedUp(promise: PromiseState, { file, promises, contacts }: CustomerState): boolean {
  const { freeOn, event, currency } = promise;
  const replaces = (later: PromiseState) => !isMarked(later) || isMarked(promise);
  const touched = contacts.touches.some(
    (touch) => touch.kind !== 'courtesy' && touch.day >= freeOn && (touch.currency ?? currency) === currency,
  );
  if (touched) return true;
  if (promises.some((later) => later.currency === currency && later.event.at > event.at && replaces(later)))
    return true;
  return file.events.some((later) => later.at > event.at && later.day >= freeOn && settles(later, currency));
}

function settles({ body }: StandingEvent, currency: string): boolean {
  if (body.kind === 'skipped') return body.currency === currency;
  // What comes back from an agency begins anew.
  if (body.kind === 'hand_over_ended') return true;
  return body.kind === 'outcome' && body.outcome.kind !== 'note';
}
