// @ts-check
// Says moments in the zone of the person who reads them.
import { nowMs, zone } from './state.js';

const LOCALE = 'en-US';

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {Intl.DateTimeFormatOptions} options */
function format(options) {
  const key = `${zone()} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE, { timeZone: zone(), ...options });
  formats.set(key, known);
  return known;
}

/** @param {string} ts A message's ts: seconds, with a fraction. */
export function msOfTs(ts) {
  return Math.floor(Number(ts) * 1000);
}

/** "8:00 AM" @param {number} ms */
export function timeOf(ms) {
  return format({ hour: 'numeric', minute: '2-digit' }).format(ms);
}

/** "2025-11-24", to tell days apart. @param {number} ms */
export function dayKey(ms) {
  const parts = format({ year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(ms);
  const part = (/** @type {string} */ type) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

const DAY_MS = 86_400_000;

/** "Today", "Yesterday" or "Monday, November 24" @param {number} ms */
export function dayWords(ms) {
  if (dayKey(ms) === dayKey(nowMs())) return 'Today';
  if (dayKey(ms) === dayKey(nowMs() - DAY_MS)) return 'Yesterday';
  const otherYear = dayKey(ms).slice(0, 4) !== dayKey(nowMs()).slice(0, 4);
  return format({
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(otherYear ? { year: 'numeric' } : {}),
  }).format(ms);
}

/** "Mon, Nov 24, 2025, 8:00:12 AM" @param {number} ms */
export function fullWords(ms) {
  return format({
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  }).format(ms);
}

/** "Mon, Nov 24 · 8:00 AM" @param {number} ms */
export function clockWords(ms) {
  return `${format({ weekday: 'short', month: 'short', day: 'numeric' }).format(ms)} · ${timeOf(ms)}`;
}

/** "8:00 AM", "Yesterday" or "Nov 24": as short as tells it. @param {number} ms */
export function shortWords(ms) {
  if (dayKey(ms) === dayKey(nowMs())) return timeOf(ms);
  if (dayKey(ms) === dayKey(nowMs() - DAY_MS)) return 'Yesterday';
  return format({ month: 'short', day: 'numeric' }).format(ms);
}

/** "4 hours ago" @param {number} ms */
export function agoWords(ms) {
  const minutes = Math.max(0, Math.round((nowMs() - ms) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return `${hours} ${hours === 1 ? 'hour' : 'hours'} ago`;
  const days = Math.round(hours / 24);
  return `${days} ${days === 1 ? 'day' : 'days'} ago`;
}

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const TOKENS = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** Slack's `<!date^…>` tokens, "{date_short} at {time}". @param {number} ms @param {string} template */
export function dateTokens(ms, template) {
  return template.replace(/\{(\w+)\}/g, (whole, token) => {
    if (token === 'date_num') return dayKey(ms);
    if (token === 'ago') return agoWords(ms);
    if (token.endsWith('_pretty')) {
      const words = dayWords(ms);
      if (words === 'Today' || words === 'Yesterday') return words.toLowerCase();
    }
    const options = TOKENS[token.replace('_pretty', '')];
    return options ? format(options).format(ms) : whole;
  });
}

/**
 * The minutes that a zone's clocks are ahead of UTC at a moment.
 * @param {number} ms
 */
function offsetMinutes(ms) {
  const parts = format({
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(ms);
  const of = (/** @type {string} */ type) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const asUtc = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return Math.round((asUtc - Math.floor(ms / 60_000) * 60_000) / 60_000);
}

/** A moment as a `datetime-local` field wants it, in the reader's zone. @param {number} seconds */
export function toLocalField(seconds) {
  return new Date(seconds * 1000 + offsetMinutes(seconds * 1000) * 60_000).toISOString().slice(0, 16);
}

/** And back, in seconds; null where the field is empty. @param {string} field */
export function fromLocalField(field) {
  if (!field) return null;
  const asUtc = Date.parse(`${field}:00Z`);
  const first = asUtc - offsetMinutes(asUtc) * 60_000;
  return Math.round((asUtc - offsetMinutes(first) * 60_000) / 1000);
}
