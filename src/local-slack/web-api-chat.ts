// The Web API's chat.*, reactions.* and the agent's status: what the app writes.
import { checkMessage } from './check-blocks.ts';
import type { SlackJson } from './control-api.ts';
import type { StoredMessage } from './stored.ts';
import { withBlockIds } from './view-values.ts';
import { BOT, BOT_ID, TEAM } from './workspace-data.ts';
import type { Answer, World } from './world.ts';

type Args = SlackJson;
type Method = (world: World, args: Args) => Answer;

/** A channel by its id, or a person's DM by the person's id. */
export function findChannel({ data }: World, id: unknown): string | null {
  if (typeof id !== 'string') return null;
  if (id.startsWith('U')) return data.directMessage(id)?.id ?? null;
  const byName = data.channels.find(({ name, kind }) => kind !== 'im' && `#${name}` === id);
  return byName?.id ?? data.channel(id)?.id ?? null;
}

/** Slack's name for why the app may not write there; null: it may. */
export function cannotPost({ data }: World, channelId: string | null): string | null {
  const channel = channelId === null ? null : data.channel(channelId);
  if (!channel) return 'channel_not_found';
  if (channel.isArchived) return 'is_archived';
  return channel.members.includes(BOT)
    ? null
    : channel.kind === 'private'
      ? 'channel_not_found'
      : 'not_in_channel';
}

/** Why Slack would not take this message, in the words of its validator; null: it would. */
export function refusedMessage(world: World, args: Args): Answer | null {
  const invalid = checkMessage(args);
  if (invalid) return { error: invalid.error, response_metadata: { messages: invalid.messages } };
  const rejected = list(args.blocks).find((block) =>
    world.faults.rejectBlockTypes.includes(String((block as SlackJson).type)),
  );
  return rejected
    ? {
        error: 'invalid_blocks',
        response_metadata: { messages: [`[ERROR] unsupported type: ${(rejected as SlackJson).type}`] },
      }
    : null;
}

export function newMessage(
  world: World,
  part: Partial<StoredMessage> & Pick<StoredMessage, 'channel'>,
): StoredMessage {
  return {
    ts: world.data.nextTs(world.clock.nowMs()),
    user: BOT,
    text: '',
    blocks: [],
    attachments: [],
    files: [],
    reactions: [],
    edited: false,
    ephemeralFor: null,
    streaming: false,
    metadata: null,
    ...part,
  };
}

/** A message as the API and events show it. */
export function asSlack(message: StoredMessage): SlackJson {
  const bot = message.user === BOT;
  return {
    type: 'message',
    ts: message.ts,
    user: message.user,
    text: message.text,
    team: TEAM.id,
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    ...(bot ? { bot_id: BOT_ID, app_id: 'A0TIGHTROPE' } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.editedTs ?? message.ts } } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.ephemeralFor ? { is_ephemeral: true } : {}),
  };
}

function post(world: World, args: Args, ephemeralFor: string | null): Answer {
  const channel = findChannel(world, args.channel);
  const cannot = cannotPost(world, channel);
  if (cannot || !channel) return { error: cannot ?? 'channel_not_found' };
  const refused = refusedMessage(world, args);
  if (refused) return refused;
  const thread = typeof args.thread_ts === 'string' ? args.thread_ts : null;
  if (thread && !world.data.message(channel, thread)) return { error: 'thread_not_found' };
  const message = newMessage(world, {
    channel,
    text: typeof args.text === 'string' ? args.text : '',
    blocks: withBlockIds(args.blocks),
    attachments: list(args.attachments) as SlackJson[],
    ephemeralFor,
    metadata: (args.metadata as SlackJson | undefined) ?? null,
    ...(thread ? { thread_ts: thread } : {}),
  });
  world.data.addMessage(message);
  return ephemeralFor ? { message_ts: message.ts } : { channel, ts: message.ts, message: asSlack(message) };
}

function update(world: World, args: Args): Answer {
  const message = world.data.message(String(args.channel), String(args.ts));
  if (!message)
    return { error: world.data.channel(String(args.channel)) ? 'message_not_found' : 'channel_not_found' };
  if (message.user !== BOT || message.ephemeralFor) return { error: 'cant_update_message' };
  const refused = refusedMessage(world, args);
  if (refused) return refused;
  // Text without blocks drops the blocks, as in Slack.
  if (typeof args.text === 'string') message.text = args.text;
  message.blocks = withBlockIds(args.blocks);
  world.data.changed({
    type: 'message',
    channel: message.channel,
    ts: message.ts,
    threadTs: message.thread_ts ?? null,
  });
  return { channel: message.channel, ts: message.ts, text: message.text };
}

export function removeMessage({ data }: World, channel: string, ts: string): boolean {
  const at = data.messages.findIndex((one) => one.channel === channel && one.ts === ts);
  const [gone] = at === -1 ? [] : data.messages.splice(at, 1);
  if (gone) data.changed({ type: 'message', channel, ts, threadTs: gone.thread_ts ?? null });
  return gone !== undefined;
}

function stream(world: World, args: Args, state: 'append' | 'stop'): Answer {
  const message = world.data.message(String(args.channel), String(args.ts));
  if (!message) return { error: 'message_not_found' };
  if (!message.streaming) return { error: 'message_not_in_streaming_state' };
  addChunks(message, args);
  if (state === 'stop') {
    const refused = refusedMessage(world, { ...args, text: 'x' });
    if (refused) return refused;
    endStream(message, Array.isArray(args.blocks) ? args.blocks : []);
    if (args.session_status === 'active') endSession(world, message.channel, message.thread_ts ?? '');
  }
  world.data.changed({
    type: 'message',
    channel: message.channel,
    ts: message.ts,
    threadTs: message.thread_ts ?? null,
  });
  return { channel: message.channel, ts: message.ts };
}

/** The words stay as Markdown, before the blocks that close it. */
export function endStream(message: StoredMessage, blocks: unknown[] = []): void {
  message.streaming = false;
  const words =
    message.text.trim() === '' ? [] : [{ type: 'markdown', block_id: 'streamed', text: message.text }];
  message.blocks = [...withBlockIds(words), ...message.blocks, ...withBlockIds(blocks)];
}

function addChunks(message: StoredMessage, args: Args): void {
  if (typeof args.markdown_text === 'string') message.text += args.markdown_text;
  for (const chunk of list(args.chunks) as SlackJson[]) {
    if (chunk.type === 'markdown_text') message.text += String(chunk.text ?? '');
    else if (chunk.type === 'blocks') message.blocks.push(...withBlockIds(chunk.blocks));
    else message.metadata = { ...message.metadata, [String(chunk.id ?? chunk.type)]: chunk };
  }
}

function react(world: World, args: Args, user: string, remove: boolean): Answer {
  const message = world.data.message(String(args.channel), String(args.timestamp));
  if (!message) return { error: 'message_not_found' };
  const name = String(args.name);
  const found = message.reactions.find((one) => one.name === name) ?? { name, users: [] };
  if (!remove && found.users.includes(user)) return { error: 'already_reacted' };
  if (remove && !found.users.includes(user)) return { error: 'no_reaction' };
  found.users = remove ? found.users.filter((one) => one !== user) : [...found.users, user];
  message.reactions = [...message.reactions.filter((one) => one.name !== name), found].filter(
    ({ users }) => users.length > 0,
  );
  world.data.changed({
    type: 'message',
    channel: message.channel,
    ts: message.ts,
    threadTs: message.thread_ts ?? null,
  });
  return {};
}

function placeOf(args: Args): { channel: string; threadTs: string; key: string } {
  const channel = String(args.channel_id ?? args.channel);
  const threadTs = String(args.thread_ts ?? '');
  return { channel, threadTs, key: `${channel} ${threadTs}` };
}

/** Words that stand while it works; empty words end them. */
function setStatus(world: World, args: Args): Answer {
  const { channel, threadTs, key } = placeOf(args);
  const status = String(args.status ?? '');
  const canStop = world.statuses.get(key)?.canStop ?? false;
  const loadingMessages = list(args.loading_messages).map(String);
  if (status === '' && !canStop) world.statuses.delete(key);
  else world.statuses.set(key, { channel, threadTs, status, loadingMessages, canStop });
  world.data.changed({ type: 'status' });
  return {};
}

const SESSION_STATES = ['active', 'processing', 'suspended', 'closed'];

/** The life of a session: while it is processing, people have a button that stops it. */
function setSession(world: World, args: Args): Answer {
  const { channel, threadTs, key } = placeOf(args);
  const state = String(args.status ?? '');
  if (!SESSION_STATES.includes(state)) return { error: 'invalid_arguments' };
  if (!world.data.channel(channel)) return { error: 'channel_not_found' };
  if (state !== 'processing') endSession(world, channel, threadTs);
  else {
    const known = world.statuses.get(key) ?? {
      channel,
      threadTs,
      status: 'is working…',
      loadingMessages: [],
    };
    world.statuses.set(key, { ...known, canStop: true });
    world.data.changed({ type: 'status' });
  }
  return { agent_status: state };
}

function endSession(world: World, channel: string, threadTs: string): void {
  if (world.statuses.delete(`${channel} ${threadTs}`)) world.data.changed({ type: 'status' });
}

export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  'chat.postMessage': (world, args) => post(world, args, null),
  'chat.postEphemeral': (world, args) => {
    const user = String(args.user ?? '');
    if (!world.data.people.some(({ id }) => id === user)) return { error: 'user_not_found' };
    const channel = world.data.channel(String(args.channel));
    if (channel && !channel.members.includes(user)) return { error: 'user_not_in_channel' };
    return post(world, args, user);
  },
  'chat.update': update,
  'chat.delete': (world, args) => {
    const message = world.data.message(String(args.channel), String(args.ts));
    if (!message || message.ephemeralFor) return { error: 'message_not_found' };
    if (message.user !== BOT) return { error: 'cant_delete_message' };
    removeMessage(world, message.channel, message.ts);
    return { channel: message.channel, ts: message.ts };
  },
  'chat.getPermalink': (world, args) => {
    const message = world.data.message(String(args.channel), String(args.message_ts));
    if (!message) return { error: 'message_not_found' };
    return { channel: message.channel, permalink: `${world.url}#/${message.channel}/p${message.ts}` };
  },
  'chat.startStream': (world, args) => {
    const answer = post(world, { ...args, text: String(args.markdown_text ?? ' ') }, null);
    const message =
      typeof answer.ts === 'string' ? world.data.message(String(answer.channel), answer.ts) : null;
    if (message) Object.assign(message, { streaming: true, text: String(args.markdown_text ?? '') });
    return answer;
  },
  'chat.appendStream': (world, args) => stream(world, args, 'append'),
  'chat.stopStream': (world, args) => stream(world, args, 'stop'),
  'reactions.add': (world, args) => react(world, args, BOT, false),
  'reactions.remove': (world, args) => react(world, args, BOT, true),
  'assistant.threads.setStatus': setStatus,
  'agents.sessions.setStatus': setSession,
  'assistant.threads.setTitle': () => ({}),
  'assistant.threads.setSuggestedPrompts': (world, args) => {
    const channel = String(args.channel_id ?? args.channel);
    const threadTs = typeof args.thread_ts === 'string' ? args.thread_ts : null;
    const prompts = list(args.prompts) as { title: string; message: string }[];
    world.prompts.set(`${channel} ${threadTs ?? ''}`, {
      channel,
      threadTs,
      title: String(args.title ?? '') || null,
      prompts,
    });
    world.data.changed({ type: 'status' });
    return {};
  },
};

export { react };

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
