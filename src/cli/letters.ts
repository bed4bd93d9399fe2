// `guard` and `draft`: checks letters from a file against their facts, and writes one for a customer.

import { checkLetter } from '../core/guard/check-letter.ts';
import type { Finding } from '../core/guard/finding.ts';
import type { CallScript } from '../core/letter/call-script.ts';
import { factsOfFile, letterFileSchema } from '../core/letter/facts-schema.ts';
import { writeLetter } from '../flows/draft-message.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfMorning, EXIT, findOne, readArguments, type Shell, Usage } from './command.ts';
import { issueLines } from './problems.ts';

export const GUARD_HELP = `npm run tightrope -- guard FILE [--json]

Checks letters before they go: FILE holds one as JSON, or a list of them, or a letter a line; - reads from standard
input. Each is {"facts": {…}, "step": "firm", "subject": "…", "body": "…"}. Of the facts these must be there: asOf,
customerName, and invoices with number, due and open as {"amount": "1850.00", "currency": "USD"}. What is left
out comes from your policy and settings; npm run tightrope -- draft CUSTOMER --json prints a whole one.

Prints each finding with its code, the words and why. Ends with 0 where every letter may go, 1 where one may not.`;

export const DRAFT_HELP = `npm run tightrope -- draft CUSTOMER [--as-of DAY] [--json]

Writes the letter that the customer's step asks for, checks it and prints it. Nothing is kept and nothing is sent.`;

export async function guard(ports: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words } = readArguments(args, { options: [], flags: [] });
  const [path, ...more] = words;
  if (!path || more.length > 0) throw new Usage('Name one file with letters, or - for standard input.');
  const text = path === '-' ? await shell.readInput() : await textOf(shell, path);
  const [{ policy }, settings] = await Promise.all([ports.store.policy(), ports.store.settings()]);
  const results: { readonly findings: Finding[] }[] = [];
  for (const [index, given] of lettersIn(text, path).entries()) {
    const read = letterFileSchema.safeParse(given);
    if (!read.success) {
      for (const line of issueLines(read.error.issues)) shell.err(`Letter ${index + 1}, ${line}`);
      return EXIT.refused;
    }
    const { subject, body } = read.data;
    results.push({ findings: checkLetter({ subject, body }, factsOfFile(read.data, policy, settings)) });
  }
  const isList = results.length !== 1;
  if (shell.json) shell.out(JSON.stringify(isList ? results : results[0], null, 2));
  else {
    for (const [index, { findings }] of results.entries()) {
      if (isList) shell.out(`Letter ${index + 1}:`);
      for (const line of findingLines(findings)) shell.out(line);
    }
  }
  const blocks = results.some(({ findings }) => findings.some(({ severity }) => severity === 'block'));
  return blocks ? EXIT.refused : EXIT.done;
}

function findingLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return ['Nothing to object: this letter may go.'];
  return findings.map(({ code, severity, span, why, mend }) => {
    const at = span ? ` “${span.text}” in the ${span.part}` : '';
    return `${severity === 'block' ? 'must be mended' : 'look at this'} [${code}]${at}: ${why} ${mend}`;
  });
}

async function textOf(shell: Shell, path: string): Promise<string> {
  const { bytes } = await shell.readLedger(path);
  return Buffer.from(await bytes()).toString('utf8');
}

/** @throws Usage where it is no JSON, whole or line by line. */
function lettersIn(text: string, path: string): unknown[] {
  try {
    const whole: unknown = JSON.parse(text);
    return Array.isArray(whole) ? whole : [whole];
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line, index) => {
      try {
        return JSON.parse(line) as unknown;
      } catch (error) {
        throw new Usage(`Line ${index + 1} of ${path} is no JSON: ${(error as Error).message}.`);
      }
    });
  }
}

export async function draft(given: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options } = readArguments(args, { options: ['as-of'], flags: [] });
  const ports = await asOfMorning(given, options);
  const found = await findOne(ports, words.join(' '), shell);
  if (!found) return EXIT.refused;
  const written = await writeLetter(ports, found.id);
  if (written.kind === 'refused') {
    if (shell.json) shell.out(JSON.stringify(written, null, 2));
    else shell.err(written.because);
    return EXIT.refused;
  }
  const { letter, facts, to, findings, authorship, script } = written;
  if (shell.json) {
    shell.out(JSON.stringify({ facts, step: facts.step, ...letter, findings, authorship }, null, 2));
    return EXIT.done;
  }
  if (script) shell.out(`Call: ${to ?? 'no phone number is recorded'}`);
  else shell.out(`To: ${to ?? 'nobody yet: no e-mail address is recorded'}`);
  shell.out(`Subject: ${letter.subject}`);
  shell.out('');
  shell.out(letter.body);
  shell.out('');
  for (const line of script ? offerLines(script) : []) shell.out(line);
  for (const line of findingLines(findings)) shell.out(line);
  return EXIT.done;
}

function offerLines({ offers, mayNot }: CallScript): string[] {
  const items = (lines: readonly string[]) => lines.map((line) => `- ${line}`);
  return ['You may offer:', ...items(offers), '', 'Leave out:', ...items(mayNot), ''];
}
