// Files, up and down: kept in a folder, served at /files/F…/name to those who may see them.
import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import type { FileObject, SlackJson } from './control-api.ts';
import { cannotPost, findChannel, newMessage } from './web-api-chat.ts';
import type { Answer, World } from './world.ts';

const MIME: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.html': 'text/plain', // never run in the page's origin
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file's name as it may stand in a folder and in an address. */
function safeName(name: string): string {
  const safe = basename(name).replace(/[^\p{L}\p{N}._ -]+/gu, '_');
  return safe === '' || safe.startsWith('.') ? `file${safe}` : safe;
}

function newFileId(): string {
  return `F${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
}

export function storeFile(world: World, name: string, bytes: Buffer, id = newFileId()): FileObject {
  const safe = safeName(name);
  mkdirSync(join(world.filesFolder, id), { recursive: true });
  writeFileSync(join(world.filesFolder, id, safe), bytes);
  const file: FileObject = {
    id,
    name,
    mimetype: MIME[extname(safe).toLowerCase()] ?? 'application/octet-stream',
    size: bytes.length,
    url: `/files/${id}/${encodeURIComponent(safe)}`,
  };
  world.data.files.set(id, file);
  return file;
}

/** A file as the API and events show it. */
export function fileAsSlack(world: World, file: FileObject): SlackJson {
  const url = new URL(file.url, world.url).href;
  return {
    id: file.id,
    name: file.name,
    title: file.name,
    mimetype: file.mimetype,
    filetype: extname(file.name).slice(1),
    size: file.size,
    mode: 'hosted',
    is_external: false,
    url_private: url,
    url_private_download: url,
    permalink: url,
  };
}

/** An address that is broken names no file. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** Sends what stands at /files/…; false where there is nothing. Always as a download or a harmless type. */
export async function sendFile(world: World, path: string, response: ServerResponse): Promise<boolean> {
  const [, , folder = '', name = ''] = path.split('/').map(decoded);
  if (!/^[\w-]+$/.test(folder) || name !== basename(name) || name.startsWith('.')) return false;
  const file = join(world.filesFolder, folder, name);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return false;
  response.writeHead(200, {
    'content-type': MIME[extname(name).toLowerCase()] ?? 'application/octet-stream',
    'content-length': found.size,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
  createReadStream(file).pipe(response);
  return true;
}

/** A file the app announced and may put once: its upload address leads here. */
export function receiveUpload(world: World, uploadId: string, bytes: Buffer): boolean {
  const announced = world.uploads.get(uploadId);
  if (!announced) return false;
  announced.file = storeFile(world, announced.name, bytes, uploadId);
  return true;
}

function announce(world: World, args: SlackJson): Answer {
  const name = String(args.filename ?? '');
  if (name === '') return { error: 'invalid_arguments' };
  if (!(Number(args.length) > 0)) return { error: 'missing_argument' };
  const uploadId = newFileId();
  world.uploads.set(uploadId, { name, file: null });
  return { upload_url: `${world.url}upload/${uploadId}`, file_id: uploadId };
}

function complete(world: World, args: SlackJson): Answer {
  const asked = (Array.isArray(args.files) ? args.files : []) as { id: string; title?: string }[];
  const files: FileObject[] = [];
  for (const { id } of asked) {
    const file = world.uploads.get(id)?.file;
    if (!file) return { error: 'file_not_found' };
    files.push(file);
  }
  if (files.length === 0) return { error: 'invalid_arguments' };
  for (const { id } of asked) world.uploads.delete(id);
  if (args.channel_id !== undefined) {
    const channel = findChannel(world, args.channel_id);
    const cannot = cannotPost(world, channel);
    if (cannot || !channel) return { error: cannot ?? 'channel_not_found' };
    const thread = typeof args.thread_ts === 'string' ? { thread_ts: args.thread_ts } : {};
    world.data.addMessage(
      newMessage(world, { channel, text: String(args.initial_comment ?? ''), files, ...thread }),
    );
  }
  return { files: files.map((file) => fileAsSlack(world, file)) };
}

export const FILE_METHODS: Readonly<Record<string, (world: World, args: SlackJson) => Answer>> = {
  'files.getUploadURLExternal': announce,
  'files.completeUploadExternal': complete,
  'files.info': (world, { file }) => {
    const found = world.data.files.get(String(file));
    return found ? { file: fileAsSlack(world, found) } : { error: 'file_not_found' };
  },
};
