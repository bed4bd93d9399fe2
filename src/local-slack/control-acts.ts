// What the control API lets a person do: each route's arguments, checked, and the act itself.
import { z } from 'zod';
import { asPerson } from './control-reads.ts';
import {
  clockMove,
  customerMail,
  faultsWanted,
  hire,
  idleWait,
  moveClock,
  newcomer,
  redeliver,
  redelivery,
  setFaults,
  setStanding,
  standing,
  untilIdle,
  writeAsCustomer,
} from './control-world.ts';
import {
  archive,
  command,
  deleteChannel,
  edit,
  invite,
  makeChannel,
  message,
  openHome,
  Refusal,
  reaction,
  remove,
  stopSession,
} from './people-acts.ts';
import { action, setState, shortcut, suggestions } from './people-clicks.ts';
import { close, submit } from './people-forms.ts';
import { storeFile } from './web-api-files.ts';
import type { World } from './world.ts';

type Act = (world: World, body: unknown) => Promise<object>;

function act<Shape extends z.ZodType>(
  schema: Shape,
  run: (world: World, given: z.output<Shape>) => object | undefined | Promise<object | undefined>,
): Act {
  return async (world, body) => {
    const read = schema.safeParse(body);
    if (!read.success) throw new Refusal('invalid_arguments', z.prettifyError(read.error));
    const given = read.data as { readonly as?: string };
    if (given.as !== undefined) asPerson(world, given.as);
    return (await run(world, read.data)) ?? {};
  };
}

/** Who acts; whether there is such a person is asked of the world. */
const as = z.string();
const state = z.record(z.string(), z.unknown());
const values = z.record(z.string(), z.record(z.string(), state));
const place = { as, channel: z.string() };
const item = { ...place, ts: z.string() };
const container = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.object({ type: z.literal('view'), viewId: z.string() }),
]);
const element = { as, container, actionId: z.string(), blockId: z.string().optional() };

export const ACTS: Readonly<Record<string, Act>> = {
  command: act(z.strictObject({ ...place, text: z.string() }), command),
  message: act(
    z.strictObject({
      ...place,
      text: z.string().max(40_000),
      threadTs: z.string().nullish(),
      files: z.array(z.string()).optional(),
    }),
    message,
  ),
  'message/edit': act(z.strictObject({ ...item, text: z.string() }), nothing(edit)),
  'message/delete': act(z.strictObject(item), nothing(remove)),
  upload: act(
    z.strictObject({ as, name: z.string().min(1), contentBase64: z.string() }),
    (world, { name, contentBase64 }) => ({
      file: storeFile(world, name, Buffer.from(contentBase64, 'base64')),
    }),
  ),
  action: act(z.strictObject({ ...element, state: state.optional(), values: values.optional() }), action),
  state: act(
    z.strictObject({ as, viewId: z.string(), blockId: z.string(), actionId: z.string(), state }),
    nothing(setState),
  ),
  suggestions: act(z.strictObject({ ...element, value: z.string() }), suggestions),
  submit: act(
    z.strictObject({
      as,
      viewId: z.string(),
      values: values.optional(),
    }),
    submit,
  ),
  close: act(z.strictObject({ as, viewId: z.string(), all: z.boolean().optional() }), nothing(close)),
  'open-home': act(z.strictObject({ as, tab: z.enum(['home', 'messages']) }), openHome),
  stop: act(z.strictObject({ ...place, threadTs: z.string() }), stopSession),
  react: act(
    z.strictObject({ ...item, name: z.string(), remove: z.boolean().optional() }),
    nothing(reaction),
  ),
  shortcut: act(
    z.strictObject({
      as,
      callbackId: z.string(),
      channel: z.string().optional(),
      ts: z.string().optional(),
    }),
    shortcut,
  ),
  read: act(z.strictObject(place), markRead),
  channel: act(z.strictObject({ as, name: z.string(), private: z.boolean().optional() }), (world, given) => ({
    channel: makeChannel(world, given),
  })),
  'channel/archive': act(z.strictObject(place), nothing(archive)),
  'channel/delete': act(z.strictObject(place), nothing(deleteChannel)),
  invite: act(z.strictObject({ ...place, user: z.string() }), nothing(invite)),
  'mailbox/read': act(z.object({}), (world) => {
    for (const { id } of world.data.mails) world.data.readMails.add(id);
    world.data.changed({ type: 'mail' });
    return {};
  }),
  'mailbox/reply': act(customerMail, writeAsCustomer),
  person: act(newcomer, hire),
  standing: act(standing, setStanding),
  'channel/share': act(z.strictObject(place), (world, { channel }) => {
    world.sharedChannels.add(channel);
    return {};
  }),
  clock: act(clockMove, moveClock),
  faults: act(faultsWanted, setFaults),
  redeliver: act(redelivery, redeliver),
  idle: act(idleWait, untilIdle),
};

/** A bigger body than any other: a file as base64 in JSON. */
export const MAX_ACT_BYTES = 320 * 1024 * 1024;

function nothing<Given>(run: (world: World, given: Given) => unknown) {
  return async (world: World, given: Given): Promise<object> => {
    await run(world, given);
    return {};
  };
}

function markRead({ data }: World, given: { as: string; channel: string }): object {
  const last = data.messages.findLast(({ channel }) => channel === given.channel);
  if (last) data.lastRead.set(`${given.as} ${given.channel}`, last.ts);
  data.changed({ type: 'channels' }, given.as);
  return {};
}
