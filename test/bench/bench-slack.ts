// A program over Local Slack with the great ledger, and what a person there waits for.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { openStores } from '../../src/db/store.ts';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/start.ts';
import { startProgram } from '../e2e/process.ts';
import { BENCH_DAY, benchBatch, withBenchDatabase } from './bench-database.ts';

/** Seconds, over all runs. */
export type Spread = { readonly p50: number; readonly p99: number };

const ZONE = 'America/New_York';

/** `settings`: what a program needs to find this Slack and the database with 100,000 invoices. */
export async function withBenchSlack<T>(
  work: (slack: LocalSlack, settings: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  return withBenchDatabase(async (database, connectionString) => {
    const manifest = parse(await readFile(join(import.meta.dirname, '../../manifest.yml'), 'utf8'));
    const slack = await startLocalSlack({ port: 0, dataDir: null, manifest });
    try {
      const store = await openStores(database).forTeam(slack.teamId, 'Bench');
      const at = new Date().toISOString();
      await store.saveSettings(
        { ...DEFAULT_SETTINGS, channel: 'C0OVERDUE', zone: ZONE, owners: ['U0OLIVIA'], onboarded: false },
        'U0OLIVIA',
        at,
      );
      await store.importBatch({ ...benchBatch(), day: BENCH_DAY }, 'U0OLIVIA', at);
      await database.pool.query('VACUUM ANALYZE');
      return await work(slack, {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.slackApiUrl,
        DATABASE_URL: connectionString,
        LOG_LEVEL: 'error',
      });
    } finally {
      await slack.stop();
    }
  });
}

export async function withProgram<T>(
  settings: Readonly<Record<string, string>>,
  script: string,
  work: (pid: number) => Promise<T>,
): Promise<T> {
  const program = await startProgram(settings, script);
  try {
    return await work(program.pid);
  } finally {
    await program.stop();
  }
}

export function spread(seconds: readonly number[]): Spread {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

export type Watched = {
  /** Messages heard so far: from here on one waits. */
  mark(): number;
  /** When the first message since then was drawn that is not the one with this ts; milliseconds of performance.now(). */
  heardSince(mark: number, otherThan?: string): Promise<number>;
  stop(): void;
};

/** Hears what changes on a person's screen, as the page does. */
export async function watch(slack: LocalSlack, person: string): Promise<Watched> {
  const aborted = new AbortController();
  const { body } = await fetch(`${slack.url}api/events?as=${person}`, { signal: aborted.signal });
  const heard: { readonly ts: string; readonly at: number }[] = [];
  let wake: () => void = () => {};
  void (async () => {
    for await (const chunk of body ?? []) {
      for (const [, ts = ''] of Buffer.from(chunk).toString().matchAll(MESSAGE))
        heard.push({ ts, at: performance.now() });
      wake();
    }
  })().catch(() => {}); // Ends by being aborted.
  return {
    mark: () => heard.length,
    heardSince: async (mark, otherThan) => {
      for (;;) {
        const found = heard.slice(mark).find(({ ts }) => ts !== otherThan);
        if (found) return found.at;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    stop: () => aborted.abort(),
  };
}

const MESSAGE = /"type":"message"[^}]*?"ts":"([\d.]+)"/g;
