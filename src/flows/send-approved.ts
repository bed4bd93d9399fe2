// Sends an approved letter, exactly once: claim it, look at the ledger again, check the words again, send, record.
import type { Draft } from '../core/draft.ts';
import { checkLetter } from '../core/guard/check-letter.ts';
import { letterLanguage, letterLocale } from '../core/letter/language.ts';
import { mailHtml } from '../core/letter/mail-html.ts';
import { OCCASION_RULES } from '../core/letter/occasions.ts';
import { OutsideError } from '../core/outside-error.ts';
import type { Mail, Mailer, MailFile } from '../ports/mail.ts';
import type { Ports } from '../ports/ports.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { fileOf, statementOf } from './give-statement.ts';
import { refreshCase } from './keep-case.ts';
import { changedSince, sentEvent } from './letter-facts.ts';
import { type Grounds, groundsOf } from './letter-grounds.ts';

export type SendResult =
  | { readonly kind: 'sent' | 'stopped' | 'failed' | 'unsure' }
  | { readonly kind: 'waiting' } // not yet: the undo still runs, or the customer's office is closed
  | { readonly kind: 'not_ours' }; // not approved any more, or another worker has it

const SENDER = 'tightrope';

export async function sendApproved(ports: Ports, draftId: string): Promise<SendResult> {
  const draft = await ports.store.draft(draftId);
  if (draft?.state !== 'approved') return { kind: 'not_ours' };
  const before = await gatherCustomer(ports, draft.customerId);
  if (!before || !draft.sendAfter || before.now < draft.sendAfter || before.sendAt > before.now) {
    return { kind: 'waiting' };
  }
  const claimed = await ports.store.moveDraft(draftId, ['approved'], 'sending', {
    by: SENDER,
    at: before.now,
  });
  if (!claimed) return { kind: 'not_ours' };

  const situation = await gatherCustomer(ports, draft.customerId);
  const objection = situation ? objectionTo(claimed, situation) : 'The customer is no longer in the ledger.';
  if (!situation || objection) return finish(ports, before, claimed, 'stopped', objection);
  if (!ports.mailer) return finish(ports, before, claimed, 'failed', 'No mail server is set up (SMTP_URL).');
  return deliver(ports, ports.mailer, situation, claimed);
}

/** Why the letter must not go after all, one sentence; null when nothing speaks against it. */
function objectionTo(draft: Draft, situation: Situation): string | null {
  const grounds = groundsOf(situation, draft);
  if (grounds.kind === 'refused') return grounds.because;
  const { facts } = grounds;
  const changed = changedSince(draft.facts, facts, situation.settings.locale);
  if (changed) return changed;
  const finding = checkLetter(draft.letter, facts).find(({ severity }) => severity === 'block');
  return finding ? finding.why : null;
}

async function deliver(
  ports: Ports,
  mailer: Mailer,
  situation: Situation,
  draft: Draft,
): Promise<SendResult> {
  const earlier = await ports.store.sentMessageIds(draft.customerId);
  const attachments = await attachmentsOf(ports, draft, situation);
  if (attachments === null) {
    return finish(
      ports,
      situation,
      draft,
      'failed',
      draft.facts.detail?.matter?.file
        ? 'What was to be attached is kept no longer, or could not be made. Skip this letter, and attach the copy again.'
        : 'The statement of account could not be made. Take it off under Edit, or try again.',
    );
  }
  try {
    await mailer.send(mailOf(draft, situation, earlier, attachments));
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return finish(ports, situation, draft, error.retryable ? 'failed' : 'unsure', error.message);
  }
  return finish(ports, situation, draft, 'sent', null);
}

/** From the ledger of this moment, like the letter's own figures; null where it cannot be made, and nothing goes then. */
async function attachmentsOf(
  ports: Ports,
  draft: Draft,
  situation: Situation,
): Promise<readonly MailFile[] | null> {
  const files: MailFile[] = [];
  const kept = draft.facts.detail?.matter?.file;
  if (kept) {
    const upload = await ports.store.takeUpload(kept.uploadId);
    if (!upload) return null;
    files.push({ name: kept.name, contentType: 'application/pdf', bytes: upload.bytes });
  }
  if (!draft.attachments.includes('statement')) return files;
  try {
    const language = letterLanguage(draft.facts.language);
    return [...files, await fileOf(ports, statementOf(situation, situation.today, language))];
  } catch {
    return null;
  }
}

function mailOf(
  draft: Draft,
  { settings }: Situation,
  earlier: readonly { messageId: string; subject: string }[],
  attachments: readonly MailFile[],
): Mail {
  const byItself = draft.approvedBy === SENDER;
  const ours = earlier.map(({ messageId }) => messageId);
  // An answer to a mail of theirs hangs on that one, and not on the last one of ours.
  const theirs = draft.inReplyTo && !ours.includes(draft.inReplyTo) ? [draft.inReplyTo] : [];
  // A check-in has nothing to do with money, so it begins a thread of its own, with no reminder quoted below it.
  const thread = draft.facts.occasion === 'check_in' ? [] : [...ours, ...theirs];
  return {
    from: { name: `${settings.sender.name}, ${settings.businessName}`, address: settings.sender.email },
    replyTo: settings.sender.email,
    to: draft.to,
    cc: draft.cc,
    subject: draft.letter.subject,
    text: draft.letter.body,
    html: mailHtml(draft.letter, draft.facts),
    messageId: draft.messageId,
    inReplyTo: thread.at(-1) ?? null,
    references: thread,
    language: letterLocale(draft.facts.language),
    attachments,
    byItself,
    mayUnsubscribe:
      byItself || (draft.facts.occasion ? OCCASION_RULES[draft.facts.occasion].mayUnsubscribe : false),
  };
}

/** A letter known to be sent is recorded as sent even if a restart in between called it unsure. */
async function finish(
  ports: Ports,
  situation: Situation,
  draft: Draft,
  to: 'sent' | 'stopped' | 'failed' | 'unsure',
  reason: string | null,
): Promise<SendResult> {
  const at = ports.clock.now();
  const body =
    to === 'sent'
      ? sentEvent(draft)
      : to === 'stopped'
        ? { kind: 'stopped' as const, draftId: draft.id, reason: reason ?? '' }
        : null;
  const moved = await ports.store.moveDraft(draft.id, ['sending', 'unsure'], to, {
    by: SENDER,
    at,
    reason,
    event: body
      ? { customerId: draft.customerId, at, by: draft.approvedBy ?? SENDER, source: null, body }
      : undefined,
  });
  if (moved) {
    const kept = draft.facts.detail?.matter?.file;
    if (kept && to === 'sent') await ports.store.dropUpload(kept.uploadId);
    await ports.chat.updateDraft(moved, situation.customer);
    await refreshCase(ports, draft.customerId);
  }
  return { kind: to };
}

/** At start: what was being sent when the last run ended may or may not have gone. A person is asked. */
export async function askAboutInterrupted(ports: Ports): Promise<number> {
  const interrupted = await ports.store.draftsIn('sending');
  for (const draft of interrupted) {
    const moved = await ports.store.moveDraft(draft.id, ['sending'], 'unsure', {
      by: SENDER,
      at: ports.clock.now(),
      reason: 'Tightrope was stopped while this letter was being sent. It may have gone out, or not.',
    });
    const situation = moved && (await gatherCustomer(ports, draft.customerId));
    if (moved && situation) await ports.chat.updateDraft(moved, situation.customer);
  }
  return interrupted.length;
}

/** Every approved letter whose time has come; what the queue missed is caught here. */
export async function sendDue(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  for (const draft of await ports.store.draftsIn('approved')) {
    if (draft.sendAfter && draft.sendAfter <= now)
      await ports.queue.wakeSend(ports.store.workspaceId, draft.id);
  }
}

/** A letter of which every invoice is settled asks for nothing, whatever else is due. */
function whyStale({ facts: { invoices } }: Draft, grounds: Grounds): string | null {
  if (grounds.kind === 'refused') return grounds.because;
  const due = new Set(grounds.facts.invoices.map(({ number }) => number));
  const isMoot = invoices.length > 0 && !invoices.some(({ number }) => due.has(number));
  return isMoot ? 'What this letter asks for is no longer due.' : null;
}

/** Drafts that no longer fit the ledger are stopped, so that nobody approves yesterday's figures. */
export async function stopStaleDrafts(ports: Ports, customerId: string | null): Promise<number> {
  const drafts =
    customerId === null
      ? [...(await ports.store.draftsIn('proposed')), ...(await ports.store.draftsIn('approved'))]
      : (await ports.store.draftsOf(customerId)).filter(
          ({ state }) => state === 'proposed' || state === 'approved',
        );
  let stopped = 0;
  for (const draft of drafts) {
    const situation = await gatherCustomer(ports, draft.customerId);
    if (!situation) continue;
    // Changed figures are refused at Approve, with a way to update them; a closed day only means later.
    const because = whyStale(draft, groundsOf(situation, draft));
    if (because === null) continue;
    const moved = await ports.store.moveDraft(draft.id, ['proposed', 'approved'], 'stopped', {
      by: SENDER,
      at: situation.now,
      reason: because,
    });
    if (!moved) continue;
    stopped += 1;
    await ports.chat.updateDraft(moved, situation.customer);
    await refreshCase(ports, draft.customerId);
  }
  return stopped;
}
