// How fast an import is, against PostgreSQL's own COPY of the same rows into the same tables.
import type { Database } from '../../src/db/connect.ts';
import { openStores } from '../../src/db/store.ts';
import { benchBatch, median, secondsOf, withBenchDatabase } from './bench-database.ts';

export type ImportBench = {
  readonly rows: number;
  readonly seconds: number;
  readonly copySeconds: number;
  /** Of the medians; the aim is 3.5 at most. */
  readonly ratio: number;
};

const ROUNDS = 5;
const AT = '2026-11-24T09:00:00.000Z';
const COPIED = {
  customers: 'workspace_id, id, key, name, group_name, language, terms, first_seen',
  contacts: 'workspace_id, customer_id, position, name, email, phone, author',
  invoices:
    'workspace_id, id, customer_id, number, kind, issued, due, currency, total_minor, open_minor, memo, first_seen',
};

/** Each round takes the rows into a workspace of its own, first by import, then by COPY; indices and keys the same. */
export async function benchImport(): Promise<ImportBench> {
  return withBenchDatabase(async (database) => {
    const batch = benchBatch();
    const stores = openStores(database);
    const imports: number[] = [];
    const copies: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const store = await stores.forTeam(`import ${round}`, 'Bench');
      imports.push(await secondsOf(() => store.importBatch(batch, 'bench', AT)));
      const target = await stores.forTeam(`copy ${round}`, 'Bench');
      copies.push(await copyRows(database, store.workspaceId, target.workspaceId));
      await empty(database);
    }
    const rows = batch.invoices.length + batch.customers.length * 2;
    const [seconds, copySeconds] = [median(imports), median(copies)];
    return { rows, seconds, copySeconds, ratio: seconds / copySeconds };
  });
}

/** Writes the imported rows to files, under another workspace's id, and times COPY reading them, in one transaction. */
async function copyRows({ pool }: Database, from: string, to: string): Promise<number> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query("SELECT current_setting('data_directory') AS folder");
    const folder = rows[0].folder as string;
    for (const [table, columns] of Object.entries(COPIED)) {
      const selected = columns.replace('workspace_id', `'${to}'::uuid`);
      await client.query(
        `COPY (SELECT ${selected} FROM ${table} WHERE workspace_id = '${from}') TO '${folder}/${table}.copy'`,
      );
    }
    const seconds = await secondsOf(async () => {
      await client.query('BEGIN');
      for (const [table, columns] of Object.entries(COPIED)) {
        await client.query(`COPY ${table} (${columns}) FROM '${folder}/${table}.copy'`);
      }
      await client.query('COMMIT');
    });
    return seconds;
  } finally {
    client.release();
  }
}

/** Rounds must not find the rows of the rounds before. */
async function empty({ pool }: Database): Promise<void> {
  await pool.query('TRUNCATE invoices, contacts, customers, imports CASCADE');
}
