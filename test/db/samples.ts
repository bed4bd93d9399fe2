// Made-up customers, invoices and drafts that the tests of this room begin with.
import type { Day } from '../../src/core/calendar.ts';
import type { Draft } from '../../src/core/draft.ts';
import type { DraftFacts } from '../../src/core/facts.ts';
import type { ImportBatch, ImportCustomer, ImportInvoice } from '../../src/core/import/batch.ts';
import type { Contact } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import type { Reading } from '../../src/core/reading/reading.ts';
import type { Store } from '../../src/ports/store.ts';

export const NOW = '2026-11-24T09:00:00.000Z';
export const TODAY: Day = '2026-11-24';

export function contact(
  email: string | null,
  name: string | null = null,
  phone: string | null = null,
): Contact {
  return { name, email, phone };
}

export function customer(name: string, said: Contact | null = null): ImportCustomer {
  return { key: name.toLowerCase(), name, group: null, contact: said };
}

type InvoiceWish = Partial<Omit<ImportInvoice, 'open' | 'total'>> & {
  open: number;
  total?: number;
  currency?: string;
};

export function invoice(of: string, number: string, wish: InvoiceWish): ImportInvoice {
  const { open, total = open, currency = 'USD', ...rest } = wish;
  return {
    customerKey: of.toLowerCase(),
    number,
    kind: 'invoice',
    issued: '2026-09-20',
    due: '2026-10-20',
    memo: null,
    line: 1,
    ...rest,
    total: money(total, currency),
    open: money(open, currency),
  };
}

export function batch(
  customers: readonly ImportCustomer[],
  invoices: readonly ImportInvoice[],
  wish: Partial<ImportBatch> = {},
): ImportBatch {
  return {
    fileName: 'ledger.csv',
    sha256: 'a'.repeat(64),
    day: TODAY,
    covers: 'changes',
    customers,
    invoices,
    ...wish,
  };
}

/** A store with one customer and one overdue invoice; answers the customer's id. */
export async function withCustomer(store: Store, name = 'Acme'): Promise<string> {
  const said = contact('ap@acme.test', 'Ann');
  await store.importBatch(
    batch([customer(name, said)], [invoice(name, 'INV-1', { open: 10_000 })], {
      sha256: name.padEnd(64, '0'),
    }),
    'U1',
    NOW,
  );
  const found = (await store.customerNames()).find((entry) => entry.name === name);
  if (!found) throw new Error('The import took no customer in');
  return found.id;
}

const FACTS: DraftFacts = {
  asOf: TODAY,
  step: 'question',
  tone: 'helpful',
  maySay: [],
  decided: [],
  language: 'en',
  customerName: 'Acme',
  contactName: 'Ann',
  senderName: 'Sam',
  senderEmail: 'sam@maple.test',
  businessName: 'Maple',
  businessPhone: null,
  bankDetails: null,
  invoices: [],
  total: money(10_000, 'USD'),
  daysLate: 35,
  deadline: null,
  plan: null,
  history: {
    firstLatePayment: true,
    customerSince: null,
    lettersSent: 0,
    lastLetter: null,
    brokenPromise: null,
    partPaid: false,
  },
  policyVersion: 0,
};

export const TEMPLATE_AUTHOR: Draft['authorship'] = {
  kind: 'template',
  promptId: 'question',
  promptVersion: 1,
  promptHash: 'abc',
  model: null,
  note: null,
};

export function newDraft(
  customerId: string,
  id: string,
  wish: { currency?: string; createdAt?: string } = {},
): Parameters<Store['addDraft']>[0] {
  return {
    id,
    customerId,
    currency: 'USD',
    step: 'question',
    to: 'ap@acme.test',
    cc: ['boss@acme.test'],
    letter: { subject: 'Invoice INV-1', body: 'When can we expect it?' },
    facts: FACTS,
    findings: [],
    authorship: TEMPLATE_AUTHOR,
    createdBy: 'U1',
    createdAt: NOW,
    messageId: `<${id}@maple.test>`,
    inReplyTo: null,
    attachments: [],
    ...wish,
  };
}

export const PROMISE_READING: Reading = {
  kind: 'outcomes',
  items: [
    { outcome: { kind: 'promise', amount: 'full', date: '2026-12-04', invoices: [] }, quote: 'by Friday' },
  ],
  problems: [],
  via: 'call',
  sureness: 'high',
  by: 'grammar',
};
