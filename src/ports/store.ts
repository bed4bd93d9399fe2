// What the flows need of the memory. One store is opened for one workspace, so that nothing can be asked without it.
import type { Ageing, TopDebtor } from '../core/ageing.ts';
import type { Day, Instant } from '../core/calendar.ts';
import type {
  Attachment,
  Authorship,
  Draft,
  DraftRevision,
  DraftState,
  Letter,
  Overruled,
} from '../core/draft.ts';
import type { DraftFacts } from '../core/facts.ts';
import type { Finding } from '../core/guard/finding.ts';
import type { ImportBatch, ImportResult } from '../core/import/batch.ts';
import type { CaseEvent, Contact, Customer, Invoice, Ledger, Source } from '../core/ledger.ts';
import type { InboundMail, MailMatch } from '../core/mail/received-mail.ts';
import type { ModelUsage } from '../core/model-budget.ts';
import type { Policy } from '../core/policy.ts';
import type { ProposalState } from '../core/proposal.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { Settings } from '../core/settings.ts';
import type {
  Case,
  DigestRecord,
  Feedback,
  MessageRef,
  NewEvent,
  PendingReading,
  Proposal,
  ReadingState,
} from './records.ts';

/** What is remembered, of one workspace only. Writes that belong together are one method, and one transaction. */
export type Store = {
  readonly workspaceId: string;

  settings(): Promise<Settings>;
  saveSettings(settings: Settings, by: string, at: Instant): Promise<void>;
  policy(): Promise<{ version: number; policy: Policy }>;
  /** The new version's number. Null: `after` is no longer the newest version, so nothing was saved. */
  savePolicy(policy: Policy, by: string, at: Instant, after?: number): Promise<number | null>;
  /** Oldest first; none while the workspace has the policy it began with. */
  policyVersions(): Promise<{ version: number; policy: Policy; author: string; at: Instant }[]>;

  /** Everything the engine reads: customers with anything open or recorded, their invoices, payments, events. */
  ledger(): Promise<Ledger>;
  /** The same for one customer, with all invoices ever seen; null where there is no such customer. */
  customerLedger(customerId: string): Promise<Ledger | null>;
  /** Open, overdue totals in buckets by currency, summed by the database. */
  ageing(today: Day): Promise<Ageing>;
  /** The customers with the greatest overdue totals, at least `minDaysLate` late, `offset` skipped. */
  topDebtors(
    today: Day,
    page: { minDaysLate: number; limit: number; offset: number; accountManager?: string },
  ): Promise<{ rows: TopDebtor[]; total: number }>;
  /** Names and ids of all customers, for finding one by what was typed. */
  customerNames(): Promise<{ id: string; name: string }[]>;
  invoicesByNumber(number: string): Promise<Invoice[]>;
  saveContact(customerId: string, contact: Contact, by: string, at: Instant): Promise<void>;
  /** Puts the contacts back as they were before `contact` was saved at `savedAt`; false where they are others by now. */
  takeBackContact(
    customerId: string,
    contact: Contact,
    savedAt: Instant,
    by: string,
    at: Instant,
  ): Promise<boolean>;
  saveCustomer(
    customer: Pick<Customer, 'id' | 'terms' | 'language' | 'zone' | 'accountManager'>,
    by: string,
    at: Instant,
  ): Promise<void>;

  /** All rows or none; the same batch twice changes nothing. */
  importBatch(batch: ImportBatch, by: string, at: Instant): Promise<ImportResult>;
  lastImport(): Promise<{ at: Instant; fileName: string; by: string } | null>;
  /** A file on its way in, kept while a person answers what is unsure. */
  keepUpload(upload: { fileName: string; bytes: Uint8Array; by: string; at: Instant }): Promise<string>;
  takeUpload(id: string): Promise<{ fileName: string; bytes: Uint8Array; by: string } | null>;
  /** Forgets a kept file, once it has gone where it was to go. */
  dropUpload(id: string): Promise<void>;

  addEvent(event: NewEvent): Promise<CaseEvent>;
  event(id: string): Promise<CaseEvent | null>;

  /** The customer's open case, opened where there is none. */
  openCase(customerId: string, at: Instant): Promise<Case>;
  saveCaseCard(caseId: string, card: MessageRef): Promise<void>;
  caseByThread(thread: MessageRef): Promise<Case | null>;
  caseOf(customerId: string): Promise<Case | null>;

  /** Refused (null) when the customer and currency have a live draft already, which is returned instead. */
  addDraft(
    draft: Omit<
      Draft,
      | 'state'
      | 'revision'
      | 'card'
      | 'approvedBy'
      | 'approvedAt'
      | 'sendAfter'
      | 'sentAt'
      | 'reason'
      | 'decidedBy'
      | 'overruled'
    >,
  ): Promise<{ draft: Draft; isNew: boolean }>;
  draft(id: string): Promise<Draft | null>;
  draftsOf(customerId: string): Promise<Draft[]>;
  draftsIn(state: DraftState): Promise<Draft[]>;
  /** Every wording that the draft had, oldest first. */
  draftRevisions(id: string): Promise<DraftRevision[]>;
  saveDraftCard(id: string, card: MessageRef): Promise<void>;
  /** New words; only of a proposed or failed draft that is still at `revision`. Null: somebody was faster. */
  reviseDraft(
    id: string,
    revision: number,
    change: {
      letter: Letter;
      findings: readonly Finding[];
      authorship: Authorship;
      facts?: DraftFacts;
      to?: string;
      cc?: readonly string[];
      attachments?: readonly Attachment[];
      by: string;
      at: Instant;
    },
  ): Promise<Draft | null>;
  /** proposed|failed|unsure → approved, and the job that will send it, in one transaction. Null: not in that state or revision. */
  approveDraft(
    id: string,
    revision: number,
    approval: {
      by: string;
      at: Instant;
      sendAfter: Instant;
      findings: readonly Finding[];
      /** What the approver overruled; recorded with the approval as an event of the case. */
      overruled?: Overruled | null;
    },
  ): Promise<Draft | null>;
  /**
   * A conditional move from one of `from` to `to`; exactly one caller wins, the others get null.
   * `event` is recorded in the same transaction.
   */
  moveDraft(
    id: string,
    from: readonly DraftState[],
    to: DraftState,
    change: { by: string; at: Instant; reason?: string | null; event?: NewEvent },
  ): Promise<Draft | null>;
  /** The Message-IDs of mails sent to the customer, oldest first, for threading. */
  sentMessageIds(customerId: string): Promise<{ messageId: string; subject: string }[]>;

  addReading(reading: {
    customerId: string;
    source: Source;
    author: string;
    reading: Reading;
    at: Instant;
    /** Where the words are known only since they were changed. */
    editedTs?: string;
    /** 'withdrawn' keeps in mind that they say nothing now, should an older wording come late. */
    state?: 'asked' | 'withdrawn';
  }): Promise<{ pending: PendingReading; isNew: boolean }>;
  reading(id: string): Promise<PendingReading | null>;
  /** What was read in a message; null where it was taken for chatter, or not read at all. */
  readingOf(message: MessageRef): Promise<PendingReading | null>;
  saveReadingCard(id: string, card: MessageRef): Promise<void>;
  changeReading(id: string, reading: Reading): Promise<PendingReading | null>;
  /** asked → confirmed|dismissed with its events in one transaction; null: somebody was faster. */
  decideReading(
    id: string,
    to: 'confirmed' | 'dismissed',
    by: string,
    at: Instant,
    events: readonly NewEvent[],
  ): Promise<{ pending: PendingReading; events: CaseEvent[] } | null>;
  /**
   * Takes in that the author changed the words. Null: it is no longer in the state `from`, or a newer change was
   * taken in already. `editedTs` null: the words are the ones that are known.
   */
  rewordReading(
    id: string,
    from: ReadingState,
    change: { editedTs: string | null; at: Instant } & Pick<
      PendingReading,
      'state' | 'reading' | 'rewording'
    > & {
        quote: string;
      },
  ): Promise<PendingReading | null>;
  /**
   * Decides about a confirmed reading whose words were changed, as they were at `editedTs`. 'kept': the record stays.
   * Otherwise it is taken back in one transaction: 'confirmed' with `events` in its place, 'asked' anew, or 'undone'.
   * Null: decided already, or the words were changed again.
   */
  settleRewording(
    id: string,
    editedTs: string,
    to: 'kept' | 'confirmed' | 'asked' | 'undone',
    by: string,
    at: Instant,
    events: readonly NewEvent[],
  ): Promise<PendingReading | null>;
  /** Takes back every event a confirmed reading recorded; null where there is nothing (any more) to take back. */
  undoReading(id: string, by: string, at: Instant): Promise<PendingReading | null>;

  addProposal(proposal: Pick<Proposal, 'deed' | 'words' | 'askedBy' | 'askedAt'>): Promise<Proposal>;
  proposal(id: string): Promise<Proposal | null>;
  proposalsIn(state: ProposalState): Promise<Proposal[]>; // oldest first
  saveProposalCard(id: string, card: MessageRef): Promise<void>;
  /** A conditional move with what it records, in one transaction; exactly one caller wins, the others get null. */
  moveProposal(
    id: string,
    from: ProposalState,
    to: ProposalState,
    change: {
      by: string;
      at: Instant;
      result: string | null;
      link: string | null;
      events: readonly NewEvent[];
    },
  ): Promise<Proposal | null>;
  /** Keeps a mail once, by its key, with the event that holds chasing, in one transaction; `isNew` false: it was there. */
  keepMail(mail: InboundMail, event: NewEvent | null): Promise<{ mail: InboundMail; isNew: boolean }>;
  inboundMail(id: string): Promise<InboundMail | null>;
  /** The mail that a message in Slack shows. */
  mailByCard(card: MessageRef): Promise<InboundMail | null>;
  /** Oldest first. */
  mailsIn(state: InboundMail['state']): Promise<InboundMail[]>;
  saveMailCard(id: string, card: MessageRef): Promise<void>;
  /**
   * A conditional move from one state to another; exactly one caller wins, the others get null. `customerId` and
   * `match`: a person said whose it is, and its card is not posted yet. Of a mail passed over no words are kept.
   */
  moveMail(
    id: string,
    from: InboundMail['state'],
    to: InboundMail['state'],
    change?: { customerId: string; match: MailMatch; event: NewEvent | null },
  ): Promise<InboundMail | null>;
  /** Somebody has looked at it: recorded once, with its event. Null: somebody has before. */
  lookAtMail(id: string, by: string, at: Instant): Promise<InboundMail | null>;
  /** Our letters that were sent under one of these Message-IDs. */
  lettersSentAs(messageIds: readonly string[]): Promise<{ messageId: string; customerId: string }[]>;
  /** Customers with this address among their contacts, or to whom a letter went there. Case is ignored. */
  customersAt(address: string): Promise<string[]>;

  /** One verdict a person and answer: a second one takes the place of the first. */
  saveFeedback(feedback: Feedback): Promise<void>;
  /** The newest first. */
  feedback(most: number): Promise<Feedback[]>;

  /** What a model was asked on that day. */
  modelUsage(day: Day): Promise<ModelUsage>;
  addModelUsage(day: Day, more: ModelUsage): Promise<void>;

  /** True for the first caller only: a job of that name for that day. */
  claimJob(job: string, day: Day, at: Instant): Promise<boolean>;
  /** Gives the claim back after a failure, so that the next tick tries again. */
  releaseJob(job: string, day: Day): Promise<void>;
  /** True the first time an event id is seen. */
  claimSlackEvent(eventId: string, at: Instant): Promise<boolean>;
  saveDigest(record: DigestRecord): Promise<void>;
  lastDigestBefore(day: Day): Promise<DigestRecord | null>;
  digestOf(day: Day): Promise<DigestRecord | null>;
};

/** Opens stores, one workspace each. */
export type Stores = {
  forTeam(teamId: string, name: string): Promise<Store>; // created where new
  all(): Promise<Store[]>;
};
