// What a model was asked on a day, so that the budget holds across restarts and processes.
import type { Store } from '../ports/store.ts';
import { dayToDate } from './rows.ts';
import type { Scope } from './scope.ts';

type ModelUsageStore = Pick<Store, 'modelUsage' | 'addModelUsage'>;

export function modelUsageStore({ workspaceId, database: { prisma } }: Scope): ModelUsageStore {
  return {
    modelUsage: async (day) => {
      const row = await prisma.modelUsage.findUnique({
        where: { workspaceId_day: { workspaceId, day: dayToDate(day) } },
        select: { calls: true, tokens: true, millis: true },
      });
      return row ?? { calls: 0, tokens: 0, millis: 0 };
    },

    addModelUsage: async (day, { calls, tokens, millis }) => {
      // One statement, so that of two calls at once neither is lost.
      await prisma.$executeRaw`
        INSERT INTO model_usage (workspace_id, day, calls, tokens, millis)
        VALUES (${workspaceId}::uuid, ${dayToDate(day)}::date, ${calls}, ${tokens}, ${millis})
        ON CONFLICT (workspace_id, day) DO UPDATE SET
          calls = model_usage.calls + EXCLUDED.calls,
          tokens = model_usage.tokens + EXCLUDED.tokens,
          millis = model_usage.millis + EXCLUDED.millis`;
    },
  };
}
