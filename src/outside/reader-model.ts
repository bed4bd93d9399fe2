// Asks a model what a reply means. The model only points at words of the reply; what they amount to is worked out by us.
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { weekday } from '../core/calendar.ts';
import type { ReadingContext } from '../core/reading/reading.ts';
import type { ModelSettings } from './model-client.ts';

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

/** Null where the model did not answer in time, failed, refused, or answered something else than asked. */
export type AskAboutReply = (text: string, context: ReadingContext) => Promise<ModelReading | null>;

/** `instructions`: the text of the prompt read-reply. */
export function makeAskAboutReply(settings: ModelSettings, instructions: string): AskAboutReply {
  const timeoutMs = settings.timeoutMs ?? READ_TIMEOUT_MS;
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseURL ?? undefined,
    timeout: timeoutMs,
    maxRetries: 0, // a second try would double the wait, and our own reading stands ready
  });
  return async (text, context) => {
    // The client's own timeout ends when the headers arrive; a body that trickles in is cut off by this one.
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs);
    try {
      const completion = await client.chat.completions.create(
        {
          model: settings.model,
          messages: [
            { role: 'system', content: instructions },
            { role: 'user', content: briefFor(text, context) },
          ],
          max_completion_tokens: MAX_ANSWER_TOKENS,
          response_format: zodResponseFormat(answerSchema, 'reading'),
        },
        { signal: abort.signal },
      );
      return readAnswer(completion);
    } catch {
      // Whatever went wrong on the way, the reply is still read by the grammar, and the letters tell of a broken model.
      return null;
    } finally {
      clearTimeout(timer);
    }
  };
}

function readAnswer(completion: OpenAI.Chat.Completions.ChatCompletion): ModelReading | null {
  const choice = completion.choices?.[0];
  if (!choice || choice.message.refusal || choice.finish_reason === 'length') return null;
  const read = answerSchema.safeParse(JSON.parse(choice.message.content ?? ''));
  return read.success ? read.data : null;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** No name of a customer, no sum and no address: only what tells a day or an invoice from another figure. */
function briefFor(text: string, { today, locale, invoices }: ReadingContext): string {
  const numbers = invoices.slice(0, MAX_INVOICES_TOLD).map(({ number }) => fence(number, 60));
  return [
    `Today is ${WEEKDAYS[weekday(today) - 1]}, ${today}. Dates are written as in ${locale}.`,
    'BEGIN UNTRUSTED DATA',
    `Open invoices: ${numbers.join(', ') || 'none'}.`,
    'The message:',
    fence(text, 4_000),
    'END UNTRUSTED DATA',
  ].join('\n');
}

/** Untrusted words cannot close their own fence, and cannot go on for ever. */
function fence(text: string, most: number): string {
  return text.replace(/(?:BEGIN|END)\s+UNTRUSTED\s+DATA/gi, '(…)').slice(0, most);
}
