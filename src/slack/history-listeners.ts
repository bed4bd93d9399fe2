// A customer's whole history: opened from a list of names, and paged in its place.
import type { App } from '@slack/bolt';
import { showCustomer } from '../flows/show-overdue.ts';
import { onClick, STALE, showModal } from './hear.ts';
import type { Room } from './listen.ts';
import { ACTIONS, CASE_HISTORY, decodeValue } from './views/action-ids.ts';
import { historyModal } from './views/history.ts';

export function listenToHistory(app: App, room: Room): void {
  onClick(app, room, CASE_HISTORY, async (ports, click) => {
    const about = decodeValue('customer', click.value);
    const seen = about && (await showCustomer(ports, about.customerId));
    if (seen?.kind !== 'found') return STALE;
    await showModal(room, click, historyModal(seen.view));
    return undefined;
  });
  for (const actionId of [ACTIONS.caseHistoryNewer, ACTIONS.caseHistoryOlder]) {
    onClick(app, room, actionId, async (ports, { value, view }) => {
      const at = decodeValue('historyPage', value);
      const seen = at && (await showCustomer(ports, at.customerId));
      if (!at || seen?.kind !== 'found' || !view) return STALE;
      await room.client.views.update({
        view_id: view.id,
        hash: view.hash,
        view: historyModal(seen.view, at.page),
      });
      return undefined;
    });
  }
}
