// Reads the ledger in a few bulk queries: a hundred thousand invoices must not cost a hundred thousand objects twice.
import type { ClientBase } from 'pg';
import type {
  CaseEvent,
  Contact,
  Customer,
  CustomerTerms,
  Invoice,
  Ledger,
  Payment,
} from '../core/ledger.ts';
import type { Store } from '../ports/store.ts';
import { present, type RawRow, rawDay, rawInstantReader, rawRows } from './raw-rows.ts';
import { isUuid, toMoney } from './rows.ts';
import type { Scope } from './scope.ts';

type LedgerStore = Pick<Store, 'ledger' | 'customerLedger' | 'invoicesByNumber'>;

/** The engine looks back this far from the last import: settled invoices and payments older than it stay out. */
export const LOOK_BACK_DAYS = 120;

const INVOICE_COLUMNS =
  'i.id, i.customer_id, i.number, i.kind, i.issued, i.due, i.currency, i.total_minor, i.open_minor, i.memo, i.first_seen';
const CUSTOMER_COLUMNS =
  'c.id, c.name, c.group_name, c.language, c.country, c.zone, c.account_manager, c.terms, c.first_seen';
const EVENT_COLUMNS = 'e.id, e.customer_id, e.at, e.author, e.source, e.body';
const PAYMENT_COLUMNS = 'p.id, p.customer_id, p.invoice_id, p.currency, p.amount_minor, p.day';

/** The first day of the look back; null before the first import, when there is nothing to look at either. */
const SINCE = `(SELECT day - ${LOOK_BACK_DAYS} FROM imports WHERE workspace_id = $1 ORDER BY seq DESC LIMIT 1)`;

const LIVING = `i.workspace_id = $1 AND (i.open_minor > 0 OR i.settled_on >= ${SINCE})`;

export function ledgerStore({ workspaceId, database: { pool } }: Scope): LedgerStore {
  /** All queries of one ledger see the same moment, also while an import commits. */
  const asOfOneMoment = async <T>(read: (client: ClientBase) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const result = await read(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };

  return {
    ledger: () =>
      asOfOneMoment(async (client) => {
        const customers = await rawRows(
          client,
          `SELECT ${CUSTOMER_COLUMNS} FROM customers c WHERE c.workspace_id = $1 AND (
             c.id IN (SELECT i.customer_id FROM invoices i WHERE ${LIVING})
             OR c.id IN (SELECT e.customer_id FROM case_events e WHERE e.workspace_id = $1))
           ORDER BY c.name, c.id`,
          [workspaceId],
        );
        const invoices = await rawRows(client, `SELECT ${INVOICE_COLUMNS} FROM invoices i WHERE ${LIVING}`, [
          workspaceId,
        ]);
        const payments = await rawRows(
          client,
          `SELECT ${PAYMENT_COLUMNS} FROM payments p
           LEFT JOIN invoices i ON i.workspace_id = $1 AND i.id = p.invoice_id
           WHERE p.workspace_id = $1 AND (p.day >= ${SINCE} OR i.open_minor > 0) ORDER BY p.day, p.id`,
          [workspaceId],
        );
        const events = await rawRows(
          client,
          `SELECT ${EVENT_COLUMNS} FROM case_events e WHERE e.workspace_id = $1 ORDER BY e.seq`,
          [workspaceId],
        );
        const contacts = await rawRows(
          client,
          'SELECT customer_id, name, email, phone FROM contacts WHERE workspace_id = $1 ORDER BY customer_id, position',
          [workspaceId],
        );
        return assemble(await freshAt(client, workspaceId), {
          customers,
          contacts,
          invoices,
          payments,
          events,
        });
      }),

    customerLedger: async (customerId) => {
      if (!isUuid(customerId)) return null;
      const of = [workspaceId, customerId];
      const where = 'workspace_id = $1 AND customer_id = $2';
      return asOfOneMoment(async (client) => {
        const customers = await rawRows(
          client,
          `SELECT ${CUSTOMER_COLUMNS} FROM customers c WHERE c.workspace_id = $1 AND c.id = $2`,
          of,
        );
        if (customers.length === 0) return null;
        const read = (columns: string, from: string, order: string) =>
          rawRows(client, `SELECT ${columns} FROM ${from} WHERE ${where} ORDER BY ${order}`, of);
        return assemble(await freshAt(client, workspaceId), {
          customers,
          contacts: await read('customer_id, name, email, phone', 'contacts', 'position'),
          invoices: await read(INVOICE_COLUMNS, 'invoices i', 'due, number, id'),
          payments: await read(PAYMENT_COLUMNS, 'payments p', 'day, id'),
          events: await read(EVENT_COLUMNS, 'case_events e', 'seq'),
        });
      });
    },

    invoicesByNumber: async (number) => {
      const rows = await rawRows(
        pool,
        `SELECT ${INVOICE_COLUMNS} FROM invoices i WHERE i.workspace_id = $1 AND i.number = $2 ORDER BY i.due, i.id`,
        [workspaceId, number],
      );
      return rows.map(invoiceReader());
    },
  };
}

async function freshAt(client: ClientBase, workspaceId: string): Promise<string | null> {
  const [row] = await rawRows(
    client,
    'SELECT at FROM imports WHERE workspace_id = $1 ORDER BY seq DESC LIMIT 1',
    [workspaceId],
  );
  return row ? rawInstantReader()(row[0]) : null;
}

type Rows = Record<'customers' | 'contacts' | 'invoices' | 'payments' | 'events', RawRow[]>;

function assemble(fresh: string | null, rows: Rows): Ledger {
  const contacts = new Map<string, Contact[]>();
  for (const [customerId, name, email, phone] of rows.contacts) {
    const contact = { name: name ?? null, email: email ?? null, phone: phone ?? null };
    const known = contacts.get(present(customerId));
    if (known) known.push(contact);
    else contacts.set(present(customerId), [contact]);
  }
  return {
    freshAt: fresh,
    customers: rows.customers.map(customerReader(contacts)),
    invoices: rows.invoices.map(invoiceReader()),
    payments: rows.payments.map(toPayment),
    events: rows.events.map(toCaseEvent),
  };
}

function customerReader(contacts: ReadonlyMap<string, Contact[]>): (row: RawRow) => Customer {
  const instant = rawInstantReader();
  return (row) => ({
    id: present(row[0]),
    name: present(row[1]),
    group: row[2] ?? null,
    contacts: contacts.get(present(row[0])) ?? [],
    language: present(row[3]),
    country: row[4] ?? null,
    zone: row[5] ?? null,
    accountManager: row[6] ?? null,
    terms: JSON.parse(present(row[7])) as CustomerTerms,
    firstSeen: instant(row[8]),
  });
}

function invoiceReader(): (row: RawRow) => Invoice {
  const instant = rawInstantReader();
  return (row) => {
    const currency = present(row[6]);
    return {
      id: present(row[0]),
      customerId: present(row[1]),
      number: present(row[2]),
      kind: row[3] as Invoice['kind'],
      issued: (row[4] ?? null) as Invoice['issued'],
      due: rawDay(row[5]),
      total: toMoney(present(row[7]), currency),
      open: toMoney(present(row[8]), currency),
      memo: row[9] ?? null,
      firstSeen: instant(row[10]),
    };
  };
}

function toPayment(row: RawRow): Payment {
  return {
    id: present(row[0]),
    customerId: present(row[1]),
    invoiceId: row[2] ?? null,
    amount: toMoney(present(row[4]), present(row[3])),
    day: rawDay(row[5]),
  };
}

function toCaseEvent(row: RawRow): CaseEvent {
  return {
    id: present(row[0]),
    customerId: present(row[1]),
    at: rawInstantReader()(row[2]),
    by: present(row[3]),
    source: row[4] ? (JSON.parse(row[4]) as CaseEvent['source']) : null,
    body: JSON.parse(present(row[5])) as CaseEvent['body'],
  };
}
