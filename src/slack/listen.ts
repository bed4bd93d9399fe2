// How every click, command and event is handled: acknowledged at once, then run; a failure is logged and told in words.
import { randomBytes } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { OutsideError } from '../core/outside-error.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { Outbox } from './outbox.ts';
import type { People } from './people.ts';
import { FOR_MEMBERS, failureWords } from './views/errors.ts';

export type SlackLog = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** What every listener works with. */
export type Room = {
  readonly client: WebClient;
  readonly outbox: Outbox;
  readonly log: SlackLog;
  readonly people: People;
  portsFor(teamId: string): Promise<Ports>;
  /** The bot token, for files that people drop on us. */
  readonly botToken: string;
  /** How mail goes out and who writes, a sentence each, for the Home tab. */
  readonly status: { readonly mail: string; readonly model: string; readonly usesModel: boolean };
};

/** Where a person is looking, so that an answer for them alone lands there. */
export type Place = {
  readonly team: string;
  readonly user: string;
  readonly channel: string | null; // null: in a modal or on the Home tab
  readonly threadTs: string | null;
};

/** What a handler may come back with: nothing, a sentence for the person alone, or a refusal. */
export type Answer = undefined | { readonly kind: 'told'; readonly words: string } | Refused;

/** Runs what a person asked for. Never throws: Bolt would only log it, and the person would see nothing. */
export async function run(
  room: Room,
  place: Place,
  name: string,
  work: (ports: Ports) => Promise<Answer>,
): Promise<void> {
  try {
    const answer = await work(await room.portsFor(place.team));
    if (answer) await tell(room, place, answer.kind === 'refused' ? answer.because : answer.words);
  } catch (error) {
    const reference = randomBytes(3).toString('hex');
    room.log.error({ name, reference, team: place.team, error }, 'a listener failed');
    const words = failureWords(reference, error instanceof OutsideError ? error.message : null);
    await tell(room, place, words).catch((failed) => {
      room.log.error({ name, reference, error: failed }, 'the person could not be told');
    });
  }
}

/** The same, for members of the workspace only: guests and people of other companies are told so, alone. */
export async function runForMember(
  room: Room,
  place: Place,
  name: string,
  work: (ports: Ports) => Promise<Answer>,
): Promise<void> {
  await run(room, place, name, async (ports) =>
    (await room.people.isOutsider(place.team, place.user)) ? NO_MEMBER : work(ports),
  );
}

export const NO_MEMBER: Refused = { kind: 'refused', because: FOR_MEMBERS };

/** Says something to one person where they are looking; in their DM where that is no channel. */
export async function tell(
  room: Room,
  place: Place,
  words: string,
  blocks: readonly unknown[] = [],
): Promise<void> {
  const said = { text: words, blocks: blocks.length > 0 ? blocks : [plain(words)] };
  if (place.channel && !place.channel.startsWith('D')) {
    try {
      await room.outbox.whisper({ channel: place.channel, user: place.user, threadTs: place.threadTs }, said);
      return;
    } catch (error) {
      room.log.warn({ error }, 'could not whisper; telling in the DM instead');
    }
  }
  await room.outbox.post(place.user, said, place.channel?.startsWith('D') ? place.threadTs : null);
}

function plain(words: string): object {
  return { type: 'section', text: { type: 'mrkdwn', text: words } };
}
