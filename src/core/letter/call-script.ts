// What to say on the phone, part by part: what to know, the opening, one question, likely answers, and what may be offered.
import { dayIn, formatDay } from '../calendar.ts';
import { standing } from '../chase/case-file.ts';
import type { Letter } from '../draft.ts';
import type { DraftFacts } from '../facts.ts';
import type { CaseEvent, Customer } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import type { Settings } from '../settings.ts';
import { teamLanguage } from './build-facts.ts';
import { mayNotSay, mayOffer } from './call-offers.ts';
import { fillLetter } from './fill-letter.ts';
import { letterLocale } from './language.ts';

/** What the customer may answer, and what to say then. */
export type CallAnswer = { readonly said: string; readonly answer: string };

/** The words in which a promise was noted that has since been broken. */
export type PromiseWords = {
  readonly quote: string;
  readonly by: string; // a Slack user id
  readonly on: string; // "Mon 16 Nov"
  readonly link: string | null;
};

export type CallScript = {
  readonly title: string;
  /** Before one dials; the invoices are one entry of several lines. */
  readonly know: readonly string[];
  readonly promise: PromiseWords | null;
  /** "German", where the customer is written to in another language than the script's. */
  readonly theyWrite: string | null;
  readonly opening: string;
  readonly question: string;
  readonly answers: readonly CallAnswer[];
  readonly offers: readonly string[];
  readonly mayNot: readonly string[];
};

const LABEL = /^(Know|Open|Ask): ([\s\S]+)$/;
const ANSWER = /^(If [^:{}]{1,100}): ([\s\S]+)$/;

type Parts = Pick<CallScript, 'know' | 'opening' | 'question' | 'answers'>;

/** @param words the house script with its slots: its labels say which part is which, and no name can pass for one. */
export function callScriptOf(
  words: Letter,
  facts: DraftFacts,
  more: {
    readonly customer: Pick<Customer, 'language'>;
    readonly plan: Policy['plan'];
    readonly promise: PromiseWords | null;
  },
): CallScript {
  return {
    title: fillLetter({ ...words, body: '' }, facts).letter.subject,
    ...partsOf(words.body, (text) => fillLetter({ subject: '', body: text }, facts).letter.body),
    promise: more.promise,
    theyWrite: otherLanguage(more.customer.language),
    offers: mayOffer(facts, more.plan),
    mayNot: mayNotSay(facts),
  };
}

/** A paragraph whose slots have nothing to say is left out, as in a letter. */
function partsOf(body: string, fill: (text: string) => string): Parts {
  const know: string[] = [];
  const opening: string[] = [];
  const question: string[] = [];
  const answers: CallAnswer[] = [];
  for (const paragraph of body.split(/\n[ \t]*\n+/)) {
    const [, said, answer] = ANSWER.exec(paragraph.trim()) ?? [];
    const [, label, labelled] = LABEL.exec(paragraph.trim()) ?? [];
    const filled = fill(answer ?? labelled ?? paragraph);
    if (filled === '') continue;
    if (said !== undefined) answers.push({ said, answer: filled });
    else if (label === 'Open') opening.push(filled);
    else if (label === 'Ask') question.push(filled);
    else know.push(filled);
  }
  return { know, opening: opening.join(' '), question: question.join(' '), answers };
}

/** What a house script lacks, in words for whoever changes it; null: it has all its parts. */
export function missingPart({ body }: Letter): string | null {
  const parts = partsOf(body, (text) => text);
  if (parts.opening === '') return 'a paragraph that begins with "Open: "';
  if (parts.question === '') return 'a paragraph that begins with "Ask: "';
  if (parts.answers.length === 0) return 'paragraphs such as "If they name a date: …"';
  return null;
}

/** A step that has a letter and is taken by telephone: the words of a call, within what that step may say. */
export function factsForCall(facts: DraftFacts, settings: Pick<Settings, 'locale'>): DraftFacts {
  if (facts.step === 'call' || facts.step === 'broken_promise_call') return facts;
  return { ...facts, step: 'call', language: teamLanguage(settings.locale) };
}

/** The record of the promise that a call about a broken one speaks of: the newest whose day has gone by. */
export function brokenPromiseRecord(facts: DraftFacts, events: readonly CaseEvent[]): CaseEvent | null {
  const passed = standing(events).filter(({ body }) => {
    if (body.kind !== 'outcome' || body.outcome.kind !== 'promise') return false;
    const { amount, date, saidBy } = body.outcome;
    if (saidBy?.mayCommit === false) return false;
    const ours = amount === 'full' || amount.currency === facts.total.currency;
    return ours && date === (facts.history.brokenPromise?.date ?? date) && date < facts.asOf;
  });
  return passed.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? null;
}

/** Null where it was noted without words of its own. */
export function promiseWords(
  record: CaseEvent | null,
  link: string | null,
  facts: DraftFacts,
  zone: string,
): PromiseWords | null {
  const quote = record?.source?.quote.trim();
  if (!record || !quote) return null;
  const on = formatDay(dayIn(zone, record.at), letterLocale(facts.language), facts.asOf);
  return { quote, by: record.by, on, link };
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

function otherLanguage(tag: string): string | null {
  const base = /^[a-z]{2,3}(?=-|$)/i.exec(tag)?.[0].toLowerCase();
  if (!base || base === 'en') return null;
  return languageNames.of(base) ?? null;
}
