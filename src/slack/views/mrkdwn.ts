// Makes words that came from customers, files and models safe and short enough to stand in Slack's markup.

/**
 * Control and invisible format characters hide or reorder what a reader sees. Line breaks, tabs and the joiners
 * that some scripts spell with are kept.
 */
const INVISIBLE = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/** Marks that begin or end formatting; each is shown as a character that looks the same and means nothing to Slack. */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/**
 * Text of others for a mrkdwn place on one line. Slack's own markup (mentions, links) cannot survive the
 * escaping of < and >; formatting marks count for Slack only at the edge of a word, and are replaced there.
 */
export function escapeInline(text: string): string {
  return escapeMarks(oneLine(text));
}

/** The same for text that may have several lines. */
export function escapeLines(text: string): string {
  return escapeMarks(tidyLines(text))
    .split('\n')
    .map((line) => line.replace(/^(\s*)&gt;/, '$1›'))
    .join('\n');
}

function escapeMarks(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/`/g, 'ˋ')
    .replace(/(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu, (mark) => LOOKALIKES[mark] ?? mark)
    .replace(/:(?=[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*:)/gi, '∶');
}

/**
 * Text of others for a streamed answer, which Slack reads as Markdown: no mention, link, heading or list can begin in it.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/&/g, '＆')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/`/g, 'ˋ')
    .replace(/([\\*_~[\]()#|!])/g, '\\$1')
    .replace(/^([-+]|\d+\.)(?= )/, '\\$1')
    .replace(/:(?=[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*:)/gi, '∶');
}

/** For plain_text places, where Slack reads no markup: only what hides or breaks the line is taken out. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
}

export function tidyLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
}

/** At most `limit` UTF-16 units; what is cut is shown by an ellipsis, and no character is cut in half. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = text.slice(0, limit - 1);
  if (/[\ud800-\udbff]$/.test(kept)) kept = kept.slice(0, -1);
  return `${kept.replace(/&[a-z]{0,3}$/, '').trimEnd()}…`;
}

/** Room for the line that counts what was left out. */
const MORE_LINE = '\n…and 9999999 more'.length;

/** As many lines as fit `limit`; the rest is counted: "…and 14 more". */
export function fitLines(lines: readonly string[], limit: number): string {
  const whole = lines.join('\n');
  if (whole.length <= limit) return whole;
  const room = limit - MORE_LINE;
  const kept: string[] = [];
  let length = -1;
  for (const line of lines) {
    length += line.length + 1;
    if (length > room) break;
    kept.push(line);
  }
  if (kept.length === 0) kept.push(shorten(lines[0] ?? '', room));
  const left = lines.length - kept.length;
  return left === 0 ? kept.join('\n') : `${kept.join('\n')}\n…and ${left} more`;
}

/** Cuts a long text into pieces of at most `limit`, at a line's end where there is one, else at a word's. */
export function pieces(text: string, limit: number): string[] {
  const made: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const window = rest.slice(0, limit);
    const line = window.lastIndexOf('\n');
    const word = window.lastIndexOf(' ');
    let at = line > limit / 2 ? line : word > limit / 2 ? word : limit;
    if (at === limit && /[\ud800-\udbff]$/.test(window)) at -= 1;
    made.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).replace(/^[ \n]/, '');
  }
  if (rest.trim() !== '' || made.length === 0) made.push(rest);
  return made.filter((piece) => piece.trim() !== '');
}

/** "a, b and c", with the rest counted where there are more than `most`. */
export function listWords(words: readonly string[], most = 5): string {
  if (words.length > most)
    return `${words.slice(0, most - 1).join(', ')} and ${words.length - most + 1} more`;
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "1 invoice", "3 invoices". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A Slack user id as a mention; 'tightrope' is the program itself, and anything else is shown as words. */
export function mention(user: string): string {
  if (user === 'tightrope') return 'Tightrope';
  return /^[UW][A-Z0-9]+$/.test(user) ? `<@${user}>` : escapeInline(user);
}
