// Payment plans and money trouble that wait for a person, as one block of the digest.
import type { AnyBlock } from '@slack/types';
import { capital } from '../../core/chase/speaker.ts';
import type { Digest } from '../../core/digest.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { button, section } from './blocks.ts';
import { escapeInline, fitLines, shorten } from './mrkdwn.ts';

/** More than these are counted: each stands in its case. */
const MOST_PLANS = 5;

/** With the way to the first: the message has few blocks to spare. */
export function planBlocks({ plans, troubles }: Digest): AnyBlock[] {
  const waiting = [...plans, ...troubles];
  const [first] = waiting;
  if (!first) return [];
  const what = [
    ...(plans.length > 0 ? ['Payment plans'] : []),
    ...(troubles.length > 0 ? ['money trouble'] : []),
  ];
  const left = waiting.length - MOST_PLANS;
  const lines = waiting
    .slice(0, MOST_PLANS)
    .map(
      ({ customerName, words }) =>
        `• *${escapeInline(shorten(customerName, 150))}*: ${escapeInline(shorten(words, 300))}`,
    );
  const value = encodeValue('customer', { customerId: first.customerId, currency: null });
  return [
    section(
      fitLines(
        [
          `:calendar: *${capital(what.join(' and '))} that wait${plans.length > 0 ? '' : 's'} for you*`,
          ...lines,
          ...(left > 0 ? [`…and ${left} more`] : []),
        ],
        2900,
      ),
      button(ACTIONS.caseOpen, waiting.length > 1 ? 'Open the first' : 'Open case', value, {
        label: `Open case: ${first.customerName}`,
      }),
    ),
  ];
}
