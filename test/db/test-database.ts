// Gives a test file a database of its own, cloned from the migrated template in a few milliseconds.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

export const TEMPLATE = 'tightrope_template';

export type TestDatabase = { readonly connectionString: string; drop(): Promise<void> };

/** A connection string for another database of the same server. */
export function databaseOn(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}

export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}${options.empty ? '' : ` TEMPLATE ${TEMPLATE}`}`);
  return {
    connectionString: databaseOn(server, name),
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Two clones of one template at once are refused ("being accessed by other users"): the later tries again. */
async function onServer(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        await client.query(sql);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== '55006' || tries === 50) throw error;
        await new Promise((done) => setTimeout(done, 40));
      }
    }
  } finally {
    await client.end();
  }
}
