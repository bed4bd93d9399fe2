// `feedback`: what people thought of the answers in the conversation, the newest first.
import { dayIn, formatDay, timeIn } from '../core/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import { EXIT, readArguments, type Shell } from './command.ts';

export const FEEDBACK_HELP = `npm run tightrope -- feedback [--json]

Lists what people thought of answers (the two buttons under an answer), the newest first: when, good or bad, whether our
own rules or a model answered, and the question. At most 200 are shown.

Exit codes: 0 done, 2 used wrongly.`;

const MOST = 200;

export async function feedback({ store }: Ports, args: readonly string[], shell: Shell): Promise<number> {
  readArguments(args, { options: [], flags: [] });
  const [given, { zone, locale }] = await Promise.all([store.feedback(MOST), store.settings()]);
  if (shell.json) shell.out(JSON.stringify(given, null, 2));
  else if (given.length === 0) shell.out('Nobody has said yet whether an answer was good or bad.');
  else
    for (const { at, verdict, by, question, user } of given) {
      const on = `${formatDay(dayIn(zone, at), locale)} ${timeIn(zone, at)}`;
      const who = by === 'model' ? 'a model' : 'our own rules';
      shell.out(`${on}  ${verdict.padEnd(4)}  by ${who}, says ${user}: ${question.replace(/\s+/g, ' ')}`);
    }
  return EXIT.done;
}
