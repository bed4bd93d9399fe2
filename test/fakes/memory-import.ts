// The import of the in-memory store: the same rules as src/db/import-*.ts, said in TypeScript.
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../src/core/calendar.ts';
import type {
  ImportBatch,
  ImportCustomer,
  ImportInvoice,
  ImportResult,
} from '../../src/core/import/batch.ts';
import type { Payment } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import { byDue, compare, type KeptInvoice, type MemoryState } from './memory-state.ts';

export function importIntoMemory(
  state: MemoryState,
  batch: ImportBatch,
  by: string,
  at: Instant,
): ImportResult {
  const keys = new Set(batch.customers.map(({ key }) => key));
  const names = new Set<string>();
  for (const { customerKey, kind, number } of batch.invoices) {
    if (!keys.has(customerKey)) throw new Error('An invoice names a customer that is not in the batch');
    const name = JSON.stringify([customerKey, kind, number]);
    if (names.has(name)) throw new Error(`The batch holds the ${kind} ${number} twice`);
    names.add(name);
  }
  const last = state.imports.at(-1);
  let touched = 0;
  let customersNew = 0;
  for (const wanted of batch.customers) {
    const outcome = takeInCustomer(state, wanted, at);
    if (outcome === 'added') customersNew += 1;
    if (outcome !== 'same') touched += 1;
  }
  const idOf = new Map([...state.customers.values()].map(({ key, id }) => [key, id]));
  const listed = new Set<string>();
  const payments: Payment[] = [];
  let invoicesNew = 0;
  let invoicesChanged = 0;
  for (const wanted of batch.invoices) {
    const customerId = idOf.get(wanted.customerKey) ?? '';
    const known = [...state.invoices.values()].find(
      (invoice) =>
        invoice.customerId === customerId && invoice.kind === wanted.kind && invoice.number === wanted.number,
    );
    if (!known) {
      const made = newInvoice(wanted, customerId, batch, at);
      state.invoices.set(made.id, made);
      listed.add(made.id);
      invoicesNew += 1;
      continue;
    }
    listed.add(known.id);
    if (changeInvoice(state, known, wanted, batch, payments)) invoicesChanged += 1;
  }
  let settled = 0;
  if (batch.covers === 'open_items') {
    for (const invoice of state.invoices.values()) {
      if (listed.has(invoice.id) || invoice.open.minor === 0) continue;
      book(payments, invoice, 0, batch);
      state.invoices.set(invoice.id, {
        ...invoice,
        open: money(0, invoice.open.currency),
        settledOn: batch.day,
      });
      settled += 1;
    }
  }
  touched += invoicesNew + invoicesChanged + settled;
  const repeated = last?.sha256 === batch.sha256 && touched === 0;
  const importId = repeated ? last.id : randomUUID();
  if (!repeated) {
    const { sha256, fileName, day } = batch;
    state.imports.push({ id: importId, sha256, fileName, day, at, by });
  } else if (last.day < batch.day && last.at < at) {
    state.imports[state.imports.length - 1] = { ...last, day: batch.day, at };
  }
  state.payments = [...state.payments, ...payments];
  return {
    importId,
    repeated,
    customersNew,
    invoicesNew,
    invoicesChanged,
    invoicesUnchanged: batch.invoices.length - invoicesNew - invoicesChanged,
    invoicesSettledByAbsence: settled,
    paid: paidBy(state, payments),
    withoutEmail: withoutEmail(state, batch),
  };
}

function takeInCustomer(
  state: MemoryState,
  wanted: ImportCustomer,
  at: Instant,
): 'added' | 'changed' | 'same' {
  const said = wanted.contact;
  const entry =
    said && (said.name ?? said.email ?? said.phone) !== null ? { ...said, author: 'import' } : null;
  const known = [...state.customers.values()].find(({ key }) => key === wanted.key);
  if (!known) {
    const id = randomUUID();
    state.customers.set(id, {
      id,
      key: wanted.key,
      name: wanted.name,
      group: wanted.group,
      contacts: entry ? [entry] : [],
      language: 'en',
      country: null,
      zone: null,
      accountManager: null,
      terms: {},
      firstSeen: at,
    });
    return 'added';
  }
  const [first, ...others] = known.contacts;
  let contacts = known.contacts;
  if (entry && !first) contacts = [entry];
  if (entry && first) {
    const [strong, weak] = first.author === 'import' ? [entry, first] : [first, entry];
    const merged = {
      name: strong.name ?? weak.name,
      email: strong.email ?? weak.email,
      phone: strong.phone ?? weak.phone,
      author: first.author,
    };
    contacts = [merged, ...others];
  }
  const changed = { ...known, name: wanted.name, group: wanted.group ?? known.group, contacts };
  state.customers.set(known.id, changed);
  return JSON.stringify(changed) === JSON.stringify(known) ? 'same' : 'changed';
}

function newInvoice(wanted: ImportInvoice, customerId: string, batch: ImportBatch, at: Instant): KeptInvoice {
  const { number, kind, issued, due, total, open, memo } = wanted;
  const firstOf = [due, batch.day].sort()[0] ?? batch.day;
  const settledOn = open.minor > 0 ? null : firstOf;
  return {
    id: randomUUID(),
    customerId,
    number,
    kind,
    issued,
    due,
    total,
    open,
    memo,
    firstSeen: at,
    settledOn,
  };
}

function changeInvoice(
  state: MemoryState,
  known: KeptInvoice,
  wanted: ImportInvoice,
  batch: ImportBatch,
  payments: Payment[],
): boolean {
  const saysOpenTwice =
    wanted.total.currency === known.total.currency &&
    wanted.total.minor === wanted.open.minor &&
    wanted.total.minor < known.total.minor &&
    wanted.open.minor <= known.open.minor;
  const settledOn = known.open.minor === 0 ? known.settledOn : batch.day;
  const changed: KeptInvoice = {
    ...known,
    issued: wanted.issued ?? known.issued,
    due: wanted.due,
    total: saysOpenTwice ? known.total : wanted.total,
    open: wanted.open,
    memo: wanted.memo ?? known.memo,
    settledOn: wanted.open.minor > 0 ? null : settledOn,
  };
  if (JSON.stringify(changed) === JSON.stringify(known)) return false;
  if (wanted.open.currency === known.open.currency) book(payments, known, wanted.open.minor, batch);
  state.invoices.set(known.id, changed);
  return true;
}

/** What became less of an invoice is a payment; a used credit note is not. */
function book(payments: Payment[], invoice: KeptInvoice, openAfter: number, batch: ImportBatch): void {
  const paid = invoice.open.minor - openAfter;
  if (invoice.kind !== 'invoice' || paid <= 0) return;
  payments.push({
    id: randomUUID(),
    customerId: invoice.customerId,
    invoiceId: invoice.id,
    amount: money(paid, invoice.open.currency),
    day: batch.day,
  });
}

function paidBy(state: MemoryState, payments: readonly Payment[]): ImportResult['paid'] {
  const rows = payments.map((payment) => {
    const invoice = state.invoices.get(payment.invoiceId ?? '');
    const customer = state.customers.get(payment.customerId);
    if (!invoice || !customer) throw new Error('A payment of nothing');
    return { payment, invoice, customer };
  });
  rows.sort(
    (a, b) =>
      compare(a.customer.name, b.customer.name) ||
      compare(a.customer.id, b.customer.id) ||
      byDue(a.invoice, b.invoice),
  );
  return rows.map(({ payment, invoice, customer }) => ({
    customerId: customer.id,
    customer: customer.name,
    invoice: invoice.number,
    amount: payment.amount,
    paidOff: invoice.open.minor === 0,
  }));
}

function withoutEmail(state: MemoryState, batch: ImportBatch): ImportResult['withoutEmail'] {
  const owing = new Set(
    [...state.invoices.values()]
      .filter(({ kind, open, due }) => kind === 'invoice' && open.minor > 0 && due < batch.day)
      .map(({ customerId }) => customerId),
  );
  return [...state.customers.values()]
    .filter(({ id, contacts }) => owing.has(id) && contacts.every(({ email }) => email === null))
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
    .map(({ id, name }) => ({ customerId: id, customer: name }));
}
