// What a letter rests on at this moment: the step that is due, or its occasion, and the facts that it may speak of.
import { dayIn } from '../core/calendar.ts';
import { type CustomerState, customerState } from '../core/customer-state.ts';
import type { Draft } from '../core/draft.ts';
import type { DraftFacts, Occasion, OccasionDetail } from '../core/facts.ts';
import { handOverInForce, noticeAct } from '../core/hand-over-notice.ts';
import { buildDraftFacts } from '../core/letter/build-facts.ts';
import { type LetterLanguage, letterLanguage } from '../core/letter/language.ts';
import { occasionAct, whyNoOccasion } from '../core/letter/occasions.ts';
import type { Act, Verdict } from '../core/verdict.ts';
import type { Refused } from '../ports/ports.ts';
import type { Situation } from './gather.ts';

export type Grounds = { readonly kind: 'stands'; readonly facts: DraftFacts } | Refused;

/** Of a draft that was written before: whether its step is still due, or its occasion still there. */
export function groundsOf(
  situation: Situation,
  draft: Pick<Draft, 'step' | 'currency' | 'facts'>,
  language: LetterLanguage = letterLanguage(draft.facts.language),
): Grounds {
  const { occasion, detail = null } = draft.facts;
  if (occasion) return occasionGrounds(situation, { occasion, currency: draft.currency, detail, language });
  const act =
    draft.step === 'hand_over'
      ? noticeFor(situation, draft.currency)
      : actFor(situation.verdictsAtSend, draft.currency);
  return act
    ? { kind: 'stands', facts: letterFacts(situation, act, language) }
    : { kind: 'refused', because: whyNoLetter(situation.verdictsAtSend, situation.customer.name) };
}

/** `language`: null for the customer's own. */
export function occasionGrounds(
  situation: Situation,
  wish: {
    readonly occasion: Occasion;
    readonly currency: string;
    readonly detail: OccasionDetail | null;
    readonly language: LetterLanguage | null;
  },
): Grounds {
  const { customer, ledger, settings, sendAt } = situation;
  const { occasion, currency, detail, language } = wish;
  const state = stateAtSend(situation);
  const books = { freshAt: ledger.freshAt, now: sendAt, zone: settings.zone, locale: settings.locale };
  const context = { customer, state, currency, detail, books };
  const because = whyNoOccasion(occasion, context);
  if (because) return { kind: 'refused', because };
  const act = occasionAct(occasion, context);
  return { kind: 'stands', facts: factsOf(situation, act, { occasion, detail, language }) };
}

/** The one notice after a hand-over, which no ladder asks for; null: there is nothing to tell. */
export function noticeFor(situation: Situation, currency: string | null): Act | null {
  return noticeAct(stateAtSend(situation), currency);
}

function stateAtSend({ ledger, customer, policy, settings, sendAt }: Situation): CustomerState {
  return customerState(ledger, customer, policy, { now: sendAt, zone: settings.zone });
}

export function actFor(verdicts: readonly Verdict[], currency: string | null): Act | null {
  return (
    verdicts.find(
      (verdict): verdict is Act =>
        verdict.kind === 'act' && (currency === null || verdict.currency === currency),
    ) ?? null
  );
}

export function whyNoLetter(verdicts: readonly Verdict[], customerName: string): string {
  const reasons = verdicts.flatMap((verdict) => (verdict.kind === 'leave' ? [verdict.because] : []));
  return `There is no letter for ${customerName} now. ${reasons.join(' ')}`.trim();
}

/**
 * The facts as they will be when the letter can go: a letter drafted on Sunday counts Monday's days.
 * `language`: the one that the draft is in, where it is not the customer's.
 */
export function letterFacts(
  situation: Situation,
  act: Act,
  language: LetterLanguage | null = null,
): DraftFacts {
  const agency =
    act.step === 'hand_over'
      ? (handOverInForce(stateAtSend(situation), act.currency)?.event.body.agency ?? null)
      : null;
  return factsOf(situation, act, { language, agency });
}

function factsOf(
  { settings, policy, policyVersion, gentle, customer, ledger, sendAt }: Situation,
  act: Act,
  about: {
    readonly occasion?: Occasion;
    readonly detail?: OccasionDetail | null;
    readonly agency?: string | null;
    readonly language: LetterLanguage | null;
  },
): DraftFacts {
  const asOf = dayIn(settings.zone, sendAt);
  return buildDraftFacts({ act, ledger, customer, settings, policy, policyVersion, gentle, asOf, ...about });
}
