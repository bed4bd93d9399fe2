// Keeps a customer's case card in the channel: posted once, then updated as things happen.
import type { Ports, Refused } from '../ports/ports.ts';
import type { Case, MessageRef } from '../ports/records.ts';
import { gatherCustomer, viewCase } from './gather.ts';
import { oneAtATime } from './one-at-a-time.ts';

export const NO_CUSTOMER: Refused = {
  kind: 'refused',
  because: 'That customer is no longer in the ledger. Look it up again with /overdue and its name.',
};

const NO_CHANNEL: Refused = {
  kind: 'refused',
  because: 'No channel is chosen yet. Open my Home tab and choose where I should post.',
};

export type OpenedCase = { readonly kind: 'open'; readonly case: Case; readonly card: MessageRef };

/** Opens the customer's case, and posts its card where there is none: one card, however many click at once. */
export async function openCase(ports: Ports, customerId: string): Promise<OpenedCase | Refused> {
  return oneAtATime(`case ${ports.store.workspaceId} ${customerId}`, () => openCaseAlone(ports, customerId));
}

async function openCaseAlone(ports: Ports, customerId: string): Promise<OpenedCase | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { settings, now } = situation;
  if (!settings.channel) return NO_CHANNEL;
  const kase = await ports.store.openCase(customerId, now);
  if (kase.card) return { kind: 'open', case: kase, card: kase.card };
  const card = await ports.chat.showCase(await viewCase(ports, situation, kase), null, settings.channel);
  await ports.store.saveCaseCard(kase.id, card);
  return { kind: 'open', case: { ...kase, card }, card };
}

/** Redraws the case card, where there is one, after something has changed. */
export async function refreshCase(ports: Ports, customerId: string): Promise<void> {
  const kase = await ports.store.caseOf(customerId);
  if (!kase?.card) return;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return;
  await ports.chat.showCase(await viewCase(ports, situation, kase), kase.card, kase.card.channel);
}
