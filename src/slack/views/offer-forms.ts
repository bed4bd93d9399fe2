// What may be offered to a customer: each with what it comes to and what it costs, and the small forms behind it.
import type { AnyBlock, ModalView } from '@slack/types';
import { type Day, daysBetween, formatDay } from '../../core/calendar.ts';
import { formatMoney, type Money, sumByCurrency } from '../../core/money.ts';
import { type EarlyPart, formatPercent, withoutDiscount } from '../../core/offer/offer.ts';
import { WAIVER_DAYS } from '../../core/offer/offer-terms.ts';
import type { OfferView } from '../../core/offer/offer-view.ts';
import type { Policy } from '../../core/policy.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { button, context, header, modal, section } from './blocks.ts';
import { dayField, options, severalField } from './inputs.ts';
import { count, escapeInline, fitLines, shorten } from './mrkdwn.ts';
import { dayPicked, type Parsed, parsed, type StateValues, severalIn, wrong } from './read-inputs.ts';

/** More lines than these are a statement. */
const MOST_LINES = 8;

export function offerModal(content: OfferView): ModalView {
  return modal(CALLBACKS.offers, 'Offer something', [
    header(content.customer.name),
    ...content.early.flatMap((each) => earlyBlocks(each, content)),
    ...content.waivers.flatMap((each) => waiverBlocks(each, content)),
    ...recognitionBlocks(content),
    context('You choose, and an owner approves the letter. Nothing is offered before it is sent.'),
  ]);
}

/** Stands where the offers stood, once one of them is drafted. */
export function offerDraftedModal(name: string, words: string): ModalView {
  return modal(CALLBACKS.offers, 'Offer something', [header(name), section(words)]);
}

function customerValue({ customer }: OfferView, currency: string | null): string {
  return encodeValue('customer', { customerId: customer.id, currency });
}

/** A reason why not stands where the button would. */
function block(title: string, lines: readonly string[], act: ReturnType<typeof button> | null): AnyBlock {
  return section(fitLines([`*${title}*`, ...lines.map(escapeInline)], 2900), act ?? undefined);
}

function earlyBlocks(
  { currency, found, yearlyPercent }: OfferView['early'][number],
  content: OfferView,
): AnyBlock[] {
  const title = 'A discount for paying early';
  if (found.kind === 'not_possible') return [block(title, [found.because], null)];
  const { parts } = found.offer;
  const off = sumByCurrency(parts.map((part) => part.off)).map((sum) => formatMoney(sum, content.locale));
  const costs =
    yearlyPercent === null
      ? ''
      : `, as much as a loan at ${formatPercent(Math.round(yearlyPercent * 10) / 10, content.locale)} a year`;
  return [
    block(
      title,
      [
        ...shownOf(parts.map((part) => earlyLine(part, content))),
        `It costs you ${off.join(' and ')}${costs}.`,
      ],
      button(ACTIONS.offerEarly, 'Draft the offer', customerValue(content, currency), {
        label: `Draft the offer of a discount in ${currency}: ${content.customer.name}`,
      }),
    ),
  ];
}

function earlyLine(part: EarlyPart, { locale, today }: OfferView): string {
  const left = formatMoney(withoutDiscount(part), locale);
  return `• ${shorten(part.invoice, 60)}: ${left} instead of ${formatMoney(part.open, locale)} until ${formatDay(part.until, locale, today)}`;
}

function waiverBlocks(
  { currency, found, fees }: OfferView['waivers'][number],
  content: OfferView,
): AnyBlock[] {
  const title = 'The late fee let go, for payment by a day';
  if (found.kind === 'not_possible') return [block(title, [found.because], null)];
  const { locale } = content;
  const lines = fees.map(
    ({ invoice, fee }) =>
      `• ${shorten(invoice.number, 60)}: ${formatMoney(fee.total, locale)} (${fee.working.join('; ')})`,
  );
  return [
    block(
      title,
      [...shownOf(lines), `In all ${formatMoney(found.offer.fee, locale)} up to today. It is an estimate.`],
      button(ACTIONS.offerWaiver, 'Choose the day…', customerValue(content, currency), {
        label: `Choose the day by which the late fee in ${currency} is let go: ${content.customer.name}`,
      }),
    ),
  ];
}

function recognitionBlocks(content: OfferView): AnyBlock[] {
  const { found, record } = content.recognition;
  const title = 'Thanks for paying on time';
  if (found.kind === 'not_possible') return [block(title, [found.because], null)];
  const kept = record
    ? [`They paid ${record.onTime} of their last ${count(record.of, 'invoice')} on time.`]
    : [];
  return [
    block(
      title,
      [...kept, ...givings(content.recognition.policy).map(([, words]) => `• ${words}`)],
      button(ACTIONS.offerRecognition, 'Choose…', customerValue(content, null), {
        label: `Choose how to thank ${content.customer.name} for paying on time`,
      }),
    ),
  ];
}

function shownOf(lines: readonly string[]): string[] {
  const left = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(left > 0 ? [`…and ${count(left, 'more invoice')}`] : [])];
}

/** The day by which they must pay for the late fee to be let go. */
export function waiverModal(
  { customer, usualUntil }: Pick<OfferView, 'customer' | 'usualUntil'>,
  { currency, fee, locale }: { currency: string; fee: Money; locale: string },
): ModalView {
  return modal(
    CALLBACKS.offerWaiver,
    'Let the late fee go',
    [
      section(
        `*${escapeInline(shorten(customer.name, 150))}*\nThe late fee of ${formatMoney(fee, locale)} is let go if all that it stands on is paid in time. Nobody chases them for it until then.`,
      ),
      dayField('until', 'Paid by which day?', usualUntil, {
        hint: `From ${WAIVER_DAYS.least} to ${WAIVER_DAYS.most} days from now: soon, and still possible.`,
      }),
    ],
    { submit: 'Draft the offer', metadata: encodeValue('customer', { customerId: customer.id, currency }) },
  );
}

/** `today`: the workspace's. */
export function parseWaiver(values: StateValues, today: Day): Parsed<Day> {
  const until = dayPicked(values, 'until');
  if (until === null) return wrong({ until: 'Choose a day.' });
  const days = daysBetween(today, until);
  if (days < WAIVER_DAYS.least || days > WAIVER_DAYS.most)
    return wrong({
      until: `Choose a day from ${WAIVER_DAYS.least} to ${WAIVER_DAYS.most} days from now, so that they can still pay and do it soon.`,
    });
  return parsed(until);
}

type Giving = 'reward' | 'longer_terms';

function givings({ reward, termsDays }: Policy['recognition']): (readonly [Giving, string])[] {
  return [
    ...(reward === null ? [] : [['reward', reward] as const]),
    ...(termsDays === null ? [] : [['longer_terms', `${count(termsDays, 'day')} to pay`] as const]),
  ];
}

export function recognitionModal({
  customer,
  recognition,
}: Pick<OfferView, 'customer' | 'recognition'>): ModalView {
  const choices = givings(recognition.policy);
  return modal(
    CALLBACKS.offerRecognition,
    'Thank them',
    [
      section(
        `*${escapeInline(shorten(customer.name, 150))}*\nA letter that thanks them for paying on time.`,
      ),
      ...(choices.length > 0
        ? [
            severalField(
              'given',
              'What do they get with it?',
              options(choices.map(([value, words]) => [value, shorten(words, 70)] as const)),
              [],
              { optional: true, hint: 'As an owner set it under Policy. Leave it empty for thanks alone.' },
            ),
          ]
        : [
            context(
              'An owner can set a small reward or longer terms under Policy, Early payment and plans; now it is thanks alone.',
            ),
          ]),
      ...(recognition.policy.termsDays === null
        ? []
        : [
            context(
              'Longer terms hold for invoices from the day of the letter on: set them in your books as well.',
            ),
          ]),
    ],
    {
      submit: 'Draft the letter',
      metadata: encodeValue('customer', { customerId: customer.id, currency: null }),
    },
  );
}

export function parseRecognition(values: StateValues): { reward: boolean; longerTerms: boolean } {
  const given = severalIn(values, 'given');
  return { reward: given.includes('reward'), longerTerms: given.includes('longer_terms') };
}
