// `replay`: every wording of a kept letter, filled again from its words and facts, and checked by the rules of now.
import { dayIn, timeIn } from '../core/calendar.ts';
import type { Draft, DraftRevision } from '../core/draft.ts';
import { checkLetter } from '../core/guard/check-letter.ts';
import { fillsAgain } from '../core/letter/replay.ts';
import type { Ports } from '../ports/ports.ts';
import { EXIT, findOne, readArguments, type Shell } from './command.ts';

export const REPLAY_HELP = `npm run tightrope -- replay DRAFT-ID | CUSTOMER [--json]

Shows every wording that a letter had, or the customer's letters had: who wrote it and from what, whether its words and
facts fill to the very same letter again, and what the guard says of it now. Nothing is changed.
Ends with 1 where a wording fills to another letter than was kept.`;

export async function replay(ports: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words } = readArguments(args, { options: [], flags: [] });
  const typed = words.join(' ');
  const draft = typed === '' ? null : await ports.store.draft(typed);
  const found = draft ? null : await findOne(ports, typed, shell);
  if (!draft && !found) return EXIT.refused;
  const drafts = draft ? [draft] : await ports.store.draftsOf(found?.id ?? '');
  const { zone } = await ports.store.settings();
  const letters = await Promise.all(
    drafts.map(async (each) => ({
      draft: each,
      wordings: (await ports.store.draftRevisions(each.id)).map((revision) => ({
        revision,
        same: fillsAgain(revision),
        findings: checkLetter(revision.letter, revision.facts),
      })),
    })),
  );
  if (shell.json) shell.out(JSON.stringify(letters, null, 2));
  else if (letters.length === 0) shell.out(`No letter to ${found?.name} is kept.`);
  else {
    for (const { draft: each, wordings } of letters) {
      shell.out(headOf(each));
      for (const { revision, same, findings } of wordings) {
        shell.out(lineOf(revision, zone, same, findings.length));
        for (const { code, why } of findings) shell.out(`     [${code}] ${why}`);
      }
    }
  }
  const differs = letters.some(({ wordings }) => wordings.some(({ same }) => same === false));
  return differs ? EXIT.refused : EXIT.done;
}

function headOf({ id, step, state, letter }: Draft): string {
  return `${id}: ${step.replaceAll('_', ' ')}, ${state}: ${letter.subject}`;
}

function lineOf(
  { revision, by, at, authorship, facts }: DraftRevision,
  zone: string,
  same: boolean | null,
  findings: number,
): string {
  const origin =
    authorship.kind === 'person'
      ? 'by hand'
      : `${authorship.model ?? 'template'} ${authorship.promptId} v${authorship.promptVersion} ${(authorship.promptHash ?? '').slice(0, 12)}`;
  const proof =
    same === null ? 'no words to fill' : same ? 'fills to the same letter' : 'FILLS TO ANOTHER LETTER';
  return `  ${revision}. ${dayIn(zone, at)} ${timeIn(zone, at)} ${by}, ${origin}, policy ${facts.policyVersion}: ${proof}, ${findings} findings`;
}
