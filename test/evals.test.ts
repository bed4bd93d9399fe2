// The evals run against any OpenAI-compatible server, and say plainly that they did not where there is none.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Asked,
  houseLetter,
  type ModelScript,
  type ScriptedModel,
  startScriptedModel,
} from './fakes/scripted-model.ts';

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);

async function evals(args: readonly string[], settings: Record<string, string>): Promise<string> {
  const { OPENAI_API_KEY: _, OPENAI_BASE_URL: __, OPENAI_MODEL: ___, ...rest } = process.env;
  const program = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'test/evals/run.ts', ...args];
  const { stdout } = await run(process.execPath, program, { cwd: ROOT, env: { ...rest, ...settings } });
  return stdout;
}

let server: ScriptedModel;
let folder: string;
beforeAll(async () => {
  server = await startScriptedModel();
  folder = await mkdtemp(join(tmpdir(), 'evals-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Writes the house letter, every third one first with a wrong sum; judges kindly; reads a fixed promise. */
function scripted(): (asked: Asked) => ModelScript {
  let letters = 0;
  return (asked) => {
    const system = asked.messages[0]?.content ?? '';
    if (system.startsWith('You judge'))
      return { kind: 'says', content: '{"kindness":4,"firmness":2,"why":"Shorter."}' };
    if (system.startsWith('You read')) return { kind: 'says', content: '{"via":null,"items":[]}' };
    if (asked.messages.length > 2) return houseLetter(asked);
    letters += 1;
    return houseLetter(asked, letters % 3 === 0 ? 'You owe $1.00.' : null);
  };
}

describe('the evals', () => {
  test('say that they were not run where no key is set, and end well', async () => {
    expect(await evals([], {})).toBe('Not run: no OPENAI_API_KEY is set, so there is no model to try.\n');
  });

  test('write, judge and read with the server that is set, and print tables by step, tone and language', async () => {
    server.play({ kind: 'answers', by: scripted() });
    const file = join(folder, 'evals.json');
    const settings = { OPENAI_API_KEY: 'any', OPENAI_BASE_URL: server.baseURL, OPENAI_MODEL: 'scripted' };
    const said = await evals(['--letters', '12', '--replies', '10', '--save', file], settings);
    expect(said).toContain('12 letters by scripted, judged by itself, and 10 replies.');
    for (const head of ['step', 'tone', 'language'])
      expect(said).toMatch(
        new RegExp(`^${head} +letters +first +retry +house +slots +words +kind +firm +tokens +seconds$`, 'm'),
      );
    expect(said).toMatch(/^ +12 +8 +4 +0 +\d+\.\d % +\d+ +4\.0 +2\.0 +\d+ +\d\.\d$/m);
    expect(said).toMatch(/4 {2}figure-outside-slot/);
    expect(said).toMatch(/grammar alone +10/);
    expect(said).toMatch(/with the model +10/);
    const { written, read } = JSON.parse(await readFile(file, 'utf8'));
    expect(written).toHaveLength(12);
    expect(read).toHaveLength(10);
    // Fewer letters than there are kinds: each is of another kind.
    expect(new Set(written.map(({ of }: { of: { step: string } }) => of.step)).size).toBe(12);
  });

  test('count the letters that the house had to write, and why', async () => {
    server.play({ kind: 'status', status: 401 });
    const settings = { OPENAI_API_KEY: 'any', OPENAI_BASE_URL: server.baseURL };
    const said = await evals(['--letters', '2', '--replies', '0'], settings);
    expect(said).toMatch(
      /2 {2}The model did not accept the key in OPENAI_API_KEY, so this is our own house letter\./,
    );
  });
});
