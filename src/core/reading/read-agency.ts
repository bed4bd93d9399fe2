// Reads what a colleague tells of a collection agency: what it brought in, what it keeps of that, whether it gave up.
import { type AgencyHolding, type AgencyReport, whyNoReport } from '../agency-report.ts';
import { formatMoney, fromDecimal, type Money, money } from '../money.ts';
import {
  agencyNamed,
  COLLECTED,
  COLLECTED_AFTER,
  DOES_NEXT,
  FEE,
  FEE_AFTER,
  FROM_BEFORE,
  isGivenBack,
  LABEL_BEFORE,
  LABEL_NEXT,
  lastDone,
  TELLS_NEXT,
} from './agency-phrases.ts';
import { isOwnPlan } from './chatter.ts';
import type { DraftItem, Question } from './draft-item.ts';
import type { MarkedText } from './marks.ts';
import type { ReadingContext } from './reading.ts';
import type { SpokenAmount } from './spoken.ts';
import { currencyOf } from './sums.ts';

export type AgencyRead = {
  readonly draft: DraftItem;
  /** What of the marked reply is not of the agency. */
  readonly rest: string;
};

type Holdings = readonly AgencyHolding[];

/** The form of a hand-over's card takes no more. */
const LONGEST_NOTE = 500;
const SENTENCE_END = /([.!?;]+(?=\s+[\p{Lu}\p{N}⟨"'(]|\s*$)|\n+)/gu;
/** A sentence that goes on about the agency, or about those it speaks of. */
const GOES_ON =
  /^\s*(?:and |but |so |also )?(?:they|it|he|she|of (?:that|which)|fees?|their|its|keeps?|kept|less|minus|after|commission|no |nothing|so far|still|sie|es|er|davon|ils|elles?|il|ellos|ellas|⟨a)(?!\p{L})/iu;

/** Null: nothing is told of an agency. */
export function readAgency(marked: MarkedText, context: ReadingContext): AgencyRead | null {
  const { agencies } = context;
  if (!agencies) return null;
  const named = agencyNamed(agencies.map(({ agency }) => agency));
  const told: string[] = [];
  const rest: string[] = [];
  const parts = marked.text.split(SENTENCE_END);
  let wasTold = false;
  for (let index = 0; index < parts.length; index += 2) {
    const sentence = parts[index] ?? '';
    const end = parts[index + 1] ?? '';
    wasTold =
      !end.includes('?') &&
      (isOfAgency(marked.restore(sentence), named, agencies.length > 0) ||
        (wasTold && GOES_ON.test(sentence)));
    (wasTold ? told : rest).push(sentence + end);
  }
  const said = told.join('').trim();
  if (said === '') return null;
  const note = marked.restore(said).replace(/\s+/g, ' ').slice(0, LONGEST_NOTE);
  const draft =
    agencies.length === 0
      ? nobodyHasIt(note)
      : reportOf({ said, note, marked, context, holdings: meantIn(marked.restore(said), agencies) });
  return { draft, rest: rest.join('') };
}

/** `isOut`: an agency has the case; else only what nobody says of another agency is a report. */
function isOfAgency(spoken: string, named: RegExp, isOut: boolean): boolean {
  for (const match of spoken.matchAll(named)) {
    const before = spoken.slice(0, match.index);
    const after = spoken.slice(match.index + match[0].length);
    if (isOwnPlan(before)) return false;
    if (LABEL_NEXT.test(after) && LABEL_BEFORE.test(before.trimStart())) return true;
    if (DOES_NEXT.test(after) && !/(?<!\p{L})(?:to|for|ask|tell|call|with) (?:the |our )?$/iu.test(before))
      return true;
    if (isOut && (FROM_BEFORE.test(before) || isSubject(before, after))) return true;
  }
  return false;
}

function isSubject(before: string, after: string): boolean {
  return (
    TELLS_NEXT.test(after) &&
    !/(?<!\p{L})(?:to|for|ask|tell|call|with|an|zu|an die|zur) (?:the |our |der |die )?$/iu.test(before)
  );
}

/** Those whose name is said, or all of them. */
function meantIn(spoken: string, holdings: Holdings): Holdings {
  const said = holdings.filter(({ agency }) => spoken.toLowerCase().includes(agency.toLowerCase()));
  return said.length > 0 ? said : holdings;
}

function nobodyHasIt(note: string): DraftItem {
  const question: Question = {
    kind: 'impossible',
    about: 'meaning',
    why: 'No agency has anything of theirs now, so there is no report to log. Hand it over first, under More…, or keep the words as a note.',
  };
  return {
    quote: note,
    outcome: null,
    questions: [question],
    choices: [{ label: 'Only a note', outcome: { kind: 'note', text: note } }],
    odd: [],
    isSure: true,
  };
}

type Said = {
  readonly said: string;
  readonly note: string;
  readonly marked: MarkedText;
  readonly context: ReadingContext;
  readonly holdings: Holdings;
};

type Brought = { readonly holding: AgencyHolding; readonly amount: Money };

function reportOf(of: Said): DraftItem {
  const { said, note, context, holdings } = of;
  const { recovered, fees, isUnsure } = sumsIn(of);
  const back = isGivenBack(said);
  const feeOf = (amount: Money | null) => feeFrom(fees, amount, note);
  const make = (requestId: string, amount: Money | null): AgencyReport => ({
    kind: 'agency_report',
    requestId,
    note,
    recovered: amount,
    fee: feeOf(amount),
    isGivenBack: back,
  });
  const [first] = holdings;
  const odd: Question[] = back
    ? [
        {
          kind: 'odd',
          about: 'meaning',
          why: 'This calls it back: what is still open is asked for by us again, softly. An approver confirms it.',
        },
      ]
    : [];
  const base = { quote: note, isSure: !isUnsure };
  if (recovered.length === 0) {
    const which: Question = {
      kind: 'unclear',
      about: 'meaning',
      why: `More than one hand-over is out: ${holdings.map(nameOf).join('; ')}. Which one is it about?`,
    };
    const choices = holdings.map((one) => ({ label: nameOf(one), outcome: make(one.requestId, null) }));
    return holdings.length === 1 && first
      ? { ...base, outcome: make(first.requestId, null), questions: [], choices: [], odd }
      : { ...base, outcome: null, questions: [which], choices, odd };
  }
  const { options, question } = broughtBy(recovered, holdings, context);
  const wrong = (one: Brought) =>
    whyNoReport(one.holding, { recovered: one.amount, fee: feeOf(one.amount) }, context.locale);
  const good = options.filter((one) => wrong(one) === null);
  const [only] = good;
  if (!question && options.length === 1 && only) {
    const outcome = make(only.holding.requestId, only.amount);
    return { ...base, outcome, questions: [], choices: [], odd: [...odd, ...oddFee(outcome, only.holding)] };
  }
  const [bad] = options;
  const asked: Question =
    question ??
    (good.length === 0 && bad
      ? { kind: 'impossible', about: 'amount', why: wrong(bad) ?? '' }
      : { kind: 'unclear', about: 'amount', why: 'More than one hand-over is out. Which one is it about?' });
  const choices = good.map((one) => ({
    label: `${formatMoney(one.amount, context.locale)} · ${one.holding.agency}`,
    outcome: make(one.holding.requestId, one.amount),
  }));
  const words = { label: 'Only their words, no sum', outcome: make(first?.requestId ?? '', null) };
  // Whose words they are cannot be told where several have something.
  return {
    ...base,
    outcome: null,
    questions: [asked],
    choices: holdings.length === 1 ? [...choices, words] : choices,
    odd,
  };
}

function nameOf({ agency, sums }: AgencyHolding): string {
  return `${agency}, ${sums.map(({ given }) => given.currency).join(' and ')}`;
}

type Sums = {
  readonly recovered: readonly SpokenAmount[];
  readonly fees: readonly SpokenAmount[];
  readonly isUnsure: boolean;
};

/** Each sum by the word nearest before it, or where none is, by the one behind it. */
function sumsIn({ said, marked }: Said): Sums {
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
function broughtBy(
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
function feeFrom(fees: readonly SpokenAmount[], recovered: Money | null, note: string): Money | null {
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

/** More than was agreed may be right, and is pointed out. */
function oddFee({ recovered, fee }: AgencyReport, { feePercent, agency }: AgencyHolding): Question[] {
  if (!recovered || !fee || feePercent === null) return [];
  const percent = Math.round((fee.minor * 1000) / recovered.minor) / 10;
  return percent > feePercent + 0.5
    ? [
        {
          kind: 'odd',
          about: 'amount',
          why: `Their fee is ${percent}% of it; ${feePercent}% was agreed with ${agency}.`,
        },
      ]
    : [];
}
