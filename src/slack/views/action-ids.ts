// The names of everything that can be clicked, chosen or submitted, and what a click carries with it.
import { z } from 'zod';

/** `noun.verb`. The comment says what the element carries. */
export const ACTIONS = {
  linkOpen: 'link.open', // a button with a URL: nothing to do but acknowledge
  linkOpenDraft: 'link.open_draft', // the same; two elements of one block may not share an id

  digestPrevious: 'digest.previous', // value: digestPage
  digestNext: 'digest.next', // value: digestPage
  digestLeave: 'digest.leave', // value: digestPage; opens the modal of whom we leave alone
  leavePrevious: 'leave.previous', // value: digestPage; inside that modal
  leaveNext: 'leave.next', // value: digestPage; inside that modal

  caseDraft: 'case.draft', // value: customer
  caseLog: 'case.log', // value: customer
  scriptRecord: 'script.record', // value: customer; the words stand in the script's box
  scriptForm: 'script.form', // value: customer; opens the form for the call of this script
  caseSnooze: 'case.snooze', // menu: '3' | '7' | '14' days or 'until' <customer id>
  caseContact: 'case.contact', // value: customer
  caseResolve: 'case.resolve', // value: customer
  disputeOwner: 'dispute.owner', // value: customer; opens the form for who settles it
  disputeHeard: 'dispute.heard', // value: customer; drafts the letter that says we heard them
  disputeReopen: 'dispute.reopen', // value: customer
  requestStatement: 'request.statement', // value: customer
  requestCopy: 'request.copy', // value: customer; opens the form for the file
  requestDone: 'request.done', // value: customer; opens the form
  orderAsk: 'order.ask', // value: customer; drafts the letter that asks for their order number
  orderNumber: 'order.number', // value: customer; opens the form
  orderTakeBack: 'order.take_back', // value: customer; opens the form
  caseOpen: 'case.open', // value: customer; opens the case in the channel
  caseMore: 'case.more', // overflow: 'why' | 'history' | 'contact' | 'terms' | 'acts' | 'resolve' | 'open' <customer id>
  caseStatement: 'case.statement', // value: customer
  assessOpen: 'assess.open', // value: customer
  offerOpen: 'offer.open', // value: customer
  offerEarly: 'offer.early', // value: customer; inside the modal of offers
  offerWaiver: 'offer.waiver', // value: customer; inside the modal of offers
  offerRecognition: 'offer.recognition', // value: customer; inside the modal of offers
  assessFromReading: 'assess.from_reading', // value: reading
  caseThank: 'case.thank', // value: customer
  caseNote: 'case.note', // value: customer; opens the form for a note on the relationship
  caseNoteBack: 'case.note_back', // value: note; inside the relationship modal
  caseRelationship: 'case.relationship', // value: customer
  lookBackOpen: 'look_back.open', // value: customer; opens the two questions about a case that is over
  lookBackSkip: 'look_back.skip', // value: customer
  caseNotNow: 'case.not_now', // value: customer; puts off a friendly call
  planOpen: 'plan.open', // value: customer; opens the calculator
  planFromReading: 'plan.from_reading', // value: reading; the same with what they asked for
  planApprove: 'plan.approve', // value: planApproval
  planKeepTerms: 'plan.keep_terms', // value: planApproval
  planLetter: 'plan.letter', // value: plan; drafts the plan in writing
  planAccepted: 'plan.accepted', // value: plan
  planChange: 'plan.change', // value: plan; opens the calculator for other terms
  planExtend: 'plan.extend', // value: plan
  planEnd: 'plan.end', // value: plan
  caseHistoryNewer: 'case.history_newer', // value: historyPage; inside the history modal
  caseHistoryOlder: 'case.history_older', // value: historyPage; inside the history modal

  draftApprove: 'draft.approve', // value: draft
  draftEdit: 'draft.edit', // value: draft
  draftRewrite: 'draft.rewrite', // menu: 'softer' | 'firmer' | 'shorter' | 'instruction' | 'in_de' … <draft id> <revision>
  draftSkip: 'draft.skip', // value: draft
  draftRefresh: 'draft.refresh', // value: draft
  draftWhy: 'draft.why', // value: draft
  draftUndo: 'draft.undo', // value: draft
  draftWasSent: 'draft.was_sent', // value: draft
  draftWasNotSent: 'draft.was_not_sent', // value: draft

  readingConfirm: 'reading.confirm', // value: reading
  readingChange: 'reading.change', // value: reading
  readingDismiss: 'reading.dismiss', // value: reading
  readingUndo: 'reading.undo', // value: reading
  readingFollow: 'reading.follow', // value: reading; records what the changed words mean, in place of what was recorded
  readingAskAgain: 'reading.ask_again', // value: reading; takes the record back and asks about the changed words
  readingTakeBack: 'reading.take_back', // value: reading; the words are gone or mean nothing now
  readingKeep: 'reading.keep', // value: reading; the record stays, whatever the words are now
  mailSeen: 'mail.seen', // value: mail
  mailOnlyPayment: 'mail.only_payment', // value: mail; letters about payment only
  mailStop: 'mail.stop', // value: mail; marks the customer "do not contact"
  mailWait: 'mail.wait', // value: mail; snoozes the customer until they are back
  mailChoose: 'mail.choose', // value: mail; opens the form for whose it is
  mailPass: 'mail.pass', // value: mail; it is about no invoice

  outcomeKind: 'outcome.kind', // menu in the modals for a call and for changing a reading: rebuild the fields

  proposalDo: 'proposal.do', // value: proposal
  proposalDismiss: 'proposal.dismiss', // value: proposal
  proposalUndo: 'proposal.undo', // value: proposal

  feedback: 'answer.feedback', // value: feedback; one of the two feedback buttons under an answer

  overduePrevious: 'overdue.previous', // value: overduePage
  overdueNext: 'overdue.next', // value: overduePage

  importOpen: 'import.open', // no value
  importAnswer: 'import.answer', // value: upload; opens the questions about a file
  settingsOpen: 'settings.open', // no value
  voiceOpen: 'voice.open', // no value
  policyOpen: 'policy.open', // no value
  policyEdit: 'policy.edit', // value: policyTopic; inside the policy's page
  policyStep: 'policy.step', // with '.<position>'; value: policyTopic
  policyHistory: 'policy.history', // no value
  policyPublish: 'policy.publish', // no value; the page for customers, as a file
  digestNow: 'digest.now', // no value; posts the digest or shows it

  lastTimeline: 'case.timeline', // value: customer
  lastReview: 'case.review', // value: customer
  lastHandOver: 'case.hand_over', // value: customer
  lastWriteOff: 'case.write_off', // value: customer
  requestAgree: 'request.agree', // value: request, as of all below
  requestDecline: 'request.decline',
  requestPack: 'request.pack',
  requestNotice: 'request.notice',
  requestUpdate: 'request.update',
  requestCallBack: 'request.call_back',
  requestBooked: 'request.booked',
  requestTakeBack: 'request.take_back',
  agenciesOpen: 'agencies.open', // no value
  agencyAdd: 'agencies.add', // no value; inside the directory
  agencyEdit: 'agencies.edit', // value: agency; inside the directory
  agencyWeights: 'agencies.weights', // no value; inside the directory
} as const;

/** Answers offered on a reading card have an id each: `reading.choose.<problem>.<choice>`, value: choice. */
export const READING_CHOOSE = /^reading\.choose\.\d+\.\d+$/;

/** Steps of the policy to change, `policy.step.<position>`. */
export const POLICY_STEP = /^policy\.step\.\d+$/;

/** The feedback buttons, or in a workspace without them the two plain buttons in their place. */
export const FEEDBACK = /^answer\.feedback(?:\.\w+)?$/;

/** Names to choose from, `case.show.<position>`, value: customer; shows the customer to the person alone. */
export const CASE_SHOW = /^case\.show\.\d+$/;

/** Customers to choose from for what was told, `telling.choose.<position>`, value: telling. */
export const TELLING_CHOOSE = /^telling\.choose\.\d+$/;

export function tellingChooseId(position: number): string {
  return `telling.choose.${position}`;
}
/** The same, `case.history.<position>`: opens the customer's whole history. */
export const CASE_HISTORY = /^case\.history\.\d+$/;

export function caseShowId(position: number): string {
  return `case.show.${position}`;
}

export function caseHistoryId(position: number): string {
  return `case.history.${position}`;
}

export function readingChooseId(problem: number, choice: number): string {
  return `reading.choose.${problem}.${choice}`;
}

/** callback_id of every modal, and of the message shortcut. The comment says what private_metadata holds. */
export const CALLBACKS = {
  draftEdit: 'draft.edit', // draft
  draftInstruct: 'draft.instruct', // draft
  draftSkip: 'draft.skip', // draft
  draftOverrule: 'draft.overrule', // draft
  draftWhy: 'draft.why', // nothing to submit
  caseSnooze: 'case.snooze', // customer
  caseLog: 'case.log', // customer
  scriptForm: 'script.form', // script
  caseContact: 'case.contact', // customer
  caseResolve: 'case.resolve', // customer
  caseTerms: 'case.terms', // customer
  planWork: 'plan.work', // planForm
  planPropose: 'plan.propose', // planWish
  planExtend: 'plan.extend', // planCard
  planEnd: 'plan.end', // planCard
  requestCopy: 'request.copy', // customer
  requestDone: 'request.done', // customer
  orderNumber: 'order.number', // customer
  orderTakeBack: 'order.take_back', // customer
  disputeOwner: 'dispute.owner', // customer
  disputeReopen: 'dispute.reopen', // customer
  caseHistory: 'case.history', // nothing to submit
  caseActs: 'case.acts', // nothing to submit
  assess: 'assess.save', // customer
  offers: 'offer.list', // nothing to submit
  offerWaiver: 'offer.waiver', // customer
  offerRecognition: 'offer.recognition', // customer
  caseWhy: 'case.why', // nothing to submit
  caseNote: 'case.note', // customer
  lookBack: 'look_back.answer', // lookBack
  caseRelationship: 'case.relationship', // nothing to submit
  digestLeave: 'digest.leave', // nothing to submit
  readingChange: 'reading.change', // reading
  mailChoose: 'mail.choose', // mail
  importFile: 'import.file', // nothing
  importQuestions: 'import.questions', // upload
  importDone: 'import.done', // nothing to submit
  settingsSave: 'settings.save', // nothing
  voiceSamples: 'voice.samples', // nothing
  voiceSave: 'voice.save', // nothing
  policyPage: 'policy.page', // nothing to submit
  policyForm: 'policy.form', // policyTopic
  policySave: 'policy.save', // policyTopic and the patch
  policyHistory: 'policy.history', // nothing to submit
  lastReview: 'case.review', // customer
  lastHandOver: 'case.hand_over', // customer
  lastWriteOff: 'case.write_off', // customer
  requestDecline: 'request.decline', // requestForm, as of all below
  requestUpdate: 'request.update',
  requestCallBack: 'request.call_back',
  requestTakeBack: 'request.take_back',
  agencies: 'agencies.list', // nothing to submit
  agencyForm: 'agencies.form', // agency
  agencyWeights: 'agencies.weights', // nothing
  home: 'home',
  shortcutOutcome: 'message.outcome', // the message shortcut "Log this as an outcome"
} as const;

const id = z.string().min(1).max(100);
/** Slack's stamp of the wording that a card shows; none while the words stand as they were sent. */
const words = z.string().min(1).max(40);

/** What a button's value or a modal's private_metadata can hold, by name. */
const VALUES = {
  customer: z.strictObject({ customerId: id, currency: z.string().length(3).nullable() }),
  script: z.strictObject({
    customerId: id,
    currency: z.string().length(3).nullable(),
    channel: id,
    ts: id, // the message of the script
    threadTs: id, // the message that the case's thread hangs on
  }),
  plan: z.strictObject({ customerId: id, planId: id }),
  planApproval: z.strictObject({ customerId: id, planId: id, proposalId: id }), // the terms that the card shows
  planCard: z.strictObject({ customerId: id, planId: id, channel: id, ts: id }), // the card that was clicked
  planForm: z.strictObject({
    customerId: id,
    currency: z.string().length(3),
    changes: id.nullable(),
    readingId: id.nullable(), // what the customer asked for
  }),
  planWish: z.strictObject({
    customerId: id,
    currency: z.string().length(3),
    changes: id.nullable(),
    readingId: id.nullable(),
    instalments: z.number().int(),
    cadence: z.enum(['weekly', 'fortnightly', 'monthly']),
    first: z.iso.date(),
    invoices: z.array(z.string()).nullable(),
    note: z.string().max(300).nullable(),
  }),
  draft: z.strictObject({ draftId: id, revision: z.number().int().min(0) }),
  reading: z.strictObject({ readingId: id, words: words.optional() }),
  mail: z.strictObject({ mailId: id }),
  choice: z.strictObject({
    readingId: id,
    words: words.optional(),
    problem: z.number().int().min(0),
    choice: z.number().int().min(0),
  }),
  telling: z.strictObject({
    customerId: id,
    author: id,
    channel: id,
    ts: id, // the message in which it was told
    threadTs: id.nullable(), // the thread that it was told in
  }),
  proposal: z.strictObject({ proposalId: id }),
  note: z.strictObject({ customerId: id, eventId: id }),
  lookBack: z.strictObject({ customerId: id, channel: id, ts: id }), // the message with the questions
  feedback: z.strictObject({
    verdict: z.enum(['good', 'bad']),
    question: z.string().max(500),
    by: z.enum(['grammar', 'model']),
  }),
  digestPage: z.strictObject({ day: z.iso.date(), page: z.number().int().min(0) }),
  historyPage: z.strictObject({ customerId: id, page: z.number().int().min(0) }),
  overduePage: z.strictObject({
    offset: z.number().int().min(0),
    minDaysLate: z.number().int(),
    mine: z.boolean(),
  }),
  policyTopic: z.strictObject({
    topic: z.enum(['steps', 'limits', 'hours', 'sums', 'holds', 'fees', 'plans', 'agency', 'groups']),
    version: z.number().int().min(0),
    step: z.string().max(40).nullable(), // of the topic 'steps': which one; null: what holds for all
  }),
  request: z.strictObject({ customerId: id, requestId: id }),
  requestForm: z.strictObject({
    customerId: id,
    requestId: id,
    currency: z.string().length(3),
    channel: id, // the card of the request
    ts: id,
  }),
  agency: z.strictObject({ agencyId: id }),
  upload: z.strictObject({
    uploadId: id,
    channel: z.string().nullable(), // where the receipt goes; null: the person's DM
    threadTs: z.string().nullable(),
    answers: z.array(z.tuple([z.string(), z.string()])), // question id and chosen value, of earlier rounds
  }),
} as const;

type ValueKind = keyof typeof VALUES;
export type ActionValue<K extends ValueKind> = z.infer<(typeof VALUES)[K]>;

/** Slack's limit for a button's value; a modal's private_metadata takes 3,000. */
const MAX_VALUE = 2000;

/** @throws RangeError when the value is longer than Slack takes, which only a bug can cause. */
export function encodeValue<K extends ValueKind>(kind: K, value: ActionValue<K>): string {
  const text = JSON.stringify(VALUES[kind].parse(value));
  if (text.length > MAX_VALUE) throw new RangeError(`a ${kind} value of ${text.length} characters`);
  return text;
}

/** Null where the text is not such a value: an older version's button, or something forged. */
export function decodeValue<K extends ValueKind>(
  kind: K,
  text: string | null | undefined,
): ActionValue<K> | null {
  if (!text || text.length > MAX_VALUE) return null;
  try {
    const read = VALUES[kind].safeParse(JSON.parse(text));
    return read.success ? (read.data as ActionValue<K>) : null;
  } catch {
    return null;
  }
}

/** Slack's limit for an option's value, too short for JSON with an id in it. */
const MAX_OPTION = 75;

export type OptionValue = { readonly verb: string; readonly id: string; readonly revision: number | null };

/** `verb id [revision]`, for menus. @throws RangeError when it does not fit. */
export function encodeOption(verb: string, forId: string, revision: number | null = null): string {
  const text = [verb, forId, ...(revision === null ? [] : [revision])].join(' ');
  if (text.length > MAX_OPTION) throw new RangeError(`an option value of ${text.length} characters`);
  return text;
}

export function decodeOption(text: string | null | undefined): OptionValue | null {
  const match = /^([a-z0-9_]+) ([^\s]+)(?: (\d+))?$/.exec(text ?? '');
  if (!match?.[1] || !match[2]) return null;
  return { verb: match[1], id: match[2], revision: match[3] === undefined ? null : Number(match[3]) };
}
