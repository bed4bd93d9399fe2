// The fields of one step of the policy: when it comes, how, in which tone, what it may name, and who approves it.
import type { AnyBlock } from '@slack/types';
import { type Policy, type PolicyStep, STEP_NAMES, TONES, TOPICS } from '../../core/policy.ts';
import { SAYING, STEP_TITLES } from '../../core/policy-words.ts';
import { context } from './blocks.ts';
import { options, radioField, selectField, severalField, wholeField } from './inputs.ts';

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

export function stepFields(step: PolicyStep, policy: Policy): AnyBlock[] {
  const isThere = policy.steps.some(({ name }) => name === step.name);
  return [
    context(`*${STEP_TITLES[step.name]}*`),
    wholeField(
      'day',
      'Days from the due day',
      step.day,
      'Below zero is before it: -3. Leave empty to count from the contact before alone.',
      true,
    ),
    wholeField(
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
