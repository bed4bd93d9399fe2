// Asks a model for a letter's words over the OpenAI chat completions API, and says plainly how it failed if it did.
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { Letter } from '../core/draft.ts';
import { OutsideError } from '../core/outside-error.ts';

export type ModelSettings = {
  readonly apiKey: string;
  readonly baseURL: string | null;
  readonly model: string;
  readonly timeoutMs?: number;
};

export type Turn = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

/** An answer that is no letter: said to the model once more, then given up. */
export type ModelAnswer =
  | { readonly kind: 'words'; readonly words: Letter; readonly text: string }
  | { readonly kind: 'unusable'; readonly why: string; readonly text: string };

/** A person has pressed Draft and waits: after this the house letter is better than none. */
const MODEL_TIMEOUT_MS = 20_000;

/** Five times a long letter: a model that runs on is cut off. */
const MAX_ANSWER_TOKENS = 1500;

const letterSchema = z.strictObject({
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(6000),
});

export type AskModel = (turns: readonly Turn[]) => Promise<ModelAnswer>;

export function makeAskModel(settings: ModelSettings): AskModel {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseURL ?? undefined,
    timeout: settings.timeoutMs ?? MODEL_TIMEOUT_MS,
    maxRetries: 0, // the writer decides what is worth asking again
  });
  return async (turns) => {
    const completion = await request(client, settings, turns);
    const choice = completion.choices?.[0];
    const text = choice?.message?.content ?? '';
    if (choice?.message?.refusal)
      return { kind: 'unusable', why: 'You refused to write it.', text: choice.message.refusal };
    if (choice?.finish_reason === 'length')
      return { kind: 'unusable', why: 'The answer was too long and was cut off.', text };
    return readAnswer(text);
  };
}

async function request(client: OpenAI, settings: ModelSettings, turns: readonly Turn[]) {
  // The client's own timeout ends when the headers arrive; a body that trickles in is cut off by this one.
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), settings.timeoutMs ?? MODEL_TIMEOUT_MS);
  try {
    return await client.chat.completions.create(
      {
        model: settings.model,
        messages: turns.map(({ role, content }) => ({ role, content })),
        max_completion_tokens: MAX_ANSWER_TOKENS,
        response_format: zodResponseFormat(letterSchema, 'letter'),
      },
      { signal: abort.signal },
    );
  } catch (cause) {
    throw modelError(cause, abort.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

function readAnswer(text: string): ModelAnswer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'unusable', why: 'The answer was not JSON with subject and body.', text };
  }
  const read = letterSchema.safeParse(value);
  if (!read.success)
    return { kind: 'unusable', why: 'The answer was not JSON with just a subject and a body.', text };
  return { kind: 'words', words: read.data, text };
}

function modelError(cause: unknown, timedOut: boolean): OutsideError {
  if (timedOut || cause instanceof OpenAI.APIConnectionTimeoutError) {
    return new OutsideError('model', 'The model did not answer in time', true, cause);
  }
  if (cause instanceof OpenAI.AuthenticationError || cause instanceof OpenAI.PermissionDeniedError) {
    return new OutsideError('model', 'The model did not accept the key in OPENAI_API_KEY', false, cause);
  }
  if (cause instanceof OpenAI.RateLimitError) {
    return new OutsideError('model', 'The model is busy or its budget is used up', true, cause);
  }
  if (cause instanceof OpenAI.NotFoundError) {
    return new OutsideError('model', 'The model named in OPENAI_MODEL does not exist there', false, cause);
  }
  if (cause instanceof OpenAI.APIConnectionError) {
    return new OutsideError('model', 'The model could not be reached', true, cause);
  }
  if (cause instanceof OpenAI.APIError && (cause.status ?? 500) >= 500) {
    return new OutsideError('model', 'The model has a fault of its own', true, cause);
  }
  return new OutsideError('model', 'The model gave an answer that could not be read', false, cause);
}
