// The forms of the last resort: the review, a hand-over with its gates, a write-off, and what comes after them.
import type { AnyBlock, ModalView } from '@slack/types';
import { type Agency, type AgencyWeights, rankedAgencies, scoreOf } from '../../core/agencies.ts';
import { addDays, type Day } from '../../core/calendar.ts';
import { closedGates, type HandOverAnswer } from '../../core/hand-over.ts';
import { REVIEW_CHOICES, type ReviewChoice } from '../../core/last-resort-events.ts';
import { formatMoney, type Money } from '../../core/money.ts';
import type { Review } from '../../core/review.ts';
import type { Writable } from '../../core/write-off.ts';
import { CALLBACKS, encodeValue } from './action-ids.ts';
import { context, divider, LIMITS, modal, option, section } from './blocks.ts';
import {
  amountField,
  dayField,
  options,
  radioField,
  selectField,
  severalField,
  textField,
} from './inputs.ts';
import { escapeInline, fitLines, shorten } from './mrkdwn.ts';
import {
  amountIn,
  chosenIn,
  dayPicked,
  type Parsed,
  parsed,
  type StateValues,
  severalIn,
  textIn,
  wrong,
} from './read-inputs.ts';

type Named = { readonly id: string; readonly name: string };

export const REASON = 'Say in a few words why: it is kept with the case.';

function about({ name }: Named, more = '') {
  return context(`About *${escapeInline(shorten(name, 150))}*${more}`);
}

function metadata({ id }: Named, currency: string | null): string {
  return encodeValue('customer', { customerId: id, currency });
}

export function reasonField(name: string, label: string, placeholder: string) {
  return textField(name, label, null, { limit: 500, multiline: true, placeholder });
}

export function reviewModal(customer: Named, review: Review, today: Day): ModalView {
  return modal(
    CALLBACKS.lastReview,
    'Internal review',
    [
      about(customer),
      section(
        fitLines(
          review.facts.map((fact) => `• ${escapeInline(fact)}`),
          2900,
        ),
      ),
      divider(),
      ...review.options.map(({ title, words }) =>
        section(`*${title}*\n${escapeInline(shorten(words, 1500))}`),
      ),
      radioField(
        'choice',
        'What do you decide?',
        options(review.options.map(({ choice, title }) => [choice, title] as const)),
        null,
      ),
      dayField('until', 'Keep waiting until', addDays(today, 30), {
        optional: true,
        hint: 'Only where you keep waiting.',
      }),
      reasonField('reason', 'Why?', 'They lost their largest customer and pay small sums every week'),
    ],
    { submit: 'Decide', metadata: metadata(customer, review.currency) },
  );
}

export function parseReview(
  values: StateValues,
  today: Day,
): Parsed<{ readonly choice: ReviewChoice; readonly until: Day | null; readonly reason: string }> {
  const chosen = chosenIn(values, 'choice');
  const choice = REVIEW_CHOICES.find((one) => one === chosen) ?? null;
  const until = dayPicked(values, 'until');
  const reason = textIn(values, 'reason');
  const errors: Record<string, string> = {};
  if (!choice) errors.choice = 'Choose one of them.';
  if (choice === 'wait' && (until === null || until <= today)) errors.until = 'Choose a day after today.';
  if (!reason) errors.reason = REASON;
  return choice && reason && Object.keys(errors).length === 0
    ? parsed({ choice, until: choice === 'wait' ? until : null, reason })
    : wrong(errors);
}

type HandOverPlace = {
  readonly agencies: readonly Agency[];
  readonly weights: AgencyWeights;
  readonly locale: string;
  readonly approvals: number;
};

/** `answers`: one a currency. */
export function handOverModal(
  customer: Named,
  answers: readonly HandOverAnswer[],
  place: HandOverPlace,
): ModalView {
  const free = answers.filter(({ gates }) => closedGates(gates).length === 0);
  const head: AnyBlock[] = [about(customer), ...gateBlocks(answers)];
  if (free.length === 0) {
    return modal(CALLBACKS.lastHandOver, 'Hand over', [
      ...head,
      section('*It cannot be handed over now.* Do what stands beside each :no_entry: first.'),
    ]);
  }
  const ranked = rankedAgencies(place.agencies, place.weights);
  return modal(
    CALLBACKS.lastHandOver,
    'Hand over',
    [
      ...head,
      ...free.map(({ amount, invoices }) =>
        section(
          `*${formatMoney(amount, place.locale)}* would go: ${escapeInline(shorten(invoices.join(', '), 500))}.`,
        ),
      ),
      ...whichField(free, place.locale),
      section(
        fitLines(
          ranked.map((agency) => agencyLine(agency, place.weights)),
          2900,
        ),
      ),
      selectField(
        'agency',
        'To which agency?',
        options(ranked.map(({ id, name }) => [id, shorten(name, LIMITS.option)] as const)),
        null,
      ),
      reasonField('reason', 'Why?', 'No answer since the final notice, two promises broken'),
      context(
        place.approvals > 1
          ? `${place.approvals} different people must want it. Nothing goes out before.`
          : 'By your policy your word alone is enough.',
      ),
    ],
    { submit: 'Ask', metadata: metadata(customer, free[0]?.amount.currency ?? null) },
  );
}

/** Where somebody owes in several currencies, each says for itself what is open and what is in the way. */
function gateBlocks(answers: readonly HandOverAnswer[]): AnyBlock[] {
  return answers.map(({ gates, amount }) => {
    const lines = gates.map(
      ({ name, isOpen, words }) =>
        `${isOpen ? ':white_check_mark:' : ':no_entry:'} *${name}:* ${escapeInline(words)}`,
    );
    return section(fitLines(answers.length > 1 ? [`*In ${amount.currency}*`, ...lines] : lines, 2900));
  });
}

/** One currency, or all that can go at once: one request, one pack, and a notice for each. */
function whichField(free: readonly HandOverAnswer[], locale: string): AnyBlock[] {
  if (free.length < 2) return [];
  const codes = free.map(({ amount }) => amount.currency);
  const sums = free.map(({ amount }) => formatMoney(amount, locale));
  const choices = [
    [codes.join(' '), shorten(`All of it: ${sums.join(' and ')}`, LIMITS.option)] as const,
    ...codes.map((code, index) => [code, `Only ${sums[index]}`] as const),
  ];
  return [selectField('which', 'What shall go?', options(choices), codes.join(' '))];
}

/** "Fair Collect: 4.2 of 5, keeps 20%". */
export function agencyLine(agency: Agency, weights: AgencyWeights): string {
  const { score, redFlags } = scoreOf(agency, weights);
  const fee = agency.feePercent === null ? 'fee not recorded' : `keeps ${agency.feePercent}%`;
  const flags = redFlags.map((flag) => `\n:triangular_flag_on_post: ${escapeInline(flag)}`).join('');
  return `*${escapeInline(agency.name)}*: ${score === null ? 'not marked yet' : `${score} of 5`}, ${fee}${flags}`;
}

/** `which`: the chosen currencies; null where there was nothing to choose. */
export function parseHandOver(values: StateValues): Parsed<{
  readonly agencyId: string;
  readonly reason: string;
  readonly which: readonly string[] | null;
}> {
  const agencyId = chosenIn(values, 'agency');
  const reason = textIn(values, 'reason');
  const which = chosenIn(values, 'which')?.split(' ') ?? null;
  if (agencyId && reason) return parsed({ agencyId, reason, which });
  return wrong({
    ...(agencyId ? {} : { agency: 'Choose an agency.' }),
    ...(reason ? {} : { reason: REASON }),
  });
}

export function writeOffModal(customer: Named, writable: readonly Writable[], locale: string): ModalView {
  const choices = writable
    .filter(({ number }) => number.length <= LIMITS.option)
    .slice(0, 100)
    .map(({ number, left, isOverdue }) =>
      option(`${shorten(number, 30)} · ${formatMoney(left, locale)}${isOverdue ? ' · overdue' : ''}`, number),
    );
  if (choices.length === 0) {
    return modal(CALLBACKS.lastWriteOff, 'Write off', [
      about(customer),
      section('Nothing of theirs is open that could be written off.'),
    ]);
  }
  return modal(
    CALLBACKS.lastWriteOff,
    'Write off',
    [
      about(customer, '. What is written off nobody asks for any more; it can be taken back.'),
      severalField('invoices', 'Which invoices?', choices, []),
      amountField('amount', 'How much?', null, {
        optional: true,
        hint: 'Leave empty for all that is left of them. A part is taken of one invoice at a time.',
      }),
      reasonField('reason', 'Why?', 'They closed down and nothing is left to collect'),
    ],
    { submit: 'Write off', metadata: metadata(customer, null) },
  );
}

/** `currencyOf`: of an invoice by its number; the sum is meant in it. */
export function parseWriteOff(
  values: StateValues,
  currencyOf: (number: string) => string | null,
): Parsed<{ readonly invoices: readonly string[]; readonly amount: Money | null; readonly reason: string }> {
  const invoices = severalIn(values, 'invoices');
  const reason = textIn(values, 'reason');
  const errors: Record<string, string> = {};
  if (invoices.length === 0) errors.invoices = 'Choose at least one.';
  const amount = amountIn(values, 'amount', currencyOf(invoices[0] ?? '') ?? 'USD');
  if (amount === 'wrong') errors.amount = 'Give a sum above zero, like 500.00, or leave it empty.';
  if (!reason) errors.reason = REASON;
  if (!reason || Object.keys(errors).length > 0) return wrong(errors);
  return parsed({ invoices, amount: typeof amount === 'string' ? null : amount, reason });
}
