// Answers about all customers: totals, the greatest debtors, today's list, whom we leave alone, what is due.
import type { Ageing, TopDebtor } from '../ageing.ts';
import { AGEING_BUCKETS } from '../ageing.ts';
import { addDays, type Day, formatDay } from '../calendar.ts';
import type { Planned } from '../chase/forecast.ts';
import { count } from '../chase/speaker.ts';
import type { Digest } from '../digest.ts';
import type { Draft } from '../draft.ts';
import type { Ledger } from '../ledger.ts';
import { stepTitle } from '../look-ahead-words.ts';
import { formatMoney, sumByCurrency } from '../money.ts';
import type { PolicyLine } from '../policy-words.ts';
import { type AnswerLine, type AsOf, sumsWords, type Told } from './answer.ts';
import type { Period } from './question.ts';

type Place = Pick<AsOf, 'today' | 'locale'>;

/** "*$35,248.00* overdue: 25 invoices of 20 customers", as `/overdue` says it. */
export function tellTotal(ageing: Ageing, rows: readonly TopDebtor[], total: number, place: Place): Told {
  const late = ageing.currencies.filter(({ overdue }) => overdue.minor > 0);
  const open = ageing.currencies.filter(({ current }) => current.minor > 0);
  const notYet = open.map(({ current }) => formatMoney(current, place.locale)).join(' and ');
  if (late.length === 0) {
    return { sentences: [`Nothing is overdue.${notYet ? ` ${notYet} is open and not yet due.` : ''}`] };
  }
  return {
    sentences: [
      ...late.map(({ overdue, overdueInvoices, overdueCustomers, buckets }) => {
        const ages = AGEING_BUCKETS.filter((bucket) => buckets[bucket].minor > 0).map(
          (bucket) => `${bucket.replace('-', '–')} days ${formatMoney(buckets[bucket], place.locale)}`,
        );
        return `${formatMoney(overdue, place.locale)} overdue: ${count(overdueInvoices, 'invoice')} of ${count(overdueCustomers, 'customer')} (${ages.join(', ')}).`;
      }),
      ...(notYet ? [`${notYet} more is open and not yet due.`] : []),
    ],
    ...debtorLines(rows, total, place),
  };
}

export function tellDebtors(
  rows: readonly TopDebtor[],
  total: number,
  filter: { readonly minDaysLate: number; readonly mine: boolean },
  place: Place,
): Told {
  const whose = filter.mine ? 'Your customers' : 'Customers';
  const late = filter.minDaysLate > 1 ? `${filter.minDaysLate} days late or more` : 'late';
  if (rows.length === 0) {
    const none = filter.mine ? 'None of the customers you look after' : 'No customer';
    return { sentences: [`${none} is ${late}.`] };
  }
  const sums = total === rows.length ? sumByCurrency(rows.map(({ overdue }) => overdue)) : [];
  const inAll = sums.length > 0 ? `, ${sumsWords(sums, place.locale)} in all` : '';
  return {
    sentences: [`${whose} who are ${late}, the greatest sum first (${total}${inAll}):`],
    ...debtorLines(rows, total, place),
  };
}

function debtorLines(rows: readonly TopDebtor[], total: number, { locale }: Place) {
  return {
    lines: rows.map(
      ({ customerId, name, overdue, invoices, daysLate }): AnswerLine => ({
        customerId,
        text: `${name} · ${formatMoney(overdue, locale)} · ${count(invoices, 'invoice')} · the oldest ${count(daysLate, 'day')} late`,
      }),
    ),
    notGathered: total - rows.length,
  };
}

export function tellChase({ chase, locale, stale }: Digest): Told {
  if (chase.length === 0) {
    return {
      sentences: [
        stale ? 'Nobody: the books are too old to act on. Import them first.' : 'Nobody needs chasing today.',
      ],
      hints: ['Whom do we leave alone?'],
    };
  }
  return {
    sentences: [`${count(chase.length, 'customer')} to chase today, the most important first:`],
    lines: chase.map(({ act, customerName, hasEmail }, index) => ({
      customerId: act.customerId,
      text: `${index + 1}. ${customerName} · ${formatMoney(act.total, locale)} · ${stepTitle(act.step)}. ${act.because}${act.channel === 'email' && !hasEmail ? ' No e-mail address is known.' : ''}`,
    })),
  };
}

export function tellLeft({ leave, locale, day }: Digest): Told {
  if (leave.length === 0) return { sentences: ['Nobody who owes us anything is left alone today.'] };
  return {
    sentences: [`${count(leave.length, 'customer')} left alone today:`],
    lines: leave.map(({ leave: left, customerName }) => ({
      customerId: left.customerId,
      text: `${customerName}${left.total && left.total.minor > 0 ? ` · ${formatMoney(left.total, locale)}` : ''} · ${left.because}${left.until ? ` Until ${formatDay(left.until, locale, day)}.` : ''}`,
    })),
  };
}

/** Open invoices that fall due in the period, from today on; of a period that is over, those still open. */
export function tellDue(ledger: Ledger, period: Period, place: Place): Told {
  const { today, locale } = place;
  const isOver = period.to < today;
  const hasBegun = period.from < today && !isOver;
  const from = hasBegun ? today : period.from;
  const due = ledger.invoices
    .filter(
      ({ kind, open, due: on }) => kind === 'invoice' && open.minor > 0 && on >= from && on <= period.to,
    )
    .sort(
      (a, b) => a.due.localeCompare(b.due) || b.open.minor - a.open.minor || a.number.localeCompare(b.number),
    );
  const when = periodWords({ from, to: period.to }, place);
  const verb = isOver ? 'fell due' : 'falls due';
  if (due.length === 0) {
    return {
      sentences: [isOver ? `Nothing that ${verb} ${when} is open.` : `No open invoice ${verb} ${when}.`],
    };
  }
  const sums = sumsWords(sumByCurrency(due.map(({ open }) => open)), locale);
  return {
    sentences: [
      `${sums} ${verb} ${when}${isOver ? ' and is still open' : ''}: ${count(due.length, 'invoice')}.`,
    ],
    lines: invoiceLines(due, ledger, place),
  };
}

/** Invoices that are open and late, and whose first late day lies in the period. */
export function tellNewlyOverdue(ledger: Ledger, period: Period, place: Place): Told {
  const { today, locale } = place;
  const late = ledger.invoices
    .filter(({ kind, open, due }) => {
      const first = addDays(due, 1);
      return (
        kind === 'invoice' && open.minor > 0 && due < today && first >= period.from && first <= period.to
      );
    })
    .sort((a, b) => b.open.minor - a.open.minor || a.number.localeCompare(b.number));
  const isUnder = period.to > today;
  const when = periodWords({ from: period.from, to: isUnder ? today : period.to }, place);
  if (late.length === 0) return { sentences: [`Nothing became overdue ${when}.`] };
  const sums = sumByCurrency(late.map(({ open }) => open));
  return {
    sentences: [
      `${sumsWords(sums, locale)} became overdue ${when} and is still open: ${count(late.length, 'invoice')}.`,
    ],
    lines: invoiceLines(late, ledger, place),
  };
}

function invoiceLines(
  invoices: Ledger['invoices'],
  { customers }: Ledger,
  { today, locale }: Place,
): AnswerLine[] {
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  return invoices.map(({ customerId, number, open, due }) => ({
    customerId,
    text: `${names.get(customerId) ?? ''} · ${number} · ${formatMoney(open, locale)} · due ${formatDay(due, locale, today)}`,
  }));
}

export function tellSteps(planned: readonly Planned[], period: Period, place: Place): Told {
  const { today, locale } = place;
  const ours = planned.filter(({ day }) => day >= period.from && day <= period.to);
  const when = periodWords(period, place);
  if (ours.length === 0) return { sentences: [`No step is planned ${when}.`] };
  return {
    sentences: [`${count(ours.length, 'step')} ${when}, if nobody pays or says anything:`],
    lines: ours.map(({ day, customerName, act }) => ({
      customerId: act.customerId,
      text: `${formatDay(day, locale, today)} · ${customerName} · ${stepTitle(act.step)} · ${formatMoney(act.total, locale)}`,
    })),
  };
}

export function tellDrafts(
  drafts: readonly Draft[],
  nameOf: (id: string) => string,
  { locale }: Place,
): Told {
  const waiting = drafts.filter(({ state }) => state !== 'approved');
  const onTheWay = drafts.filter(({ state }) => state === 'approved');
  const way = onTheWay.length > 0 ? ` ${count(onTheWay.length, 'approved letter')} will go by itself.` : '';
  if (waiting.length === 0) return { sentences: [`No letter waits for approval.${way}`] };
  return {
    sentences: [
      `${count(waiting.length, 'letter')} ${waiting.length === 1 ? 'waits' : 'wait'} for a person.${way}`,
    ],
    lines: waiting.map(({ customerId, step, facts, state, reason }) => ({
      customerId,
      text: `${nameOf(customerId)} · ${stepTitle(step)} · ${formatMoney(facts.total, locale)}${state === 'failed' ? ` · could not be sent${reason ? `: ${reason}` : ''}` : state === 'unsure' ? ' · nobody knows whether it went out' : ''}`,
    })),
  };
}

export function tellPolicy(policy: readonly PolicyLine[]): Told {
  return {
    sentences: ['Your credit policy, in short:'],
    lines: policy.map(({ label, words }) => ({ customerId: null, text: `${label}: ${words}` })),
    hints: ['/overdue policy'],
  };
}

/** "from Mon 23 Nov to Sun 29 Nov", "on Tue 24 Nov", "today". */
export function periodWords({ from, to }: Period, { today, locale }: Place): string {
  const on = (day: Day) => (day === today ? 'today' : formatDay(day, locale, today));
  if (from === to) return from === today ? 'today' : `on ${on(from)}`;
  return `from ${on(from)} to ${on(to)}`;
}
