// What a model may cost a workspace on one day, and whether that is used up.
import type { ModelBudget } from './settings.ts';

/** What a model cost on one day; `millis` is the time spent waiting for it. */
export type ModelUsage = { readonly calls: number; readonly tokens: number; readonly millis: number };

/** One of the three is enough; a budget of nothing is used up before the first call. */
export function isUsedUp(budget: ModelBudget, usage: ModelUsage): boolean {
  return (
    usage.calls >= budget.calls || usage.tokens >= budget.tokens || usage.millis >= budget.seconds * 1000
  );
}
