// Everything that was recorded about a customer, newest first.
import type { AnyBlock, ModalView } from '@slack/types';
import type { CaseView } from '../../core/case-view.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { actions, button, context, header, LIMITS, modal, section } from './blocks.ts';
import { eventLine } from './event-words.ts';
import { pieces } from './mrkdwn.ts';

/** Events a page; with their quotes they stay below a modal's 100 blocks. */
export const HISTORY_PAGE = 40;

export function historyModal(view: CaseView, page = 0): ModalView {
  const pages = Math.max(1, Math.ceil(view.history.length / HISTORY_PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const lines = view.history
    .slice(at * HISTORY_PAGE, (at + 1) * HISTORY_PAGE)
    .map((event) => eventLine(event, view));
  const to = (target: number) => encodeValue('historyPage', { customerId: view.customer.id, page: target });
  const blocks: AnyBlock[] = [
    header(view.customer.name),
    ...(lines.length > 0
      ? pieces(lines.join('\n'), LIMITS.section).map((text) => section(text))
      : [
          section('Nothing has been recorded yet. What you send and log will stand here, with who and when.'),
        ]),
    ...(pages > 1
      ? [
          actions(
            at > 0 ? button(ACTIONS.caseHistoryNewer, '◂ Newer', to(at - 1)) : null,
            at < pages - 1 ? button(ACTIONS.caseHistoryOlder, 'Older ▸', to(at + 1)) : null,
          ),
          context(`Page ${at + 1} of ${pages}`),
        ]
      : []),
  ];
  return modal(CALLBACKS.caseHistory, 'History', blocks);
}
