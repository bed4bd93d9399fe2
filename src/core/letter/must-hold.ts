// What a letter of a step or an occasion must hold, by its slots: a plan without its days is no plan in writing.
import type { Letter } from '../draft.ts';
import type { DraftFacts, Occasion } from '../facts.ts';
import { SLOTS, type SlotName } from './slots.ts';

/** Of each row one, where any of them has something to say. */
type Rows = readonly (readonly SlotName[])[];

const FRAME: Rows = [['greeting'], ['signature']];

const ABOUT_MONEY: Rows = [
  ...FRAME,
  ['total_open'],
  ['the_invoices', 'invoice_list'],
  ['oldest_due', 'invoice_list'],
  ['how_to_pay'],
  ['reach_us'],
];

const OWN: Readonly<Partial<Record<DraftFacts['step'] | Occasion, Rows>>> = {
  final_notice: [...ABOUT_MONEY, ['deadline'], ['invoice_list']],
  thank_you: [...FRAME, ['recent_payment'], ['recent_payment_day']],
  check_in: [...FRAME, ['reach_us']],
  promise_noted: [...FRAME, ['told_date'], ['told_amount'], ['reach_us']],
  plan_offer: [...FRAME, ['the_invoices'], ['schedule'], ['plan_total'], ['how_to_pay'], ['reach_us']],
  instalment_note: [...FRAME, ['instalment_sum'], ['instalment_day'], ['how_to_pay'], ['reach_us']],
  dispute_received: [...FRAME, ['the_invoices'], ['undisputed'], ['reach_us']],
  dispute_credited: [...FRAME, ['the_invoices'], ['credit_amount'], ['reach_us']],
  dispute_corrected: [...FRAME, ['the_invoices'], ['reach_us']],
  dispute_stands: [...FRAME, ['the_invoices'], ['our_reasons'], ['reach_us']],
};

export function mustHold(letter: DraftFacts['step'] | Occasion): Rows {
  return OWN[letter] ?? ABOUT_MONEY;
}

/** One sentence for each part that the words leave out, for whoever writes them again; the subject counts as well. */
export function leftOutOf({ subject, body }: Letter, facts: DraftFacts): string[] {
  const words = `${subject}\n${body}`.replace(/\{\{\s+|\s+\}\}/g, (braces) => braces.trim());
  return mustHold(facts.occasion ?? facts.step)
    .filter((row) => row.some((slot) => SLOTS[slot].fill(facts) !== null))
    .filter((row) => !row.some((slot) => words.includes(`{{${slot}}}`)))
    .map(
      (row) => `The letter leaves out ${row.map((slot) => `{{${slot}}}`).join(' or ')}, which it must hold.`,
    );
}
