// `npm run evals`: how good are the letters and the readings of the model that is set? Costs real tokens; checks nothing in.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../../src/config.ts';
import { instantFromMillis } from '../../src/core/calendar.ts';
import { type Prompt, parsePrompt } from '../../src/core/letter/prompt.ts';
import type { ModelUsage } from '../../src/core/model-budget.ts';
import { OutsideError } from '../../src/core/outside-error.ts';
import type { ModelSettings } from '../../src/outside/model-client.ts';
import { loadPrompts } from '../../src/outside/prompt-files.ts';
import { connectModels } from '../../src/outside/workspace-model.ts';
import type { Store } from '../../src/ports/store.ts';
import { HELD_OUT } from '../core/reading/replies/held-out.ts';
import { KNOWN } from '../core/reading/replies/known.ts';
import { createMemoryStore } from '../fakes/memory-store.ts';
import { letterCases } from './letter-cases.ts';
import { type OpenModel, scoreLetter } from './letter-eval.ts';
import { scoreReply } from './reply-eval.ts';
import { letterTables, replyTable } from './tables.ts';

const HELP = `npm run evals -- [--letters N] [--replies N] [--whole] [--save FILE]

Writes letters and reads replies with the model in OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL, and scores them.
--letters, --replies   so many, spread over all of them; 0 for none
--whole                every step in every tone and every language, about four times as many letters
--save FILE            every letter, score and reading as JSON
EVALS_JUDGE_MODEL names another model for the judge; without it the model judges its own letters.`;

/** Side by side, so that a run takes minutes, and few enough for the limits of a small account. */
const AT_ONCE = 4;

const { values: options } = parseArgs({
  options: {
    letters: { type: 'string' },
    replies: { type: 'string' },
    whole: { type: 'boolean', default: false },
    save: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  if (options.help) return console.log(HELP);
  const { model } = readConfig(process.env);
  if (!model) return console.log('Not run: no OPENAI_API_KEY is set, so there is no model to try.');
  const prompts = await loadPrompts();
  const open = opener(model, prompts);
  const judgeModel = process.env.EVALS_JUDGE_MODEL || model.model;
  const text = await readFile(join(import.meta.dirname, 'judge.md'), 'utf8');
  const judge = {
    open: opener({ ...model, model: judgeModel }, prompts),
    instructions: parsePrompt('test/evals/judge.md', text, '').text,
  };

  const letters = spread(letterCases(prompts, options.whole), options.letters, '--letters');
  const replies = spread([...KNOWN, ...HELD_OUT], options.replies, '--replies');
  const judgedBy = judgeModel === model.model ? 'judged by itself' : `judged by ${judgeModel}`;
  console.log(`${letters.length} letters by ${model.model}, ${judgedBy}, and ${replies.length} replies.\n`);
  const written = await inTurns(letters, (each) => scoreLetter(each, prompts, open, judge));
  if (written.length > 0) console.log(`${letterTables(written)}\n`);
  const read = await inTurns(replies, (each) => scoreReply(each, prompts, open));
  if (read.length > 0) console.log(replyTable(read));
  if (options.save)
    await writeFile(options.save, JSON.stringify({ model: model.model, judgeModel, written, read }, null, 2));
}

/** One connection, and a count of its own for every letter. */
function opener(settings: ModelSettings, prompts: readonly Prompt[]): OpenModel {
  const of = connectModels(settings, prompts);
  const clock = { now: () => instantFromMillis(Date.now()) };
  return () => {
    let used: ModelUsage = { calls: 0, tokens: 0, millis: 0 };
    const store: Store = {
      ...createMemoryStore(),
      addModelUsage: async (_, { calls, tokens, millis }) => {
        used = { calls: used.calls + calls, tokens: used.tokens + tokens, millis: used.millis + millis };
      },
    };
    return { model: of({ store, clock }), usage: async () => used };
  };
}

/** So many of them, evenly spread; all where no number is given. @throws ConfigError where it is none. */
function spread<T>(all: readonly T[], wanted: string | undefined, option: string): T[] {
  if (wanted === undefined) return [...all];
  if (!/^\d+$/.test(wanted)) throw new ConfigError(`${option} wants a whole number, like ${option} 20.`);
  const count = Math.min(Number(wanted), all.length);
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as T);
}

async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++) results[index] = await work(all[index] as T);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof OutsideError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
