// Sees several outcomes of one reply together: what one clause says can settle, sharpen or deny what another does.
import type { Outcome, OutcomeKind } from '../outcome.ts';
import type { DraftItem } from './draft-item.ts';
import { cameToNothing } from './told-promise.ts';

/** Where both are said, the first stands for the second as well. */
const COVERS: readonly (readonly [OutcomeKind, OutcomeKind])[] = [
  ['dispute', 'refused'],
  ['left_message', 'no_answer'],
  ['hardship', 'refused'],
  ['insolvency', 'hardship'],
  ['insolvency', 'refused'],
  ['plan_request', 'refused'],
  ['negotiation', 'plan_request'],
];

export function reconcile(drafts: readonly DraftItem[], text: string): DraftItem[] {
  let kept = [...drafts];
  if (cameToNothing(text)) kept = kept.map((draft) => toldPromise(draft, text));
  for (const [strong, weak] of COVERS) {
    if (kept.some((draft) => kindOf(draft) === strong)) kept = kept.filter((draft) => kindOf(draft) !== weak);
  }
  // A message left already says that they are to call back; only a day of its own adds to it.
  if (
    kept.some(
      (draft) =>
        kindOf(draft) === 'left_message' ||
        kindOf(draft) === 'no_answer' ||
        kindOf(draft) === 'wrong_contact',
    )
  ) {
    kept = kept.filter((draft) => !(isCallback(draft) && draft.questions.length > 0));
  }
  kept = mergeSame(kept);
  const telling = kept.filter((draft) => kindOf(draft) !== 'note' || draft.questions.length > 0);
  return telling.length > 0 ? telling : kept.slice(0, 1);
}

function kindOf({ outcome, choices }: DraftItem): OutcomeKind | null {
  return outcome?.kind ?? choices[0]?.outcome.kind ?? null;
}

function isCallback({ outcome, choices }: DraftItem): boolean {
  return (outcome ?? choices[0]?.outcome)?.kind === 'callback';
}

function toldPromise(draft: DraftItem, text: string): DraftItem {
  const kind = kindOf(draft);
  if (kind !== 'promise') return draft;
  const note: Outcome = { kind: 'note', text };
  const isNew = draft.outcome !== null && draft.questions.length === 0;
  return isNew
    ? { ...draft, isSure: false }
    : { ...draft, outcome: note, questions: [], choices: [], odd: [] };
}

/** Two clauses on one thing make one record: a dispute and its reason, a plan and its terms. */
function mergeSame(drafts: readonly DraftItem[]): DraftItem[] {
  const merged: DraftItem[] = [];
  for (const draft of drafts) {
    const kind = kindOf(draft);
    const index = merged.findIndex(
      (other) =>
        kindOf(other) === kind && kind !== 'promise' && kind !== 'claims_paid' && isOneThing(other, draft),
    );
    const same = merged[index];
    if (same) merged[index] = mergeTwo(same, draft);
    else if (
      !merged.some(
        (other) => JSON.stringify(other.outcome) === JSON.stringify(draft.outcome) && draft.outcome,
      )
    )
      merged.push(draft);
  }
  return merged;
}

function isOneThing(a: DraftItem, b: DraftItem): boolean {
  if (a.questions.length > 0 || b.questions.length > 0) return false;
  if (a.outcome?.kind !== 'dispute' || b.outcome?.kind !== 'dispute') return true;
  return (
    a.outcome.invoices.length === 0 ||
    b.outcome.invoices.length === 0 ||
    a.outcome.invoices.join() === b.outcome.invoices.join()
  );
}

function mergeTwo(a: DraftItem, b: DraftItem): DraftItem {
  const quote = `${a.quote}, ${b.quote}`;
  return {
    ...a,
    quote,
    outcome: mergeOutcome(a.outcome, b.outcome, quote),
    odd: [...a.odd, ...b.odd],
    isSure: a.isSure && b.isSure,
  };
}

function mergeOutcome(a: Outcome | null, b: Outcome | null, quote: string): Outcome | null {
  if (!a || !b) return a ?? b;
  if (a.kind === 'dispute' && b.kind === 'dispute') {
    return {
      kind: 'dispute',
      reason: a.reason === 'other' ? b.reason : a.reason,
      detail: quote,
      amount: a.amount ?? b.amount,
      invoices: a.invoices.length > 0 ? a.invoices : b.invoices,
    };
  }
  if (a.kind === 'plan_request' && b.kind === 'plan_request') {
    return {
      kind: 'plan_request',
      instalments: a.instalments ?? b.instalments,
      amount: a.amount ?? b.amount,
      cadence: a.cadence ?? b.cadence,
      first: a.first ?? b.first,
    };
  }
  if (a.kind === 'wrong_contact' && b.kind === 'wrong_contact') {
    return {
      kind: 'wrong_contact',
      name: a.name ?? b.name,
      email: a.email ?? b.email,
      phone: a.phone ?? b.phone,
    };
  }
  if (a.kind === 'document_request' && b.kind === 'document_request') {
    return {
      ...a,
      document: a.document === 'invoice_copy' ? b.document : a.document,
      invoices: [...new Set([...a.invoices, ...b.invoices])],
    };
  }
  if ('detail' in a && 'detail' in b) return { ...a, detail: quote };
  return a;
}
