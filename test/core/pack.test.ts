// A pack shows what was altered in it: any byte of any file, any record, and nothing else; and its CSV opens safely.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/core/csv.ts';
import { checkPack, MANIFEST, type PackFile, RECORDS, sealPack } from '../../src/core/pack.ts';
import type { TimelineEntry } from '../../src/core/timeline.ts';
import { readZip, sha256, writeZip } from '../../src/outside/zip-file.ts';

const text = (words: string) => new TextEncoder().encode(words);
const wordsOf = (file: PackFile | undefined) => new TextDecoder().decode(file?.bytes);

const ENTRIES: readonly TimelineEntry[] = [
  {
    day: '2026-10-01',
    time: '10:00',
    by: 'U1',
    kind: 'Letter',
    what: 'Sent “Reminder”',
    words: 'Hello Dana,\n\n…',
  },
  {
    day: '2026-10-05',
    time: '11:00',
    by: 'U1',
    kind: 'Promise',
    what: '500 by Friday: not kept',
    words: '500 by Friday',
  },
  { day: '2026-10-20', time: null, by: 'the books', kind: 'Payment', what: '$100.00 came', words: null },
];
const FILES: readonly PackFile[] = [
  { name: 'statement.pdf', bytes: text('%PDF') },
  { name: 'timeline.csv', bytes: text('a,b') },
];
const ABOUT = { customer: 'Acme', madeOn: '2026-11-24' };
const made = sealPack(ABOUT, FILES, ENTRIES, sha256);
const problemsOf = (files: readonly PackFile[]) => checkPack(files, sha256).problems;
const changed = (name: string, change: (words: string) => string) =>
  made.files.map((file) => (file.name === name ? { name, bytes: text(change(wordsOf(file))) } : file));

describe('a pack', () => {
  test('as it was made is whole, and says its seal', () => {
    expect(checkPack(made.files, sha256)).toEqual({
      customer: 'Acme',
      records: 3,
      files: 3,
      seal: made.seal,
      problems: [],
    });
    expect(checkPack(sealPack(ABOUT, [], [], sha256).files, sha256).problems).toEqual([]);
  });

  test('names the record that was changed', () => {
    expect(problemsOf(changed(RECORDS, (words) => words.replace('"what":"500', '"what":"900')))).toEqual([
      'records.jsonl was changed.',
      'Record 2 (2026-10-05, Promise) was changed.',
    ]);
  });

  test('in which a file stands twice says so: which of them is opened is left to the program', () => {
    const forged = { name: 'statement.pdf', bytes: text('%PDF forged') };
    expect(problemsOf([forged, ...made.files])).toEqual([
      'statement.pdf is there more than once: only one of them is ours.',
    ]);
  });

  test('names where a record was taken out, moved or put at the end', () => {
    const lines = (change: (all: string[]) => string[]) =>
      problemsOf(changed(RECORDS, (words) => `${change(words.trim().split('\n')).join('\n')}\n`));
    expect(lines(([a = '', , c = '']) => [a, c])).toContain(
      'Before record 3 (2026-10-20, Payment) something was taken out, added or moved.',
    );
    expect(lines(([a = '', b = '', c = '']) => [b, a, c])).toContain(
      'Before record 2 (2026-10-05, Promise) something was taken out, added or moved.',
    );
    expect(lines(([a = '', b = '']) => [a, b])).toContain(
      'manifest.json speaks of 3 records, and there are 2: the last ones were changed.',
    );
  });

  test('names a file that was changed, taken out or added', () => {
    expect(problemsOf(changed('statement.pdf', () => '%PDX'))).toEqual(['statement.pdf was changed.']);
    expect(problemsOf(made.files.filter(({ name }) => name !== 'timeline.csv'))).toEqual([
      'timeline.csv is missing.',
    ]);
    expect(problemsOf([...made.files, { name: 'more.txt', bytes: text('x') }])).toEqual([
      'more.txt was added: the pack did not have it.',
    ]);
    expect(problemsOf(made.files.filter(({ name }) => name !== MANIFEST))).toEqual([
      expect.stringContaining('manifest.json is missing'),
    ]);
  });

  test('made anew with other records has another seal', () => {
    const other = sealPack(ABOUT, FILES, ENTRIES.slice(1), sha256);
    expect(other.seal).not.toBe(made.seal);
  });

  test('shows any change of any byte', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (which, where, by) => {
        const index = which % made.files.length;
        const files = made.files.map((file, at) => {
          if (at !== index) return file;
          const bytes = Uint8Array.from(file.bytes);
          const place = where % bytes.length;
          bytes[place] = ((bytes[place] ?? 0) + by) % 256;
          return { ...file, bytes };
        });
        const check = checkPack(files, sha256);
        // Only a blank of the manifest may stand for another blank.
        const blank = /\s/.test(
          wordsOf(made.files[index])[where % (made.files[index]?.bytes.length ?? 1)] ?? '',
        );
        expect(check.problems.length > 0 || (files[index]?.name === MANIFEST && blank)).toBe(true);
      }),
    );
  });
});

describe('its archive', () => {
  test('has the same bytes for the same files, and reads back as it was', async () => {
    const zip = await writeZip(made.files, '2026-11-24');
    expect(await writeZip(made.files, '2026-11-24')).toEqual(zip);
    const read = readZip(zip);
    expect(read.kind === 'files' && read.files.map(({ name }) => name)).toEqual(
      made.files.map(({ name }) => name),
    );
    expect(read.kind === 'files' && checkPack(read.files, sha256).problems).toEqual([]);
  });

  test('that is cut short or no archive at all is refused in words', async () => {
    const zip = await writeZip(made.files, '2026-11-24');
    for (const bytes of [zip.subarray(0, zip.length / 2), text('hello'), new Uint8Array(0)]) {
      expect(readZip(bytes)).toMatchObject({
        kind: 'refused',
        because: expect.stringContaining('no zip archive'),
      });
    }
  });
});

test.each([
  ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
  ['+1 212', "'+1 212"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\t=1', "'\t=1"],
  ['-12.50', '-12.50'],
  ['a, b', '"a, b"'],
  ['two\nlines', '"two\nlines"'],
])('a cell %j stands as %j', (given, cell) => {
  expect(csvOf([[given]])).toBe(`\uFEFF${cell}\r\n`);
});
