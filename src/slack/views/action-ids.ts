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
  caseOpen: 'case.open', // value: customer; opens the case in the channel
  caseMore: 'case.more', // overflow: 'why' | 'history' | 'contact' | 'terms' | 'acts' | 'resolve' | 'open' <customer id>
  caseStatement: 'case.statement', // value: customer
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
  outcomeKind: 'outcome.kind', // menu in the modals for a call and for changing a reading: rebuild the fields

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
} as const;

/** Answers offered on a reading card have an id each: `reading.choose.<problem>.<choice>`, value: choice. */
export const READING_CHOOSE = /^reading\.choose\.\d+\.\d+$/;

/** Steps of the policy to change, `policy.step.<position>`. */
export const POLICY_STEP = /^policy\.step\.\d+$/;

/** Names to choose from, `case.show.<position>`, value: customer; shows the customer to the person alone. */
export const CASE_SHOW = /^case\.show\.\d+$/;

export function caseShowId(position: number): string {
  return `case.show.${position}`;
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
  requestCopy: 'request.copy', // customer
  requestDone: 'request.done', // customer
  disputeOwner: 'dispute.owner', // customer
  disputeReopen: 'dispute.reopen', // customer
  caseHistory: 'case.history', // nothing to submit
  caseActs: 'case.acts', // nothing to submit
  caseWhy: 'case.why', // nothing to submit
  digestLeave: 'digest.leave', // nothing to submit
  readingChange: 'reading.change', // reading
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
  home: 'home',
  shortcutOutcome: 'message.outcome', // the message shortcut "Log this as an outcome"
} as const;

const id = z.string().min(1).max(100);

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
  draft: z.strictObject({ draftId: id, revision: z.number().int().min(0) }),
  reading: z.strictObject({ readingId: id }),
  choice: z.strictObject({
    readingId: id,
    problem: z.number().int().min(0),
    choice: z.number().int().min(0),
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
