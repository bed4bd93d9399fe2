// Holds the budget of a workspace and a day: looked at before every call of a model, added to after it.
import { dayIn } from '../core/calendar.ts';
import { isUsedUp, type ModelUsage } from '../core/model-budget.ts';
import type { Ports } from '../ports/ports.ts';

export type Meter = {
  /** The first half of a sentence on why no model is asked now; null: it may be. */
  refusal(): Promise<string | null>;
  add(usage: ModelUsage): Promise<void>;
};

const NOTHING: ModelUsage = { calls: 0, tokens: 0, millis: 0 };

/** Calls that are on their way at the same time do not see each other, so the last of a day may go beyond the budget. */
export function makeMeter({ store, clock }: Pick<Ports, 'store' | 'clock'>): Meter {
  /** What could not be written down yet; it counts, and goes along with the next. */
  let owed = NOTHING;
  const today = async () => {
    const { zone, modelBudget } = await store.settings();
    return { day: dayIn(zone, clock.now()), budget: modelBudget };
  };
  return {
    refusal: async () => {
      try {
        const { day, budget } = await today();
        const used = plus(await store.modelUsage(day), owed);
        return isUsedUp(budget, used) ? 'Today’s budget for the model is used up' : null;
      } catch {
        return 'It could not be looked up what the model has cost today';
      }
    },
    add: async (usage) => {
      const more = plus(owed, usage);
      owed = NOTHING;
      try {
        await store.addModelUsage((await today()).day, more);
      } catch {
        // The letter is there and paid for; without a database the next question is refused anyway.
        owed = plus(owed, more);
      }
    },
  };
}

function plus(one: ModelUsage, other: ModelUsage): ModelUsage {
  return {
    calls: one.calls + other.calls,
    tokens: one.tokens + other.tokens,
    millis: one.millis + other.millis,
  };
}
