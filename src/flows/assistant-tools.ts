// The tools of a model in conversation: each asks what a person could ask, of the same flows; none of them changes anything.
import { z } from 'zod';
import type { Offered } from '../core/asking/answer.ts';
import type { Intent, Question } from '../core/asking/question.ts';
import type { Day } from '../core/calendar.ts';
import { findCustomer } from '../core/find-customer.ts';
import type { AssistantTool, ToolTold } from '../ports/model.ts';
import { answerAboutAll } from './answer-about-all.ts';
import { answerAboutCustomer, answerAboutInvoice } from './answer-about-customer.ts';
import type { Asking } from './asking.ts';
import { CUSTOMER, READINGS, type Reading, SHAPES } from './assistant-readings.ts';
import { offer, type Wish } from './propose.ts';

/** What the tools were asked about and what they proposed, for the buttons beside the answer. */
export type Touched = { readonly customerIds: string[]; readonly offers: Offered[] };

export type ToolWorld = {
  readonly asking: Omit<Asking, 'question'>;
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly touched: Touched;
};

/** More cards than these under one answer are no help. */
const MOST_OFFERS = 3;

const day = z.iso.date();

type Ask = Partial<Pick<Question, 'period' | 'minDaysLate' | 'invoice'>> & {
  readonly customer?: string | null;
};

const told = (sentence: string): ToolTold => ({ sentences: [sentence], lines: [], isOurs: true });

type Given = {
  customer?: string | null;
  from?: Day | null;
  to?: Day | null;
  min_days_late?: number;
  number?: string;
};

/** `mayPropose`: the person wished for something, in their own words. */
export function assistantTools(world: ToolWorld, mayPropose: boolean): AssistantTool[] {
  const reading = READINGS.map((one) => readingTool(world, one));
  return mayPropose ? [...reading, ...actingTools(world)] : reading;
}

function readingTool(
  world: ToolWorld,
  { name, says, task, intent, ofAll, takes, quotes }: Reading,
): AssistantTool {
  return {
    name,
    says,
    task,
    parameters: SHAPES[takes],
    run: async (input) => {
      const given = input as Given;
      const period =
        given.from && given.to && given.from <= given.to ? { from: given.from, to: given.to } : null;
      if ((given.from || given.to) && !period) return told('Give both days, the earlier one first.');
      const asked: Ask = {
        period,
        minDaysLate: given.min_days_late ?? null,
        invoice: given.number?.toUpperCase() ?? null,
        customer: given.customer ?? null,
      };
      const answer = await read(world, given.customer ? intent : (ofAll ?? intent), asked);
      return { ...answer, isOurs: answer.isOurs && !quotes };
    },
  };
}

async function read({ asking, names, touched }: ToolWorld, intent: Intent, asked: Ask): Promise<ToolTold> {
  const { customer: typed = null, ...rest } = asked;
  const who = typed === null ? null : customerNamed(names, typed);
  if (who && 'refused' in who) return told(who.refused);
  const question: Question = {
    intent,
    who: who && { kind: 'found', id: who.id, typed: typed ?? '' },
    invoice: null,
    period: null,
    minDaysLate: null,
    day: null,
    ...rest,
  };
  const whole: Asking = { ...asking, question };
  const answer = question.invoice
    ? await answerAboutInvoice(whole, question.invoice)
    : who
      ? await answerAboutCustomer(whole, who.id)
      : await answerAboutAll(whole);
  touched.customerIds.push(...(answer.about ? [answer.about.id] : answer.people.map(({ id }) => id)));
  const more = answer.more > 0 ? [`…and ${answer.more} more`] : [];
  return {
    sentences: answer.sentences,
    lines: [...answer.lines.map(({ text }) => text), ...more],
    isOurs: true,
  };
}

function customerNamed(
  names: ToolWorld['names'],
  typed: string,
): { readonly id: string } | { readonly refused: string } {
  const match = findCustomer(typed, names);
  if (match.kind === 'found') return { id: match.id };
  const ids = match.kind === 'several' ? match.ids : match.nearest;
  const near = ids.flatMap((id) => names.filter((one) => one.id === id).map(({ name }) => name));
  const list = near.length > 0 ? ` Near: ${near.join(', ')}.` : '';
  return {
    refused:
      match.kind === 'several'
        ? `That fits several customers; ask the person which one.${list}`
        : `There is no such customer; say so.${list}`,
  };
}

function actingTools(world: ToolWorld): AssistantTool[] {
  const { touched, asking, names } = world;
  const acting = <T extends z.ZodType>(
    name: string,
    says: string,
    parameters: T,
    wishOf: (input: z.infer<T>, customerId: string) => Wish,
  ): AssistantTool => ({
    name: `propose_${name}`,
    says: `${says} Puts a card with a button before the person; nothing is done by it.`,
    task: 'Preparing a proposal',
    parameters,
    run: async (input) => {
      if (touched.offers.length >= MOST_OFFERS) return told('There are enough proposals for one answer.');
      const typed = (input as { customer?: string }).customer;
      const who = typed === undefined ? null : customerNamed(names, typed);
      if (who && 'refused' in who) return told(who.refused);
      const made = await offer(asking.ports, wishOf(input as z.infer<T>, who?.id ?? ''));
      if (made.kind === 'refused') return told(`Not possible: ${made.because}`);
      touched.offers.push({ deed: made.deed, words: made.words });
      if (who) touched.customerIds.push(who.id);
      return {
        sentences: [`The card is below: ${made.words.title}`],
        lines: [...made.words.lines],
        isOurs: false,
      };
    },
  });
  return [
    acting(
      'draft',
      'A letter to a customer.',
      z.strictObject({
        customer: CUSTOMER,
        tone: z.enum(['softer', 'firmer', 'shorter']).nullable(),
        instruction: z.string().max(400).nullable().describe('what it should say, without figures; or null'),
      }),
      ({ tone, instruction }, customerId) => ({
        kind: 'draft',
        customerId,
        wish: { tone, words: instruction },
      }),
    ),
    acting(
      'snooze',
      'Leave a customer alone until a day.',
      z.strictObject({ customer: CUSTOMER, until: day }),
      ({ until }, customerId) => ({
        kind: 'snooze',
        customerId,
        until: until as Day,
      }),
    ),
    acting(
      'release',
      'End a customer’s snooze or hold.',
      z.strictObject({ customer: CUSTOMER }),
      (_, customerId) => ({
        kind: 'release',
        customerId,
      }),
    ),
    acting(
      'note',
      'Keep a note on a customer, in the person’s own words.',
      z.strictObject({ customer: CUSTOMER, text: z.string().min(1).max(1000) }),
      ({ text }, customerId) => ({ kind: 'note', customerId, text }),
    ),
    acting(
      'split',
      'Split what a customer owes in instalments.',
      z.strictObject({
        customer: CUSTOMER,
        parts: z.number().int().min(2).max(36),
        cadence: z.enum(['weekly', 'fortnightly', 'monthly']).nullable(),
        first: day.nullable(),
      }),
      ({ parts, cadence, first }, customerId) => ({
        kind: 'split',
        customerId,
        parts,
        cadence,
        first: first as Day | null,
      }),
    ),
    acting(
      'digest_time',
      'Move the morning digest.',
      z.strictObject({ time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 08:45') }),
      ({ time }) => ({ kind: 'digest_time', time: time as `${number}:${number}` }),
    ),
  ];
}
