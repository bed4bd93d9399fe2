// @ts-check
// Slack's older attachments: a bar at the side, and blocks or a few words beside it.
import { drawBlocks } from './blocks/draw.js';
import { messageContext } from './contexts.js';
import { h, linkTarget } from './dom.js';
import { mrkdwn } from './mrkdwn.js';

/** @param {import('./state.js').Message} message */
export function drawAttachments(message) {
  return h(
    'div',
    { class: 'attachments' },
    message.attachments.map((one) => drawAttachment(/** @type {any} */ (one), message)),
  );
}

/** @param {any} attachment @param {import('./state.js').Message} message */
function drawAttachment(attachment, message) {
  const box = h('div', { class: 'attachment' });
  if (/^#[0-9a-f]{6}$/i.test(attachment.color ?? '')) box.style.borderColor = attachment.color;
  if (attachment.pretext) box.append(mrkdwn(attachment.pretext));
  if (attachment.title) {
    const words = h('strong', null, attachment.title);
    box.append(attachment.title_link ? h('a', linkTarget(attachment.title_link), words) : words);
  }
  if (attachment.text) box.append(mrkdwn(attachment.text));
  if (attachment.blocks) box.append(drawBlocks(attachment.blocks, messageContext(message, true)));
  if (attachment.footer) box.append(h('small', null, attachment.footer));
  return box;
}
