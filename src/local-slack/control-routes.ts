// The control API's front door: JSON in and out, a file uploaded as a form, and the stream of what changes.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ACTS, MAX_ACT_BYTES } from './control-acts.ts';
import type { FileObject } from './control-api.ts';
import { asPerson, readRoute } from './control-reads.ts';
import { readBody, readMultipart, sendJson, TooLarge } from './http.ts';
import { Refusal } from './people-acts.ts';
import { storeFile } from './web-api-files.ts';
import type { World } from './world.ts';

const KEEP_ALIVE_MS = 15_000;

/** `path` is what stands below /api/. Every answer is `{ok:true, …}` or `{ok:false, error, detail}`. */
export async function answerControl(
  world: World,
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method === 'GET' && path === 'events') {
      streamChanges(world, asPerson(world, query.get('as') ?? ''), response);
      return;
    }
    const answer =
      request.method === 'GET' ? readRoute(world, path, query) : await runAct(world, path, request);
    if (answer) sendJson(response, 200, { ok: true, ...answer });
    else sendJson(response, 404, { ok: false, error: 'unknown_route', detail: `There is no /api/${path}.` });
  } catch (error) {
    refuse(error, response);
  }
}

function refuse(error: unknown, response: ServerResponse): void {
  if (error instanceof Refusal) {
    sendJson(response, 200, { ok: false, error: error.error, detail: error.message });
  } else if (error instanceof TooLarge) {
    sendJson(response, 413, { ok: false, error: 'too_large', detail: 'That file is too large.' });
  } else if (error instanceof SyntaxError) {
    sendJson(response, 400, { ok: false, error: 'invalid_json', detail: 'The body is not JSON.' });
  } else {
    throw error;
  }
}

async function runAct(world: World, path: string, request: IncomingMessage): Promise<object | null> {
  const type = request.headers['content-type'] ?? '';
  const body = await readBody(request, MAX_ACT_BYTES);
  if (path === 'upload' && type.startsWith('multipart/form-data')) return uploadForm(world, body, type);
  const act = ACTS[path];
  if (!act) return null;
  return act(world, JSON.parse(body.toString() || '{}'));
}

async function uploadForm(world: World, body: Buffer, type: string): Promise<{ file: FileObject }> {
  const parts = await readMultipart(body, type);
  asPerson(world, parts.find(({ name }) => name === 'as')?.bytes.toString() ?? '');
  const file = parts.find(({ fileName }) => fileName !== null);
  if (!file?.fileName) throw new Refusal('no_file', 'Choose a file to upload.');
  return { file: storeFile(world, file.fileName, file.bytes) };
}

/** Server-Sent Events: what the person could see change. */
function streamChanges(world: World, as: string, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': listening\n\n');
  const unhook = world.data.onChange((change, onlyFor) => {
    if (onlyFor !== null && onlyFor !== as) return;
    response.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  const keepAlive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  response.on('close', () => {
    clearInterval(keepAlive);
    unhook();
  });
}
