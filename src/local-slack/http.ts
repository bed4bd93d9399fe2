// Small things every HTTP route needs: the body within a limit, JSON out, and who may ask at all.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

export class TooLarge extends Error {}

/** @throws TooLarge */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** Pages of other sites must not reach this server through the person's browser: not by name, not by form. */
export function isOurs(request: IncomingMessage, port: number): boolean {
  // Browsers leave out the port that is usual.
  const ours = ['127.0.0.1', 'localhost', '[::1]'].map((name) => (port === 80 ? name : `${name}:${port}`));
  if (!ours.includes(request.headers.host ?? '')) return false;
  const { origin } = request.headers;
  return origin === undefined || ours.some((host) => origin === `http://${host}`);
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const PAGE_POLICY =
  "default-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A file of the page; false where there is none. */
export async function sendPage(folder: string, path: string, response: ServerResponse): Promise<boolean> {
  const name = normalize(path === '/' ? '/index.html' : path);
  const type = TYPES[extname(name)];
  const file = join(folder, name);
  if (!type || !file.startsWith(folder)) return false;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return false;
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  createReadStream(file).pipe(response);
  return true;
}

export type Part = { readonly name: string; readonly fileName: string | null; readonly bytes: Buffer };

/** The parts of a multipart/form-data body: fields, and files with their names. */
export async function readMultipart(body: Buffer, contentType: string): Promise<Part[]> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  return Promise.all(
    [...form].map(
      async ([name, value]): Promise<Part> =>
        typeof value === 'string'
          ? { name, fileName: null, bytes: Buffer.from(value) }
          : { name, fileName: value.name, bytes: Buffer.from(await value.arrayBuffer()) },
    ),
  );
}
