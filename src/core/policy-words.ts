// A policy in plain words, field by field: shown on its page, and compared to say what a change changes.

import { ladderOf } from './chase/ladder.ts';
import { earlyPaymentYearlyPercent } from './early-payment.ts';
import { formatMoney, money } from './money.ts';
import type { Overrides, Policy, PolicyStep } from './policy.ts';
import { withOverrides } from './policy-for.ts';

export type PolicyTopic =
  | 'steps'
  | 'limits'
  | 'hours'
  | 'sums'
  | 'holds'
  | 'fees'
  | 'plans'
  | 'agency'
  | 'groups';

export type PolicyLine = {
  readonly topic: PolicyTopic;
  /** What the field is, the same in every version: by it two policies are compared. */
  readonly label: string;
  readonly words: string;
};

export type PolicyLocale = { readonly currency: string; readonly locale: string };

export const TOPIC_WORDS: Readonly<Record<PolicyTopic, string>> = {
  steps: 'The steps',
  limits: 'How often',
  hours: 'Days and hours',
  sums: 'Sums',
  holds: 'When we wait',
  fees: 'Late fees',
  plans: 'Early payment and plans',
  agency: 'The last resort',
  groups: 'Customer groups',
};

export const STEP_TITLES: Readonly<Record<PolicyStep['name'], string>> = {
  nudge: 'A note before the due day',
  reminder: 'A friendly reminder',
  question: 'Ask for a payment date',
  call: 'A call',
  firm: 'A firm letter',
  owner: 'A letter from the owner',
  final_notice: 'The final notice',
  internal_review: 'A review among ourselves',
};

export const SAYING: Readonly<Record<PolicyStep['maySay'][number], string>> = {
  fee: 'the late fee',
  discount: 'a discount',
  plan: 'a payment plan',
  pause_credit: 'a pause of new credit',
  agency: 'an agency',
  legal: 'a legal step',
  deadline: 'a deadline',
  history: 'the contacts so far',
};

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function policyInWords(policy: Policy, { currency, locale }: PolicyLocale): PolicyLine[] {
  const sum = (minor: number) => formatMoney(money(minor, currency), locale);
  const { caps, holds, window, plan, agency } = policy;
  const line = (topic: PolicyTopic, label: string, words: string): PolicyLine => ({ topic, label, words });
  return [
    ...ladderOf(policy.steps).map((step) => line('steps', STEP_TITLES[step.name], stepInWords(step))),
    line(
      'steps',
      'Notes before the due day',
      policy.autoSendNudge ? 'go out by themselves' : 'need an approver',
    ),
    line('limits', 'Gap between two contacts', days(caps.minGapDays)),
    line('limits', 'Letters in 7 days', `at most ${caps.writtenPer7Days}`),
    line('limits', 'Calls in 7 days', `at most ${caps.callsPer7Days}`),
    line('limits', 'Contacts in 90 days', `at most ${caps.totalPer90Days}`),
    line('limits', 'Quiet after a conversation', days(caps.quietAfterConversationDays)),
    line(
      'hours',
      'Working days',
      [...window.weekdays]
        .sort()
        .map((day) => WEEKDAYS[day - 1])
        .join(', '),
    ),
    line('hours', 'Hours', `${window.from} to ${window.to} by the customer’s clock`),
    line(
      'hours',
      'Public holidays',
      window.holidayCountry
        ? `of ${window.holidayCountry}, or the customer’s country`
        : 'of the customer’s country, where it is known',
    ),
    line('hours', 'Own days off', window.daysOff.length > 0 ? [...window.daysOff].sort().join(', ') : 'none'),
    line('sums', 'Smallest sum that is chased', sum(policy.minBalanceMinor)),
    line('sums', 'Small change that is let be', sum(policy.toleranceMinor)),
    line('sums', 'Always asked about above', sum(policy.alwaysAskAboveMinor)),
    line('holds', 'Payment said to be sent', `${days(holds.paidSaidBusinessDays, 'working day')} of waiting`),
    line('holds', 'After a promised date', `${days(holds.promiseGraceBusinessDays, 'working day')} of grace`),
    line('holds', 'After a payment', `${days(holds.afterPaymentDays)} of rest`),
    line('holds', 'Books count as old after', days(holds.ledgerMaxAgeDays)),
    line('fees', 'Late fee', feeInWords(policy)),
    line(
      'plans',
      'Early payment',
      policy.earlyPayment
        ? `${policy.earlyPayment.percent} % off within ${days(policy.earlyPayment.withinDays)} of the invoice${yearlyCost(policy.earlyPayment, policy.termsDays)}`
        : 'no discount',
    ),
    line('plans', 'For paying on time', recognitionInWords(policy.recognition)),
    line(
      'plans',
      'Payment plan',
      `at most ${plan.maxInstalments} instalments in ${days(plan.maxDays)}, ${plan.cadences.join(' or ')}`,
    ),
    line('plans', 'First instalment', `within ${days(plan.firstWithinDays)}`),
    line('plans', 'A plan is broken', `${days(plan.brokenAfterMissedDays)} after a missed instalment`),
    line('agency', 'Handed over by day', String(agency.handOverByDay)),
    line('agency', 'Smallest sum for an agency', sum(agency.minBalanceMinor)),
    line('agency', 'Approvals for a hand-over', String(agency.approvals)),
    ...Object.entries(policy.groups).flatMap(([group, overrides]) =>
      groupLines(group, overrides, policy, { currency, locale }),
    ),
  ];
}

/** Only what a group has otherwise. */
function groupLines(group: string, overrides: Overrides, policy: Policy, as: PolicyLocale): PolicyLine[] {
  return overridesInWords(overrides, { ...policy, groups: {} }, as).map((line) => ({
    ...line,
    topic: 'groups' as const,
    label: `${line.label} (group ${group})`,
  }));
}

/** What a customer or a group has otherwise than the policy over it. */
export function overridesInWords(overrides: Overrides, over: Policy, as: PolicyLocale): PolicyLine[] {
  const merged = withOverrides(over, overrides);
  return changesBetween(over, merged, as).flatMap(({ topic, label, after }) =>
    after === null ? [{ topic, label, words: 'none' }] : [{ topic, label, words: after }],
  );
}

export type PolicyChange = {
  readonly topic: PolicyTopic;
  readonly label: string;
  readonly before: string | null; // null: it is new
  readonly after: string | null; // null: it is gone
};

/** What differs, in the order of the fields; the same two policies differ in nothing. */
export function changesBetween(before: Policy, after: Policy, as: PolicyLocale): PolicyChange[] {
  const [old, now] = [policyInWords(before, as), policyInWords(after, as)];
  const wordsOf = (lines: readonly PolicyLine[], label: string) =>
    lines.find((line) => line.label === label)?.words ?? null;
  const labels = [...now, ...old.filter(({ label }) => wordsOf(now, label) === null)];
  return labels
    .map(({ topic, label }) => ({ topic, label, before: wordsOf(old, label), after: wordsOf(now, label) }))
    .filter((change) => change.before !== change.after);
}

/** "Gap between two contacts: 5 days → 7 days" */
export function changeInWords({ label, before, after }: PolicyChange): string {
  return `${label}: ${before ?? 'not there'} → ${after ?? 'taken out'}`;
}

function stepInWords(step: PolicyStep & { day: number }): string {
  const when = step.day < 0 ? `${days(-step.day)} before the due day` : `${days(step.day)} after the due day`;
  const after =
    step.afterPreviousDays === null
      ? ''
      : `, at least ${days(step.afterPreviousDays)} after the contact before`;
  const by = { email: 'by e-mail', call: 'by telephone', none: 'no message' }[step.channel];
  const may =
    step.maySay.length > 0 ? `; may name ${step.maySay.map((topic) => SAYING[topic]).join(', ')}` : '';
  const who = step.approval === 'owner' ? '; an owner approves' : '';
  return `${when}${after}, ${by}, ${step.tone}${may}${who}`;
}

function feeInWords({ lateFee }: Policy): string {
  const { kind, annualRatePercent, referenceRatePercent, fromStep } = lateFee;
  const named = fromStep ? `, named from “${STEP_TITLES[fromStep]}” on` : ', named in no letter';
  if (kind === 'off') return 'off';
  if (kind === 'simple_interest') return `${annualRatePercent} % a year, simple${named}`;
  const law = kind === 'uk_statutory' ? 'UK Late Payment Act' : 'EU Directive 2011/7';
  return `${law}: ${referenceRatePercent} % and 8 points, simple, and its fixed sum${named}`;
}

/** "5 % off your next order, or 30 days to pay". */
function recognitionInWords({ reward, termsDays }: Policy['recognition']): string {
  const given = [
    ...(reward === null ? [] : [reward]),
    ...(termsDays === null ? [] : [`${days(termsDays)} to pay`]),
  ];
  return given.join(', or ') || 'a kind word';
}

function days(count: number, unit = 'day'): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** What the discount costs, where the money comes any earlier for it. */
function yearlyCost(discount: NonNullable<Policy['earlyPayment']>, termsDays: number): string {
  const yearly = earlyPaymentYearlyPercent(discount, termsDays);
  return yearly === null ? '' : `, which costs you as much as a loan at ${yearly.toFixed(1)} % a year`;
}
