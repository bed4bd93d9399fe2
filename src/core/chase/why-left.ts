// The one sentence that says why a customer is left alone, and until when.
import type { CustomerState } from '../customer-state.ts';
import { saidByWords } from '../outcome-words.ts';
import { isOpenPlan, nextInstalment } from '../plan/plan-states.ts';
import type { Leave, LeaveReason } from '../verdict.ts';
import type { Balance, HeldPart } from './balance.ts';
import { concerns } from './case-file.ts';
import { heldWhy } from './facts-of-case.ts';
import { type Hold, lastOfOrderNumber } from './holds.ts';
import { makeLeave, type Voice } from './make-verdict.ts';
import { isMarked } from './promises.ts';
import { listed, type Speaker } from './speaker.ts';

/** What holds the customer as a whole; null where nothing does. */
export function customerHold(state: CustomerState, balance: Balance, voice: Voice): Leave | null {
  const { holds, file } = state;
  const { say } = voice;
  const leave = (reason: LeaveReason, because: string, until: number | null) =>
    makeLeave(state, balance, voice, { reason, because, until });

  if (holds.unreadMail) {
    const on = say.day(holds.unreadMail.day);
    return leave('unread_mail', `They wrote on ${on}; nobody has looked at it yet.`, null);
  }
  if (file.customer.terms.doNotContact) {
    return leave('do_not_contact', 'Marked “do not contact”: nobody writes or calls.', null);
  }
  if (holds.insolvent) {
    const since = say.day(holds.insolvent.event.day);
    return leave(
      'insolvent',
      `Insolvency was reported on ${since}: take advice before anything is sent.`,
      null,
    );
  }
  if (holds.held) return leave('held', heldBecause(holds.held, say, file), holds.held.until);
  if (holds.snoozed) return leave('snoozed', snoozedBecause(holds.snoozed, say, file), holds.snoozed.until);
  if (holds.hardship) {
    const { event, until } = holds.hardship;
    return leave(
      'hardship',
      `They told us of money trouble on ${say.day(event.day)}: no letters before ${say.day(file.calendar.next(until ?? 0))}, so offer help first.`,
      until,
    );
  }
  return null;
}

function heldBecause({ event, until }: Hold, say: Speaker, { calendar }: CustomerState['file']): string {
  const reason = event.body.kind === 'hold' && event.body.reason ? `: ${event.body.reason}` : '';
  const end = until === null ? '' : ` until ${say.day(calendar.next(until))}`;
  return sentence(`On hold${end} since ${say.day(event.day)}${reason}`);
}

function snoozedBecause({ event, until }: Hold, say: Speaker, { calendar }: CustomerState['file']): string {
  const reason = event.body.kind === 'snoozed' && event.body.reason ? `: ${event.body.reason}` : '';
  return sentence(`Snoozed until ${say.day(calendar.next(until ?? 0))}${reason}`);
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Which of several reasons speaks: what a person must settle comes before what only needs time. */
const ORDER: readonly HeldPart['reason'][] = [
  'disputed',
  'waiting_for_us',
  'paid_said',
  'plan',
  'promised',
  'offered',
  'own_terms',
  'agency',
  'written_off',
];

/** All that is overdue waits for something. */
export function heldLeave(state: CustomerState, balance: Balance, voice: Voice): Leave {
  const { held } = balance;
  const reason =
    ORDER.find((candidate) => held.some((part) => part.reason === candidate)) ?? 'waiting_for_us';
  const speaking = held.filter((part) => part.reason === reason);
  return makeLeave(state, balance, voice, {
    reason,
    because: becauseHeld(reason, speaking, state, balance, voice.say),
    until: balance.moreOn,
  });
}

function becauseHeld(
  reason: HeldPart['reason'],
  parts: readonly HeldPart[],
  state: CustomerState,
  balance: Balance,
  say: Speaker,
): string {
  const first = parts[0];
  if (!first) return 'Everything that is overdue waits.';
  const { calendar } = state.file;
  const until = say.day(calendar.next(Math.max(...parts.map((part) => part.until ?? 0))));
  if (reason === 'promised')
    return `No reminder before ${until}: ${promisedWords(parts, state, balance, say)}.`;
  if (reason === 'plan') return planBecause(parts, state, say);
  if (reason === 'paid_said') {
    const said = state.holds.paidSaid.at(-1);
    return `No reminder before ${until}: they said on ${say.day(said?.event.day ?? state.file.today)} that it was paid.`;
  }
  const numbers = listed(
    parts.map(({ invoice }) => invoice.number),
    3,
  );
  if (reason === 'disputed') return `${numbers}: ${heldWhy(first, state, say)}. Settle that first.`;
  if (reason === 'agency' || reason === 'written_off') return `${numbers}: ${heldWhy(first, state, say)}.`;
  if (reason === 'own_terms' || reason === 'offered') return `${numbers}: ${heldWhy(first, state, say)}.`;
  return waitingBecause(numbers, first, state, say);
}

/** "They pay by a plan: $600.00 is next, on Tue 1 Dec." */
function planBecause(parts: readonly HeldPart[], { plans }: CustomerState, say: Speaker): string {
  const plan = plans.find(
    (each) => isOpenPlan(each) && parts.some(({ invoice }) => each.coveredIds.has(invoice.id)),
  );
  const next = plan && nextInstalment(plan);
  if (!plan || !next) return 'They pay by a plan.';
  const { currency } = plan.terms;
  const sum = say.money(next.dueMinor - next.receivedMinor, currency);
  if (plan.status === 'behind') {
    return `The instalment of ${sum} for ${say.day(next.dayNumber)} has not arrived: call them, then decide how the plan goes on.`;
  }
  const left = say.money(plan.remainingMinor, currency);
  return plan.status === 'offered'
    ? `A plan was offered to them: ${sum} is first, on ${say.day(next.dayNumber)}; ${left} in all.`
    : `They pay by a plan: ${sum} is next, on ${say.day(next.dayNumber)}; ${left} is still to come.`;
}

/** "$500.00 is promised for Fri 27 Nov". */
function promisedWords(
  parts: readonly HeldPart[],
  state: CustomerState,
  balance: Balance,
  say: Speaker,
): string {
  const live = state.promises.filter(
    (promise) =>
      promise.status !== 'replaced' &&
      promise.currency === balance.currency &&
      state.file.today < promise.freeOn &&
      parts.some(({ invoice }) => concerns(promise.invoices, invoice, state.file.invoices)),
  );
  const words = live.map((promise) => {
    const what =
      promise.amount === 'full' ? 'the full sum' : say.money(promise.amount.minor, promise.currency);
    const came = promise.status === 'kept' ? ', and has come' : '';
    const mark = isMarked(promise) ? saidByWords(promise.saidBy) : '';
    return `${what} is promised for ${say.day(promise.dateDay)}${mark}${came}`;
  });
  return listed(words, 3);
}

function waitingBecause(numbers: string, part: HeldPart, state: CustomerState, say: Speaker): string {
  const { invoice } = part;
  const plan = state.plans.find((each) => isOpenPlan(each) && each.coveredIds.has(invoice.id));
  if (plan?.status === 'proposed') return 'A payment plan waits for an owner to approve it.';
  if (plan?.status === 'approved') return 'A payment plan is approved: send them the letter that offers it.';
  if (part.credit) {
    const sum = say.money(part.minor, invoice.open.currency);
    return `${numbers}: we agreed to credit ${sum}. Enter the credit note in the books, and import them.`;
  }
  if (invoice.issuedDay !== null && invoice.issuedDay > invoice.dueDay) {
    return `${numbers}: ${heldWhy(part, state, say)}.`;
  }
  const request = state.holds.waitingForUs.findLast((hold) =>
    concerns(hold.invoices, invoice, state.file.invoices),
  );
  const body = request?.event.body;
  const on = say.day(request?.event.day ?? state.file.today);
  const kind = body?.kind === 'outcome' ? body.outcome.kind : null;
  if (kind === 'wrong_contact') {
    return `On ${on} we heard that we write to the wrong person: find out who should get this.`;
  }
  if (kind === 'plan_request') return `They asked on ${on} to pay in instalments: answer them first.`;
  if (kind === 'negotiation') return `They made us an offer on ${on}: answer them first.`;
  const what = body?.kind === 'outcome' && body.outcome.kind === 'document_request' ? body.outcome : null;
  if (request && what?.document === 'po_number') return orderNumberBecause(request, numbers, state, say);
  return `They asked on ${on} for ${what ? DOCUMENTS[what.document] : 'something'}: send it first.`;
}

/** It is ours to ask, then theirs to tell, then theirs to read the invoice that has it. */
function orderNumberBecause({ event }: Hold, numbers: string, { file }: CustomerState, say: Speaker): string {
  const last = lastOfOrderNumber(event, file.events.slice(file.events.indexOf(event) + 1), file);
  const on = say.day(last.day);
  if (last === event) return `They asked on ${on} for ${DOCUMENTS.po_number}: send it first.`;
  return last.body.kind === 'sent'
    ? `We asked them on ${on} for their order number for ${numbers}: wait for the answer.`
    : `Their order number for ${numbers} is known since ${on}: send them the corrected invoice first.`;
}

const DOCUMENTS = {
  invoice_copy: 'a copy of the invoice',
  po_number: 'the order number on the invoice',
  statement: 'a statement',
  other: 'a document',
} as const;
