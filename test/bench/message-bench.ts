// How long a person waits for the first word of an answer in the direct message, against a bare Bolt app that only echoes.
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { personAt } from '../e2e/person.ts';
import { type Spread, spread, watch, withBenchSlack, withProgram } from './bench-slack.ts';

export type MessageBench = {
  readonly echo: Spread;
  /** By what was asked; no model is set. */
  readonly ours: ReadonlyMap<string, Spread>;
};

const ASKED = [
  'How much does customer 4711 owe us?',
  'Who should I call today?',
  'What came in last week?',
  'log for customer 4711: they pay 500 by Friday',
  'the weather in Lisbon',
];
const RUNS = 40;
const WARM_UPS = 3;

export async function benchMessage(): Promise<MessageBench> {
  return withBenchSlack(async (slack, settings) => {
    const echo = await withProgram(settings, 'test/bench/echo-app.ts', () => waits(slack, 'anything'));
    const ours = new Map<string, Spread>();
    return withProgram(settings, 'src/main.ts', async () => {
      for (const asked of ASKED) ours.set(asked, await waits(slack, asked));
      return { echo, ours };
    });
  });
}

/** Asks again and again: from the message's being sent to the first word of what comes back. */
async function waits(slack: LocalSlack, text: string): Promise<Spread> {
  const ben = personAt(() => slack.url, 'U0BEN');
  const screen = await watch(slack, 'U0BEN');
  const answers: number[] = [];
  try {
    for (let run = -WARM_UPS; run < RUNS; run += 1) {
      const mark = screen.mark();
      const began = performance.now();
      const { ts } = await ben.say('Tightrope', text);
      const answered = await screen.heardSince(mark, ts);
      if (run >= 0) answers.push((answered - began) / 1000);
      // What else follows from this one must not count for the next; our own pace in one conversation is a message a second.
      await ben.idle();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } finally {
    screen.stop();
  }
  return spread(answers);
}

const PAUSE_MS = 1_100;
