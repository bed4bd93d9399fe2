// What a letter outside the ladder is about, in the form that letters are written from: some invoices, and no step.
import { type Day, daysBetween } from '../calendar.ts';
import type { Customer, Invoice } from '../ledger.ts';
import { money } from '../money.ts';
import type { Act, StepName } from '../verdict.ts';

/** The gentlest step that follows the due day: its rule says who approves, and none of its consequences are named. */
export const OCCASION_STEP: StepName = 'reminder';

/** `numbers`: the invoices it speaks of. Null where the ledger has none of them in that currency. */
export function occasionAct(
  { id: customerId }: Pick<Customer, 'id'>,
  invoices: readonly Invoice[],
  { numbers, currency, today }: { numbers: readonly string[]; currency: string; today: Day },
): Act | null {
  const own = invoices
    .filter(
      (invoice) =>
        invoice.customerId === customerId &&
        invoice.kind === 'invoice' &&
        invoice.open.currency === currency &&
        numbers.includes(invoice.number),
    )
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const [oldest] = own;
  if (!oldest) return null;
  return {
    kind: 'act',
    customerId,
    currency,
    step: OCCASION_STEP,
    channel: 'email',
    invoices: own.map(({ id }) => id),
    driver: oldest.id,
    total: money(
      own.reduce((sum, { open }) => sum + open.minor, 0),
      currency,
    ),
    daysLate: daysBetween(oldest.due, today),
    because: 'They wait for an answer of ours.',
    facts: [],
    rank: 0,
    rankBecause: '',
    notBefore: today,
  };
}
