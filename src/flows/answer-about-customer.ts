// Gathers what a question about one customer, or one invoice, asks for: from the same view that their card shows.
import { type About, type Answer, answerOf, asOfToday, type Told } from '../core/asking/answer.ts';
import {
  tellContact,
  tellCustomer,
  tellHistory,
  tellInvoice,
  tellInvoices,
  tellLastLetter,
  tellNext,
  tellOwes,
  tellWhy,
} from '../core/asking/tell-customer.ts';
import { tellTheirPayments } from '../core/asking/tell-payments.ts';
import { statesOf, tellAgreed, tellDisputes } from '../core/asking/tell-word.ts';
import type { CaseView } from '../core/case-view.ts';
import { forecast } from '../core/chase/forecast.ts';
import { customerState } from '../core/customer-state.ts';
import type { Invoice } from '../core/ledger.ts';
import { moneyIn } from '../core/money-received.ts';
import type { Asking } from './asking.ts';
import { chaseContext, gatherCustomer, type Situation, viewCase } from './gather.ts';
import { CALENDAR_DAYS } from './look-ahead.ts';

export async function answerAboutCustomer(asking: Asking, customerId: string): Promise<Answer> {
  const { ports, question, asOf } = asking;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation)
    return answerOf(question.intent, { sentences: ['There is no such customer any more.'] }, { asOf });
  const view = await viewCase(ports, situation, await ports.store.caseOf(customerId));
  const told = asOfToday(question, await tell(asking, situation, view), asOf.today);
  return answerOf(question.intent, told, { about: aboutIn(situation), asOf });
}

/** The customer with the step that is due, for the buttons beside an answer; null where there is none any more. */
export async function aboutOf({ ports }: Pick<Asking, 'ports'>, customerId: string): Promise<About | null> {
  const situation = await gatherCustomer(ports, customerId);
  return situation && aboutIn(situation);
}

function aboutIn({ customer, verdicts }: Situation): About {
  const act = verdicts.find((verdict) => verdict.kind === 'act');
  return {
    id: customer.id,
    name: customer.name,
    due: act ? { channel: act.channel, currency: act.currency } : null,
  };
}

async function tell({ ports, question, asOf }: Asking, situation: Situation, view: CaseView): Promise<Told> {
  const { customer, ledger } = situation;
  const { policy } = await ports.store.policy();
  switch (question.intent) {
    case 'owes':
    case 'total_overdue':
    case 'overdue_over':
    case 'biggest_debtors':
      return tellOwes(view, question.minDaysLate);
    case 'why':
    case 'leave_alone':
      return tellWhy(view);
    case 'agreed':
    case 'open_promises':
    case 'broken_promises': {
      const state = customerState(ledger, customer, policy, asOf);
      return tellAgreed(customer.name, { customer, state }, asOf);
    }
    case 'payments':
    case 'compare_months':
      return tellTheirPayments(
        customer.name,
        ledger,
        moneyIn(ledger, () => true, policy, asOf),
        question.period,
        asOf,
      );
    case 'open_disputes':
      return tellDisputes(statesOf(ledger, policy, asOf), customer.name, asOf);
    case 'history':
      return tellHistory(view);
    case 'contact':
      return tellContact(view);
    case 'invoices':
    case 'due_next':
    case 'newly_overdue':
      return tellInvoices(view);
    case 'last_letter':
    case 'sent':
      return tellLastLetter(view, await ports.store.draftsOf(customer.id));
    case 'next_step':
    case 'steps_ahead':
    case 'chase_today':
      return tellNext(
        view,
        forecast(ledger, policy, chaseContext(situation.settings, situation.now), CALENDAR_DAYS),
      );
    default:
      return tellCustomer(view);
  }
}

/** By its number as typed, or by its digits where they are one invoice's only. */
export async function answerAboutInvoice(asking: Asking, typed: string): Promise<Answer> {
  const { ports, question, asOf, nameOf } = asking;
  const found = await invoicesLike(asking, typed);
  const owners = [...new Set(found.map(({ customerId }) => customerId))];
  const [invoice] = found;
  if (!invoice || found.length > 1) {
    const sentence = invoice
      ? `“${typed}” fits ${found.length} invoices: name the customer, or the whole number.`
      : `There is no invoice “${typed}” among those I know: open ones, and those settled of late.`;
    return {
      ...answerOf(question.intent, { sentences: [sentence] }, { asOf }),
      kind: invoice ? 'which' : 'unknown',
      typed,
      choices: owners.map((id) => ({ id, name: nameOf(id) })),
    };
  }
  const ledger = await ports.store.customerLedger(invoice.customerId);
  const about = await aboutOf(asking, invoice.customerId);
  const file = {
    invoice,
    name: nameOf(invoice.customerId),
    payments: ledger?.payments ?? [],
    events: ledger?.events ?? [],
  };
  return answerOf(question.intent, tellInvoice(file, asOf), { about, asOf });
}

async function invoicesLike({ ports }: Asking, typed: string): Promise<readonly Invoice[]> {
  const exact = await ports.store.invoicesByNumber(typed);
  if (exact.length > 0) return exact;
  const { invoices } = await ports.store.ledger();
  const bare = (number: string) => number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  const same = invoices.filter(({ number }) => bare(number) === bare(typed));
  if (same.length > 0) return same;
  const digits = /(\d+)$/.exec(typed)?.[1];
  if (!digits || !/^(?:INV-?)?\d+$/.test(typed)) return [];
  return invoices.filter(({ number }) => /(\d+)\D*$/.exec(number)?.[1] === digits);
}
