// What a workspace told Tightrope about itself: where, when and as whom it works, and how customers pay.
import { z } from 'zod';
import { agencySchema, agencyWeightsSchema, DEFAULT_WEIGHTS, MOST_AGENCIES } from './agencies.ts';
import { isZone } from './calendar.ts';
import { LETTER_LANGUAGES } from './letter/language.ts';

/** How the owner writes: used by our own letters and told to a model. Figures and offers never come from here. */
export const voiceSchema = z.strictObject({
  /** The language of greeting, sign-off and phrases; letters in another keep the house's. */
  language: z.enum(LETTER_LANGUAGES),
  /** "Hi {name}," with {name} where the contact's name goes; null: the house's greeting. */
  greeting: z.string().max(60).nullable(),
  /** "Warm regards," on a line above the name; null: none. */
  signOff: z.string().max(60).nullable(),
  formality: z.enum(['as_is', 'formal', 'friendly']),
  /** Phrases that sound like the owner, for a model to use where they fit. */
  use: z.array(z.string().max(120)).max(12),
  /** Phrases that must not stand in a letter; the guard remarks on them. */
  avoid: z.array(z.string().max(120)).max(40),
  /** The letters it was learned from, at most three. */
  samples: z.array(z.string().max(3000)).max(3),
});

/** What a model may cost on one day; beyond it the house writes and reads by itself. */
const modelBudget = z.strictObject({
  calls: z.number().int().min(0).max(100_000),
  tokens: z.number().int().min(0).max(100_000_000),
  seconds: z.number().int().min(0).max(86_400),
});

/** The only source of links, bank details and phone numbers in a letter. */
const waysToPay = z.strictObject({
  /** '{number}' stands for the invoice number, '{customer}' for the customer's name; both are URL-encoded. */
  linkTemplate: z.string().max(500).nullable(),
  bankDetails: z.string().max(500).nullable(),
  phone: z.string().max(60).nullable(),
});

export const settingsSchema = z.strictObject({
  businessName: z.string().max(120),
  sender: z.strictObject({ name: z.string().max(120), email: z.string().max(254) }),
  channel: z.string().nullable(), // Slack channel id; null before onboarding
  digestTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  zone: z.string().refine(isZone, 'a time zone like America/New_York'),
  locale: z.string(), // BCP 47, for figures shown in Slack
  currency: z.string().length(3), // for amounts that name none
  owners: z.array(z.string()), // Slack user ids: may change settings and policy
  approvers: z.array(z.string()), // Slack user ids: may approve letters
  waysToPay,
  voice: voiceSchema,
  modelBudget,
  agencies: z.array(agencySchema).max(MOST_AGENCIES),
  agencyWeights: agencyWeightsSchema,
  /** Above this sum, in whole units of any currency, a second person must agree to a write-off. */
  writeOffAloneUpTo: z.number().int().min(0).max(1_000_000_000),
  onboarded: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;
export type Voice = Settings['voice'];
export type ModelBudget = Settings['modelBudget'];

export const DEFAULT_SETTINGS: Settings = {
  businessName: '',
  sender: { name: '', email: '' },
  channel: null,
  digestTime: '08:30',
  zone: 'America/New_York',
  locale: 'en-US',
  currency: 'USD',
  owners: [],
  approvers: [],
  waysToPay: { linkTemplate: null, bankDetails: null, phone: null },
  voice: {
    language: 'en',
    greeting: null,
    signOff: null,
    formality: 'as_is',
    use: [],
    avoid: [],
    samples: [],
  },
  // About a hundred letters and as many replies on an ordinary day; enough for most, and a ceiling for a fault.
  modelBudget: { calls: 300, tokens: 600_000, seconds: 1_800 },
  agencies: [],
  agencyWeights: DEFAULT_WEIGHTS,
  // Our own judgement: what a small business may lose by one person's word.
  writeOffAloneUpTo: 500,
  onboarded: false,
};
