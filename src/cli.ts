// The same flows from a shell: people's words by default, JSON for scripts, exit codes that mean something.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { makePorts, openMemory } from './build.ts';
import { AGENDA_HELP, agenda } from './cli/agenda.ts';
import { ASK_HELP, ask } from './cli/ask.ts';
import { type Command, EXIT, Usage } from './cli/command.ts';
import { FEEDBACK_HELP, feedback } from './cli/feedback.ts';
import { IMPORT_HELP, importFile } from './cli/import-file.ts';
import { LESSONS_HELP, lessons } from './cli/lessons.ts';
import { DRAFT_HELP, draft, GUARD_HELP, guard } from './cli/letters.ts';
import { BACKTEST_HELP, backtest, CALENDAR_HELP, calendar, WHY_HELP, why } from './cli/look-ahead.ts';
import { PLAN_HELP, plan } from './cli/plan.ts';
import { POLICY_HELP, policy } from './cli/policy.ts';
import { READ_HELP, read } from './cli/read.ts';
import { REPLAY_HELP, replay } from './cli/replay.ts';
import { silentChat } from './cli/silent-chat.ts';
import { STATEMENT_HELP, statement } from './cli/statement.ts';
import { VERIFY_PACK_HELP, verifyPack } from './cli/verify-pack.ts';
import { ConfigError, readConfig } from './config.ts';
import { instantFromMillis } from './core/calendar.ts';
import { OutsideError } from './core/outside-error.ts';
import { makeLog } from './log.ts';
import type { Ports } from './ports/ports.ts';
import type { Stores } from './ports/store.ts';

const COMMANDS: readonly Command[] = [
  { name: 'import', help: IMPORT_HELP, run: importFile },
  { name: 'agenda', help: AGENDA_HELP, run: agenda },
  { name: 'ask', help: ASK_HELP, run: ask },
  { name: 'why', help: WHY_HELP, run: why },
  { name: 'calendar', help: CALENDAR_HELP, run: calendar },
  { name: 'backtest', help: BACKTEST_HELP, run: backtest },
  { name: 'plan', help: PLAN_HELP, run: plan },
  { name: 'policy', help: POLICY_HELP, run: policy },
  { name: 'draft', help: DRAFT_HELP, run: draft },
  { name: 'guard', help: GUARD_HELP, run: guard },
  { name: 'replay', help: REPLAY_HELP, run: replay },
  { name: 'statement', help: STATEMENT_HELP, run: statement },
  { name: 'lessons', help: LESSONS_HELP, run: lessons },
  { name: 'verify-pack', help: VERIFY_PACK_HELP, run: verifyPack },
  { name: 'read', help: READ_HELP, run: read },
  { name: 'feedback', help: FEEDBACK_HELP, run: feedback },
];

const HELP = `Tightrope from a shell.

  npm run tightrope -- import FILE [--by NAME]      take in a CSV or Excel file of invoices
  npm run tightrope -- agenda [--as-of DAY]         whom to chase on a day, and whom to leave alone, and why
  npm run tightrope -- ask "question"               an answer from the ledger to a question in plain words
  npm run tightrope -- why CUSTOMER                 the whole reasoning on one customer
  npm run tightrope -- calendar [--days N]          the steps of the next 30 days
  npm run tightrope -- backtest [--policy FILE]     what the last 90 days would have been under a policy
  npm run tightrope -- plan CUSTOMER                a payment plan worked out, against the policy
  npm run tightrope -- policy [show | page | check FILE | use FILE]   the credit policy
  npm run tightrope -- draft CUSTOMER               the letter that a customer's step asks for
  npm run tightrope -- guard FILE                   what is wrong with a letter
  npm run tightrope -- statement CUSTOMER           their statement of account, as PDF
  npm run tightrope -- verify-pack FILE.zip         whether a hand-over pack was altered
  npm run tightrope -- replay CUSTOMER              every wording their letters had, made again
  npm run tightrope -- lessons                      what was learned from cases that are over
  npm run tightrope -- read "reply"                 what a reply is understood to mean
  npm run tightrope -- feedback                     what people thought of answers
  npm run tightrope -- help [COMMAND]               this, or more about one command

Every command takes --json for scripts. It uses the same settings and the same data as npm start,
and may be used while that runs. Exit codes: 0 done, 1 refused or failed, 2 used wrongly, 3 needs an answer.`;

/** A workspace for a shell that is used before the first start; Local Slack's first start finds it. */
const LOCAL_TEAM = { id: 'T0LOCAL', name: 'Local' };

async function main(argv: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = argv;
  const json = rest.includes('--json');
  if (name === 'help' || name === '--help' || name === '-h') {
    const about = COMMANDS.find((command) => command.name === rest[0]);
    console.log(about ? about.help : HELP);
    return EXIT.done;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    console.error(`There is no command "${name}".\n\n${HELP}`);
    return EXIT.usage;
  }
  if (rest.includes('--help')) {
    console.log(command.help);
    return EXIT.done;
  }
  try {
    return await withPorts((ports) =>
      command.run(ports, rest, { json, out: console.log, err: console.error, readLedger, readInput }),
    );
  } catch (error) {
    if (error instanceof Usage) {
      console.error(`${error.message}\n\n${command.help}`);
      return EXIT.usage;
    }
    if (error instanceof ConfigError || error instanceof OutsideError) {
      console.error(error.message);
      return EXIT.refused;
    }
    throw error;
  }
}

async function withPorts(work: (ports: Ports) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const memory = await openMemory(config, makeLog('error'));
  try {
    const portsOf = await makePorts(config, {
      clock: { now: () => instantFromMillis(Date.now()) },
      chatFor: () => silentChat,
      queue: { wakeSend: async () => {} },
      smtpUrl: config.smtpUrl,
    });
    return await work(portsOf(await onlyStore(memory.stores)));
  } finally {
    await memory.close();
  }
}

async function onlyStore(stores: Stores) {
  const all = await stores.all();
  if (all.length > 1)
    throw new Usage('This database holds several workspaces, and a shell can only work for one.');
  return all[0] ?? stores.forTeam(LOCAL_TEAM.id, LOCAL_TEAM.name);
}

async function readInput(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

/** @throws Usage where there is no such file. */
async function readLedger(
  path: string,
): Promise<{ fileName: string; size: number; bytes: () => Promise<Uint8Array> }> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Usage(`There is no file "${path}".`);
  return { fileName: basename(path), size: found.size, bytes: () => readFile(path) };
}

const code = await main(process.argv.slice(2));
// What was written goes out first; a timer that a library leaves behind is not waited for.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
