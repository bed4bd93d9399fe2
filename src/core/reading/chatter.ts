// Tells what is none of the customer's words: thanks, questions among colleagues, plans of our own, orders to a program.
import type { Clause } from './clauses.ts';
import type { Family } from './cues.ts';
import { words } from './marks.ts';

/** A reply is data: words that order the program about are kept as a note, whatever else they say. */
const ORDER = words(
  '(?:ignore|disregard|forget|override)(?: \\p{L}+){0,3} (?:instructions?|prompts?|rules|above|previous|prior)|system prompt|you are now|as an? (?:ai|assistant)|(?:ignorier\\p{L}*|vergiss|vergessen sie|missachte\\p{L}*|ignorez?|oublie[zr]?|ignor[ae]|olvid[ae])(?: \\p{L}+){0,4} (?:anweisungen|regeln|vorgaben|instructions|consignes|règles|instrucciones|reglas)',
);
/** The same in the tongue of programs: roles of a chat, marks of a prompt, calls of a tool, JSON. */
const ORDER_CODE =
  /(?:^|[\n>"'([])\s*(?:system|sistema|système)\s*[:>\]]|<\/?(?:system|assistant|tool_call|script)\b|\[\/?inst\]|<\||untrusted data|[a-z_]+\.[a-z_]+\(|\{\s*"\w+"\s*:/iu;
/** "Mark all of it as paid", wherever in a message it stands. */
const ORDER_ALL = words(
  "(?:mark|set|flag|treat|markier\\p{L}*|setze?n?|marca|marquez?)(?: [\\p{L}']+){0,2} (?:everything|all|every|each|alles?|todas?|todo|tout(?:es)?|⟨a\\d+⟩)(?: [\\p{L}']+){0,6} (?:paid|settled|closed|zero|void|bezahlt|pagad[oa]s?|payée?s?)",
);
const ORDER_LEDGER =
  /^(?:please |pls |can you |could you |bitte |@\p{L}+ )*(?:mark|set|record|flag|delete|remove|write|close|cancel|zero|clear|approve|send|update|change|markier\p{L}*|marca|marquer?|setze)(?: \p{L}+| ⟨[ai]\d+⟩){0,5} (?:as )?(?:paid|off|settled|closed|zero|void|deleted|disputed|from the (?:ledger|books)|pagad[oa]|payée?s?|bezahlt)(?!\p{L})/iu;

export function isOrder(original: string, marked: string): boolean {
  return (
    [ORDER, ORDER_CODE].some((order) => order.test(original)) ||
    [ORDER_ALL, ORDER_LEDGER].some((order) => order.test(marked.trim()) || order.test(original.trim()))
  );
}

const OWN_ACT =
  'call|ring|phone|chase|follow|try|e-?mail|send|resend|check|ping|ask|look|wait|talk|speak|do|handle|take|reach|give|write|escalate|discuss|draft|remind|leave|snooze|cover|meet|get back|update|keep|see|review|find|sort|dig|grab|drop|note|log|hold|let|be (?:out|off|away|in)|pay';
const OWN_PLAN = words(
  `(?:i'll|i will|ill|i'm going to|i am going to|i'm gonna|i can|i could|i should|i need to|i have to|i'd|i would|i want to|i plan to|let me|let's|lets|we'll|we will|we should|we need to|we have to|we must|we can|we could|we might|shall (?:i|we)|should (?:i|we)|can (?:i|we)|could (?:i|we))(?: (?!they|he|she)\\p{L}+){0,2} (?:${OWN_ACT})`,
);
const OWN_PLAN_AT_START = new RegExp(
  `^(?:ok(?:ay)? |so |yes |sure )*(?:will|going to|gonna|need to|gotta|have to|must|should|to)(?: \\p{L}+)? (?:${OWN_ACT.replace('|pay', '')})(?![\\p{L}])`,
  'iu',
);
/** "Can we do $200 a month?" quotes the customer: among ourselves nobody asks so. */
const QUOTED_ASK = words(
  '(?:can|could|may|might) (?:we|i|they)(?: (?:please|maybe|just|also|then|perhaps))? (?:do|pay|split|spread|stagger|make|settle|have|get|set up|arrange|agree)',
);
/** "I'll call …", "let's ask …": what we mean to do, rather than what was done. */
export function isOwnPlan(text: string): boolean {
  return OWN_PLAN.test(text) || OWN_PLAN_AT_START.test(text);
}

const OWN_STATE =
  /^(?:i'm|i am|i was|i've|i have|i had|im|me(?= (?:too|neither|and|on|as)(?!\p{L}))|my|wir sind|ich bin|je suis|estoy)(?!\p{L})/iu;
const ASKS_COLLEAGUE = words(
  "(?:can|could|would|will|did|have|has|do|are) (?:you|u|someone|somebody|anyone|anybody|we|i)(?! ⟨)|anyone|anybody|who(?:'s| is| has| owns| can)?|what(?:'s| is| about| do)|where|why|how (?:about|come|do|much|many)|when (?:did|do|is|was|will)|is (?:it|this|that|there)|any (?:news|update|idea|luck)",
);
const REPORTS = words(
  'ask(?:s|ed|ing)?|wants?|wanted|wonder(?:s|ed|ing)?|request(?:s|ed|ing)?|says?|said|piden?|pregunta\\p{L}*|demand\\p{L}+|frag\\p{L}+|möcht\\p{L}+',
);

/** Our own plan, or a word to a colleague, rather than something the customer said or did. */
export function isOwnTalk(clause: Clause, mentionsSomebody: boolean): boolean {
  const { text } = clause;
  const family = clause.cues[0]?.family;
  if (isQuestionAmongUs(clause)) return true;
  if ((family === 'plan_request' || family === 'negotiation') && QUOTED_ASK.test(text)) return false;
  const speaksOfPaying =
    /(?<!\p{L})(?:pay|transfer|settle|wire|remit)(?!\p{L})/iu.test(text) &&
    !/(?<!\p{L})(?:call|ring|chase|remind|should pay|need to pay|have to pay|must pay)(?!\p{L})/iu.test(text);
  if (!speaksOfPaying && isOwnPlan(text)) return true;
  if (OWN_STATE.test(text) && (family === 'callback' || family === 'promise' || family === undefined))
    return true;
  return (
    mentionsSomebody &&
    /(?<!\p{L})(?:can|could|would|will|please|pls) (?:you|u|call|take|look|check|ring|try|handle)(?!\p{L})/iu.test(
      text,
    )
  );
}

/** Customers' own wishes, which they may put as questions. */
const WISHES: readonly (Family | undefined)[] = [
  'plan_request',
  'document_request',
  'negotiation',
  'more_time',
];

/** What a customer may ask is kept: for a plan, a document, a discount, more time. The rest is asked among colleagues. */
function isQuestionAmongUs({ text, isQuestion, cues }: Clause): boolean {
  if (!isQuestion || REPORTS.test(text)) return false;
  const family = cues[0]?.family;
  if (WISHES.includes(family)) return false;
  return (
    ASKS_COLLEAGUE.test(text) ||
    family === undefined ||
    /^(?:did|do|does|have|has|is|are|was|were|will|would|should|can|could|haven't|hasn't|didn't|any)(?!\p{L})/iu.test(
      text,
    ) ||
    family === 'promise' ||
    family === 'claims_paid'
  );
}

const ABOUT_CASE = words(
  "they|they'\\p{L}+|he|she|he'\\p{L}+|she'\\p{L}+|customer|client|accounts|ap|cfo|ceo|owner|director|manager|invoices?|payments?|paid|pays?|paying|promis\\p{L}+|balance|account|debt|overdue|ellos|cliente|factura|pago|prometi\\p{L}+|ils|elle|client|facture|paiement|sie|kunde|rechnung|zahlung|bezahlt|versprochen|spoke|said|says|nothing received|received|disput\\p{L}+",
);
/** Shorter than this it is a remark, not a note. */
const MIN_NOTE_WORDS = 4;

/** Words without an outcome that still say something of the customer are worth a note. */
export function isWorthNoting(text: string, clauses: readonly Clause[], mentionsSomebody: boolean): boolean {
  if (mentionsSomebody || clauses.some(({ isQuestion }) => isQuestion)) return false;
  if (clauses.every((clause) => isOwnTalk(clause, mentionsSomebody))) return false;
  return text.split(/\s+/).length >= MIN_NOTE_WORDS && ABOUT_CASE.test(text);
}
