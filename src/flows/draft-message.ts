// Drafts the letter that a customer's step asks for, and puts it before a person as a card in the case's thread.
import { dayIn } from '../core/calendar.ts';
import type { Authorship, Draft, Letter } from '../core/draft.ts';
import type { DraftFacts, Occasion, OccasionDetail } from '../core/facts.ts';
import type { Finding } from '../core/guard/finding.ts';
import {
  brokenPromiseRecord,
  type CallScript,
  callScriptOf,
  factsForCall,
  promiseWords,
} from '../core/letter/call-script.ts';
import type { Act } from '../core/verdict.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { gatherCustomer, liveDraft, type Situation } from './gather.ts';
import { NO_CUSTOMER, openCase, refreshCase } from './keep-case.ts';
import { actFor, letterFacts, noticeFor, occasionGrounds, whyNoLetter } from './letter-grounds.ts';

export type Drafted = {
  readonly kind: 'drafted';
  readonly draft: Draft;
  readonly card: MessageRef;
  readonly isNew: boolean;
};

/**
 * A call step has a script for whoever rings, in the thread; there is nothing to approve or to send.
 * `isNew` false: the same script stands in the case since earlier today, and `script` is the card of the case.
 */
export type Scripted = { readonly kind: 'scripted'; readonly script: MessageRef; readonly isNew: boolean };

/** `currency`: null takes the only one, or the first that has an action. */
export async function draftMessage(
  ports: Ports,
  input: { customerId: string; currency: string | null; by: string },
): Promise<Drafted | Scripted | Refused> {
  const situation = await gatherCustomer(ports, input.customerId);
  if (!situation) return NO_CUSTOMER;
  const drafts = await ports.store.draftsOf(input.customerId);
  const live = liveDraft(drafts, input.currency);
  if (live) return showLive(ports, live, situation);

  const act = actFor(situation.verdictsAtSend, input.currency) ?? noticeFor(situation, input.currency);
  if (!act)
    return { kind: 'refused', because: whyNoLetter(situation.verdictsAtSend, situation.customer.name) };
  if (act.step === 'internal_review') {
    return {
      kind: 'refused',
      because: `${situation.customer.name} has come to the internal review: no letter goes out at this step. Decide what to do: under More…, Internal review.`,
    };
  }
  const opened = await openCase(ports, input.customerId);
  if (opened.kind === 'refused') return opened;

  if (act.channel === 'call') return postScript(ports, situation, act, opened.card);
  return putBefore(ports, situation, opened.card, {
    currency: act.currency,
    facts: letterFacts(situation, act),
    attachments: attachmentsFor(act.step),
    by: input.by,
  });
}

/**
 * A letter that no step asks for, put before a person like any other. It takes no step of the ladder.
 * `to` and `inReplyTo`: where the customer's own mail came from, which it answers.
 */
export async function draftOccasion(
  ports: Ports,
  input: {
    customerId: string;
    occasion: Occasion;
    currency: string;
    detail: OccasionDetail | null;
    by: string;
    to?: string;
    inReplyTo?: string;
    attachments?: Draft['attachments'];
  },
): Promise<Drafted | Refused> {
  const { customerId, occasion, currency, detail, by, to, inReplyTo, attachments = [] } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const live = liveDraft(await ports.store.draftsOf(customerId), currency);
  const isSame =
    live?.facts.occasion === occasion && live.facts.detail?.matter?.eventId === detail?.matter?.eventId;
  if (live && isSame) return showLive(ports, live, situation);
  if (live) {
    return {
      kind: 'refused',
      because: `A letter to ${situation.customer.name} waits in their case already. Approve it or skip it first.`,
    };
  }
  const grounds = occasionGrounds(situation, { occasion, currency, detail, language: null });
  if (grounds.kind === 'refused') return grounds;
  const opened = await openCase(ports, customerId);
  if (opened.kind === 'refused') return opened;
  const { facts } = grounds;
  return putBefore(ports, situation, opened.card, { currency, facts, attachments, by, to, inReplyTo });
}

/** Writes the letter, keeps it, and posts its card. */
async function putBefore(
  ports: Ports,
  situation: Situation,
  thread: MessageRef,
  letter: Pick<Draft, 'currency' | 'facts' | 'attachments'> & {
    readonly by: string;
    readonly to?: string | undefined;
    readonly inReplyTo?: string | undefined;
  },
): Promise<Drafted | Refused> {
  const { customer, settings, now } = situation;
  const { currency, facts, attachments, by } = letter;
  const written = await ports.writer.write(facts, null);
  const id = ports.newId();
  const sent = await ports.store.sentMessageIds(customer.id);
  const { draft, isNew } = await ports.store.addDraft({
    id,
    customerId: customer.id,
    currency,
    step: facts.step,
    to: letter.to ?? customer.contacts[0]?.email ?? '',
    cc: [],
    letter: written.letter,
    facts,
    findings: written.findings,
    authorship: written.authorship,
    createdBy: by,
    createdAt: now,
    messageId: messageIdOf(id, settings.sender.email),
    inReplyTo: letter.inReplyTo ?? sent.at(-1)?.messageId ?? null,
    attachments,
  });
  if (!isNew) return showLive(ports, draft, situation);
  const card = await ports.chat.postDraft(draft, customer, thread);
  await ports.store.saveDraftCard(draft.id, card);
  await refreshCase(ports, customer.id);
  return { kind: 'drafted', draft: { ...draft, card }, card, isNew: true };
}

/** One script a day, however many ask for it, unless its sum or number has changed or something was recorded since. */
async function postScript(
  ports: Ports,
  situation: Situation,
  act: Act,
  thread: MessageRef,
): Promise<Scripted> {
  const { customer, ledger, now, settings } = situation;
  const { script } = await writeScript(ports, situation, act);
  const seen = [act.step, act.total.minor, ledger.events.length, phoneOf(customer)].join(' ');
  const job = `script ${customer.id} ${act.currency} ${seen}`;
  const today = dayIn(settings.zone, now);
  if (!(await ports.store.claimJob(job, today, now)))
    return { kind: 'scripted', script: thread, isNew: false };
  try {
    const posted = await ports.chat.postScript(script, customer, act.currency, thread);
    return { kind: 'scripted', script: posted, isNew: true };
  } catch (error) {
    await ports.store.releaseJob(job, today);
    throw error;
  }
}

function phoneOf({ contacts }: Situation['customer']): string | null {
  return contacts.find(({ phone }) => phone)?.phone ?? null;
}

async function writeScript(
  ports: Ports,
  situation: Situation,
  act: Act,
): Promise<{
  script: CallScript;
  facts: DraftFacts;
  written: Awaited<ReturnType<Ports['writer']['write']>>;
}> {
  const { customer, ledger, policy, settings } = situation;
  const facts = factsForCall(letterFacts(situation, act), settings);
  const written = await ports.writer.write(facts, null);
  const record = facts.step === 'broken_promise_call' ? brokenPromiseRecord(facts, ledger.events) : null;
  const link = record?.source?.ts ? await ports.chat.linkTo(record.source) : null;
  const script = callScriptOf(written.authorship.words ?? written.letter, facts, {
    customer,
    plan: policy.plan,
    promise: promiseWords(record, link, facts, settings.zone),
  });
  return { script, facts, written };
}

/** A final notice shows the whole account; an approver can take the statement off, or add it to any other letter. */
function attachmentsFor(step: Act['step']): Draft['attachments'] {
  return step === 'final_notice' ? ['statement'] : [];
}

export type Written = {
  readonly kind: 'written';
  readonly letter: Letter;
  readonly facts: DraftFacts;
  /** An address, or the number to call; null: none is recorded. */
  readonly to: string | null;
  readonly findings: readonly Finding[];
  readonly authorship: Authorship;
  /** Of a call: what its words come to, with what may be offered. */
  readonly script: CallScript | null;
};

/** The same letter without a card: nothing is kept. */
export async function writeLetter(ports: Ports, customerId: string): Promise<Written | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { customer, verdictsAtSend } = situation;
  const act = actFor(verdictsAtSend, null);
  if (!act || act.step === 'internal_review') {
    return { kind: 'refused', because: whyNoLetter(verdictsAtSend, customer.name) };
  }
  if (act.channel === 'call') {
    const { script, facts, written } = await writeScript(ports, situation, act);
    return { kind: 'written', ...written, facts, to: phoneOf(customer), script };
  }
  const to = customer.contacts[0]?.email ?? null;
  const facts = letterFacts(situation, act);
  return { kind: 'written', ...(await ports.writer.write(facts, null)), facts, to, script: null };
}

/** A draft whose card was lost in a crash gets it now. */
export async function showLive(ports: Ports, draft: Draft, situation: Situation): Promise<Drafted | Refused> {
  if (draft.card) return { kind: 'drafted', draft, card: draft.card, isNew: false };
  const opened = await openCase(ports, draft.customerId);
  if (opened.kind === 'refused') return opened;
  const card = await ports.chat.postDraft(draft, situation.customer, opened.card);
  await ports.store.saveDraftCard(draft.id, card);
  return { kind: 'drafted', draft: { ...draft, card }, card, isNew: false };
}

/** Derived from the draft alone, so that the same draft can only ever be one mail. RFC 5322. */
function messageIdOf(draftId: string, senderAddress: string): string {
  const domain = senderAddress.split('@')[1] || 'tightrope.invalid';
  return `<draft-${draftId}@${domain}>`;
}
