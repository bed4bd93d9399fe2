// What the books have as open and nobody of us asks for: with an agency, or written off. Shown apart from the rest.
import { compare } from './chase/case-file.ts';
import { type CustomerState, customerState } from './customer-state.ts';
import type { Customer, Ledger } from './ledger.ts';
import { formatMoney, type Money, money, sumByCurrency } from './money.ts';
import type { Policy } from './policy.ts';

export type ApartTotals = { readonly withAgency: readonly Money[]; readonly writtenOff: readonly Money[] };

const NOTHING: ApartTotals = { withAgency: [], writtenOff: [] };

export function apartOf({ lastResort, file }: CustomerState): ApartTotals {
  if (lastResort.apart.size === 0) return NOTHING;
  const sums = (of: (openMinor: number, writtenOffMinor: number, withAgency: boolean) => number) =>
    sumByCurrency(
      file.invoices.flatMap(({ id, open }) => {
        const apart = lastResort.apart.get(id);
        if (!apart) return [];
        return [money(of(open.minor, apart.writtenOffMinor, apart.withAgency), open.currency)];
      }),
    ).filter(({ minor }) => minor > 0);
  return {
    withAgency: sums((open, given, withAgency) => (withAgency ? open - given : 0)),
    writtenOff: sums((_, given) => given),
  };
}

/** Of all customers. Only those of whom anything like it is recorded are looked at. */
export function apartTotals(
  ledger: Ledger,
  policy: Policy,
  context: { readonly now: string; readonly zone: string },
): ApartTotals {
  const asked = new Set(
    ledger.events.flatMap(({ body, customerId }) =>
      body.kind === 'hand_over_asked' || body.kind === 'write_off_asked' ? [customerId] : [],
    ),
  );
  if (asked.size === 0) return NOTHING;
  const parts = ledger.customers
    .filter(({ id }: Customer) => asked.has(id))
    .sort((a, b) => compare(a.id, b.id))
    .map((customer) => apartOf(customerState(ledger, customer, policy, context)));
  return {
    withAgency: sumByCurrency(parts.flatMap(({ withAgency }) => withAgency)),
    writtenOff: sumByCurrency(parts.flatMap(({ writtenOff }) => writtenOff)),
  };
}

/** "Of what is open, $1,200.00 is with an agency and $300.00 is written off."; null: nothing is. */
export function apartWords({ withAgency, writtenOff }: ApartTotals, locale: string): string | null {
  const words = (sums: readonly Money[], where: string) =>
    sums.length > 0 ? [`${sums.map((sum) => formatMoney(sum, locale)).join(' and ')} is ${where}`] : [];
  const parts = [...words(withAgency, 'with an agency'), ...words(writtenOff, 'written off')];
  return parts.length > 0 ? `Of what is open, ${parts.join(', and ')}.` : null;
}
