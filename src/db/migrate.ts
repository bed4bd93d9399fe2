// Brings a database to the shape this version needs, as `prisma migrate deploy` does, without its native engine.
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
