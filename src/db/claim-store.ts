// Who was first: jobs of a day, events of Slack, and the digests that were posted.
import type { Store } from '../ports/store.ts';
import { dayToDate, json, toDate, toDigestRecord } from './rows.ts';
import type { Scope } from './scope.ts';

type ClaimStore = Pick<
  Store,
  'claimJob' | 'releaseJob' | 'claimSlackEvent' | 'saveDigest' | 'lastDigestBefore' | 'digestOf'
>;

export function claimStore({ workspaceId, database: { prisma } }: Scope): ClaimStore {
  return {
    claimJob: async (job, day, at) => {
      const { count } = await prisma.jobClaim.createMany({
        data: [{ workspaceId, job, day: dayToDate(day), at: toDate(at) }],
        skipDuplicates: true,
      });
      return count === 1;
    },

    releaseJob: async (job, day) => {
      await prisma.jobClaim.deleteMany({ where: { workspaceId, job, day: dayToDate(day) } });
    },

    claimSlackEvent: async (eventId, at) => {
      const { count } = await prisma.slackEvent.createMany({
        data: [{ workspaceId, eventId, at: toDate(at) }],
        skipDuplicates: true,
      });
      return count === 1;
    },

    saveDigest: async (record) => {
      const row = {
        postedAt: toDate(record.postedAt),
        channel: record.message?.channel ?? null,
        ts: record.message?.ts ?? null,
        overdueByCurrency: json(record.overdueByCurrency),
      };
      const day = dayToDate(record.day);
      await prisma.digest.upsert({
        where: { workspaceId_day: { workspaceId, day } },
        create: { workspaceId, day, ...row },
        update: row,
      });
    },

    lastDigestBefore: async (day) => {
      const row = await prisma.digest.findFirst({
        where: { workspaceId, day: { lt: dayToDate(day) } },
        orderBy: { day: 'desc' },
      });
      return row && toDigestRecord(row);
    },

    digestOf: async (day) => {
      const row = await prisma.digest.findUnique({
        where: { workspaceId_day: { workspaceId, day: dayToDate(day) } },
      });
      return row && toDigestRecord(row);
    },
  };
}
