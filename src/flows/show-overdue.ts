// Answers /overdue: the whole at a glance, one customer, all above an age, or one person's customers.
import type { Ageing, TopDebtor } from '../core/ageing.ts';
import { type Day, dayIn, type Instant } from '../core/calendar.ts';
import type { CaseView } from '../core/case-view.ts';
import { findCustomer } from '../core/find-customer.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports } from '../ports/ports.ts';
import { gatherCustomer, viewCase } from './gather.ts';

/** Rows of the table that fit one message beside the figures. */
export const OVERDUE_PAGE = 15;

export type OverdueFilter = { readonly minDaysLate: number; readonly mine: boolean };

export type OverdueSummary = {
  readonly today: Day;
  readonly settings: Settings;
  readonly freshAt: Instant | null;
  readonly ageing: Ageing;
  readonly rows: readonly TopDebtor[];
  readonly total: number;
  readonly offset: number;
  readonly filter: OverdueFilter;
};

export async function summarise(
  ports: Pick<Ports, 'store' | 'clock'>,
  input: { filter: OverdueFilter; offset: number; user: string },
): Promise<OverdueSummary> {
  const settings = await ports.store.settings();
  const today = dayIn(settings.zone, ports.clock.now());
  const [ageing, page, last] = await Promise.all([
    ports.store.ageing(today),
    ports.store.topDebtors(today, {
      minDaysLate: input.filter.minDaysLate,
      limit: OVERDUE_PAGE,
      offset: input.offset,
      ...(input.filter.mine ? { accountManager: input.user } : {}),
    }),
    ports.store.lastImport(),
  ]);
  return {
    today,
    settings,
    freshAt: last?.at ?? null,
    ageing,
    ...page,
    offset: input.offset,
    filter: input.filter,
  };
}

export type CustomerAnswer =
  | { readonly kind: 'found'; readonly view: CaseView }
  | { readonly kind: 'several'; readonly customers: readonly { id: string; name: string }[] }
  | { readonly kind: 'none'; readonly nearest: readonly { id: string; name: string }[] };

/** One customer by name as typed, or by an invoice's number. */
export async function lookUpCustomer(ports: Ports, typed: string): Promise<CustomerAnswer> {
  const byNumber = await ports.store.invoicesByNumber(typed);
  const owners = [...new Set(byNumber.map(({ customerId }) => customerId))];
  if (owners.length === 1 && owners[0]) return showCustomer(ports, owners[0]);
  const names = await ports.store.customerNames();
  const match = findCustomer(typed, names);
  const pick = (ids: readonly string[]) =>
    ids.flatMap((id) => names.filter((candidate) => candidate.id === id));
  if (match.kind === 'several') return { kind: 'several', customers: pick(match.ids) };
  if (match.kind === 'none') return { kind: 'none', nearest: pick(match.nearest) };
  return showCustomer(ports, match.id);
}

export async function showCustomer(ports: Ports, customerId: string): Promise<CustomerAnswer> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return { kind: 'none', nearest: [] };
  const kase = await ports.store.caseOf(customerId);
  return { kind: 'found', view: await viewCase(ports, situation, kase) };
}
