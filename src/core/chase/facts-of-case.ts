// The facts a verdict rests on, each a short sentence.
import { TROUBLE_WORDS } from '../assessed.ts';
import type { CustomerState } from '../customer-state.ts';
import { type OfferState, openOfferOn } from '../offer/offer-states.ts';
import { saidByWords } from '../outcome-words.ts';
import { planLine } from '../plan/plan-words.ts';
import { type Balance, daysLateOf, type HeldPart } from './balance.ts';
import { dayNumber } from './day-number.ts';
import { covers } from './last-resort.ts';
import { isMarked, type PromiseState } from './promises.ts';
import { count, late, listed, type Speaker, theStep } from './speaker.ts';

/** More invoices than these are counted, not listed. */
const MOST_INVOICES = 6;

export function factsOf(state: CustomerState, balance: Balance, say: Speaker): string[] {
  return [
    ...owed(state, balance, say),
    ...balance.held.map((part) => leftOutWords(part, state, say)),
    ...history(state, balance.currency, say),
  ];
}

function owed(state: CustomerState, balance: Balance, say: Speaker): string[] {
  const { currency } = balance;
  const facts = balance.chaseable.slice(0, MOST_INVOICES).map(({ invoice, minor }) => {
    const part = minor < invoice.total.minor ? ` of ${say.money(invoice.total.minor, currency)}` : '';
    return `${invoice.number}: ${say.money(minor, currency)}${part} open, ${late(daysLateOf(invoice, state))}.`;
  });
  const more = balance.chaseable.length - MOST_INVOICES;
  if (more > 0) facts.push(`And ${count(more, 'more invoice')}.`);
  if (balance.creditMinor > 0) {
    const numbers = listed(
      balance.credits.map(({ number }) => number),
      3,
    );
    facts.push(`Credit of ${say.money(balance.creditMinor, currency)} (${numbers}) is taken off.`);
  }
  return facts;
}

/** "INV-1055 ($2,380.00) is left out: disputed since Fri 20 Nov." */
export function leftOutWords(part: HeldPart, state: CustomerState, say: Speaker): string {
  const sum = say.money(part.minor, part.invoice.open.currency);
  return `${part.invoice.number} (${sum}) is left out: ${heldWhy(part, state, say)}.`;
}

/** "disputed since Fri 20 Nov", without a capital and without a full stop. */
export function heldWhy(part: HeldPart, state: CustomerState, say: Speaker): string {
  const { invoice, reason, until } = part;
  if (reason === 'disputed') {
    const since = state.disputes.get(invoice.id)?.event.day;
    return `disputed${since === undefined ? '' : ` since ${say.day(since)}`}`;
  }
  if (reason === 'own_terms') {
    return until === null
      ? 'its own terms say that it is not chased'
      : `it has more time by its own terms, so nothing before ${say.day(until)}`;
  }
  if (reason === 'offered') {
    const offer = openOfferOn(invoice.id, state.offers);
    const last =
      offer?.untilDay === undefined || offer.untilDay === null ? '' : ` until ${say.day(offer.untilDay)}`;
    return `they may take our offer${last}, so nothing before ${say.day(until ?? 0)}`;
  }
  if (reason === 'plan') {
    return until === null
      ? 'in a payment plan that is behind'
      : `in a payment plan, so nothing before ${say.day(until)}`;
  }
  if (reason === 'agency') {
    const since = state.lastResort.handOvers.find((one) => one.status === 'in_force' && covers(one, invoice));
    const day = since?.decided ? ` since ${say.day(since.decided.day)}` : '';
    return `with ${since?.event.body.agency ?? 'an agency'}${day}, so we do not chase it`;
  }
  if (reason === 'written_off') return 'written off, so nobody asks for it';
  if (reason === 'promised') return `promised, so nothing before ${say.day(until ?? 0)}`;
  if (reason === 'paid_said') return `said to be paid, so nothing before ${say.day(until ?? 0)}`;
  if (part.credit) return 'we agreed to credit it, and the books do not show that yet';
  if (invoice.issuedDay !== null && invoice.issuedDay > invoice.dueDay) {
    return `its due day, ${say.day(invoice.dueDay)}, is before its issue day, ${say.day(invoice.issuedDay)}; please put that right in the books`;
  }
  return `they wait for something from us${until === null ? '' : `, at most until ${say.day(until)}`}`;
}

function history(state: CustomerState, currency: string, say: Speaker): string[] {
  const { contacts, promises, plans, offers, holds, file } = state;
  const facts: string[] = [];
  const { lastWritten, lastCall, lastConversation } = contacts;
  if (lastWritten) {
    const which = lastWritten.step ? theStep(lastWritten.step) : 'a letter';
    facts.push(`Last letter: ${which}, ${say.day(lastWritten.day)}.`);
  }
  if (lastCall) facts.push(`Last call: ${say.day(lastCall.day)}.`);
  if (lastConversation) facts.push(`Last spoke with us: ${say.day(lastConversation.day)}.`);
  if (!lastWritten && !lastCall && !lastConversation) facts.push('No contact is recorded yet.');
  for (const promise of promises.slice(-3)) {
    if (promise.currency === currency) facts.push(promiseWords(promise, say));
  }
  for (const plan of plans.slice(-2)) {
    if (plan.terms.currency === currency) facts.push(`${planLine(plan, say.money)}.`);
  }
  for (const offer of offers.slice(-3)) {
    if (offer.worth === null || offer.worth.currency === currency) facts.push(offerFact(offer, say));
  }
  if (holds.hardshipSaid) facts.push(`They told us of money trouble on ${say.day(holds.hardshipSaid.day)}.`);
  const assessed = file.events.findLast(({ body }) => body.kind === 'assessed');
  if (assessed?.body.kind === 'assessed' && holds.hardshipSaid && assessed.at >= holds.hardshipSaid.at) {
    const { trouble, way, review } = assessed.body;
    const again = way === 'go_on' ? '' : `; to be looked at again on ${say.day(dayNumber(review))}`;
    facts.push(`It was found to be ${TROUBLE_WORDS[trouble]}${again}.`);
  }
  const payment = file.payments.findLast(({ amount }) => amount.currency === currency);
  if (payment) {
    facts.push(`Last payment: ${say.money(payment.amount.minor, currency)}, ${say.day(payment.dayNumber)}.`);
  }
  return facts;
}

/** "We offered $20.00 off INV-7 until Fri 4 Dec: taken." */
function offerFact({ event, offer, invoices, worth, untilDay, status }: OfferState, say: Speaker): string {
  if (worth === null || untilDay === null) {
    const { reward, termsDays } = offer.kind === 'recognition' ? offer : { reward: null, termsDays: null };
    const given = [reward, termsDays && `${count(termsDays, 'day')} to pay`].filter(Boolean).join(' and ');
    return `We thanked them for paying on time on ${say.day(event.day)}${given ? `: ${given}` : ''}.`;
  }
  const numbers = listed(
    invoices.map(({ number }) => number),
    3,
  );
  const sum = say.money(worth.minor, worth.currency);
  const what = offer.kind === 'fee_waiver' ? `the late fee of ${sum} on` : `${sum} off`;
  const became = { open: 'still open', taken: 'taken', lapsed: 'not taken', given: 'given' }[status];
  return `We offered ${what} ${numbers} for payment by ${say.day(untilDay)}: ${became}.`;
}

function promiseWords(promise: PromiseState, say: Speaker): string {
  const { amount, currency, receivedMinor } = promise;
  const what = amount === 'full' ? 'The full sum' : say.money(amount.minor, currency);
  const came = receivedMinor > 0 ? ` (${say.money(receivedMinor, currency)} has come)` : '';
  const mark = isMarked(promise) ? saidByWords(promise.saidBy) : '';
  const became: Readonly<Record<PromiseState['status'], string>> = {
    live: 'still to come',
    kept: 'kept',
    late: 'kept, late',
    partial: 'kept in part',
    broken: 'not kept',
    replaced: 'replaced by a later promise',
  };
  return `${what} was promised for ${say.day(promise.dateDay)}${mark}: ${became[promise.status]}${came}.`;
}
