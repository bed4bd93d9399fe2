// Changes a draft's words before it is approved: a person edits, asks for another wording, or names the recipient.
import type { Draft, Letter } from '../core/draft.ts';
import { checkLetter } from '../core/guard/check-letter.ts';
import type { Ports, Refused, RewriteWish } from '../ports.ts';
import { actFor, letterFacts, whyNoLetter } from './draft-message.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER, refreshCase } from './keep-case.ts';

export type Changed = { readonly kind: 'changed'; readonly draft: Draft };

export const NO_DRAFT: Refused = {
  kind: 'refused',
  because: 'That draft is gone. Press Draft on the case card for a new one.',
};

/** A click from a card that is no longer the newest: the card is put right, and the person told why nothing was done. */
export async function tooLate(
  ports: Ports,
  draftId: string,
  customer: Situation['customer'],
): Promise<Refused> {
  const draft = await ports.store.draft(draftId);
  if (draft) await ports.chat.updateDraft(draft, customer);
  return outdated(draft);
}

function outdated(draft: Draft | null): Refused {
  if (!draft) return NO_DRAFT;
  const words: Record<Draft['state'], string> = {
    proposed: 'Somebody changed this draft a moment ago. Read it once more, then decide.',
    approved: 'This draft is approved already. Press Undo on its card to change it.',
    sending: 'This letter is on its way already.',
    sent: 'This letter was sent already.',
    skipped: 'This draft was skipped already. Press Draft on the case card for a new one.',
    stopped: 'This draft was stopped because things changed. Press Draft on the case card for a new one.',
    failed: 'Sending failed. Read the reason on the card, then approve it again or skip it.',
    unsure: 'Nobody knows yet whether this letter went out. Answer the question on its card first.',
  };
  return { kind: 'refused', because: words[draft.state] };
}

export async function editDraft(
  ports: Ports,
  input: { draftId: string; revision: number; letter: Letter; to: string; cc: readonly string[]; by: string },
): Promise<Changed | Refused> {
  const found = await findDraft(ports, input.draftId);
  if (found.kind === 'refused') return found;
  return revise(ports, found, input.revision, input.by, {
    letter: input.letter,
    to: input.to,
    cc: input.cc,
    authorship: { ...found.draft.authorship, kind: 'person', note: null },
  });
}

export async function rewriteDraft(
  ports: Ports,
  input: { draftId: string; revision: number; wish: RewriteWish; by: string },
): Promise<Changed | Refused> {
  const found = await findDraft(ports, input.draftId);
  if (found.kind === 'refused') return found;
  const { draft, situation } = found;
  const act = actFor(situation.verdictsAtSend, draft.currency);
  if (!act)
    return { kind: 'refused', because: whyNoLetter(situation.verdictsAtSend, situation.customer.name) };
  const facts = letterFacts(situation, act);
  const written = await ports.writer.write(facts, { rewrite: input.wish, previous: draft.letter });
  return revise(ports, found, input.revision, input.by, { ...written, facts });
}

/** The same draft with today's figures: after a payment came in, or when it will go on a later day. */
export async function refreshDraft(
  ports: Ports,
  input: { draftId: string; revision: number; by: string },
): Promise<Changed | Refused> {
  const found = await findDraft(ports, input.draftId);
  if (found.kind === 'refused') return found;
  const act = actFor(found.situation.verdictsAtSend, found.draft.currency);
  if (!act)
    return {
      kind: 'refused',
      because: whyNoLetter(found.situation.verdictsAtSend, found.situation.customer.name),
    };
  const facts = letterFacts(found.situation, act);
  const written = await ports.writer.write(facts, null);
  return revise(ports, found, input.revision, input.by, { ...written, facts });
}

type Found = { readonly kind: 'found'; readonly draft: Draft; readonly situation: Situation };

async function findDraft(ports: Ports, draftId: string): Promise<Found | Refused> {
  const draft = await ports.store.draft(draftId);
  if (!draft) return NO_DRAFT;
  const situation = await gatherCustomer(ports, draft.customerId);
  return situation ? { kind: 'found', draft, situation } : NO_CUSTOMER;
}

async function revise(
  ports: Ports,
  { draft, situation }: Found,
  revision: number,
  by: string,
  change: Pick<Draft, 'letter' | 'authorship'> & Partial<Pick<Draft, 'facts' | 'to' | 'cc'>>,
): Promise<Changed | Refused> {
  const findings = checkLetter(change.letter, change.facts ?? draft.facts);
  const revised = await ports.store.reviseDraft(draft.id, revision, {
    ...change,
    findings,
    by,
    at: situation.now,
  });
  if (!revised) return tooLate(ports, draft.id, situation.customer);
  await ports.chat.updateDraft(revised, situation.customer);
  await refreshCase(ports, draft.customerId);
  return { kind: 'changed', draft: revised };
}
