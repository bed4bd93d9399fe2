// Everything that is written to Slack goes through here: one line a channel, at Slack's pace, with its refusals in words.
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { OutsideError } from '../core/outside-error.ts';
import type { MessageRef } from '../ports.ts';
import { withoutNewBlocks } from './views/fallback.ts';

export type Words = { readonly text: string; readonly blocks: readonly unknown[] };

/** Slack allows about one message a second and channel, and short bursts. */
const BURST = 6;
const REFILL_MS = 1_000;
/** A limit that Slack says lasts longer than this is told to the person instead of waited for. */
const LONGEST_WAIT_S = 60;
const TRIES = 4;

type Line = { tail: Promise<unknown>; allowance: number; at: number };

export class Outbox {
  readonly #client: WebClient;
  readonly #lines = new Map<string, Line>();

  constructor(client: WebClient) {
    this.#client = client;
  }

  /** @throws OutsideError 'slack' */
  async post(channel: string, words: Words, threadTs: string | null = null): Promise<MessageRef> {
    const sent = await this.#inLine(channel, words, (blocks) =>
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

  /** @throws OutsideError 'slack' */
  async update(at: MessageRef, words: Words): Promise<void> {
    await this.#inLine(at.channel, words, (blocks) =>
      this.#client.chat.update({ channel: at.channel, ts: at.ts, text: words.text, blocks }),
    );
  }

  /** Seen by one person only. @throws OutsideError 'slack' */
  async whisper(to: { channel: string; user: string; threadTs: string | null }, words: Words): Promise<void> {
    await this.#inLine(to.channel, words, (blocks) =>
      this.#client.chat.postEphemeral({
        channel: to.channel,
        user: to.user,
        text: words.text,
        blocks,
        ...(to.threadTs ? { thread_ts: to.threadTs } : {}),
      }),
    );
  }

  async #inLine<T>(channel: string, words: Words, call: (blocks: KnownBlock[]) => Promise<T>): Promise<T> {
    const line = this.#lines.get(channel) ?? {
      tail: Promise.resolve(),
      allowance: BURST,
      at: performance.now(),
    };
    this.#lines.set(channel, line);
    const mine = line.tail.then(async () => {
      await pace(line);
      return attempt(words, call);
    });
    line.tail = mine.catch(() => {});
    return mine;
  }
}

/** Waits until the channel's allowance has refilled. */
async function pace(line: Line): Promise<void> {
  const now = performance.now();
  line.allowance = Math.min(BURST, line.allowance + (now - line.at) / REFILL_MS);
  line.at = now;
  if (line.allowance < 1) await sleep((1 - line.allowance) * REFILL_MS);
  line.allowance -= 1;
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
