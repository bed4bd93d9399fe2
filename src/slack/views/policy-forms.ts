// The forms that change a policy, one a topic: plain words over each field. What was put in is read by policy-parse.ts.
import type { AnyBlock, ModalView } from '@slack/types';
import { money, toDecimal } from '../../core/money.ts';
import { type Policy, type PolicyStep, STEP_NAMES, TONES, TOPICS } from '../../core/policy.ts';
import { type PolicyTopic, SAYING, STEP_TITLES, TOPIC_WORDS } from '../../core/policy-words.ts';
import type { Settings } from '../../core/settings.ts';
import { type ActionValue, CALLBACKS, encodeValue } from './action-ids.ts';
import { context, modal } from './blocks.ts';
import { options, radioField, selectField, severalField, textField, timeField } from './inputs.ts';

/** What stands in a form's private_metadata. */
export type FormOf = ActionValue<'policyTopic'>;

export function policyForm(form: FormOf, policy: Policy, settings: Settings): ModalView {
  const step = form.step === null ? null : stepOf(policy, form.step);
  const title = step ? 'A step' : form.topic === 'steps' ? 'Notes before due' : TOPIC_WORDS[form.topic];
  const blocks = step ? stepFields(step, policy) : FIELDS[form.topic](policy, settings);
  return modal(CALLBACKS.policyForm, title, blocks, {
    submit: 'See what changes',
    metadata: encodeValue('policyTopic', form),
  });
}

function whole(name: string, label: string, value: number | null, hint?: string, optional = false) {
  return textField(name, label, value === null ? null : String(value), {
    limit: 6,
    optional,
    ...(hint ? { hint } : {}),
  });
}

const yesNo = options([
  ['yes', 'Yes'],
  ['no', 'No, an approver looks at each'],
]);

const FIELDS: Readonly<Record<PolicyTopic, (policy: Policy, settings: Settings) => AnyBlock[]>> = {
  steps: ({ autoSendNudge }) => [
    radioField(
      'autoSendNudge',
      'May the note before the due day go out without approval?',
      yesNo,
      autoSendNudge ? 'yes' : 'no',
      {
        hint: 'Nothing else ever goes out by itself.',
      },
    ),
  ],
  limits: ({ caps }) => [
    whole(
      'minGapDays',
      'Days between two contacts',
      caps.minGapDays,
      'By whatever way: letters and calls count alike.',
    ),
    whole('writtenPer7Days', 'Letters in 7 days, at most', caps.writtenPer7Days),
    whole('callsPer7Days', 'Calls in 7 days, at most', caps.callsPer7Days),
    whole('totalPer90Days', 'Contacts in 90 days, at most', caps.totalPer90Days),
    whole(
      'quietAfterConversationDays',
      'Days of quiet after a conversation',
      caps.quietAfterConversationDays,
    ),
  ],
  hours: ({ window }) => [
    severalField('weekdays', 'Days on which customers hear from you', WEEKDAYS, window.weekdays.map(String)),
    timeField('from', 'From', window.from),
    timeField('to', 'Until', window.to, { hint: 'By the customer’s own clock, where it is known.' }),
    textField('holidayCountry', 'Public holidays of', window.holidayCountry, {
      limit: 2,
      optional: true,
      hint: 'Two letters, like US or DE, for customers whose country is not known.',
    }),
    textField('daysOff', 'Your own days off', window.daysOff.join('\n') || null, {
      limit: 3000,
      multiline: true,
      optional: true,
      hint: 'One a line, like 2026-12-24.',
    }),
  ],
  sums: (policy, { currency }) => [
    sum('minBalanceMinor', `Smallest sum that is chased (${currency})`, policy.minBalanceMinor, currency),
    sum('toleranceMinor', `Small change that is let be (${currency})`, policy.toleranceMinor, currency),
    sum(
      'alwaysAskAboveMinor',
      `A person always looks above (${currency})`,
      policy.alwaysAskAboveMinor,
      currency,
    ),
  ],
  holds: ({ holds }) => [
    whole(
      'paidSaidBusinessDays',
      'Working days to wait when they say it is paid',
      holds.paidSaidBusinessDays,
    ),
    whole(
      'promiseGraceBusinessDays',
      'Working days of grace after a promised date',
      holds.promiseGraceBusinessDays,
    ),
    whole('afterPaymentDays', 'Days of rest after a payment', holds.afterPaymentDays),
    whole('ledgerMaxAgeDays', 'Days after which the books are too old to act on', holds.ledgerMaxAgeDays),
  ],
  fees: ({ lateFee }) => [
    radioField('kind', 'Late fee', FEES, lateFee.kind, {
      hint: 'Only what your signed terms or a statute give you. Sums are estimates and no advice.',
    }),
    textField('annualRatePercent', 'Yearly rate in percent', percent(lateFee.annualRatePercent), {
      limit: 6,
      optional: true,
      hint: 'Of simple interest.',
    }),
    textField(
      'referenceRatePercent',
      'Central bank’s rate in percent',
      percent(lateFee.referenceRatePercent),
      { limit: 6, optional: true, hint: 'Of a statute, which adds 8 points to it.' },
    ),
    selectField(
      'fromStep',
      'Letters may name it from',
      [...options([['none', 'No letter names it']]), ...stepOptions],
      lateFee.fromStep ?? 'none',
    ),
  ],
  plans: ({ earlyPayment, plan }) => [
    textField('percent', 'Discount for early payment, in percent', percent(earlyPayment?.percent ?? null), {
      limit: 5,
      optional: true,
      hint: 'Leave empty for none. Never offered after the due day.',
    }),
    whole(
      'withinDays',
      'For payment within so many days of the invoice',
      earlyPayment?.withinDays ?? null,
      undefined,
      true,
    ),
    whole('maxInstalments', 'Instalments, at most', plan.maxInstalments),
    whole('maxDays', 'Days from the first to the last, at most', plan.maxDays),
    whole('firstWithinDays', 'Days until the first instalment, at most', plan.firstWithinDays),
    severalField('cadences', 'How often', CADENCES, plan.cadences),
    whole(
      'brokenAfterMissedDays',
      'Days after a missed instalment until the plan is broken',
      plan.brokenAfterMissedDays,
    ),
  ],
  agency: ({ agency }, { currency }) => [
    whole('reviewDay', 'Reviewed among yourselves on day', agency.reviewDay, 'Days from the due day.'),
    whole('handOverByDay', 'Handed over by day', agency.handOverByDay),
    sum('minBalanceMinor', `Smallest sum for an agency (${currency})`, agency.minBalanceMinor, currency),
    whole('approvals', 'Approvals for a hand-over', agency.approvals),
  ],
};

const WEEKDAYS = options([
  ['1', 'Monday'],
  ['2', 'Tuesday'],
  ['3', 'Wednesday'],
  ['4', 'Thursday'],
  ['5', 'Friday'],
  ['6', 'Saturday'],
  ['7', 'Sunday'],
]);
const FEES = options([
  ['off', 'None'],
  ['simple_interest', 'Simple interest'],
  ['uk_statutory', 'UK Late Payment Act'],
  ['eu_statutory', 'EU Directive 2011/7'],
]);
const CADENCES = options([
  ['weekly', 'Weekly'],
  ['fortnightly', 'Every two weeks'],
  ['monthly', 'Monthly'],
]);
const stepOptions = options(
  STEP_NAMES.filter((name) => name !== 'nudge').map((name) => [name, STEP_TITLES[name]] as const),
);

function sum(name: string, label: string, minor: number, currency: string) {
  return textField(name, label, toDecimal(money(minor, currency)), { limit: 15 });
}

function percent(value: number | null): string | null {
  return value === null ? null : String(value);
}

/** A step that is not there yet begins as the policy of every workspace has it. */
export function stepOf(policy: Policy, name: string): PolicyStep {
  const known = policy.steps.find((step) => step.name === name);
  if (known) return known;
  const isReview = name === 'internal_review';
  return {
    name: STEP_NAMES.find((one) => one === name) ?? 'reminder',
    day: null,
    afterPreviousDays: null,
    channel: isReview ? 'none' : name === 'call' ? 'call' : 'email',
    tone: 'friendly',
    maySay: [],
    approval: 'approver',
  };
}

function stepFields(step: PolicyStep, policy: Policy): AnyBlock[] {
  const isThere = policy.steps.some(({ name }) => name === step.name);
  return [
    context(`*${STEP_TITLES[step.name]}*`),
    whole(
      'day',
      'Days from the due day',
      step.day,
      'Below zero is before it: -3. Leave empty to count from the contact before alone.',
      true,
    ),
    whole(
      'afterPreviousDays',
      'At least so many days after the contact before',
      step.afterPreviousDays,
      undefined,
      true,
    ),
    selectField(
      'channel',
      'How',
      options([
        ['email', 'By e-mail'],
        ['call', 'By telephone'],
        ['none', 'No message: among ourselves'],
      ]),
      step.channel,
    ),
    selectField('tone', 'Tone', options(TONES.map((tone) => [tone, tone] as const)), step.tone),
    severalField(
      'maySay',
      'May name',
      options(TOPICS.map((topic) => [topic, SAYING[topic]] as const)),
      step.maySay,
      {
        optional: true,
        hint: 'A fee, an agency or a court is named only when somebody has decided it for that customer, too.',
      },
    ),
    radioField(
      'approval',
      'Who approves',
      options([
        ['approver', 'Any approver'],
        ['owner', 'An owner'],
      ]),
      step.approval,
    ),
    ...(isThere
      ? [
          radioField(
            'keep',
            'Keep this step?',
            options([
              ['yes', 'Keep it'],
              ['no', 'Take it out of the policy'],
            ]),
            'yes',
          ),
        ]
      : []),
  ];
}
