// Takes a text apart into sentences of plain lower-case words, the same way for letters and for the guard's patterns.
import { BLOT } from './sheet.ts';

/** `text` is a word, a mark of punctuation, or a blot where something known stood; the span is in the text read. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/** A longer sentence is examined in pieces, so that a text without full stops costs no more than one with them. */
const MAX_SENTENCE_WORDS = 60;

const TOKEN = new RegExp(`${BLOT}+|\\p{L}[\\p{L}\\p{N}]*(?:'\\p{L}+)*|\\p{N}+|[.,:;?!\\n-]`, 'gu');

/** After these a full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st no nr inc ltd co vs sr sra srta mme mlle herr fr bzw ca'.split(' '),
);

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  ll: ['will'],
  ve: ['have'],
  re: ['are'],
  d: ['would'],
  m: ['am'],
  s: [],
};

/** Only what the table itself holds: "constructor" is a word like any other. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** "don't", "we'll", "l'avocat", "customer's": as the words they stand for. */
function spelledOut(token: string): readonly string[] {
  const cut = token.lastIndexOf("'");
  if (cut === -1) return own(CLIPPED, token) ?? [token];
  const before = token.slice(0, cut);
  const after = token.slice(cut + 1);
  if (token.endsWith("n't")) return [own(NEGATED, token) ?? token.slice(0, -3), 'not'];
  const ending = own(ENDINGS, after);
  return ending ? [...spelledOut(before), ...ending] : [...spelledOut(before), after];
}

const NEGATED: Readonly<Record<string, string>> = { "won't": 'will', "can't": 'can', "shan't": 'shall' };

const CLIPPED: Readonly<Record<string, readonly string[]>> = {
  cannot: ['can', 'not'],
  cant: ['can', 'not'],
  dont: ['do', 'not'],
  wont: ['will', 'not'],
  didnt: ['did', 'not'],
  doesnt: ['does', 'not'],
  isnt: ['is', 'not'],
  havent: ['have', 'not'],
  youre: ['you', 'are'],
  youve: ['you', 'have'],
  gonna: ['going', 'to'],
};

/** "c0urt" and "l4wyer" are read as a hurried eye reads them; "24h" and "b2b" have no letters on both sides. */
function withoutDigits(token: string): string {
  if (!/\p{L}\d+\p{L}{2}/u.test(token)) return token;
  return token.replace(
    /[013457]/g,
    (digit) => ({ 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't' })[digit] ?? digit,
  );
}

export function sentencesOf(text: string): Word[][] {
  const sentences: Word[][] = [];
  let words: Word[] = [];
  const finish = () => {
    if (words.length > 0) sentences.push(words);
    words = [];
  };
  let last = '';
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0].toLowerCase();
    const start = match.index;
    const end = start + match[0].length;
    if (token === '\n') {
      if (!continues(text, end)) finish();
    } else if (token === '.' || token === ';' || token === '?' || token === '!') {
      if (token !== '.' && token !== ';') words.push({ text: token, start, end });
      if (endsSentence(text, token, last, end)) finish();
    } else if (token === '-') {
      // Between words it is a dash; within one, as in "write-off", it says nothing.
      if (/\s/.test(text[start - 1] ?? ' ')) words.push({ text: token, start, end });
    } else if (token.startsWith(BLOT)) {
      words.push({ text: BLOT, start, end });
    } else if (token === 'e' && text[end] === '-' && /^-?mail/i.test(text.slice(end, end + 5))) {
      last = token; // "e-mail": the next word is read as "email"
      continue;
    } else if (last === 'e' && token.startsWith('mail')) {
      words.push({ text: `e${token}`, start: start - 2, end });
    } else {
      for (const word of spelledOut(withoutDigits(token))) words.push({ text: word, start, end });
    }
    last = token === '-' ? last : token;
    if (words.length >= MAX_SENTENCE_WORDS) finish();
  }
  finish();
  return sentences;
}

/** A line that goes on in small letters is one that was only wrapped. */
function continues(text: string, index: number): boolean {
  return /^ *\p{Ll}/u.test(text.slice(index, index + 12));
}

function endsSentence(text: string, mark: string, before: string, index: number): boolean {
  const next = text[index];
  if (next !== undefined && !/[\s"')\]]/.test(next)) return false;
  if (mark !== '.') return true;
  if (ABBREVIATIONS.has(before)) return false;
  // "3. Mai" is a date in German; "$845. We …" ends a sentence.
  return (
    !/^\d+$/.test(before) ||
    !/^ (?:\p{Ll}|(?:Jan|Feb|Mar|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))/u.test(text.slice(index, index + 6))
  );
}
