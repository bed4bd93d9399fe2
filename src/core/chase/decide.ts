// The verdict on one customer in one currency: an ordered list of conditions, of which the first that holds speaks.
import type { Act, Leave, Verdict } from '../verdict.ts';
import { type Balance, type Chaseable, daysLateOf } from './balance.ts';
import { breakOf, unkeptWordOf } from './broken-promise.ts';
import type { Question } from './decide-question.ts';
import { type LadderAnswer, type LadderStep, ladderStep, reviewOn } from './ladder.ts';
import { leastSums } from './least-sums.ts';
import { limitOn } from './limits.ts';
import { makeAct, makeLeave } from './make-verdict.ts';
import { nudgeOrNothing } from './nudge.ts';
import { late, listed, theStep } from './speaker.ts';
import { customerHold, heldLeave } from './why-left.ts';
import { whyBrokenPromise, whyCallback, whyLadderStep } from './why-now.ts';

export function decide(question: Question): Verdict {
  const { state, balance, voice } = question;
  if (balance.overdue.length === 0) return nudgeOrNothing(question);
  const held = customerHold(state, balance, voice) ?? inCredit(question) ?? nothingChaseable(question);
  if (held) return held;
  const small = tooSmall(question);
  if (small) return small;
  return onClosedDay(question, chase(question));
}

function inCredit({ state, balance, voice }: Question): Leave | null {
  const covered = balance.creditMinor >= balance.overdueMinor;
  const coversFree = balance.creditMinor > 0 && balance.chaseable.length > 0 && balance.totalMinor <= 0;
  if (!covered && !coversFree) return null;
  const { say } = voice;
  const owed = balance.overdueMinor - (covered ? 0 : heldMinor(balance));
  return makeLeave(state, balance, voice, {
    reason: 'in_credit',
    because: `Their credit of ${say.money(balance.creditMinor, balance.currency)} covers the ${say.money(owed, balance.currency)} that is overdue: set one off against the other.`,
    until: balance.moreOn,
  });
}

function heldMinor({ held }: Balance): number {
  return held.reduce((sum, { minor }) => sum + minor, 0);
}

function nothingChaseable({ state, balance, voice }: Question): Leave | null {
  return balance.chaseable.length === 0 ? heldLeave(state, balance, voice) : null;
}

function tooSmall({ state, balance, voice }: Question): Leave | null {
  const { policy } = state.file;
  const { currency, totalMinor } = balance;
  const { say } = voice;
  const { tolerance, least } = leastSums(policy, voice.currency, currency);
  if (totalMinor > tolerance && totalMinor >= least) return null;
  const sum = say.money(totalMinor, currency);
  return makeLeave(state, balance, voice, {
    reason: 'too_small',
    because:
      totalMinor <= tolerance
        ? `Only ${sum} is open: no letter for small change.`
        : `${sum} is overdue, less than the ${say.money(least, currency)} from which the policy writes: a statement will do.`,
    until: balance.moreOn,
  });
}

/** The one that has come furthest drives the step, so that a fresh start for one invoice does not hide another. */
function driverOf(chaseable: readonly Chaseable[]): Chaseable {
  return chaseable.reduce((driver, candidate) => {
    const order = candidate.ladderDue - driver.ladderDue || candidate.invoice.dueDay - driver.invoice.dueDay;
    return order < 0 || (order === 0 && candidate.minor > driver.minor) ? candidate : driver;
  });
}

function chase(question: Question): Verdict {
  const { state, balance, voice, ladder } = question;
  const { holds, file } = state;
  const { say } = voice;
  const driver = driverOf(balance.chaseable);

  const { callback } = holds;
  if (callback && !callback.done) {
    if (callback.on > file.today) {
      return makeLeave(state, balance, voice, {
        reason: 'callback',
        because: `They asked to be called back on ${say.day(callback.on)}.`,
        until: callback.on,
      });
    }
    // They asked for it, so neither the gap nor the quiet days stand in the way.
    return makeAct(state, balance, voice, {
      step: 'call',
      channel: 'call',
      driver,
      because: whyCallback(callback.event.day, callback.on, file.today, say),
      why: 'callback',
    });
  }

  const answer = ladderStep(driver, state, ladder);
  const broken = breakOf(state, balance, driver);
  if (broken) {
    const owner = broken.count > 1 ? ladder.find(({ name }) => name === 'owner') : undefined;
    const step = owner ?? ({ name: 'broken_promise_call', channel: 'call' } as const);
    return withinLimits(question, step.channel === 'call' ? 'call' : 'written', true, () =>
      makeAct(state, balance, voice, {
        step: step.name,
        channel: step.channel,
        driver,
        because: whyBrokenPromise(broken.promise, broken.count, say),
        restsOn: broken.promise.event.id,
        why: 'broken_promise',
      }),
    );
  }
  if (answer.kind !== 'due') return notYet(question, driver, answer);
  const paid = afterPayment(question, answer.step);
  if (paid) return paid;
  const { step } = answer;
  const word = unkeptWordOf(state, balance.currency);
  const act = () =>
    makeAct(state, balance, voice, {
      step: step.name,
      channel: step.channel,
      driver,
      because: whyLadderStep(answer, driver, state, say),
      ...(word ? { restsOn: word.event.id } : {}),
      why: 'ladder',
    });
  // A review is among ourselves: no customer hears of it.
  if (step.channel === 'none') return act();
  return withinLimits(question, step.channel === 'call' ? 'call' : 'written', false, act);
}

/** Whoever has just paid something is thanked before they are asked for the rest, so no payment brings a harder letter. */
function afterPayment({ state, balance, voice }: Question, step: LadderStep): Leave | null {
  const { payments, policy, today, calendar } = state.file;
  const last = payments.findLast(({ dayNumber }) => dayNumber <= today);
  if (!last) return null;
  const until = last.dayNumber + policy.holds.afterPaymentDays;
  if (until <= today) return null;
  const { say } = voice;
  const sum = say.money(last.amount.minor, last.amount.currency);
  return makeLeave(state, balance, voice, {
    reason: 'quiet',
    because: `${sum} came on ${say.day(last.dayNumber)}: nothing before ${say.day(calendar.next(until))}, then ${theStep(step.name)}.`,
    until,
  });
}

function withinLimits(
  question: Question,
  kind: 'written' | 'call',
  pastQuiet: boolean,
  act: () => Act,
): Verdict {
  const { state, balance, voice, planned } = question;
  const asked = { kind, currency: balance.currency, pastQuiet };
  if (!limitOn(state, { ...asked, planned })) return act();
  const meant = act();
  const { say } = voice;
  // What is planned for today may not happen after all, so only what has happened says until when.
  const limit = limitOn(state, { ...asked, planned: [] });
  if (!limit) {
    return makeLeave(state, balance, voice, {
      reason: 'cap',
      because: `Their other currency goes first today; one more would be too often this week, so ${theStep(meant.step)} waits.${aside(question)}`,
      until: state.file.today + 1,
    });
  }
  const until = say.day(state.file.calendar.next(limit.until));
  const last = state.contacts.touches.at(-1)?.day ?? state.file.today;
  const because = {
    too_soon: `The last contact was on ${say.day(last)}: nothing before ${until}, then ${theStep(meant.step)}.`,
    quiet: `We spoke on ${say.day(state.contacts.lastConversation?.day ?? last)}: quiet until ${until}, then ${theStep(meant.step)}.`,
    cap: `They have heard from us often enough for now: nothing before ${until}, then ${theStep(meant.step)}.`,
  }[limit.reason];
  return makeLeave(state, balance, voice, {
    reason: limit.reason,
    because: because + aside(question),
    until: firstChange(question, limit.until),
  });
}

/** A review comes also while letters and calls must wait, and an invoice whose hold has ended may change the step. */
function firstChange({ state, balance, ladder }: Question, until: number): number {
  const freed = balance.held.flatMap((part) => (part.until === null ? [] : [part.until]));
  const review = reviewOn(driverOf(balance.chaseable), state, ladder);
  return Math.min(until, ...freed, review ?? until);
}

/** What is left out is not why they wait, but whoever reads it asks. */
function aside({ balance }: Question): string {
  const disputed = balance.held
    .filter(({ reason }) => reason === 'disputed')
    .map(({ invoice }) => invoice.number);
  if (disputed.length === 0) return '';
  return ` ${listed(disputed, 3)} ${disputed.length === 1 ? 'is' : 'are'} disputed.`;
}

function notYet(
  question: Question,
  driver: Chaseable,
  answer: Exclude<LadderAnswer, { kind: 'due' }>,
): Leave {
  const { state, balance, voice } = question;
  const { calendar } = state.file;
  const { say } = voice;
  const age = late(daysLateOf(driver.invoice, state));
  if (answer.kind === 'end') {
    const again = answer.on === null ? '' : ` It comes up again on ${say.day(calendar.next(answer.on))}.`;
    return makeLeave(state, balance, voice, {
      reason: 'waiting_for_us',
      because: `${age}, and the ladder has ended: the last step was on ${say.day(answer.since)}.${again}`,
      until: answer.on,
    });
  }
  const limit =
    answer.step.channel === 'none'
      ? null
      : limitOn(state, {
          kind: answer.step.channel === 'call' ? 'call' : 'written',
          currency: balance.currency,
          planned: [],
          pastQuiet: false,
        });
  const on = Math.max(answer.on, limit?.until ?? answer.on);
  const when = say.day(calendar.next(on));
  return makeLeave(state, balance, voice, {
    reason: answer.why === 'gap' ? 'too_soon' : 'not_yet',
    because: `${age}: ${theStep(answer.step.name)} is next, on ${when}.${aside(question)}`,
    until: firstChange(question, on),
  });
}

function onClosedDay({ state, balance, voice }: Question, verdict: Verdict): Verdict {
  const { today, calendar } = state.file;
  if (verdict.kind === 'leave' || calendar.isOpen(today)) return verdict;
  const opens = calendar.next(today);
  return makeLeave(state, balance, voice, {
    reason: 'closed_day',
    because: `${theStep(verdict.step).replace(/^t/, 'T')} is due, but today is not a working day there: it goes on ${voice.say.day(opens)}.`,
    until: opens,
  });
}
