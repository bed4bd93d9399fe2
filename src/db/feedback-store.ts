// What people thought of answers: the newest verdict of each person on each answer.
import type { Feedback } from '../ports/records.ts';
import type { Store } from '../ports/store.ts';
import { toDate, toInstant } from './rows.ts';
import type { Scope } from './scope.ts';

type FeedbackStore = Pick<Store, 'saveFeedback' | 'feedback'>;

export function feedbackStore({ workspaceId, database: { prisma } }: Scope): FeedbackStore {
  return {
    saveFeedback: async ({ message, user, verdict, question, by, at }) => {
      const of = { workspaceId, channel: message.channel, ts: message.ts, author: user };
      const given = { verdict, question, answeredBy: by, at: toDate(at) };
      await prisma.feedback.upsert({
        where: { workspaceId_channel_ts_author: of },
        create: { ...of, ...given },
        update: given,
      });
    },

    feedback: async (most) => {
      const rows = await prisma.feedback.findMany({
        where: { workspaceId },
        orderBy: { at: 'desc' },
        take: most,
      });
      return rows.map(({ channel, ts, author, verdict, question, answeredBy, at }) => ({
        message: { channel, ts },
        user: author,
        verdict: verdict as Feedback['verdict'],
        question,
        by: answeredBy as Feedback['by'],
        at: toInstant(at),
      }));
    },
  };
}
