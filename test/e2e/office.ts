// The whole program as a user has it: the real app on real PostgreSQL, over real Socket Mode, with Local Slack around it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { start } from '../../src/main.ts';
import { createTestDatabase } from '../db/test-database.ts';
import { startScriptedModel } from '../fakes/scripted-model.ts';
import { type Person, personAt } from './person.ts';

export type Office = {
  readonly url: string;
  readonly olivia: Person; // the owner
  readonly ben: Person; // the bookkeeper
  readonly ana: Person; // the account manager
  readonly databaseUrl: string;
  readonly model: Awaited<ReturnType<typeof startScriptedModel>> | null;
  /** Ends the program and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** A Wednesday morning at 9:05 in New York, so that no test depends on the day it is run. */
export const OPENING = '2030-10-16T13:05:00.000Z';

export type OfficeOptions = {
  readonly model?: boolean;
  readonly sample?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
};

/** `settings` are environment variables over the tests' own. */
export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'tightrope-'));
  const database = await createTestDatabase();
  const model = options.model ? await startScriptedModel() : null;
  const config = readConfig({
    PORT: '0',
    TIGHTROPE_DATA: folder,
    DATABASE_URL: database.connectionString,
    SAMPLE_DATA: options.sample === false ? 'off' : 'on',
    UNDO_SECONDS: '0',
    LOG_LEVEL: 'error',
    ...(model
      ? { OPENAI_API_KEY: 'scripted', OPENAI_BASE_URL: model.baseURL, OPENAI_MODEL: 'scripted' }
      : {}),
    ...options.settings,
  });
  let stop: (() => Promise<void>) | null = null;
  const office = {
    url: '',
    databaseUrl: database.connectionString,
    model,
    async restart() {
      await stop?.();
      stop = null;
      const lines: string[] = [];
      stop = await start(config, (line) => lines.push(line));
      office.url = /http:\S+/.exec(lines.join('\n'))?.[0] ?? '';
    },
    async close() {
      await stop?.();
      await model?.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await mkdir(join(folder, 'local-slack'));
  const clock = { clockOffsetMs: Date.parse(OPENING) - Date.now() };
  await writeFile(join(folder, 'local-slack/workspace.json'), JSON.stringify(clock));
  await office.restart();
  const who = (id: string): Person => personAt(() => office.url, id);
  return Object.assign(office, { olivia: who('U0OLIVIA'), ben: who('U0BEN'), ana: who('U0ANA') });
}
