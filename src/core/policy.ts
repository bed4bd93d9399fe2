// The shape of a credit policy, field by field; what contradicts what is policy-rules.ts.
import { z } from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time like 09:00.');

/** Minor units of the workspace's currency, and the same figure in any other. */
const sum = z.number().int().min(0, 'A sum cannot be below zero.');

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

export const STEP_NAMES = [
  'nudge',
  'reminder',
  'question',
  'call',
  'firm',
  'owner',
  'final_notice',
  'internal_review',
] as const;

export const TONES = ['warm', 'friendly', 'helpful', 'human', 'firm', 'serious', 'formal'] as const;

const step = z.strictObject({
  name: z.enum(STEP_NAMES),
  /** Days from the due day; negative is before it. Null: counted from the previous contact alone. */
  day: z.number().int().min(-30).max(365).nullable(),
  /** Not before so many days after the step before it was taken; null: as soon as its day has come. */
  afterPreviousDays: z.number().int().min(1).max(120).nullable().default(null),
  channel: z.enum(['email', 'call', 'none']),
  tone: z.enum(TONES),
  maySay: z.array(z.enum(TOPICS)),
  /** Who may approve its letters. */
  approval: z.enum(['approver', 'owner']).default('approver'),
});

const window = z.strictObject({
  /** 1 is Monday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1, 'Choose at least one working day.'),
  from: timeOfDay,
  to: timeOfDay,
  /** Public holidays of the customer's country are closed; where it is not known, of this one (ISO 3166) or none. */
  holidayCountry: z.string().length(2).nullable(),
  daysOff: z.array(z.iso.date()),
});

const caps = z.strictObject({
  minGapDays: z.number().int().min(1).max(60),
  writtenPer7Days: z.number().int().min(1),
  callsPer7Days: z.number().int().min(1),
  quietAfterConversationDays: z.number().int().min(0),
  totalPer90Days: z.number().int().min(1),
});

const holds = z.strictObject({
  paidSaidBusinessDays: z.number().int().min(0),
  promiseGraceBusinessDays: z.number().int().min(0),
  ledgerMaxAgeDays: z.number().int().min(1),
  /** After a payment the ladder rests so many days: one thanks before one asks for the rest. */
  afterPaymentDays: z.number().int().min(0).max(30).default(3),
});

const lateFee = z.strictObject({
  kind: z.enum(['off', 'simple_interest', 'uk_statutory', 'eu_statutory']),
  /** Of simple interest. */
  annualRatePercent: z.number().min(0).max(100).nullable(),
  /** The Bank of England's base rate or the ECB's, to which a statute adds 8 points. */
  referenceRatePercent: z.number().min(-5).max(30).nullable().default(null),
  /** The first step whose letters name the fee; null: none does, it is only shown to you. */
  fromStep: z.enum(STEP_NAMES).nullable().default(null),
});

const earlyPayment = z
  .strictObject({ percent: z.number().min(0).max(50), withinDays: z.number().int().min(0) })
  .nullable();

/** A longer text would be a letter, and no reward in one. */
const LONGEST_REWARD = 120;

const recognition = z.strictObject({
  /** What a customer who pays on time may be given, in the owner's words: "5 % off your next order". */
  reward: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_REWARD, `Say it in at most ${LONGEST_REWARD} characters.`)
    .nullable(),
  /** Days to pay that such a customer may be given from their next invoice on. */
  termsDays: z.number().int().min(1).max(365).nullable(),
});

const plan = z.strictObject({
  maxInstalments: z.number().int().min(2).max(36),
  maxDays: z.number().int().min(7),
  firstWithinDays: z.number().int().min(0),
  cadences: z.array(z.enum(['weekly', 'fortnightly', 'monthly'])).min(1),
  brokenAfterMissedDays: z.number().int().min(0),
});

const agency = z.strictObject({
  handOverByDay: z.number().int().min(1),
  minBalanceMinor: sum,
  approvals: z.number().int().min(1),
});

/** A policy saved earlier named the day of the review here as well; the ladder's step alone says when it is. */
function withoutReviewDay(saved: unknown): unknown {
  if (typeof saved !== 'object' || saved === null || !('reviewDay' in saved)) return saved;
  const { reviewDay: _, ...kept } = saved;
  return kept;
}

const fields = {
  minBalanceMinor: sum,
  toleranceMinor: sum,
  steps: z.array(step).min(1, 'A policy needs at least one step.'),
  autoSendNudge: z.boolean(),
  alwaysAskAboveMinor: sum,
  window,
  caps,
  holds,
  lateFee,
  earlyPayment,
  plan,
  agency: z.preprocess(withoutReviewDay, agency),
};

/** What a customer group or one customer has otherwise: whole fields, or parts of the larger ones. */
export const overridesShape = z.strictObject({
  minBalanceMinor: fields.minBalanceMinor.optional(),
  toleranceMinor: fields.toleranceMinor.optional(),
  steps: fields.steps.optional(),
  autoSendNudge: fields.autoSendNudge.optional(),
  alwaysAskAboveMinor: fields.alwaysAskAboveMinor.optional(),
  window: window.partial().optional(),
  caps: caps.partial().optional(),
  holds: holds.partial().optional(),
  lateFee: lateFee.optional(),
  earlyPayment: earlyPayment.optional(),
  plan: plan.partial().optional(),
  agency: z.preprocess(withoutReviewDay, agency.partial()).optional(),
});

export const policyShape = z.strictObject({
  termsDays: z.number().int().min(0).max(365),
  /** One message a customer and currency, with all of their invoices in it. */
  groupBy: z.literal('customer_and_currency').default('customer_and_currency'),
  recognition: recognition.default({ reward: null, termsDays: null }),
  ...fields,
  /** By the group's name in the ledger. */
  groups: z.record(z.string().min(1), overridesShape).default({}),
});

export type Policy = z.infer<typeof policyShape>;
export type Overrides = z.infer<typeof overridesShape>;
export type PolicyStep = z.infer<typeof step>;
export type Tone = PolicyStep['tone'];
