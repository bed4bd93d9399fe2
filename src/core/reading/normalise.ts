// Brings a reply into plain text: Slack markup resolved, quotes and spaces straightened, emoji dropped, length bounded.

/** A thread reply is a few sentences; of a pasted page only the start is read, and the reader says it is unsure. */
const MAX_REPLY_CHARS = 2000;

/** `wasCut`: there was more than is read. `isQuoted`: the words are somebody's own, pasted in. */
export type PlainReply = { readonly text: string; readonly wasCut: boolean; readonly mentions: boolean };

export function normalise(reply: string): PlainReply {
  const start = reply.slice(0, MAX_REPLY_CHARS);
  const text = start
    .normalize('NFC')
    .replace(/[\u27e8\u27e9]/g, ' ') // our own marks for figures cannot come from outside
    .replace(/<@[^>\s]+>/g, ' @somebody ')
    .replace(/<!\w[^>]*>/g, ' @somebody ')
    .replace(/<#[^|>]*\|?([^>]*)>/g, ' $1 ')
    .replace(/<(?:mailto|tel):[^|>]+\|([^>]+)>/gi, '$1')
    .replace(/<(?:mailto|tel):([^|>]+)>/gi, '$1')
    .replace(/<https?:[^|>]+\|([^>]+)>/gi, '$1')
    .replace(/<?https?:[^>\s]+>?/gi, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
    .replace(/:[a-z][a-z0-9_+'-]*:/gi, ' ')
    .replace(/\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]/gu, ' ')
    .replace(/[*_~]+(?=\S)|(?<=\S)[*_~]+/g, (marks) => (marks.includes('_') ? marks : ''))
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\u200c\ufeff]/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return { text, wasCut: reply.length > MAX_REPLY_CHARS, mentions: /<@|<!|(?:^|\s)@\w/.test(start) };
}
