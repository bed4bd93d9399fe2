// What was recorded of the last resort, in words: for the history, the timeline and the cards.
import { assertNever } from './assert-never.ts';
import { type HandOverEnd, type LastResortBody, partsOf, type ReviewChoice } from './last-resort-events.ts';
import { formatMoney, type Money, sumByCurrency } from './money.ts';

export const CHOICE_WORDS: Readonly<Record<ReviewChoice, string>> = {
  plan: 'a payment plan',
  wait: 'keep waiting',
  write_off: 'write it off',
  small_claim: 'a small claim',
  agency: 'a collection agency',
};

export const END_WORDS: Readonly<Record<HandOverEnd, string>> = {
  paid: 'it is paid',
  agreement: 'we agreed on something else',
  given_back: 'the agency gave it back',
};

/** `tidy` makes the words of people harmless where they will stand. */
export function lastResortWords(
  body: LastResortBody,
  locale: string,
  tidy: (text: string, most: number) => string,
): string {
  const because = (reason: string) => (reason ? `: ${tidy(reason, 300)}` : '');
  const sum = (amount: Money) => formatMoney(amount, locale);
  switch (body.kind) {
    case 'reviewed':
      return `Internal review (${body.currency}): ${CHOICE_WORDS[body.choice]}${because(body.reason)}`;
    case 'hand_over_asked':
      return `Asked to hand ${partsOf(body)
        .map(({ amount, invoices }) => `${sum(amount)} (${tidy(invoices.join(', '), 300)})`)
        .join(' and ')} over to ${tidy(body.agency, 120)}${because(body.reason)}`;
    case 'write_off_asked':
      return `Asked to write off ${sumsOf(body.parts, locale)} (${tidy(
        body.parts.map(({ invoice, amount }) => `${invoice} ${sum(amount)}`).join(', '),
        300,
      )})${because(body.reason)}`;
    case 'request_approved':
      return 'Agreed to the request';
    case 'request_declined':
      return `Declined the request${because(body.reason)}`;
    case 'agency_update': {
      const got = body.recovered ? `, ${sum(body.recovered)} recovered` : '';
      const fee = body.fee ? `, fee ${sum(body.fee)}` : '';
      return `The agency reports${got}${fee}${because(body.note)}`;
    }
    case 'hand_over_ended':
      return `Called back from the agency: ${END_WORDS[body.why]}${because(body.note)}`;
    case 'write_off_ended':
      return `${body.why === 'booked' ? 'The write-off is in the books' : 'Took the write-off back'}${because(body.note)}`;
    default:
      return assertNever(body);
  }
}

export function sumsOf(parts: readonly { readonly amount: Money }[], locale: string): string {
  return sumByCurrency(parts.map(({ amount }) => amount))
    .map((amount) => formatMoney(amount, locale))
    .join(' and ');
}
