// What people do with a proposal: do it, put it aside, take it back.
import type { App } from '@slack/bolt';
import { dismissProposal, doProposal, type ProposalDecided, undoProposal } from '../flows/decide-proposal.ts';
import { refreshDigest } from '../flows/post-digest.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { onClick, STALE } from './hear.ts';
import type { Room } from './listen.ts';
import { ACTIONS, decodeValue } from './views/action-ids.ts';

type Decide = (ports: Ports, press: { proposalId: string; by: string }) => Promise<ProposalDecided | Refused>;

export function listenToProposals(app: App, room: Room): void {
  const on = (actionId: string, decide: Decide) =>
    onClick(app, room, actionId, async (ports, { value, place }) => {
      const found = decodeValue('proposal', value);
      if (!found) return STALE;
      const decided = await decide(ports, { ...found, by: place.user });
      if (decided.kind === 'refused') return decided;
      await refreshDigest(ports, 0);
      return undefined;
    });
  on(ACTIONS.proposalDo, doProposal);
  on(ACTIONS.proposalDismiss, dismissProposal);
  on(ACTIONS.proposalUndo, undoProposal);
}
