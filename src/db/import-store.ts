// Takes a read file into the ledger: all rows or none, and the same file twice changes nothing but how fresh the books are.
import { randomUUID } from 'node:crypto';
import type { ImportResult } from '../core/import/batch.ts';
import type { Store } from '../ports/store.ts';
import { changeInvoices, insertNewInvoices, settleAbsent } from './import-invoices.ts';
import type { ImportRun } from './import-run.ts';
import { stageCustomers, stageInvoices, takeInCustomers } from './import-staging.ts';
import { present, rawRows } from './raw-rows.ts';
import { toInstant, toMoney } from './rows.ts';
import type { Scope } from './scope.ts';

type ImportStore = Pick<Store, 'importBatch' | 'lastImport'>;

export function importStore({ workspaceId, database: { pool, prisma } }: Scope): ImportStore {
  return {
    importBatch: async (batch, by, at) => {
      const client = await pool.connect();
      let broken: Error | null = null;
      try {
        await client.query('BEGIN');
        const run: ImportRun = { client, workspaceId, importId: randomUUID(), batch, at };
        const result = await takeIn(run, by);
        await client.query(result.repeated ? 'ROLLBACK' : 'COMMIT');
        if (result.repeated) await freshen({ ...run, importId: result.importId });
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((lost: Error) => {
          broken = lost;
        });
        throw error;
      } finally {
        client.release(broken ?? undefined);
      }
    },

    lastImport: async () => {
      const row = await prisma.import.findFirst({ where: { workspaceId }, orderBy: { seq: 'desc' } });
      return row && { at: toInstant(row.at), fileName: row.fileName, by: row.author };
    },
  };
}

/** Books in which nothing happened give the same file again: on a later day they are as fresh as any. */
async function freshen({ client, workspaceId, importId, batch, at }: ImportRun): Promise<void> {
  await client.query(
    'UPDATE imports SET at = $3, day = $4 WHERE workspace_id = $1 AND id = $2 AND day < $4 AND at < $3',
    [workspaceId, importId, at, batch.day],
  );
}

async function takeIn(run: ImportRun, by: string): Promise<ImportResult> {
  const { client, workspaceId, importId, batch, at } = run;
  // One import of a workspace at a time: each books what became less since the one before.
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))", [workspaceId]);
  const last = await rawRows(
    client,
    'SELECT id, sha256 FROM imports WHERE workspace_id = $1 ORDER BY seq DESC LIMIT 1',
    [workspaceId],
  );
  await client.query(
    `INSERT INTO imports (workspace_id, id, file_name, sha256, day, at, author, receipt)
     VALUES ($1, $2, $3, $4, $5, $6, $7, '{}')`,
    [workspaceId, importId, batch.fileName, batch.sha256, batch.day, at, by],
  );
  await stageCustomers(run);
  const customers = await takeInCustomers(run);
  await stageInvoices(run);
  const changed = await changeInvoices(run);
  const added = await insertNewInvoices(run);
  const settled = batch.covers === 'open_items' ? await settleAbsent(run) : 0;

  const touched = customers.added + customers.changed + changed + added + settled;
  const repeated = last[0]?.[1] === batch.sha256 && touched === 0;
  const counts = {
    customersNew: customers.added,
    invoicesNew: added,
    invoicesChanged: changed,
    invoicesUnchanged: batch.invoices.length - added - changed,
    invoicesSettledByAbsence: settled,
  };
  await client.query('UPDATE imports SET receipt = $3 WHERE workspace_id = $1 AND id = $2', [
    workspaceId,
    importId,
    counts,
  ]);
  return {
    importId: repeated ? present(last[0]?.[0]) : importId,
    repeated,
    ...counts,
    paid: await paidBy(run),
    withoutEmail: await withoutEmail(run),
  };
}

async function paidBy({ client, workspaceId, importId }: ImportRun): Promise<ImportResult['paid']> {
  const rows = await rawRows(
    client,
    `SELECT c.id, c.name, i.number, p.amount_minor, p.currency, i.open_minor = 0
     FROM payments p
     JOIN invoices i ON i.workspace_id = $1 AND i.id = p.invoice_id
     JOIN customers c ON c.workspace_id = $1 AND c.id = p.customer_id
     WHERE p.workspace_id = $1 AND p.import_id = $2
     ORDER BY c.name, c.id, i.due, i.number`,
    [workspaceId, importId],
  );
  return rows.map((row) => ({
    customerId: present(row[0]),
    customer: present(row[1]),
    invoice: present(row[2]),
    amount: toMoney(present(row[3]), present(row[4])),
    paidOff: row[5] === 't',
  }));
}

async function withoutEmail({
  client,
  workspaceId,
  batch,
}: ImportRun): Promise<ImportResult['withoutEmail']> {
  const rows = await rawRows(
    client,
    `SELECT c.id, c.name FROM customers c
     WHERE c.workspace_id = $1
       AND c.id IN (SELECT i.customer_id FROM invoices i
                    WHERE i.workspace_id = $1 AND i.open_minor > 0 AND i.kind = 'invoice' AND i.due < $2)
       AND c.id NOT IN (SELECT k.customer_id FROM contacts k WHERE k.workspace_id = $1 AND k.email IS NOT NULL)
     ORDER BY c.name, c.id`,
    [workspaceId, batch.day],
  );
  return rows.map((row) => ({ customerId: present(row[0]), customer: present(row[1]) }));
}
