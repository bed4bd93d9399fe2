// Slack's own client against Local Slack, and what the tests ask of both.
import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { expect } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { act, look } from './local-slack.ts';

export const GENERAL = 'C0GENERAL';

/** The client tells its log of every refusal, and here most calls are refused on purpose. */
const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

export function clientOf(of: LocalSlack, token = of.botToken, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, {
    slackApiUrl: of.slackApiUrl,
    retryConfig: { retries: 0 },
    logger: SILENT,
    ...options,
  });
}

/** What Slack's error says. Fails where the call is not refused. */
export async function refused(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown as { data?: Record<string, unknown> },
  );
  expect(error?.data, 'the call was to be refused').toBeDefined();
  return error?.data ?? {};
}

/** What a person sees in a channel, or in a thread of it. */
export async function messagesOf(
  { url }: LocalSlack,
  channel: string,
  as = 'U0BEN',
  thread?: string,
): Promise<Message[]> {
  const query = thread ? `&thread=${thread}` : '';
  return (await look<{ messages: Message[] }>(url, `channels/${channel}/messages?as=${as}${query}`)).messages;
}

export async function seen(of: LocalSlack, channel: string, ts: string, as?: string) {
  return (await messagesOf(of, channel, as)).find((one) => one.ts === ts);
}

/** A new channel of Ben's; the app is not in it. */
export async function newChannel({ url }: LocalSlack, name: string, isPrivate = false): Promise<string> {
  const made = await act<{ channel: { id: string } }>(url, 'channel', {
    as: 'U0BEN',
    name,
    private: isPrivate,
  });
  return made.channel.id;
}
