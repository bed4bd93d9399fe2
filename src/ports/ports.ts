// What the flows need from outside, as types only. main.ts builds the real ones; test/fakes builds the others.
import type { Day } from '../core/calendar.ts';
import type { Table } from '../core/import/table.ts';
import type { PackFile, Sha256 } from '../core/pack.ts';
import type { Statement } from '../core/statement.ts';
import type { Timeline } from '../core/timeline.ts';
import type { Mailer } from './mail.ts';
import type { Assistant, Reader, Writer } from './model.ts';
import type { Clock } from './records.ts';
import type { Store } from './store.ts';
import type { TeamChat } from './team-chat.ts';

/** Documents as files. The same document gives the same bytes. */
export type Documents = {
  statement(statement: Statement): Promise<Uint8Array>;
  timeline(timeline: Timeline): Promise<Uint8Array>;
  /** `on` stands as the time of every file. */
  zip(files: readonly PackFile[], on: Day): Promise<Uint8Array>;
  /** Never throws: a broken archive is refused in words. */
  unzip(bytes: Uint8Array): { readonly kind: 'files'; readonly files: readonly PackFile[] } | Refused;
  sha256: Sha256;
};

/** An expected no: said to the person, never thrown. */
export type Refused = { readonly kind: 'refused'; readonly because: string };

/** A file of invoices as cells, whatever its kind. Never throws: a broken file is refused in words. */
export type LedgerFiles = {
  readonly maxBytes: number;
  /** The sentence that refuses a file of so many bytes, before it is fetched; null: it may come. */
  refuseBySize(fileName: string, bytes: number): string | null;
  read(fileName: string, bytes: Uint8Array): ({ readonly kind: 'table' } & Table) | Refused;
};

/** Wakes the sending of an approved draft before its time, as when the local clock has moved. */
export type Queue = { wakeSend(workspaceId: string, draftId: string): Promise<void> };

/** What a flow is given. */
export type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly chat: TeamChat;
  readonly writer: Writer;
  readonly reader: Reader;
  /** Null: no model is set, and the grammar answers alone. */
  readonly assistant: Assistant | null;
  readonly files: LedgerFiles;
  readonly documents: Documents;
  /** Null: no mail server is set, so nothing can be sent. */
  readonly mailer: Mailer | null;
  readonly queue: Queue;
  readonly undoSeconds: number;
  /** A new unique id, for rows whose id must be known before they are written. */
  readonly newId: () => string;
};
