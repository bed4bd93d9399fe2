// What chat.* refuses of a message before it is posted: its text, blocks and attachments, in Slack's words.
import { countOfTypes, refusalsOfBlocks } from './block-rules.ts';
import type { SlackJson } from './control-api.ts';
import { MESSAGE } from './limits.ts';
import { type Refusal, refusal } from './refusals.ts';

/** Why Slack refuses these arguments of chat.postMessage, postEphemeral, update or startStream; null: it does not. */
export function checkMessage(args: SlackJson): Refusal | null {
  const { blocks = [], attachments = [] } = args;
  if (!Array.isArray(blocks)) return refuse('invalid_blocks_format');
  if (!Array.isArray(attachments)) return refuse('invalid_attachments');
  return (
    checkText(args, blocks.length + attachments.length > 0) ??
    checkTables(blocks) ??
    checkBlocks(blocks) ??
    checkAttachments(attachments)
  );
}

function checkText(args: SlackJson, hasMore: boolean): Refusal | null {
  const { text = '', markdown_text: markdown = '' } = args;
  if (typeof text !== 'string')
    return refuse('invalid_arguments', [refusal('must provide a string', ['text'])]);
  if (typeof markdown !== 'string')
    return refuse('invalid_arguments', [refusal('must provide a string', ['markdown_text'])]);
  if (text === '' && markdown === '' && !hasMore) return refuse('no_text');
  // Only chat.update names the message it is about, and takes less text.
  const most = typeof args.ts === 'string' ? MESSAGE.updateText : MESSAGE.text;
  return text.length > most || markdown.length > MESSAGE.markdownText ? refuse('msg_too_long') : null;
}

/** Slack makes tables into attachments, and names them so. */
function checkTables(blocks: readonly unknown[]): Refusal | null {
  return countOfTypes(blocks, 'table', 'data_table') > MESSAGE.tables
    ? refuse('invalid_attachments', ['only_one_table_allowed'])
    : null;
}

function checkBlocks(blocks: readonly unknown[]): Refusal | null {
  const messages = [
    ...refusalsOfBlocks(blocks, 'message', ['blocks']),
    ...(countOfTypes(blocks, 'data_visualization') > MESSAGE.charts
      ? [refusal(`no more than ${MESSAGE.charts} data_visualization blocks allowed`, ['blocks'])]
      : []),
  ];
  return messages.length > 0 ? refuse('invalid_blocks', messages) : null;
}

function checkAttachments(attachments: readonly unknown[]): Refusal | null {
  if (attachments.length > MESSAGE.attachments) return refuse('too_many_attachments');
  const messages = attachments.flatMap((attachment, index) => {
    if (typeof attachment !== 'object' || attachment === null)
      return [refusal('must provide an object', ['attachments', index])];
    return 'blocks' in attachment
      ? refusalsOfBlocks(attachment.blocks, 'message', ['attachments', index, 'blocks'])
      : [];
  });
  return messages.length > 0 ? refuse('invalid_attachments', messages) : null;
}

function refuse(error: string, messages: string[] = []): Refusal {
  return { error, messages };
}
