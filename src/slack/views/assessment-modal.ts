// The form for assessing money trouble: how they paid so far, what that speaks for, a few questions, and the decision.

import type { ModalView } from '@slack/types';
import {
  type Assessed,
  MAX_REVIEW_DAYS,
  TROUBLE_WORDS,
  type Trouble,
  WAY_WORDS,
  type WayOn,
} from '../../core/assessed.ts';
import type { Suggestion } from '../../core/assessment.ts';
import { addDays, type Day, daysBetween } from '../../core/calendar.ts';
import { capital, count } from '../../core/chase/speaker.ts';
import { CALLBACKS, encodeValue } from './action-ids.ts';
import { context, header, modal, section } from './blocks.ts';
import { dayField, options, radioField, textField } from './inputs.ts';
import { escapeInline, fitLines, shorten } from './mrkdwn.ts';
import { chosenIn, dayPicked, type Parsed, parsed, type StateValues, textIn, wrong } from './read-inputs.ts';

export type AssessmentContent = {
  readonly customer: { readonly id: string; readonly name: string };
  readonly today: Day;
  readonly paidLate: readonly { readonly number: string; readonly days: number }[];
  readonly behaviour: readonly string[];
  readonly suggestions: readonly Suggestion[];
};

const TROUBLES = Object.keys(TROUBLE_WORDS) as Trouble[];
const WAYS = Object.keys(WAY_WORDS) as WayOn[];
/** As many as one takes in at a glance. */
const SHOWN = 12;
const REVIEW_DAYS = 14;

export function assessmentModal({
  customer,
  today,
  paidLate,
  behaviour,
  suggestions,
}: AssessmentContent): ModalView {
  const choices = (words: Readonly<Record<string, string>>, keys: readonly string[]) =>
    options(keys.map((key) => [key, capital(words[key] ?? key)] as const));
  return modal(
    CALLBACKS.assess,
    'Money trouble',
    [
      header(customer.name),
      section(
        fitLines(
          ['*How they paid so far*', ...picture(paidLate), ...behaviour.map((words) => escapeInline(words))],
          2900,
        ),
      ),
      section(
        fitLines(
          [
            '*What that speaks for*',
            ...suggestions.map(
              ({ trouble, way, because }) =>
                `• ${capital(TROUBLE_WORDS[trouble])}: *${WAY_WORDS[way]}*. ${escapeInline(because)}`,
            ),
          ],
          2900,
        ),
      ),
      radioField('trouble', 'What kind of trouble is it?', choices(TROUBLE_WORDS, TROUBLES), null),
      textField('since', 'Since when, and from what?', null, {
        limit: 200,
        optional: true,
        placeholder: 'Since March, when their largest customer failed',
      }),
      textField('helps', 'What would help them?', null, {
        limit: 300,
        optional: true,
        placeholder: 'Half now, half when the season begins',
      }),
      radioField('way', 'How does it go on?', choices(WAY_WORDS, WAYS), null),
      dayField('review', 'When do we look at it again?', addDays(today, REVIEW_DAYS), {
        hint: 'Nobody chases them before that day, unless it goes on as before.',
      }),
      context('You decide; nothing is sent by this, and it stands in the history with your name.'),
    ],
    { submit: 'Save', metadata: encodeValue('customer', { customerId: customer.id, currency: null }) },
  );
}

/** "INV-1041 ▇▇▇ 12 days late": a bar as long as they were late, so that a pattern is seen. */
function picture(paidLate: AssessmentContent['paidLate']): string[] {
  const shown = paidLate.slice(-SHOWN);
  const longest = Math.max(1, ...shown.map(({ days }) => days));
  return shown.map(({ number, days }) => {
    const bar = '▇'.repeat(Math.max(0, Math.ceil((days / longest) * 10)));
    const words =
      days > 0 ? `${count(days, 'day')} late` : days === 0 ? 'on the day' : `${count(-days, 'day')} early`;
    return `${escapeInline(shorten(number, 40))} ${bar}${bar ? ' ' : ''}${words}`;
  });
}

export function parseAssessment(values: StateValues, today: Day): Parsed<Assessed> {
  const trouble = TROUBLES.find((one) => one === chosenIn(values, 'trouble'));
  const way = WAYS.find((one) => one === chosenIn(values, 'way'));
  const review = dayPicked(values, 'review');
  const inTime =
    review !== null && daysBetween(today, review) >= 1 && daysBetween(today, review) <= MAX_REVIEW_DAYS;
  if (trouble && way && inTime)
    return parsed({ trouble, way, review, since: textIn(values, 'since'), helps: textIn(values, 'helps') });
  return wrong({
    ...(trouble ? {} : { trouble: 'Choose one; “not clear yet” is an answer as well.' }),
    ...(way ? {} : { way: 'Choose how it goes on.' }),
    ...(inTime ? {} : { review: `Choose a day after today, within ${MAX_REVIEW_DAYS} days.` }),
  });
}
