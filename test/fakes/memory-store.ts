// A Store in memory for the tests of flows. test/db/store-contract.ts holds it to what the real one does.
import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { CaseEvent, Invoice } from '../../src/core/ledger.ts';
import { policySchema } from '../../src/core/policy-schema.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../src/core/settings.ts';
import { isAsSaved, withContactFirst } from '../../src/db/contact-order.ts';
import type { Case, NewEvent } from '../../src/ports/records.ts';
import type { Store, Stores } from '../../src/ports/store.ts';
import { memoryDrafts } from './memory-drafts.ts';
import { importIntoMemory } from './memory-import.ts';
import { memoryAgeing, memoryCustomerLedger, memoryLedger, memoryTopDebtors } from './memory-ledger.ts';
import { memoryMails } from './memory-mails.ts';
import { memoryProposals } from './memory-proposals.ts';
import { memoryReadings } from './memory-readings.ts';
import { byDue, compare, type MemoryState, publicInvoice, type SendJob } from './memory-state.ts';

export type MemoryStore = Store & {
  /** The letters that approvals put into the queue, oldest first. */
  readonly sendJobs: readonly SendJob[];
};

export function createMemoryStores(): Stores {
  const byTeam = new Map<string, Store>();
  return {
    forTeam: async (teamId) => {
      const store = byTeam.get(teamId) ?? createMemoryStore();
      byTeam.set(teamId, store);
      return store;
    },
    all: async () => [...byTeam.values()],
  };
}

function emptyState(): MemoryState {
  return {
    settings: DEFAULT_SETTINGS,
    policies: [],
    customers: new Map(),
    contactSaves: [],
    invoices: new Map(),
    payments: [],
    imports: [],
    uploads: new Map(),
    events: [],
    cases: new Map(),
    drafts: new Map(),
    revisions: new Map(),
    modelUsage: new Map(),
    readings: new Map(),
    proposals: new Map(),
    mails: new Map(),
    feedback: new Map(),
    claims: new Set(),
    digests: new Map(),
    sendJobs: [],
  };
}

export function createMemoryStore(): MemoryStore {
  const state = emptyState();
  const known = (customerId: string) => {
    const customer = state.customers.get(customerId);
    if (!customer) throw new Error(`There is no customer ${customerId}`);
    return customer;
  };
  const record = (event: NewEvent): CaseEvent => {
    known(event.customerId);
    const made = { id: randomUUID(), ...event };
    state.events.push(made);
    return made;
  };
  const claim = (name: string): boolean => {
    if (state.claims.has(name)) return false;
    state.claims.add(name);
    return true;
  };

  return {
    workspaceId: randomUUID(),
    sendJobs: state.sendJobs,

    settings: async () => state.settings,
    saveSettings: async (settings) => {
      state.settings = settingsSchema.parse(settings);
    },
    policy: async () => ({
      version: state.policies.length,
      policy: state.policies.at(-1)?.policy ?? DEFAULT_POLICY,
    }),
    savePolicy: async (policy, author, at, after) => {
      if (after !== undefined && after !== state.policies.length) return null;
      return state.policies.push({ policy: policySchema.parse(policy), author, at });
    },
    policyVersions: async () => state.policies.map((one, index) => ({ version: index + 1, ...one })),

    ledger: async () => memoryLedger(state),
    customerLedger: async (id) => memoryCustomerLedger(state, id),
    ageing: async (today) => memoryAgeing(state, today),
    topDebtors: (today, page) => memoryTopDebtors(state, today, page),
    customerNames: async () =>
      [...state.customers.values()]
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
    invoicesByNumber: async (number): Promise<Invoice[]> =>
      [...state.invoices.values()]
        .filter((invoice) => invoice.number === number)
        .sort(byDue)
        .map(publicInvoice),
    saveContact: async (customerId, { name, email, phone }, author, at) => {
      const customer = known(customerId);
      const saved = { name, email, phone, author };
      state.contactSaves.push({ customerId, saved, before: customer.contacts, at });
      const contacts = withContactFirst(customer.contacts, saved);
      state.customers.set(customerId, { ...customer, contacts });
    },
    takeBackContact: async (customerId, { name, email, phone }, savedAt) => {
      const customer = known(customerId);
      const last = state.contactSaves.findLast(
        ({ saved, customerId: of }) =>
          of === customerId && saved.name === name && saved.email === email && saved.phone === phone,
      );
      if (last?.at !== savedAt || !isAsSaved(last.before, last.saved, customer.contacts)) return false;
      state.customers.set(customerId, { ...customer, contacts: last.before });
      return true;
    },
    saveCustomer: async (change) => {
      state.customers.set(change.id, { ...known(change.id), ...change });
    },

    importBatch: async (batch, by, at) => importIntoMemory(state, batch, by, at),
    lastImport: async () => {
      const last = state.imports.at(-1);
      return last ? { at: last.at, fileName: last.fileName, by: last.by } : null;
    },
    keepUpload: async ({ fileName, bytes, by }) => {
      const id = randomUUID();
      state.uploads.set(id, { fileName, bytes, by });
      return id;
    },
    takeUpload: async (id) => state.uploads.get(id) ?? null,
    dropUpload: async (id) => {
      state.uploads.delete(id);
    },

    addEvent: async (event) => record(event),
    event: async (id) => state.events.find((event) => event.id === id) ?? null,
    ...memoryCases(state, known),
    ...memoryDrafts(state, record),
    ...memoryReadings(state, record),
    ...memoryProposals(state, record),
    ...memoryMails(state, record),

    claimJob: async (job, day) => claim(`job ${job} ${day}`),
    releaseJob: async (job, day) => {
      state.claims.delete(`job ${job} ${day}`);
    },
    claimSlackEvent: async (eventId) => claim(`event ${eventId}`),
    saveFeedback: async (given) => {
      state.feedback.set(`${given.message.channel} ${given.message.ts} ${given.user}`, given);
    },
    feedback: async (most) => [...state.feedback.values()].sort((a, b) => compare(b.at, a.at)).slice(0, most),
    modelUsage: async (day) => state.modelUsage.get(day) ?? { calls: 0, tokens: 0, millis: 0 },
    addModelUsage: async (day, more) => {
      const known = state.modelUsage.get(day) ?? { calls: 0, tokens: 0, millis: 0 };
      state.modelUsage.set(day, {
        calls: known.calls + more.calls,
        tokens: known.tokens + more.tokens,
        millis: known.millis + more.millis,
      });
    },
    saveDigest: async (digest) => {
      state.digests.set(digest.day, digest);
    },
    lastDigestBefore: async (day) =>
      [...state.digests.values()]
        .filter((digest) => digest.day < day)
        .sort((a, b) => compare(a.day, b.day))
        .at(-1) ?? null,
    digestOf: async (day) => state.digests.get(day) ?? null,
  };
}

type CasePart = Pick<Store, 'openCase' | 'saveCaseCard' | 'caseByThread' | 'caseOf'>;

function memoryCases(state: MemoryState, known: (customerId: string) => unknown): CasePart {
  const find = (accept: (found: Case) => boolean) => [...state.cases.values()].find(accept) ?? null;
  const openCaseOf = (customerId: string) =>
    find((found) => found.customerId === customerId && found.closedAt === null);
  return {
    openCase: async (customerId, openedAt) => {
      known(customerId);
      const open = openCaseOf(customerId);
      if (open) return open;
      const made: Case = { id: randomUUID(), customerId, card: null, openedAt, closedAt: null };
      state.cases.set(made.id, made);
      return made;
    },
    saveCaseCard: async (id, card) => {
      const found = state.cases.get(id);
      if (found) state.cases.set(id, { ...found, card });
    },
    caseByThread: async ({ channel, ts }) => find(({ card }) => card?.channel === channel && card.ts === ts),
    caseOf: async (customerId) => openCaseOf(customerId),
  };
}
