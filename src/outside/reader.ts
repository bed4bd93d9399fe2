// Reads replies: by our own grammar where no model is set up.
import { readReply } from '../core/reading/read-reply.ts';
import type { Reader } from '../ports.ts';
import type { ModelSettings } from './model-client.ts';

export function makeReader(_settings: { readonly model: ModelSettings | null }): Reader {
  return { read: async (text, context) => readReply(text, context) };
}
