// An OpenAI-compatible server that answers by script, well or badly; what it was asked can be read back.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Asked = {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly raw: string;
};

/** How the server answers one request. */
export type ModelScript =
  | { readonly kind: 'says'; readonly content: string } // any text as the message's content
  | { readonly kind: 'letter'; readonly subject: string; readonly body: string }
  | { readonly kind: 'slow'; readonly delayMs: number; readonly next: ModelScript }
  | {
      readonly kind: 'status';
      readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503;
      readonly retryAfter?: number;
    }
  | { readonly kind: 'gone' } // the connection is closed without a word
  | { readonly kind: 'cut' } // half an answer, then the connection is gone
  | { readonly kind: 'trickle' } // headers at once, and a body that never ends
  | { readonly kind: 'refusal' }
  | { readonly kind: 'too_long' }
  | { readonly kind: 'not_json' } // not even the envelope
  | { readonly kind: 'empty' } // an envelope without an answer
  | { readonly kind: 'costs'; readonly tokens: unknown; readonly next: ModelScript } // says what it cost, truly or not
  | { readonly kind: 'calls'; readonly calls: readonly ScriptedCall[] } // tools, with arguments as any text
  | { readonly kind: 'answers'; readonly by: (asked: Asked) => ModelScript };

/** `input`: what stands as the call's arguments, good JSON or not. */
export type ScriptedCall = { readonly name: string; readonly input: object | string };

export type ScriptedModel = {
  readonly baseURL: string;
  readonly asked: readonly Asked[];
  /** One script a request; the last one answers all that follow. */
  play(...scripts: ModelScript[]): void;
  close(): Promise<void>;
};

/** A good letter in slots, as a well-behaved model writes it. */
export const GOOD_LETTER: ModelScript = {
  kind: 'letter',
  subject: 'A word about {{invoice_numbers}}',
  body: '{{greeting}}\n\nI hope the week is treating you well. {{total_open}} is open for {{the_invoices}}. Which date can we expect it?\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\nIf something stands in the way, {{reach_us}}.\n\n{{signature}}',
};

/** The house letter that the brief holds, or the letter to be changed, with a sentence more: what every step and language passes. */
export function houseLetter({ messages }: Asked, sentence: string | null = null): ModelScript {
  const told = messages.find(({ role }) => role === 'user')?.content ?? '';
  const [, subject = '', words = ''] =
    /\nSubject: ([^\n]+)\n\n(\{\{greeting\}\}[\s\S]*?\{\{signature\}\})/.exec(told) ?? [];
  const body = sentence ? words.replace('{{signature}}', `${sentence}\n\n{{signature}}`) : words;
  return { kind: 'letter', subject, body };
}

export async function startScriptedModel(...scripts: ModelScript[]): Promise<ScriptedModel> {
  const asked: Asked[] = [];
  let queue: ModelScript[] = scripts.length > 0 ? scripts : [GOOD_LETTER];
  const server = createServer((request, response) => {
    void readBody(request).then((raw) => {
      const parsed = JSON.parse(raw) as { messages: Asked['messages'] };
      const entry = { messages: parsed.messages, raw };
      asked.push(entry);
      const script = queue.length > 1 ? queue.shift() : queue[0];
      if (script) answer(script, entry, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the scripted model has no port');
  return {
    baseURL: `http://127.0.0.1:${address.port}/v1`,
    asked,
    play(...next) {
      queue = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const USUAL_TOKENS = 2;

function answer(
  script: ModelScript,
  asked: Asked,
  response: ServerResponse,
  tokens: unknown = USUAL_TOKENS,
): void {
  const say = (message: Message, finishReason?: string) =>
    send(response, completion(message, tokens, finishReason));
  switch (script.kind) {
    case 'says':
      say({ content: script.content });
      return;
    case 'letter':
      say({ content: JSON.stringify({ subject: script.subject, body: script.body }) });
      return;
    case 'slow':
      setTimeout(() => {
        if (!response.destroyed) answer(script.next, asked, response, tokens);
      }, script.delayMs);
      return;
    case 'costs':
      answer(script.next, asked, response, script.tokens);
      return;
    case 'gone':
      response.socket?.destroy();
      return;
    case 'empty':
      send(response, JSON.stringify({ id: 'cmpl-1', object: 'chat.completion', choices: [] }));
      return;
    case 'status':
      response.writeHead(script.status, {
        'content-type': 'application/json',
        ...(script.retryAfter === undefined ? {} : { 'retry-after': String(script.retryAfter) }),
      });
      response.end(
        JSON.stringify({ error: { message: `scripted ${script.status}`, type: 'scripted', code: null } }),
      );
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
      response.write(
        '{"id":"cmpl-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assist',
      );
      setTimeout(() => response.destroy(), 10);
      return;
    case 'trickle':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":"cmpl-1",');
      return;
    case 'refusal':
      say({ content: null, refusal: 'I cannot help with that.' });
      return;
    case 'too_long':
      say({ content: '{"subject":"Invoice","body":"and so on' }, 'length');
      return;
    case 'not_json':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>Bad gateway, try later</html>');
      return;
    case 'calls':
      say({ content: null, tool_calls: script.calls.map(toolCall) }, 'tool_calls');
      return;
    case 'answers':
      answer(script.by(asked), asked, response, tokens);
      return;
  }
}

type Message = {
  readonly content: string | null;
  readonly refusal?: string;
  readonly tool_calls?: readonly object[];
};

function toolCall({ name, input }: ScriptedCall, index: number): object {
  const written = typeof input === 'string' ? input : JSON.stringify(input);
  return { id: `call_${index}`, type: 'function', function: { name, arguments: written } };
}

/** `tokens` null: the server does not say what it cost. */
function completion(message: Message, tokens: unknown, finishReason = 'stop'): string {
  return JSON.stringify({
    id: 'cmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices: [
      {
        index: 0,
        finish_reason: finishReason,
        logprobs: null,
        message: { role: 'assistant', refusal: null, ...message },
      },
    ],
    ...(tokens === null ? {} : { usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: tokens } }),
  });
}

function send(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(body);
}
