// What people do with a draft's card: approve, undo, edit, rewrite, skip, ask why, settle a doubt.
import type { App } from '@slack/bolt';
import type { Draft } from '../core/draft.ts';
import type { Customer } from '../core/ledger.ts';
import { LETTER_LANGUAGES } from '../core/letter/language.ts';
import {
  type Changed,
  type DraftWish,
  editDraft,
  refreshDraft,
  rewriteDraft,
} from '../flows/change-draft.ts';
import {
  approveDraft,
  type Decided,
  type Remarked,
  settleUnsure,
  skipDraft,
  undoApproval,
} from '../flows/decide-draft.ts';
import { gatherCustomer } from '../flows/gather.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Click, onClick, onSubmit, openModal, STALE } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, type ActionValue, CALLBACKS, decodeOption, decodeValue } from './views/action-ids.ts';
import {
  editDraftModal,
  instructModal,
  overruleModal,
  parseEditDraft,
  parseInstruct,
  parseOverrule,
  parseSkip,
  skipModal,
} from './views/draft-modals.ts';
import type { Parsed, StateValues } from './views/read-inputs.ts';
import { whyDraftModal } from './views/why-draft.ts';

type DraftValue = ActionValue<'draft'>;

export function listenToDrafts(app: App, room: Room): void {
  const onDraft = (
    actionId: string,
    work: (ports: Ports, draft: DraftValue, click: Click) => Promise<Answer>,
  ) =>
    onClick(app, room, actionId, async (ports, click) => {
      const value = decodeValue('draft', click.value);
      return value ? work(ports, value, click) : STALE;
    });

  onDraft(ACTIONS.draftApprove, async (ports, draft, { place, triggerId }) => {
    const result = await approveDraft(ports, { ...draft, by: place.user });
    if (result.kind === 'remarked')
      await openModal(room, triggerId, overruleModal(result.draft, result.findings));
    return refusalOf(result);
  });
  onDraft(ACTIONS.draftUndo, async (ports, { draftId }, { place }) =>
    refusalOf(await undoApproval(ports, { draftId, by: place.user })),
  );
  onDraft(ACTIONS.draftRefresh, async (ports, draft, { place }) =>
    refusalOf(await refreshDraft(ports, { ...draft, by: place.user })),
  );
  onDraft(ACTIONS.draftWasSent, async (ports, { draftId }, { place }) =>
    refusalOf(await settleUnsure(ports, { draftId, by: place.user, wasSent: true })),
  );
  onDraft(ACTIONS.draftWasNotSent, async (ports, { draftId }, { place }) =>
    refusalOf(await settleUnsure(ports, { draftId, by: place.user, wasSent: false })),
  );
  onDraft(ACTIONS.draftEdit, async (ports, { draftId }, { triggerId }) => {
    const found = await findDraft(ports, draftId);
    if (!found) return STALE;
    await openModal(room, triggerId, editDraftModal(found.draft, found.customer));
  });
  onDraft(ACTIONS.draftSkip, async (ports, { draftId }, { triggerId }) => {
    const draft = await ports.store.draft(draftId);
    if (!draft) return STALE;
    await openModal(room, triggerId, skipModal(draft));
  });
  onDraft(ACTIONS.draftWhy, async (ports, { draftId }, { triggerId }) => {
    const draft = await ports.store.draft(draftId);
    if (!draft) return STALE;
    const revisions = await ports.store.draftRevisions(draftId);
    await openModal(room, triggerId, whyDraftModal(draft, revisions, await ports.store.settings()));
  });
  onClick(app, room, ACTIONS.draftRewrite, (ports, click) => rewrite(room, ports, click));
  listenToDraftForms(app, room);
}

function listenToDraftForms(app: App, room: Room): void {
  const onForm = <T>(
    callbackId: string,
    parse: (values: StateValues) => Parsed<T>,
    work: (ports: Ports, draft: DraftValue & { by: string }, input: T) => Promise<Result>,
  ) =>
    onSubmit(app, room, callbackId, parse, async (ports, input, { place, privateMetadata }) => {
      const draft = decodeValue('draft', privateMetadata);
      return draft ? refusalOf(await work(ports, { ...draft, by: place.user }, input)) : STALE;
    });

  onForm(CALLBACKS.draftEdit, parseEditDraft, (ports, draft, edit) =>
    editDraft(ports, { ...draft, ...edit }),
  );
  onForm(CALLBACKS.draftInstruct, parseInstruct, (ports, draft, { instruction }) =>
    rewriteDraft(ports, { ...draft, wish: { kind: 'instruction', instruction } }),
  );
  onForm(CALLBACKS.draftOverrule, parseOverrule, (ports, draft, { reason }) =>
    approveDraft(ports, { ...draft, overrule: reason }),
  );
  onForm(CALLBACKS.draftSkip, parseSkip, (ports, draft, { reason }) =>
    skipDraft(ports, { ...draft, reason }),
  );
}

async function findDraft(
  ports: Ports,
  draftId: string,
): Promise<{ draft: Draft; customer: Customer } | null> {
  const draft = await ports.store.draft(draftId);
  const situation = draft && (await gatherCustomer(ports, draft.customerId));
  return situation ? { draft, customer: situation.customer } : null;
}

async function rewrite(room: Room, ports: Ports, { value, place, triggerId }: Click): Promise<Answer> {
  const option = decodeOption(value);
  if (!option || option.revision === null) return STALE;
  const draft = { draftId: option.id, revision: option.revision };
  if (option.verb === 'instruction') {
    const found = await ports.store.draft(option.id);
    if (!found) return STALE;
    await openModal(room, triggerId, instructModal(found));
    return undefined;
  }
  const wish = wishOf(option.verb);
  if (!wish) return STALE;
  return refusalOf(await rewriteDraft(ports, { ...draft, wish, by: place.user }));
}

function wishOf(verb: string): DraftWish | null {
  if (verb === 'softer' || verb === 'firmer' || verb === 'shorter') return { kind: verb, instruction: null };
  const language = LETTER_LANGUAGES.find((each) => verb === `in_${each}`);
  return language ? { kind: 'language', language } : null;
}

type Result = Decided | Changed | Remarked | Refused;

function refusalOf(result: Result): Answer {
  return result.kind === 'refused' ? result : undefined;
}
