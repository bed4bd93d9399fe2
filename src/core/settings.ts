// What a workspace told Tightrope about itself: where, when and as whom it works, and how customers pay.
import { z } from 'zod';
import { isZone } from './calendar.ts';

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
  onboarded: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;

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
  onboarded: false,
};
