// The owner's directory of collection agencies, and how well each fits the owner's values.
import { z } from 'zod';

/** What an agency is judged by, each from 1 to 5. */
export const AGENCY_VALUES = ['respect', 'licence', 'fees', 'reporting', 'references'] as const;

export type AgencyValue = (typeof AGENCY_VALUES)[number];

export const VALUE_WORDS: Readonly<Record<AgencyValue, string>> = {
  respect: 'Respect for customers',
  licence: 'Licence and standing',
  fees: 'Fees',
  reporting: 'Reporting',
  references: 'References',
};

const mark = z.number().int().min(1).max(5).nullable();
const weight = z.number().int().min(0).max(5);

const each = <T extends z.ZodType>(shape: T) =>
  z.strictObject({ respect: shape, licence: shape, fees: shape, reporting: shape, references: shape });

export const agencySchema = z.strictObject({
  id: z.string().min(1).max(40),
  name: z.string().min(1).max(120),
  contact: z.string().max(300),
  /** Number and where it holds, as the agency gives it; null: none was shown. */
  licence: z.string().max(200).nullable(),
  /** Of what they recover. */
  feePercent: z.number().min(0).max(100).nullable(),
  reporting: z.string().max(200),
  references: z.string().max(500),
  notes: z.string().max(1000),
  marks: each(mark),
});

export const agencyWeightsSchema = each(weight);

export type Agency = z.infer<typeof agencySchema>;
export type AgencyWeights = z.infer<typeof agencyWeightsSchema>;

/** Respect first: whom we send speaks for us. */
export const DEFAULT_WEIGHTS: AgencyWeights = {
  respect: 5,
  licence: 4,
  fees: 2,
  reporting: 3,
  references: 3,
};

/** More than these nobody compares in one list. */
export const MOST_AGENCIES = 20;

export type AgencyScore = {
  /** The weighted mean of the marks, 1 to 5, to one decimal; null: no mark that counts was given. */
  readonly score: number | null;
  /** What no mark can make good; each a sentence. */
  readonly redFlags: readonly string[];
};

export function scoreOf(agency: Agency, weights: AgencyWeights): AgencyScore {
  let sum = 0;
  let counted = 0;
  for (const value of AGENCY_VALUES) {
    const given = agency.marks[value];
    // Without a licence there is nothing to mark: it is a warning, and no mark may hide it or stand for it.
    if (given === null || (value === 'licence' && agency.licence === null)) continue;
    sum += given * weights[value];
    counted += weights[value];
  }
  return {
    score: counted === 0 ? null : Math.round((sum * 10) / counted) / 10,
    redFlags: [
      ...(agency.licence === null
        ? ['No licence is recorded: ask for its number and where it holds before anything is handed over.']
        : []),
      ...(agency.feePercent === null ? ['No fee is recorded: ask what share they keep.'] : []),
    ],
  };
}

/** The best score first; a red flag comes after all that have none. */
export function rankedAgencies(agencies: readonly Agency[], weights: AgencyWeights): Agency[] {
  const order = (agency: Agency) => {
    const { score, redFlags } = scoreOf(agency, weights);
    return (redFlags.length > 0 ? -10 : 0) + (score ?? 0);
  };
  return [...agencies].sort((a, b) => order(b) - order(a) || (a.name < b.name ? -1 : 1));
}
