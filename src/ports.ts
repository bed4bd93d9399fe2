// What the flows need from outside, as types only. main.ts builds the real ones; test/fakes builds the others.
import type { z } from 'zod';
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
import type { InboundMail, MailMatch } from './core/mail/received-mail.ts';
import type { ModelUsage } from './core/model-budget.ts';
import type { PackFile, Sha256 } from './core/pack.ts';
import type { PlanView } from './core/plan/plan-view.ts';
import type { Policy } from './core/policy.ts';
import type { CustomerPage } from './core/policy-page.ts';
import type { ProposalContent, ProposalState } from './core/proposal.ts';
import type { Reading, ReadingContext } from './core/reading/reading.ts';
import type { RequestView } from './core/request-view.ts';
import type { Settings } from './core/settings.ts';
import type { Statement } from './core/statement.ts';
import type { Timeline } from './core/timeline.ts';

/** The time as the app sees it; local mode can move it. */
export type Clock = { now(): Instant };

/** The message in Slack that carries something, so that it can be updated. */
export type MessageRef = { readonly channel: string; readonly ts: string };

/** Where a message goes: into a thread, or with `ts` null into the channel itself. */
export type Beside = { readonly channel: string; readonly ts: string | null };

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

/** What a message says since its author changed it; `quote` null: it was deleted. */
export type Rewording = { readonly quote: string | null; readonly reading: Reading };

/** Withdrawn: the author deleted the words, or changed them into some that mean nothing, before anybody confirmed. */
export type ReadingState = 'asked' | 'confirmed' | 'dismissed' | 'undone' | 'withdrawn';

/** A reply that was read, waiting for a person to confirm what it means. */
export type PendingReading = {
  readonly id: string;
  readonly customerId: string;
  readonly source: Source;
  readonly author: string;
  readonly reading: Reading;
  readonly state: ReadingState;
  readonly card: MessageRef | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Slack's stamp of the newest change of the words; null: they stand as they were sent. */
  readonly editedTs: string | null;
  /** Of a confirmed one: nobody has said yet what of the record, now that the words are others. */
  readonly rewording: Rewording | null;
};

/** A wish that waits for a button, or what became of it. */
export type Proposal = ProposalContent & {
  readonly card: MessageRef | null;
  /** What doing it recorded, so that it can be taken back. */
  readonly eventIds: readonly string[];
};

/** What somebody thought of an answer: the question, and who answered it. */
export type Feedback = {
  readonly message: MessageRef;
  readonly user: string;
  readonly verdict: 'good' | 'bad';
  readonly question: string;
  readonly by: 'grammar' | 'model';
  readonly at: Instant;
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

/** What a tool found. `isOurs` false: customers' own words may stand in it, so no single figure of it is taken. */
export type ToolTold = {
  readonly sentences: readonly string[];
  readonly lines: readonly string[];
  readonly isOurs: boolean;
};

/** What a model may do in a conversation: look something up, or put a proposal before the person. */
export type AssistantTool = {
  readonly name: string;
  readonly says: string;
  /** For the person who waits, while it runs. */
  readonly task: string;
  readonly parameters: z.ZodType;
  /** `input` has passed `parameters`. */
  run(input: unknown): Promise<ToolTold>;
};

export type Conversation = {
  readonly question: string;
  /** What the same person asked before, oldest first. */
  readonly earlier: readonly string[];
  /** The customer whose case is being talked about. */
  readonly about: string | null;
  readonly today: Day;
  readonly locale: string;
  readonly customerNames: readonly string[];
  readonly tools: readonly AssistantTool[];
  /** Aborted when the person wants it stopped; null: nobody can. */
  readonly signal: AbortSignal | null;
  /** A tool begins or has ended. */
  readonly onTask: (task: AssistantTask) => void;
};

export type AssistantTask = {
  readonly id: string;
  readonly title: string;
  readonly state: 'working' | 'done' | 'failed';
};

export type Conversed =
  | { readonly kind: 'answered'; readonly sentences: readonly string[]; readonly lines: readonly string[] }
  /** `because`: the first half of a sentence. */
  | { readonly kind: 'gave_up'; readonly because: string }
  | { readonly kind: 'stopped' };

/** Answers with a model and tools. Every figure in its answer is a tool's. */
export type Assistant = { converse(conversation: Conversation): Promise<Conversed> };

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
    thread: Beside,
    after: string | null,
  ): Promise<MessageRef>;
  updateReading(pending: PendingReading, customer: Customer, after: string | null): Promise<void>;
  /** What somebody wished for, with the button that does it. */
  postProposal(
    proposal: Proposal,
    at: { readonly channel: string; readonly threadTs: string | null },
  ): Promise<MessageRef>;
  updateProposal(proposal: Proposal): Promise<void>;
  /** A customer's mail in the thread of their case. */
  postMail(
    mail: InboundMail,
    customer: Customer,
    thread: MessageRef,
    reading: Reading | null,
  ): Promise<MessageRef>;
  updateMail(mail: InboundMail, customer: Customer): Promise<void>;
  /** A mail of which nobody knows whose it is, in a channel. */
  askWhose(mail: InboundMail, channel: string): Promise<MessageRef>;
  /** `settled`: what a person said; the name is null where it is about no invoice. */
  updateWhose(card: MessageRef, settled: { customerName: string | null; by: string }): Promise<void>;
  /** A payment plan with what can be done about it now. */
  postPlan(view: PlanView, thread: MessageRef): Promise<MessageRef>;
  updatePlan(view: PlanView, at: MessageRef): Promise<void>;
  /** Two questions about a case that is over. */
  askLookBack(customer: Customer, thread: MessageRef): Promise<MessageRef>;
  /** A request of the last resort in the case's thread, with its buttons. */
  postRequest(view: RequestView, thread: MessageRef): Promise<MessageRef>;
  updateRequest(view: RequestView, at: MessageRef): Promise<void>;
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
export type Documents = {
  statement(statement: Statement): Promise<Uint8Array>;
  timeline(timeline: Timeline): Promise<Uint8Array>;
  /** `on` stands as the time of every file. */
  zip(files: readonly PackFile[], on: Day): Promise<Uint8Array>;
  /** Never throws: a broken archive is refused in words. */
  unzip(bytes: Uint8Array): { readonly kind: 'files'; readonly files: readonly PackFile[] } | Refused;
  sha256: Sha256;
};

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
  /** Null: no model is set, and the grammar answers alone. */
  readonly assistant: Assistant | null;
  readonly files: LedgerFiles;
  readonly documents: Documents;
  /** Null: no mail server is set, so nothing can be sent. */
  readonly mailer: Mailer | null;
  readonly queue: Queue;
  readonly undoSeconds: number;
  /** A new unique id, for rows whose id must be known before they are written. */
  readonly newId: () => string;
};
