// Brings a database to the shape this version needs, as `prisma migrate deploy` does, without its native engine.
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { OutsideError } from '../core/outside-error.ts';
import { MIGRATIONS_DIR, NO_FILTER, readMigrations, ScriptError, withSchemaEngine } from './schema-engine.ts';

/**
 * Applies what is not applied yet and answers the names. Rows, checksums and the lock are Prisma's own, so
 * `prisma migrate deploy` on the same folder and database agrees. Many processes may call it at once.
 * @throws OutsideError 'database', in a sentence that names the migration and what the server said.
 */
export async function applyMigrations(
  connectionString: string,
  folder: string = MIGRATIONS_DIR,
): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  try {
    const applied = await withSchemaEngine(connectionString, (engine) =>
      engine.applyMigrations({ migrationsList, filters: NO_FILTER }),
    );
    return applied.appliedMigrationNames;
  } catch (error) {
    throw migrationError(error);
  }
}

/**
 * True where the database has exactly this folder's migrations, whole. Asked first, because the engine takes longer to
 * load than all the rest of a start.
 */
export async function isMigrated(pool: Pool, folder: string = MIGRATIONS_DIR): Promise<boolean> {
  const { rows: tables } = await pool.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
  if (!tables[0]?.found) return false;
  const { rows } = await pool.query<{ name: string; checksum: string; whole: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS whole
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const { migrationDirectories } = await readMigrations(folder);
  if (rows.length !== migrationDirectories.length) return false;
  const applied = new Map(rows.filter(({ whole }) => whole).map(({ name, checksum }) => [name, checksum]));
  return migrationDirectories.every(
    ({ path, migrationFile: { content } }) =>
      content.tag === 'ok' && applied.get(path) === createHash('sha256').update(content.value).digest('hex'),
  );
}

/** What the engine throws carries a Prisma code and a report of several lines; people get its point. */
function migrationError(error: unknown): OutsideError {
  const { code, message } = error as { code?: string; message?: string };
  const report = String(message ?? error);
  if (error instanceof ScriptError) {
    const name = /migration_name="([^"]+)"/.exec(report)?.[1] ?? 'the next one';
    return new OutsideError(
      'database',
      `The database could not be brought up to date: the migration ${name} failed and nothing of it was kept. The server said: ${error.serverSaid}`,
      false,
      error,
    );
  }
  if (code === 'P3009') {
    const name = /The `([^`]+)` migration started/.exec(report)?.[1] ?? 'An earlier migration';
    return new OutsideError(
      'database',
      `The migration ${name} failed on this database before, so no other is applied. Mend its cause, then run "npx prisma migrate resolve --rolled-back ${name}" and start again.`,
      false,
      error,
    );
  }
  if (code === 'P3005') {
    return new OutsideError(
      'database',
      "The database holds tables that are not Tightrope's. Give it an empty database of its own in DATABASE_URL.",
      false,
      error,
    );
  }
  return new OutsideError(
    'database',
    `The database could not be brought up to date: ${report.split('\n')[0]}`,
    false,
    error,
  );
}
