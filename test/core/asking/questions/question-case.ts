// How a question of the test sets is written down: its words, the intent it must be read as, and its slots.
import type { Intent } from '../../../../src/core/asking/question.ts';

export type Slots = {
  /** The beginning of the customer's name. */
  readonly customer?: string;
  readonly invoice?: string;
  /** The period, both days included. */
  readonly from?: string;
  readonly to?: string;
  /** At least so many days late. */
  readonly days?: number;
  readonly day?: string;
};

/** `null`: it must not be understood. */
export type QuestionCase = readonly [text: string, intent: Intent | null, slots?: Slots];

/** A Wednesday. */
export const TODAY = '2026-11-25';

export const NAMES = [
  'Acme Robotics Inc',
  'Beta Kitchens LLC',
  'Cedar & Vine Florists',
  'Delgado Family Dental',
  'Eastgate Property Partners',
  'Fennimore Books',
  'Granite State Brewing',
  'Holloway Yoga Collective',
  'Ironbridge Fabrication Ltd',
  'Juniper Street Café',
  'Kestrel Outdoor Co',
  'Larkspur Events',
  'Mason & Daughters Roofing',
  'Northlight Studios',
  'Oakhurst Veterinary Clinic',
  'Pemberley Inns',
  'Quarry Lane Surveyors',
  'Rosewood Interiors',
  'Saltmarsh Seafood',
  'Tamarind Spice House',
  'Umber Coffee Roasters',
  'Velo City Bikes',
  'Westbrook Legal',
].map((name, index) => ({ id: `c${index + 1}`, name }));
