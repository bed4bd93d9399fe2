// Drafts a letter that answers a customer, outside the ladder: heard, credited, corrected, or why the invoice stands.
import type { MatterFact, Occasion } from '../core/facts.ts';
import { OCCASION_STEP } from '../core/letter/occasion-act.ts';
import type { Ports, Refused } from '../ports.ts';
import { type Drafted, postNewDraft, showLive } from './draft-message.ts';
import { gatherCustomer, liveDraft } from './gather.ts';
import { NO_CUSTOMER, openCase } from './keep-case.ts';
import { occasionFacts } from './letter-purpose.ts';

export async function draftAnswer(
  ports: Ports,
  input: { customerId: string; occasion: Occasion; matter: MatterFact; by: string },
): Promise<Drafted | Refused> {
  const situation = await gatherCustomer(ports, input.customerId);
  if (!situation) return NO_CUSTOMER;
  const { customer, ledger } = situation;
  const { occasion, matter } = input;
  const currency = ledger.invoices.find(({ number }) => matter.invoices.includes(number))?.open.currency;
  if (!currency) {
    return {
      kind: 'refused',
      because: `${customer.name} has no such invoice, so there is nothing to write.`,
    };
  }
  const live = liveDraft(await ports.store.draftsOf(customer.id), currency);
  if (live) {
    const isSame = live.facts.occasion === occasion && live.facts.matter?.eventId === matter.eventId;
    if (isSame) return showLive(ports, live, situation);
    return {
      kind: 'refused',
      because: `Another letter to ${customer.name} waits for a decision. Send it or skip it, then ask for this one.`,
    };
  }
  const purpose = occasionFacts(situation, { occasion, matter, currency, language: null });
  if (purpose.kind === 'refused') return purpose;
  const opened = await openCase(ports, customer.id);
  if (opened.kind === 'refused') return opened;
  return postNewDraft(ports, situation, {
    step: OCCASION_STEP,
    currency,
    facts: purpose.facts,
    by: input.by,
    thread: opened.card,
    attachments: occasion === 'statement_sent' ? ['statement'] : [],
  });
}
