// What becomes of a proposal: done once by its button and by one who may, put aside, taken back, or lapsed for all to see.
import type { Offered } from '../core/asking/answer.ts';
import { assertNever } from '../core/assert-never.ts';
import { addDays, dayIn } from '../core/calendar.ts';
import type { EventBody } from '../core/ledger.ts';
import { customerOf, type Deed, PROPOSAL_DAYS } from '../core/proposal.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { NewEvent, Proposal } from '../ports/records.ts';
import { rewriteDraft } from './change-draft.ts';
import { changeSettings, mayChangeSettings, onlyOwners } from './change-settings.ts';
import { mayApprove } from './decide-draft.ts';
import { draftMessage } from './draft-message.ts';
import { refreshCase } from './keep-case.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { proposePlan } from './plan-payment.ts';
import { describe } from './propose.ts';
import { stopStaleDrafts } from './send-approved.ts';

export type ProposalDecided = { readonly kind: 'decided'; readonly proposal: Proposal };

const GONE: Refused = { kind: 'refused', because: 'That proposal is gone. Ask for it again.' };

const NOT_ALLOWED: Refused = {
  kind: 'refused',
  because: 'Only an owner or an approver can do this. An owner can add you under Settings on my Home tab.',
};

/** Keeps a proposal, then shows it: one whose card was lost in a crash lapses by itself. */
export async function postProposal(
  ports: Ports,
  { deed, words }: Offered,
  asked: { by: string; asOf: string; channel: string; threadTs: string | null },
): Promise<Proposal> {
  const proposal = await ports.store.addProposal({
    deed,
    words: { ...words, asOf: asked.asOf },
    askedBy: asked.by,
    askedAt: ports.clock.now(),
  });
  const card = await ports.chat.postProposal(proposal, asked);
  await ports.store.saveProposalCard(proposal.id, card);
  return { ...proposal, card };
}

type Press = { readonly proposalId: string; readonly by: string };

/** In one process one after the other; between processes the store lets one of them win. */
export function doProposal(ports: Ports, press: Press): Promise<ProposalDecided | Refused> {
  return alone(ports, press, async () => {
    const found = await ports.store.proposal(press.proposalId);
    if (!found) return GONE;
    if (found.state !== 'asked') return tooLate(ports, found);
    const refusal = await mayNot(ports, found.deed, press.by);
    if (refusal) return refusal;
    const because = await lapsedBecause(ports, found);
    if (because !== null) return lapse(ports, found, because);
    return carryOut(ports, found, press.by);
  });
}

export function dismissProposal(ports: Ports, press: Press): Promise<ProposalDecided | Refused> {
  return alone(ports, press, async () => {
    const found = await ports.store.proposal(press.proposalId);
    if (!found) return GONE;
    return move(ports, found, 'asked', 'dismissed', { by: press.by, result: null });
  });
}

export function undoProposal(ports: Ports, press: Press): Promise<ProposalDecided | Refused> {
  return alone(ports, press, async () => {
    const found = await ports.store.proposal(press.proposalId);
    if (!found) return GONE;
    if (found.state !== 'done') return tooLate(ports, found);
    const refusal = await mayNot(ports, found.deed, press.by);
    if (refusal) return refusal;
    const { deed } = found;
    if (deed.kind === 'digest_time') {
      const { digestTime } = await ports.store.settings();
      if (digestTime !== deed.time)
        return { kind: 'refused', because: `The digest was moved again since, to ${digestTime}.` };
      const saved = await changeSettings(ports, { change: { digestTime: deed.before }, by: press.by });
      if (saved.kind === 'refused') return saved;
    }
    const customerId = customerOf(deed);
    const events = found.eventIds.map((eventId) =>
      eventOf(ports, customerId ?? '', press.by, { kind: 'undone', eventId, reason: null }),
    );
    return move(ports, found, 'done', 'undone', { by: press.by, result: found.result, events });
  });
}

/** Every minute: what the ledger no longer allows, and what nobody pressed for a week, says so on its card. */
export async function lapseProposals(ports: Ports): Promise<void> {
  for (const proposal of await ports.store.proposalsIn('asked')) {
    await alone(ports, { proposalId: proposal.id, by: 'tightrope' }, async () => {
      const because = await lapsedBecause(ports, proposal);
      return because === null ? GONE : lapse(ports, proposal, because);
    });
  }
}

function alone<T>(ports: Ports, { proposalId }: Press, work: () => Promise<T>): Promise<T> {
  return oneAtATime(`proposal ${ports.store.workspaceId} ${proposalId}`, work);
}

async function lapsedBecause(ports: Ports, { askedAt, deed }: Proposal): Promise<string | null> {
  const { zone } = await ports.store.settings();
  if (dayIn(zone, ports.clock.now()) > addDays(dayIn(zone, askedAt), PROPOSAL_DAYS))
    return `Nobody pressed it for ${PROPOSAL_DAYS} days. Ask again if it is still wanted.`;
  const checked = await describe(ports, deed);
  return checked.kind === 'refused' ? checked.because : null;
}

async function lapse(ports: Ports, proposal: Proposal, because: string): Promise<ProposalDecided | Refused> {
  const moved = await move(ports, proposal, 'asked', 'lapsed', { by: 'tightrope', result: because });
  return moved.kind === 'refused' ? moved : { kind: 'refused', because };
}

/** The same rights as the buttons and forms that do it elsewhere. */
async function mayNot({ store }: Ports, deed: Deed, by: string): Promise<Refused | null> {
  const settings = await store.settings();
  switch (deed.kind) {
    case 'digest_time':
      return mayChangeSettings(settings, by) ? null : onlyOwners(settings);
    case 'release':
      return mayApprove(settings, by) ? null : NOT_ALLOWED;
    case 'draft':
    case 'snooze':
    case 'note':
    case 'plan':
      return null;
    default:
      return assertNever(deed);
  }
}

async function carryOut(ports: Ports, proposal: Proposal, by: string): Promise<ProposalDecided | Refused> {
  const { deed } = proposal;
  if (deed.kind === 'draft') return writeDraft(ports, proposal, deed, by);
  if (deed.kind === 'plan') return putPlan(ports, proposal, deed, by);
  if (deed.kind === 'digest_time') {
    const saved = await changeSettings(ports, { change: { digestTime: deed.time }, by });
    if (saved.kind === 'refused') return saved;
    return move(ports, proposal, 'asked', 'done', {
      by,
      result: `The digest comes at ${deed.time} from now on.`,
    });
  }
  const { body, result } = recordOf(deed);
  const events = [eventOf(ports, deed.customerId, by, body)];
  return move(ports, proposal, 'asked', 'done', { by, result, events });
}

type Recording = Exclude<Deed, { kind: 'draft' | 'plan' | 'digest_time' }>;

function recordOf(deed: Recording): { body: EventBody; result: string } {
  switch (deed.kind) {
    case 'snooze':
      return {
        body: { kind: 'snoozed', until: deed.until, reason: null },
        result: 'Nobody is chased before that day.',
      };
    case 'release':
      return {
        body: { kind: 'released', reason: 'by a proposal in the conversation' },
        result: 'The ledger and your policy decide again.',
      };
    case 'note':
      return {
        body: { kind: 'outcome', outcome: { kind: 'note', text: deed.text }, via: null },
        result: 'It stands in their history.',
      };
    default:
      return assertNever(deed);
  }
}

/** Once it is proposed there is a plan, so that pressing again after a crash is told so. */
async function putPlan(
  ports: Ports,
  proposal: Proposal,
  { customerId, wish }: Extract<Deed, { kind: 'plan' }>,
  by: string,
): Promise<ProposalDecided | Refused> {
  const shown = await proposePlan(ports, { customerId, wish, by, source: sourceOf(proposal), note: null });
  if (shown.kind === 'refused') return shown;
  const link = await ports.chat.linkTo(shown.card);
  return move(ports, proposal, 'asked', 'done', { by, result: 'An owner decides on it in the case.', link });
}

/** A draft is there once however often it is asked for, so a restart in between leaves one letter. */
async function writeDraft(
  ports: Ports,
  proposal: Proposal,
  { customerId, wish }: Extract<Deed, { kind: 'draft' }>,
  by: string,
): Promise<ProposalDecided | Refused> {
  const drafted = await draftMessage(ports, { customerId, currency: null, by });
  if (drafted.kind === 'refused') return drafted;
  if (drafted.kind === 'scripted') {
    const link = await ports.chat.linkTo(drafted.script);
    return move(ports, proposal, 'asked', 'done', { by, result: 'The script is in the case.', link });
  }
  let { revision } = drafted.draft;
  for (const rewrite of [
    ...(wish.tone ? [{ kind: wish.tone, instruction: null }] : []),
    ...(wish.words ? [{ kind: 'instruction', instruction: wish.words } as const] : []),
  ]) {
    const changed = await rewriteDraft(ports, { draftId: drafted.draft.id, revision, wish: rewrite, by });
    if (changed.kind === 'refused') return changed;
    revision = changed.draft.revision;
  }
  const link = await ports.chat.linkTo(drafted.card);
  const result = 'The draft is in the case. It goes out when somebody approves it there.';
  return move(ports, proposal, 'asked', 'done', { by, result, link });
}

function eventOf({ clock }: Ports, customerId: string, by: string, body: EventBody): NewEvent {
  return { customerId, at: clock.now(), by, source: null, body };
}

async function move(
  ports: Ports,
  proposal: Proposal,
  from: Proposal['state'],
  to: Proposal['state'],
  change: { by: string; result: string | null; link?: string | null; events?: readonly NewEvent[] },
): Promise<ProposalDecided | Refused> {
  const events = (change.events ?? []).map((event) => ({ ...event, source: sourceOf(proposal) }));
  const moved = await ports.store.moveProposal(proposal.id, from, to, {
    by: change.by,
    at: ports.clock.now(),
    result: change.result,
    link: change.link ?? proposal.link,
    events,
  });
  if (!moved) return tooLate(ports, (await ports.store.proposal(proposal.id)) ?? proposal);
  await ports.chat.updateProposal(moved);
  const customerId = customerOf(moved.deed);
  if (customerId && events.length > 0) {
    await stopStaleDrafts(ports, customerId);
    await refreshCase(ports, customerId);
  }
  return { kind: 'decided', proposal: moved };
}

/** What is recorded rests on the card that somebody pressed. */
function sourceOf({ card, words }: Proposal): NewEvent['source'] {
  return card && { ...card, quote: words.title };
}

/** A click from a card that is not the newest: the card is put right, and the person told. */
async function tooLate(ports: Ports, proposal: Proposal): Promise<Refused> {
  await ports.chat.updateProposal(proposal);
  const by = proposal.decidedBy && proposal.decidedBy !== 'tightrope' ? ` by <@${proposal.decidedBy}>` : '';
  const words = {
    asked: 'Nothing was done yet. Press it once more.',
    done: `This was done${by} already.`,
    dismissed: `This was put aside${by} already. Ask again if it is still wanted.`,
    lapsed: proposal.result ?? 'This is not possible any more.',
    undone: `This was taken back${by} already.`,
  } as const;
  return { kind: 'refused', because: words[proposal.state] };
}
