// Reads a text the way the guard compares it: accents, odd spaces, wide digits and look-alike letters made plain,
// with the way back to where each character stood.

export type Part = 'subject' | 'body';

export type Scan = {
  readonly part: Part;
  readonly original: string;
  /** Plain: NFKC, no accents, Latin in place of look-alikes, nothing invisible. Case is kept. */
  readonly text: string;
  /** For every character of `text`, and one past its end, the index in `original`. */
  readonly at: readonly number[];
  /** Invisible characters, as indices in `original`. */
  readonly hidden: readonly number[];
};

/** Cyrillic and Greek letters that a reader takes for Latin ones (from Unicode's confusables, the everyday part). */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аᴀαɑ', 'a'],
    ['вᏴΒВ', 'B'],
    ['сϲ', 'c'],
    ['СϹ', 'C'],
    ['ԁ', 'd'],
    ['еҽєε', 'e'],
    ['ЕΕ', 'E'],
    ['һ', 'h'],
    ['НΗ', 'H'],
    ['іıɩι', 'i'],
    ['ІΙӀ', 'I'],
    ['ј', 'j'],
    ['Ј', 'J'],
    ['кκ', 'k'],
    ['КΚ', 'K'],
    ['ӏ', 'l'],
    ['мΜМ', 'M'],
    ['пηո', 'n'],
    ['Ν', 'N'],
    ['оοօσ', 'o'],
    ['ОΟ', 'O'],
    ['рρ', 'p'],
    ['РΡ', 'P'],
    ['ԛ', 'q'],
    ['ѕ', 's'],
    ['Ѕ', 'S'],
    ['тτ', 't'],
    ['ТΤ', 'T'],
    ['υս', 'u'],
    ['ν', 'v'],
    ['ѡԝ', 'w'],
    ['хχ', 'x'],
    ['ХΧ', 'X'],
    ['уγ', 'y'],
    ['УΥ', 'Y'],
    ['ᴢ', 'z'],
    ['Ζ', 'Z'],
    ['А', 'A'],
    ['Α', 'A'],
    ['‐‑‒–—―−﹣－', '-'],
    ['‘’‚‛′ʼ`´', "'"],
    ['“”„‟″«»', '"'],
    ['⁄∕', '/'],
    ['․‧', '.'],
    ['٬', ','],
    ['٫', '.'],
  ].flatMap(([from = '', to = '']) => [...from].map((char) => [char, to])),
);

const INVISIBLE = /\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|[^\P{Cc}\n\t]/u;

const PLAIN_ASCII = /^[\n\x20-\x7e]*$/;

export function scan(part: Part, original: string): Scan {
  if (PLAIN_ASCII.test(original)) return scanAscii(part, original);
  let text = '';
  const at: number[] = [];
  const hidden: number[] = [];
  let index = 0;
  for (const char of original) {
    if (INVISIBLE.test(char)) hidden.push(index);
    else {
      for (const plain of plainOf(char)) {
        text += plain;
        at.push(index);
      }
    }
    index += char.length;
  }
  at.push(original.length);
  return { part, original, text, at, hidden };
}

function scanAscii(part: Part, original: string): Scan {
  return {
    part,
    original,
    text: original,
    at: Array.from({ length: original.length + 1 }, (_, i) => i),
    hidden: [],
  };
}

/** One character made plain; a combining accent vanishes, "ß" becomes "ss". UTF-16 units. */
function plainOf(char: string): string[] {
  const code = char.charCodeAt(0);
  if (code < 0x7f) return [char === '\t' ? ' ' : (LOOK_ALIKES[char] ?? char)];
  const known = LOOK_ALIKES[char];
  if (known !== undefined) return [known];
  if (char === 'ß') return ['s', 's'];
  if (/\p{Nd}/u.test(char)) return [digitOf(char)];
  const folded = char.normalize('NFKD').replace(/\p{M}/gu, '');
  const spaced = /^[\p{Zs}]$/u.test(char) ? ' ' : folded;
  return [...spaced]
    .map((one) => LOOK_ALIKES[one] ?? (/\p{Zs}/u.test(one) ? ' ' : one))
    .flatMap((one) => one.split(''));
}

/** Any script's digit as 0 to 9: they stand in runs of ten, and a run starts where the code before it is no digit. */
function digitOf(char: string): string {
  const folded = char.normalize('NFKC');
  if (/^\d$/.test(folded)) return folded;
  let start = char.codePointAt(0) ?? 0;
  const code = start;
  while (code - start < 9 && /\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return String(code - start);
}

/** A span of `text` as a finding's span in the original. */
export function spanOf({ part, original, at }: Scan, start: number, end: number) {
  const from = at[start] ?? original.length;
  const to = Math.max(from, at[end] ?? original.length);
  return { part, start: from, end: to, text: original.slice(from, to) };
}
