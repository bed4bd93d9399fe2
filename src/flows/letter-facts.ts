// Compares what a letter says with how things stand now, and records what was sent.
import type { Draft } from '../core/draft.ts';
import type { DraftFacts } from '../core/facts.ts';
import type { EventBody } from '../core/ledger.ts';
import { formatMoney } from '../core/money.ts';

/** One sentence on what changed between the facts a letter was written from and those of now; null: nothing that matters. The guard sees to days. */
export function changedSince(written: DraftFacts, now: DraftFacts, locale: string): string | null {
  if (written.total.minor !== now.total.minor) {
    return `The open amount changed from ${formatMoney(written.total, locale)} to ${formatMoney(now.total, locale)} since this was written.`;
  }
  const before = new Map(written.invoices.map((invoice) => [invoice.number, invoice.open.minor]));
  const differs =
    before.size !== now.invoices.length ||
    now.invoices.some((invoice) => before.get(invoice.number) !== invoice.open.minor);
  if (differs) return 'The invoices that are due changed since this was written.';
  const orders = new Map(now.invoices.map(({ number, orderNumber }) => [number, orderNumber ?? null]));
  const other = written.invoices.find(
    ({ number, orderNumber }) => orderNumber && orders.get(number) !== orderNumber,
  );
  if (other)
    return `Their order number for ${other.number} is another one, or was taken back, since this was written.`;
  if (written.mentions?.some((note) => !now.mentions?.includes(note)))
    return 'A note that this letter may mention was taken back since this was written.';
  if (written.step !== now.step)
    return `The step changed from ${words(written.step)} to ${words(now.step)} since this was written.`;
  return null;
}

function words(step: string): string {
  return step.replaceAll('_', ' ');
}

/** What the letter is recorded as: an occasion takes no step of the ladder. */
export function stepName({ step, facts }: Draft): string {
  return facts.occasion ?? step;
}

export function sentEvent(draft: Draft): EventBody {
  return {
    kind: 'sent',
    draftId: draft.id,
    step: stepName(draft),
    currency: draft.currency,
    amount: draft.facts.total,
    invoices: draft.facts.invoices.map(({ number }) => number),
    to: draft.to,
    subject: draft.letter.subject,
    ...(draft.facts.detail?.offer ? { offer: draft.facts.detail.offer } : {}),
  };
}
