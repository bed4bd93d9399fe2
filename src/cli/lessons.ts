// `lessons`: what was learned from cases that are over.
import { dayIn, formatDay } from '../core/calendar.ts';
import { listLessons } from '../flows/look-back.ts';
import type { Ports } from '../ports/ports.ts';
import { EXIT, readArguments, type Shell, Usage } from './command.ts';

export const LESSONS_HELP = `npm run tightrope -- lessons [--json]

Lists what worked and what would be done differently, as people answered in the threads of their cases, newest first.`;

export async function lessons(ports: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words } = readArguments(args, { options: [], flags: [] });
  if (words.length > 0) throw new Usage(`I do not know what to do with "${words[0]}".`);
  const [learned, { locale, zone }] = await Promise.all([listLessons(ports), ports.store.settings()]);
  if (shell.json) {
    const rows = learned.map(({ customerName, at, by, worked, differently }) => ({
      customer: customerName,
      at,
      by,
      worked,
      differently,
    }));
    shell.out(JSON.stringify(rows, null, 2));
    return EXIT.done;
  }
  if (learned.length === 0)
    shell.out(
      'Nothing yet. When a case is over, two questions stand in its thread; the answers are listed here.',
    );
  for (const { customerName, at, worked, differently } of learned) {
    shell.out(`${formatDay(dayIn(zone, at), locale)} · ${customerName}`);
    if (worked) shell.out(`  worked: ${worked}`);
    if (differently) shell.out(`  differently: ${differently}`);
  }
  return EXIT.done;
}
