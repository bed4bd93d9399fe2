// The turns of phrase that give an outcome away: one table a family, the four languages side by side, tried in order.

import { CONTACT_PHRASES } from './contact-phrases.ts';
import { words } from './marks.ts';
import { PAID, PROMISE, REFUSED } from './money-phrases.ts';
import { TROUBLE_PHRASES } from './trouble-phrases.ts';

export type Family =
  | 'insolvency'
  | 'left_message'
  | 'no_answer'
  | 'plan_request'
  | 'negotiation'
  | 'document_request'
  | 'order_number'
  | 'dispute'
  | 'wrong_contact'
  | 'contact_preference'
  | 'hardship'
  | 'refused'
  | 'more_time'
  | 'claims_paid'
  | 'callback'
  | 'promise';

export type Cue = { readonly family: Family; readonly isNegated: boolean; readonly at: number };

type Row = readonly [family: Family, pattern: RegExp, canBeNegated: boolean];

/** In order: what stands first wins where one clause shows two. Those that cannot be negated are negations themselves. */
const ROWS: readonly Row[] = [
  ['insolvency', words(TROUBLE_PHRASES.insolvency), true],
  ['left_message', words(CONTACT_PHRASES.left_message), true],
  ['no_answer', words(CONTACT_PHRASES.no_answer), false],
  ['document_request', words(CONTACT_PHRASES.document_request), false],
  ['negotiation', words(TROUBLE_PHRASES.negotiation), true],
  ['plan_request', words(TROUBLE_PHRASES.plan_request), true],
  ['wrong_contact', words(CONTACT_PHRASES.wrong_contact), false],
  ['dispute', words(TROUBLE_PHRASES.dispute_not), false],
  ['dispute', words(TROUBLE_PHRASES.dispute), true],
  ['contact_preference', words(CONTACT_PHRASES.contact_preference), false],
  ['hardship', words(TROUBLE_PHRASES.hardship), false],
  ['refused', words(REFUSED), false],
  ['more_time', words(TROUBLE_PHRASES.more_time), true],
  ['claims_paid', words(PAID), true],
  ['promise', words(PROMISE), true],
  ['callback', words(CONTACT_PHRASES.callback), true],
  ['order_number', /⟨n\d+⟩/u, false],
];

const NEGATION = words(
  "not|never|no|nothing|none|without|\\p{L}+n't|cannot|unable|unwilling|didnt|wont|dont|hasnt|havent|nicht|nichts|kein\\p{L}*|nie|no|nunca|nada|tampoco|pas|jamais|rien|aucune?",
  'giu',
);

export function cuesIn(clause: string): Cue[] {
  return ROWS.flatMap(([family, pattern, canBeNegated]) => {
    const match = pattern.exec(clause);
    if (!match) return [];
    return [{ family, isNegated: canBeNegated && isNegated(clause, match.index, match[0]), at: match.index }];
  });
}

/** "did NOT promise", "no dispute", "nicht versprochen": a negation at most three words ahead, or right behind it. */
function isNegated(clause: string, at: number, phrase: string): boolean {
  const before = clause.slice(0, at);
  const inside = phrase.toLowerCase();
  if (/^(?:no|not|never) /.test(inside)) return true;
  for (const match of before.matchAll(NEGATION)) {
    const between = before.slice(match.index + match[0].length);
    if (between.trim().split(/\s+/).filter(Boolean).length <= 3 && !/⟨/.test(between)) return true;
  }
  return /^\s+(?:nothing|nichts|nada|rien|nicht|pas)(?![\p{L}])/iu.test(clause.slice(at + phrase.length));
}
