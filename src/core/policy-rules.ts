// What contradicts itself in a policy: each finding names the field and says why, in words for the owner.
import { reviewDayOf } from './chase/ladder.ts';
import type { Policy, PolicyStep } from './policy.ts';

export type PolicyProblem = { readonly path: readonly (string | number)[]; readonly why: string };

export function contradictionsIn(policy: Policy): PolicyProblem[] {
  return [
    ...stepProblems(policy.steps),
    ...feeProblems(policy),
    ...(policy.window.from >= policy.window.to
      ? [{ path: ['window', 'to'], why: 'The window must end after it begins, on the same day.' }]
      : []),
    ...(policy.toleranceMinor > policy.minBalanceMinor && policy.minBalanceMinor > 0
      ? [
          {
            path: ['toleranceMinor'],
            why: 'Small change cannot be more than the smallest sum that is chased.',
          },
        ]
      : []),
    ...(policy.agency.handOverByDay < (reviewDayOf(policy) ?? 0)
      ? [
          {
            path: ['agency', 'handOverByDay'],
            why: 'A case is reviewed before it is handed over, so this day cannot be earlier.',
          },
        ]
      : []),
    ...(policy.plan.firstWithinDays > policy.plan.maxDays
      ? [
          {
            path: ['plan', 'firstWithinDays'],
            why: 'The first instalment cannot come after the last one must have come.',
          },
        ]
      : []),
    ...(policy.recognition.termsDays !== null && policy.recognition.termsDays <= policy.termsDays
      ? [
          {
            path: ['recognition', 'termsDays'],
            why: `Longer terms are more than the ${policy.termsDays} days that everybody has.`,
          },
        ]
      : []),
    ...(policy.caps.writtenPer7Days > policy.caps.totalPer90Days
      ? [
          {
            path: ['caps', 'totalPer90Days'],
            why: 'So few contacts in 90 days are fewer than the letters of one week.',
          },
        ]
      : []),
  ];
}

const CONSEQUENCES = ['fee', 'pause_credit', 'agency', 'legal'] as const;

/** Steps that may speak of an agency or a court: what comes before has not tried everything else. */
const LAST_RESORT: readonly PolicyStep['name'][] = ['final_notice'];

function stepProblems(steps: readonly PolicyStep[]): PolicyProblem[] {
  return steps.flatMap((step, index) => {
    const found: PolicyProblem[] = [];
    const refuse = (field: string, why: string) => found.push({ path: ['steps', index, field], why });
    if (steps.findIndex(({ name }) => name === step.name) !== index) {
      refuse('name', `The step "${step.name}" is there twice.`);
    }
    if (step.day !== null && steps.findIndex(({ day }) => day === step.day) !== index) {
      refuse('day', `Two steps are on day ${step.day}: one customer would get both.`);
    }
    if (step.day === null && step.afterPreviousDays === null) {
      refuse('day', `Say when the step "${step.name}" comes: days from due, or from the previous contact.`);
    }
    if (step.day === null && (index === 0 || step.name === 'nudge')) {
      refuse('day', 'There is no contact before it to count from: give its day from the due day.');
    }
    if (step.name !== 'nudge' && step.day !== null && step.day < 1) {
      refuse('day', `The step "${step.name}" speaks of a late payment, so it needs a day after the due day.`);
    }
    if (step.name === 'nudge' && step.day !== null && step.day >= 0) {
      refuse('day', 'The nudge comes before the due day, so its day is below zero.');
    }
    if (step.name === 'call' && step.channel === 'email') {
      refuse('channel', 'The call is made by telephone: its words are a script for you and no letter.');
    }
    return [...found, ...topicProblems(step, index)];
  });
}

function topicProblems({ name, channel, maySay }: PolicyStep, index: number): PolicyProblem[] {
  const found: PolicyProblem[] = [];
  const refuse = (field: string, why: string) => found.push({ path: ['steps', index, field], why });
  if (name === 'nudge' && CONSEQUENCES.some((topic) => maySay.includes(topic))) {
    refuse('maySay', 'Before the due day no letter may speak of fees or consequences.');
  }
  if (name !== 'nudge' && maySay.includes('discount')) {
    refuse('maySay', 'A discount for early payment is never offered after the due day.');
  }
  if (!LAST_RESORT.includes(name) && (maySay.includes('agency') || maySay.includes('legal'))) {
    refuse('maySay', `Only the final notice may speak of an agency or a court, not the step "${name}".`);
  }
  if (name === 'internal_review' && channel !== 'none') {
    refuse('channel', 'The review is among yourselves: no message goes out at this step.');
  }
  if (name !== 'internal_review' && channel === 'none') {
    refuse('channel', `The step "${name}" needs a way to reach the customer: an e-mail or a call.`);
  }
  return found;
}

function feeProblems({ lateFee, steps }: Policy): PolicyProblem[] {
  const { kind, annualRatePercent, referenceRatePercent, fromStep } = lateFee;
  const found: PolicyProblem[] = [];
  const refuse = (field: string, why: string) => found.push({ path: ['lateFee', field], why });
  if (kind === 'simple_interest' && annualRatePercent === null) {
    refuse('annualRatePercent', 'Give the yearly rate of the interest, as your signed terms have it.');
  }
  if ((kind === 'uk_statutory' || kind === 'eu_statutory') && referenceRatePercent === null) {
    refuse('referenceRatePercent', 'Give the central bank’s rate, to which the statute adds 8 points.');
  }
  if (fromStep === null) return found;
  if (kind === 'off') refuse('fromStep', `The late fee is off, so the step "${fromStep}" cannot name one.`);
  const at = steps.findIndex(({ name }) => name === fromStep);
  if (at === -1) refuse('fromStep', `There is no step "${fromStep}" that could name the fee.`);
  else if (!steps[at]?.maySay.includes('fee')) {
    refuse('fromStep', `The fee would be named from the step "${fromStep}" on, which may not name one.`);
  }
  return found;
}
