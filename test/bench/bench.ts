// `npm run bench`: measures, each beside its floor in the same run, and prints tables; `npm run bench -- import` one part.
import { cpus } from 'node:os';
import { INVOICES } from './bench-database.ts';
import { benchCommand } from './command-bench.ts';
import { benchGuard, type Spread } from './guard-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchLedger, type Compared } from './ledger-bench.ts';
import { benchMessage } from './message-bench.ts';

const PARTS = {
  import: printImport,
  ledger: printLedger,
  command: printCommand,
  message: printMessage,
  guard: printGuard,
};

async function printImport(): Promise<void> {
  const { rows, seconds, copySeconds, ratio } = await benchImport();
  const perSecond = (spent: number) => `${Math.round(rows / spent).toLocaleString('en')} rows/s`;
  table(
    `Import of ${rows.toLocaleString('en')} rows`,
    ['', 'Tightrope', 'PostgreSQL COPY', 'ratio', 'aim'],
    [['import', perSecond(seconds), perSecond(copySeconds), ratio.toFixed(2), '3.5']],
  );
}

async function printLedger(): Promise<void> {
  const { invoices, ageing, topDebtors, ledger, digest, digestCold, digestNextDay } = await benchLedger();
  const row = (name: string, { seconds, rawSeconds, ratio }: Compared, aim: string) => [
    name,
    millis(seconds),
    millis(rawSeconds),
    ratio.toFixed(2),
    aim,
  ];
  table(
    `Reading ${invoices.toLocaleString('en')} invoices`,
    ['', 'Tightrope', 'one raw SQL statement', 'ratio', 'aim'],
    [
      row('ageing, behind /overdue and the digest', ageing, '2.5'),
      row('the table of /overdue', topDebtors, '2.5'),
      row('the whole ledger', ledger, '2.5'),
      row('the digest: read, decide on everybody, put together', digest, '3'),
      row('the same, cold', digestCold, '3'),
      row('the same, next day', digestNextDay, '3'),
    ],
  );
}

async function printCommand(): Promise<void> {
  const { echo, ours, startSeconds, memory } = await benchCommand();
  const name = `Slash commands with ${INVOICES.toLocaleString('en')} invoices, over Socket Mode`;
  const row = (typed: string, { ack, answer }: typeof echo) => [
    typed,
    millis(ack.p50),
    millis(ack.p99),
    millis(answer.p50),
    millis(answer.p99),
  ];
  table(
    name,
    ['', 'ack p50', 'ack p99', 'answer p50', 'answer p99'],
    [
      row('a bare Bolt echo', echo),
      ...[...ours].map(([typed, waits]) => row(`/overdue ${typed}`.trim(), waits)),
    ],
  );
  table(
    'The program',
    ['', ''],
    [
      ['from start to ready', `${startSeconds.toFixed(1)} s`],
      ['memory at rest', `${memory.atRest.toFixed(0)} MB`],
      ['memory after the commands above', `${memory.afterCommands.toFixed(0)} MB`],
    ],
  );
}

async function printMessage(): Promise<void> {
  const { echo, ours } = await benchMessage();
  const row = (asked: string, { p50, p99 }: Spread) => [
    asked,
    millis(p50),
    millis(p99),
    (p50 / echo.p50).toFixed(1),
  ];
  table(
    `From a message to the first word of its answer, with ${INVOICES.toLocaleString('en')} invoices and no model`,
    ['', 'p50', 'p99', 'p50 as a ratio'],
    [row('a bare Bolt echo', echo), ...[...ours].map(([asked, waits]) => row(asked, waits))],
  );
}

async function printGuard(): Promise<void> {
  const { letters, guard, plainPass } = await benchGuard();
  const row = (name: string, { p50, p99 }: Spread) => [name, exact(p50), exact(p99)];
  table(
    `Checking a letter, over ${letters} letters; nobody notices 5 ms`,
    ['', 'p50', 'p99'],
    [row('the guard', guard), row('one plain pass over the same text', plainPass)],
  );
}

function exact(seconds: number): string {
  return `${(seconds * 1000).toFixed(3)} ms`;
}

function millis(seconds: number): string {
  return `${(seconds * 1000).toFixed(1)} ms`;
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  console.log(
    ['', `**${title}**`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'),
  );
}

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown[0]}". There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const [cpu] = cpus();
console.log(`${cpus().length} × ${cpu?.model.trim()}, Node ${process.version}`);
for (const [name, print] of Object.entries(PARTS)) {
  if (asked.length === 0 || asked.includes(name)) await print();
}
