// Whether words may wish for a deed. Without such a word a model gets no tool that proposes one, whatever a customer's
// text inside the ledger asks it for.
import { foldQuestion, typedWords } from './asked-words.ts';

const DEEDS =
  /(?<!\p{L})(?:draft\p{L}*|writ(?:e|ing)|prepare|compose|send\p{L}*|remind\p{L}*|nudge|chase|e?-?mail (?!of|address)|letter|snooz\p{L}*|pause|wait|hold|alone|until|release|resume|wake|unsnooze|split\p{L}*|divide|spread|instal\p{L}*|plan|note|remember|keep in mind|log|record|move|change|set|shift|digest|propose|suggest|offer|follow up|see to it|do something|schreib\p{L}*|mahn\p{L}*|notier\p{L}*|verschieb\p{L}*|teil\p{L}*|raten|ecri\p{L}*|redige\p{L}*|relanc\p{L}*|repousse\p{L}*|etale\p{L}*|note\p{L}*|escrib\p{L}*|redact\p{L}*|aplaza\p{L}*|divid\p{L}*|anota\p{L}*)(?!\p{L})/u;

export function mayWish(text: string): boolean {
  return DEEDS.test(foldQuestion(typedWords(text)));
}
