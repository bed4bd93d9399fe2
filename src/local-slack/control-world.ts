// What the control API does to the world around the app: customers who write, the clock, faults on request, and rest.
import { z } from 'zod';
import type { Mail } from './control-api.ts';
import { clockOf } from './control-reads.ts';
import { replyTo } from './mailbox.ts';
import { Refusal } from './people-acts.ts';
import type { World } from './world.ts';

const count = z.number().int().min(0);

export const customerMail = z.object({
  id: z.string().nullable(),
  text: z.string().min(1),
  from: z.string().optional(),
  to: z.string().optional(),
  subject: z.string().optional(),
});

export const clockMove = z.object({
  advanceMs: z.number().positive().optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  nextDayAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});

export const faultsWanted = z.object({
  rateLimit: z.object({ method: z.string(), times: count, retryAfterSeconds: count }).optional(),
  fail: z.object({ method: z.string(), error: z.string(), times: count }).optional(),
  rejectBlockTypes: z.array(z.string()).optional(),
  dropAcks: count.optional(),
  duplicateEvents: z
    .union([
      count.transform((events) => ({ events, times: 1, atOnce: false })),
      z.strictObject({ events: count, times: count.max(10), atOnce: z.boolean().default(false) }),
    ])
    .optional(),
  disconnect: z.boolean().optional(),
  clear: z.boolean().optional(),
});

export const idleWait = z.object({ timeoutMs: z.number().positive().max(60_000).optional() });

export function writeAsCustomer(world: World, given: z.output<typeof customerMail>): object {
  const { data, clock } = world;
  const mail = given.id === null ? newMailTo(given.to) : data.mails.find(({ id }) => id === given.id);
  if (!mail) throw new Refusal('mail_not_found', 'That mail is gone.');
  if (given.id === null && !given.from)
    throw new Refusal('invalid_arguments', 'A new mail needs from: the address of the customer.');
  const reply = replyTo(mail, given.text, clock.now(), given.from ?? null, given.subject ?? null);
  data.mails.push(reply.mail);
  data.changed({ type: 'mail' });
  for (const listener of world.onCustomerReply) listener(reply.raw);
  return { mail: reply.mail };
}

/** A customer may write first: then there is nothing to answer but an address. */
function newMailTo(to: string | undefined): Mail {
  if (!to) throw new Refusal('invalid_arguments', 'A new mail needs to: the address it goes to.');
  return {
    id: '',
    at: '',
    direction: 'out',
    from: to,
    to: [],
    cc: [],
    replyTo: null,
    subject: '',
    text: '',
    html: null,
    messageId: '',
    inReplyTo: null,
    references: [],
    attachments: [],
  };
}

export function moveClock(world: World, { advanceMs, to, nextDayAt }: z.output<typeof clockMove>): object {
  const { clock } = world;
  try {
    if (advanceMs !== undefined) clock.moveTo(clock.nowMs() + advanceMs);
    else if (to !== undefined) clock.moveTo(Date.parse(to));
    else if (nextDayAt !== undefined) clock.moveToNextDay(nextDayAt);
    else throw new Refusal('invalid_arguments', 'Give one of advanceMs, to or nextDayAt.');
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('invalid_time', error.message);
    throw error;
  }
  return { clock: clockOf(world) };
}

export const newcomer = z.object({
  name: z.string().regex(/^[a-z0-9]{1,20}$/),
  realName: z.string().max(80),
});

/** One more member, in every public channel and with a direct message, until Local Slack ends. */
export function hire({ data, manifest }: World, { name, realName }: z.output<typeof newcomer>): object {
  const person = data.hire(name, realName, manifest.display_information?.name ?? 'App');
  if (!person) throw new Refusal('name_taken', `There is somebody called ${name} already.`);
  data.changed({ type: 'channels' });
  return { person };
}

export const standing = z.object({
  user: z.string(),
  standing: z.enum(['member', 'guest', 'single_channel_guest', 'stranger']),
});

/** Makes somebody a guest or a stranger, or a member again. */
export function setStanding({ outsiders }: World, given: z.output<typeof standing>): object {
  if (given.standing === 'member') outsiders.delete(given.user);
  else outsiders.set(given.user, given.standing);
  return {};
}

export function setFaults({ faults, delivery }: World, given: z.output<typeof faultsWanted>): object {
  if (given.clear) {
    Object.assign(faults, { rateLimit: null, fail: null, rejectBlockTypes: [] });
    delivery.dropAcks = 0;
    delivery.repeats = { events: 0, times: 1, atOnce: false };
  }
  if (given.rateLimit) faults.rateLimit = given.rateLimit;
  if (given.fail) faults.fail = given.fail;
  if (given.rejectBlockTypes) faults.rejectBlockTypes = given.rejectBlockTypes;
  if (given.dropAcks !== undefined) delivery.dropAcks = given.dropAcks;
  if (given.duplicateEvents) delivery.repeats = given.duplicateEvents;
  if (given.disconnect) delivery.disconnect();
  return {};
}

export const redelivery = z.object({ events: count.min(1).max(100) });

export async function redeliver(
  { delivery }: World,
  { events }: z.output<typeof redelivery>,
): Promise<object> {
  await delivery.redeliver(events);
  return {};
}

const QUIET_MS = 150;
const DEFAULT_IDLE_MS = 10_000;

/** Answers when the app owes no acknowledgement, does nothing that it says of, and nothing has changed for a moment. */
export async function untilIdle(
  world: World,
  { timeoutMs = DEFAULT_IDLE_MS }: z.output<typeof idleWait>,
): Promise<object> {
  const start = Date.now();
  let quietSince = Date.now();
  const unhook = world.data.onChange(() => {
    quietSince = Date.now();
  });
  try {
    while (Date.now() - start < timeoutMs) {
      const isAppIdle = [...world.isAppIdle].every((says) => says());
      if (!world.delivery.idle || !isAppIdle) quietSince = Date.now();
      if (Date.now() - quietSince >= QUIET_MS) return {};
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    unhook();
  }
  throw new Refusal('still_busy', `The app was still at work after ${timeoutMs} ms.`);
}
