// Whether a debt may be handed over to an agency today: every gate, whether it is open, and what to do where it is not.

import type { Instant } from './calendar.ts';
import { addDays, type Day, isWeekday, nextWorkingDay } from './calendar.ts';
import { type Balance, balancesOf } from './chase/balance.ts';
import { names } from './chase/case-file.ts';
import { dayNumber } from './chase/day-number.ts';
import { currenciesOf } from './chase/last-resort.ts';
import { leastSums } from './chase/least-sums.ts';
import { listed, type Speaker, speaker } from './chase/speaker.ts';
import { staleSince } from './chase/stale-ledger.ts';
import type { WhoToChaseContext } from './chase/who-to-chase.ts';
import type { CustomerState } from './customer-state.ts';
import { type Money, minorDigits, money } from './money.ts';
import { openPlan } from './plan/plan-states.ts';
import type { Settings } from './settings.ts';

/** The final notice that went out last, with what it asked for and until when. */
export type FinalNotice = {
  readonly sentOn: Day;
  readonly deadline: Day;
  readonly invoices: readonly string[]; // numbers; empty: all that was late by then
};

export type Gate = {
  readonly name: string;
  readonly isOpen: boolean;
  /** Open: what was found. Closed: why not, and what to do. */
  readonly words: string;
};

export type HandOverQuestion = {
  readonly state: CustomerState;
  readonly currency: string;
  readonly finalNotice: FinalNotice | null;
  readonly freshAt: Instant | null;
  readonly settings: Pick<Settings, 'agencies' | 'approvers' | 'owners'>;
  readonly context: WhoToChaseContext;
  /** The request that is being agreed to, which does not stand in its own way. */
  readonly request?: string;
};

export type HandOverAnswer = {
  readonly gates: readonly Gate[];
  /** The invoices that would go, by number, and their sum less credits. */
  readonly invoices: readonly string[];
  readonly amount: Money;
};

/** As long as our own final notices give, for one that was sent before Tightrope. */
const USUAL_DEADLINE_DAYS = 10;

export function usualDeadline(sentOn: Day): Day {
  return nextWorkingDay(addDays(sentOn, USUAL_DEADLINE_DAYS), isWeekday);
}

export function askGates(question: HandOverQuestion): HandOverAnswer {
  const { state, currency, finalNotice, context } = question;
  const balance = balancesOf(state).find((one) => one.currency === currency) ?? null;
  const parts =
    balance?.chaseable.filter(
      ({ invoice }) =>
        finalNotice &&
        (finalNotice.invoices.length === 0
          ? invoice.dueDay < dayNumber(finalNotice.sentOn)
          : names(finalNotice.invoices, invoice)),
    ) ?? [];
  const minor = parts.reduce((sum, part) => sum + part.minor, 0) - (balance?.creditMinor ?? 0);
  const say = speaker(context.locale ?? 'en-GB', state.file.today);
  const found = { balance, amount: money(Math.max(0, minor), currency), say };
  return {
    gates: [
      ...noticeGates(question, say),
      ...talkGates(question, balance, say),
      ...customerGates(question),
      sumGate(question, found),
      ...houseGates(question, say),
    ],
    invoices: parts.map(({ invoice }) => invoice.number),
    amount: found.amount,
  };
}

export function closedGates(gates: readonly Gate[]): Gate[] {
  return gates.filter(({ isOpen }) => !isOpen);
}

function gate(name: string, isOpen: boolean, open: string, closed: string): Gate {
  return { name, isOpen, words: isOpen ? open : closed };
}

function noticeGates({ finalNotice, state }: HandOverQuestion, say: Speaker): Gate[] {
  if (!finalNotice) {
    return [
      gate(
        'Final notice',
        false,
        '',
        'No final notice has gone out. Send one first: it says what comes next and how to dispute.',
      ),
    ];
  }
  const sent = say.day(dayNumber(finalNotice.sentOn));
  const deadline = dayNumber(finalNotice.deadline);
  return [
    gate('Final notice', true, `It went out on ${sent}.`, ''),
    gate(
      'Deadline',
      state.file.today > deadline,
      `It ended on ${say.day(deadline)}.`,
      `The final notice gives them until ${say.day(deadline)}. Ask again after that day.`,
    ),
  ];
}

function talkGates({ state, currency }: HandOverQuestion, balance: Balance | null, say: Speaker): Gate[] {
  const { promises, holds, file } = state;
  const disputed = (balance?.held ?? []).filter(({ reason }) => reason === 'disputed');
  const numbers = listed(
    disputed.map(({ invoice }) => invoice.number),
    3,
  );
  const live = promises.find(
    (promise) =>
      promise.currency === currency && promise.status !== 'replaced' && file.today < promise.freeOn,
  );
  const saidPaid = holds.paidSaid.at(-1);
  return [
    gate(
      'Disputes',
      disputed.length === 0,
      'None is open.',
      `${numbers} ${disputed.length === 1 ? 'is' : 'are'} in dispute. Settle that first, then press Resolve the dispute.`,
    ),
    gate(
      'Promises',
      live === undefined,
      'None is running.',
      `A promise runs until ${say.day(live?.dateDay ?? 0)}. Wait for it; a broken one opens this gate.`,
    ),
    gate(
      'Payment plan',
      openPlan(state.plans, currency) === null,
      'None is running.',
      'A payment plan is open. Wait for it, or end it first: press End the plan on its card.',
    ),
    gate(
      'Our turn',
      holds.waitingForUs.length === 0,
      'They wait for nothing from us.',
      'They asked us for something and have no answer. Answer them first, and log it.',
    ),
    gate(
      'Said to be paid',
      saidPaid === undefined,
      'They did not say so lately.',
      `They said on ${say.day(saidPaid?.event.day ?? 0)} that it was paid. Look at the bank account first.`,
    ),
  ];
}

function customerGates({ state }: HandOverQuestion): Gate[] {
  const { holds, file } = state;
  const trouble = holds.insolvent ?? holds.hardship ?? holds.held;
  const why = holds.insolvent
    ? 'Insolvency is reported: an agency cannot help. File your claim with the administrator, and take advice.'
    : holds.hardship
      ? 'They told us of money trouble. Offer a plan first; this opens two weeks after they told us.'
      : 'They are on hold. End the hold first, if its reason is gone.';
  return [
    gate(
      'A company',
      file.customer.terms.naturalPerson !== true,
      'They are not marked as a natural person.',
      'They are marked as a natural person: no agency and no court by the strict profile. If that is wrong, change it under Their own terms; else choose a plan or a write-off.',
    ),
    gate('Trouble', trouble === null, 'No insolvency, hardship or hold is recorded.', why),
  ];
}

function sumGate(
  { state, currency, context }: HandOverQuestion,
  { amount, balance, say }: { amount: Money; balance: Balance | null; say: Speaker },
): Gate {
  const { agency } = state.file.policy;
  const own = context.currency ?? currency;
  const least = Math.round(agency.minBalanceMinor * 10 ** (minorDigits(currency) - minorDigits(own)));
  const { tolerance } = leastSums(state.file.policy, own, currency);
  const sum = say.money(amount.minor, currency);
  const minimum = say.money(least, currency);
  if (!balance || balance.overdue.length === 0) {
    return gate(
      'Sum',
      false,
      '',
      `Nothing of theirs is overdue in ${currency}: there is nothing to hand over.`,
    );
  }
  if (amount.minor === 0) {
    return gate(
      'Sum',
      false,
      '',
      'None of what is overdue can go: it was in no final notice, or it is held back. Send the final notice for it first.',
    );
  }
  return gate(
    'Sum',
    amount.minor >= least && amount.minor > tolerance,
    `${sum}; your policy hands over from ${minimum}.`,
    `${sum} is below the ${minimum} from which your policy hands over. Keep waiting, or write it off.`,
  );
}

function houseGates(
  { state, currency, freshAt, settings, context, request }: HandOverQuestion,
  say: Speaker,
): Gate[] {
  const { policy, today } = state.file;
  const stale = staleSince(freshAt, policy, context);
  const people = new Set([...settings.approvers, ...settings.owners]).size;
  const { approvals } = policy.agency;
  const { handOvers, writeOffs } = state.lastResort;
  const waiting = [...handOvers, ...writeOffs].find(
    (one) => one.status === 'asked' && one.id !== request && currenciesOf(one).includes(currency),
  );
  return [
    gate(
      'Fresh books',
      stale === null,
      'The books are fresh.',
      stale === 'never'
        ? 'No books have been imported. Import them first: they may have paid.'
        : `The books were last imported ${stale}. Import them first: they may have paid.`,
    ),
    gate(
      'Agencies',
      settings.agencies.length > 0,
      'There is one to choose.',
      'No agency is in your directory. An owner adds one on the Home tab, under Agencies.',
    ),
    gate(
      'Approvers',
      people >= approvals,
      `${approvals} of ${people} people must agree.`,
      `Your policy asks for ${approvals} different people, and only ${people} may approve. Add another under Settings.`,
    ),
    gate(
      'No other request',
      waiting === undefined,
      'None is waiting.',
      `A request of ${say.day(waiting?.event.day ?? today)} waits for its answer in the thread. Agree to it or decline it first.`,
    ),
  ];
}
