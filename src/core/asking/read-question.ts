// Reads a question about the ledger in plain words; null where it is not understood, for nothing is guessed at.
import { agesIn, futureDayIn, periodBefore, periodIn, writtenPeriodIn } from './asked-days.ts';
import { leftOverIn, nameIn } from './asked-names.ts';
import { ABOUT_ALL, NOT_OURS, RULES } from './asked-rules.ts';
import { foldQuestion, typedWords } from './asked-words.ts';
import type { AskingContext, Intent, Period, Question, Who } from './question.ts';

/** A question is a sentence or two; what is longer is an account of something. */
const LONGEST_QUESTION = 300;

/** Of the questions before, so many are looked at for what "and Beta?" leaves out. */
const MOST_EARLIER = 6;

export function readQuestion(asked: string, context: AskingContext): Question | null {
  const typed = typedWords(asked);
  if (typed === '' || typed.length > LONGEST_QUESTION) return null;
  const folded = foldQuestion(typed);
  const followed = followUp(folded, context);
  if (followed) return followed;
  return understand(folded, context);
}

/** Whether the words may lean on what was asked before, so that it is worth looking up. */
export function asksOn(asked: string): boolean {
  return FOLLOWS.test(foldQuestion(typedWords(asked)));
}

const WHY_ALONE = /^(?:but |and )?(?:why|how come|why is that|why not|warum|pourquoi|por que)$/;
const GOES_ON = /^(?:and|what about|how about|and what about|and for|und|und bei|et|et pour|y) (.+)$/;
const FOLLOWS = new RegExp(`${WHY_ALONE.source}|${GOES_ON.source}`);

/**
 * Whether the words are put as a question. In a case's thread what is told and what is asked stand side by side, and
 * "they will pay Friday" must not be taken for a question about payments.
 */
export function isPutAsQuestion(asked: string): boolean {
  const typed = typedWords(asked);
  return /\?\s*$/.test(typed) || ASKING.test(foldQuestion(typed));
}

const ASKING =
  /^(?:(?:hi|hey|hello|please|and|so|ok) )*(?:who|whom|what|when|why|how|which|where|show|list|tell me|explain|give me|is|are|does|did|do|has|have|can|could|should|help|wer|wen|was|wann|warum|wieso|wie|welche|zeig|qui|quoi|quand|combien|pourquoi|cuanto|cuando|quien)(?: |$)/;

type Parts = Pick<Question, 'who' | 'invoice' | 'period' | 'minDaysLate' | 'day'> & { readonly text: string };

function understand(folded: string, context: AskingContext): Question | null {
  const parts = partsOf(folded, context);
  const isNamed = parts.who !== null;
  const intent = intentOf(parts.text, isNamed);
  if (!isNamed && NOT_OURS.test(parts.text)) return null;
  if (intent === null) return onlyNamed(parts, context);
  if (intent === 'invoice') return { ...question(intent, parts), who: null };
  const wish = intent.startsWith('do_') ? futureDayIn(folded, context.today, context.locale) : null;
  const made: Question = { ...question(intent, parts), day: wish?.value ?? null };
  if (ABOUT_ALL.has(intent)) return made;
  if (isNamed) return made;
  const thread = ofThread(made, context);
  if (thread) return { ...thread, ...(named(parts.text) ? { intent: named(parts.text) as Intent } : {}) };
  // Words that are left over may be a customer that nobody knows: then the figures of all would be a wrong answer.
  const needs = NEEDS_CUSTOMER.has(intent) || intent.startsWith('do_');
  const left = leftOverIn(parts.text, context.names, !needs);
  if (!left.who) return made;
  return { ...made, intent: intentOf(left.text, true) ?? intent, who: left.who };
}

/** Asked of one customer, these have no answer for all. */
export const NEEDS_CUSTOMER: ReadonlySet<Intent> = new Set([
  'owes',
  'why',
  'agreed',
  'history',
  'contact',
  'invoices',
  'last_letter',
  'next_step',
  'customer',
]);

function question(intent: Intent, { who, invoice, period, minDaysLate, day }: Parts): Question {
  return { intent, who, invoice, period, minDaysLate, day };
}

function partsOf(folded: string, { today, locale, names }: AskingContext): Parts {
  let text = folded;
  const invoice = invoiceIn(text);
  if (invoice) text = invoice.text;
  const name = nameIn(text, names);
  text = name.text;
  const age = agesIn(text);
  if (age) text = age.text;
  const period = periodIn(text, today) ?? writtenPeriodIn(text, today, locale);
  if (period) text = period.text;
  return {
    text,
    who: name.who,
    invoice: invoice?.value ?? null,
    minDaysLate: age?.value ?? null,
    period: period?.value ?? null,
    day: null,
  };
}

const INVOICE_NOUN = 'invoices?|inv|bill|rechnung|facture|factura';

function invoiceIn(text: string): { value: string; text: string } | null {
  const match =
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?:${INVOICE_NOUN})(?: (?:no|nr|number|nummer|numero))?[ -]?#? ?|# ?)(\\d{2,}[\\w-]*)(?! ?(?:days|tage|jours|dias))`,
      'u',
    ).exec(text) ??
    /(?<![\p{L}\p{N}])(?:(?:invoice|bill|rechnung|facture|factura) )?([a-z]{1,6}-\d{1,}[\w-]*)/u.exec(text);
  if (!match?.[1]) return null;
  const written = /(?<![\p{L}\p{N}])inv[ -]\d/u.test(match[0])
    ? `INV-${match[1].replace(/^inv-/, '')}`
    : match[1];
  const before = text.slice(0, match.index);
  return {
    value: written.toUpperCase(),
    text: `${before} @i ${text.slice(match.index + match[0].length)}`.replace(/\s+/g, ' ').trim(),
  };
}

function intentOf(text: string, isNamed: boolean): Intent | null {
  let ofNobody: Intent | null = null;
  for (const { cue, named: ofOne, all } of RULES) {
    const intent = isNamed ? ofOne : all;
    if (!cue.test(text)) continue;
    const isWish = intent?.startsWith('do_') ?? false;
    if (text.includes('@i') && !isWish) return 'invoice';
    if (intent !== null) return intent;
    // It has an answer for one customer only, and nobody is named: what else the words may ask comes first.
    if (!isNamed && ofNobody === null && ofOne !== null && NEEDS_CUSTOMER.has(ofOne)) ofNobody = ofOne;
  }
  return text.includes('@i') ? 'invoice' : ofNobody;
}

/** The intent the same words have when a customer is meant. */
function named(text: string): Intent | null {
  return intentOf(text, true);
}

/** Nothing but a name, with small words around it: that customer's card. */
function onlyNamed(parts: Parts, context: AskingContext): Question | null {
  if (parts.who?.kind === 'found' || parts.who?.kind === 'several') {
    const rest = parts.text
      .replace(/@\w|[:?.]/g, ' ')
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    return rest.length <= 4 ? question('customer', parts) : null;
  }
  const left = leftOverIn(parts.text, context.names, false);
  const isAll = left.text.replace(/@c|:/g, '').trim() === '';
  if (!isAll || left.who?.kind !== 'found') return null;
  return { ...question('customer', parts), who: left.who };
}

/** In a case's thread its customer is meant, wherever the question has an answer for one customer. */
function ofThread(made: Question, { customerId }: AskingContext): Question | null {
  if (customerId === null || made.intent === 'invoice') return null;
  return { ...made, who: { kind: 'found', id: customerId, typed: '' } };
}

/** "and Beta?", "and the week before?", "why?": what is left out is what was asked before. */
function followUp(folded: string, context: AskingContext): Question | null {
  const earlier = context.earlier.slice(-MOST_EARLIER);
  if (earlier.length === 0) return null;
  const before = () => readQuestion(earlier.at(-1) ?? '', { ...context, earlier: earlier.slice(0, -1) });
  if (WHY_ALONE.test(folded)) {
    const last = before();
    return last?.who ? { ...last, intent: 'why', period: null } : null;
  }
  const rest = GOES_ON.exec(folded)?.[1];
  if (rest === undefined) return null;
  if (
    /^(?:the )?(?:(?:week|month|day|one|time|days|period) before(?: that)?|before that|before)$/.test(rest)
  ) {
    const last = before();
    const period = last && (last.period ?? usualPeriod(last.intent, context));
    return last && period ? { ...last, period: periodBefore(period, context.today) } : null;
  }
  const parts = partsOf(rest, context);
  const isOnlyParts =
    parts.text.replace(/@\w|\b(?:in|for|with|of|from|then|now|now|bei|pour|de)\b|:/g, '').trim() === '';
  if (parts.who && isOnlyParts) return carried(before(), parts.who, parts);
  if (parts.period && isOnlyParts) {
    const last = before();
    return last ? { ...last, period: parts.period } : null;
  }
  if (intentOf(parts.text, false) === null) {
    const left = leftOverIn(parts.text, context.names, false);
    if (left.who && left.text.replace(/@c|:/g, '').trim() === '') return carried(before(), left.who, parts);
  }
  return null;
}

function carried(last: Question | null, who: Who, { period }: Parts): Question {
  if (!last) return { intent: 'customer', who, invoice: null, period, minDaysLate: null, day: null };
  const intent = OF_ONE[last.intent] ?? last.intent;
  return { ...last, intent, who, period: period ?? last.period };
}

/** What a question about all is when it goes on with one customer. */
const OF_ONE: Readonly<Partial<Record<Intent, Intent>>> = {
  chase_today: 'next_step',
  leave_alone: 'why',
  total_overdue: 'owes',
  overdue_over: 'owes',
  biggest_debtors: 'owes',
  broken_promises: 'agreed',
  open_promises: 'agreed',
  sent: 'last_letter',
  drafts_waiting: 'customer',
  due_next: 'invoices',
  steps_ahead: 'next_step',
  newly_overdue: 'invoices',
  invoice: 'invoices',
};

/** The days that an answer takes where none are named. */
export function usualPeriod(intent: Intent, { today }: Pick<AskingContext, 'today'>): Period | null {
  const named = {
    payments: 'this week',
    sent: 'today',
    due_next: 'next week',
    newly_overdue: 'this week',
    steps_ahead: 'next week',
  } as const;
  const words = named[intent as keyof typeof named];
  return words ? (periodIn(words, today)?.value ?? null) : null;
}
