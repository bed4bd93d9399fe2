// What the digest says of people rather than debts: whom to thank for what came in, and whom to call for once as a friend.
import type { AnyBlock } from '@slack/types';
import { formatDay } from '../../core/calendar.ts';
import type { Digest } from '../../core/digest.ts';
import { formatMoney } from '../../core/money.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { actions, button, context, section } from './blocks.ts';
import { count, escapeInline, listWords, mention, shorten } from './mrkdwn.ts';

/** Rows that the digest has room for beside a full page of customers. */
const MOST_THANKS = 3;

export function thankBlocks({ thank, changes, locale, day }: Digest): AnyBlock[] {
  if (thank.length === 0) return [];
  const since = changes ? ` since ${formatDay(changes.since, locale, day)}` : '';
  const rows = thank.slice(0, MOST_THANKS).map(({ customerId, customerName, paid }) =>
    section(
      `*${escapeInline(shorten(customerName, 150))}* paid ${formatMoney(paid, locale)}`,
      button(ACTIONS.caseThank, 'Thank them', encodeValue('customer', { customerId, currency: null }), {
        label: `Thank them: ${customerName}`,
      }),
    ),
  );
  const left = thank.length - rows.length;
  return [
    section(`:tada: *What was late was paid${since}: thank them?*`),
    ...rows,
    ...(left > 0
      ? [context(`…and ${count(left, 'more customer')}: “More…” on their card has the same.`)]
      : []),
  ];
}

/** A call is personal, and nobody makes many of them in a month: the best of the list will do. */
const MOST_CALLS = 3;

export function callBlocks({ calls: { owners, customers }, locale, day }: Digest): AnyBlock[] {
  if (customers.length === 0) return [];
  const to = owners.length > 0 ? `${listWords(owners.map(mention))}: ` : '';
  const left = customers.length - MOST_CALLS;
  return [
    section(
      `:telephone_receiver: *Worth a friendly call this month.* ${to}they pay on time, and nobody has spoken with them for a while.${left > 0 ? ` The best ${MOST_CALLS} of ${customers.length}:` : ''}`,
    ),
    ...customers
      .slice(0, MOST_CALLS)
      .flatMap(({ customerId, customerName, revenue, paidOnTime, lastContact }) => {
        const value = encodeValue('customer', { customerId, currency: null });
        const sums = revenue.map((sum) => formatMoney(sum, locale)).join(' and ');
        const last = lastContact
          ? `last contact ${formatDay(lastContact, locale, day)}`
          : 'no contact recorded';
        const about = `: ${customerName}`;
        return [
          section(
            `*${escapeInline(shorten(customerName, 150))}* · ${sums} in 120 days · ${count(paidOnTime, 'invoice')} paid on time · ${last}`,
          ),
          actions(
            button(ACTIONS.caseLog, 'Log a call', value, { label: `Log a call${about}` }),
            button(ACTIONS.caseNotNow, 'Not now', value, { label: `Not now${about}` }),
          ),
        ];
      }),
  ];
}
