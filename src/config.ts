// Every setting of the program, from the environment, checked once. Nothing else reads process.env.
import { z } from 'zod';

export type SlackConfig =
  | { readonly kind: 'local'; readonly port: number }
  | {
      readonly kind: 'socket';
      readonly botToken: string;
      readonly appToken: string;
      readonly apiUrl: string | null;
    }
  | {
      readonly kind: 'http';
      readonly botToken: string;
      readonly signingSecret: string;
      readonly port: number;
      readonly apiUrl: string | null;
    };

export type Config = {
  readonly slack: SlackConfig;
  /** Null: an embedded server with its data in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly model: { readonly apiKey: string; readonly baseURL: string | null; readonly model: string } | null;
  readonly smtpUrl: string | null;
  /** The mailbox in which customers answer; null: none is read. */
  readonly imap: ImapConfig | null;
  /** The door for mails that a service posts; `port` null: the port where Slack is heard. */
  readonly inbound: { readonly secret: string; readonly port: number | null } | null;
  readonly dataDir: string;
  readonly sample: boolean;
  /** How long an approval can be taken back before the mail goes. */
  readonly undoSeconds: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

export type ImapConfig = {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  readonly pollMs: number;
};

/** A setting is wrong or half: `message` is one plain sentence that says which, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const DEFAULT_PORT = 3000;
const DEFAULT_MODEL = 'gpt-5-mini';
const DEFAULT_UNDO_SECONDS = 30;

const DEFAULT_POLL_SECONDS = 60;
/** Shorter secrets can be guessed. */
const MIN_SECRET = 24;

const port = z.coerce.number().int().min(0).max(65535);

/** @throws ConfigError */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const value = (name: string): string | null => env[name]?.trim() || null;
  const undo = Number(value('UNDO_SECONDS') ?? DEFAULT_UNDO_SECONDS);
  if (!Number.isFinite(undo) || undo < 0 || undo > 600) {
    throw new ConfigError('UNDO_SECONDS must be a number of seconds from 0 to 600.');
  }
  const level = z.enum(['debug', 'info', 'warn', 'error', 'silent']).safeParse(value('LOG_LEVEL') ?? 'info');
  if (!level.success) throw new ConfigError('LOG_LEVEL must be one of debug, info, warn, error, silent.');
  const slack = readSlack(value);
  return Object.freeze({
    slack,
    databaseUrl: readUrl(
      value('DATABASE_URL'),
      'DATABASE_URL',
      ['postgres:', 'postgresql:'],
      'postgresql://user:password@host:5432/tightrope',
    ),
    model: readModel(value),
    smtpUrl: readUrl(
      value('SMTP_URL'),
      'SMTP_URL',
      ['smtp:', 'smtps:'],
      'smtps://user:password@mail.example.com:465',
    ),
    imap: readImap(value),
    inbound: readInbound(value, slack.kind),
    dataDir: value('TIGHTROPE_DATA') ?? '.data',
    sample: readSwitch(value('SAMPLE_DATA'), 'SAMPLE_DATA', true),
    undoSeconds: undo,
    logLevel: level.data,
  });
}

type Value = (name: string) => string | null;

function readSlack(value: Value): SlackConfig {
  const botToken = value('SLACK_BOT_TOKEN');
  const appToken = value('SLACK_APP_TOKEN');
  const signingSecret = value('SLACK_SIGNING_SECRET');
  const apiUrl = readUrl(
    value('SLACK_API_URL'),
    'SLACK_API_URL',
    ['http:', 'https:'],
    'https://slack.com/api/',
  );
  const parsedPort = port.safeParse(value('PORT') ?? DEFAULT_PORT);
  if (!parsedPort.success) throw new ConfigError('PORT must be a number from 0 to 65535, as PORT=3000.');
  if (!botToken) {
    if (appToken || signingSecret) {
      const half = appToken ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
      throw new ConfigError(
        `${half} is set but SLACK_BOT_TOKEN is not: copy the "Bot User OAuth Token" (xoxb-…) from your Slack app's OAuth page, or unset ${half} to use Local Slack.`,
      );
    }
    return { kind: 'local', port: parsedPort.data };
  }
  if (!botToken.startsWith('xoxb-')) {
    throw new ConfigError(
      'SLACK_BOT_TOKEN must start with xoxb-: copy the "Bot User OAuth Token" from your Slack app\'s OAuth page.',
    );
  }
  if (appToken) {
    if (!appToken.startsWith('xapp-')) {
      throw new ConfigError(
        'SLACK_APP_TOKEN must start with xapp-: make an app-level token with the scope connections:write under Basic Information.',
      );
    }
    return { kind: 'socket', botToken, appToken, apiUrl };
  }
  if (signingSecret) {
    return { kind: 'http', botToken, signingSecret, port: parsedPort.data, apiUrl };
  }
  throw new ConfigError(
    'SLACK_BOT_TOKEN is set but there is no way to hear from Slack: set SLACK_APP_TOKEN (xapp-…, Socket Mode) or SLACK_SIGNING_SECRET (HTTP).',
  );
}

function readModel(value: Value): Config['model'] {
  const apiKey = value('OPENAI_API_KEY');
  const baseURL = readUrl(
    value('OPENAI_BASE_URL'),
    'OPENAI_BASE_URL',
    ['http:', 'https:'],
    'https://api.openai.com/v1',
  );
  const model = value('OPENAI_MODEL');
  if (apiKey) return { apiKey, baseURL, model: model ?? DEFAULT_MODEL };
  if (baseURL || model) {
    const half = baseURL ? 'OPENAI_BASE_URL' : 'OPENAI_MODEL';
    throw new ConfigError(
      `${half} is set but OPENAI_API_KEY is not: set the key (any word will do for a server that needs none), or unset ${half} to write without a model.`,
    );
  }
  return null;
}

function readImap(value: Value): ImapConfig | null {
  const example = 'imaps://name:password@mail.example.com:993/INBOX';
  const text = readUrl(value('IMAP_URL'), 'IMAP_URL', ['imap:', 'imaps:'], example);
  if (text === null) return null;
  const url = new URL(text);
  const isTls = url.protocol === 'imaps:';
  const seconds = Number(value('IMAP_POLL_SECONDS') ?? DEFAULT_POLL_SECONDS);
  if (!Number.isFinite(seconds) || seconds < 5 || seconds > 3600)
    throw new ConfigError('IMAP_POLL_SECONDS must be a number of seconds from 5 to 3600.');
  try {
    const [user, password, folder] = [url.username, url.password, url.pathname.slice(1)].map(
      decodeURIComponent,
    );
    if (user && password) {
      return {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: Number(url.port) || (isTls ? 993 : 143),
        isTls,
        user,
        password,
        folder: folder || 'INBOX',
        pollMs: seconds * 1000,
      };
    }
  } catch {
    // A % that is no escape: told below.
  }
  throw new ConfigError(
    `IMAP_URL must hold a name and a password, as ${example}; write @ as %40, : as %3A, / as %2F and % as %25 in them.`,
  );
}

function readInbound(value: Value, slack: SlackConfig['kind']): Config['inbound'] {
  const secret = value('INBOUND_SECRET');
  const text = value('INBOUND_PORT');
  if (secret === null) {
    if (text === null) return null;
    throw new ConfigError(
      'INBOUND_PORT is set but INBOUND_SECRET is not: set the secret that mails are signed with.',
    );
  }
  if (secret.length < MIN_SECRET)
    throw new ConfigError(
      `INBOUND_SECRET must have at least ${MIN_SECRET} characters: openssl rand -hex 32 makes one.`,
    );
  if (slack === 'http') {
    if (text === null) return { secret, port: null };
    throw new ConfigError(
      'INBOUND_PORT is not needed where Slack posts to PORT: mails come in there too. Unset it.',
    );
  }
  const parsed = port.safeParse(text ?? '');
  if (text === null || !parsed.success)
    throw new ConfigError(
      'INBOUND_PORT must be a number from 0 to 65535: the port at which mails are posted.',
    );
  return { secret, port: parsed.data };
}

function readUrl(
  text: string | null,
  name: string,
  protocols: readonly string[],
  example: string,
): string | null {
  if (text === null) return null;
  const wrong = new ConfigError(`${name} must be an address like ${example}.`);
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw wrong;
  }
  if (!protocols.includes(url.protocol) || !url.hostname) throw wrong;
  return text;
}

function readSwitch(text: string | null, name: string, fallback: boolean): boolean {
  if (text === null) return fallback;
  if (/^(on|true|yes|1)$/i.test(text)) return true;
  if (/^(off|false|no|0)$/i.test(text)) return false;
  throw new ConfigError(`${name} must be on or off.`);
}
