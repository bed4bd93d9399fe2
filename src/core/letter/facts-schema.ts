// The facts of a letter as somebody writes them in a file: what is left out takes its usual value, what is wrong is named.
import { z } from 'zod';
import { type Day, daysBetween, isDay } from '../calendar.ts';
import { type DraftFacts, OCCASIONS } from '../facts.ts';
import { fromDecimal, type Money, money, subtract } from '../money.ts';
import { LONGEST_ORDER_NUMBER } from '../order-number.ts';
import { type Policy, STEP_NAMES, TONES, TOPICS } from '../policy.ts';
import { type Settings, voiceSchema } from '../settings.ts';
import { stepOfPolicy } from './build-facts.ts';
import { LONGEST_MENTION } from './mentions.ts';

const day = z.string().refine((text): text is Day => isDay(text), 'Give a day like 2026-12-01.');
const currency = z.string().regex(/^[A-Z]{3}$/, 'Give three letters, like USD.');

/** `{minor: 185000, currency: "USD"}`, or as people write it: `{amount: "1850.00", currency: "USD"}`. */
const sum = z
  .union([
    z.strictObject({ minor: z.number().int(), currency }),
    z.strictObject({ amount: z.union([z.string(), z.number()]), currency }),
  ])
  .transform((given, context): Money => {
    if ('minor' in given) return money(given.minor, given.currency);
    const read = fromDecimal(String(given.amount), given.currency);
    if (read) return read;
    context.addIssue({ code: 'custom', message: `"${given.amount}" is no sum of ${given.currency}.` });
    return z.NEVER;
  });

const invoice = z.strictObject({
  number: z.string().min(1),
  kind: z.enum(['invoice', 'credit_note']).default('invoice'),
  issued: day.nullable().default(null),
  due: day,
  daysLate: z.number().int().optional(),
  total: sum.optional(),
  open: sum,
  payLink: z.string().nullable().default(null),
  disputed: sum.nullable().optional(),
  writtenOff: sum.nullable().optional(),
  orderNumber: z.string().max(LONGEST_ORDER_NUMBER).nullable().optional(),
});

const history = z.strictObject({
  firstLatePayment: z.boolean().default(false),
  customerSince: day.nullable().default(null),
  lettersSent: z.number().int().min(0).default(0),
  lastLetter: day.nullable().default(null),
  brokenPromise: z
    .strictObject({ date: day, amount: sum.nullable().default(null) })
    .nullable()
    .default(null),
  partPaid: z.boolean().default(false),
  recentPayment: z.strictObject({ amount: sum, day }).nullable().optional(),
});

const offer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('early_payment'),
    percent: z.number().min(0).max(100),
    parts: z.array(z.strictObject({ invoice: z.string(), open: sum, off: sum, until: day })).min(1),
  }),
  z.strictObject({
    kind: z.literal('fee_waiver'),
    invoices: z.array(z.string()).min(1),
    fee: sum,
    feeDay: day,
    until: day,
  }),
  z.strictObject({
    kind: z.literal('recognition'),
    reward: z.string().nullable(),
    termsDays: z.number().int().nullable(),
  }),
]);

const step = z.enum([...STEP_NAMES, 'broken_promise_call', 'hand_over']);

export const factsFileSchema = z.strictObject({
  asOf: day,
  step: step.optional(),
  tone: z.enum(TONES).optional(),
  maySay: z.array(z.enum(TOPICS)).optional(),
  decided: z.array(z.enum(TOPICS)).default([]),
  language: z.string().default('en'),
  customerName: z.string().min(1),
  contactName: z.string().nullable().default(null),
  senderName: z.string().optional(),
  senderEmail: z.string().optional(),
  businessName: z.string().optional(),
  businessPhone: z.string().nullable().optional(),
  bankDetails: z.string().nullable().optional(),
  invoices: z.array(invoice).min(1, 'A letter is about at least one invoice.'),
  total: sum.optional(),
  daysLate: z.number().int().optional(),
  deadline: day.nullable().default(null),
  plan: z.strictObject({ maxInstalments: z.number().int(), maxDays: z.number().int() }).nullable().optional(),
  history: history.default(() => history.parse({})),
  policyVersion: z.number().int().default(0),
  occasion: z.enum(OCCASIONS).nullable().optional(),
  detail: z
    .strictObject({
      invoices: z.array(z.string()),
      plan: z
        .strictObject({
          id: z.string(),
          instalments: z.array(z.strictObject({ day, amount: sum })).min(1),
        })
        .optional(),
      hardStretch: z.boolean().optional(),
      matter: z
        .strictObject({
          eventId: z.string().default(''),
          credit: sum.nullable().default(null),
          reasons: z.string().nullable().default(null),
          file: z.strictObject({ uploadId: z.string(), name: z.string() }).nullable().optional(),
        })
        .optional(),
      offer: offer.optional(),
      told: z.strictObject({ amount: sum.nullable(), date: day }).optional(),
    })
    .nullable()
    .optional(),
  gentle: z.boolean().optional(),
  agency: z.string().nullable().optional(),
  termsDays: z.number().int().nullable().optional(),
  mentions: z.array(z.string().max(LONGEST_MENTION)).max(3).optional(),
  voice: voiceSchema.omit({ language: true, samples: true }).nullable().optional(),
});

/** A letter to be checked: its facts, its words, and the step it belongs to, here or in the facts. */
export const letterFileSchema = z.strictObject({
  facts: factsFileSchema,
  step: step.optional(),
  subject: z.string(),
  body: z.string(),
  findings: z.unknown().optional(),
  authorship: z.unknown().optional(),
});

export type LetterFile = z.output<typeof letterFileSchema>;

/** Fills in what the file leaves out: from the policy's step, the settings, and the invoices themselves. */
export function factsOfFile(
  { facts, step: own }: LetterFile,
  policy: Policy,
  settings: Settings,
): DraftFacts {
  const name = own ?? facts.step ?? 'question';
  const rules = policy.steps.find((each) => each.name === stepOfPolicy(name));
  const invoices = facts.invoices
    .map((each) => ({
      ...each,
      total: each.total ?? each.open,
      daysLate: each.daysLate ?? daysBetween(each.due, facts.asOf),
    }))
    .sort((a, b) => a.due.localeCompare(b.due));
  const [oldest] = invoices.filter(({ kind }) => kind === 'invoice');
  const maySay = facts.maySay ?? rules?.maySay ?? [];
  const { maxInstalments, maxDays } = policy.plan;
  return {
    ...facts,
    step: name,
    tone: facts.tone ?? rules?.tone ?? 'human',
    maySay,
    senderName: facts.senderName ?? settings.sender.name,
    senderEmail: facts.senderEmail ?? settings.sender.email,
    businessName: facts.businessName ?? settings.businessName,
    businessPhone: facts.businessPhone === undefined ? settings.waysToPay.phone : facts.businessPhone,
    bankDetails: facts.bankDetails === undefined ? settings.waysToPay.bankDetails : facts.bankDetails,
    invoices,
    total: facts.total ?? totalOf(invoices),
    daysLate: facts.daysLate ?? oldest?.daysLate ?? 0,
    plan:
      facts.plan === undefined ? (maySay.includes('plan') ? { maxInstalments, maxDays } : null) : facts.plan,
    termsDays: facts.termsDays === undefined ? policy.termsDays : facts.termsDays,
  };
}

function totalOf(invoices: readonly { kind: string; open: Money }[]): Money {
  const [first] = invoices;
  const start = money(0, first?.open.currency ?? 'USD');
  return invoices.reduce(
    (total, { kind, open }) =>
      kind === 'credit_note' ? subtract(total, open) : money(total.minor + open.minor, total.currency),
    start,
  );
}
