// What people do by writing: commands, messages, files, reactions, channels; as Slack tells the app of it.
import { randomUUID } from 'node:crypto';
import type { FileObject } from './control-api.ts';
import type { Delivered } from './delivery.ts';
import { deliver, OLD_TOKEN, sendChangeEvent, sendEvent, sendMessageEvent, wholeMessage } from './events.ts';
import type { StoredChannel } from './stored.ts';
import { endStream, newMessage, react, removeMessage } from './web-api-chat.ts';
import { botPerson, everybody } from './web-api-people.ts';
import { APP_ID, TEAM } from './workspace-data.ts';
import type { World } from './world.ts';

/** Why something could not be done, with Slack's name for it and a sentence for the person. */
export class Refusal extends Error {
  readonly error: string;
  constructor(error: string, detail: string) {
    super(detail);
    this.error = error;
  }
}

export function channelFor({ data }: World, as: string, id: string): StoredChannel {
  const channel = data.channel(id);
  if (!channel?.members.includes(as)) {
    throw new Refusal('channel_not_found', 'There is no such channel, or you are not in it.');
  }
  return channel;
}

/** Whether the app answered in time, and what a person is told where it did not. */
export function toldOf(world: World, delivered: Delivered): { appAcked: boolean; detail?: string } {
  const name = botPerson(world).realName;
  switch (delivered.kind) {
    case 'acked':
      return { appAcked: true };
    case 'timeout':
      return { appAcked: false, detail: `${name} did not answer within three seconds. Try again.` };
    case 'no_app':
      return { appAcked: false, detail: `${name} is not connected. Is it running?` };
  }
}

/** `<@U0BEN>` or `<#C0OVERDUE>`: what the composer's suggestions put in. A capturing split keeps them, at odd places. */
const REFERENCE = /(<[@#][A-Z0-9]+>)/;

function escapeUnlessReference(part: string, index: number): string {
  if (index % 2 === 1) return part;
  return part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** As Slack's composer does: special characters escaped, @names and #channels turned into references. */
export function asTyped(world: World, text: string): string {
  const escaped = text.split(REFERENCE).map(escapeUnlessReference).join('');
  const people = everybody(world).reduce(
    (typed, { id, name }) => typed.replace(new RegExp(`(^|\\s)@${name}\\b`, 'gi'), `$1<@${id}>`),
    escaped,
  );
  return people.replace(/(^|\s)#([a-z0-9_-]+)/g, (whole, before: string, name: string) => {
    const channel = world.data.channels.find((one) => one.kind !== 'im' && one.name === name);
    return channel ? `${before}<#${channel.id}|${name}>` : whole;
  });
}

export async function command(
  world: World,
  { as, channel: id, text }: { as: string; channel: string; text: string },
): Promise<{ appAcked: boolean; detail?: string }> {
  const channel = channelFor(world, as, id);
  const [name = '', ...rest] = text.trim().split(/\s+/);
  const known = world.manifest.features?.slash_commands ?? [];
  if (!known.some((one) => one.command === name)) {
    throw new Refusal('unknown_command', `There is no command ${name} here. Type / to see what there is.`);
  }
  const person = world.data.people.find((one) => one.id === as);
  const delivered = await deliver(world, 'slash_commands', name, {
    token: OLD_TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: as,
    user_name: person?.name ?? as,
    command: name,
    text: rest.length > 0 ? text.trim().slice(name.length).trim() : '',
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: responseUrl(world, { channel: channel.id, user: as, ts: null, threadTs: null }),
    trigger_id: world.triggers.makeTrigger(as),
  });
  return toldOf(world, delivered);
}

export function responseUrl(world: World, place: Parameters<World['triggers']['makeResponse']>[0]): string {
  return `${world.url}response/${world.triggers.makeResponse(place)}`;
}

export async function message(
  world: World,
  said: { as: string; channel: string; text: string; threadTs?: string | null; files?: string[] },
): Promise<{ ts: string }> {
  const channel = channelFor(world, said.as, said.channel);
  if (channel.isArchived) throw new Refusal('is_archived', 'This channel is archived.');
  if (said.threadTs && !world.data.message(channel.id, said.threadTs)) {
    throw new Refusal('thread_not_found', 'That message is gone.');
  }
  const files = (said.files ?? []).map((id): FileObject => {
    const file = world.data.files.get(id);
    if (!file) throw new Refusal('file_not_found', 'That file is gone: choose it again.');
    return file;
  });
  if (said.text.trim() === '' && files.length === 0) {
    throw new Refusal('no_text', 'There is nothing to send.');
  }
  const stored = newMessage(world, {
    channel: channel.id,
    user: said.as,
    text: asTyped(world, said.text),
    files,
    ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
  });
  world.data.addMessage(stored);
  world.data.lastRead.set(`${said.as} ${channel.id}`, stored.ts);
  await sendMessageEvent(world, stored);
  return { ts: stored.ts };
}

function own(world: World, as: string, channel: string, ts: string) {
  const found = world.data.message(channel, ts);
  if (!found) throw new Refusal('message_not_found', 'That message is gone.');
  if (found.user !== as) throw new Refusal('cant_update_message', 'You can change only what you wrote.');
  return found;
}

export async function edit(
  world: World,
  { as, channel, ts, text }: { as: string; channel: string; ts: string; text: string },
): Promise<void> {
  const found = own(world, as, channel, ts);
  const typed = asTyped(world, text);
  if (typed.trim() === '' && found.files.length === 0)
    throw new Refusal('no_text', 'There is nothing to send.');
  if (typed === found.text) return; // Slack's own clients send nothing where nothing was changed.
  const before = wholeMessage(world, found);
  found.text = typed;
  found.edited = true;
  found.editedTs = world.data.nextTs(world.clock.nowMs());
  world.data.changed({ type: 'message', channel, ts, threadTs: found.thread_ts ?? null });
  await sendChangeEvent(world, found.channel, {
    subtype: 'message_changed',
    message: wholeMessage(world, found),
    previous_message: before,
    ts: found.editedTs,
  });
}

export async function remove(
  world: World,
  { as, channel, ts }: { as: string; channel: string; ts: string },
): Promise<void> {
  const found = own(world, as, channel, ts);
  removeMessage(world, channel, ts);
  await sendChangeEvent(world, found.channel, {
    subtype: 'message_deleted',
    deleted_ts: ts,
    previous_message: wholeMessage(world, found),
    ts: world.data.nextTs(world.clock.nowMs()),
  });
}

export async function reaction(
  world: World,
  given: { as: string; channel: string; ts: string; name: string; remove?: boolean },
): Promise<void> {
  const { as, channel, ts, name } = given;
  channelFor(world, as, channel);
  const answer = react(world, { channel, timestamp: ts, name }, as, given.remove ?? false);
  if (answer.error) throw new Refusal(answer.error, 'That reaction could not be changed.');
  const item = world.data.message(channel, ts);
  const type = given.remove ? 'reaction_removed' : 'reaction_added';
  await sendEvent(world, type, {
    type,
    user: as,
    reaction: name,
    item_user: item?.user,
    item: { type: 'message', channel, ts },
    event_ts: world.data.nextTs(world.clock.nowMs()),
  });
}

/** Slack's own stop button: what streams there stands still, and the app is told so that it stops as well. */
export async function stopSession(
  world: World,
  { as, channel, threadTs }: { as: string; channel: string; threadTs: string },
): Promise<{ appAcked: boolean }> {
  channelFor(world, as, channel);
  const streams = world.data.messages.filter(
    (one) => one.channel === channel && one.thread_ts === threadTs && one.streaming,
  );
  for (const message of streams) {
    endStream(message);
    world.data.changed({ type: 'message', channel, ts: message.ts, threadTs });
  }
  const appAcked = await sendEvent(world, 'agent_session_stopped', {
    type: 'agent_session_stopped',
    channel,
    user: as,
    thread_ts: threadTs,
    streaming_message_ts: streams.map(({ ts }) => ts),
    event_ts: world.data.nextTs(world.clock.nowMs()),
  });
  return { appAcked };
}

export async function openHome(
  world: World,
  { as, tab }: { as: string; tab: 'home' | 'messages' },
): Promise<{ appAcked: boolean }> {
  const home = world.data.homes.get(as);
  const appAcked = await sendEvent(world, 'app_home_opened', {
    type: 'app_home_opened',
    user: as,
    channel: world.data.directMessage(as)?.id,
    tab,
    ...(home && tab === 'home' ? { view: { id: home.id, type: 'home', hash: home.hash } } : {}),
    event_ts: world.data.nextTs(world.clock.nowMs()),
  });
  return { appAcked };
}

export function makeChannel(
  { data }: World,
  { as, name, private: hidden }: { as: string; name: string; private?: boolean },
): StoredChannel {
  if (!/^[\p{Ll}\p{N}_-]{1,80}$/u.test(name)) {
    throw new Refusal('invalid_name', 'A channel has small letters, digits, - and _ only, at most 80.');
  }
  if (data.channels.some((one) => one.name === name && one.kind !== 'im')) {
    throw new Refusal('name_taken', `There is a channel #${name} already.`);
  }
  const kind = hidden ? 'private' : 'channel';
  const id = `C${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
  const members = hidden ? [as] : data.people.map((one) => one.id);
  const channel: StoredChannel = { id, name, kind, members, isArchived: false };
  data.channels.push(channel);
  data.changed({ type: 'channels' });
  return channel;
}

export function invite(
  world: World,
  { as, channel, user }: { as: string; channel: string; user: string },
): void {
  const found = channelFor(world, as, channel);
  if (!everybody(world).some(({ id }) => id === user)) {
    throw new Refusal('user_not_found', 'There is nobody of that name here.');
  }
  if (!found.members.includes(user)) found.members.push(user);
  world.data.changed({ type: 'channels' });
}

export function archive(world: World, { as, channel }: { as: string; channel: string }): void {
  channelFor(world, as, channel).isArchived = true;
  world.data.changed({ type: 'channels' });
}

/** A deleted channel is gone with everything in it. */
export function deleteChannel(world: World, { as, channel }: { as: string; channel: string }): void {
  const found = channelFor(world, as, channel);
  const { data } = world;
  data.channels.splice(data.channels.indexOf(found), 1);
  const kept = data.messages.filter((one) => one.channel !== channel);
  data.messages.splice(0, data.messages.length, ...kept);
  data.changed({ type: 'channels' });
}
