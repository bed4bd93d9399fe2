// What the flows need of the chat in which the team works.
import type { CaseView } from '../core/case-view.ts';
import type { Digest } from '../core/digest.ts';
import type { Draft } from '../core/draft.ts';
import type { Customer } from '../core/ledger.ts';
import type { CallScript } from '../core/letter/call-script.ts';
import type { InboundMail } from '../core/mail/received-mail.ts';
import type { PlanView } from '../core/plan/plan-view.ts';
import type { CustomerPage } from '../core/policy-page.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { RequestView } from '../core/request-view.ts';
import type { Beside, MessageRef, PendingReading, Proposal } from './records.ts';

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
  /** By which others know a person of the team; the id where that cannot be told. Never fails. */
  nameOf(user: string): Promise<string>;
};
