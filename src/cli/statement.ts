// `statement`: a customer's statement of account as a PDF file.
import { constants } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dayIn } from '../core/calendar.ts';
import { makeStatement } from '../flows/give-statement.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfMorning, EXIT, findOne, readArguments, type Shell, Usage } from './command.ts';

export const STATEMENT_HELP = `npm run tightrope -- statement CUSTOMER [--out FILE.pdf] [--force] [--as-of DAY] [--json]

Writes the customer's statement of account: everything that is open, its age, what was paid lately and how to pay.
Without --out it is named after its day. A file that is there already is only written over with --force.`;

export async function statement(given: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options, flags } = readArguments(args, { options: ['as-of', 'out'], flags: ['force'] });
  const ports = await asOfMorning(given, options);
  const found = await findOne(ports, words.join(' '), shell);
  if (!found) return EXIT.refused;
  const last = await given.store.lastImport();
  const { zone } = await given.store.settings();
  const day = options.get('as-of');
  if (day && last && day < dayIn(zone, last.at)) {
    shell.err(`The books were read in on ${dayIn(zone, last.at)}: what was open before cannot be told.`);
    return EXIT.refused;
  }
  const made = await makeStatement(ports, found.id);
  if (made.kind === 'refused') {
    shell.err(made.because);
    return EXIT.refused;
  }
  const path = options.get('out') ?? made.file.name;
  const { O_WRONLY, O_CREAT, O_EXCL, O_TRUNC } = constants;
  try {
    await writeFile(path, made.file.bytes, {
      flag: O_WRONLY | O_CREAT | (flags.has('force') ? O_TRUNC : O_EXCL),
    });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EEXIST') throw new Usage(`"${path}" is there already: name another, or add --force.`);
    shell.err(`"${path}" cannot be written (${code ?? 'unknown'}).`);
    return EXIT.refused;
  }
  if (shell.json) shell.out(JSON.stringify({ path, statement: made.statement }, null, 2));
  else shell.out(`${found.name}: ${path}, ${made.file.bytes.length} bytes.`);
  return EXIT.done;
}
