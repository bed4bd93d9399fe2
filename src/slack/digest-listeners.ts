// Paging through the digest, seeing whom it leaves alone, and asking for it now.
import type { App } from '@slack/bolt';
import { gatherDigest, postDigestNow, refreshDigest } from '../flows/post-digest.ts';
import type { Ports } from '../ports/ports.ts';
import { type Click, onClick, openModal, STALE } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, decodeValue } from './views/action-ids.ts';
import { leaveModal } from './views/leave-modal.ts';

export function listenToDigest(app: App, room: Room): void {
  const onPage = (actionId: string, work: (ports: Ports, page: number, click: Click) => Promise<Answer>) =>
    onClick(app, room, actionId, async (ports, click) => {
      const value = decodeValue('digestPage', click.value);
      return value ? work(ports, value.page, click) : STALE;
    });
  const turn = async (ports: Ports, page: number): Promise<Answer> => {
    await refreshDigest(ports, page);
    return undefined;
  };
  const turnLeave = async (ports: Ports, page: number, { view }: Click): Promise<Answer> => {
    if (!view) return STALE;
    const modal = leaveModal(await gatherDigest(ports), page);
    await room.client.views.update({ view_id: view.id, hash: view.hash, view: modal });
    return undefined;
  };
  onPage(ACTIONS.digestPrevious, turn);
  onPage(ACTIONS.digestNext, turn);
  onPage(ACTIONS.leavePrevious, turnLeave);
  onPage(ACTIONS.leaveNext, turnLeave);
  onPage(ACTIONS.digestLeave, async (ports, page, { triggerId }) => {
    await openModal(room, triggerId, leaveModal(await gatherDigest(ports), page));
    return undefined;
  });
  onClick(app, room, ACTIONS.digestNow, async (ports) => digestNow(ports));
  onClick(app, room, ACTIONS.linkOpen, async () => undefined);
  onClick(app, room, ACTIONS.linkOpenDraft, async () => undefined);
}

/** Posts today's digest with the figures of this moment, also when it was posted before: somebody asks for it. */
export async function digestNow(ports: Ports): Promise<Answer> {
  const result = await postDigestNow(ports);
  if (result.kind === 'refused') return result;
  if (result.kind === 'not_due') return undefined;
  const link = await ports.chat.linkTo(result.message);
  return {
    kind: 'told',
    words: link ? `Today's digest is posted: <${link}|read it>.` : "Today's digest is posted.",
  };
}
