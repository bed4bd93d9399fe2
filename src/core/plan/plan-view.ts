// Everything that a payment plan's card shows, ready to be drawn.
import type { Day } from '../calendar.ts';
import type { Customer } from '../ledger.ts';
import type { PlanState } from './plan-states.ts';

export type PlanView = {
  readonly customer: Pick<Customer, 'id' | 'name'>;
  readonly plan: PlanState;
  readonly today: Day;
  readonly locale: string;
  /** Who may approve it; Slack user ids. */
  readonly owners: readonly string[];
};
