// How long a person waits for a slash command, over real Socket Mode, against a bare Bolt app that only echoes.
import { readFile } from 'node:fs/promises';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { personAt } from '../e2e/person.ts';
import { secondsOf } from './bench-database.ts';
import { type Spread, spread, watch, withBenchSlack, withProgram } from './bench-slack.ts';

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
export async function benchCommand(): Promise<CommandBench> {
  return withBenchSlack(async (slack, settings) => {
    const echo = await withProgram(settings, 'test/bench/echo-app.ts', () => waits(slack, 'anything'));
    const ours = new Map<string, Waits>();
    const began = performance.now();
    return withProgram(settings, 'src/main.ts', async (pid) => {
      const startSeconds = (performance.now() - began) / 1000;
      const atRest = await memoryOf(pid);
      for (const typed of TYPED) ours.set(typed, await waits(slack, typed));
      const afterCommands = await memoryOf(pid);
      return { echo, ours, startSeconds, memory: { atRest, afterCommands } };
    });
  });
}

/** Types the command again and again, and watches when the app acknowledges it and when the person has an answer. */
async function waits(slack: LocalSlack, typed: string): Promise<Waits> {
  const ben = personAt(() => slack.url, 'U0BEN');
  const screen = await watch(slack, 'U0BEN');
  const acks: number[] = [];
  const answers: number[] = [];
  try {
    for (let run = -WARM_UPS; run < RUNS; run += 1) {
      const mark = screen.mark();
      const began = performance.now();
      const acked = secondsOf(() => ben.command(`/overdue ${typed}`, 'C0OVERDUE'));
      const answered = await screen.heardSince(mark);
      const ack = await acked;
      if (run < 0) continue;
      acks.push(ack);
      answers.push((answered - began) / 1000);
    }
  } finally {
    screen.stop();
  }
  return { ack: spread(acks), answer: spread(answers) };
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
