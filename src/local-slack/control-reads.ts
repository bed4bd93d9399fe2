// What the control API shows: the workspace, conversations, forms, the Mailbox, each as the asking person sees it.
import type { Channel, Clock, Message, Workspace } from './control-api.ts';
import { channelFor, Refusal } from './people-acts.ts';
import { ownView, viewForPage } from './people-clicks.ts';
import type { StoredChannel, StoredMessage } from './stored.ts';
import { botPerson, everybody } from './web-api-people.ts';
import { APP_ID, BOT, TEAM, type WorkspaceData } from './workspace-data.ts';
import type { World } from './world.ts';

const FIRST_PERSON = 'U0OLIVIA';
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1_000;

type Query = URLSearchParams;

/** What a GET of `path` (below /api/) answers; null where there is no such route. @throws Refusal */
export function readRoute(world: World, path: string, query: Query): object | null {
  const as = query.get('as') ?? '';
  const messagesOf = /^channels\/([A-Z0-9]+)\/messages$/.exec(path);
  if (messagesOf?.[1]) return readMessages(world, asPerson(world, as), messagesOf[1], query);
  const viewId = /^views\/([A-Z0-9]+)$/.exec(path)?.[1];
  if (viewId) return { view: viewForPage(world, ownView(world, asPerson(world, as), viewId)) };
  switch (path) {
    case 'workspace':
      return readWorkspace(world, as === '' ? FIRST_PERSON : asPerson(world, as));
    case 'home': {
      const home = world.data.homes.get(asPerson(world, as));
      return { view: home ? viewForPage(world, home) : null };
    }
    case 'mailbox':
      return { mails: world.data.mails.toReversed() };
    case 'clock':
      return { clock: clockOf(world) };
    case 'log':
      return { entries: world.log.slice(-limitOf(query)) };
    default:
      return null;
  }
}

/** @throws Refusal when nobody has that id. */
export function asPerson({ data }: World, id: string): string {
  if (data.people.some((one) => one.id === id)) return id;
  const known = data.people.map((one) => one.id).join(', ');
  throw new Refusal('user_not_found', `Say as whom you act: as is one of ${known}.`);
}

export function clockOf({ clock }: World): Clock {
  return { now: clock.now().toISOString(), offsetMs: clock.offsetMs, zone: clock.zone };
}

function limitOf(query: Query): number {
  const asked = Number(query.get('limit') ?? DEFAULT_LIMIT);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, MAX_LIMIT) : DEFAULT_LIMIT;
}

function readWorkspace(world: World, as: string): Omit<Workspace, 'ok'> {
  const { data, manifest } = world;
  const people = everybody(world);
  const bot = botPerson(world);
  return {
    team: TEAM,
    app: { id: APP_ID, name: bot.realName, botUserId: BOT },
    me: people.find(({ id }) => id === as) ?? bot,
    people,
    channels: data.channels
      .filter(({ members }) => members.includes(as))
      .map((one) => channelForPage(data, as, one)),
    commands: (manifest.features?.slash_commands ?? []).map((one) => ({
      command: one.command,
      description: one.description,
      usageHint: one.usage_hint ?? '',
    })),
    shortcuts: (manifest.features?.shortcuts ?? []).map((one) => ({
      name: one.name,
      callbackId: one.callback_id,
      type: one.type,
      description: one.description,
    })),
    clock: clockOf(world),
    appConnected: world.delivery.connected,
    modals: (data.modals.get(as) ?? []).map((view) => viewForPage(world, view)),
    statuses: [...world.statuses.values()],
    prompts: [...world.prompts.values()],
    unreadMail: data.mails.filter(({ id, direction }) => direction === 'out' && !data.readMails.has(id))
      .length,
  };
}

function channelForPage(data: WorkspaceData, as: string, channel: StoredChannel): Channel {
  const lastRead = Number(data.lastRead.get(`${as} ${channel.id}`) ?? 0);
  const seen = data.messages.filter(
    (one) => one.channel === channel.id && isFor(one, as) && one.ephemeralFor === null,
  );
  const unread = seen.filter(({ ts, user }) => Number(ts) > lastRead && user !== as);
  const top = unread.filter(isTopLevel);
  const naming = unread.filter(({ text }) => text.includes(`<@${as}>`) || /<!(?:channel|here)>/.test(text));
  return {
    ...channel,
    unread: top.length,
    mentions: channel.kind === 'im' ? unread.length : naming.length,
    lastTs: seen.at(-1)?.ts ?? null,
  };
}

function isFor({ ephemeralFor }: StoredMessage, as: string): boolean {
  return ephemeralFor === null || ephemeralFor === as;
}

function isTopLevel({ ts, thread_ts }: StoredMessage): boolean {
  return thread_ts === undefined || thread_ts === ts;
}

function readMessages(
  world: World,
  as: string,
  id: string,
  query: Query,
): { messages: Message[]; hasMore: boolean } {
  const channel = channelFor(world, as, id);
  const thread = query.get('thread');
  const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
  const here = world.data.messages.filter((one) => one.channel === channel.id && isFor(one, as));
  const wanted = here.filter(
    (one) =>
      Number(one.ts) < before &&
      (thread === null ? isTopLevel(one) : one.ts === thread || one.thread_ts === thread),
  );
  const replies = new Map<string, StoredMessage[]>();
  for (const one of here) {
    if (one.thread_ts === undefined || isTopLevel(one)) continue;
    replies.set(one.thread_ts, [...(replies.get(one.thread_ts) ?? []), one]);
  }
  const limit = limitOf(query);
  return {
    messages: wanted.slice(-limit).map((one) => messageForPage(one, replies.get(one.ts) ?? [])),
    hasMore: wanted.length > limit,
  };
}

function messageForPage(message: StoredMessage, replies: readonly StoredMessage[]): Message {
  const { thread_ts, ephemeralFor, ...rest } = message;
  return {
    ...rest,
    threadTs: thread_ts ?? (replies.length > 0 ? message.ts : null),
    ephemeral: ephemeralFor !== null,
    replyCount: replies.length,
    replyUsers: [...new Set(replies.map(({ user }) => user))],
    latestReply: replies.at(-1)?.ts ?? null,
  };
}
