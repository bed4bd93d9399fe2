// What a letter is for at this moment, and the facts it may speak of: the step that is due, or the matter it answers.
import { dayIn } from '../core/calendar.ts';
import { customerState } from '../core/customer-state.ts';
import type { Draft } from '../core/draft.ts';
import type { DraftFacts, MatterFact, Occasion } from '../core/facts.ts';
import { buildDraftFacts } from '../core/letter/build-facts.ts';
import { type LetterLanguage, letterLanguage } from '../core/letter/language.ts';
import { occasionAct } from '../core/letter/occasion-act.ts';
import type { Refused } from '../ports.ts';
import { actFor, letterFacts, whyNoLetter } from './draft-message.ts';
import type { Situation } from './gather.ts';

export type Purpose = { readonly kind: 'purpose'; readonly facts: DraftFacts };

/** Refused where the letter has nothing to say any more, with the sentence that says why. */
export function purposeOf(
  situation: Situation,
  draft: Pick<Draft, 'currency' | 'facts'>,
  language: LetterLanguage = letterLanguage(draft.facts.language),
): Purpose | Refused {
  const { occasion, matter } = draft.facts;
  if (occasion && matter) {
    return occasionFacts(situation, { occasion, matter, currency: draft.currency, language });
  }
  const act = actFor(situation.verdictsAtSend, draft.currency);
  return act
    ? { kind: 'purpose', facts: letterFacts(situation, act, language) }
    : no(whyNoLetter(situation.verdictsAtSend, situation.customer.name));
}

export type OccasionInput = {
  readonly occasion: Occasion;
  readonly matter: MatterFact;
  readonly currency: string;
  readonly language: LetterLanguage | null;
};

/** An answer to what they asked needs no step to be due; whom nobody may write to gets none all the same. */
export function occasionFacts(situation: Situation, input: OccasionInput): Purpose | Refused {
  const { occasion, matter, currency, language } = input;
  const { customer, ledger, settings, policy, policyVersion, sendAt } = situation;
  const objection = objectionTo(situation, occasion, matter);
  if (objection) return no(objection);
  const asOf = dayIn(settings.zone, sendAt);
  const act = occasionAct(customer, ledger.invoices, { numbers: matter.invoices, currency, today: asOf });
  if (!act) return no(`The invoices that this letter is about are not in the books of ${customer.name}.`);
  const facts = buildDraftFacts({
    act,
    ledger,
    customer,
    settings,
    policy,
    policyVersion,
    asOf,
    occasion,
    matter,
    language,
  });
  return { kind: 'purpose', facts: { ...facts, maySay: [], plan: null } };
}

function objectionTo(
  { customer, ledger, policy, now, settings }: Situation,
  occasion: Occasion,
  { eventId }: MatterFact,
): string | null {
  const state = customerState(ledger, customer, policy, { now, zone: settings.zone });
  if (customer.terms.doNotContact)
    return `${customer.name} is marked “do not contact”: nobody writes to them.`;
  if (state.holds.insolvent) {
    return `Insolvency of ${customer.name} was reported: take advice before anything is sent.`;
  }
  if (occasion === 'dispute_received') {
    const isOpen = [...state.disputes.values()].some(({ event }) => event.id === eventId);
    return isOpen ? null : 'This dispute is settled or was taken back, so there is nothing to acknowledge.';
  }
  const stands = state.file.events.some(({ id }) => id === eventId);
  return stands ? null : 'What this letter answers was taken back, so there is nothing to say.';
}

function no(because: string): Refused {
  return { kind: 'refused', because };
}
