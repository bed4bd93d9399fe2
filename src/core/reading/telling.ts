// An account of a customer told away from its case: "log for Acme: they pay 500 by Friday", or just "Acme: they pay …".
import { isPutAsQuestion } from '../asking/put-as-question.ts';
import { type CustomerMatch, findCustomer } from '../find-customer.ts';

type Named = { readonly id: string; readonly name: string };

export type Telling = {
  /** The customer as it was typed. */
  readonly typed: string;
  readonly match: CustomerMatch;
  /** What is told of it; may be empty. */
  readonly words: string;
  /** The person said that it is to be noted; otherwise a name stands before a colon, and the words must bear it out. */
  readonly isExplicit: boolean;
};

/** "log for", "add a note on", "notiere für", "note pour", "anota para": the verb, perhaps what, and of whom. */
const VERBS: readonly string[] = [
  '(?:log|note|record|add|put|save|jot|write)(?: down)?(?: (?:this|it|that|a|an|the|call|note|outcome|entry|message))*(?: (?:for|on|about|under|against|with|of))',
  '(?:notiere?|vermerke?|erfasse?|protokolliere?|notiz|vermerk|eintrag)(?: (?:bitte|das|eine?n?|notiz|anruf))* (?:für|fuer|zu|zum|zur|bei|über|ueber)',
  '(?:note[rz]?|enregistre[rz]?|consigne[rz]?|ajoute[rz]?|inscri[st])(?: (?:une?|la|le|note|appel))* (?:pour|sur|chez|à propos de|au sujet de)',
  '(?:anotar?|apuntar?|registrar?|añad[ei]r?|guardar?|nota)(?: (?:una?|la|el|nota|llamada))* (?:para|de|sobre|en)',
];

/** Who begins politely, or names the app first. */
const BEFORE = String.raw`^(?:\s*<@[A-Z0-9]+>[,:]?)?\s*(?:(?:please|pls|bitte|merci de|por favor)[, ]+)?`;
const EXPLICIT = new RegExp(`${BEFORE}(?:${VERBS.join('|')})\\s+(?=\\S)`, 'iu');
const PLAIN = new RegExp(`${BEFORE}(?:(?:for|on|about|re|für|zu|pour|sur|para|sobre)[: ]\\s*)?(?=\\S)`, 'iu');

/** What stands between the name and the account of it. A colon in a link or a time is followed by no space. */
const BREAK = /\s*[:：]\s+|\s*[:：]$|\s+[-–—]\s+|\s*\n\s*/gu;
const LOOSE_BREAK = /\s*[:：,;]\s+|\s*[:：]$|\s+[-–—]\s+|\s*\n\s*|\s+(?:that|dass|que|says?|said)\s+/giu;

const LONGEST_NAME = 80;
const MOST_NAME_WORDS = 8;
/** Fewer words than these beside a name are as likely a question in short: "Acme: last letter". */
const LEAST_WORDS = 4;

/** Null where nothing is told: a question, a greeting, or words that name no customer. */
export function readTelling(text: string, names: readonly Named[]): Telling | null {
  const explicit = EXPLICIT.exec(text);
  if (explicit) return tellingIn(text.slice(explicit[0].length), names);
  const rest = text.slice(PLAIN.exec(text)?.[0].length ?? 0);
  for (const { typed, words } of splits(rest, BREAK)) {
    const match = findCustomer(typed, names);
    if (match.kind === 'none') continue;
    const isAccount = words.split(/\s+/u).length >= LEAST_WORDS && !isPutAsQuestion(words);
    return isAccount ? { typed, match, words, isExplicit: false } : null;
  }
  return null;
}

/** After "log for": the first split whose name is known, or the words that begin like a name, or else the first split. */
function tellingIn(rest: string, names: readonly Named[]): Telling {
  const all = splits(rest, LOOSE_BREAK);
  for (const { typed, words } of all) {
    const match = findCustomer(typed, names);
    if (match.kind !== 'none') return { typed, match, words, isExplicit: true };
  }
  const begun = all.length === 0 || !/[:：]/u.test(rest) ? nameAtStart(rest, names) : null;
  if (begun) return begun;
  const { typed, words } = all[0] ?? { typed: shortened(rest), words: '' };
  return { typed, match: findCustomer(typed, names), words, isExplicit: true };
}

/** "log for Acme they'll pay Friday": the longest beginning that is one customer's name. */
function nameAtStart(rest: string, names: readonly Named[]): Telling | null {
  const parts = rest.trim().split(/\s+/u);
  for (let length = Math.min(parts.length, MOST_NAME_WORDS); length > 0; length -= 1) {
    const typed = plain(parts.slice(0, length).join(' '));
    const match = findCustomer(typed, names);
    if (match.kind !== 'none') {
      return { typed, match, words: parts.slice(length).join(' '), isExplicit: true };
    }
  }
  return null;
}

function splits(text: string, at: RegExp): { typed: string; words: string }[] {
  return [...text.matchAll(at)]
    .map(({ index, 0: { length } }) => ({
      typed: plain(text.slice(0, index)),
      words: text.slice(index + length).trim(),
    }))
    .filter(({ typed }) => typed !== '' && typed.length <= LONGEST_NAME && wordsOf(typed) <= MOST_NAME_WORDS);
}

function wordsOf(typed: string): number {
  return typed.split(/\s+/u).length;
}

function shortened(text: string): string {
  return plain(text).split(/\s+/u).slice(0, MOST_NAME_WORDS).join(' ').slice(0, LONGEST_NAME);
}

/** Slack escapes three characters, and people put names in quotes, bold or italics. */
function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/^[\s"“”«»„'*_]+|[\s"“”«»'*_]+$/gu, '');
}
