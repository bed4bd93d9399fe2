// What an import does to the invoices: adds, changes, settles; what became less of an invoice is booked as paid.
import type { ImportRun } from './import-run.ts';

/**
 * Finds what is known and differs, and keeps before and after in `moved`. A file without a total column says the
 * open amount twice: then the total that was known stays, since what is gone was paid and not taken off the bill.
 */
const MOVED_BY_FILE = `
  CREATE TEMP TABLE moved ON COMMIT DROP AS
  SELECT i.id, i.customer_id, i.kind,
    i.open_minor AS open_before, s.open_minor AS open_after,
    i.total_minor AS total_before,
    CASE WHEN s.currency = i.currency AND s.total_minor = s.open_minor
           AND s.total_minor < i.total_minor AND s.open_minor <= i.open_minor
      THEN i.total_minor ELSE s.total_minor END AS total_after,
    i.currency AS currency_before, s.currency AS currency_after,
    i.due AS due_before, s.due AS due_after,
    coalesce(s.issued, i.issued) AS issued_after,
    coalesce(s.memo, i.memo) AS memo_after
  FROM staged_invoices s
  JOIN invoices i ON i.workspace_id = $1 AND i.customer_id = s.customer_id
    AND i.kind = s.kind AND i.number = s.number`;

const DIFFERS = `
  open_before <> open_after OR total_before <> total_after OR currency_before <> currency_after
  OR due_before <> due_after`;

/** @returns how many invoices now say something else. */
export async function changeInvoices(run: ImportRun): Promise<number> {
  const { client, workspaceId, batch } = run;
  await client.query(MOVED_BY_FILE, [workspaceId]);
  await client.query('ANALYZE moved');
  const changed = await client.query(
    `UPDATE invoices i SET
       open_minor = m.open_after, total_minor = m.total_after, currency = m.currency_after,
       due = m.due_after, issued = m.issued_after, memo = m.memo_after,
       settled_on = CASE WHEN m.open_after > 0 THEN NULL
                         WHEN m.open_before = 0 THEN i.settled_on ELSE $2::date END
     FROM moved m
     WHERE i.workspace_id = $1 AND i.id = m.id
       AND (${DIFFERS} OR i.issued IS DISTINCT FROM m.issued_after OR i.memo IS DISTINCT FROM m.memo_after)`,
    [workspaceId, batch.day],
  );
  await record(run);
  return changed.rowCount ?? 0;
}

/** Paid before we ever saw it: when is not known, and the due day is the best guess that is not too late. */
export async function insertNewInvoices({ client, workspaceId, batch, at }: ImportRun): Promise<number> {
  const added = await client.query(
    `INSERT INTO invoices (workspace_id, customer_id, number, kind, issued, due, currency,
       total_minor, open_minor, memo, first_seen, settled_on)
     SELECT $1, s.customer_id, s.number, s.kind, s.issued, s.due, s.currency,
       s.total_minor, s.open_minor, s.memo, $2,
       CASE WHEN s.open_minor = 0 THEN least(s.due, $3::date) END
     FROM staged_invoices s
     WHERE NOT EXISTS (SELECT FROM invoices i WHERE i.workspace_id = $1
       AND i.customer_id = s.customer_id AND i.kind = s.kind AND i.number = s.number)`,
    [workspaceId, at, batch.day],
  );
  return added.rowCount ?? 0;
}

/** A file that lists all that is open says of the rest, by its silence, that it is settled. */
export async function settleAbsent(run: ImportRun): Promise<number> {
  const { client, workspaceId, batch } = run;
  await client.query('DROP TABLE moved');
  await client.query(
    `CREATE TEMP TABLE moved ON COMMIT DROP AS
     SELECT i.id, i.customer_id, i.kind, i.open_minor AS open_before, 0::bigint AS open_after,
       i.total_minor AS total_before, i.total_minor AS total_after,
       i.currency AS currency_before, i.currency AS currency_after, i.due AS due_before, i.due AS due_after
     FROM invoices i
     WHERE i.workspace_id = $1 AND i.open_minor > 0
       AND NOT EXISTS (SELECT FROM staged_invoices s
         WHERE s.customer_id = i.customer_id AND s.kind = i.kind AND s.number = i.number)`,
    [workspaceId],
  );
  const settled = await client.query(
    `UPDATE invoices i SET open_minor = 0, settled_on = $2 FROM moved m
     WHERE i.workspace_id = $1 AND i.id = m.id`,
    [workspaceId, batch.day],
  );
  await record(run);
  return settled.rowCount ?? 0;
}

/** Keeps before and after of every change, and books the payments. A used credit note is nobody's payment. */
async function record({ client, workspaceId, importId, batch }: ImportRun): Promise<void> {
  await client.query(
    `INSERT INTO invoice_changes (workspace_id, import_id, invoice_id, open_before, open_after,
       total_before, total_after, currency_before, due_before, due_after)
     SELECT $1, $2, id, open_before, open_after, total_before, total_after, currency_before, due_before, due_after
     FROM moved WHERE ${DIFFERS}`,
    [workspaceId, importId],
  );
  await client.query(
    `INSERT INTO payments (workspace_id, customer_id, invoice_id, import_id, currency, amount_minor, day)
     SELECT $1, customer_id, id, $2, currency_before, open_before - open_after, $3
     FROM moved
     WHERE kind = 'invoice' AND currency_before = currency_after AND open_after < open_before`,
    [workspaceId, importId, batch.day],
  );
}
