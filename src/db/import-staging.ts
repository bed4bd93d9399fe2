// Brings a file's rows into the transaction in batches, and takes its customers and contacts in.
import type { ImportCustomer, ImportInvoice } from '../core/import/batch.ts';
import type { ImportRun } from './import-run.ts';

/** Rows a statement: measured; more makes the statement's text longer and no faster. */
const BATCH_ROWS = 5_000;

export async function stageCustomers({ client, batch }: ImportRun): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE staged_customers
       (key text, name text, group_name text, contact_name text, email text, phone text) ON COMMIT DROP`,
  );
  for (const rows of batches(batch.customers)) {
    const column = (of: (row: ImportCustomer) => string | null) => rows.map(of);
    await client.query(
      `INSERT INTO staged_customers
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      [
        column((row) => row.key),
        column((row) => row.name),
        column((row) => row.group),
        column((row) => row.contact?.name ?? null),
        column((row) => row.contact?.email ?? null),
        column((row) => row.contact?.phone ?? null),
      ],
    );
  }
  await client.query('ANALYZE staged_customers');
}

/** Adds the new ones, and to those known what the file says anew. Nothing known is taken away. */
export async function takeInCustomers(run: ImportRun): Promise<{ added: number; changed: number }> {
  const { client, workspaceId, at } = run;
  const added = await client.query(
    `INSERT INTO customers (workspace_id, key, name, group_name, first_seen)
     SELECT $1, key, name, group_name, $2 FROM staged_customers
     ON CONFLICT (workspace_id, key) DO NOTHING`,
    [workspaceId, at],
  );
  const renamed = await client.query(
    `UPDATE customers c SET name = s.name, group_name = coalesce(s.group_name, c.group_name)
     FROM staged_customers s
     WHERE c.workspace_id = $1 AND c.key = s.key
       AND (c.name <> s.name OR c.group_name IS DISTINCT FROM coalesce(s.group_name, c.group_name))`,
    [workspaceId],
  );
  const contacts = await takeInContacts(run);
  return { added: added.rowCount ?? 0, changed: (renamed.rowCount ?? 0) + contacts };
}

/** A file may say more of a contact, or something newer than an earlier file; never other than a person said. */
async function takeInContacts({ client, workspaceId }: ImportRun): Promise<number> {
  const updated = await client.query(
    `WITH wish AS (
       SELECT c.id AS customer_id, k.author,
         CASE WHEN k.author = 'import' THEN coalesce(s.contact_name, k.name) ELSE coalesce(k.name, s.contact_name) END AS name,
         CASE WHEN k.author = 'import' THEN coalesce(s.email, k.email) ELSE coalesce(k.email, s.email) END AS email,
         CASE WHEN k.author = 'import' THEN coalesce(s.phone, k.phone) ELSE coalesce(k.phone, s.phone) END AS phone
       FROM staged_customers s
       JOIN customers c ON c.workspace_id = $1 AND c.key = s.key
       JOIN contacts k ON k.workspace_id = $1 AND k.customer_id = c.id AND k.position = 0)
     UPDATE contacts k SET name = w.name, email = w.email, phone = w.phone
     FROM wish w
     WHERE k.workspace_id = $1 AND k.customer_id = w.customer_id AND k.position = 0
       AND (k.name, k.email, k.phone) IS DISTINCT FROM (w.name, w.email, w.phone)`,
    [workspaceId],
  );
  const added = await client.query(
    `INSERT INTO contacts (workspace_id, customer_id, position, name, email, phone, author)
     SELECT $1, c.id, 0, s.contact_name, s.email, s.phone, 'import'
     FROM staged_customers s JOIN customers c ON c.workspace_id = $1 AND c.key = s.key
     WHERE coalesce(s.contact_name, s.email, s.phone) IS NOT NULL
     ON CONFLICT (workspace_id, customer_id, position) DO NOTHING`,
    [workspaceId],
  );
  return (updated.rowCount ?? 0) + (added.rowCount ?? 0);
}

/** @throws Error where the batch names a customer that it does not hold, or an invoice twice: a reader's bug. */
export async function stageInvoices({ client, workspaceId, batch }: ImportRun): Promise<void> {
  refuseTwice(batch.invoices);
  await client.query(
    `CREATE TEMP TABLE staged_invoices
       (customer_id uuid, number text, kind text, issued date, due date, currency char(3),
        total_minor bigint, open_minor bigint, memo text) ON COMMIT DROP`,
  );
  for (const rows of batches(batch.invoices)) {
    const column = <T>(of: (row: ImportInvoice) => T) => rows.map(of);
    const staged = await client.query(
      `INSERT INTO staged_invoices
       SELECT c.id, u.number, u.kind, u.issued, u.due, u.currency, u.total_minor, u.open_minor, u.memo
       FROM unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::date[], $7::text[], $8::bigint[], $9::bigint[], $10::text[])
         AS u(key, number, kind, issued, due, currency, total_minor, open_minor, memo)
       JOIN customers c ON c.workspace_id = $1 AND c.key = u.key`,
      [
        workspaceId,
        column((row) => row.customerKey),
        column((row) => row.number),
        column((row) => row.kind),
        column((row) => row.issued),
        column((row) => row.due),
        column((row) => row.total.currency),
        column((row) => row.total.minor),
        column((row) => row.open.minor),
        column((row) => row.memo),
      ],
    );
    if (staged.rowCount !== rows.length)
      throw new Error('An invoice names a customer that is not in the batch');
  }
  await client.query('ANALYZE staged_invoices');
}

function refuseTwice(invoices: readonly ImportInvoice[]): void {
  const seen = new Set<string>();
  for (const { customerKey, kind, number, line } of invoices) {
    const name = JSON.stringify([customerKey, kind, number]);
    if (seen.has(name)) throw new Error(`The batch holds the ${kind} ${number} twice (line ${line})`);
    seen.add(name);
  }
}

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += BATCH_ROWS) yield rows.slice(start, start + BATCH_ROWS);
}
