// Gathers the only facts a letter may speak of, from the engine's verdict and the customer's part of the ledger.
import { addDays, dayIn, isWeekday, nextWorkingDay } from '../calendar.ts';
import { standing } from '../chase/case-file.ts';
import type { DraftFacts, Occasion, OccasionDetail, VoiceFact } from '../facts.ts';
import type { CaseEvent, Decision } from '../ledger.ts';
import type { Policy, Topic } from '../policy.ts';
import type { Voice } from '../settings.ts';
import type { Act } from '../verdict.ts';
import { type HistoryInput, historyOf } from './build-history.ts';
import { invoiceFacts } from './invoice-facts.ts';
import { type LetterLanguage, languageTag, letterLanguage } from './language.ts';
import { mentionsFor } from './mentions.ts';
import { isPersonName } from './person-name.ts';
import { inLine } from './plain-text.ts';

/** `asOf`: the day the letter can go; days late are counted to it. */
export type DraftFactsInput = HistoryInput & {
  readonly policy: Policy;
  readonly policyVersion: number;
  /** The person who looks after the customer, where letters go out in that name; null: the workspace's sender. */
  readonly senderName?: string | null;
  readonly occasion?: Occasion | null;
  readonly detail?: OccasionDetail | null;
  /** Another language than the customer's, as somebody asked for this letter. */
  readonly language?: LetterLanguage | null;
  readonly gentle?: boolean;
  /** The notice of a hand-over names to whom. */
  readonly agency?: string | null;
};

/** A final notice leaves a week, by the law and by decency; three days more cover a weekend before it is sent. */
const DEADLINE_DAYS = 10;

export function buildDraftFacts(input: DraftFactsInput): DraftFacts {
  const { act, customer, settings, policy, asOf: today } = input;
  const step = policy.steps.find(({ name }) => name === stepOfPolicy(act.step));
  const events = standing(input.ledger.events.filter((event) => event.customerId === customer.id));
  // The notice follows a hand-over that people agreed to: it names the agency, and nothing else.
  const isNotice = act.step === 'hand_over';
  const maySay: readonly Topic[] = isNotice ? ['agency'] : (step?.maySay ?? []);
  const contact = customer.contacts[0] ?? null;
  return {
    asOf: today,
    step: act.step,
    tone: step?.tone ?? 'human',
    maySay,
    decided: isNotice ? ['agency'] : decidedTopics(events, input),
    language: languageOf(input),
    customerName: customer.name,
    contactName: contact?.name && isPersonName(inLine(contact.name)) ? contact.name : null,
    senderName: input.senderName || settings.sender.name,
    senderEmail: settings.sender.email,
    businessName: settings.businessName,
    businessPhone: settings.waysToPay.phone,
    bankDetails: settings.waysToPay.bankDetails,
    invoices: invoiceFacts(input, events),
    total: act.total,
    daysLate: act.daysLate,
    deadline: act.step === 'final_notice' ? nextWorkingDay(addDays(today, DEADLINE_DAYS), isWeekday) : null,
    plan:
      !isNotice && maySay.includes('plan')
        ? { maxInstalments: policy.plan.maxInstalments, maxDays: policy.plan.maxDays }
        : null,
    history: historyOf(input, events),
    policyVersion: input.policyVersion,
    occasion: input.occasion ?? null,
    detail: input.detail ?? null,
    gentle: input.gentle ?? false,
    agency: isNotice ? (input.agency ?? null) : null,
    termsDays: policy.termsDays,
    voice: voiceFor(settings.voice, languageOf(input)),
    mentions: mentionsFor({ step: act.step, occasion: input.occasion ?? null }, events),
  };
}

/** Greeting, sign-off and phrases are of one language; what must never be said is kept out of letters in any. */
function voiceFor({ language, greeting, signOff, formality, use, avoid }: Voice, tag: string): VoiceFact {
  return letterLanguage(tag) === language
    ? { greeting, signOff, formality, use, avoid }
    : { greeting: null, signOff: null, formality, use: [], avoid };
}

function languageOf({ act, customer, settings, language }: DraftFactsInput): string {
  if (isForTeam(act.step)) return teamLanguage(settings.locale);
  const own = languageTag(customer.language, customer.country, settings.locale);
  return language && language !== letterLanguage(own)
    ? languageTag(language, customer.country, settings.locale)
    : own;
}

function isForTeam(step: Act['step']): boolean {
  return step === 'call' || step === 'broken_promise_call' || step === 'internal_review';
}

/** Scripts and reviews are written in English; only their formats follow the workspace. */
export function teamLanguage(locale: string): string {
  return locale.startsWith('en') ? locale : 'en-US';
}

/** A broken promise is handled like the question step: once more it asks for a date, and no more than that. */
export function stepOfPolicy(step: Act['step']): Policy['steps'][number]['name'] {
  if (step === 'hand_over') return 'final_notice';
  return step === 'broken_promise_call' ? 'call' : step;
}

/**
 * Only what a person decided counts; Tightrope itself decides nothing. A decision is about the debt it was taken for:
 * one from before the oldest of these invoices was due says nothing of them.
 */
function decidedTopics(events: readonly CaseEvent[], { act, ledger, settings }: DraftFactsInput): Decision[] {
  const named = new Set(act.invoices);
  const dues = ledger.invoices
    .filter(({ id, kind }) => kind === 'invoice' && named.has(id))
    .map(({ due }) => due);
  const oldest = dues.sort()[0];
  const decided = events.flatMap(({ body, by, at }) =>
    by !== '' && by !== 'tightrope' && oldest !== undefined && dayIn(settings.zone, at) >= oldest
      ? decisionIn(body)
      : [],
  );
  return [...new Set(decided)];
}

/** A review decides as well: what was chosen there may be said. */
function decisionIn(body: CaseEvent['body']): Decision[] {
  if (body.kind === 'decision') return [body.decision];
  if (body.kind !== 'reviewed') return [];
  const chosen = {
    plan: 'plan',
    agency: 'agency',
    small_claim: 'legal',
    wait: null,
    write_off: null,
  } as const;
  const decision = chosen[body.choice];
  return decision ? [decision] : [];
}
