// The one file that keeps the local workspace over restarts: read whole or not at all, written whole or not at all.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { FileObject, Mail } from './control-api.ts';
import type { StoredChannel, StoredMessage, StoredView } from './stored.ts';

export type Snapshot = {
  channels: StoredChannel[];
  messages: StoredMessage[];
  files: FileObject[];
  mails: Mail[];
  readMails: string[];
  lastRead: Record<string, string>; // "U… C…" → ts
  homes: Record<string, StoredView>;
  clockOffsetMs: number;
};

/** As much of the shape as keeps the start from stumbling; what is not there begins as in a new workspace. */
const SHAPE = z.looseObject({
  channels: z
    .array(
      z.looseObject({ id: z.string(), name: z.string(), kind: z.string(), members: z.array(z.string()) }),
    )
    .optional(),
  messages: z
    .array(
      z.looseObject({
        ts: z.string().regex(/^\d+\.\d+$/),
        channel: z.string(),
        user: z.string(),
        text: z.string(),
        blocks: z.array(z.unknown()),
        files: z.array(z.unknown()),
        reactions: z.array(z.unknown()),
      }),
    )
    .optional(),
  files: z.array(z.looseObject({ id: z.string(), url: z.string() })).optional(),
  mails: z.array(z.looseObject({ id: z.string(), to: z.array(z.string()) })).optional(),
  readMails: z.array(z.string()).optional(),
  lastRead: z.record(z.string(), z.string()).optional(),
  homes: z.record(z.string(), z.looseObject({ id: z.string() })).optional(),
  clockOffsetMs: z.number().optional(),
});

/** Null at the first start. A file that cannot be used is put aside as `….broken`, so that nothing is lost for good. */
export function readSnapshot(file: string): Partial<Snapshot> | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const read = SHAPE.safeParse(parseOrNull(text));
  if (read.success) return read.data as Partial<Snapshot>;
  renameSync(file, `${file}.broken`);
  return null;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Renaming is atomic: a crash leaves the state before or the state after, never half of one. */
export function writeSnapshot(file: string, snapshot: Snapshot): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(snapshot));
  renameSync(`${file}.new`, file);
}
