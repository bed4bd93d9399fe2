// The forms of a payment plan: the calculator, what it comes to beside what else could be done, more time, and its end.
import type { AnyBlock, ModalView } from '@slack/types';
import { addDays, type Day, formatDay } from '../../core/calendar.ts';
import type { Customer } from '../../core/ledger.ts';
import { formatMoney, type Money } from '../../core/money.ts';
import type { Alternative } from '../../core/plan/compare.ts';
import type { PlanWish, WorkedOut } from '../../core/plan/work-out-plan.ts';
import type { Policy } from '../../core/policy.ts';
import { type ActionValue, CALLBACKS, encodeValue } from './action-ids.ts';
import { context, LIMITS, modal, option, section } from './blocks.ts';
import { dayField, options, radioField, selectField, severalField, textField, wholeField } from './inputs.ts';
import { escapeInline, fitLines, shorten } from './mrkdwn.ts';
import { CADENCES } from './outcome-fields.ts';
import {
  chosenIn,
  dayPicked,
  type Parsed,
  parsed,
  type StateValues,
  severalIn,
  textIn,
  wrong,
} from './read-inputs.ts';

type Named = Pick<Customer, 'id' | 'name'>;

export type PlanFormContent = {
  readonly customer: Named;
  readonly usual: PlanWish;
  /** Open in the plan's currency. */
  readonly invoices: readonly { readonly number: string; readonly open: Money; readonly due: Day }[];
  readonly limits: Policy['plan'];
  readonly today: Day;
  readonly locale: string;
  readonly readingId: string | null;
};

const MOST_CHOICES = 100;

export function planModal(content: PlanFormContent): ModalView {
  const { customer, usual, limits, today, locale, readingId } = content;
  const { maxInstalments, maxDays, firstWithinDays } = limits;
  const choices = content.invoices
    .filter(({ number }) => number.length <= LIMITS.option)
    .slice(0, MOST_CHOICES)
    .map(({ number, open, due }) =>
      option(
        `${shorten(number, 30)} · ${formatMoney(open, locale)} · due ${formatDay(due, locale, today)}`,
        number,
      ),
    );
  return modal(
    CALLBACKS.planWork,
    usual.changes ? 'Change the plan' : 'Payment plan',
    [
      context(`About *${escapeInline(shorten(customer.name, 150))}*, in ${usual.currency}`),
      wholeField(
        'instalments',
        'How many instalments?',
        usual.instalments,
        `Your policy allows up to ${maxInstalments} within ${maxDays} days, the first within ${firstWithinDays}.`,
      ),
      selectField('cadence', 'How often?', options(CADENCES), usual.cadence),
      dayField('first', 'The first on', usual.first),
      ...(choices.length > 0
        ? [
            severalField('invoices', 'Which invoices?', choices, usual.invoices ?? [], {
              optional: true,
              hint: 'Leave empty for all that is overdue.',
            }),
          ]
        : []),
      textField('note', 'Why?', null, {
        limit: 300,
        optional: true,
        placeholder: 'A big customer of theirs pays late',
      }),
    ],
    {
      submit: 'Work it out',
      metadata: encodeValue('planForm', {
        customerId: customer.id,
        currency: usual.currency,
        changes: usual.changes,
        readingId,
      }),
    },
  );
}

export type PlanTyped = Pick<PlanWish, 'instalments' | 'cadence' | 'first' | 'invoices'> & {
  readonly note: string | null;
};

/** Only what is no number and no day is wrong here; what the plan comes to is judged when it is worked out. */
export function parsePlan(values: StateValues): Parsed<PlanTyped> {
  const typed = textIn(values, 'instalments');
  const cadence = CADENCES.find(([value]) => value === chosenIn(values, 'cadence'))?.[0];
  const first = dayPicked(values, 'first');
  const errors: Record<string, string> = {};
  if (!typed || !/^\d{1,6}$/.test(typed)) {
    errors.instalments = 'A plan needs a whole number of instalments, such as 3.';
  }
  if (!cadence) errors.cadence = 'Choose how often.';
  if (!first) errors.first = 'Choose the day of the first instalment.';
  if (!cadence || !first || Object.keys(errors).length > 0) return wrong(errors);
  const invoices = severalIn(values, 'invoices');
  return parsed({
    instalments: Number(typed),
    cadence,
    first,
    invoices: invoices.length > 0 ? invoices : null,
    note: textIn(values, 'note'),
  });
}

export type PlanPreview = {
  readonly customer: Named;
  readonly worked: Extract<WorkedOut, { kind: 'plan' }>;
  readonly wish: ActionValue<'planWish'>;
  readonly alternatives: readonly Alternative[];
  readonly behaviour: readonly string[];
  readonly today: Day;
  readonly locale: string;
};

/** What it comes to, against the policy and beside what else could be done. */
export function planPreviewModal({
  customer,
  worked,
  wish,
  alternatives,
  behaviour,
  today,
  locale,
}: PlanPreview): ModalView {
  const rows = worked.terms.instalments.map(
    ({ day, amount }) => `• ${formatDay(day, locale, today)}: ${formatMoney(amount, locale)}`,
  );
  const policy: AnyBlock =
    worked.beyond.length === 0
      ? section(':white_check_mark: It is within your policy.')
      : section(
          fitLines(
            [
              ':warning: *Beyond your policy: only an owner can agree to it*',
              ...worked.beyond.map((each) => `• ${escapeInline(each)}`),
            ],
            2900,
          ),
        );
  return modal(
    CALLBACKS.planPropose,
    'What it comes to',
    [
      section(
        fitLines(
          [
            `*${escapeInline(shorten(customer.name, 150))}: ${formatMoney(worked.total, locale)} in ${rows.length} instalments*`,
            ...rows,
          ],
          2900,
        ),
      ),
      context(`For ${escapeInline(shorten(worked.terms.invoices.join(', '), 1000))}`),
      policy,
      ...(worked.leftOut.length > 0
        ? [
            section(
              fitLines(
                worked.leftOut.map((each) => escapeInline(each)),
                2900,
              ),
            ),
          ]
        : []),
      section(
        fitLines(['*What their history says*', ...behaviour.map((each) => `• ${escapeInline(each)}`)], 2900),
      ),
      section(
        fitLines(
          [
            '*What else could be done*',
            ...alternatives.map(({ name, words }) => `• *${name}:* ${escapeInline(shorten(words, 600))}`),
          ],
          2900,
        ),
      ),
      context(
        '“Propose” puts it into the case’s thread, where an owner approves. Nothing goes to the customer yet.',
      ),
    ],
    { submit: 'Propose', metadata: encodeValue('planWish', wish) },
  );
}

export function extendModal(customer: Named, metadata: ActionValue<'planCard'>, today: Day): ModalView {
  return modal(
    CALLBACKS.planExtend,
    'Give more time',
    [
      context(`About *${escapeInline(shorten(customer.name, 150))}*`),
      dayField('until', 'Until which day?', addDays(today, 7), {
        hint: 'The plan goes on meanwhile. If nothing has come by then, you are asked again.',
      }),
    ],
    { submit: 'Save', metadata: encodeValue('planCard', metadata) },
  );
}

export function parseExtend(values: StateValues, today: Day): Parsed<{ readonly until: Day }> {
  const until = dayPicked(values, 'until');
  if (until === null || until <= today) return wrong({ until: 'Choose a day after today.' });
  if (until > addDays(today, 90))
    return wrong({ until: 'That is more than 90 days away. Change the plan instead.' });
  return parsed({ until });
}

export function endModal(customer: Named, metadata: ActionValue<'planCard'>, isBehind: boolean): ModalView {
  const ways = options([
    ...(isBehind ? [['broken', 'It is broken: the balance is due again, and somebody calls'] as const] : []),
    ['cancelled', 'It is not needed any more: what is open is due as before'],
  ]);
  return modal(
    CALLBACKS.planEnd,
    'End the plan',
    [
      context(`About *${escapeInline(shorten(customer.name, 150))}*`),
      radioField('why', 'How does it end?', ways, isBehind ? 'broken' : 'cancelled'),
      textField('reason', 'In your words', null, {
        limit: 300,
        multiline: true,
        placeholder: 'I called twice, and nobody knows when the money will come',
      }),
    ],
    { submit: 'End it', metadata: encodeValue('planCard', metadata) },
  );
}

export function parseEnd(
  values: StateValues,
): Parsed<{ readonly why: 'broken' | 'cancelled'; readonly reason: string }> {
  const why = chosenIn(values, 'why');
  const reason = textIn(values, 'reason');
  if (why !== 'broken' && why !== 'cancelled') return wrong({ why: 'Choose how it ends.' });
  return reason ? parsed({ why, reason }) : wrong({ reason: 'Say in a few words why.' });
}
