// The one HTTP server's door: who may come in, and which part of Local Slack answers; and the app's sockets.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import type { SlackJson } from './control-api.ts';
import { answerControl } from './control-routes.ts';
import { isOurs, readBody, readMultipart, sendJson, sendPage } from './http.ts';
import { respondTo } from './response-url.ts';
import { answerWebApi } from './web-api.ts';
import { receiveUpload, sendFile } from './web-api-files.ts';
import type { World } from './world.ts';

const PAGE = join(import.meta.dirname, 'page');
const HTTP_PORT = 80;
const MAX_BODY_BYTES = 5 * 1024 * 1024;
const MAX_UPLOAD_BYTES = 1024 * 1024 * 1024; // Slack's own limit of a file

/** Answers one request, whichever part of Local Slack it is for. */
export async function answer(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = addressOf(world, request);
  if (!asked) {
    request.resume();
    sendJson(response, 400, { ok: false, error: 'invalid_address', detail: 'That is no address.' });
    return;
  }
  const { pathname, searchParams } = asked;
  if (!isOurs(request, Number(new URL(world.url).port || HTTP_PORT))) {
    request.resume();
    sendJson(response, 403, {
      ok: false,
      error: 'forbidden',
      detail: 'Local Slack is for this machine only.',
    });
    return;
  }
  const [, place = '', ...rest] = pathname.split('/');
  const below = rest.join('/');
  if (place === 'slack') return answerWebApi(world, below, request, response);
  if (place === 'api') return answerControl(world, below, searchParams, request, response);
  if (place === 'response') return takeResponse(world, below, request, response);
  if (place === 'upload') return takeUpload(world, below, request, response);
  if (place === 'mail') return sendMail(world, below, response);
  const sent =
    place === 'files' ? await sendFile(world, pathname, response) : await sendPage(PAGE, pathname, response);
  if (!sent) sendJson(response, 404, { ok: false, error: 'not_found' });
}

/** Null where what was asked for is no address at all, which browsers and the Slack clients never send. */
function addressOf(world: World, { url = '/' }: IncomingMessage): URL | null {
  return URL.canParse(url, world.url) ? new URL(url, world.url) : null;
}

/** A mail's own HTML, for a frame of the page: its styles may be its own, its scripts do not run, nothing is fetched. */
function sendMail(world: World, id: string, response: ServerResponse): void {
  const html = world.data.mails.find((mail) => mail.id === id)?.html ?? null;
  if (html === null) {
    sendJson(response, 404, { ok: false, error: 'not_found' });
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(html);
}

async function takeResponse(
  world: World,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const said = parseOrNull((await readBody(request, MAX_BODY_BYTES)).toString());
  const error = said === null ? 'invalid_payload' : respondTo(world, id, said);
  const status = error === null ? 200 : /_url$/.test(error) ? 404 : 400;
  sendJson(response, status, error === null ? { ok: true } : { ok: false, error });
}

function parseOrNull(text: string): SlackJson | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? (parsed as SlackJson | null) : null;
  } catch {
    return null;
  }
}

async function takeUpload(
  world: World,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, MAX_UPLOAD_BYTES);
  const type = request.headers['content-type'] ?? '';
  // Slack takes the bare bytes as well as a form with the file in it, which its own client sends.
  const isForm = type.startsWith('multipart/form-data');
  const bytes = isForm ? (await readMultipart(body, type))[0]?.bytes : body;
  const taken = bytes !== undefined && receiveUpload(world, id, bytes);
  response.writeHead(taken ? 200 : 404, { 'content-type': 'text/plain' }).end(taken ? 'OK' : 'not found');
}

/** Socket Mode: a ticket of apps.connections.open opens one socket. */
export function acceptSockets(world: World, server: Server): void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => {}); // Whoever knocked has hung up.
    const asked = addressOf(world, request);
    if (asked?.pathname !== '/link' || !world.delivery.useTicket(asked.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => world.delivery.accept(opened));
  });
}
