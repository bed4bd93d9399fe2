// How long a person waits for a slash command, over real Socket Mode, against a bare Bolt app that only echoes.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { openStores } from '../../src/db/store.ts';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/start.ts';
import { personAt } from '../e2e/person.ts';
import { startProgram } from '../e2e/process.ts';
import { BENCH_DAY, benchBatch, secondsOf, withBenchDatabase } from './bench-database.ts';

/** Seconds, over all runs. */
type Spread = { readonly p50: number; readonly p99: number };
type Waits = { readonly ack: Spread; readonly answer: Spread };

export type CommandBench = {
  readonly echo: Waits;
  /** By what was typed after `/overdue`. */
  readonly ours: ReadonlyMap<string, Waits>;
  /** From the start of the process to its word that it is ready, on a database that exists. */
  readonly startSeconds: number;
  /** Resident memory of the program's process, in MB. */
  readonly memory: { readonly atRest: number; readonly afterCommands: number };
};

const TYPED = ['', 'customer 4711', '60+', 'customre 4711'];
const RUNS = 100;
const WARM_UPS = 5;
const ZONE = 'America/New_York';

export async function benchCommand(): Promise<CommandBench> {
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
      const settings = {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.slackApiUrl,
        DATABASE_URL: connectionString,
        LOG_LEVEL: 'error',
      };
      const echo = await withProgram(settings, 'test/bench/echo-app.ts', () => waits(slack, 'anything'));
      const ours = new Map<string, Waits>();
      const began = performance.now();
      return await withProgram(settings, 'src/main.ts', async (pid) => {
        const startSeconds = (performance.now() - began) / 1000;
        const atRest = await memoryOf(pid);
        for (const typed of TYPED) ours.set(typed, await waits(slack, typed));
        const afterCommands = await memoryOf(pid);
        return { echo, ours, startSeconds, memory: { atRest, afterCommands } };
      });
    } finally {
      await slack.stop();
    }
  });
}

async function withProgram<T>(
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

/** Types the command again and again, and watches when the app acknowledges it and when the person has an answer. */
async function waits(slack: LocalSlack, typed: string): Promise<Waits> {
  const ben = personAt(() => slack.url, 'U0BEN');
  const changes = await watch(`${slack.url}api/events?as=U0BEN`);
  const acks: number[] = [];
  const answers: number[] = [];
  try {
    for (let run = -WARM_UPS; run < RUNS; run += 1) {
      const answered = changes.nextMessage();
      let ack = 0;
      const answer = await secondsOf(async () => {
        const acked = secondsOf(() => ben.command(`/overdue ${typed}`, 'C0OVERDUE'));
        await answered;
        ack = await acked;
      });
      if (run < 0) continue;
      acks.push(ack);
      answers.push(answer);
    }
  } finally {
    changes.stop();
  }
  return { ack: spread(acks), answer: spread(answers) };
}

function spread(seconds: readonly number[]): Spread {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Hears what changes on a person's screen, as the page does. */
async function watch(url: string): Promise<{ nextMessage(): Promise<void>; stop(): void }> {
  const aborted = new AbortController();
  const { body } = await fetch(url, { signal: aborted.signal });
  let wake: () => void = () => {};
  void (async () => {
    for await (const chunk of body ?? []) {
      if (Buffer.from(chunk).toString().includes('"type":"message"')) wake();
    }
  })().catch(() => {}); // Ends by being aborted.
  return {
    nextMessage: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
    stop: () => aborted.abort(),
  };
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
