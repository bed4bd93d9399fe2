// `verify-pack`: whether a hand-over pack is as it was made, and if not, which record or file was changed.
import { checkPack } from '../core/pack.ts';
import type { Ports } from '../ports/ports.ts';
import { EXIT, readArguments, type Shell, Usage } from './command.ts';

export const VERIFY_PACK_HELP = `npm run tightrope -- verify-pack FILE.zip [--seal HASH] [--json]

Checks every file of a hand-over pack and the chain of its records. --seal compares it with the seal that was posted
in the thread of the case: without it, somebody who made a whole new pack would not be found out.`;

/** Larger than any pack of ours. */
const MOST_BYTES = 64 * 1024 * 1024;

export async function verifyPack(
  { documents }: Ports,
  args: readonly string[],
  shell: Shell,
): Promise<number> {
  const { words, options } = readArguments(args, { options: ['seal'], flags: [] });
  const [path, another] = words;
  if (!path || another) throw new Usage('Name one file, like hand-over-acme-2026-12-01.zip.');
  const file = await shell.readLedger(path);
  if (file.size > MOST_BYTES) {
    shell.err(`"${path}" is too large to be a pack of ours.`);
    return EXIT.refused;
  }
  const read = documents.unzip(await file.bytes());
  if (read.kind === 'refused') {
    shell.err(read.because);
    return EXIT.refused;
  }
  const check = checkPack(read.files, documents.sha256);
  const seal = options.get('seal')?.trim().toLowerCase();
  const problems = [
    ...check.problems,
    ...(seal && seal !== check.seal
      ? ['The seal is not the one you gave: this is another pack, or it was made anew.']
      : []),
  ];
  if (shell.json) {
    shell.out(JSON.stringify({ ...check, problems, whole: problems.length === 0 }, null, 2));
    return problems.length === 0 ? EXIT.done : EXIT.refused;
  }
  if (problems.length > 0) {
    shell.err(`This pack was altered.\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    return EXIT.refused;
  }
  shell.out(
    `This pack is whole: ${check.customer}, ${check.files} files, ${check.records} records.\nSeal: ${check.seal}`,
  );
  if (!seal) shell.out('Compare the seal with the one in the thread of the case.');
  return EXIT.done;
}
