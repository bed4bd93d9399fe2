// Why, when and what would have been, as lines of plain words: the shell prints them, and Slack shows them.
import { type Day, formatDay } from './calendar.ts';
import type { BackTest, Mistake, Replayed } from './chase/back-test.ts';
import type { Explanation, Reasoning, Rung } from './chase/explain.ts';
import type { Planned } from './chase/forecast.ts';
import { count } from './chase/speaker.ts';
import { formatMoney } from './money.ts';
import { STEP_TITLES } from './policy-words.ts';
import type { StepName } from './verdict.ts';

export function stepTitle(step: StepName): string {
  if (step === 'hand_over') return 'A notice that it was handed over';
  return step === 'broken_promise_call' ? 'A call about a broken promise' : STEP_TITLES[step];
}

const RUNG_MARKS: Readonly<Record<Rung['state'], string>> = {
  taken: '✓ taken',
  now: '→ now',
  passed_over: '– passed over',
  to_come: 'to come',
};

export type Passage = { readonly title: string; readonly lines: readonly string[] };

export function whyPassages({ reasonings, ownPolicy, today }: Explanation, locale: string): Passage[] {
  const day = (of: Day) => formatDay(of, locale, today);
  return [
    ...reasonings.flatMap((reasoning) => reasoningPassages(reasoning, locale, day)),
    ...(ownPolicy.length > 0 ? [{ title: 'Their own policy', lines: ownPolicy }] : []),
  ];
}

function reasoningPassages(
  { verdict, rules, ladder, fees }: Reasoning,
  locale: string,
  day: (of: Day) => string,
): Passage[] {
  const of = verdict.currency ? ` (${verdict.currency})` : '';
  const answer =
    verdict.kind === 'act'
      ? [`${stepTitle(verdict.step)}. ${verdict.because}`, `Its place today: ${verdict.rankBecause}`]
      : [verdict.because, ...(verdict.until ? [`This may change on ${day(verdict.until)}.`] : [])];
  const stands = rules.filter((rule) => rule.stands);
  const passed = rules.filter((rule) => !rule.stands);
  return [
    { title: `${verdict.kind === 'act' ? 'Chase' : 'Leave alone'}${of}`, lines: answer },
    { title: 'It rests on', lines: verdict.facts },
    { title: 'Rules that speak', lines: stands.map(({ name, words }) => `${name}: ${words}`) },
    { title: 'Rules that let it pass', lines: passed.map(({ name, words }) => `${name}: ${words}`) },
    {
      title: 'The ladder, by the invoice that leads',
      lines: ladder.map((rung) => `${day(rung.on)}: ${stepTitle(rung.step)}, ${RUNG_MARKS[rung.state]}`),
    },
    {
      title: 'Late fee, an estimate that is booked nowhere',
      lines: fees.map(
        ({ number, fee }) => `${number}: ${formatMoney(fee.total, locale)} (${fee.working.join('; ')})`,
      ),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** A day and its steps. */
export function calendarPassages(planned: readonly Planned[], locale: string, today: Day): Passage[] {
  return byDay(planned).map(([day, steps]) => ({
    title: formatDay(day, locale, today),
    lines: steps.map(
      ({ customerName, act }) =>
        `${customerName}: ${stepTitle(act.step)} · ${formatMoney(act.total, locale)} · ${act.daysLate > 0 ? `${act.daysLate} days late` : 'not late yet'}`,
    ),
  }));
}

export function byDay<Item extends { readonly day: Day }>(items: readonly Item[]): [Day, Item[]][] {
  const days = new Map<Day, Item[]>();
  for (const item of items) days.set(item.day, [...(days.get(item.day) ?? []), item]);
  return [...days].sort(([a], [b]) => a.localeCompare(b));
}

export function backTestSummary(
  { from, to, replayed, reallySent, realMistakes }: BackTest,
  locale: string,
  today: Day,
): string[] {
  const contacts = replayed.filter(({ channel }) => channel !== 'none');
  const mistakes = contacts.filter(({ mistake }) => mistake !== null);
  const by = (channel: Replayed['channel']) => contacts.filter((each) => each.channel === channel).length;
  const kinds = (kind: Mistake['kind']) => mistakes.filter(({ mistake }) => mistake?.kind === kind).length;
  return [
    `From ${formatDay(from, locale, today)} to ${formatDay(to, locale, today)} this policy would have sent ${count(by('email'), 'letter')} and asked for ${count(by('call'), 'call')}.`,
    `${mistakes.length} of them would have been a mistake: ${kinds('paid')} met a payment, ${kinds('disputed')} a dispute, ${kinds('promised')} a promise that was in the air.`,
    `Really sent in those days: ${reallySent}, of which ${realMistakes} met one of these.`,
  ];
}

export function replayedWords(
  { day, customerName, step, total, mistake }: Replayed,
  locale: string,
  today: Day,
): string {
  return `${formatDay(day, locale, today)}: ${customerName}, ${stepTitle(step)} · ${formatMoney(total, locale)}${mistake ? ` · ${mistakeWords(mistake, locale, today)}` : ''}`;
}

function mistakeWords(mistake: Mistake, locale: string, today: Day): string {
  const on = formatDay(mistake.on, locale, today);
  if (mistake.kind === 'paid') return `a mistake: ${formatMoney(mistake.amount, locale)} came on ${on}`;
  return mistake.kind === 'disputed' ? `a mistake: disputed on ${on}` : `a mistake: promised on ${on}`;
}
