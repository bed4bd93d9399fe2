// One import under way: its transaction, its workspace, and what it takes in.
import type { ClientBase } from 'pg';
import type { Instant } from '../core/calendar.ts';
import type { ImportBatch } from '../core/import/batch.ts';

export type ImportRun = {
  readonly client: ClientBase;
  readonly workspaceId: string;
  readonly importId: string;
  readonly batch: ImportBatch;
  readonly at: Instant;
};
