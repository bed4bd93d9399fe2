// Which characters the bytes of a text file mean, and which sign separates its values.

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Enough to see the habit of a file, also below a banner. */
const RECORDS_LOOKED_AT = 60;

/** Null where the bytes are no text. UTF-8, UTF-16 with or without a mark, else Windows' western European. */
export function decodeText(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return clean(new TextDecoder('utf-16le').decode(bytes));
  if (a === 0xfe && b === 0xff) return clean(new TextDecoder('utf-16be').decode(bytes));
  const zeros = zeroPositions(bytes.subarray(0, 2000));
  if (zeros.odd > 0 && zeros.even === 0) return clean(new TextDecoder('utf-16le').decode(bytes));
  if (zeros.even > 0 && zeros.odd === 0) return clean(new TextDecoder('utf-16be').decode(bytes));
  try {
    return clean(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return clean(fromWindows1252(bytes));
  }
}

/** 0x80 to 0x9f; some Node versions decode these as Latin-1, which loses the euro sign. */
const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252_HIGH[char.charCodeAt(0) - 0x80]!);
}

function zeroPositions(bytes: Uint8Array): { odd: number; even: number } {
  let odd = 0;
  let even = 0;
  bytes.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 1) odd += 1;
    else even += 1;
  });
  return { odd, even };
}

/** Text has no zero bytes and hardly any other control characters. */
function clean(text: string): string | null {
  const start = text.slice(0, 4000);
  if (text.includes('\0')) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data from text.
  const controls = start.match(/[\u0001-\u0008\u000b\u000e-\u001f]/g)?.length ?? 0;
  return controls * 50 > start.length ? null : text.replace(/^\ufeff/, '');
}

/** `firstLine`: the number of the text's first line in the file; 2 where Excel's "sep=;" stood above it. */
export type Delimited = { readonly text: string; readonly delimiter: string; readonly firstLine: number };

export function findDelimiter(text: string): Delimited {
  const named = /^"?sep=(.)"?(\r\n|\n|\r)/i.exec(text);
  if (named) return { text: text.slice(named[0].length), delimiter: named[1]!, firstLine: 2 };
  const counts = DELIMITERS.map(() => [] as number[]);
  eachRecord(text, (seen) => {
    seen.forEach((count, i) => {
      if (count > 0) counts[i]!.push(count);
    });
  });
  // Amounts hold commas, names hold semicolons: the separator is what stands in most rows the same number of times.
  const scores = counts.map((own) => {
    const times = new Map<number, number>();
    for (const count of own) times.set(count, (times.get(count) ?? 0) + 1);
    return Math.max(0, ...[...times].map(([count, rows]) => count * rows));
  });
  const best = scores.indexOf(Math.max(...scores));
  return { text, delimiter: DELIMITERS[best]!, firstLine: 1 };
}

/** Counts of each delimiter outside quotes, for the first records. */
function eachRecord(text: string, take: (counts: readonly number[]) => void): void {
  let counts = DELIMITERS.map(() => 0);
  let quoted = false;
  let records = 0;
  for (let i = 0; i < text.length && records < RECORDS_LOOKED_AT; i += 1) {
    const char = text[i]!;
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) {
      take(counts);
      counts = DELIMITERS.map(() => 0);
      records += 1;
    } else if (!quoted) {
      const at = DELIMITERS.indexOf(char as (typeof DELIMITERS)[number]);
      if (at >= 0) counts[at] = counts[at]! + 1;
    }
  }
  take(counts);
}
