// Records a customer's own order number, takes it back, and tells them that what was missing is being corrected.
import { disputesOf, isOnlyNumberMissing } from '../core/chase/disputes.ts';
import { openRequests } from '../core/document-care.ts';
import { orderNumbers, readOrderNumber, toldNumber } from '../core/order-number.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Noted, note } from './change-customer.ts';
import { draftAnswer } from './draft-answer.ts';
import type { Drafted } from './draft-message.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER, openCase } from './keep-case.ts';
import { asWords } from './read-reply.ts';
import { booksWords } from './settle-dispute.ts';

export type NumberRecorded = Noted & {
  /** The letter that tells them of the correction, or why there is none; null: none is called for. */
  readonly letter: Drafted | Refused | null;
};

export async function recordOrderNumber(
  ports: Ports,
  input: { customerId: string; invoices: readonly string[]; number: string; by: string },
): Promise<NumberRecorded | Refused> {
  const { customerId, by } = input;
  const read = readOrderNumber(input.number);
  if (read.kind === 'wrong') return { kind: 'refused', because: read.why };
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { number } = read;
  const named = situation.ledger.invoices.filter(
    (invoice) => invoice.kind === 'invoice' && input.invoices.includes(invoice.number),
  );
  if (named.length === 0) {
    return { kind: 'refused', because: `${situation.customer.name} has no such invoice any more.` };
  }
  const { file } = situation.state;
  const known = orderNumbers(file.events, file.invoices);
  const invoices = named.map((invoice) => invoice.number);
  if (named.every(({ id }) => known.get(id)?.number === number)) {
    const words = `${number} is recorded for ${invoices.join(', ')} already.`;
    // Another letter may have stood in the way when it was recorded.
    const letter = await offerCorrections(ports, customerId, by);
    return letter?.kind === 'drafted' && letter.isNew
      ? { kind: 'noted', words, letter }
      : { kind: 'refused', because: words };
  }
  const before = missing(situation);
  const outcome = { kind: 'order_number', number, invoices } as const;
  const noted = await note(
    ports,
    customerId,
    by,
    { kind: 'outcome', outcome, via: null },
    () => `Letters about ${invoices.join(', ')} name their order ${number} from now on.`,
  );
  if (noted.kind === 'refused') return noted;
  const letter = await offerCorrections(ports, customerId, by);
  const mended = invoices.filter((each) => before.has(each));
  const books =
    mended.length > 0 ? booksWords({ kind: 'correction' }, mended, situation.settings.locale) : '';
  return { kind: 'noted', words: noted.words + books, letter };
}

/** Invoices that wait for the number: it was asked for, or the dispute is over nothing else. */
function missing(situation: Situation): ReadonlySet<string> {
  const { state } = situation;
  const disputed = state.file.invoices.filter(({ id }) => {
    const dispute = state.disputes.get(id);
    return dispute !== undefined && isOnlyNumberMissing(dispute);
  });
  const asked = openRequests(state).filter(({ document }) => document === 'po_number');
  return new Set([...disputed.map(({ number }) => number), ...asked.flatMap(({ invoices }) => invoices)]);
}

/** Once a number has ended a dispute over what was missing: the letter that a correction follows. Null: none is called for. */
export async function offerCorrections(
  ports: Ports,
  customerId: string,
  by: string,
): Promise<Drafted | Refused | null> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return null;
  const { file } = situation.state;
  const ended = disputesOf(file).resolved;
  const told = file.events.filter(({ body }) => toldNumber(body) !== null);
  let letter: Drafted | Refused | null = null;
  for (const { id: eventId, at } of told) {
    const ids = new Set(ended.flatMap((each) => (each.eventId === eventId ? [each.invoiceId] : [])));
    const invoices = file.invoices.filter(({ id }) => ids.has(id)).map(({ number }) => number);
    const isDone = file.events.some(
      ({ at: later, body }) =>
        later >= at &&
        (body.kind === 'sent' || body.kind === 'skipped') &&
        body.step === 'dispute_corrected' &&
        invoices.some((number) => body.invoices?.includes(number)),
    );
    if (invoices.length === 0 || isDone) continue;
    const matter = { eventId, credit: null, reasons: null };
    letter = await draftAnswer(ports, { customerId, occasion: 'dispute_corrected', invoices, matter, by });
  }
  return letter;
}

/** The same after a reply in the thread, where nobody waits for an answer: why there is no letter is said there. */
export async function tellOfCorrections(ports: Ports, customerId: string, by: string): Promise<void> {
  const letter = await offerCorrections(ports, customerId, by);
  if (letter?.kind !== 'refused') return;
  const opened = await openCase(ports, customerId);
  if (opened.kind === 'refused') return;
  const { channel, ts } = opened.card;
  await ports.chat.say(
    asWords(
      `The letter that tells them of the correction could not be drafted. ${letter.because} After that, save the order number once more: More…, Their order number….`,
    ),
    { channel, threadTs: ts },
  );
}

/** What it ended is open again, and letters name what was told before it, or none. */
export async function takeBackOrderNumber(
  ports: Ports,
  input: { customerId: string; eventId: string; reason: string; by: string },
): Promise<Noted | Refused> {
  const { customerId, eventId, reason, by } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const found = situation.state.file.events.find(({ id }) => id === eventId);
  const told = found && toldNumber(found.body);
  if (!told) return { kind: 'refused', because: 'This order number was taken back already.' };
  return note(
    ports,
    customerId,
    by,
    { kind: 'undone', eventId, reason },
    () => `The order number ${told.number} is taken back. No letter names it any more.`,
  );
}
