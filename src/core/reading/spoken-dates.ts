// Finds the days a reply speaks of. Our own patterns come first; chrono reads what they leave. Direction is decided later.
import * as chrono from 'chrono-node';
import * as chronoDe from 'chrono-node/de';
import * as chronoEs from 'chrono-node/es';
import * as chronoFr from 'chrono-node/fr';
import { DateTime } from 'luxon';
import { addDays, type Day, dayFromParts } from '../calendar.ts';
import type { ReadingLanguage } from './language.ts';
import { type MarkedText, words } from './marks.ts';
import { markNamedDays } from './named-days.ts';
import { markPeriods } from './periods.ts';
import { spoken } from './spoken.ts';
import { markWrittenDates } from './written-dates.ts';

/** A day that a reply can mean lies within these; what lies outside is a slip of the keyboard. */
const FURTHEST_DAYS = 3 * 366;

const VAGUE =
  "soon|asap|shortly|as soon as (?:possible|they can|he can|she can)|when (?:they|he|she|it)(?:'s| is| are)? (?:can|able|possible|ready)|in a (?:few|couple of) (?:days|weeks)|in the (?:coming|next few) (?:days|weeks)|in due course|some ?time(?: \\w+)?|eventually|later(?: on)?|at some point|bientôt|dès que possible|prochainement|pronto|cuanto antes|en breve|bald(?:möglichst)?|demnächst|so schnell wie möglich|in kürze";

export function markDates(marked: MarkedText, today: Day, locale: string, language: ReadingLanguage): void {
  markWrittenDates(marked, today, locale);
  markPeriods(marked, today);
  markNamedDays(marked, today, language);
  marked.replace('d', words(VAGUE, 'giu'), () => spoken({ isVague: true }));
  markWithChrono(marked, today, language);
}

const READERS = { en: chrono.strict, es: chronoEs.strict, fr: chronoFr.strict, de: chronoDe.strict } as const;

/** Forms of dates that our own patterns do not know; only what names a day is taken, never a bare time. */
function markWithChrono(marked: MarkedText, today: Day, language: ReadingLanguage): void {
  const instant = DateTime.fromISO(`${today}T12:00`, { zone: 'utc' }).toJSDate();
  const text = marked.text.replace(/⟨\w+⟩/g, (mark) => '⟨'.repeat(mark.length));
  const found = READERS[language].parse(text, { instant, timezone: 0 }, { forwardDate: true });
  for (const { text: written, start } of found) {
    const names = start.isCertain('day') || start.isCertain('weekday');
    if (!names || written.includes('⟨') || written.length < 4 || !/\p{L}/u.test(written)) continue;
    const [year, month, dayOfMonth] = [start.get('year'), start.get('month'), start.get('day')];
    const day = year && month && dayOfMonth ? dayFromParts(year, month, dayOfMonth) : null;
    if (!day || day > addDays(today, FURTHEST_DAYS) || day < addDays(today, -FURTHEST_DAYS)) continue;
    const literal = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    marked.replace('d', new RegExp(`(?<![\\p{L}\\p{N}⟨])${literal}`, 'iu' + 'g'), () =>
      spoken(day < today ? { back: day } : { forward: [day], isLoose: true }),
    );
  }
}
