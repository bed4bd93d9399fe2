// @ts-check
// One message: who, when, the words and blocks, and what can be done with it.

import { drawAttachments } from './attachments.js';
import { avatar } from './avatar.js';
import { drawTasks } from './blocks/agent.js';
import { drawBlocks } from './blocks/draw.js';
import { sizeWords } from './blocks/file-input.js';
import { messageContext } from './contexts.js';
import { h } from './dom.js';
import { editBox } from './edit-box.js';
import { icon } from './icons.js';
import { markdown } from './markdown.js';
import { drawTools } from './message-tools.js';
import { isOnlyEmoji, mrkdwn } from './mrkdwn.js';
import { drawReactions } from './reactions.js';
import { goChannel, hashOf } from './route.js';
import { nameOf, person } from './state.js';
import { agoWords, fullWords, msOfTs, timeOf } from './time.js';

/** @typedef {import('./state.js').Message} Message */

/**
 * @param {Message} message
 * @param {{compact: boolean, inThread: boolean}} look `compact`: right under another of the same person.
 * @returns {HTMLElement}
 */
export function drawMessage(message, { compact, inThread }) {
  const { user, ts } = message;
  const ms = msOfTs(ts);
  const name = nameOf(user);
  const time = h(
    'a',
    {
      class: 'message-time',
      href: hashOf({ kind: 'channel', channel: message.channel, ts }),
      title: fullWords(ms),
      tabindex: -1,
    },
    timeOf(ms),
  );
  const content = h('div', { class: 'message-content' }, drawContent(message));
  const node = h(
    'article',
    {
      class: [
        'message',
        compact ? 'compact' : '',
        message.ephemeral ? 'ephemeral' : '',
        message.streaming ? 'streaming' : '',
      ].join(' '),
      'data-testid': 'message',
      'data-ts': ts,
      'data-user': user,
      'aria-label': `${name}, ${timeOf(ms)}`,
      tabindex: 0,
    },
    h('div', { class: 'message-side' }, compact ? time : avatar(user)),
    h(
      'div',
      { class: 'message-main' },
      compact
        ? null
        : h(
            'div',
            { class: 'message-head' },
            h('strong', { class: 'message-name' }, name),
            person(user)?.isBot ? h('span', { class: 'app-badge' }, 'APP') : null,
            time,
          ),
      message.ephemeral ? h('div', { class: 'only-you' }, 'Only visible to you') : null,
      content,
      message.streaming ? h('span', { class: 'pulse', role: 'status' }, 'writing…') : null,
      drawReactions(message),
      inThread ? null : drawReplies(message),
    ),
  );
  node.append(
    drawTools(message, node, {
      inThread,
      onEdit: () =>
        content.replaceChildren(editBox(message, () => content.replaceChildren(...drawContent(message)))),
    }),
  );
  return node;
}

/** @param {Message} message @returns {Node[]} */
function drawContent(message) {
  /** @type {Node[]} */
  const parts = [];
  const tasks = drawTasks(message.metadata);
  if (tasks) parts.push(tasks);
  if (message.blocks.length > 0) {
    // A streamed answer's words stand before the blocks that close it; elsewhere the text only repeats the blocks.
    if (message.streaming && message.text.trim()) parts.push(markdown(message.text));
    parts.push(drawBlocks(message.blocks, messageContext(message)));
  } else if (message.streaming) parts.push(markdown(message.text));
  else if (message.text) parts.push(drawWords(message));
  if (message.attachments.length > 0) parts.push(drawAttachments(message));
  if (message.files.length > 0) parts.push(drawFiles(message));
  const last = parts[parts.length - 1];
  if (message.edited && last instanceof HTMLElement) {
    const mark = h('span', { class: 'edited' }, '(edited)');
    const line = last.classList.contains('rich') ? last.lastElementChild : null;
    (line?.classList.contains('lines') ? line : last).append(' ', mark);
  }
  return parts;
}

/** @param {Message} message */
function drawWords(message) {
  const words = mrkdwn(message.text);
  if (isOnlyEmoji(message.text)) words.classList.add('jumbo');
  return words;
}

/** @param {Message} message */
function drawFiles({ files }) {
  return h(
    'ul',
    { class: 'files' },
    files.map((file) =>
      h(
        'li',
        null,
        h(
          'a',
          { class: 'file-card', href: file.url, download: file.name },
          icon('file'),
          h('span', { class: 'file-name' }, file.name),
          h('small', null, sizeWords(file.size)),
        ),
      ),
    ),
  );
}

/** @param {Message} message */
function drawReplies({ channel, ts, replyCount, replyUsers, latestReply }) {
  if (replyCount === 0) return null;
  return h(
    'button',
    { type: 'button', class: 'replies', 'data-testid': 'replies', onclick: () => goChannel(channel, ts) },
    h(
      'span',
      { class: 'reply-faces' },
      replyUsers.slice(0, 4).map((id) => avatar(id, 'small')),
    ),
    h('span', { class: 'reply-count' }, `${replyCount} ${replyCount === 1 ? 'reply' : 'replies'}`),
    latestReply ? h('span', { class: 'reply-when' }, `Last reply ${agoWords(msOfTs(latestReply))}`) : null,
  );
}
