// Makes a database ready for this version: its tables, and those of the job queue.
import { Pool } from 'pg';
import { applyMigrations } from './migrate.ts';
import { installQueue } from './send-queue.ts';

/**
 * Safe to call at every start, and by several processes at once.
 * @throws OutsideError 'database', in one sentence.
 */
export async function prepareDatabase(connectionString: string): Promise<void> {
  await applyMigrations(connectionString);
  const pool = new Pool({ connectionString, max: 1, options: '-c timezone=UTC' });
  pool.on('error', () => {}); // A connection lost between two statements is reported by the next one.
  try {
    await installQueue(pool);
  } finally {
    await pool.end();
  }
}
