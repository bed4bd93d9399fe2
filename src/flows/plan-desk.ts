// What a payment plan for a customer is worked out from: how things stand, the plan that runs, and where a form begins.
import { names } from '../core/chase/case-file.ts';
import type { CustomerState } from '../core/customer-state.ts';
import { openPlan, type PlanState } from '../core/plan/plan-states.ts';
import {
  type PlanWish,
  plannableCurrencies,
  usualWish,
  type WorkedOut,
  workOutPlan,
} from '../core/plan/work-out-plan.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';

export type PlanDesk = {
  readonly situation: Situation;
  readonly state: CustomerState;
  /** The plan that is open in the currency; null: none. */
  readonly running: PlanState | null;
  /** Where a form begins. */
  readonly usual: PlanWish;
};

/** What a plan for a customer would be made from. `currency`: null takes the one with most overdue. */
export async function planDesk(
  ports: Pick<Ports, 'store' | 'clock'>,
  customerId: string,
  currency: string | null,
): Promise<PlanDesk | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { state } = situation;
  const taken = currency ?? plannableCurrencies(state)[0];
  if (!taken) {
    return {
      kind: 'refused',
      because: `${situation.customer.name} owe nothing, so there is nothing to plan.`,
    };
  }
  const running = openPlan(state.plans, taken);
  const usual = usualWish(state, taken);
  return {
    situation,
    state,
    running,
    usual: running ? { ...usual, ...restOf(running, situation) } : usual,
  };
}

/** A change begins with what has not come yet, as often as before; a plan has two parts at least. */
function restOf({ id, terms, instalments }: PlanState, { ledger }: Situation): Partial<PlanWish> {
  const left = instalments.filter(({ dueMinor, receivedMinor }) => receivedMinor < dueMinor).length;
  return {
    changes: id,
    invoices: terms.invoices.filter((number) =>
      ledger.invoices.some((invoice) => names([number], invoice) && invoice.open.minor > 0),
    ),
    instalments: Math.max(2, left),
    cadence: terms.cadence,
  };
}

export function workOut({ situation, state }: PlanDesk, wish: PlanWish): WorkedOut {
  return workOutPlan(state, wish, { today: situation.today, locale: situation.settings.locale });
}
