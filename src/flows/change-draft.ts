// Changes a draft's words before it is approved: a person edits, asks for another wording, or names the recipient.
import type { Draft, Letter } from '../core/draft.ts';
import { checkLetter } from '../core/guard/check-letter.ts';
import { type LetterLanguage, letterLanguage } from '../core/letter/language.ts';
import type { RewriteWish } from '../ports/model.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER, refreshCase } from './keep-case.ts';
import { groundsOf } from './letter-grounds.ts';

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
  input: {
    draftId: string;
    revision: number;
    letter: Letter;
    to: string;
    cc: readonly string[];
    attachments?: Draft['attachments'];
    by: string;
  },
): Promise<Changed | Refused> {
  const found = await findDraft(ports, input.draftId);
  if (found.kind === 'refused') return found;
  const { letter, to, cc, attachments } = input;
  // Who changes the address and leaves the words has not become their author.
  const { subject, body } = found.draft.letter;
  const isReworded = letter.subject !== subject || letter.body !== body;
  const { authorship } = found.draft;
  return revise(ports, found, input.revision, input.by, {
    letter,
    to,
    cc,
    ...(attachments ? { attachments } : {}),
    authorship: isReworded ? { ...authorship, kind: 'person', note: null, words: null } : authorship,
  });
}

/** Softer, firmer, shorter or by an instruction in the language it is in; or anew in another language. */
export type DraftWish = RewriteWish | { readonly kind: 'language'; readonly language: LetterLanguage };

export async function rewriteDraft(
  ports: Ports,
  input: { draftId: string; revision: number; wish: DraftWish; by: string },
): Promise<Changed | Refused> {
  return writeAnew(ports, input, input.wish);
}

/** The same draft with today's figures: after a payment came in, or when it will go on a later day. */
export async function refreshDraft(
  ports: Ports,
  input: { draftId: string; revision: number; by: string },
): Promise<Changed | Refused> {
  return writeAnew(ports, input, null);
}

/** From the ledger of this moment; `wish` null: as our letters are. */
async function writeAnew(
  ports: Ports,
  input: { draftId: string; revision: number; by: string },
  wish: DraftWish | null,
): Promise<Changed | Refused> {
  const found = await findDraft(ports, input.draftId);
  if (found.kind === 'refused') return found;
  const { draft, situation } = found;
  const language = wish?.kind === 'language' ? wish.language : letterLanguage(draft.facts.language);
  const grounds = groundsOf(situation, draft, language);
  if (grounds.kind === 'refused') return grounds;
  const { facts } = grounds;
  const rewrite =
    wish && wish.kind !== 'language'
      ? { rewrite: wish, previous: draft.letter, authorship: draft.authorship }
      : null;
  const written = await ports.writer.write(facts, rewrite);
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
  change: Pick<Draft, 'letter' | 'authorship'> & Partial<Pick<Draft, 'facts' | 'to' | 'cc' | 'attachments'>>,
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
