// The structured log. E-mail addresses, tokens and secrets never reach it, whoever writes.
import { pino } from 'pino';

export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

const SECRETS: readonly [RegExp, string][] = [
  [/xox[abpres]-[\w-]+/g, '[token]'],
  [/xapp-[\w-]+/g, '[token]'],
  [/\bsk-[\w-]{8,}/g, '[key]'],
  [/(\w+:\/\/[^\s:/@]*):[^\s@]*@/g, '$1:[secret]@'],
  [/Bearer\s+[\w.~+/-]+=*/gi, 'Bearer [token]'],
  [/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
];

/** Fields that may carry a customer's words or a letter: never logged. */
const BODIES = new Set([
  'body',
  'text',
  'html',
  'letter',
  'subject',
  'quote',
  'blocks',
  'content',
  'token',
  'authorization',
]);

const MAX_DEPTH = 6;

/** A copy that is safe to log. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return SECRETS.reduce((text, [find, put]) => text.replace(find, put), value);
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) {
    return {
      name: value.name,
      message: redact(value.message),
      code: (value as { code?: unknown }).code,
      stack: redact(value.stack ?? ''),
      ...(value.cause === undefined ? {} : { cause: redact(value.cause, depth + 1) }),
    };
  }
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      BODIES.has(key.toLowerCase()) ? '[left out]' : redact(item, depth + 1),
    ]),
  );
}

/** @param level pino's, or 'silent' */
export function makeLog(level: string): Log {
  const logger = pino(
    { level, base: null, formatters: { log: (fields) => redact(fields) as Record<string, unknown> } },
    pino.destination(2),
  );
  const write =
    (at: 'debug' | 'info' | 'warn' | 'error') =>
    (fields: object, message: string): void =>
      logger[at](fields, redact(message) as string);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/**
 * The same log in the shape that Bolt and the Slack clients expect; they say nothing below a warning.
 * `isStarting`: what goes wrong then ends the start with a sentence of its own, so the log keeps it for debugging only.
 */
export function boltLogger(log: Log, isStarting: () => boolean) {
  let level = 'warn';
  const say =
    (at: 'warn' | 'error') =>
    (...parts: unknown[]): void => {
      const words = parts.filter((part) => typeof part === 'string').join(' ');
      const details = parts.filter((part) => typeof part !== 'string');
      log[isStarting() ? 'debug' : at]({ from: 'slack', details }, words);
    };
  return {
    debug: () => {},
    info: () => {},
    warn: say('warn'),
    error: say('error'),
    setLevel: (next: string) => {
      level = next;
    },
    getLevel: () => level,
    setName: () => {},
  };
}
