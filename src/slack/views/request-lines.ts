// What customers asked us to send, and the order numbers that they gave, in lines for cards and lists.
import type { AnyBlock } from '@slack/types';
import { formatDay } from '../../core/calendar.ts';
import type { Digest, RequestLine } from '../../core/digest.ts';
import { daysLeft } from '../../core/dispute-care.ts';
import type { OpenRequest, StandingNumber } from '../../core/document-care.ts';
import { DOCUMENT_WORDS } from '../../core/outcome-words.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { button, section } from './blocks.ts';
import { dueWords, type Place } from './dispute-lines.ts';
import { escapeInline, fitLines, listWords, mention, shorten } from './mrkdwn.ts';

/** "They asked on Mon 23 Nov for a copy of the invoice (INV-1055); it is our turn, due today." */
export function requestLine(request: OpenRequest, place: Place): string {
  const { document, invoices, since, askedOn, owner } = request;
  const on = (day: OpenRequest['since']) => formatDay(day, place.locale, place.today);
  const about = invoices.length > 0 ? ` (${numbers(invoices)})` : '';
  const asked = `They asked on ${on(since)} for ${DOCUMENT_WORDS[document]}${about}`;
  if (askedOn) return `${asked}; we asked them for it on ${on(askedOn)}, and wait for their answer.`;
  const whose = owner ? `it is our turn (${mention(owner)})` : 'it is our turn';
  const late = daysLeft(request, place.today) < 0 ? ' They have waited too long.' : '';
  return `${asked}; ${whose}, ${dueWords(request, place)}.${late}`;
}

/** "Their order number: 4500123 (INV-1055)." */
export function orderLine({ number, invoices }: StandingNumber): string {
  return `Their order number: ${escapeInline(shorten(number, 60))} (${numbers(invoices)}).`;
}

function numbers(invoices: readonly string[]): string {
  return escapeInline(shorten(listWords(invoices, 6), 300));
}

/** More than these are counted: each stands in its case. */
const MOST_REQUESTS = 5;

/** One block, with the way to the first; none where nothing is asked for. */
export function requestBlocks({
  requests,
  day,
  locale,
}: Pick<Digest, 'requests' | 'day' | 'locale'>): AnyBlock[] {
  const [first] = requests;
  if (!first) return [];
  const left = requests.length - MOST_REQUESTS;
  const line = ({ customerName, request }: RequestLine) =>
    `• *${escapeInline(shorten(customerName, 100))}*: ${requestLine(request, { today: day, locale })}`;
  const { customerId } = first.request;
  return [
    section(
      fitLines(
        [
          '*What customers asked us to send*',
          ...requests.slice(0, MOST_REQUESTS).map(line),
          ...(left > 0 ? [`…and ${left} more, each in its case`] : []),
        ],
        2900,
      ),
      button(
        ACTIONS.caseOpen,
        requests.length > 1 ? 'Open the first' : 'Open case',
        encodeValue('customer', { customerId, currency: null }),
        { label: `Open case: ${first.customerName}` },
      ),
    ),
  ];
}
