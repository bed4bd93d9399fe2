// `why`, `calendar` and `backtest`: what the engine can say beyond today's agenda.
import { readFile } from 'node:fs/promises';
import {
  backTestSummary,
  calendarPassages,
  type Passage,
  replayedWords,
  whyPassages,
} from '../core/look-ahead-words.ts';
import type { Policy } from '../core/policy.ts';
import { BACK_TEST_DAYS, backTestOf, CALENDAR_DAYS, calendarOf, whyCustomer } from '../flows/look-ahead.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfMorning, EXIT, findOne, readArguments, type Shell, Usage } from './command.ts';
import { readPolicyFile } from './policy.ts';

export const WHY_HELP = `npm run tightrope -- why CUSTOMER [--as-of DAY] [--json]

Says why a customer is chased or left alone: every rule that was asked, the ladder, the late fee with its
working, and what of the policy is the customer's own. CUSTOMER is a name, or an invoice's number.`;

export const CALENDAR_HELP = `npm run tightrope -- calendar [--days N] [--as-of DAY] [--json]

Lists the steps of the days to come (${CALENDAR_DAYS} unless told), if nobody pays or says anything.`;

export const BACKTEST_HELP = `npm run tightrope -- backtest [--days N] [--policy FILE] [--json]

Replays the last days (${BACK_TEST_DAYS} unless told) under the workspace's policy, or under one from a file: what would have
been sent, to whom, and what would have been a mistake because it met a payment, a dispute or a promise.`;

export async function why(given: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options } = readArguments(args, { options: ['as-of'], flags: [] });
  const ports = await asOfMorning(given, options);
  const found = await findOne(ports, words.join(' '), shell);
  if (!found) return EXIT.refused;
  const answer = await whyCustomer(ports, found.id);
  if (!answer) return EXIT.refused;
  if (shell.json) shell.out(JSON.stringify(answer.explanation, null, 2));
  else {
    shell.out(answer.explanation.customer.name);
    printPassages(shell, whyPassages(answer.explanation, answer.settings.locale));
  }
  return EXIT.done;
}

export async function calendar(given: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options } = readArguments(args, { options: ['days', 'as-of'], flags: [] });
  if (words.length > 0) throw new Usage(`I do not know what to do with "${words[0]}".`);
  const ports = await asOfMorning(given, options);
  const { planned, settings, today } = await calendarOf(ports, daysIn(options, CALENDAR_DAYS));
  if (shell.json) {
    shell.out(
      JSON.stringify(
        planned.map(({ day, customerName, act }) => ({ day, customer: customerName, ...act })),
        null,
        2,
      ),
    );
  } else if (planned.length === 0) shell.out('Nothing is to be done in these days.');
  else printPassages(shell, calendarPassages(planned, settings.locale, today));
  return EXIT.done;
}

export async function backtest(ports: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options } = readArguments(args, { options: ['days', 'policy'], flags: [] });
  if (words.length > 0) throw new Usage(`I do not know what to do with "${words[0]}".`);
  const path = options.get('policy');
  let policy: Policy | null = null;
  if (path !== undefined) {
    const read = await readPolicyFile(path, (file) => readFile(file, 'utf8'));
    if (read.kind === 'refused') {
      for (const { field, why: reason } of read.problems) shell.err(`${field}: ${reason}`);
      return EXIT.refused;
    }
    policy = read.policy;
  }
  const { result, settings, today } = await backTestOf(ports, daysIn(options, BACK_TEST_DAYS), policy);
  if (shell.json) shell.out(JSON.stringify(result, null, 2));
  else {
    for (const line of backTestSummary(result, settings.locale, today)) shell.out(line);
    shell.out('');
    for (const each of result.replayed) shell.out(replayedWords(each, settings.locale, today));
  }
  return EXIT.done;
}

const MOST_DAYS = 365;

function daysIn(options: ReadonlyMap<string, string>, usual: number): number {
  const given = options.get('days');
  if (given === undefined) return usual;
  const days = Number(given);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new Usage(`--days wants a whole number from 1 to ${MOST_DAYS}, not "${given}".`);
  }
  return days;
}

function printPassages(shell: Shell, passages: readonly Passage[]): void {
  for (const { title, lines } of passages) {
    shell.out('');
    shell.out(title);
    for (const line of lines) shell.out(`  ${line}`);
  }
}
