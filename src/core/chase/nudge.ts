// Before the due day: a friendly note, where nothing is late; else nothing, and when that may change.
import type { CustomerState } from '../customer-state.ts';
import { openOfferOn } from '../offer/offer-states.ts';
import { isOpenPlan } from '../plan/plan-states.ts';
import type { Leave, Verdict } from '../verdict.ts';
import { type Balance, type Chaseable, ladderDue } from './balance.ts';
import type { Question } from './decide-question.ts';
import { creditDueOn } from './disputes.ts';
import { type LadderStep, levelOf } from './ladder.ts';
import { leastSums } from './least-sums.ts';
import { limitOn } from './limits.ts';
import { makeAct, makeLeave } from './make-verdict.ts';
import { customerHold } from './why-left.ts';
import { whyNudge } from './why-now.ts';

export function nudgeOrNothing(question: Question): Verdict {
  const { state, balance, voice } = question;
  const due = nudgeable(question);
  const driver = due[0];
  const step = question.ladder.find(({ day }) => day < 0);
  if (!step || !driver) return nothingDue(question);
  const total = due.reduce((sum, { minor }) => sum + minor, 0) - balance.creditMinor;
  const { policy, calendar, today } = state.file;
  const limit = limitOn(state, {
    kind: 'written',
    currency: balance.currency,
    planned: question.planned,
    pastQuiet: false,
  });
  const { tolerance, least } = leastSums(policy, voice.currency, balance.currency);
  const worthIt = total >= least && total > tolerance;
  const quiet = question.anythingOverdue || isHeld(state, balance, question) || limit !== null;
  // What stands in the way of a note may be gone tomorrow.
  if (!worthIt || quiet || !calendar.isOpen(today)) return nothingDue(question, today + 1);
  return makeAct(state, balance, voice, {
    step: step.name,
    channel: step.channel,
    driver,
    because: whyNudge(balance, voice.say),
    why: 'nudge',
    named: due,
  });
}

function isHeld(state: CustomerState, balance: Balance, { voice }: Question): boolean {
  if (customerHold(state, balance, voice)) return true;
  const { today } = state.file;
  const promised = state.promises.some(({ status, freeOn }) => status !== 'replaced' && today < freeOn);
  return promised || state.holds.waitingForUs.length > 0 || state.holds.paidSaid.length > 0;
}

/** Invoices that are due in the days of the first step, and have had none. Due today is too late to nudge. */
function nudgeable({ state, balance, ladder }: Question): Chaseable[] {
  const step: LadderStep | undefined = ladder.find(({ day }) => day < 0);
  if (!step) return [];
  const { today } = state.file;
  return (
    balance.upcoming
      .filter(({ id, dueDay }) => dueDay > today && dueDay + step.day <= today && !state.disputes.has(id))
      .filter(({ id }) => !state.plans.some((plan) => plan.coveredIds.has(id) && isOpenPlan(plan)))
      .filter(({ id }) => !state.lastResort.apart.has(id))
      // What is left of it we have agreed to take off, or may still take off: no note with another sum.
      .filter(({ id }) => creditDueOn(id, state.creditsDue) === 0 && openOfferOn(id, state.offers) === null)
      // It has more time than its due day says, and a note would name that day.
      .filter(({ agreedDay, dueDay }) => agreedDay === dueDay)
      .map((invoice) => ({ invoice, minor: invoice.open.minor, ladderDue: ladderDue(invoice, state) }))
      .filter((candidate) => levelOf(candidate, state, ladder).level < 0)
  );
}

function nothingDue({ state, balance, voice, ladder }: Question, noteAgain: number | null = null): Leave {
  const { say } = voice;
  const next = balance.upcoming[0];
  const { currency } = balance;
  if (!next) {
    return makeLeave(state, balance, voice, {
      reason: 'in_credit',
      because: `Nothing is owed; a credit of ${say.money(balance.creditMinor, currency)} is open.`,
      until: null,
    });
  }
  return makeLeave(state, balance, voice, {
    reason: 'nothing_due',
    because: `Nothing is overdue; ${next.number} (${say.money(next.open.minor, currency)}) is due on ${say.day(next.dueDay)}.`,
    until: noteAgain ?? nextChange(balance, ladder, state.file.today),
  });
}

/** The first later day on which a note may go, or an invoice is late. */
function nextChange({ upcoming }: Balance, ladder: readonly LadderStep[], today: number): number {
  const early = ladder.find(({ day }) => day < 0)?.day ?? 1;
  const days = upcoming.flatMap(({ dueDay }) => [dueDay + early, dueDay + 1]);
  return Math.min(...days.filter((day) => day > today));
}
