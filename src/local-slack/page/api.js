// @ts-check
// Talks to Local Slack's control API, and to nobody else.
import { state } from './state.js';

/** What the server refused, in words for people. */
export class Refused extends Error {
  /** @param {string} code @param {string} words */
  constructor(code, words) {
    super(words);
    this.code = code;
  }
}

/** @param {Response} response */
async function answerOf(response) {
  const answer = await response.json().catch(() => null);
  if (answer?.ok) return answer;
  const code = answer?.error ?? `http_${response.status}`;
  throw new Refused(code, answer?.detail ?? `Local Slack refused this (${code}).`);
}

/** @param {string} path @param {RequestInit} [init] */
async function call(path, init) {
  let response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused('offline', 'Local Slack cannot be reached. Is it still running?');
  }
  return answerOf(response);
}

/**
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} [query]
 */
export function get(path, query = {}) {
  const search = new URLSearchParams();
  if (state.as) search.set('as', state.as);
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) search.set(name, String(value));
  }
  return call(`/api/${path}?${search}`);
}

/** As the acting person. @param {string} path @param {Record<string, unknown>} [body] */
export function post(path, body = {}) {
  return call(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: state.as, ...body }),
  });
}

/** @param {File} file @returns {Promise<import('../control-api.ts').FileObject>} */
export async function upload(file) {
  const form = new FormData();
  form.set('as', state.as ?? '');
  form.set('file', file, file.name);
  const answer = await call('/api/upload', { method: 'POST', body: form });
  return answer.file;
}
