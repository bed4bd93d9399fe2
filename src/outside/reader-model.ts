// Asks a model what a reply means. The model only points at words of the reply; what they amount to is worked out by us.
import { z } from 'zod';
import { weekday } from '../core/calendar.ts';
import { OutsideError } from '../core/outside-error.ts';
import type { ReadingContext } from '../core/reading/reading.ts';
import { fenced, type Hidden, hide } from './untrusted.ts';
import type { WorkspaceModel } from './workspace-model.ts';

/** Longer numbers are no numbers. */
const MAX_NUMBER_CHARS = 60;

/** The longest reply that is read, and every invoice told, with room to spare. */
const MAX_BRIEF_CHARS = 8_000;

/** Somebody has just written in a thread and waits for the card: after this our own reading is better than none. */
const READ_TIMEOUT_MS = 8_000;

/** Several times what a full answer needs: a model that runs on is cut off. */
const MAX_ANSWER_TOKENS = 1200;

/** A reply that says more than this at once is read by a person. */
const MAX_ITEMS = 6;

/** Open invoices beyond these add nothing to what a short message can mean. */
const MAX_INVOICES_TOLD = 50;

const words = z.string().max(1000);

const itemSchema = z.strictObject({
  kind: z.enum([
    'promise',
    'claims_paid',
    'dispute',
    'plan_request',
    'callback',
    'no_answer',
    'left_message',
    'document_request',
    'order_number',
    'wrong_contact',
    'contact_preference',
    'negotiation',
    'refused',
    'hardship',
    'insolvency',
    'note',
  ]),
  quote: words,
  amount: words.nullable(),
  date: words.nullable(),
  invoices: z.array(words).max(20),
  name: words.nullable(),
  reason: z
    .enum(['price', 'goods', 'service', 'not_received', 'already_paid', 'duplicate', 'missing_po', 'other'])
    .nullable(),
  document: z.enum(['invoice_copy', 'po_number', 'statement', 'other']).nullable(),
});

const answerSchema = z.strictObject({
  via: z.enum(['call', 'email', 'meeting', 'other']).nullable(),
  items: z.array(itemSchema).max(MAX_ITEMS),
});

export type ModelItem = z.infer<typeof itemSchema>;
export type ModelReading = z.infer<typeof answerSchema>;

/**
 * Null where the model did not answer in time, failed, refused, answered something else than asked, or may not be asked:
 * the reply is still read by the grammar, and the letters tell of a broken model.
 */
export async function askAboutReply(
  model: WorkspaceModel,
  instructions: string,
  text: string,
  context: ReadingContext,
): Promise<ModelReading | null> {
  try {
    const names = { own: context.customerName, others: await model.customerNames() };
    const numbers = context.invoices.map(({ number }) => number);
    const hidden = hide(text, names, numbers);
    const answer = await model.ask({
      turns: [
        { role: 'system', content: instructions },
        { role: 'user', content: briefFor(hidden.text, context) },
      ],
      format: { name: 'reading', schema: answerSchema },
      maxTokens: MAX_ANSWER_TOKENS,
      timeoutMs: READ_TIMEOUT_MS,
    });
    return answer.kind === 'given' ? restored(answer.value, hidden) : null;
  } catch (error) {
    if (error instanceof OutsideError) return null;
    throw error;
  }
}

/** The model points at words of the reply; where some of them were hidden from it, they are put back. */
function restored({ via, items }: ModelReading, { restore }: Hidden): ModelReading {
  const or = (said: string | null) => said && restore(said);
  return {
    via,
    items: items.map((item) => ({
      ...item,
      quote: restore(item.quote),
      amount: or(item.amount),
      date: or(item.date),
      invoices: item.invoices.map(restore),
      name: or(item.name),
    })),
  };
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** No name of a customer, no sum and no address: only what tells a day or an invoice from another figure. */
function briefFor(text: string, { today, locale, invoices }: ReadingContext): string {
  const numbers = invoices.slice(0, MAX_INVOICES_TOLD).map(({ number }) => number.slice(0, MAX_NUMBER_CHARS));
  return [
    `Today is ${WEEKDAYS[weekday(today) - 1]}, ${today}. Dates are written as in ${locale}.`,
    fenced(
      [`Open invoices: ${numbers.join(', ') || 'none'}.`, 'The message:', text].join('\n'),
      MAX_BRIEF_CHARS,
    ),
  ].join('\n');
}
