// The payment plans that wait for a person, as one block of the digest.
import type { AnyBlock } from '@slack/types';
import type { Digest } from '../../core/digest.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { button, section } from './blocks.ts';
import { escapeInline, fitLines, shorten } from './mrkdwn.ts';

/** More than these are counted: each stands in its case. */
const MOST_PLANS = 5;

/** With the way to the first: the message has few blocks to spare. */
export function planBlocks({ plans }: Digest): AnyBlock[] {
  const [first] = plans;
  if (!first) return [];
  const left = plans.length - MOST_PLANS;
  const lines = plans
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
          ':calendar: *Payment plans that wait for you*',
          ...lines,
          ...(left > 0 ? [`…and ${left} more`] : []),
        ],
        2900,
      ),
      button(ACTIONS.caseOpen, plans.length > 1 ? 'Open the first' : 'Open case', value, {
        label: `Open case: ${first.customerName}`,
      }),
    ),
  ];
}
