// Splits what is owed into instalments: to the cent, on days that the policy allows, or says why it cannot be.
import { addDays, addMonths, type Day, daysBetween, formatDay } from './calendar.ts';
import { count } from './chase/speaker.ts';
import { type Money, split } from './money.ts';
import type { Cadence } from './outcome.ts';
import type { Policy } from './policy.ts';
import type { Instalment } from './proposal.ts';

export type PlanWish = {
  readonly parts: number;
  readonly cadence: Cadence | null;
  readonly first: Day | null;
};

type Split =
  | { readonly kind: 'split'; readonly cadence: Cadence; readonly instalments: readonly Instalment[] }
  | { readonly kind: 'refused'; readonly because: string };

/** The slowest first: whoever asks to pay in parts asks for time. */
const SLOWEST_FIRST: readonly Cadence[] = ['monthly', 'fortnightly', 'weekly'];

/** Where no first day is named: time to agree on it, and no more. */
const USUAL_FIRST_DAYS = 7;

export function splitIntoInstalments(
  total: Money,
  { parts, cadence, first }: PlanWish,
  policy: Policy['plan'],
  { today, locale }: { readonly today: Day; readonly locale: string },
): Split {
  const no = (because: string): Split => ({ kind: 'refused', because });
  if (parts < 2) return no('A plan has at least two instalments. Name how many, as in “split it in three”.');
  if (parts > policy.maxInstalments)
    return no(`Your policy allows ${count(policy.maxInstalments, 'instalment')} at most, not ${parts}.`);
  if (total.minor < parts) return no(`There is too little open to split it in ${parts}.`);
  const from = first ?? addDays(today, Math.min(USUAL_FIRST_DAYS, policy.firstWithinDays));
  const latest = addDays(today, policy.firstWithinDays);
  if (from < today || from > latest)
    return no(
      `By your policy the first instalment comes between today and ${formatDay(latest, locale, today)}.`,
    );
  if (cadence && !policy.cadences.includes(cadence))
    return no(`Your policy allows plans that are paid ${policy.cadences.join(' or ')}, not ${cadence}.`);
  const fits = SLOWEST_FIRST.filter((each) => (cadence ? each === cadence : policy.cadences.includes(each)))
    .map((each) => ({ cadence: each, days: daysOf(from, parts, each) }))
    .find(({ days }) => daysBetween(today, days.at(-1) ?? from) <= policy.maxDays);
  if (!fits)
    return no(
      `${count(parts, 'instalment')} do not fit into the ${count(policy.maxDays, 'day')} that your policy gives a plan. Take fewer, or a shorter interval.`,
    );
  const shares = split(total, parts);
  return {
    kind: 'split',
    cadence: fits.cadence,
    instalments: fits.days.map((day, index) => ({ day, amount: shares[index] ?? total })),
  };
}

/** Months are counted from the first day, so that a plan begun on the 31st comes back to it. */
function daysOf(first: Day, parts: number, cadence: Cadence): Day[] {
  return Array.from({ length: parts }, (_, index) =>
    cadence === 'monthly' ? addMonths(first, index) : addDays(first, index * (cadence === 'weekly' ? 7 : 14)),
  );
}
