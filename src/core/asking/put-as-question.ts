// How words are put: as a question or told, alone or leaning on the question before.
import { foldQuestion, typedWords } from './asked-words.ts';

/** Whether the words may lean on what was asked before, so that it is worth looking up. */
export function asksOn(asked: string): boolean {
  return FOLLOWS.test(foldQuestion(typedWords(asked)));
}

export const WHY_ALONE = /^(?:but |and )?(?:why|how come|why is that|why not|warum|pourquoi|por que)$/;
export const GOES_ON = /^(?:and|what about|how about|and what about|and for|und|und bei|et|et pour|y) (.+)$/;
const FOLLOWS = new RegExp(`${WHY_ALONE.source}|${GOES_ON.source}`);

/**
 * Whether the words are put as a question. In a case's thread what is told and what is asked stand side by side, and
 * "they will pay Friday" must not be taken for a question about payments.
 */
export function isPutAsQuestion(asked: string): boolean {
  const typed = typedWords(asked);
  const folded = foldQuestion(typed);
  return ASKING.test(folded) || (/\?\s*$/.test(typed) && !TELLING.test(folded));
}

/** "They will pay Friday, ok?" tells all the same. */
const TELLING =
  /(?<!\p{L})(?:they|he|she|we|i)(?:\s\S+)? (?:will|would|have|has|paid|pays?|said|says|promised|got|want|wants|need|needs|spoke|left)(?!\p{L})/u;

const ASKING =
  /^(?:(?:hi|hey|hello|please|and|so|ok) )*(?:who|whom|what|when|why|how|which|where|show|list|tell me|explain|give me|is|are|does|did|do|has|have|can|could|should|help|wer|wen|was|wann|warum|wieso|wie|welche|zeig|qui|quoi|quand|combien|pourquoi|cuanto|cuando|quien)(?: |$)/;
