// The answers to /overdue why, calendar and backtest: the whole reasoning, the days to come, and what would have been.
import type { AnyBlock } from '@slack/types';
import type { Day } from '../../core/calendar.ts';
import type { BackTest } from '../../core/chase/back-test.ts';
import type { Explanation } from '../../core/chase/explain.ts';
import type { Planned } from '../../core/chase/forecast.ts';
import {
  backTestSummary,
  calendarPassages,
  type Passage,
  replayedWords,
  whyPassages,
} from '../../core/look-ahead-words.ts';
import { context, header, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { count, escapeInline, fitLines } from './mrkdwn.ts';

/** Room for one passage; a longer one says how much it leaves out. */
const PASSAGE_LIMIT = 2400;
const MOST_PASSAGES = 40;

export function whyMessage(explanation: Explanation, locale: string): Said {
  const passages = whyPassages(explanation, locale);
  return said([
    header(explanation.customer.name),
    ...passageBlocks(passages),
    context(
      'Rules are asked in this order, and the first that stands in the way speaks. Sums of late fees are estimates and no advice.',
    ),
  ]);
}

export function calendarMessage(planned: readonly Planned[], days: number, locale: string, today: Day): Said {
  if (planned.length === 0) {
    return said([section(`*Nothing is to be done in the next ${count(days, 'day')}.* Enjoy the quiet.`)]);
  }
  return said([
    header(`The next ${count(days, 'day')}`),
    ...passageBlocks(calendarPassages(planned, locale, today)),
    context(
      'If nobody pays or says anything, and each letter goes out on its day. Every letter still needs its approval.',
    ),
  ]);
}

export function backTestMessage(result: BackTest, locale: string, today: Day): Said {
  const mistakes = result.replayed.filter(({ mistake }) => mistake !== null);
  const lines = (items: typeof mistakes) =>
    items.map((item) => `• ${escapeInline(replayedWords(item, locale, today))}`);
  return said([
    header('What the last days would have been'),
    section(backTestSummary(result, locale, today).map(escapeInline).join('\n')),
    ...(mistakes.length > 0
      ? [section(fitLines(['*What would have been a mistake*', ...lines(mistakes)], PASSAGE_LIMIT))]
      : []),
    ...(result.replayed.length > 0
      ? [section(fitLines(['*Everything, oldest first*', ...lines([...result.replayed])], PASSAGE_LIMIT))]
      : []),
    context('The whole list comes from a shell: `npm run tightrope -- backtest`.'),
  ]);
}

function passageBlocks(passages: readonly Passage[]): AnyBlock[] {
  const left = passages.length - MOST_PASSAGES;
  return [
    ...passages
      .slice(0, MOST_PASSAGES)
      .map(({ title, lines }) =>
        section(
          fitLines(
            [`*${escapeInline(title)}*`, ...lines.map((line) => `• ${escapeInline(line)}`)],
            PASSAGE_LIMIT,
          ),
        ),
      ),
    ...(left > 0 ? [context(`…and ${count(left, 'more day')}.`)] : []),
  ];
}
