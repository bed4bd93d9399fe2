// The program as a process of its own, which can be killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = 'src/main.ts';
const START_MS = 30_000;

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type Program = {
  /** What it has written so far, both streams. */
  output(): string;
  readonly pid: number;
  /** As a power cut: no chance to tidy up. */
  kill(): Promise<Ended>;
  /** As Ctrl-C. */
  stop(): Promise<Ended>;
};

type Settings = Readonly<Record<string, string>>;

function spawned(
  script: string,
  settings: Settings,
): {
  child: ChildProcess;
  out: () => [string, string];
  ended: Promise<Ended>;
} {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    // None of this machine's own settings: only what the test gives.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, out: () => [stdout, stderr], ended };
}

/** Starts it and waits until it says that it is ready; `script` is what is run, from the project's root. @throws Error with what it said instead. */
export async function startProgram(settings: Settings, script = PROGRAM): Promise<Program> {
  const { child, out, ended } = spawned(script, settings);
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready: ${out().join('\n')}`)), START_MS);
    child.stdout?.on('data', () => {
      if (out()[0].includes('is ready')) resolve();
    });
    void ended.then(({ stderr }) => reject(new Error(`it ended: ${stderr}`)));
    void ended.finally(() => clearTimeout(late));
  });
  const end = (signal: NodeJS.Signals) => () => {
    child.kill(signal);
    return ended;
  };
  return {
    pid: child.pid ?? 0,
    output: () => out().join('\n'),
    kill: end('SIGKILL'),
    stop: end('SIGTERM'),
  };
}

/** Runs it to its own end, for starts that are refused. */
export async function runProgram(settings: Settings): Promise<Ended> {
  const { child, ended } = spawned(PROGRAM, settings);
  const late = setTimeout(() => child.kill('SIGKILL'), START_MS);
  return ended.finally(() => clearTimeout(late));
}
