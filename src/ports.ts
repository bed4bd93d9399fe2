// What the flows need from outside, as types only. main.ts builds the real ones; test/fakes builds the others.
import type { Ageing, TopDebtor } from './core/ageing.ts';
import type { Day, Instant } from './core/calendar.ts';
import type { CaseView } from './core/case-view.ts';
import type { Digest } from './core/digest.ts';
import type {
  Attachment,
  Authorship,
  Draft,
  DraftRevision,
  DraftState,
  Letter,
  Overruled,
} from './core/draft.ts';
import type { DraftFacts } from './core/facts.ts';
import type { Finding } from './core/guard/finding.ts';
import type { ImportBatch, ImportResult } from './core/import/batch.ts';
import type { Table } from './core/import/table.ts';
import type { CaseEvent, Contact, Customer, EventBody, Invoice, Ledger, Source } from './core/ledger.ts';
import type { CallScript } from './core/letter/call-script.ts';
import type { ModelUsage } from './core/model-budget.ts';
import type { Policy } from './core/policy.ts';
import type { CustomerPage } from './core/policy-page.ts';
import type { Reading, ReadingContext } from './core/reading/reading.ts';
import type { Settings } from './core/settings.ts';
import type { Statement } from './core/statement.ts';

/** The time as the app sees it; local mode can move it. */
export type Clock = { now(): Instant };

/** The message in Slack that carries something, so that it can be updated. */
export type MessageRef = { readonly channel: string; readonly ts: string };

export type NewEvent = {
  customerId: string;
  at: Instant;
  by: string;
  source: Source | null;
  body: EventBody;
};

export type Case = {
  readonly id: string;
  readonly customerId: string;
  readonly card: MessageRef | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
};

/** A reply that was read, waiting for a person to confirm what it means. */
export type PendingReading = {
  readonly id: string;
  readonly customerId: string;
  readonly source: Source;
  readonly author: string;
  readonly reading: Reading;
  readonly state: 'asked' | 'confirmed' | 'dismissed' | 'undone';
  readonly card: MessageRef | null;
  readonly decidedBy: string | null;
};

/** The figures a digest showed, kept so that tomorrow's can say what changed. */
export type DigestRecord = {
  readonly day: Day;
  readonly postedAt: Instant;
  readonly message: MessageRef | null;
  readonly overdueByCurrency: readonly { currency: string; minor: number; invoices: number }[];
};

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
  /** Takes back every event a confirmed reading recorded; null where there is nothing (any more) to take back. */
  undoReading(id: string, by: string, at: Instant): Promise<PendingReading | null>;

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

export type RewriteWish = {
  readonly kind: 'softer' | 'firmer' | 'shorter' | 'instruction';
  readonly instruction: string | null;
};

/** Writes a letter's words. It never sees an address, bank details or another customer. */
export type Writer = {
  write(
    facts: DraftFacts,
    /** `authorship`: of the previous words, which a rewrite starts from where they are known with their slots. */
    wish: { rewrite: RewriteWish; previous: Letter; authorship?: Authorship } | null,
  ): Promise<{ letter: Letter; findings: Finding[]; authorship: Authorship }>;
};

/** Reads a reply. The grammar alone, or a model checked by the grammar. */
export type Reader = {
  read(text: string, context: ReadingContext): Promise<Reading>;
};

export type Mail = {
  readonly from: { name: string; address: string };
  readonly replyTo: string;
  readonly to: string;
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly language: string; // BCP 47
  readonly attachments: readonly MailFile[];
  /** Nobody approved it one by one, by the owner's opt-in. */
  readonly byItself: boolean;
  /** Where a letter asks for no payment, whoever gets it may say that they want none: RFC 2369. */
  readonly mayUnsubscribe: boolean;
};

export type MailFile = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };

export type Mailer = {
  /** @throws OutsideError; `retryable` says whether the server certainly took nothing and later may work. */
  send(mail: Mail): Promise<void>;
};

/** What flows say to a workspace in Slack; the words become blocks in the slack room. */
export type TeamChat = {
  postDigest(digest: Digest, channel: string): Promise<MessageRef>;
  updateDigest(digest: Digest, at: MessageRef, page: number): Promise<void>;
  /** Posts the case card where there is none and updates it where there is. */
  showCase(view: CaseView, at: MessageRef | null, channel: string): Promise<MessageRef>;
  postDraft(draft: Draft, customer: Customer, thread: MessageRef): Promise<MessageRef>;
  updateDraft(draft: Draft, customer: Customer): Promise<void>;
  /** What to say on the phone, with a box for what came of it. */
  postScript(
    script: CallScript,
    customer: Customer,
    currency: string,
    thread: MessageRef,
  ): Promise<MessageRef>;
  postReading(
    pending: PendingReading,
    customer: Customer,
    thread: MessageRef,
    after: string | null,
  ): Promise<MessageRef>;
  updateReading(pending: PendingReading, customer: Customer, after: string | null): Promise<void>;
  /** A plain sentence in a case's thread or a channel. */
  say(text: string, at: { channel: string; threadTs: string | null }): Promise<MessageRef>;
  /** A plain sentence to one person, in their DM with the app. */
  tell(user: string, text: string): Promise<void>;
  /** A page to read, and the same as a file, in the person's DM with the app. */
  givePage(user: string, page: CustomerPage, file: { name: string; content: string }): Promise<void>;
  /** A file with a sentence, in a thread. */
  giveFile(thread: MessageRef, file: { name: string; bytes: Uint8Array }, words: string): Promise<void>;
  linkTo(message: MessageRef): Promise<string | null>;
};

/** Documents as files. The same document gives the same bytes. */
export type Documents = { statement(statement: Statement): Promise<Uint8Array> };

/** An expected no: said to the person, never thrown. */
export type Refused = { readonly kind: 'refused'; readonly because: string };

/** A file of invoices as cells, whatever its kind. Never throws: a broken file is refused in words. */
export type LedgerFiles = {
  readonly maxBytes: number;
  /** The sentence that refuses a file of so many bytes, before it is fetched; null: it may come. */
  refuseBySize(fileName: string, bytes: number): string | null;
  read(fileName: string, bytes: Uint8Array): ({ readonly kind: 'table' } & Table) | Refused;
};

/** Wakes the sending of an approved draft before its time, as when the local clock has moved. */
export type Queue = { wakeSend(workspaceId: string, draftId: string): Promise<void> };

/** What a flow is given. */
export type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly chat: TeamChat;
  readonly writer: Writer;
  readonly reader: Reader;
  readonly files: LedgerFiles;
  readonly documents: Documents;
  /** Null: no mail server is set, so nothing can be sent. */
  readonly mailer: Mailer | null;
  readonly queue: Queue;
  readonly undoSeconds: number;
  /** A new unique id, for rows whose id must be known before they are written. */
  readonly newId: () => string;
};
