// Gathers what a question about all customers asks for. Each figure comes from where /overdue and the digest take it.
import { type Answer, answerOf, asOfToday, type Told } from '../core/asking/answer.ts';
import { usualPeriod } from '../core/asking/read-question.ts';
import {
  tellChase,
  tellDebtors,
  tellDrafts,
  tellDue,
  tellLeft,
  tellNewlyOverdue,
  tellPolicy,
  tellSteps,
  tellTotal,
} from '../core/asking/tell-all.ts';
import { cameIn, firstOfOther, tellCompared, tellPayments } from '../core/asking/tell-payments.ts';
import { statesOf, tellDisputes, tellPromises, tellSent } from '../core/asking/tell-word.ts';
import { type Day, dayIn, daysBetween, formatDay, timeIn } from '../core/calendar.ts';
import { staleSince } from '../core/chase/stale-ledger.ts';
import type { Payment } from '../core/ledger.ts';
import { moneyIn } from '../core/money-received.ts';
import { policyInWords } from '../core/policy-words.ts';
import type { Asking } from './asking.ts';
import { calendarOf } from './look-ahead.ts';
import { gatherDigest } from './post-digest.ts';
import { summarise } from './show-overdue.ts';

export async function answerAboutAll(asking: Asking): Promise<Answer> {
  const { question, nameOf, asOf } = asking;
  return answerOf(question.intent, asOfToday(question, await tell(asking), asOf.today), { nameOf, asOf });
}

async function tell(asking: Asking): Promise<Told> {
  const { ports, question, asOf, nameOf } = asking;
  const { store } = ports;
  const { today } = asOf;
  const period = question.period ?? usualPeriod(question.intent, { today }) ?? { from: today, to: today };
  switch (question.intent) {
    case 'total_overdue': {
      const { ageing, rows, total } = await debtors(asking, 1, false);
      return tellTotal(ageing, rows, total, asOf);
    }
    case 'overdue_over':
    case 'biggest_debtors':
    case 'mine': {
      const filter = { minDaysLate: question.minDaysLate ?? 1, mine: question.intent === 'mine' };
      const { rows, total } = await debtors(asking, filter.minDaysLate, filter.mine);
      return tellDebtors(rows, total, filter, asOf);
    }
    case 'chase_today':
      return tellChase(await gatherDigest(ports));
    case 'leave_alone':
      return tellLeft(await gatherDigest(ports));
    case 'payments':
      return tellPayments(await moneyFrom(asking, cameIn(period, today)), period, asOf, nameOf);
    case 'compare_months':
      return compared(asking);
    case 'due_next':
      return tellDue(await store.ledger(), period, asOf);
    case 'newly_overdue':
      return tellNewlyOverdue(await store.ledger(), period, asOf);
    case 'steps_ahead': {
      const days = Math.min(MOST_DAYS_AHEAD, Math.max(1, daysBetween(today, period.to) + 1));
      return tellSteps((await calendarOf(ports, days)).planned, period, asOf);
    }
    case 'sent':
      return tellSent((await store.ledger()).events, period, nameOf, asOf);
    case 'drafts_waiting': {
      const drafts = await Promise.all(
        (['proposed', 'failed', 'unsure', 'approved'] as const).map(store.draftsIn),
      );
      return tellDrafts(drafts.flat(), nameOf, asOf);
    }
    case 'broken_promises':
      return tellPromises(await states(asking), 'broken', question.period, asOf);
    case 'open_promises':
      return tellPromises(await states(asking), 'live', question.period, asOf);
    case 'open_disputes':
      return tellDisputes(await states(asking), null, asOf);
    case 'policy': {
      const { policy } = await store.policy();
      return tellPolicy(policyInWords(policy, asking.settings));
    }
    default:
      return freshness(asking);
  }
}

/** A forecast of more days than these is no plan any more. */
const MOST_DAYS_AHEAD = 92;

function debtors({ ports, user }: Asking, minDaysLate: number, mine: boolean) {
  return summarise(ports, { filter: { minDaysLate, mine }, offset: 0, user });
}

async function moneyFrom({ ports, asOf }: Asking, isAsked: (payment: Payment) => boolean) {
  const [ledger, { policy }] = await Promise.all([ports.store.ledger(), ports.store.policy()]);
  return moneyIn(ledger, isAsked, policy, asOf);
}

async function states({ ports, asOf }: Asking) {
  const [ledger, { policy }] = await Promise.all([ports.store.ledger(), ports.store.policy()]);
  return statesOf(ledger, policy, asOf);
}

async function compared(asking: Asking): Promise<Told> {
  const { ports, question, asOf } = asking;
  const first = `${asOf.today.slice(0, 7)}-01` as Day;
  const since = firstOfOther(question.period, asOf.today);
  const [received, ageing, before] = await Promise.all([
    moneyFrom(asking, ({ day }) => day >= since),
    ports.store.ageing(asOf.today),
    ports.store.lastDigestBefore(first),
  ]);
  return tellCompared(received, ageing, before, question.period, asOf);
}

async function freshness({ ports, asOf }: Asking): Promise<Told> {
  const [last, { policy }] = await Promise.all([ports.store.lastImport(), ports.store.policy()]);
  if (!last) return { sentences: ['No books have been imported yet.'] };
  const on = formatDay(dayIn(asOf.zone, last.at), asOf.locale, asOf.today);
  const stale = staleSince(last.at, policy, asOf);
  return {
    sentences: [
      `The books were last imported on ${on} at ${timeIn(asOf.zone, last.at)}, from “${last.fileName}”.`,
      stale
        ? `That is too old to act on (${stale}): nobody is chased before the next import.`
        : `They are fresh enough to act on: up to ${policy.holds.ledgerMaxAgeDays} days.`,
    ],
  };
}
