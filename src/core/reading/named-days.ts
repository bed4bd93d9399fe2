// Days told by name: today, tomorrow, Friday, next Monday, Friday week, next week. "Next Friday" can mean two days.
import { addDays, type Day, weekday } from '../calendar.ts';
import { WEEKDAY_WORDS, WEEKDAYS } from './calendar-words.ts';
import type { ReadingLanguage } from './language.ts';
import { type MarkedText, words } from './marks.ts';
import { monday, on, period } from './periods.ts';
import { spoken } from './spoken.ts';

/** Short forms that are words of their own in other languages ("mon" is French for "my"). */
const ENGLISH_ONLY = /^(?:mon|sat|sun|tue|wed)$/i;

export function markNamedDays(marked: MarkedText, today: Day, language: ReadingLanguage): void {
  const mark = (pattern: string, make: (match: RegExpExecArray) => ReturnType<typeof spoken> | null) =>
    marked.replace('d', words(pattern, 'giu'), make);
  const W = `(${WEEKDAY_WORDS})`;
  const named = (text: string | undefined) =>
    language !== 'en' && ENGLISH_ONLY.test(text ?? '')
      ? null
      : (WEEKDAYS.get((text ?? '').toLowerCase()) ?? null);

  mark('(?:the )?day after tomorrow|übermorgen|pasado mañana|après-demain', () => on(addDays(today, 2)));
  mark('(?:the )?day before yesterday|vorgestern|anteayer|avant-hier', () =>
    spoken({ back: addDays(today, -2) }),
  );
  mark(
    'tomorr?ow(?: (?:morning|afternoon|evening|am|pm))?|tomorow|tommorow|tmrw|tmr|tomo|2moro|mañana|demain|(?<!guten )morgen',
    () => on(addDays(today, 1)),
  );
  mark(
    'yesterday(?: (?:morning|afternoon|evening))?|last night|ayer|hier(?! (?:ist|sind|kein|nicht|war))|gestern',
    () => (language === 'de' ? spoken({ back: addDays(today, -1) }) : spoken({ back: addDays(today, -1) })),
  );
  mark(
    "today|tonight|this (?:morning|afternoon|evening)|hoy|esta mañana|aujourd'hui|ce matin|heute(?: morgen| früh)?",
    () => spoken({ forward: [today], back: today }),
  );
  mark(`(?:(?:a )?week (?:on|from) ${W})|${W} week`, (match) => {
    const of = named(match[1] ?? match[2]);
    return of ? on(addDays(coming(today, of), 7)) : null;
  });
  mark(`(?:the )?${W} after next`, (match) => {
    const of = named(match[1]);
    return of ? spoken({ forward: [7, 14].map((days) => addDays(coming(today, of), days)) }) : null;
  });
  // Following what? The day may be one that was named before.
  mark(`the following ${W}`, (match) => {
    const of = named(match[1]);
    return of ? spoken({ forward: [0, 7].map((days) => addDays(coming(today, of), days)) }) : null;
  });
  mark(`(?:next week(?:'s)?(?: on)? ${W})|${W}(?: of)? next week`, (match) => {
    const of = named(match[1] ?? match[2]);
    return of ? on(addDays(monday(today, 1), of - 1)) : null;
  });
  mark(
    `(?:last|past|letzten|vergangenen|le) ${W}(?: (?:dernier|passé))|(?:last|past|letzten|vergangenen) ${W}|(?:el )?${W} pasado|(?:le )?${W} dernier`,
    (match) => {
      const of = named(match.slice(1).find(Boolean));
      return of ? spoken({ back: gone(today, of) }) : null;
    },
  );
  mark(
    `(?:next|nächste[nr]?|kommenden|(?:el )?próximo) ${W}|(?:el )?${W} que viene|(?:le )?${W} prochain`,
    (match) => {
      const of = named(match.slice(1).find(Boolean));
      if (!of) return null;
      const [near, ofNextWeek] = [coming(today, of), addDays(monday(today, 1), of - 1)];
      return spoken({
        forward: near === ofNextWeek || near > ofNextWeek ? [ofNextWeek] : [near, ofNextWeek],
      });
    },
  );
  mark(`(?:this|this coming|coming|diesen|este|ce) ${W}`, (match) => {
    const of = named(match[1]);
    return of ? spoken({ forward: [coming(today, of)], back: gone(today, of) }) : null;
  });
  mark(`${W}(?:'s)?`, (match) => {
    const of = named(match[1]);
    if (!of) return null;
    // "Tuesday", said on a Tuesday, is today to some and a week away to others.
    const near = coming(today, of);
    return spoken({
      forward: of === weekday(today) ? [today, addDays(today, 7)] : [near],
      back: gone(today, of),
    });
  });
  mark('next week|la semana que viene|la próxima semana|la semaine prochaine|nächste woche', () =>
    period(monday(today, 1), addDays(monday(today, 1), 4)),
  );
  mark('(?:later )?this week|esta semana|cette semaine|diese woche', () => {
    const last = addDays(monday(today, 0), 4);
    return period(today, last < today ? addDays(last, 7) : last);
  });
  mark('last week|la semana pasada|la semaine dernière|letzte woche', () => spoken({ isVague: true }));
}

const NOW =
  'now|right (?:now|away)|straight ?away|immediately|at once|as we speak|jetzt|sofort|ahora(?: mismo)?|inmediatamente|de inmediato|maintenant|tout de suite|immédiatement';
/** "They owe 500 now" promises nothing. */
const OWED =
  "ow(?:es?|ed|ing)|is|are|was|'s|at|open|outstanding|due|overdue|leaves|left|schuld\\p{L}+|sind|ist|offen|debe[n]?|est|reste";

/** "Half now": a sum makes a day of it. Alone it is only a way of speaking. */
export function markNow(marked: MarkedText, today: Day): void {
  const after = `(?<=(?<!(?:${OWED}) )⟨a\\d+⟩ )(?:${NOW})`;
  const before = `(?:jetzt|sofort|ahora|maintenant)(?= ⟨a\\d+⟩)`;
  marked.replace('d', words(`${after}|${before}`, 'giu'), () => spoken({ forward: [today], back: today }));
}

/** The next such day after today. */
function coming(today: Day, of: number): Day {
  return addDays(today, ((of - weekday(today) + 6) % 7) + 1);
}

function gone(today: Day, of: number): Day {
  return addDays(today, -(((weekday(today) - of + 6) % 7) + 1));
}
