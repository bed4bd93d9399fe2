// A request of the last resort as its card shows it: what is asked, who agreed, and what came of it.
import type { Agency, AgencyWeights } from './agencies.ts';
import type { Day } from './calendar.ts';
import type { HandOver, Request } from './chase/last-resort.ts';
import { type Money, sumByCurrency } from './money.ts';

export type RequestView = {
  readonly customer: { readonly id: string; readonly name: string };
  readonly request: Request;
  /** As the directory has it now; null: it was taken out, or this is a write-off. */
  readonly agency: Agency | null;
  readonly weights: AgencyWeights;
  readonly today: Day;
  readonly locale: string;
  readonly zone: string;
};

/** What an agency brought, and what it kept of that, by currency. */
export function recoveredBy({ updates }: HandOver): {
  readonly recovered: readonly Money[];
  readonly fees: readonly Money[];
} {
  const sums = (of: (body: HandOver['updates'][number]['body']) => Money | null) =>
    sumByCurrency(updates.flatMap(({ body }) => of(body) ?? []));
  return { recovered: sums(({ recovered }) => recovered), fees: sums(({ fee }) => fee) };
}

export function isHandOver(request: Request): request is HandOver {
  return request.event.body.kind === 'hand_over_asked';
}
