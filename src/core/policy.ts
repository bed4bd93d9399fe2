// The credit policy: what the owner allows, as one validated document. The engine and the guard read nothing else.
import { z } from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 09:00');

export const TOPICS = [
  'fee',
  'discount',
  'plan',
  'pause_credit',
  'agency',
  'legal',
  'deadline',
  'history',
] as const;

/** What a message of a step may speak of beyond the plain facts. */
export type Topic = (typeof TOPICS)[number];

const step = z.strictObject({
  name: z.enum(['nudge', 'reminder', 'question', 'call', 'firm', 'owner', 'final_notice', 'internal_review']),
  /** Days from the due day; negative is before it. */
  day: z.number().int().min(-30).max(365),
  channel: z.enum(['email', 'call', 'none']),
  tone: z.enum(['warm', 'friendly', 'helpful', 'human', 'firm', 'serious', 'formal']),
  maySay: z.array(z.enum(TOPICS)),
});

export type PolicyStep = z.infer<typeof step>;
export type Tone = PolicyStep['tone'];

const policyShape = z.strictObject({
  termsDays: z.number().int().min(0).max(365),
  /** Minor units of the workspace's currency, and the same figure in any other. */
  minBalanceMinor: z.number().int().min(0),
  toleranceMinor: z.number().int().min(0),
  steps: z.array(step).min(1),
  autoSendNudge: z.boolean(),
  alwaysAskAboveMinor: z.number().int().min(0),
  window: z.strictObject({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1),
    from: timeOfDay,
    to: timeOfDay,
    /** Public holidays of the customer's country are closed; where it is not known, of this one (ISO 3166) or none. */
    holidayCountry: z.string().length(2).nullable(),
    daysOff: z.array(z.iso.date()),
  }),
  caps: z.strictObject({
    minGapDays: z.number().int().min(1).max(60),
    writtenPer7Days: z.number().int().min(1),
    callsPer7Days: z.number().int().min(1),
    quietAfterConversationDays: z.number().int().min(0),
    totalPer90Days: z.number().int().min(1),
  }),
  holds: z.strictObject({
    paidSaidBusinessDays: z.number().int().min(0),
    promiseGraceBusinessDays: z.number().int().min(0),
    ledgerMaxAgeDays: z.number().int().min(1),
  }),
  lateFee: z.strictObject({
    kind: z.enum(['off', 'simple_interest', 'uk_statutory', 'eu_statutory']),
    annualRatePercent: z.number().min(0).max(100).nullable(),
  }),
  earlyPayment: z
    .strictObject({ percent: z.number().min(0).max(50), withinDays: z.number().int().min(0) })
    .nullable(),
  plan: z.strictObject({
    maxInstalments: z.number().int().min(2).max(36),
    maxDays: z.number().int().min(7),
    firstWithinDays: z.number().int().min(0),
    cadences: z.array(z.enum(['weekly', 'fortnightly', 'monthly'])).min(1),
    brokenAfterMissedDays: z.number().int().min(0),
  }),
  agency: z.strictObject({
    reviewDay: z.number().int().min(1),
    handOverByDay: z.number().int().min(1),
    minBalanceMinor: z.number().int().min(0),
    approvals: z.number().int().min(1),
  }),
});

/** A policy whose rules contradict each other is refused, with the field and the reason. */
export const policySchema = policyShape.superRefine((policy, context) => {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (policy.window.from >= policy.window.to) {
    refuse(['window', 'to'], 'The window must end after it begins, on the same day.');
  }
  policy.steps.forEach((each, index) => {
    if (policy.steps.findIndex(({ name }) => name === each.name) !== index) {
      refuse(['steps', index, 'name'], `The step "${each.name}" is there twice.`);
    }
    if (policy.steps.findIndex(({ day }) => day === each.day) !== index) {
      refuse(['steps', index, 'day'], `Two steps are on day ${each.day}: one customer would get both.`);
    }
    if (each.name !== 'nudge' && each.day < 1) {
      refuse(
        ['steps', index, 'day'],
        `The step "${each.name}" speaks of a late payment, so it needs a day after the due day.`,
      );
    }
    if (each.name === 'nudge' && each.day >= 0) {
      refuse(['steps', index, 'day'], 'The nudge comes before the due day, so its day is below zero.');
    }
    const needless =
      each.day < 1 && each.maySay.some((topic) => topic === 'fee' || topic === 'agency' || topic === 'legal');
    if (needless)
      refuse(['steps', index, 'maySay'], 'Before the due day no letter may speak of fees or consequences.');
  });
  if (policy.agency.handOverByDay < policy.agency.reviewDay) {
    refuse(
      ['agency', 'handOverByDay'],
      'A case is reviewed before it is handed over, so this day cannot be earlier.',
    );
  }
});

export type Policy = z.infer<typeof policySchema>;

/** domain.md's default ladder and limits. */
export const DEFAULT_POLICY: Policy = {
  termsDays: 21,
  minBalanceMinor: 2500,
  toleranceMinor: 100,
  steps: [
    { name: 'nudge', day: -3, channel: 'email', tone: 'warm', maySay: [] },
    { name: 'reminder', day: 3, channel: 'email', tone: 'friendly', maySay: [] },
    { name: 'question', day: 10, channel: 'email', tone: 'helpful', maySay: [] },
    { name: 'call', day: 15, channel: 'call', tone: 'human', maySay: [] },
    { name: 'firm', day: 21, channel: 'email', tone: 'firm', maySay: ['plan', 'fee'] },
    {
      name: 'owner',
      day: 35,
      channel: 'email',
      tone: 'serious',
      maySay: ['plan', 'fee', 'history', 'pause_credit'],
    },
    {
      name: 'final_notice',
      day: 50,
      channel: 'email',
      tone: 'formal',
      maySay: ['plan', 'fee', 'history', 'pause_credit', 'agency', 'legal', 'deadline'],
    },
    { name: 'internal_review', day: 60, channel: 'none', tone: 'formal', maySay: [] },
  ],
  autoSendNudge: false,
  alwaysAskAboveMinor: 500000,
  window: { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidayCountry: null, daysOff: [] },
  caps: {
    minGapDays: 5,
    writtenPer7Days: 2,
    callsPer7Days: 3,
    quietAfterConversationDays: 7,
    totalPer90Days: 8,
  },
  holds: { paidSaidBusinessDays: 5, promiseGraceBusinessDays: 2, ledgerMaxAgeDays: 3 },
  lateFee: { kind: 'off', annualRatePercent: null },
  earlyPayment: { percent: 2, withinDays: 7 },
  plan: {
    maxInstalments: 4,
    maxDays: 60,
    firstWithinDays: 7,
    cadences: ['weekly', 'fortnightly', 'monthly'],
    brokenAfterMissedDays: 3,
  },
  agency: { reviewDay: 60, handOverByDay: 90, minBalanceMinor: 25000, approvals: 2 },
};
