// What is known when a verdict on one customer in one currency is asked for.
import type { CustomerState } from '../customer-state.ts';
import type { Balance } from './balance.ts';
import type { Touch } from './contacts.ts';
import type { LadderStep } from './ladder.ts';
import type { Voice } from './make-verdict.ts';

export type Question = {
  readonly state: CustomerState;
  readonly balance: Balance;
  readonly ladder: readonly LadderStep[]; // by day
  readonly voice: Voice;
  /** Of the customer, in any currency. */
  readonly anythingOverdue: boolean;
  /** Letters and calls of this same round, in other currencies. */
  readonly planned: readonly Touch[];
};
