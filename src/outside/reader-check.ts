// Holds what a model read in a reply against the reply itself: every sum, day and invoice must stand there.
import { assertNever } from '../core/assert-never.ts';
import type { Money } from '../core/money.ts';
import type { Outcome } from '../core/outcome.ts';
import { outcomeWords } from '../core/outcome-words.ts';
import { certain, type DraftItem, type Question } from '../core/reading/draft-item.ts';
import type { MarkedText } from '../core/reading/marks.ts';
import { normalise } from '../core/reading/normalise.ts';
import { readClaim, readPromise } from '../core/reading/read-money.ts';
import {
  readCallback,
  readContact,
  readDispute,
  readDocument,
  readPlan,
  readTheirOrder,
} from '../core/reading/read-plain.ts';
import type { ReadingContext } from '../core/reading/reading.ts';
import type { Said } from '../core/reading/said.ts';
import type { ModelItem } from './reader-model.ts';
import { isDayOf, isInvoiceOf, isSumOf, marker, type WholeReply } from './reader-said.ts';

export type Checked = {
  readonly drafts: readonly DraftItem[];
  /** What the model gave and the reply does not say; never recorded, always asked about. */
  readonly invented: readonly Question[];
};

/** Pure: works out what the words that the model pointed at amount to, by the rules of our own grammar. */
export function checkAgainstReply(
  items: readonly ModelItem[],
  reply: string,
  context: ReadingContext,
): Checked {
  const { text } = normalise(reply);
  const mark = marker(text, context);
  const said: WholeReply = { text, marked: mark(text), mark, context };
  const drafts: DraftItem[] = [];
  const invented: Question[] = [];
  const before: Money[] = [];
  for (const item of items) {
    const one = checkItem(item, said, before);
    drafts.push(one.draft);
    invented.push(...one.invented);
    const amount = one.draft.outcome && 'amount' in one.draft.outcome ? one.draft.outcome.amount : null;
    if (amount && amount !== 'full') before.push(amount);
  }
  return { drafts, invented };
}

function checkItem(
  item: ModelItem,
  reply: WholeReply,
  before: readonly Money[],
): { draft: DraftItem; invented: Question[] } {
  const quote = quoteIn(reply.text, item.quote);
  const amount = known(item.amount, (words) => isSumOf(reply, words, before));
  const date = known(item.date, (words) => isDayOf(reply, words));
  const invoices = item.invoices.map((words) => known(words, (one) => isInvoiceOf(reply, one)));
  const invented = [
    ...(amount.isInvented ? [unsaid('amount', item.amount)] : []),
    ...(date.isInvented ? [unsaid('date', item.date)] : []),
    ...invoices.flatMap(({ isInvented }, index) =>
      isInvented ? [unsaid('invoice', item.invoices[index] ?? null)] : [],
    ),
  ];
  const named = [amount.words, date.words, ...invoices.map(({ words }) => words)];
  const draft = draftOf(item, saidBy(reply, item, quote, named, before), quote, reply.text);
  return { draft: invented.length > 0 ? asked(draft, invented, reply.context) : draft, invented };
}

/** What is recorded must rest on words of the reply; a quote that is not in it gives way to the whole. */
function quoteIn(text: string, quote: string): string {
  const flat = (words: string) => words.replace(/\s+/g, ' ').trim().toLowerCase();
  const wanted = flat(normalise(quote).text);
  const at = wanted === '' ? -1 : flat(text).indexOf(wanted);
  return at < 0
    ? text
    : text
        .replace(/\s+/g, ' ')
        .trim()
        .slice(at, at + wanted.length);
}

/** Words that the reply does not bear out are dropped, so that nothing of them can be recorded. */
function known(
  words: string | null,
  isSaid: (words: string) => boolean,
): { readonly words: string; readonly isInvented: boolean } {
  if (words === null || words.trim() === '') return { words: '', isInvented: false };
  return isSaid(words) ? { words, isInvented: false } : { words: '', isInvented: true };
}

function unsaid(about: Question['about'], words: string | null): Question {
  const what = about === 'amount' ? 'sum' : about === 'date' ? 'day' : 'invoice';
  const shown = (words ?? '').replace(/\s+/g, ' ').slice(0, 60);
  return {
    kind: 'unclear',
    about,
    why: `The model read the ${what} “${shown}”, which the reply does not say.`,
  };
}

/** The words as one clause of the grammar. What the model did not name is looked for in its quote. */
function saidBy(
  { mark, context }: WholeReply,
  item: ModelItem,
  quote: string,
  named: readonly string[],
  before: readonly Money[],
): Said {
  const isOfMoney = item.kind === 'promise' || item.kind === 'claims_paid' || item.kind === 'callback';
  const words = named.filter((one) => one !== '');
  const rest = isOfMoney ? withoutFigures(item, mark(quote)) : quote;
  const marked = mark([rest, ...words].join(' ; '));
  const clause = { text: marked.text, cues: [], isQuestion: false, lent: [], after: '' };
  return { marked, clause, context, before };
}

/** The quote without those figures that the model named itself, so that a day of the talk is not taken for one of payment. */
function withoutFigures({ amount, date, invoices }: ModelItem, quote: MarkedText): string {
  const named = [amount === null ? '' : 'a', date === null ? '' : 'd', invoices.length === 0 ? '' : 'i'].join(
    '',
  );
  const kept = named === '' ? quote.text : quote.text.replace(new RegExp(`⟨[${named}]\\d+⟩`, 'g'), ' ');
  return quote.restore(kept);
}

function draftOf(item: ModelItem, said: Said, quote: string, whole: string): DraftItem {
  const { kind } = item;
  switch (kind) {
    case 'promise':
      return readPromise(said, quote, true);
    case 'claims_paid':
      return readClaim(said, quote, true);
    case 'callback':
      return readCallback(said, quote);
    case 'plan_request':
      return readPlan(said, quote);
    case 'dispute':
      return changed(readDispute(said, quote), (outcome) =>
        outcome.kind === 'dispute' && item.reason ? { ...outcome, reason: item.reason } : outcome,
      );
    case 'document_request':
      return changed(readDocument(said, quote), (outcome) =>
        outcome.kind === 'document_request' && item.document
          ? { ...outcome, document: item.document }
          : outcome,
      );
    case 'order_number':
      return readTheirOrder(said, quote);
    case 'wrong_contact':
      return changed(readContact(said, quote), (outcome) =>
        outcome.kind === 'wrong_contact'
          ? { ...outcome, name: outcome.name ?? nameIn(whole, item.name) }
          : outcome,
      );
    case 'no_answer':
    case 'left_message':
      return certain({ kind }, quote);
    case 'hardship':
    case 'insolvency':
    case 'contact_preference':
    case 'negotiation':
    case 'refused':
      return certain({ kind, detail: quote }, quote);
    case 'note':
      return certain({ kind: 'note', text: whole }, quote);
    default:
      return assertNever(kind);
  }
}

/** A name is taken as it stands in the reply, and nothing that does not stand there. */
function nameIn(text: string, name: string | null): string | null {
  const wanted = name?.trim() ?? '';
  return wanted !== '' && text.includes(wanted) ? wanted.slice(0, 120) : null;
}

function changed(draft: DraftItem, by: (outcome: Outcome) => Outcome): DraftItem {
  return {
    ...draft,
    outcome: draft.outcome && by(draft.outcome),
    choices: draft.choices.map((choice) => ({ ...choice, outcome: by(choice.outcome) })),
  };
}

/**
 * What is left after an invented day was dropped is offered, and recorded only if a person chooses it. Without its sum
 * or its invoice an outcome would speak of all that is open, which nobody said either: there nothing is offered.
 */
function asked(draft: DraftItem, invented: readonly Question[], context: ReadingContext): DraftItem {
  const own = draft.outcome
    ? [{ label: outcomeWords(draft.outcome, context), outcome: draft.outcome }]
    : draft.choices;
  const choices = invented.every(({ about }) => about === 'date') ? own : [];
  return { ...draft, outcome: null, questions: [...invented, ...draft.questions], choices };
}
