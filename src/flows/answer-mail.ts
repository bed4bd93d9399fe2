// Drafts an answer to a customer's mail, for a person to approve: what they promised is noted, everything else is received.
import type { Occasion, OccasionDetail } from '../core/facts.ts';
import type { InboundMail } from '../core/mail/received-mail.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { Ports } from '../ports/ports.ts';
import { draftOccasion } from './draft-message.ts';
import type { Situation } from './gather.ts';

/**
 * Where a letter waits in the case already, that one is decided first, and nothing is drafted beside it. A dispute, a
 * wish for a document and an order number have letters of their own, once a person has confirmed them.
 */
export async function draftAnswer(
  ports: Ports,
  { customer, ledger, settings }: Situation,
  mail: InboundMail,
  reading: Reading | null,
): Promise<void> {
  // Who wants no more mail gets none, and a program reads none.
  if (mail.signs.some(({ kind }) => kind !== 'angry')) return;
  if (saidIn(reading).some(({ kind }) => HAVE_THEIR_OWN.has(kind))) return;
  const { occasion, detail } = answerTo(reading);
  const open = ledger.invoices.find((invoice) => invoice.kind === 'invoice' && invoice.open.minor > 0);
  await draftOccasion(ports, {
    customerId: customer.id,
    occasion,
    currency: detail.told?.amount?.currency ?? open?.open.currency ?? settings.currency,
    detail,
    by: 'tightrope',
    // An address that nobody knows may be anybody's: the answer goes to the one who is known.
    ...(mail.match?.isUnknownSender || !mail.from.address ? {} : { to: mail.from.address }),
    ...(mail.messageId ? { inReplyTo: mail.messageId } : {}),
  });
}

const HAVE_THEIR_OWN: ReadonlySet<Outcome['kind']> = new Set(['dispute', 'document_request', 'order_number']);

/** One promise, plainly understood, is worth repeating; of anything else a machine's summary would sound like a decision. */
function answerTo(reading: Reading | null): { occasion: Occasion; detail: OccasionDetail } {
  const isPlain = reading?.kind === 'outcomes' && reading.problems.length === 0;
  const [first, ...others] = isPlain ? saidIn(reading) : [];
  // A word by somebody who may not give it is not confirmed to those whom it would bind.
  if (first?.kind !== 'promise' || others.length > 0 || first.saidBy?.mayCommit === false)
    return { occasion: 'mail_received', detail: { invoices: [] } };
  const amount = first.amount === 'full' ? null : first.amount;
  return { occasion: 'promise_noted', detail: { invoices: [], told: { amount, date: first.date } } };
}

function saidIn(reading: Reading | null): Outcome[] {
  return reading?.kind === 'outcomes' ? reading.items.map(({ outcome }) => outcome) : [];
}
