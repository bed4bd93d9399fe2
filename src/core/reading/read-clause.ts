// Reads one clause: which family of outcomes it belongs to, whether it denies or doubts it, and what it says.
import { assertNever } from '../assert-never.ts';
import { addDays } from '../calendar.ts';
import { type Clause, isSumWithDay, valuesOf } from './clauses.ts';
import type { Cue, Family } from './cues.ts';
import { certain, type DraftItem } from './draft-item.ts';
import { leavesUnread } from './left-unread.ts';
import { words } from './marks.ts';
import { ORDER_NAMES } from './order-numbers.ts';
import { readClaim, readPromise } from './read-money.ts';
import {
  readCallback,
  readContact,
  readDispute,
  readDocument,
  readPlan,
  readTheirOrder,
} from './read-plain.ts';
import type { Said } from './said.ts';
import { isTold } from './told-promise.ts';
import { usualDays } from './which-day.ts';
import { isDemanded, isDoubted, isOnlyDemanded, isOurs } from './whose-words.ts';

const CONDITION_FIRST = /^(?:\p{L}+ )?(?:if|unless|in case|should they|wenn|falls|si)(?!\p{L})/iu;
const NOT_BEFORE = /(?<!\p{L})(?:before|until|till|vor|bis|avant|antes)(?!\p{L})/iu;
/** "They won't pay 500 by Friday" is no refusal either. */
const NOT_BY = words(
  'pay(?:ing)?(?: it| this| that| ⟨[ai]\\d+⟩){0,2} (?:by |on |this )?⟨d|⟨d\\d+⟩ (?:⟨a\\d+⟩ )?nicht (?:be)?zahlen',
);
const FUTURE =
  /(?<!\p{L})(?:will|\p{L}+'ll|going to|gonna|to be|scheduled|planned|will have|werden|wird|va|vont|van)(?!\p{L})/iu;

const ORDER_NUMBER = words(`(?:${ORDER_NAMES})`);

export function readClause(said: Said, whole: string): DraftItem | null {
  const { clause, marked } = said;
  const quote = quoteOf(said);
  const cue = leadingCue(clause);
  if (!cue && !isSumWithDay(clause.text)) return null;
  if (cue?.isNegated || ((!cue || cue.family === 'promise') && isOnlyDemanded(clause)))
    return certain({ kind: 'note', text: whole }, quote);
  if (!cue) return readSumWithDay(said, quote);
  const isQuestion = clause.isQuestion;
  switch (cue.family) {
    case 'insolvency':
    case 'hardship':
    case 'refused':
      return readUnwilling(said, cue.family, quote);
    case 'left_message':
    case 'no_answer':
      return certain({ kind: cue.family }, quote);
    case 'plan_request':
      return readPlan(said, quote);
    case 'negotiation':
    case 'contact_preference':
      return certain({ kind: cue.family, detail: quote }, quote);
    case 'order_number':
      return readTheirOrder(said, quote);
    case 'dispute':
      return readDispute(said, quote);
    case 'document_request':
      return readDocument(said, quote);
    case 'wrong_contact':
      return readContact(said, quote);
    case 'more_time':
      return readMoreTime(said, quote);
    case 'callback':
      return readCallback(said, quote);
    case 'claims_paid':
      if (CONDITION_FIRST.test(clause.text)) return certain({ kind: 'note', text: whole }, quote);
      return readClaim(said, quote, !isQuestion && !leavesUnread(said) && !isDoubted(clause, marked.text));
    case 'promise':
      if (CONDITION_FIRST.test(clause.text) || isTold(clause))
        return certain({ kind: 'note', text: whole }, quote);
      return readPromise(
        said,
        quote,
        !isQuestion &&
          !leavesUnread(said) &&
          !isDoubted(clause, marked.text) &&
          !isOurs(clause.text, whole) &&
          !isDemanded(clause),
      );
    default:
      return assertNever(cue.family);
  }
}

/** The first family in the tables' order; a payment spoken of in the future is a promise. */
function leadingCue({ text, cues }: Clause): Cue | null {
  const said = cues.filter(({ isNegated }) => !isNegated);
  // A wish to see their order number on the invoice, with the number in it, tells the number.
  const told = said.find(({ family }) => family === 'order_number');
  // "They dispute it because the order number is missing" is a dispute, and says what about.
  const objects = ORDER_NUMBER.test(text) ? said.find(({ family }) => family === 'dispute') : undefined;
  const wish = said[0]?.family === 'document_request';
  const first = (wish && (told ?? objects)) || (said[0] ?? cues[0] ?? null);
  if (!first || first.isNegated) return first;
  // "did NOT agree to pay": what a promise's own words deny is not told by another phrase beside it.
  const denied = cues.find(
    ({ isNegated, family }) => isNegated && (family === 'promise' || family === 'claims_paid'),
  );
  if (denied && (first.family === 'promise' || first.family === 'claims_paid')) return denied;
  if (first.family === 'claims_paid' && FUTURE.test(text))
    return said.find(({ family }) => family === 'promise') ?? first;
  return first;
}

/** "500 on Friday": what is to come is a promise, what has been is a payment. */
function readSumWithDay(said: Said, quote: string): DraftItem {
  const dates = valuesOf(said.marked, said.clause, 'd');
  const isPast = dates.every(({ forward, back }) => forward.length === 0 && back !== null);
  return isPast ? readClaim(said, quote, false) : readPromise(said, quote, !leavesUnread(said));
}

/** Their word to pay by a later day, once somebody here agrees to it. */
function readMoreTime(said: Said, quote: string): DraftItem {
  const promise = readPromise(said, quote, false);
  const why = 'They ask for more time: record it only if you agree to that day.';
  return { ...promise, odd: [...promise.odd, { kind: 'odd', about: 'date', why }] };
}

/** "won't pay before Christmas" refuses nothing yet: the day they will pay is asked. */
function readUnwilling(
  said: Said,
  family: Extract<Family, 'insolvency' | 'hardship' | 'refused'>,
  quote: string,
): DraftItem {
  const { clause, marked, context } = said;
  const detail = { kind: family, detail: quote } as const;
  const dates = valuesOf(marked, clause, 'd');
  const spoken = marked.restore(clause.text);
  const isOnlyThen = NOT_BEFORE.test(spoken) || (family === 'refused' && NOT_BY.test(clause.text));
  if (family === 'insolvency' || dates.length === 0 || !isOnlyThen) return certain(detail, quote);
  if (/pay|zahl|pag|pai|régl/iu.test(spoken) === false) return certain(detail, quote);
  const after = dates.flatMap(({ forward }) => forward)[0] ?? null;
  const day = after && after > context.today ? addDays(after, 1) : (usualDays(context.today)[0] ?? null);
  return {
    quote,
    outcome: null,
    questions: [
      {
        kind: 'unclear',
        about: 'date',
        why: 'They say when they will not pay. Did they say when they will?',
      },
    ],
    choices: [
      ...(day
        ? [
            {
              label: 'They will, right after that',
              outcome: { kind: 'promise', amount: 'full', date: day, invoices: [] } as const,
            },
          ]
        : []),
      { label: 'They are short of money', outcome: { kind: 'hardship', detail: quote } },
      { label: 'They refuse', outcome: { kind: 'refused', detail: quote } },
    ],
    odd: [],
    isSure: true,
  };
}

function quoteOf({ marked, clause }: Said): string {
  return marked.restore([clause.text, ...clause.lent].join(', ')).trim();
}
