// Which day a clause means, looking ahead for a promise and back for a payment, and what must be asked about it.
import { addDays, type Day, endOfMonth, formatDay, isWeekday, nextWorkingDay, weekday } from '../calendar.ts';
import type { Question } from './draft-item.ts';
import type { Said } from './said.ts';
import type { SpokenDate } from './spoken.ts';

/** Further ahead than this a promise is pointed out: it may be a slip in the year. */
const LONG_AHEAD_DAYS = 183;

export type DayRead = {
  readonly day: Day | null;
  readonly question: Question | null;
  readonly choices: readonly Day[];
  readonly odd: Question[];
};

/** Three days to offer where none was said: this Friday, the end of the month, in a week. */
export function usualDays(today: Day): Day[] {
  const friday = addDays(today, (5 - weekday(today) + 7) % 7 || 7);
  const monthEnd = endOfMonth(today);
  const days = [
    friday,
    nextWorkingDay(addDays(today, 7), isWeekday),
    monthEnd > today ? monthEnd : endOfMonth(addDays(today, 1)),
  ];
  return [...new Set(days)].sort();
}

export function futureDay(
  { marked, clause, context }: Said,
  all: readonly SpokenDate[],
  wantsFirst = false,
): DayRead {
  const { today } = context;
  const ask = (
    why: string,
    choices: readonly Day[] = usualDays(today),
    kind: Question['kind'] = 'unclear',
  ): DayRead => ({ day: null, question: { kind, about: 'date', why }, choices, odd: [] });
  const impossible = all.find((one) => one.impossible !== null);
  if (impossible?.impossible) return ask(impossible.impossible, usualDays(today), 'impossible');
  const days = all.filter((one) => one.forward.length > 0);
  const differing = new Set(days.map(({ forward }) => forward.join()));
  if (differing.size > 1)
    return ask(
      'More than one day was named.',
      [...new Set(days.flatMap(({ forward }) => forward))].slice(0, 4),
    );
  const said = days[0];
  if (!said) {
    const gone = all.find((one) => one.back !== null)?.back;
    if (gone && gone < today)
      return ask(`${formatDay(gone, context.locale, today)} has gone by.`, usualDays(today), 'impossible');
    return ask('On which day was not said.');
  }
  if (said.forward.length > 1) return ask('Two days may be meant.', said.forward);
  const day = (wantsFirst && said.first && said.first > today ? said.first : said.forward[0]) ?? null;
  const words = marked.restore(clause.text.match(/⟨d\d+⟩/)?.[0] ?? 'that');
  const odd: Question[] =
    said.isLoose && !wantsFirst && day
      ? [
          {
            kind: 'odd',
            about: 'date',
            why: `I took “${words}” as ${formatDay(day, context.locale, today)}.`,
          },
        ]
      : [];
  if (day && day > addDays(today, LONG_AHEAD_DAYS))
    odd.push({
      kind: 'odd',
      about: 'date',
      why: `${formatDay(day, context.locale, today)} is more than half a year away.`,
    });
  return { day, question: null, choices: [], odd };
}

export function pastDay({ context }: Said, all: readonly SpokenDate[]): DayRead {
  const impossible = all.find((one) => one.impossible !== null);
  if (impossible?.impossible)
    return {
      day: null,
      question: { kind: 'impossible', about: 'date', why: impossible.impossible },
      choices: [context.today],
      odd: [],
    };
  const days = [...new Set(all.flatMap(({ back }) => (back ? [back] : [])))];
  if (days.length > 1)
    return {
      day: null,
      question: { kind: 'unclear', about: 'date', why: 'More than one day was named.' },
      choices: days.slice(0, 4),
      odd: [],
    };
  const ahead = all.find((one) => one.forward.length > 0 && one.back === null)?.forward[0];
  if (days.length === 0 && ahead) {
    const why = `${formatDay(ahead, context.locale, context.today)} is still to come: has it been paid, or will it be?`;
    return { day: null, question: { kind: 'unclear', about: 'date', why }, choices: [], odd: [] };
  }
  return { day: days[0] ?? null, question: null, choices: [], odd: [] };
}
