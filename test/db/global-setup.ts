// One PostgreSQL for the whole test run: started before the first test, with a migrated template, gone after.
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '../../src/db/prepare.ts';
import { startTemporaryPostgres } from '../../src/db/temporary-server.ts';
import { databaseOn, TEMPLATE } from './test-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The connection string of the test run's server. */
    postgres: string;
  }
}

/** Nothing here has to survive a power cut, so the server never waits for the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporaryPostgres(SETTINGS);
  const client = new Client({ connectionString: server.connectionString });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await prepareDatabase(databaseOn(server.connectionString, TEMPLATE));
  project.provide('postgres', server.connectionString);
  return () => server.stop();
}
