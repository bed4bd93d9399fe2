// The one way to a model: asks over the OpenAI chat completions API, counts what it cost, and says plainly how it failed.
import OpenAI from 'openai';
import { zodFunction, zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import { OutsideError } from '../core/outside-error.ts';
import type { Meter } from './model-meter.ts';
import { makeRest, type Rest } from './model-rest.ts';

export type ModelSettings = {
  readonly apiKey: string;
  readonly baseURL: string | null;
  readonly model: string;
  /** Instead of what each question allows. */
  readonly timeoutMs?: number;
};

export type Turn = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

export type Question<T> = {
  readonly turns: readonly Turn[];
  readonly format: { readonly name: string; readonly schema: z.ZodType<T> };
  /** A model that runs on is cut off here. */
  readonly maxTokens: number;
  readonly timeoutMs: number;
};

export type ModelAnswer<T> =
  | { readonly kind: 'given'; readonly value: T; readonly text: string }
  /** An answer that is not what was asked for; `why` is said to the model. */
  | { readonly kind: 'unusable'; readonly why: string; readonly text: string };

/** A conversation with tools; what is answered is not yet checked. */
export type ToolQuestion = {
  readonly turns: readonly OpenAI.Chat.Completions.ChatCompletionMessageParam[];
  readonly tools: readonly { readonly name: string; readonly says: string; readonly parameters: z.ZodType }[];
  readonly maxTokens: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | null;
};

export type ToolCall = { readonly id: string; readonly name: string; readonly input: string };

export type ToolAnswer =
  | { readonly kind: 'calls'; readonly calls: readonly ToolCall[]; readonly text: string }
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'unusable'; readonly why: string; readonly text: string };

/** @throws OutsideError 'model', as `AskModel`. */
export type AskWithTools = (question: ToolQuestion) => Promise<ToolAnswer>;

/** @throws OutsideError 'model', whose message is the first half of a sentence for people: "The model is busy". */
export type AskModel = <T>(question: Question<T>) => Promise<ModelAnswer<T>>;

/** Where a server does not say what an answer cost: tokens are about so long in the languages of our letters. */
const CHARS_A_TOKEN = 4;

/** No answer costs more; a server that claims so is not believed, and no counter overflows. */
const MOST_TOKENS_A_CALL = 1_000_000;

/** One client for all workspaces, with one memory of how the server fares; every call counts against the meter given. */
export function connectModel(
  settings: ModelSettings,
  rest: Rest = makeRest(),
): (meter: Meter) => { readonly ask: AskModel; readonly askWithTools: AskWithTools } {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseURL ?? undefined,
    maxRetries: 0, // who asks decides what is worth asking again
  });
  return (meter) => {
    const metered = async <A>(call: Call<A>): Promise<A> => {
      const refusal = rest.isOn() ? RESTING : await meter.refusal();
      if (refusal !== null) throw new OutsideError('model', refusal, false);
      const beganMs = performance.now();
      let tokens = 0;
      try {
        const completion = await send(client, settings, call);
        rest.answered();
        const { answer, text } = call.read(completion);
        tokens = tokensOf(completion, call.chars + text.length);
        return answer;
      } catch (error) {
        // Whom a person stopped has not failed.
        if (!call.signal?.aborted) rest.failed();
        tokens = isRefusedAtTheDoor(error) ? 0 : estimate(call.chars);
        throw error;
      } finally {
        await meter.add({ calls: 1, tokens, millis: Math.round(performance.now() - beganMs) });
      }
    };
    return {
      ask: (question) => metered(plainCall(question)),
      askWithTools: (question) => metered(toolCall(question)),
    };
  };
}

type Completion = OpenAI.Chat.Completions.ChatCompletion;

type Call<A> = {
  readonly body: Omit<OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming, 'model'>;
  /** Of all that is asked. */
  readonly chars: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | null;
  read(completion: Completion): { readonly answer: A; readonly text: string };
};

function plainCall<T>(question: Question<T>): Call<ModelAnswer<T>> {
  const { turns, format, maxTokens, timeoutMs } = question;
  return {
    body: {
      messages: turns.map(({ role, content }) => ({ role, content })),
      max_completion_tokens: maxTokens,
      response_format: zodResponseFormat(format.schema, format.name),
    },
    chars: turns.reduce((sum, { content }) => sum + content.length, 0),
    timeoutMs,
    signal: null,
    read: (completion) => read(completion, question),
  };
}

function toolCall({ turns, tools, maxTokens, timeoutMs, signal }: ToolQuestion): Call<ToolAnswer> {
  const body = {
    messages: [...turns],
    max_completion_tokens: maxTokens,
    tools: tools.map(({ name, says, parameters }) => zodFunction({ name, description: says, parameters })),
  };
  return { body, chars: JSON.stringify(body).length, timeoutMs, signal, read: readToolAnswer };
}

const RESTING = 'The model has failed several times in a row and is left alone for a few minutes';

async function send<A>(client: OpenAI, settings: ModelSettings, call: Call<A>): Promise<Completion> {
  const timeoutMs = settings.timeoutMs ?? call.timeoutMs;
  // The client's own timeout ends when the headers arrive; a body that trickles in is cut off by this one.
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  const signal = call.signal ? AbortSignal.any([abort.signal, call.signal]) : abort.signal;
  try {
    return await client.chat.completions.create(
      { model: settings.model, ...call.body },
      { signal, timeout: timeoutMs },
    );
  } catch (cause) {
    throw modelError(cause, abort.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

function readToolAnswer(completion: Completion): { readonly answer: ToolAnswer; readonly text: string } {
  const choice = completion?.choices?.[0];
  const content = choice?.message?.content;
  const text = typeof content === 'string' ? content : '';
  const refusal = choice?.message?.refusal;
  const given: unknown = choice?.message?.tool_calls;
  const calls = (Array.isArray(given) ? given : []).flatMap((call): ToolCall[] => {
    const { id, function: wanted } = (call ?? {}) as {
      id?: unknown;
      function?: { name?: unknown; arguments?: unknown };
    };
    if (typeof id !== 'string' || typeof wanted?.name !== 'string') return [];
    return [{ id, name: wanted.name, input: typeof wanted.arguments === 'string' ? wanted.arguments : '' }];
  });
  const all = text + calls.map(({ name, input }) => name + input).join('');
  const unusable = (why: string) => ({ answer: { kind: 'unusable', why, text } as const, text: all });
  if (typeof refusal === 'string' && refusal !== '') return unusable('You refused to answer it.');
  if (choice?.finish_reason === 'length') return unusable('The answer was too long and was cut off.');
  if (calls.length > 0) return { answer: { kind: 'calls', calls, text }, text: all };
  if (text.trim() === '') return unusable('There was no answer.');
  return { answer: { kind: 'says', text }, text: all };
}

/** A server that only calls itself compatible may answer anything at all, so nothing is taken for granted here. */
function read<T>(
  completion: Completion,
  { format }: Question<T>,
): { readonly answer: ModelAnswer<T>; readonly text: string } {
  const choice = completion?.choices?.[0];
  const refusal = choice?.message?.refusal;
  if (typeof refusal === 'string' && refusal !== '')
    return { answer: { kind: 'unusable', why: 'You refused to write it.', text: refusal }, text: refusal };
  const content = choice?.message?.content;
  const text = typeof content === 'string' ? content : '';
  if (choice?.finish_reason === 'length')
    return { answer: { kind: 'unusable', why: 'The answer was too long and was cut off.', text }, text };
  const value = format.schema.safeParse(jsonIn(text));
  const why = `The answer was not just the JSON that was asked for (${format.name}).`;
  return {
    answer: value.success ? { kind: 'given', value: value.data, text } : { kind: 'unusable', why, text },
    text,
  };
}

/** Smaller models put their JSON between marks of code; what else stands around it is no JSON. */
function jsonIn(text: string): unknown {
  const [, fenced] = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/i.exec(text) ?? [];
  try {
    return JSON.parse(fenced ?? text);
  } catch {
    return undefined;
  }
}

function tokensOf(completion: Completion, chars: number): number {
  const said: unknown = completion?.usage?.total_tokens;
  return typeof said === 'number' && Number.isSafeInteger(said) && said > 0
    ? Math.min(said, MOST_TOKENS_A_CALL)
    : estimate(chars);
}

function estimate(chars: number): number {
  return Math.min(Math.ceil(chars / CHARS_A_TOKEN), MOST_TOKENS_A_CALL);
}

/** A server that answers with an error has read nothing; of one that fell silent nobody knows. */
function isRefusedAtTheDoor(error: unknown): boolean {
  return (
    error instanceof OutsideError &&
    error.cause instanceof OpenAI.APIError &&
    error.cause.status !== undefined
  );
}

/** Worth asking again at once: a fault that may be over. A slow or busy model is not, because a person waits. */
function modelError(cause: unknown, timedOut: boolean): OutsideError {
  const error = (message: string, retryable: boolean) => new OutsideError('model', message, retryable, cause);
  if (timedOut || cause instanceof OpenAI.APIConnectionTimeoutError)
    return error('The model did not answer in time', false);
  if (cause instanceof OpenAI.AuthenticationError || cause instanceof OpenAI.PermissionDeniedError)
    return error('The model did not accept the key in OPENAI_API_KEY', false);
  if (cause instanceof OpenAI.RateLimitError)
    return error('The model is busy, or the account with its provider is at its limit', false);
  if (cause instanceof OpenAI.NotFoundError)
    return error('The model named in OPENAI_MODEL does not exist there', false);
  if (cause instanceof OpenAI.APIConnectionError) return error('The model could not be reached', true);
  if (cause instanceof OpenAI.APIError && cause.status !== undefined) {
    return cause.status >= 500
      ? error('The model has a fault of its own', true)
      : error('The model did not accept what it was asked', false);
  }
  return error('The model broke off in the middle of its answer', true);
}
