// What a workspace of the in-memory store holds.
import type { Day, Instant } from '../../src/core/calendar.ts';
import type { Draft, DraftRevision } from '../../src/core/draft.ts';
import type { CaseEvent, Contact, Customer, Invoice, Payment } from '../../src/core/ledger.ts';
import type { InboundMail } from '../../src/core/mail/received-mail.ts';
import type { ModelUsage } from '../../src/core/model-budget.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { Settings } from '../../src/core/settings.ts';
import type { Case, DigestRecord, Feedback, PendingReading, Proposal } from '../../src/ports/records.ts';

export type KeptContact = Contact & { readonly author: string };
export type KeptCustomer = Omit<Customer, 'contacts'> & {
  readonly key: string;
  readonly contacts: readonly KeptContact[];
};
export type KeptInvoice = Invoice & { readonly settledOn: Day | null };
type KeptImport = {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly day: Day;
  readonly at: Instant;
  readonly by: string;
};
export type SendJob = { readonly draftId: string; readonly sendAfter: Instant };

/** Records are replaced, never changed in place, so a caller may keep what it was given. */
export type MemoryState = {
  settings: Settings;
  readonly policies: { readonly policy: Policy; readonly author: string; readonly at: Instant }[];
  readonly customers: Map<string, KeptCustomer>;
  /** Contacts that people saved, oldest first, with those that were known before. */
  readonly contactSaves: {
    readonly customerId: string;
    readonly saved: KeptContact;
    readonly before: readonly KeptContact[];
    readonly at: Instant;
  }[];
  readonly invoices: Map<string, KeptInvoice>;
  payments: Payment[];
  readonly imports: KeptImport[];
  readonly uploads: Map<string, { fileName: string; bytes: Uint8Array; by: string }>;
  readonly events: CaseEvent[];
  readonly cases: Map<string, Case>;
  readonly drafts: Map<string, Draft>;
  readonly revisions: Map<string, readonly DraftRevision[]>;
  readonly modelUsage: Map<Day, ModelUsage>;
  readonly readings: Map<string, PendingReading & { readonly eventIds: readonly string[] }>;
  readonly proposals: Map<string, Proposal>;
  readonly mails: Map<string, InboundMail>;
  readonly feedback: Map<string, Feedback>;
  readonly claims: Set<string>;
  readonly digests: Map<Day, DigestRecord>;
  /** Letters that would wait in the queue. */
  readonly sendJobs: SendJob[];
};

export function publicCustomer({ key: _, contacts, ...customer }: KeptCustomer): Customer {
  return {
    ...customer,
    contacts: contacts.map(({ name, email, phone }) => ({ name, email, phone })),
  };
}

export function publicInvoice({ settledOn: _, ...invoice }: KeptInvoice): Invoice {
  return invoice;
}

/** Oldest due first, as the database answers. */
export function byDue(a: Invoice, b: Invoice): number {
  return compare(a.due, b.due) || compare(a.number, b.number) || compare(a.id, b.id);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
