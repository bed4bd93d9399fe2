// The forms that change a policy, one a topic: plain words over each field. What was put in is read by policy-parse.ts.
import type { AnyBlock, ModalView } from '@slack/types';
import { money, toDecimal } from '../../core/money.ts';
import { type Policy, STEP_NAMES } from '../../core/policy.ts';
import { type PolicyTopic, STEP_TITLES, TOPIC_WORDS } from '../../core/policy-words.ts';
import type { Settings } from '../../core/settings.ts';
import { type ActionValue, CALLBACKS, encodeValue } from './action-ids.ts';
import { modal } from './blocks.ts';
import {
  options,
  radioField,
  selectField,
  severalField,
  textField,
  timeField,
  wholeField,
} from './inputs.ts';
import { stepFields, stepOf } from './policy-step-form.ts';

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
    wholeField(
      'minGapDays',
      'Days between two contacts',
      caps.minGapDays,
      'By whatever way: letters and calls count alike.',
    ),
    wholeField('writtenPer7Days', 'Letters in 7 days, at most', caps.writtenPer7Days),
    wholeField('callsPer7Days', 'Calls in 7 days, at most', caps.callsPer7Days),
    wholeField('totalPer90Days', 'Contacts in 90 days, at most', caps.totalPer90Days),
    wholeField(
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
    wholeField(
      'paidSaidBusinessDays',
      'Working days to wait when they say it is paid',
      holds.paidSaidBusinessDays,
    ),
    wholeField(
      'promiseGraceBusinessDays',
      'Working days of grace after a promised date',
      holds.promiseGraceBusinessDays,
    ),
    wholeField('afterPaymentDays', 'Days of rest after a payment', holds.afterPaymentDays),
    wholeField(
      'ledgerMaxAgeDays',
      'Days after which the books are too old to act on',
      holds.ledgerMaxAgeDays,
    ),
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
  plans: ({ earlyPayment, recognition, plan }) => [
    textField('percent', 'Discount for early payment, in percent', percent(earlyPayment?.percent ?? null), {
      limit: 5,
      optional: true,
      hint: 'Leave empty for none. Never offered after the due day.',
    }),
    wholeField(
      'withinDays',
      'For payment within so many days of the invoice',
      earlyPayment?.withinDays ?? null,
      undefined,
      true,
    ),
    textField('reward', 'A small reward for customers who pay on time', recognition.reward, {
      limit: 120,
      optional: true,
      placeholder: '5 % off your next order',
      hint: 'In the words of a letter. An owner approves each that offers it; leave empty for none.',
    }),
    wholeField(
      'termsDays',
      'Days to pay that such a customer may be given',
      recognition.termsDays,
      undefined,
      true,
    ),
    wholeField('maxInstalments', 'Instalments, at most', plan.maxInstalments),
    wholeField('maxDays', 'Days from the first to the last, at most', plan.maxDays),
    wholeField('firstWithinDays', 'Days until the first instalment, at most', plan.firstWithinDays),
    severalField('cadences', 'How often', CADENCES, plan.cadences),
    wholeField(
      'brokenAfterMissedDays',
      'Days after a missed instalment until the plan is broken',
      plan.brokenAfterMissedDays,
    ),
  ],
  agency: ({ agency }, { currency }) => [
    wholeField(
      'handOverByDay',
      'Handed over by day',
      agency.handOverByDay,
      'Days from the due day. When you review a case among yourselves is a step of the ladder.',
    ),
    sum('minBalanceMinor', `Smallest sum for an agency (${currency})`, agency.minBalanceMinor, currency),
    wholeField('approvals', 'Approvals for a hand-over', agency.approvals),
  ],
  groups: groupFields,
};

/** A group is named as in the ledger; with nothing but its name it has no rules of its own any more. */
function groupFields({ groups }: Policy, { currency }: Settings): AnyBlock[] {
  const known = Object.keys(groups);
  const first = known.length === 1 ? known[0] : undefined;
  const own = first === undefined ? undefined : groups[first];
  const least = own?.minBalanceMinor;
  return [
    textField('group', 'Group, as your books call it', first ?? null, {
      limit: 100,
      hint: 'What stands below outranks the policy for its customers. Leave all of it empty, and the group follows the policy.',
    }),
    wholeField('minGapDays', 'Days between two contacts', own?.caps?.minGapDays ?? null, undefined, true),
    wholeField(
      'totalPer90Days',
      'Contacts in 90 days, at most',
      own?.caps?.totalPer90Days ?? null,
      undefined,
      true,
    ),
    textField(
      'minBalanceMinor',
      `Smallest sum that is chased (${currency})`,
      least === undefined ? null : toDecimal(money(least, currency)),
      { limit: 15, optional: true },
    ),
  ];
}

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
