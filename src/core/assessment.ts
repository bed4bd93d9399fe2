// Assesses money trouble: what a customer's history speaks for, whichever kind of trouble it is. A person decides.
import type { Trouble, WayOn } from './assessed.ts';
import { capital, count } from './chase/speaker.ts';
import type { CustomerState } from './customer-state.ts';
import { type Behaviour, behaviourOf } from './plan/compare.ts';

export type Suggestion = { readonly trouble: Trouble; readonly way: WayOn; readonly because: string };

/** Fewer matured promises than these say nothing of somebody's word. */
const ENOUGH_PROMISES = 2;
/** So late on average that trouble is no surprise. Days. */
const OFTEN_LATE_DAYS = 30;

/** What their history speaks for, in each case; a person decides. */
export function suggestions(state: CustomerState): Suggestion[] {
  const behaviour = behaviourOf(state);
  const broke = breaksPromises(behaviour);
  const late = averageLate(behaviour);
  const known = [
    ...(broke ? [`they kept ${behaviour.promisesKept} of ${behaviour.promisesMatured} promises`] : []),
    ...(late !== null && late > OFTEN_LATE_DAYS ? [`they paid ${count(late, 'day')} late on average`] : []),
  ].join(', and ');
  return [
    broke
      ? { trouble: 'temporary', way: 'talk', because: `${capital(known)}: speak before you agree to a plan.` }
      : {
          trouble: 'temporary',
          way: 'plan',
          because: 'Parts that they can pay keep the money coming and the customer with you.',
        },
    {
      trouble: 'recurring',
      way: 'talk',
      because: known
        ? `${capital(known)}: a plan alone would hide it. Speak about smaller orders or payment in advance.`
        : 'A plan alone would hide it. Speak about smaller orders or payment in advance.',
    },
    {
      trouble: 'not_clear',
      way: 'wait',
      because: 'Ask what happened first; a few days cost less than a wrong step.',
    },
  ];
}

function breaksPromises({ promisesKept, promisesMatured }: Behaviour): boolean {
  return promisesMatured >= ENOUGH_PROMISES && promisesKept * 2 < promisesMatured;
}

function averageLate({ paidLate }: Behaviour): number | null {
  if (paidLate.length === 0) return null;
  return Math.round(paidLate.reduce((sum, { days }) => sum + days, 0) / paidLate.length);
}
