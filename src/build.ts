// Builds what the app and the shell share: the database, the workspaces' stores, the writer, the reader, the mail.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './db/connect.ts';
import { startEmbeddedPostgres } from './db/embedded-server.ts';
import { prepareDatabase } from './db/prepare.ts';
import { openStores } from './db/store.ts';
import type { Log } from './log.ts';
import { makeAssistant } from './outside/assistant.ts';
import { MAX_FILE_BYTES, readLedgerFile, refuseBySize } from './outside/ledger-file.ts';
import { makeMailer } from './outside/mailer.ts';
import { loadPrompts } from './outside/prompt-files.ts';
import { makeReader } from './outside/reader.ts';
import { statementPdf } from './outside/statement-pdf.ts';
import { timelinePdf } from './outside/timeline-pdf.ts';
import { connectModels } from './outside/workspace-model.ts';
import { makeWriter } from './outside/writer.ts';
import { readZip, sha256, writeZip } from './outside/zip-file.ts';
import type { Ports, Queue } from './ports/ports.ts';
import type { Clock } from './ports/records.ts';
import type { Store, Stores } from './ports/store.ts';
import type { TeamChat } from './ports/team-chat.ts';

export type Opened = { readonly database: Database; readonly stores: Stores; close(): Promise<void> };

/** @throws OutsideError 'database', one sentence for the person who starts the program. */
export async function openMemory(config: Config, log: Log): Promise<Opened> {
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
  const connectionString = embedded?.connectionString ?? config.databaseUrl ?? '';
  try {
    await prepareDatabase(connectionString);
    const database = await openDatabase(connectionString, (error) =>
      log.warn({ error }, 'a database connection was lost'),
    );
    return {
      database,
      stores: openStores(database),
      close: async () => {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

export type World = {
  readonly clock: Clock;
  readonly chatFor: (store: Store) => TeamChat;
  readonly queue: Queue;
  /** Null: no mail server is set. */
  readonly smtpUrl: string | null;
};

/** Ports for any workspace, over one mailer and one connection to a model. */
export async function makePorts(config: Config, world: World): Promise<(store: Store) => Ports> {
  const prompts = await loadPrompts();
  const modelOf = config.model ? connectModels(config.model, prompts) : null;
  const mailer = world.smtpUrl ? makeMailer({ smtpUrl: world.smtpUrl }) : null;
  return (store) => {
    const model = modelOf?.({ store, clock: world.clock }) ?? null;
    return {
      store,
      clock: world.clock,
      chat: world.chatFor(store),
      queue: world.queue,
      files: { maxBytes: MAX_FILE_BYTES, refuseBySize, read: readLedgerFile },
      documents: { statement: statementPdf, timeline: timelinePdf, zip: writeZip, unzip: readZip, sha256 },
      writer: makeWriter({ model, prompts }),
      reader: makeReader({ model, prompts }),
      assistant: model && makeAssistant({ model, prompts }),
      mailer,
      undoSeconds: config.undoSeconds,
      newId: randomUUID,
    };
  };
}
