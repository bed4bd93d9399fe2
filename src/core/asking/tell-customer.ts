// Answers about one customer: what they owe, why they are chased or left, what comes next, whom to reach, what happened.
import { dayIn, formatDay } from '../calendar.ts';
import type { CaseView } from '../case-view.ts';
import type { Planned } from '../chase/forecast.ts';
import { count } from '../chase/speaker.ts';
import type { Draft } from '../draft.ts';
import { eventLineOf } from '../event-words.ts';
import type { CaseEvent, Invoice, Payment } from '../ledger.ts';
import { stepTitle } from '../look-ahead-words.ts';
import { formatMoney, sumByCurrency } from '../money.ts';
import { type AnswerLine, type AsOf, sumsWords, type Told } from './answer.ts';

const plain = (text: string): AnswerLine => ({ customerId: null, text });

/** `minDaysLate`: only what is at least so late. */
export function tellOwes(view: CaseView, minDaysLate: number | null): Told {
  const { customer, open, overdue, openTotals, locale } = view;
  const invoices = open.filter(({ kind }) => kind === 'invoice');
  const late = invoices.filter(({ daysLate }) => daysLate > 0);
  if (minDaysLate !== null) {
    const older = late.filter(({ daysLate }) => daysLate >= minDaysLate);
    const sums = sumByCurrency(older.map((invoice) => invoice.open));
    return {
      sentences: [
        `${customer.name} owes ${sumsWords(sums, locale)} that is ${count(minDaysLate, 'day')} late or more${older.length > 0 ? `: ${count(older.length, 'invoice')}` : ''}.`,
      ],
      lines: invoiceLines({ ...view, open: older }),
    };
  }
  const credit = openTotals
    .filter(({ minor }) => minor < 0)
    .map(({ minor, currency }) => ({ minor: -minor, currency }));
  const owed = openTotals.filter(({ minor }) => minor > 0);
  if (owed.length === 0) {
    return {
      sentences: [
        `${customer.name} owes nothing.${credit.length > 0 ? ` We owe them ${sumsWords(credit, locale)}.` : ''}`,
      ],
    };
  }
  const credits = open.some(({ kind }) => kind === 'credit_note') ? ', credits taken off' : '';
  const oldest = Math.max(0, ...late.map(({ daysLate }) => daysLate));
  const lateWords =
    overdue.length > 0
      ? `${sumsWords(overdue, locale)} of it is overdue: ${count(late.length, 'invoice')}, the oldest ${count(oldest, 'day')} late.`
      : 'Nothing of it is overdue.';
  return {
    sentences: [`${customer.name} owes ${sumsWords(owed, locale)} in all${credits}. ${lateWords}`],
    lines: invoiceLines(view),
  };
}

export function tellInvoices(view: CaseView): Told {
  const { customer, open, openTotals, locale } = view;
  if (open.length === 0) return { sentences: [`${customer.name} has no open invoice.`] };
  return {
    sentences: [
      `${customer.name} has ${count(open.length, 'open invoice')}, ${sumsWords(openTotals, locale)} in all:`,
    ],
    lines: invoiceLines(view),
  };
}

function invoiceLines({ open, locale, today }: Pick<CaseView, 'open' | 'locale' | 'today'>): AnswerLine[] {
  return open.map(({ number, kind, open: left, total, due, daysLate, disputed }) => {
    const of = left.minor === total.minor ? '' : ` of ${formatMoney(total, locale)}`;
    if (kind === 'credit_note') return plain(`${number} · credit of ${formatMoney(left, locale)}${of}`);
    const late = daysLate > 0 ? `${count(daysLate, 'day')} late` : daysLate === 0 ? 'due today' : 'not late';
    return plain(
      `${number} · ${formatMoney(left, locale)}${of} · due ${formatDay(due, locale, today)}, ${late}${disputed ? ' · in dispute' : ''}`,
    );
  });
}

export function tellWhy(view: CaseView): Told {
  const { customer, verdicts } = view;
  if (verdicts.length === 0) {
    return { sentences: [`Nothing is open for ${customer.name}, so there is nothing to do.`] };
  }
  return {
    sentences: verdictSentences(view),
    lines: verdicts.flatMap((verdict) => [
      ...verdict.facts.map(plain),
      ...(verdict.kind === 'act' ? [plain(`Its place in the list: ${verdict.rankBecause}`)] : []),
    ]),
    hints: [`/overdue why ${customer.name}`],
  };
}

function verdictSentences({ customer, verdicts, locale, today }: CaseView): string[] {
  return verdicts.map((verdict) => {
    if (verdict.kind === 'act') {
      return `${customer.name} is to be chased: ${stepTitle(verdict.step)}, ${formatMoney(verdict.total, locale)}. ${verdict.because}`;
    }
    const until = verdict.until ? ` Until ${formatDay(verdict.until, locale, today)}.` : '';
    return `${customer.name} is left alone. ${verdict.because}${until}`;
  });
}

/** `planned`: this customer's steps to come, earliest first. */
export function tellNext(view: CaseView, planned: readonly Planned[]): Told {
  const { customer, locale, today, verdicts } = view;
  const steps = planned.map(({ day, act }) =>
    plain(`${formatDay(day, locale, today)}: ${stepTitle(act.step)} · ${formatMoney(act.total, locale)}`),
  );
  if (verdicts.length === 0)
    return { sentences: [`Nothing is open for ${customer.name}, so nothing comes next.`] };
  return {
    sentences: [
      ...verdictSentences(view),
      steps.length > 0
        ? 'If nobody pays or says anything:'
        : 'No step is planned for the next 30 days, as things stand.',
    ],
    lines: steps,
  };
}

export function tellContact({ customer }: CaseView): Told {
  const known = customer.contacts.filter(({ name, email, phone }) => name || email || phone);
  if (known.length === 0) {
    return {
      sentences: [
        `No contact of ${customer.name} is known. Set one with “Who should get this?” on their card.`,
      ],
    };
  }
  return {
    sentences: [`Whom to reach at ${customer.name}; letters go to the first:`],
    lines: known.map(({ name, email, phone }) =>
      plain([name, email ?? 'no e-mail', phone ?? 'no phone'].filter(Boolean).join(' · ')),
    ),
  };
}

export function tellHistory(view: CaseView): Told {
  const { customer, history } = view;
  if (history.length === 0) return { sentences: [`Nothing has been recorded about ${customer.name} yet.`] };
  return {
    sentences: [`${customer.name}, the newest of ${count(history.length, 'record')} first:`],
    lines: history.map((event) => plain(eventLineOf(event, view))),
  };
}

/** The whole card in words: what they owe, and what is to be done. */
export function tellCustomer(view: CaseView): Told {
  const owes = tellOwes(view, null);
  return { sentences: [...owes.sentences, ...verdictSentences(view)], lines: owes.lines ?? [] };
}

export function tellLastLetter(view: CaseView, drafts: readonly Draft[]): Told {
  const { customer, history, locale, today, zone } = view;
  const last = history.flatMap((event) =>
    event.body.kind === 'sent' ? [{ at: event.at, body: event.body }] : [],
  )[0];
  if (!last) return { sentences: [`No letter to ${customer.name} has gone out from here.`] };
  const letter = drafts.find(({ id }) => id === last.body.draftId)?.letter ?? null;
  const on = formatDay(dayIn(zone, last.at), locale, today);
  return {
    sentences: [
      `The last letter to ${customer.name} went out on ${on} to ${last.body.to}: “${last.body.subject}”${last.body.amount.minor > 0 ? `, ${formatMoney(last.body.amount, locale)}` : ''}.`,
    ],
    lines: (letter?.body ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(plain),
  };
}

export type InvoiceFile = {
  readonly invoice: Invoice;
  readonly name: string;
  readonly payments: readonly Payment[];
  readonly events: readonly CaseEvent[];
};

export function tellInvoice({ invoice, name, payments, events }: InvoiceFile, place: AsOf): Told {
  const { number, kind, total, open, due, issued } = invoice;
  const { locale, today } = place;
  const on = (day: typeof due) => formatDay(day, locale, today);
  const what = kind === 'credit_note' ? 'a credit note' : 'an invoice';
  const state =
    open.minor === 0
      ? kind === 'credit_note'
        ? 'It is used up.'
        : 'It is paid in full.'
      : `${formatMoney(open, locale)} is ${kind === 'credit_note' ? 'left to use' : due < today ? 'open and overdue' : 'open and not overdue'}.`;
  const paid = payments
    .filter(({ invoiceId }) => invoiceId === invoice.id)
    .map(({ day, amount }) => plain(`${on(day)}: ${formatMoney(amount, locale)} came in`));
  const said = events
    .filter(({ body }) => namesInvoice(body, number))
    .map((event) => plain(eventLineOf(event, place)));
  return {
    sentences: [
      `${number} is ${what} of ${formatMoney(total, locale)} to ${name}${issued ? `, issued ${on(issued)}` : ''}, due ${on(due)}. ${state}`,
    ],
    lines: [...paid, ...said],
  };
}

function namesInvoice(body: CaseEvent['body'], number: string): boolean {
  if (body.kind === 'sent' || body.kind === 'dispute_resolved') return body.invoices.includes(number);
  return body.kind === 'outcome' && 'invoices' in body.outcome && body.outcome.invoices.includes(number);
}
