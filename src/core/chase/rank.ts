// In which order customers come: broken promises, calls, then amount × age, with care for those we must not lose.
import type { Customer } from '../ledger.ts';
import type { StepName } from '../verdict.ts';
import { late, type Speaker } from './speaker.ts';

export type Ranked = { readonly rank: number; readonly rankBecause: string };

type Why = 'broken_promise' | 'callback' | 'ladder' | 'nudge';

/** A step between two tiers; no amount × age reaches over it. */
const TIER = 1e15;

/** At equal money, one whom we must not lose is seen to first. */
const RELATIONSHIP_WEIGHT = 1.25;

/**
 * Minor units × days late. Minor units make currencies roughly comparable without a rate: a yen and a cent are
 * worth about the same.
 */
export function rankOf(input: {
  readonly why: Why;
  readonly step: StepName;
  readonly channel: string;
  readonly customer: Customer;
  readonly totalMinor: number;
  readonly currency: string;
  readonly daysLate: number;
  readonly say: Speaker;
}): Ranked {
  const { why, customer, totalMinor, daysLate, say, currency } = input;
  const dear = customer.terms.vip === true || customer.accountManager !== null;
  const weight = Math.max(1, daysLate) * Math.max(1, totalMinor) * (dear ? RELATIONSHIP_WEIGHT : 1);
  const within = Math.min(Math.floor(weight), TIER - 1);
  const money = `${say.money(totalMinor, currency)}, ${late(Math.max(0, daysLate))}`;
  const care = dear ? ', and a relationship to look after' : '';
  if (why === 'broken_promise') {
    return { rank: 3 * TIER + within, rankBecause: `A broken promise comes first (${money}${care}).` };
  }
  if (why === 'callback')
    return { rank: 2 * TIER + within, rankBecause: `They wait for our call (${money}${care}).` };
  if (input.channel === 'call') {
    return { rank: 2 * TIER + within, rankBecause: `Calls come before letters (${money}${care}).` };
  }
  if (why === 'nudge')
    return { rank: Math.min(within, TIER - 1) / TIER, rankBecause: 'Nothing is late here yet.' };
  return { rank: TIER + within, rankBecause: `By amount and age: ${money}${care}.` };
}
