// Whether the grammar has understood all of a question, so that its answer can be given at once and for certain. It has
// not where nothing fits, where words are left over that it would pass over in silence, or where two things are asked in
// one: then a model with tools is asked, if there is one. The other way round a model would be asked for what is certain
// already, slower, and at a price.
import { isUnknown, nameIn } from './asked-names.ts';
import { foldQuestion, typedWords } from './asked-words.ts';
import type { AskingContext, Intent, Question } from './question.ts';
import { partsOf } from './read-question.ts';

/** A second question or wish in the same breath. "Whom do we leave alone, and why?" is one: its answer has the reasons. */
const COMPOUND =
  /\S+ (?:and|then|but|also|und|et|y) (?:then |also |please )*(?:who|whom|what|how|which|when|where|does|do|did|is|are|can|draft|write|snooze|split|move|prepare|compare|tell|show|wer|wen|was|wie|qui|que|combien|quien|cuanto)(?: |$)/u;

/** Conditions and exceptions, which no rule of the grammar reads. */
const BOUNDED =
  /(?<!\p{L})(?:except|excluding|apart from|other than|unless|if|instead|rather|both|between|more than half|compared (?:to|with) (?:@c|other)|average|percent|likely|should i worry|best|summar(?:y|ise|ize)|in (?:one|two|a few) (?:sentences?|words?)|ausser|sauf|excepto)(?!\p{L})/u;

/** "Top ten" is the list of the greatest, as long as an answer is. */
const TOP = /(?<!\p{L})top \d{1,2}(?!\d)/u;

/** Wishes carry words of their own, which belong to the letter or the note. */
const FREE_WORDS: ReadonlySet<Intent> = new Set(['do_draft', 'do_log', 'do_import', 'do_other']);

const MANNERS: ReadonlySet<Intent> = new Set(['hello', 'thanks', 'help']);

export function isSurelyUnderstood(
  asked: string,
  question: Question | null,
  context: AskingContext,
): boolean {
  if (!question) return false;
  if (MANNERS.has(question.intent)) return true;
  const typed = typedWords(asked);
  const folded = foldQuestion(typed);
  if (question.who?.kind === 'none' || COMPOUND.test(folded) || asksTwice(typed)) return false;
  const text = partsOf(folded, context).text.replace(TOP, ' ');
  if (BOUNDED.test(text) || nameIn(text, context.names).who !== null) return false;
  if (FREE_WORDS.has(question.intent) || question.intent === 'do_digest_time') return true;
  if (question.intent === 'do_split' || question.intent === 'do_snooze') return true;
  return /\d/.test(text) ? false : !hasWordsLeft(text, question);
}

function asksTwice(typed: string): boolean {
  return (typed.match(/\?/g) ?? []).length > 1 || /[;.!?]\s+\p{L}+\s+\p{L}+\s+\p{L}+/u.test(typed);
}

/** Words that are neither a question's nor the name that was found with slips in it. */
function hasWordsLeft(text: string, { who }: Question): boolean {
  const named = new Set((who && 'typed' in who ? who.typed : '').split(' '));
  return text
    .split(' ')
    .map((token) => token.replace(/[:.]+$/, ''))
    .some((token) => token.length > 2 && isUnknown(token) && !named.has(token));
}
