// Files on their way in, kept while a person answers what is unsure about them.
import type { Store } from '../ports/store.ts';
import { isUuid, toDate } from './rows.ts';
import type { Scope } from './scope.ts';

type UploadStore = Pick<Store, 'keepUpload' | 'takeUpload' | 'dropUpload'>;

/** A question about a file that nobody answered for a week is not answered any more. */
const KEEP_DAYS = 7;

export function uploadStore({ workspaceId, database: { prisma } }: Scope): UploadStore {
  return {
    keepUpload: async ({ fileName, bytes, by, at }) => {
      const now = toDate(at);
      const stale = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
      await prisma.upload.deleteMany({ where: { workspaceId, at: { lt: stale } } });
      const { id } = await prisma.upload.create({
        data: { workspaceId, fileName, bytes: new Uint8Array(bytes), author: by, at: now },
        select: { id: true },
      });
      return id;
    },

    // A file is asked about more than once (its dates, then its columns), so taking it leaves it here.
    takeUpload: async (id) => {
      if (!isUuid(id)) return null;
      const row = await prisma.upload.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && { fileName: row.fileName, bytes: row.bytes, by: row.author };
    },

    dropUpload: async (id) => {
      if (isUuid(id)) await prisma.upload.deleteMany({ where: { workspaceId, id } });
    },
  };
}
