// The whole reasoning on one customer: every rule that was asked and what it answered, the ladder, and whose policy it is.
import { asAgreed } from '../agreed-due.ts';
import { type Day, dayIn } from '../calendar.ts';
import { type CustomerState, customerState, zoneOf } from '../customer-state.ts';
import { type LateFee, lateFeeOn } from '../late-fee.ts';
import type { Customer, Ledger } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import { changeInWords, changesBetween } from '../policy-words.ts';
import type { StepName, Verdict } from '../verdict.ts';
import { type Balance, balancesOf } from './balance.ts';
import { dayOf } from './day-number.ts';
import { ladderOf, levelOf } from './ladder.ts';
import { type Rule, rulesOf } from './rules-asked.ts';
import { speaker } from './speaker.ts';
import { type WhoToChaseContext, whoToChase } from './who-to-chase.ts';

/** A step on the ladder of the invoice that drives the case. */
export type Rung = {
  readonly step: StepName;
  readonly on: Day; // its day by the policy
  readonly state: 'taken' | 'now' | 'passed_over' | 'to_come';
};

export type Reasoning = {
  readonly verdict: Verdict;
  readonly rules: readonly Rule[];
  readonly ladder: readonly Rung[];
  readonly fees: readonly { readonly number: string; readonly fee: LateFee }[];
};

export type Explanation = {
  readonly customer: Customer;
  readonly today: Day;
  readonly reasonings: readonly Reasoning[];
  /** What of the policy is this customer's own, in words; empty: nothing is. */
  readonly ownPolicy: readonly string[];
};

export function explain(
  ledger: Ledger,
  customer: Customer,
  workspacePolicy: Policy,
  context: WhoToChaseContext,
): Explanation {
  const state = customerState(ledger, customer, workspacePolicy, context);
  const { policy } = state.file;
  const verdicts = whoToChase(ledger, workspacePolicy, context);
  const balances = new Map(balancesOf(state).map((balance) => [balance.currency, balance]));
  const today = dayIn(zoneOf(customer, context.zone), context.now);
  const locale = context.locale ?? 'en-GB';
  return {
    customer,
    today,
    reasonings: verdicts.map((verdict) => {
      const balance = balances.get(verdict.currency ?? '');
      if (!balance) return { verdict, rules: [], ladder: [], fees: [] };
      return {
        verdict,
        rules: rulesOf({ ledger, state, balance, context, say: speaker(locale, state.file.today) }),
        ladder: rungsOf(state, balance, verdict),
        fees: balance.overdue.flatMap((invoice) => {
          const fee = lateFeeOn(asAgreed(invoice), state.file.payments, policy.lateFee, today, locale);
          return fee ? [{ number: invoice.number, fee }] : [];
        }),
      };
    }),
    ownPolicy: changesBetween(workspacePolicy, policy, {
      currency: context.currency ?? verdicts[0]?.currency ?? 'USD',
      locale,
    }).map(changeInWords),
  };
}

/** The ladder as the invoice that is furthest on it has climbed; empty where nothing may be chased. */
function rungsOf(state: CustomerState, { chaseable }: Balance, verdict: Verdict): Rung[] {
  const [driver] = [...chaseable].sort((a, b) => a.ladderDue - b.ladderDue);
  if (!driver) return [];
  const ladder = ladderOf(state.file.policy.steps);
  const { level } = levelOf(driver, state, ladder);
  const taken = new Set(state.contacts.progress.map(({ step }) => step));
  return ladder.map((step, index) => ({
    step: step.name,
    on: dayOf(driver.ladderDue + step.day),
    state: rungState(
      index,
      level,
      taken.has(step.name),
      verdict.kind === 'act' && verdict.step === step.name,
    ),
  }));
}

function rungState(index: number, level: number, wasTaken: boolean, isNow: boolean): Rung['state'] {
  if (isNow) return 'now';
  if (index > level) return 'to_come';
  return wasTaken ? 'taken' : 'passed_over';
}
