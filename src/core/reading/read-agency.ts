// Reads what a colleague tells of a collection agency: what it brought in, what it keeps of that, whether it gave up.
import { type AgencyHolding, type AgencyReport, whyNoReport } from '../agency-report.ts';
import { formatMoney, type Money } from '../money.ts';
import {
  agencyNamed,
  DOES_NEXT,
  FROM_BEFORE,
  isGivenBack,
  LABEL_BEFORE,
  LABEL_NEXT,
  PASSED_ON,
  TELLS_NEXT,
} from './agency-phrases.ts';
import { type Brought, broughtBy, feeFrom, type Holdings, sumsIn } from './agency-sums.ts';
import { isOwnPlan } from './chatter.ts';
import type { DraftItem, Question } from './draft-item.ts';
import type { MarkedText } from './marks.ts';
import type { ReadingContext } from './reading.ts';

export type AgencyRead = {
  readonly draft: DraftItem;
  /** What of the marked reply is not of the agency. */
  readonly rest: string;
};

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

/** Makes the report of one hand-over, with so much brought in. */
type Make = (requestId: string, recovered: Money | null) => AgencyReport;

const CALLS_BACK: Question = {
  kind: 'odd',
  about: 'meaning',
  why: 'This calls it back: what is still open is asked for by us again, softly. An approver confirms it.',
};

const MAY_BE_NET: Question = {
  kind: 'odd',
  about: 'amount',
  why: 'If that is what reached you after their fee, they collected more: press Change and give what they collected.',
};

function reportOf({ said, note, marked, context, holdings }: Said): DraftItem {
  const { recovered, fees, isUnsure } = sumsIn(said, marked);
  const back = isGivenBack(said);
  const make: Make = (requestId, amount) => ({
    kind: 'agency_report',
    requestId,
    note,
    recovered: amount,
    fee: feeFrom(fees, amount, note),
    isGivenBack: back,
  });
  const mayBeNet = recovered.length > 0 && fees.length > 0 && PASSED_ON.test(said);
  const odd = [...(back ? [CALLS_BACK] : []), ...(mayBeNet ? [MAY_BE_NET] : [])];
  const base = { quote: note, isSure: !isUnsure, odd };
  const [first, second] = holdings;
  if (recovered.length > 0) {
    return withSum(base, broughtBy(recovered, holdings, context), { make, holdings, locale: context.locale });
  }
  if (first && !second) {
    return { ...base, outcome: make(first.requestId, null), questions: [], choices: [] };
  }
  const which: Question = {
    kind: 'unclear',
    about: 'meaning',
    why: `More than one hand-over is out: ${holdings.map(nameOf).join('; ')}. Which one is it about?`,
  };
  const choices = holdings.map((one) => ({ label: nameOf(one), outcome: make(one.requestId, null) }));
  return { ...base, outcome: null, questions: [which], choices };
}

function withSum(
  base: Pick<DraftItem, 'quote' | 'isSure' | 'odd'>,
  { options, question }: ReturnType<typeof broughtBy>,
  { make, holdings, locale }: { make: Make; holdings: Holdings; locale: string },
): DraftItem {
  const wrong = ({ holding, amount }: Brought) =>
    whyNoReport(holding, make(holding.requestId, amount), locale);
  const good = options.filter((one) => wrong(one) === null);
  const [only] = good;
  if (!question && options.length === 1 && only) {
    const outcome = make(only.holding.requestId, only.amount);
    const odd = [...base.odd, ...oddFee(outcome, only.holding)];
    return { ...base, outcome, questions: [], choices: [], odd };
  }
  const [bad] = options;
  const asked: Question =
    question ??
    (good.length === 0 && bad
      ? { kind: 'impossible', about: 'amount', why: wrong(bad) ?? '' }
      : { kind: 'unclear', about: 'amount', why: 'More than one hand-over is out. Which one is it about?' });
  const choices = good.map(({ holding, amount }) => ({
    label: `${formatMoney(amount, locale)} · ${holding.agency}`,
    outcome: make(holding.requestId, amount),
  }));
  // Whose words they are cannot be told where several have something.
  const [first, second] = holdings;
  if (first && !second) {
    choices.push({ label: 'Only their words, no sum', outcome: make(first.requestId, null) });
  }
  return { ...base, outcome: null, questions: [asked], choices };
}

function nameOf({ agency, sums }: AgencyHolding): string {
  return `${agency}, ${sums.map(({ given }) => given.currency).join(' and ')}`;
}

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
