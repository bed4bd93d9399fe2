// A workspace's settings and credit policy: the newest is in force, every version stays readable.
import { DEFAULT_POLICY } from '../core/default-policy.ts';
import { type Policy, policyShape } from '../core/policy.ts';
import { policySchema } from '../core/policy-schema.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../core/settings.ts';
import type { Store } from '../ports/store.ts';
import { json, toDate, toInstant } from './rows.ts';
import type { Scope } from './scope.ts';

type WorkspaceStore = Pick<Store, 'settings' | 'saveSettings' | 'policy' | 'savePolicy' | 'policyVersions'>;

export function workspaceStore({ workspaceId, database: { prisma } }: Scope): WorkspaceStore {
  return {
    settings: async () => {
      const { settings } = await prisma.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
      // A setting that came with a later version starts at its default.
      return settingsSchema.parse({ ...DEFAULT_SETTINGS, ...(settings as object) });
    },

    saveSettings: async (settings, author, at) => {
      const doc = json(settingsSchema.parse(settings));
      await prisma.$transaction(async (tx) => {
        // The update locks the workspace's row, so that versions count up one by one.
        await tx.workspace.update({ where: { id: workspaceId }, data: { settings: doc } });
        const last = await tx.settingsVersion.aggregate({ where: { workspaceId }, _max: { version: true } });
        const version = (last._max.version ?? 0) + 1;
        await tx.settingsVersion.create({ data: { workspaceId, version, doc, author, at: toDate(at) } });
      });
    },

    policy: async () => {
      const newest = await prisma.policyVersion.findFirst({
        where: { workspaceId },
        orderBy: { version: 'desc' },
      });
      if (newest === null) return { version: 0, policy: DEFAULT_POLICY };
      return {
        version: newest.version,
        policy: policyOf(newest.doc),
      };
    },

    policyVersions: async () => {
      const rows = await prisma.policyVersion.findMany({
        where: { workspaceId },
        orderBy: { version: 'asc' },
      });
      return rows.map(({ version, doc, author, at }) => ({
        version,
        policy: policyOf(doc),
        author,
        at: toInstant(at),
      }));
    },

    savePolicy: async (policy, author, at, after) => {
      const doc = json(policySchema.parse(policy));
      return prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT FROM workspaces WHERE id = ${workspaceId}::uuid FOR UPDATE`;
        const last = await tx.policyVersion.aggregate({ where: { workspaceId }, _max: { version: true } });
        const newest = last._max.version ?? 0;
        if (after !== undefined && after !== newest) return null;
        const version = newest + 1;
        await tx.policyVersion.create({ data: { workspaceId, version, doc, author, at: toDate(at) } });
        return version;
      });
    },
  };
}

/**
 * A document of an earlier version of Tightrope lacks the newest fields. Whether it contradicts itself was asked when it
 * was saved: a rule that came since must not keep it from being read.
 */
function policyOf(doc: unknown): Policy {
  return policyShape.parse({ ...DEFAULT_POLICY, ...(doc as object) });
}
