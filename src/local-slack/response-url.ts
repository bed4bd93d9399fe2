// Response URLs: what the app says after a command or a click, five times within half an hour.
import type { SlackJson } from './control-api.ts';
import { withBlockIds } from './view-values.ts';
import { newMessage, refusedMessage, removeMessage } from './web-api-chat.ts';
import { logCall, type World } from './world.ts';

/** Answers with Slack's error name, or null when it was done. */
export function respondTo(world: World, id: string, said: SlackJson): string | null {
  const error = respond(world, id, said);
  logCall(world, { direction: 'from_app', method: 'response_url', ok: error === null, error });
  return error;
}

function respond(world: World, id: string, said: SlackJson): string | null {
  const found = world.triggers.useResponse(id);
  if ('error' in found) return found.error;
  const { channel, user, ts, threadTs } = found.place;
  if (said.delete_original === true && ts)
    return removeMessage(world, channel, ts) ? null : 'message_not_found';
  const refused = refusedMessage(world, withoutDirections(said));
  if (refused?.error) return refused.error;
  const original = said.replace_original === true && ts ? world.data.message(channel, ts) : null;
  if (original) {
    original.text = String(said.text ?? '');
    original.blocks = withBlockIds(said.blocks);
    const change = {
      type: 'message',
      channel,
      ts: original.ts,
      threadTs: original.thread_ts ?? null,
    } as const;
    world.data.changed(change, original.ephemeralFor);
    return null;
  }
  const thread = typeof said.thread_ts === 'string' ? said.thread_ts : threadTs;
  world.data.addMessage(
    newMessage(world, {
      channel,
      text: String(said.text ?? ''),
      blocks: withBlockIds(said.blocks),
      ephemeralFor: said.response_type === 'in_channel' ? null : user,
      ...(thread ? { thread_ts: thread } : {}),
    }),
  );
  return null;
}

function withoutDirections(said: SlackJson): SlackJson {
  const { replace_original: _, delete_original: __, response_type: ___, ...message } = said;
  return message;
}
