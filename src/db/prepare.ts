// Makes a database ready for this version: its tables, and those of the job queue.
import { openDatabase } from './connect.ts';
import { applyMigrations, isMigrated } from './migrate.ts';
import { installQueue } from './send-queue.ts';

/**
 * Safe to call at every start, and by several processes at once.
 * @throws OutsideError 'database', in one sentence: it cannot be had, or not brought up to date.
 */
export async function prepareDatabase(connectionString: string): Promise<void> {
  // Opened first: why a server cannot be had is said plainly there, and not by the migrations' engine.
  const database = await openDatabase(connectionString);
  try {
    if (!(await isMigrated(database.pool))) await applyMigrations(connectionString);
    await installQueue(database.pool);
  } finally {
    await database.close();
  }
}
