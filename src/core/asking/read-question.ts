// Reads a question about the ledger in plain words; null where it is not understood, for nothing is guessed at.
import { addMonths, endOfMonth } from '../calendar.ts';
import { agesIn, futureDayIn, one, periodBefore, periodIn, writtenPeriodIn } from './asked-days.ts';
import { leftOverIn, nameIn } from './asked-names.ts';
import { ABOUT_ALL, BESIDE_A_NAME, NOT_OURS, RULES, WE_OWE } from './asked-rules.ts';
import { foldQuestion, typedWords } from './asked-words.ts';
import { GOES_ON, WHY_ALONE } from './put-as-question.ts';
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
  return understand(folded, context, typed.trim().endsWith('?'));
}

type Parts = Pick<Question, 'who' | 'invoice' | 'period' | 'minDaysLate' | 'day'> & { readonly text: string };

function understand(folded: string, context: AskingContext, isAsked: boolean): Question | null {
  const parts = partsOf(folded, context);
  const isNamed = parts.who !== null;
  const intent = intentOf(parts.text, isNamed, isAsked);
  if (NOT_OURS.test(parts.text) || (!isNamed && WE_OWE.test(parts.text))) return null;
  if (intent === null) return onlyNamed(parts, context);
  if (intent === 'invoice') return { ...question(intent, parts), who: null };
  const wish = intent.startsWith('do_') ? futureDayIn(folded, context.today, context.locale) : null;
  const made = aheadOf({ ...question(intent, parts), day: wish?.value ?? null }, folded, context);
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

/** What is asked of days to come: "due on Friday" is the Friday that comes, "due in May" the May that comes. */
function aheadOf(made: Question, folded: string, { today, locale }: AskingContext): Question {
  const { intent, period } = made;
  if (!period || !AHEAD.has(intent)) return made;
  let ahead = period;
  if (period.to < today && !SPOKEN_BACK.test(folded)) {
    const isMonth = period.from.endsWith('-01') && period.to === endOfMonth(period.from);
    const from = addMonths(period.from, 12);
    const day = futureDayIn(folded, today, locale)?.value;
    if (isMonth) ahead = { from, to: endOfMonth(from) };
    else if (day) ahead = one(day);
  }
  const isToCome = intent === 'chase_today' && ahead.from > today;
  return { ...made, intent: isToCome ? 'steps_ahead' : intent, period: ahead };
}

const AHEAD: ReadonlySet<Intent> = new Set(['chase_today', 'due_next', 'steps_ahead', 'next_step']);
const SPOKEN_BACK =
  /(?<!\p{L})(?:last|was|were|did|had|have|yesterday|since|past|previous|gestern|hier|ayer|war|etait|fue)(?!\p{L})/u;

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

export function partsOf(folded: string, { today, locale, names }: AskingContext): Parts {
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

function intentOf(text: string, isNamed: boolean, isAsked = false): Intent | null {
  let ofNobody: Intent | null = null;
  for (const { cue, named: ofOne, all } of RULES) {
    const intent = isNamed ? ofOne : all;
    if (!cue.test(text) || (isAsked && intent === 'do_log')) continue; // "Acme has paid?" tells nothing.
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
      .replace(/@c|[:?.]/g, ' ')
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    return rest.every((word) => BESIDE_A_NAME.test(word)) ? question('customer', parts) : null;
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
