// Connects to Slack, real or local, by Socket Mode or signed HTTP, and stops cleanly.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type AppOptions, type Logger, LogLevel } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { OutsideError } from '../core/outside-error.ts';
import { slackProblem } from './outbox.ts';

export type SlackConnection = {
  readonly botToken: string;
  /** Where the Web API is, ending in '/'; null: Slack's own. */
  readonly apiUrl: string | null;
  readonly receive:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };
};

/** What else is posted to the port where Slack posts. */
export type Route = {
  readonly path: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
};

export type Team = { readonly id: string; readonly name: string; readonly botUserId: string };

/** Slack itself gives up on a command after 3 s; a call of ours may take longer, but not for ever. */
const CALL_TIMEOUT_MS = 15_000;

export function makeClient(connection: SlackConnection, logger: Logger): WebClient {
  return new WebClient(connection.botToken, clientOptions(connection, logger));
}

function clientOptions({ apiUrl }: SlackConnection, logger: Logger): WebClientOptions {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    timeout: CALL_TIMEOUT_MS,
    // The outbox waits by itself, for the one channel that is over its limit and not for all of them.
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2_000 },
    logger,
    logLevel: LogLevel.WARN,
  };
}

export function makeApp(connection: SlackConnection, logger: Logger, routes: readonly Route[] = []): App {
  const { receive, botToken } = connection;
  const options: AppOptions = {
    token: botToken,
    clientOptions: clientOptions(connection, logger),
    logger,
    logLevel: LogLevel.WARN,
    ignoreSelf: true,
    deferInitialization: true,
    ...(receive.kind === 'socket'
      ? { socketMode: true, appToken: receive.appToken }
      : {
          signingSecret: receive.signingSecret,
          port: receive.port,
          customRoutes: routes.map((route) => ({ ...route, method: 'POST' })),
        }),
  };
  return new App(options);
}

/**
 * Who we are, by the token.
 * @throws OutsideError 'slack' in one sentence when the token is wrong or Slack cannot be reached.
 */
export async function identify(client: WebClient): Promise<Team> {
  try {
    const { team_id, team, user_id } = await client.auth.test();
    return { id: team_id ?? '', name: team ?? '', botUserId: user_id ?? '' };
  } catch (error) {
    throw refusedStart(error, 'SLACK_BOT_TOKEN');
  }
}

/** @throws OutsideError 'slack' in one sentence. */
export async function connect(app: App, connection: SlackConnection): Promise<void> {
  const { receive } = connection;
  try {
    await app.init();
    if (receive.kind === 'http') await app.start(receive.port);
    else await app.start();
  } catch (error) {
    const { code } = slackProblem(error);
    if (code === 'EADDRINUSE' && receive.kind === 'http') {
      throw new OutsideError(
        'slack',
        `Port ${receive.port} is in use by another program. Stop it, or set PORT to another number.`,
        false,
        error,
      );
    }
    throw refusedStart(error, receive.kind === 'socket' ? 'SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN');
  }
}

const WRONG_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'not_allowed_token_type',
]);

function refusedStart(error: unknown, setting: string): OutsideError {
  const { code } = slackProblem(error);
  if (WRONG_TOKEN.has(code)) {
    return new OutsideError(
      'slack',
      `Slack does not accept ${setting} (${code}): copy it again from your Slack app's pages, or install the app to the workspace again.`,
      false,
      error,
    );
  }
  if (code === 'missing_scope') {
    return new OutsideError(
      'slack',
      'The Slack app lacks a permission: update it from manifest.yml and install it again.',
      false,
      error,
    );
  }
  return new OutsideError(
    'slack',
    `Slack cannot be reached (${code}). Check the network, then start again.`,
    true,
    error,
  );
}
