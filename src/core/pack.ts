// A hand-over pack's seal: every record is chained to the one before by its hash, and every file has its own.
import { z } from 'zod';
import type { TimelineEntry } from './timeline.ts';

export type PackFile = { readonly name: string; readonly bytes: Uint8Array };

/** SHA-256 in hexadecimal. */
export type Sha256 = (bytes: Uint8Array) => string;

export const RECORDS = 'records.jsonl';
export const MANIFEST = 'manifest.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.strictObject({
  format: z.literal('tightrope-hand-over-1'),
  customer: z.string(),
  madeOn: z.string(),
  records: z.number().int().min(0),
  /** The last record's hash; that of nothing where there is none. */
  chainEnd: z.string(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: hash })),
  /** Over all of the above: kept in the case as well, it shows that nothing was altered since. */
  seal: hash,
});

const recordSchema = z.strictObject({
  n: z.number().int(),
  previous: z.string(),
  record: z.strictObject({
    day: z.string(),
    time: z.string().nullable(),
    by: z.string(),
    kind: z.string(),
    what: z.string(),
    words: z.string().nullable(),
  }),
  hash,
});

type Manifest = z.infer<typeof manifestSchema>;
type ListedFile = Manifest['files'][number];

const encode = (text: string) => new TextEncoder().encode(text);

/** Adds the records and the manifest to the files, and says the seal. */
export function sealPack(
  about: { readonly customer: string; readonly madeOn: string },
  files: readonly PackFile[],
  entries: readonly TimelineEntry[],
  sha256: Sha256,
): { readonly files: readonly PackFile[]; readonly seal: string } {
  let previous = '';
  const lines = entries.map(({ day, time, by, kind, what, words }, index) => {
    const record = { day, time, by, kind, what, words };
    const own = recordHash(previous, record, sha256);
    const line = JSON.stringify({ n: index + 1, previous, record, hash: own });
    previous = own;
    return `${line}\n`;
  });
  const all = [...files, { name: RECORDS, bytes: encode(lines.join('')) }];
  const listed = all.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
  const sealed = { ...about, records: entries.length, chainEnd: previous, files: listed };
  const seal = sealOf(sealed, sha256);
  const manifest: Manifest = { format: 'tightrope-hand-over-1', ...sealed, seal };
  return {
    files: [...all, { name: MANIFEST, bytes: encode(`${JSON.stringify(manifest, null, 2)}\n`) }],
    seal,
  };
}

function recordHash(previous: string, record: object, sha256: Sha256): string {
  return sha256(encode(`${previous}\n${JSON.stringify(record)}`));
}

function sealOf(
  { customer, madeOn, records, chainEnd, files }: Omit<Manifest, 'format' | 'seal'>,
  sha256: Sha256,
): string {
  const listed = files.map((file) => `${file.name} ${file.bytes} ${file.sha256}`);
  return sha256(encode(JSON.stringify([customer, madeOn, records, chainEnd, ...listed])));
}

export type PackCheck = {
  readonly customer: string | null;
  readonly records: number;
  readonly files: number;
  /** As the pack's contents give it; null where they cannot be read. */
  readonly seal: string | null;
  /** What was changed, a sentence each; none: the pack is whole. */
  readonly problems: readonly string[];
};

export function checkPack(files: readonly PackFile[], sha256: Sha256): PackCheck {
  const byName = new Map(files.map((file) => [file.name, file.bytes]));
  const manifest = read(byName.get(MANIFEST));
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) {
    const because = byName.has(MANIFEST) ? 'cannot be read: it was changed' : 'is missing';
    return {
      customer: null,
      records: 0,
      files: files.length,
      seal: null,
      problems: [`${MANIFEST} ${because}. Without it nothing can be checked: ask for the pack again.`],
    };
  }
  const { data } = parsed;
  const problems = [...filesTwice(files), ...filesChanged(data.files, byName, sha256)];
  const recordBytes = byName.get(RECORDS);
  const chain = recordBytes ? recordsChanged(recordBytes, sha256) : { problems: [], count: 0, end: '' };
  problems.push(...chain.problems);
  if (
    recordBytes &&
    chain.problems.length === 0 &&
    (chain.count !== data.records || chain.end !== data.chainEnd)
  ) {
    problems.push(
      `${MANIFEST} speaks of ${data.records} records, and there are ${chain.count}: the last ones were changed.`,
    );
  }
  const seal = sealOf(data, sha256);
  if (seal !== data.seal) problems.push(`${MANIFEST} was changed: its seal does not fit what it lists.`);
  return { customer: data.customer, records: chain.count, files: data.files.length, seal, problems };
}

function read(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Programs differ in which of two files of one name they open, so the right one proves nothing. */
function filesTwice(files: readonly PackFile[]): string[] {
  const names = files.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => `${name} is there more than once: only one of them is ours.`);
}

function filesChanged(
  listed: readonly ListedFile[],
  byName: ReadonlyMap<string, Uint8Array>,
  sha256: Sha256,
): string[] {
  const problems = listed.flatMap(({ name, sha256: expected }) => {
    const bytes = byName.get(name);
    if (!bytes) return [`${name} is missing.`];
    return sha256(bytes) === expected ? [] : [`${name} was changed.`];
  });
  const known = new Set([MANIFEST, ...listed.map(({ name }) => name)]);
  const added = [...byName.keys()].filter((name) => !known.has(name));
  return [...problems, ...added.map((name) => `${name} was added: the pack did not have it.`)];
}

function recordsChanged(
  bytes: Uint8Array,
  sha256: Sha256,
): { readonly problems: string[]; readonly count: number; readonly end: string } {
  const problems: string[] = [];
  let end = '';
  const lines = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '');
  for (const [index, line] of lines.entries()) {
    const parsed = recordSchema.safeParse(read(encode(line)));
    if (!parsed.success) {
      problems.push(`Record ${index + 1} cannot be read: it was changed.`);
      continue;
    }
    const { previous, record, hash: own, n } = parsed.data;
    if (previous !== end || n !== index + 1) {
      problems.push(
        `Before record ${n} (${record.day}, ${record.kind}) something was taken out, added or moved.`,
      );
    } else if (recordHash(previous, record, sha256) !== own) {
      problems.push(`Record ${n} (${record.day}, ${record.kind}) was changed.`);
    }
    end = own;
  }
  return { problems, count: lines.length, end };
}
