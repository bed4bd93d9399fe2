// The card of a hand-over or a write-off in the case's thread: what is asked, who agreed, and what can be done now.
import type { AnyBlock } from '@slack/types';
import { scoreOf } from '../../core/agencies.ts';
import type { HandOver, Request, WriteOff } from '../../core/chase/last-resort.ts';
import { eventTime } from '../../core/event-words.ts';
import { partsOf } from '../../core/last-resort-events.ts';
import { END_WORDS, sumsOf } from '../../core/last-resort-words.ts';
import { formatMoney, type Money } from '../../core/money.ts';
import { isHandOver, type RequestView, recoveredBy } from '../../core/request-view.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { actions, button, confirmation, context, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { escapeInline, escapeLines, fitLines, listWords, mention, shorten } from './mrkdwn.ts';

export function requestCard(view: RequestView): Said {
  const { request } = view;
  const body = isHandOver(request) ? handOverLines(view, request) : writeOffLines(view, request as WriteOff);
  return said([
    section(fitLines(body, 2900)),
    section(`*Why:* ${escapeLines(shorten(request.event.body.reason, 1000))}`),
    section(fitLines(stateLines(view), 2900)),
    ...buttonBlocks(view),
  ]);
}

function handOverLines({ customer, agency, weights, locale }: RequestView, { event }: HandOver): string[] {
  const { body } = event;
  const fee = body.feePercent === null ? 'their fee is not recorded' : `they keep ${body.feePercent}%`;
  const flags = agency ? scoreOf(agency, weights).redFlags : [];
  return [
    `:scales: *Hand-over* of *${escapeInline(shorten(customer.name, 150))}* to *${escapeInline(body.agency)}*`,
    ...partsOf(body).map(
      ({ amount, invoices }) =>
        `${formatMoney(amount, locale)} · ${escapeInline(shorten(invoices.join(', '), 500))} · ${fee}`,
    ),
    ...flags.map((flag) => `:triangular_flag_on_post: ${escapeInline(flag)}`),
  ];
}

function writeOffLines({ customer, locale }: RequestView, { event }: WriteOff): string[] {
  const parts = event.body.parts.map(
    ({ invoice, amount }) => `${escapeInline(shorten(invoice, 60))} ${formatMoney(amount, locale)}`,
  );
  return [
    `:scissors: *Write-off* for *${escapeInline(shorten(customer.name, 150))}*: ${sumsOf(event.body.parts, locale)}`,
    listWords(parts, 10),
  ];
}

function stateLines(view: RequestView): string[] {
  const { request } = view;
  const { event, approvers, decided, end, status } = request;
  const by = approvers.map(mention).join(' and ');
  const needed = event.body.approvals;
  const asked = `Asked by ${mention(event.by)} on ${eventTime(event, view)}.`;
  switch (status) {
    case 'asked':
      return [
        asked,
        `:hourglass_flowing_sand: ${approvers.length} of ${needed} people want it. Nothing has happened yet.`,
      ];
    case 'declined':
      return [
        asked,
        `:no_entry: Declined by ${mention(decided?.by ?? '')}${reasonIn(decided?.body)}. Everything goes on as before.`,
      ];
    case 'in_force':
      return [asked, `:white_check_mark: Agreed by ${by}. ${inForceWords(request)}`, ...recoveredLines(view)];
    case 'ended':
      return [
        asked,
        `:leftwards_arrow_with_hook: ${endWords(request)}, by ${mention(end?.by ?? '')}${noteIn(end?.body)}.`,
        ...recoveredLines(view),
      ];
  }
}

function inForceWords(request: Request): string {
  return isHandOver(request)
    ? 'We chase it no more.'
    : 'Nobody asks for it any more. Enter it in your books: I never change them.';
}

function endWords({ end }: Request): string {
  if (end?.body.kind === 'hand_over_ended') return `Called back: ${END_WORDS[end.body.why]}`;
  return end?.body.why === 'booked' ? 'It is in the books' : 'Taken back';
}

function reasonIn(body: { readonly kind: string; readonly reason?: string | null } | undefined): string {
  return body?.reason ? `: ${escapeInline(shorten(body.reason, 300))}` : '';
}

function noteIn(body: { readonly note: string } | undefined): string {
  return body?.note ? `: ${escapeInline(shorten(body.note, 300))}` : '';
}

function recoveredLines({ request, locale }: RequestView): string[] {
  if (!isHandOver(request) || request.updates.length === 0) return [];
  const { recovered, fees } = recoveredBy(request);
  const sums = (amounts: readonly Money[]) => amounts.map((one) => formatMoney(one, locale)).join(' and ');
  const last = request.updates.at(-1)?.body.note ?? '';
  return [
    `*Recovered so far:* ${sums(recovered) || 'nothing'}${fees.length > 0 ? `, of which the agency kept ${sums(fees)}` : ''}`,
    ...(last ? [`*Last report:* ${escapeInline(shorten(last, 500))}`] : []),
  ];
}

function buttonBlocks({ request, customer, locale }: RequestView): AnyBlock[] {
  const value = encodeValue('request', { customerId: customer.id, requestId: request.id });
  const { status } = request;
  if (status === 'asked') {
    const { body } = request.event;
    const what = body.kind === 'hand_over_asked' ? body.agency : sumsOf(body.parts, locale);
    const agree = confirmation(
      isHandOver(request) ? 'Hand it over?' : 'Write it off?',
      isHandOver(request)
        ? `${shorten(customer.name, 80)} goes to ${shorten(what, 80)}, and our own chasing stops.`
        : `${what} of ${shorten(customer.name, 80)} is given up.`,
      'Agree',
    );
    return [
      actions(
        button(ACTIONS.requestAgree, 'Agree', value, { style: 'primary', confirm: agree }),
        button(ACTIONS.requestDecline, 'Decline', value),
      ),
      context('Whoever asked cannot agree as well: it takes another person.'),
    ];
  }
  if (status !== 'in_force') return [];
  return isHandOver(request)
    ? [
        actions(
          button(ACTIONS.requestPack, 'The pack', value),
          button(ACTIONS.requestNotice, 'The notice to them', value),
          button(ACTIONS.requestUpdate, 'Log a report', value),
          button(ACTIONS.requestCallBack, 'Call it back', value),
        ),
      ]
    : [
        actions(
          button(ACTIONS.requestBooked, 'It is in the books', value),
          button(ACTIONS.requestTakeBack, 'Take it back', value),
        ),
      ];
}
