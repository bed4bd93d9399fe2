// Settles disputes: names who does it and by when, acknowledges, ends one with a credit, a correction or reasons, reopens it.
import { type Day, formatDay } from '../core/calendar.ts';
import { creditObjection, type OpenDispute, openDisputes, whyNotReopened } from '../core/dispute-care.ts';
import { wantedNumbers } from '../core/document-care.ts';
import type { MatterFact, Occasion } from '../core/facts.ts';
import type { Settlement } from '../core/ledger.ts';
import { formatMoney } from '../core/money.ts';
import { OutsideError } from '../core/outside-error.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { askForOrderNumber } from './ask-order-number.ts';
import { type Noted, note } from './change-customer.ts';
import { draftAnswer } from './draft-answer.ts';
import type { Drafted } from './draft-message.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER, refreshCase } from './keep-case.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { asWords } from './read-reply.ts';
import { stopStaleDrafts } from './send-approved.ts';

const NO_DISPUTE: Refused = {
  kind: 'refused',
  because: 'This dispute is settled already or was taken back, so nothing was recorded.',
};

function disputesIn(situation: Situation): OpenDispute[] {
  return openDisputes(situation.state);
}

export async function nameDisputeOwner(
  ports: Ports,
  input: { customerId: string; disputeId: string; owner: string; next: string | null; due: Day; by: string },
): Promise<Noted | Refused> {
  const { customerId, disputeId, owner, next, due, by } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { settings, today, customer } = situation;
  const dispute = disputesIn(situation).find(({ eventId }) => eventId === disputeId);
  if (!dispute) return NO_DISPUTE;
  const on = formatDay(due, settings.locale, today);
  if (due < today) return { kind: 'refused', because: `${on} has gone by. Choose today or a later day.` };
  const noted = await note(
    ports,
    customerId,
    by,
    { kind: 'dispute_owned', disputeId, owner, next, due },
    () => `<@${owner}> settles it by ${on}.`,
  );
  if (noted.kind === 'noted' && owner !== by) {
    const what = next ? ` What comes next: ${next}` : '';
    const about = `the dispute of ${customer.name} about ${dispute.invoices.join(', ')}`;
    try {
      await ports.chat.tell(owner, asWords(`You settle ${about} by ${on}.${what}`));
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      return { ...noted, words: `${noted.words} It is saved, but I could not tell them: please do.` };
    }
  }
  return noted;
}

/** The kind letter that says we heard them; asked for a second time, the same draft is shown. */
export async function acknowledgeDispute(
  ports: Ports,
  input: { customerId: string; disputeId: string; by: string },
): Promise<Drafted | Refused> {
  const situation = await gatherCustomer(ports, input.customerId);
  if (!situation) return NO_CUSTOMER;
  const dispute = disputesIn(situation).find(({ eventId }) => eventId === input.disputeId);
  if (!dispute) return NO_DISPUTE;
  if (dispute.isAcknowledged) {
    return { kind: 'refused', because: 'This dispute was acknowledged already, or a person chose not to.' };
  }
  return draftAnswer(ports, {
    customerId: input.customerId,
    occasion: 'dispute_received',
    invoices: dispute.invoices,
    matter: { eventId: dispute.eventId, credit: null, reasons: null },
    by: input.by,
  });
}

/** Offered as soon as a dispute is recorded; where another letter waits or nobody may write, the card keeps asking. */
export async function offerAcknowledgements(ports: Ports, customerId: string, by: string): Promise<void> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation?.settings.channel) return;
  const open = disputesIn(situation).filter(({ isAcknowledged }) => !isAcknowledged);
  const wanted = new Set(wantedNumbers(situation.state).flatMap(({ invoices }) => invoices));
  for (const { eventId, reasons, invoices } of open) {
    // Where they last missed their order number, the question for it says that we heard them.
    const asks = reasons.at(-1) === 'missing_po' && invoices.some((number) => wanted.has(number));
    if (asks) await askForOrderNumber(ports, { customerId, by });
    else await acknowledgeDispute(ports, { customerId, disputeId: eventId, by });
  }
}

export type Resolved = Noted & {
  /** The letter that tells the customer, or why there is none yet. */
  readonly letter: Drafted | Refused;
};

const OCCASIONS: Readonly<Record<Settlement['kind'], Occasion>> = {
  credit_note: 'dispute_credited',
  correction: 'dispute_corrected',
  stands: 'dispute_stands',
};

/** How disputes of one customer end is said by one at a time: whoever comes second is told that it is settled. */
function inTurn<T>(ports: Ports, customerId: string, work: () => Promise<T>): Promise<T> {
  return oneAtATime(`dispute ${ports.store.workspaceId} ${customerId}`, work);
}

type Resolution = {
  readonly customerId: string;
  readonly how: string;
  readonly invoices: readonly string[];
  readonly settlement: Settlement;
  readonly by: string;
};

/** `invoices` empty: all that are in dispute. `how` is told to the customer only where the invoice stands. */
export function resolveDispute(ports: Ports, input: Resolution): Promise<Resolved | Refused> {
  return inTurn(ports, input.customerId, () => resolveAlone(ports, input));
}

async function resolveAlone(ports: Ports, input: Resolution): Promise<Resolved | Refused> {
  const { customerId, how, settlement, by } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const disputed = disputesIn(situation).flatMap(({ invoices }) => invoices);
  const invoices = disputed.filter(
    (number) => input.invoices.length === 0 || input.invoices.includes(number),
  );
  if (invoices.length === 0) return NO_DISPUTE;
  const { ledger, settings, customer, now } = situation;
  if (settlement.kind === 'credit_note') {
    const named = ledger.invoices.filter(({ number }) => invoices.includes(number));
    const objection = creditObjection(settlement.amount, named, settings.locale);
    if (objection) return { kind: 'refused', because: objection };
  }
  const event = await ports.store.addEvent({
    customerId,
    at: now,
    by,
    source: null,
    body: { kind: 'dispute_resolved', how, invoices, settlement },
  });
  await stopStaleDrafts(ports, customerId);
  const matter: MatterFact = {
    eventId: event.id,
    credit: settlement.kind === 'credit_note' ? settlement.amount : null,
    reasons: settlement.kind === 'stands' ? how : null,
  };
  const occasion = OCCASIONS[settlement.kind];
  const letter = await draftAnswer(ports, { customerId, occasion, invoices, matter, by });
  await refreshCase(ports, customerId);
  return {
    kind: 'noted',
    words: `The dispute with ${customer.name} is resolved.${booksWords(settlement, invoices, settings.locale)}`,
    letter,
  };
}

/** What a person has to enter in the books, which we only read. */
export function booksWords(settlement: Settlement, invoices: readonly string[], locale: string): string {
  const numbers = invoices.join(', ');
  switch (settlement.kind) {
    case 'credit_note':
      return ` Enter a credit note of ${formatMoney(settlement.amount, locale)} for ${numbers} in your books: I expect it with the next import, and ask for that part no more.`;
    case 'correction':
      return ` Correct ${numbers} in your books and import them; it is asked for again in a week at the earliest.`;
    case 'stands':
      return '';
  }
}

type Reopening = {
  readonly customerId: string;
  readonly resolutionId: string;
  readonly reason: string;
  readonly by: string;
};

/** Takes back how a dispute ended: it holds its invoices again, and no credit is expected any more. */
export function reopenDispute(ports: Ports, input: Reopening): Promise<Noted | Refused> {
  return inTurn(ports, input.customerId, () => reopenAlone(ports, input));
}

async function reopenAlone(ports: Ports, input: Reopening): Promise<Noted | Refused> {
  const { customerId, resolutionId, reason, by } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { state, customer } = situation;
  const { file } = state;
  const found = file.events.find(({ id, body }) => id === resolutionId && body.kind === 'dispute_resolved');
  if (!found) return { kind: 'refused', because: 'This dispute is open already.' };
  const because = whyNotReopened(resolutionId, state, customer.name);
  if (because) return { kind: 'refused', because };
  return note(
    ports,
    customerId,
    by,
    { kind: 'undone', eventId: resolutionId, reason },
    (name) => `The dispute with ${name} is open again, and what it is about is not asked for.`,
  );
}
