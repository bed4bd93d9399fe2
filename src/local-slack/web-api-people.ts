// The Web API's users.*, team.info, auth.test and conversations.*: who is here, and where.
import type { Person, SlackJson } from './control-api.ts';
import type { StoredChannel } from './stored.ts';
import { asSlack, findChannel } from './web-api-chat.ts';
import { APP_ID, BOT, BOT_ID, TEAM } from './workspace-data.ts';
import type { Answer, World } from './world.ts';

type Args = SlackJson;
type Method = (world: World, args: Args) => Answer;

const MAX_HISTORY = 999;
const DEFAULT_HISTORY = 100;

/** The app's bot, as one of the people. */
export function botPerson({ manifest }: Pick<World, 'manifest'>): Person {
  const name = manifest.features?.bot_user?.display_name ?? 'app';
  return {
    id: BOT,
    name,
    realName: manifest.display_information?.name ?? name,
    role: 'App',
    tz: 'Etc/UTC',
    email: '',
    isBot: true,
  };
}

export function everybody(world: Pick<World, 'manifest' | 'data'>): Person[] {
  return [...world.data.people, botPerson(world)];
}

function userAsSlack({ outsiders }: World, person: Person): SlackJson {
  const outsider = outsiders.get(person.id);
  const owner = person.role === 'Owner' && !outsider;
  return {
    id: person.id,
    team_id: outsider === 'stranger' ? 'T0ELSEWHERE' : TEAM.id,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    tz: person.tz,
    tz_label: person.tz,
    is_admin: owner,
    is_owner: owner,
    is_primary_owner: owner,
    is_restricted: outsider === 'guest' || outsider === 'single_channel_guest',
    is_ultra_restricted: outsider === 'single_channel_guest',
    ...(outsider === 'stranger' ? { is_stranger: true } : {}),
    is_bot: person.isBot,
    is_app_user: false,
    profile: { real_name: person.realName, display_name: person.name, team: TEAM.id },
  };
}

export function channelAsSlack({ data }: Pick<World, 'data'>, channel: StoredChannel): SlackJson {
  const isIm = channel.kind === 'im';
  return {
    id: channel.id,
    created: 0,
    is_archived: channel.isArchived,
    is_im: isIm,
    is_channel: channel.kind === 'channel',
    is_group: false,
    is_mpim: false,
    is_private: channel.kind !== 'channel',
    is_member: channel.members.includes(BOT),
    context_team_id: TEAM.id,
    ...(isIm
      ? { user: channel.members.find((id) => id !== BOT) }
      : { name: channel.name, name_normalized: channel.name, num_members: channel.members.length }),
    latest: data.messages.findLast((one) => one.channel === channel.id && !one.ephemeralFor)?.ts,
  };
}

function info(world: World, args: Args): Answer {
  const channel = visible(world, args);
  return channel ? { channel: channelAsSlack(world, channel) } : { error: 'channel_not_found' };
}

/** A private channel without the app in it does not exist for the app. */
function visible(world: World, args: Args): StoredChannel | null {
  const id = findChannel(world, args.channel);
  const channel = id === null ? null : world.data.channel(id);
  return channel && (channel.kind === 'channel' || channel.members.includes(BOT)) ? channel : null;
}

function join(world: World, args: Args): Answer {
  const channel = visible(world, args);
  if (!channel) return { error: 'channel_not_found' };
  if (channel.kind !== 'channel') return { error: 'method_not_supported_for_channel_type' };
  if (channel.isArchived) return { error: 'is_archived' };
  if (channel.members.includes(BOT))
    return { channel: channelAsSlack(world, channel), warning: 'already_in_channel' };
  channel.members.push(BOT);
  world.data.changed({ type: 'channels' });
  return { channel: channelAsSlack(world, channel) };
}

function history(world: World, args: Args): Answer {
  const channel = visible(world, args);
  if (!channel) return { error: 'channel_not_found' };
  if (!channel.members.includes(BOT)) return { error: 'not_in_channel' };
  const thread = typeof args.ts === 'string' ? args.ts : null;
  if (thread && !world.data.message(channel.id, thread)) return { error: 'thread_not_found' };
  const limit = Math.min(Number(args.limit ?? DEFAULT_HISTORY) || DEFAULT_HISTORY, MAX_HISTORY);
  const all = world.data.messages.filter(
    (one) =>
      one.channel === channel.id &&
      !one.ephemeralFor &&
      isWithin(one.ts, args) &&
      (thread ? one.ts === thread || one.thread_ts === thread : !one.thread_ts || one.thread_ts === one.ts),
  );
  const messages = thread ? all.slice(0, limit) : all.reverse().slice(0, limit);
  return { messages: messages.map(asSlack), has_more: all.length > limit };
}

/** `oldest` and `latest` themselves belong to it only where they are asked for. */
function isWithin(ts: string, { oldest, latest, inclusive }: Args): boolean {
  const isAsked = inclusive === true || inclusive === 'true' || inclusive === '1';
  if (isAsked && (ts === oldest || ts === latest)) return true;
  return !(oldest && ts <= String(oldest)) && !(latest && ts >= String(latest));
}

function list(world: World, args: Args): Answer {
  const types = String(args.types ?? 'public_channel').split(',');
  const kinds = { public_channel: 'channel', private_channel: 'private', im: 'im' } as const;
  const wanted = Object.entries(kinds).flatMap(([type, kind]) => (types.includes(type) ? [kind] : []));
  const channels = world.data.channels.filter(
    (one) =>
      (wanted as string[]).includes(one.kind) &&
      (one.kind === 'channel' || one.members.includes(BOT)) &&
      !(one.isArchived && String(args.exclude_archived) === 'true'),
  );
  return {
    channels: channels.map((one) => channelAsSlack(world, one)),
    response_metadata: { next_cursor: '' },
  };
}

export const PEOPLE_METHODS: Readonly<Record<string, Method>> = {
  'auth.test': (world) => ({
    url: world.url,
    team: TEAM.name,
    team_id: TEAM.id,
    user: botPerson(world).name,
    user_id: BOT,
    bot_id: BOT_ID,
    app_id: APP_ID,
    is_enterprise_install: false,
  }),
  'apps.connections.open': (world) => ({
    url: `${world.url.replace(/^http/, 'ws')}link?ticket=${world.delivery.makeTicket()}`,
  }),
  'team.info': () => ({ team: { id: TEAM.id, name: TEAM.name, domain: TEAM.domain, email_domain: '' } }),
  'users.info': (world, { user }) => {
    const found = everybody(world).find(({ id }) => id === user);
    return found ? { user: userAsSlack(world, found) } : { error: 'user_not_found' };
  },
  'users.list': (world) => ({
    members: everybody(world).map((person) => userAsSlack(world, person)),
    response_metadata: { next_cursor: '' },
  }),
  'conversations.info': info,
  'conversations.join': join,
  'conversations.list': list,
  'conversations.history': history,
  'conversations.replies': history,
  'conversations.members': (world, args) => {
    const channel = visible(world, args);
    return channel
      ? { members: channel.members, response_metadata: { next_cursor: '' } }
      : { error: 'channel_not_found' };
  },
  'conversations.open': (world, { users }) => {
    const channel = world.data.directMessage(String(users));
    return channel ? { channel: { id: channel.id } } : { error: 'user_not_found' };
  },
};
