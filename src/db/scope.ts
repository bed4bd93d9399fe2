// What a part of the store is given: the database, and the one workspace it may speak of.
import type { Database } from './connect.ts';
import type { SendQueue } from './send-queue.ts';

export type Scope = {
  readonly workspaceId: string;
  readonly database: Database;
  readonly sendQueue: SendQueue;
};
