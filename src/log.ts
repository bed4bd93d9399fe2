// The structured log. E-mail addresses, tokens and secrets never reach it, whoever writes.
import { pino } from 'pino';

export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

const SECRETS: readonly [RegExp, string][] = [
  [/xox[a-z]-[\w-]+/gi, '[token]'],
  [/xapp-[\w-]+/gi, '[token]'],
  [/(?<![a-z])[rs]k[-_][\w-]{8,}/g, '[key]'],
  [/whsec_\w+/g, '[secret]'],
  [/Bearer\s+[\w.~+/-]+=*/gi, 'Bearer [token]'],
  // To the last @ before a space: passwords hold colons, slashes and more.
  [/(\w+:\/\/[^\s:/@]*):\S*@/g, '$1:[secret]@'],
  // Not a package's folder (node_modules/@slack), and not a mention (<@U0BEN>).
  [/[^\s<>"'(),;:/\\[\]]+@[^\s<>"'(),;:/\\[\]]+/g, '[e-mail]'],
];

/** Fields that may carry a customer's words, a letter or a secret: never logged, whatever stands in them. */
const LEFT_OUT =
  /^(?:body|text|html|letter|subject|quote|blocks|content|raw|headers?)$|token|secret|password|passwd|authorization|cookie|api_?key|signature/i;

const MAX_DEPTH = 6;

/** A copy that is safe to log. */
export function redact(value: unknown): unknown {
  return copy(value, []);
}

/** `inside`: what `value` is part of, so that a thing which holds itself comes to an end. */
function copy(value: unknown, inside: readonly object[]): unknown {
  if (typeof value === 'string') return SECRETS.reduce((text, [find, put]) => text.replace(find, put), value);
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (value === null || typeof value !== 'object') return value;
  if (inside.length >= MAX_DEPTH || inside.includes(value)) return '[deep]';
  const within = [...inside, value];
  if (value instanceof Error) return errorCopy(value, within);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Map) return copy([...value], inside);
  if (value instanceof Set || Array.isArray(value)) return [...value].map((item) => copy(item, within));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      copy(key, []),
      LEFT_OUT.test(key) ? '[left out]' : copy(item, within),
    ]),
  );
}

/** Other fields of an error are not copied: libraries put whole requests and answers there. */
function errorCopy(error: Error, within: readonly object[]): object {
  return {
    name: error.name,
    message: copy(error.message, within),
    code: copy((error as { code?: unknown }).code, within),
    stack: copy(error.stack ?? '', within),
    ...(error.cause === undefined ? {} : { cause: copy(error.cause, within) }),
    ...(error instanceof AggregateError ? { errors: copy(error.errors, within) } : {}),
  };
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
