// Whom we leave alone today and why, grouped by reason: silence is explained too.
import type { AnyBlock, ModalView } from '@slack/types';
import type { Digest, LeftAlone } from '../../core/digest.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { actions, button, context, LIMITS, modal, section } from './blocks.ts';
import { escapeInline, pieces, shorten } from './mrkdwn.ts';
import { LEAVE_ORDER, LEAVE_WORDS, leaveTotal, untilWords } from './verdict-words.ts';

/** Names a page: even where every letter of a reason needs five in Slack's markup, they stay below 100 blocks. */
export const LEAVE_PAGE = 50;

export function leaveModal(digest: Digest, page = 0): ModalView {
  const sorted = [...digest.leave].sort(
    (a, b) =>
      LEAVE_ORDER.indexOf(a.leave.reason) - LEAVE_ORDER.indexOf(b.leave.reason) ||
      (a.leave.until ?? '9').localeCompare(b.leave.until ?? '9') ||
      a.customerName.localeCompare(b.customerName),
  );
  const pages = Math.max(1, Math.ceil(sorted.length / LEAVE_PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = sorted.slice(at * LEAVE_PAGE, (at + 1) * LEAVE_PAGE);
  const blocks = LEAVE_ORDER.flatMap((reason) => groupBlocks(reason, sorted, shown, digest));
  if (blocks.length === 0) blocks.push(section('Nobody is left alone today: everybody is on the list.'));
  if (pages > 1) blocks.push(...pageButtons(digest, at, pages));
  return modal(CALLBACKS.digestLeave, 'Whom we leave alone', blocks);
}

function groupBlocks(
  reason: LeftAlone['leave']['reason'],
  all: readonly LeftAlone[],
  shown: readonly LeftAlone[],
  digest: Digest,
): AnyBlock[] {
  const here = shown.filter(({ leave }) => leave.reason === reason);
  if (here.length === 0) return [];
  const total = all.filter(({ leave }) => leave.reason === reason).length;
  const lines = here.map((entry) => line(entry, digest));
  return pieces([`*${LEAVE_WORDS[reason]} (${total})*`, ...lines].join('\n'), LIMITS.section).map((text) =>
    section(text),
  );
}

function line({ leave, customerName }: LeftAlone, { day, locale }: Digest): string {
  const name = escapeInline(shorten(customerName, 100));
  const total = leaveTotal(leave, locale);
  const owed = total ? ` · ${total}` : '';
  if (leave.reason === 'nothing_due') return `• ${name}`;
  return `• *${name}*${owed} · ${untilWords(leave.until, day, locale)}. ${escapeInline(shorten(leave.because, 300))}`;
}

function pageButtons({ day }: Digest, page: number, pages: number): AnyBlock[] {
  const to = (target: number) => encodeValue('digestPage', { day, page: target });
  return [
    actions(
      page > 0 ? button(ACTIONS.leavePrevious, '◂ Previous', to(page - 1)) : null,
      page < pages - 1 ? button(ACTIONS.leaveNext, 'Next ▸', to(page + 1)) : null,
    ),
    context(`Page ${page + 1} of ${pages}`),
  ];
}
