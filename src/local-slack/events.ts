// What the app hears of: Slack's event envelope, and who gets which message event.
import { randomUUID } from 'node:crypto';
import type { SlackJson } from './control-api.ts';
import type { Delivered, EnvelopeType } from './delivery.ts';
import type { StoredMessage } from './stored.ts';
import { asSlack } from './web-api-chat.ts';
import { fileAsSlack } from './web-api-files.ts';
import { APP_ID, BOT, TEAM } from './workspace-data.ts';
import { logCall, subscribes, type World } from './world.ts';

/** The token field of old; every payload still carries it and nobody should look at it. */
export const OLD_TOKEN = 'local-verification-token';

export async function deliver(
  world: World,
  type: EnvelopeType,
  name: string,
  payload: SlackJson,
): Promise<Delivered> {
  const delivered = await world.delivery.deliver(type, payload);
  const ok = delivered.kind === 'acked';
  logCall(world, { direction: 'to_app', method: name, ok, error: ok ? null : delivered.kind });
  return delivered;
}

/** Sends an event when the manifest subscribes to it; answers at once where it does not. */
export async function sendEvent(world: World, subscription: string, event: SlackJson): Promise<boolean> {
  if (!subscribes(world, subscription)) return true;
  const delivered = await deliver(world, 'events_api', subscription, {
    token: OLD_TOKEN,
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`,
    event_time: Math.floor(world.clock.nowMs() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: BOT, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: world.sharedChannels.has(String(event.channel)),
  });
  return delivered.kind === 'acked';
}

const TYPES = { channel: 'channel', private: 'group', im: 'im' } as const;
const SUBSCRIPTIONS = { channel: 'message.channels', private: 'message.groups', im: 'message.im' } as const;

/** A message as message_changed and message_deleted carry it: whole, its files and its thread with it. */
export function wholeMessage(world: World, message: StoredMessage): SlackJson {
  return {
    ...asSlack(message),
    ...(message.files.length > 0
      ? { subtype: 'file_share', files: message.files.map((file) => fileAsSlack(world, file)) }
      : {}),
  };
}

/** A message was changed or deleted: an event without a user and words of its own; the message is inside it. */
export async function sendChangeEvent(
  world: World,
  channelId: string,
  part: SlackJson & { readonly subtype: string; readonly ts: string },
): Promise<void> {
  const channel = world.data.channel(channelId);
  if (!channel?.members.includes(BOT)) return;
  await sendEvent(world, SUBSCRIPTIONS[channel.kind], {
    type: 'message',
    hidden: true,
    channel: channel.id,
    channel_type: TYPES[channel.kind],
    event_ts: part.ts,
    ...part,
  });
}

/** A message event, where the app is a member; and app_mention in addition where it is named. */
export async function sendMessageEvent(world: World, message: StoredMessage): Promise<void> {
  const channel = world.data.channel(message.channel);
  if (!channel?.members.includes(BOT)) return;
  const event = {
    ...wholeMessage(world, message),
    channel: channel.id,
    channel_type: TYPES[channel.kind],
    event_ts: message.ts,
  };
  const sent = [sendEvent(world, SUBSCRIPTIONS[channel.kind], event)];
  if (message.text.includes(`<@${BOT}>`) && channel.kind !== 'im') {
    const { channel_type: _, ...mention } = event;
    sent.push(sendEvent(world, 'app_mention', { ...mention, type: 'app_mention' }));
  }
  await Promise.all(sent);
}
