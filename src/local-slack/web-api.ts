// The Web API's front door: who calls, whether the app's scopes allow it, what was asked to fail; then the method itself.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SlackJson } from './control-api.ts';
import { readBody, readMultipart, sendJson } from './http.ts';
import { CHAT_METHODS } from './web-api-chat.ts';
import { FILE_METHODS } from './web-api-files.ts';
import { PEOPLE_METHODS } from './web-api-people.ts';
import { VIEW_METHODS } from './web-api-views.ts';
import { type Answer, logCall, type World } from './world.ts';

const METHODS = { ...PEOPLE_METHODS, ...CHAT_METHODS, ...VIEW_METHODS, ...FILE_METHODS };

/** What a method needs of the manifest; any one of them is enough. A method that is not here needs no scope. */
export const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.startStream': ['chat:write'],
  'chat.appendStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'team.info': ['team:read'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read'],
  'conversations.list': ['channels:read', 'groups:read', 'im:read'],
  'conversations.members': ['channels:read', 'groups:read', 'im:read'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.join': ['channels:join'],
  'conversations.open': ['im:write'],
  'files.info': ['files:read'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'assistant.threads.setStatus': ['assistant:write', 'chat:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'agents.sessions.setStatus': ['assistant:write', 'chat:write'],
};

/** Arguments that a form carries as JSON. */
const JSON_ARGUMENTS = new Set([
  'blocks',
  'attachments',
  'view',
  'metadata',
  'files',
  'chunks',
  'prompts',
  'loading_messages',
  'unfurls',
]);

const MAX_BODY_BYTES = 5 * 1024 * 1024;

/** Answers one call of `method` as Slack would: always JSON, 200 but for a rate limit. */
export async function answerWebApi(
  world: World,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const limited = takeRateLimit(world, method);
  if (limited !== null) {
    request.resume();
    logCall(world, { direction: 'from_app', method, ok: false, error: 'ratelimited' });
    sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(limited) });
    return;
  }
  const answer = await answerOf(world, method, request);
  const error = answer.error ?? null;
  logCall(world, { direction: 'from_app', method, ok: error === null, error });
  sendJson(response, 200, { ok: error === null, ...answer });
}

async function answerOf(world: World, method: string, request: IncomingMessage): Promise<Answer> {
  let args: SlackJson;
  try {
    args = await argumentsOf(request);
  } catch {
    return { error: 'invalid_json' };
  }
  const run = METHODS[method];
  if (!run) return { error: 'unknown_method', req_method: method };
  return refuseCaller(world, method, request, args) ?? takeFault(world, method) ?? run(world, args);
}

async function argumentsOf(request: IncomingMessage): Promise<SlackJson> {
  const type = request.headers['content-type'] ?? '';
  const body = await readBody(request, MAX_BODY_BYTES);
  if (type.startsWith('application/json')) return JSON.parse(body.toString() || '{}') as SlackJson;
  const fields: [string, string][] = type.startsWith('multipart/form-data')
    ? (await readMultipart(body, type)).map(({ name, bytes }) => [name, bytes.toString()])
    : [...new URLSearchParams(body.toString())];
  return Object.fromEntries(
    fields.map(([name, value]) => [name, JSON_ARGUMENTS.has(name) ? JSON.parse(value) : value]),
  );
}

function refuseCaller(
  world: World,
  method: string,
  { headers }: IncomingMessage,
  args: SlackJson,
): Answer | null {
  const token = headers.authorization?.replace(/^Bearer /i, '') ?? args.token;
  if (typeof token !== 'string' || token === '') return { error: 'not_authed' };
  const expected = method === 'apps.connections.open' ? world.appToken : world.botToken;
  if (token !== expected) {
    const known = token === world.appToken || token === world.botToken;
    return { error: known ? 'not_allowed_token_type' : 'invalid_auth' };
  }
  const needed = SCOPES[method];
  const provided = world.manifest.oauth_config?.scopes?.bot ?? [];
  if (!needed || needed.some((scope) => provided.includes(scope))) return null;
  return { error: 'missing_scope', needed: needed.join(','), provided: provided.join(',') };
}

/** Seconds to wait, when somebody asked that this method be limited now. */
function takeRateLimit({ faults }: World, method: string): number | null {
  const { rateLimit } = faults;
  if (rateLimit?.method !== method || rateLimit.times <= 0) return null;
  rateLimit.times -= 1;
  return rateLimit.retryAfterSeconds;
}

function takeFault({ faults }: World, method: string): Answer | null {
  const { fail } = faults;
  if (fail?.method !== method || fail.times <= 0) return null;
  fail.times -= 1;
  return { error: fail.error };
}
