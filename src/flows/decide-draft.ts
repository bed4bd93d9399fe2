// A person decides on a draft: approve, undo, skip, or say what became of one that a crash left unsure.
import { addSeconds, later } from '../core/calendar.ts';
import type { Draft, Overruled } from '../core/draft.ts';
import { checkLetter } from '../core/guard/check-letter.ts';
import type { Finding } from '../core/guard/finding.ts';
import { OCCASION_RULES } from '../core/letter/occasions.ts';
import type { Policy } from '../core/policy.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { NewEvent } from '../ports/records.ts';
import { NO_DRAFT, tooLate } from './change-draft.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER, refreshCase } from './keep-case.ts';
import { changedSince, sentEvent, stepName } from './letter-facts.ts';
import { actFor, groundsOf } from './letter-grounds.ts';

export type Decided = { readonly kind: 'decided'; readonly draft: Draft };

export function mayApprove(settings: Settings, user: string): boolean {
  return settings.approvers.includes(user) || settings.owners.includes(user);
}

const NOT_APPROVER: Refused = {
  kind: 'refused',
  because: 'Only an approver can decide on letters. An owner can add you under Settings on my Home tab.',
};

const NO_MAIL: Refused = {
  kind: 'refused',
  because:
    'No mail server is set up, so nothing can be sent. Ask whoever runs Tightrope to set SMTP_URL, then approve again.',
};

/** By the step's own rule in the policy that holds for this customer, or the occasion's. */
function needsOwner({ step, facts }: Draft, { policy }: Situation): boolean {
  if (facts.occasion) return OCCASION_RULES[facts.occasion].approval === 'owner';
  return policy.steps.some(({ name, approval }) => name === step && approval === 'owner');
}

const MAY_BE_APPROVED: readonly Draft['state'][] = ['proposed', 'failed'];

/** The guard has remarks and no more than that: an approver may overrule them, and says why. */
export type Remarked = {
  readonly kind: 'remarked';
  readonly draft: Draft;
  readonly findings: readonly Finding[];
};

/**
 * Approves; the letter goes after the undo time, and not before the customer's office hours.
 * `overrule`: why the guard's remarks may stand; without it they are given back where there are any.
 */
export async function approveDraft(
  ports: Ports,
  input: { draftId: string; revision: number; by: string; overrule?: string | null },
): Promise<Decided | Remarked | Refused> {
  const draft = await ports.store.draft(input.draftId);
  if (!draft) return NO_DRAFT;
  const situation = await gatherCustomer(ports, draft.customerId);
  if (!situation) return NO_CUSTOMER;
  if (!mayApprove(situation.settings, input.by)) return NOT_APPROVER;
  if (needsOwner(draft, situation) && !situation.settings.owners.includes(input.by)) {
    const owners = situation.settings.owners.map((id) => `<@${id}>`).join(', ');
    return { kind: 'refused', because: `By the policy an owner approves this letter: ${owners}.` };
  }
  if (!ports.mailer) return NO_MAIL;
  if (draft.revision !== input.revision || !MAY_BE_APPROVED.includes(draft.state)) {
    return tooLate(ports, draft.id, situation.customer);
  }
  const checked = checkNow(draft, situation);
  if (checked.kind === 'refused') return checked;
  const { findings } = checked;
  if (findings.length > 0 && !input.overrule) return { kind: 'remarked', draft, findings };
  const overruled =
    findings.length > 0 && input.overrule
      ? { reason: input.overrule, remarks: findings.map(remarkOf) }
      : null;
  return approve(ports, draft, situation, { by: input.by, findings, overruled });
}

/** What an approver let pass, as the record keeps it: the words, where there are any, and what was said of them. */
function remarkOf({ span, why }: Finding): string {
  return span ? `“${span.text}”: ${why}` : why;
}

/**
 * The owner's opt-in stands in the place of a person, for one thing only: a note about what is not due yet, without a
 * single finding, of a sum that the policy lets go. Everything else is left to a person, and so is this if in doubt.
 */
export async function approveNudge(ports: Ports, draftId: string): Promise<Decided | Refused> {
  const draft = await ports.store.draft(draftId);
  if (!draft) return NO_DRAFT;
  const situation = await gatherCustomer(ports, draft.customerId);
  if (!situation) return NO_CUSTOMER;
  const { policy, verdictsAtSend } = situation;
  const act = actFor(verdictsAtSend, draft.currency);
  const [instalment] =
    draft.facts.occasion === 'instalment_note' ? (draft.facts.detail?.plan?.instalments ?? []) : [];
  const isNudge =
    draft.step === 'nudge' && !draft.facts.occasion && act?.step === 'nudge' && act.daysLate <= 0;
  const sum = instalment ? instalment.amount : isNudge ? act.total : null;
  const isUntouched = draft.state === 'proposed' && draft.revision === 1;
  if (!sum || !isUntouched || !mayGoByItself(policy, sum.minor) || needsOwner(draft, situation)) {
    return { kind: 'refused', because: 'This letter needs an approver.' };
  }
  if (!ports.mailer) return NO_MAIL;
  const checked = checkNow(draft, situation);
  if (checked.kind === 'refused') return checked;
  if (checked.findings.length > 0)
    return { kind: 'refused', because: 'Something in this letter needs an eye.' };
  return approve(ports, draft, situation, { by: 'tightrope', findings: [], overruled: null });
}

export function mayGoByItself({ autoSendNudge, alwaysAskAboveMinor }: Policy, totalMinor: number): boolean {
  return autoSendNudge && totalMinor <= alwaysAskAboveMinor;
}

async function approve(
  ports: Ports,
  draft: Draft,
  situation: Situation,
  { by, findings, overruled }: { by: string; findings: readonly Finding[]; overruled: Overruled | null },
): Promise<Decided | Refused> {
  const undoEnds = addSeconds(situation.now, ports.undoSeconds);
  const approved = await ports.store.approveDraft(draft.id, draft.revision, {
    by,
    at: situation.now,
    sendAfter: later(situation.sendAt, undoEnds),
    findings,
    overruled,
  });
  if (!approved) return tooLate(ports, draft.id, situation.customer);
  await ports.chat.updateDraft(approved, situation.customer);
  await refreshCase(ports, draft.customerId);
  return { kind: 'decided', draft: approved };
}

/** The letter against the ledger of this moment, and the words against the facts of the day on which it can go. */
function checkNow(
  draft: Draft,
  situation: Situation,
): Refused | { readonly kind: 'fine'; readonly findings: readonly Finding[] } {
  const no = (because: string): Refused => ({ kind: 'refused', because });
  const { customer, settings } = situation;
  if (!draft.to) return no(`There is no e-mail address for ${customer.name}. Say who should get this first.`);
  const grounds = groundsOf(situation, draft);
  if (grounds.kind === 'refused') return grounds;
  const { facts } = grounds;
  const changed = changedSince(draft.facts, facts, settings.locale);
  if (changed) return no(`${changed} Press “Update figures” and read it once more.`);
  const findings = checkLetter(draft.letter, facts);
  const blocking = findings.find(({ severity }) => severity === 'block');
  return blocking
    ? no(`This letter cannot go as it stands: ${blocking.why} Edit it first.`)
    : { kind: 'fine', findings };
}

export async function undoApproval(
  ports: Ports,
  input: { draftId: string; by: string },
): Promise<Decided | Refused> {
  return decide(ports, input.draftId, input.by, ['approved'], 'proposed', {
    reason: null,
    onlyApprovers: false,
  });
}

export async function skipDraft(
  ports: Ports,
  input: { draftId: string; by: string; reason: string },
): Promise<Decided | Refused> {
  return decide(ports, input.draftId, input.by, ['proposed', 'failed'], 'skipped', {
    reason: input.reason,
    onlyApprovers: false,
    event: (draft) => ({
      kind: 'skipped',
      step: stepName(draft),
      currency: draft.currency,
      reason: input.reason,
      ...(draft.facts.detail?.matter || draft.facts.detail?.offer
        ? { invoices: draft.facts.detail.invoices }
        : {}),
    }),
  });
}

/** A person looked in the mail server: the letter went out, or it did not. */
export async function settleUnsure(
  ports: Ports,
  input: { draftId: string; by: string; wasSent: boolean },
): Promise<Decided | Refused> {
  return input.wasSent
    ? decide(ports, input.draftId, input.by, ['unsure'], 'sent', {
        reason: 'A person found that it was sent.',
        onlyApprovers: true,
        event: sentEvent,
      })
    : decide(ports, input.draftId, input.by, ['unsure'], 'failed', {
        reason: 'A person found that it was not sent.',
        onlyApprovers: true,
      });
}

async function decide(
  ports: Ports,
  draftId: string,
  by: string,
  from: readonly Draft['state'][],
  to: Draft['state'],
  how: { reason: string | null; onlyApprovers: boolean; event?: (draft: Draft) => NewEvent['body'] },
): Promise<Decided | Refused> {
  const draft = await ports.store.draft(draftId);
  if (!draft) return NO_DRAFT;
  const situation = await gatherCustomer(ports, draft.customerId);
  if (!situation) return NO_CUSTOMER;
  if (how.onlyApprovers && !mayApprove(situation.settings, by)) return NOT_APPROVER;
  const body = how.event?.(draft);
  const moved = await ports.store.moveDraft(draftId, from, to, {
    by,
    at: situation.now,
    reason: how.reason,
    event: body && { customerId: draft.customerId, at: situation.now, by, source: null, body },
  });
  if (!moved) return tooLate(ports, draftId, situation.customer);
  await ports.chat.updateDraft(moved, situation.customer);
  await refreshCase(ports, draft.customerId);
  return { kind: 'decided', draft: moved };
}
