// The sums in what an agency reports: which came in, which it keeps, and of which hand-over and currency they are.
import { type AgencyHolding, whyNoReport } from '../agency-report.ts';
import { fromDecimal, type Money, money } from '../money.ts';
import { COLLECTED, COLLECTED_AFTER, FEE, FEE_AFTER, lastDone } from './agency-phrases.ts';
import type { Question } from './draft-item.ts';
import type { MarkedText } from './marks.ts';
import type { ReadingContext } from './reading.ts';
import type { SpokenAmount } from './spoken.ts';
import { currencyOf } from './sums.ts';

export type Holdings = readonly AgencyHolding[];

export type Brought = { readonly holding: AgencyHolding; readonly amount: Money };

export type Sums = {
  readonly recovered: readonly SpokenAmount[];
  readonly fees: readonly SpokenAmount[];
  readonly isUnsure: boolean;
};

/** Each sum by the word nearest before it, or where none is, by the one behind it. */
export function sumsIn(said: string, marked: MarkedText): Sums {
  const recovered: SpokenAmount[] = [];
  const fees: SpokenAmount[] = [];
  let isUnsure = false;
  let from = 0;
  const marks = [...said.matchAll(/⟨a\d+⟩/g)];
  for (const [index, match] of marks.entries()) {
    const before = said.slice(from, match.index);
    const end = match.index + match[0].length;
    const after = said.slice(end, marks[index + 1]?.index ?? said.length);
    from = end;
    const [value] = marked.values('a', match[0]);
    if (!value) continue;
    // What stands before the last sum still says whether it was done: "has not collected 400".
    const done = lastDone(COLLECTED, before);
    const kept = [...before.matchAll(FEE)].at(-1)?.index ?? -1;
    isUnsure ||= done.isUnsure;
    if (kept > done.at) fees.push(value);
    else if (done.at >= 0) recovered.push(value);
    else if (/^\s*(?:out )?(?:of|von|de|sur) (?:the |den |der |las? |los )?$/iu.test(before)) continue;
    else if (FEE_AFTER.test(after)) fees.push(value);
    else if (isPassive(before, after) || (index > 0 && isJoined(before) && recovered.length > 0))
      recovered.push(value);
  }
  return { recovered: distinct(recovered), fees: distinct(fees), isUnsure };
}

/** "400 was collected", "400 recovered", "400 eingetrieben". */
function isPassive(before: string, after: string): boolean {
  return COLLECTED_AFTER.test(after) && lastDone(COLLECTED, `${before} ${after}`).at >= 0;
}

function isJoined(between: string): boolean {
  return /^\s*(?:and|plus|und|et|y|,)\s*$/iu.test(between);
}

function distinct(amounts: readonly SpokenAmount[]): SpokenAmount[] {
  return [...new Map(amounts.map((one) => [JSON.stringify(one), one])).values()];
}

/** Every sum of every hand-over that may be meant; more than one is asked about. */
export function broughtBy(
  spoken: readonly SpokenAmount[],
  holdings: Holdings,
  context: ReadingContext,
): { readonly options: readonly Brought[]; readonly question: Question | null } {
  const read = spoken.map((one) => oneSum(one, holdings, context));
  const options = read.flatMap((each) => each.options);
  if (read.length === 1) return { options, question: read[0]?.question ?? null };
  return {
    options,
    question: { kind: 'unclear', about: 'amount', why: 'More than one sum was named as collected.' },
  };
}

function oneSum(
  spoken: SpokenAmount,
  holdings: Holdings,
  context: ReadingContext,
): { readonly options: readonly Brought[]; readonly question: Question | null } {
  const all = holdings.flatMap((holding) => holding.sums.map((sum) => ({ holding, ...sum })));
  const codes = [...new Set(all.map(({ given }) => given.currency))];
  const ask = (about: Question['about'], why: string, options: readonly Brought[] = []) => ({
    options,
    question: { kind: 'unclear' as const, about, why },
  });
  if (spoken.kind === 'vague') return ask('amount', 'How much they collected was not said.');
  if (spoken.kind === 'sum') {
    const currency = currencyOf(spoken.currency, codes, context.currency);
    const inEach = (of: readonly string[]) =>
      all.flatMap(({ holding, given }) => {
        const amount = of.includes(given.currency) ? fromDecimal(spoken.decimal, given.currency) : null;
        return amount && amount.minor > 0 ? [{ holding, amount }] : [];
      });
    if (currency === null)
      return ask('currency', `In which currency? They have ${codes.join(' and ')} of theirs.`, inEach(codes));
    const options = inEach([currency]);
    if (options.length > 0) return { options, question: null };
    const [first] = holdings;
    const amount = fromDecimal(spoken.decimal, currency);
    const why = first && amount ? whyNoReport(first, { recovered: amount, fee: null }, context.locale) : null;
    return {
      options: [],
      question: {
        kind: 'impossible',
        about: 'currency',
        why: why ?? `${spoken.decimal} is no sum in ${currency}.`,
      },
    };
  }
  const options = all.flatMap(({ holding, given, left }) => {
    const minor = spoken.kind === 'share' ? Math.round((given.minor * spoken.part) / spoken.of) : left.minor;
    return minor > 0 ? [{ holding, amount: money(minor, given.currency) }] : [];
  });
  if (options.length > 1) return ask('amount', 'Of which sum? More than one is with an agency.', options);
  return options.length === 1
    ? { options, question: null }
    : ask('amount', 'All that they were given has been reported as recovered already.');
}

/** "15 %" is of what came; of a percent with a part of one only the whole is marked, so the words are looked at first. */
export function feeFrom(fees: readonly SpokenAmount[], recovered: Money | null, note: string): Money | null {
  if (!recovered) return null;
  const shareOf = (percent: number) =>
    money(Math.round((recovered.minor * percent) / 100), recovered.currency);
  const part = DECIMAL_PERCENT.exec(note)?.[1];
  if (part !== undefined && lastDone(FEE, note).at >= 0) return shareOf(Number(part.replace(',', '.')));
  const [fee] = fees;
  if (!fee || fees.length > 1) return null;
  if (fee.kind === 'share') return shareOf((fee.part * 100) / fee.of);
  if (fee.kind !== 'sum') return null;
  const { currency } = recovered;
  return fromDecimal(fee.decimal, currencyOf(fee.currency, [currency], currency) ?? currency);
}

const DECIMAL_PERCENT =
  /(?<![\d.,])(\d{1,2}[.,]\d{1,2}) ?(?:%|percent(?!\p{L})|prozent|pour ?cent|por ciento)/iu;
