// A write-off as somebody asks for it: what may be given up, and how many people must want it.
import { type Balance, balancesOf } from './chase/balance.ts';
import type { CustomerState } from './customer-state.ts';
import type { WriteOffPart } from './last-resort-events.ts';
import { formatMoney, type Money, minorDigits, money, sumByCurrency } from './money.ts';
import type { Settings } from './settings.ts';

/** What of an invoice can be given up: open, and not given up or handed over already. */
export type Writable = { readonly number: string; readonly left: Money; readonly isOverdue: boolean };

export function writableOf(state: CustomerState): Writable[] {
  return balancesOf(state).flatMap(({ overdue, upcoming }: Balance) =>
    [...overdue, ...upcoming].flatMap((invoice) => {
      const apart = state.lastResort.apart.get(invoice.id);
      const left = invoice.open.minor - (apart?.writtenOffMinor ?? 0);
      if (left <= 0 || apart?.withAgency) return [];
      return [
        {
          number: invoice.number,
          left: money(left, invoice.open.currency),
          isOverdue: invoice.dueDay < state.file.today,
        },
      ];
    }),
  );
}

export type WriteOffAsked =
  | {
      readonly kind: 'fine';
      readonly parts: readonly WriteOffPart[];
      readonly total: Money;
      readonly approvals: number;
    }
  | { readonly kind: 'refused'; readonly because: string };

/** `amount`: null gives up all that is left of the invoices; a part is taken of one invoice only. */
export function checkWriteOff(
  state: CustomerState,
  asked: { readonly invoices: readonly string[]; readonly amount: Money | null },
  { writeOffAloneUpTo, locale }: Pick<Settings, 'writeOffAloneUpTo' | 'locale'>,
): WriteOffAsked {
  const no = (because: string): WriteOffAsked => ({ kind: 'refused', because });
  const writable = writableOf(state);
  if (writable.length === 0) return no('Nothing of theirs is open that could be written off.');
  const chosen = writable.filter(({ number }) => asked.invoices.includes(number));
  if (chosen.length === 0 || chosen.length < new Set(asked.invoices).size) {
    return no('One of these invoices is paid, written off or handed over by now. Open the form again.');
  }
  const sums = sumByCurrency(chosen.map(({ left }) => left));
  const [left] = sums;
  if (!left || sums.length > 1) return no('Choose invoices of one currency at a time.');
  if (asked.amount !== null) {
    if (chosen.length > 1)
      return no('A part can be written off of one invoice at a time. Choose one, or leave the sum empty.');
    if (asked.amount.currency !== left.currency) return no(`Give the sum in ${left.currency}.`);
    if (asked.amount.minor > left.minor) {
      return no(
        `${formatMoney(asked.amount, locale)} is more than the ${formatMoney(left, locale)} that is left of ${chosen[0]?.number}. Give a smaller sum, or none for all of it.`,
      );
    }
  }
  const total = asked.amount ?? left;
  const waiting = state.lastResort.writeOffs.find(
    ({ status, event }) =>
      status === 'asked' && event.body.parts.some(({ invoice }) => asked.invoices.includes(invoice)),
  );
  if (waiting) return no('A write-off of one of these invoices waits for its answer in the thread already.');
  return {
    kind: 'fine',
    parts: chosen.map((one) => ({ invoice: one.number, amount: asked.amount ?? one.left })),
    total,
    approvals:
      total.minor + givenUpAlone(state, total.currency, asked.invoices) >
      writeOffAloneUpTo * 10 ** minorDigits(total.currency)
        ? 2
        : 1,
  };
}

/**
 * What one person's word gave up before, in minor units: in slices nobody gives up alone what is above the limit.
 * What the books have since is done with, except where it was of the same invoices.
 */
function givenUpAlone({ lastResort }: CustomerState, currency: string, invoices: readonly string[]): number {
  return lastResort.writeOffs
    .filter(({ status, end, event: { body } }) => {
      if (body.approvals > 1 || body.currency !== currency) return false;
      const isBooked = status === 'ended' && end?.body.why === 'booked';
      return (
        status === 'in_force' || (isBooked && body.parts.some(({ invoice }) => invoices.includes(invoice)))
      );
    })
    .flatMap(({ event }) => event.body.parts)
    .reduce((sum, { amount }) => sum + amount.minor, 0);
}
