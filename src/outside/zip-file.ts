// Writes and reads zip archives: the same files give the same bytes, and a foreign archive cannot fill the memory.
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import type { Day } from '../core/calendar.ts';
import type { PackFile } from '../core/pack.ts';
import type { Refused } from '../ports/ports.ts';

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** `on` stands as the time of every file, at noon by any clock, so that the archive does not tell when it was made. */
export async function writeZip(files: readonly PackFile[], on: Day): Promise<Uint8Array> {
  const [year = 2000, month = 1, day = 1] = on.split('-').map(Number);
  // The archive's own time has no zone: it is read back from the machine's, so it is given in the machine's.
  const mtime = new Date(year, month - 1, day, 12);
  const zip = new ZipFile();
  for (const { name, bytes } of files) {
    zip.addBuffer(Buffer.from(bytes), name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A pack has a handful of files of at most some megabytes; what is beyond is no pack of ours. */
const MOST_FILES = 100;
const MOST_BYTES = 64 * 1024 * 1024;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

const NO_ZIP: Refused = {
  kind: 'refused',
  because: 'This is no zip archive that can be read: it is damaged or cut short. Ask for the pack again.',
};

export function readZip(
  given: Uint8Array,
): { readonly kind: 'files'; readonly files: readonly PackFile[] } | Refused {
  const bytes = Buffer.from(given);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  try {
    if (end < 0 || bytes.readUInt32LE(end) !== END) return NO_ZIP;
    const count = bytes.readUInt16LE(end + 10);
    if (count > MOST_FILES)
      return { kind: 'refused', because: `This archive has ${count} files: it is no pack of ours.` };
    const files: PackFile[] = [];
    let at = bytes.readUInt32LE(end + 16);
    let total = 0;
    for (let index = 0; index < count; index += 1) {
      const entry = entryAt(bytes, at);
      total += entry.size;
      if (total > MOST_BYTES)
        return { kind: 'refused', because: 'This archive is too large: it is no pack of ours.' };
      files.push({ name: entry.name, bytes: contentOf(bytes, entry) });
      at = entry.next;
    }
    return { kind: 'files', files };
  } catch {
    return NO_ZIP;
  }
}

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
};

/** @throws RangeError where the archive ends before the entry does. */
function entryAt(bytes: Buffer, at: number): Entry {
  if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry here');
  const nameLength = bytes.readUInt16LE(at + 28);
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
    next: at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  };
}

/** @throws where the bytes are not what the entry says. Whether they are the right ones, their hash tells. */
function contentOf(bytes: Buffer, { offset, method, packed, size }: Entry): Uint8Array {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const raw = bytes.subarray(start, start + packed);
  if (method === STORED) return raw;
  if (method !== DEFLATED) throw new RangeError('an unknown way of packing');
  return inflateRawSync(raw, { maxOutputLength: Math.min(MOST_BYTES, Math.max(1, size)) });
}
