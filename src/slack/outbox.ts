// Everything that is written to Slack goes through here: in order, at Slack's pace, with its refusals in words.
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { OutsideError } from '../core/outside-error.ts';
import type { MessageRef } from '../ports/records.ts';
import { withoutNewBlocks } from './views/fallback.ts';

export type Words = { readonly text: string; readonly blocks: readonly unknown[] };

/** Slack allows about one new message a second and channel, and short bursts. */
const POSTS: Pace = { burst: 6, refillMs: 1_000 };
/** Changing messages is a "tier 3" method: some fifty a minute in the whole workspace. */
const UPDATES: Pace = { burst: 40, refillMs: 1_200 };
/** Messages for one person's eyes are "tier 4": more than a hundred a minute. */
const WHISPERS: Pace = { burst: 80, refillMs: 600 };
/** A limit that Slack says lasts longer than this is told to the person instead of waited for. */
const LONGEST_WAIT_S = 60;
const TRIES = 4;

type Draw = () => Words | Promise<Words>;
type Redraw = { draw: Draw; done: Promise<void> };
type Pace = { readonly burst: number; readonly refillMs: number };

export class Outbox {
  readonly #client: WebClient;
  /** The last call of each line: what stands in one line goes out in order. */
  readonly #lines = new Map<string, Promise<unknown>>();
  /** Changes of a message that wait for their turn, by line. */
  readonly #redraws = new Map<string, Redraw>();
  readonly #posts = new Map<string, Allowance>();
  readonly #updates = new Allowance(UPDATES);
  readonly #whispers = new Allowance(WHISPERS);

  constructor(client: WebClient) {
    this.#client = client;
  }

  /** @throws OutsideError 'slack' */
  async post(channel: string, words: Words, threadTs: string | null = null): Promise<MessageRef> {
    const allowance = this.#posts.get(channel) ?? new Allowance(POSTS);
    this.#posts.set(channel, allowance);
    const sent = await this.#inLine(
      channel,
      allowance,
      () => words,
      (_, blocks) =>
        this.#client.chat.postMessage({
          channel,
          text: words.text,
          blocks,
          ...(threadTs ? { thread_ts: threadTs } : {}),
          unfurl_links: false,
          unfurl_media: false,
        }),
    );
    return { channel: sent.channel ?? channel, ts: sent.ts ?? '' };
  }

  /**
   * `draw` is called when it is this message's turn: of two changes at once, the later one must not show what was before.
   * Of several that wait for their turn, the newest is drawn and speaks for all.
   * @throws OutsideError 'slack'
   */
  async update(at: MessageRef, draw: Draw): Promise<void> {
    const line = `${at.channel} ${at.ts}`;
    const waiting = this.#redraws.get(line);
    if (waiting) {
      waiting.draw = draw;
      return waiting.done;
    }
    const redraw: Redraw = { draw, done: Promise.resolve() };
    this.#redraws.set(line, redraw);
    const drawn = () => {
      this.#redraws.delete(line);
      return redraw.draw();
    };
    redraw.done = this.#inLine(line, this.#updates, drawn, ({ text }, blocks) =>
      this.#client.chat.update({ channel: at.channel, ts: at.ts, text, blocks }),
    ).then(() => {});
    return redraw.done;
  }

  /** Seen by one person only. @throws OutsideError 'slack' */
  async whisper(to: { channel: string; user: string; threadTs: string | null }, words: Words): Promise<void> {
    await this.#inLine(
      `${to.channel} ${to.user}`,
      this.#whispers,
      () => words,
      (_, blocks) =>
        this.#client.chat.postEphemeral({
          channel: to.channel,
          user: to.user,
          text: words.text,
          blocks,
          ...(to.threadTs ? { thread_ts: to.threadTs } : {}),
        }),
    );
  }

  async #inLine<T>(
    line: string,
    allowance: Allowance,
    draw: Draw,
    call: (words: Words, blocks: KnownBlock[]) => Promise<T>,
  ): Promise<T> {
    const before = this.#lines.get(line) ?? Promise.resolve();
    const mine = before.then(async () => {
      await allowance.take();
      const words = await draw();
      return attempt(words, (blocks) => call(words, blocks));
    });
    const end = mine.catch(() => {});
    this.#lines.set(line, end);
    void end.then(() => {
      if (this.#lines.get(line) === end) this.#lines.delete(line);
    });
    return mine;
  }
}

/** So many calls at once, and then one each time the allowance has refilled by one. */
class Allowance {
  readonly #pace: Pace;
  #left: number;
  #at = performance.now();

  constructor(pace: Pace) {
    this.#pace = pace;
    this.#left = pace.burst;
  }

  /** Resolves when the next call may go. */
  async take(): Promise<void> {
    const { burst, refillMs } = this.#pace;
    const now = performance.now();
    this.#left = Math.min(burst, this.#left + (now - this.#at) / refillMs) - 1;
    this.#at = now;
    if (this.#left < 0) await sleep(-this.#left * refillMs);
  }
}

async function attempt<T>(words: Words, call: (blocks: KnownBlock[]) => Promise<T>): Promise<T> {
  let blocks = words.blocks as KnownBlock[];
  for (let tries = 1; ; tries += 1) {
    try {
      return await call(blocks);
    } catch (error) {
      const problem = slackProblem(error);
      if (problem.code === 'invalid_blocks' && blocks === words.blocks) {
        blocks = withoutNewBlocks(words.blocks) as KnownBlock[];
      } else if (
        problem.retryAfterSeconds !== null &&
        problem.retryAfterSeconds <= LONGEST_WAIT_S &&
        tries < TRIES
      ) {
        await sleep(problem.retryAfterSeconds * 1_000);
      } else {
        throw asOutsideError(error);
      }
    }
  }
}

/** What the Slack client's errors say, whatever their shape. */
export function slackProblem(error: unknown): { code: string; retryAfterSeconds: number | null } {
  const fields = error as { data?: { error?: string }; code?: string; retryAfter?: number };
  return {
    code: fields.data?.error ?? fields.code ?? 'unknown',
    retryAfterSeconds: fields.retryAfter ?? null,
  };
}

const IN_WORDS: Readonly<Record<string, string>> = {
  channel_not_found: 'The channel is gone, or I am not allowed to see it.',
  is_archived: 'The channel is archived.',
  not_in_channel: 'I am not a member of the channel: invite me with /invite.',
  restricted_action: 'The workspace does not let me post there.',
  message_not_found: 'The message was deleted in Slack.',
  cant_update_message: 'The message cannot be changed any more.',
  msg_too_long: 'The message is too long for Slack.',
  invalid_auth: 'Slack does not accept the bot token any more: install the app again.',
  account_inactive: 'Slack does not accept the bot token any more: install the app again.',
  token_revoked: 'Slack does not accept the bot token any more: install the app again.',
  missing_scope: 'The app lacks a permission in Slack: install it again with the current manifest.',
};

/** Errors that trying again cannot mend are known by name; anything else may pass. */
export function asOutsideError(error: unknown): OutsideError {
  const { code } = slackProblem(error);
  const words = IN_WORDS[code];
  return new OutsideError('slack', words ?? `Slack did not take it (${code}).`, words === undefined, error);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
