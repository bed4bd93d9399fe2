// What views.* refuses of a modal or the Home tab, in Slack's words. Pointers begin at the call's argument `view`.
import { z } from 'zod';
import { countOfTypes, refusalsOfBlocks } from './block-rules.ts';
import { plainText } from './block-schemas-text.ts';
import { VIEW } from './limits.ts';
import { type Refusal, refusal, refusalsBy } from './refusals.ts';

const PATH = ['view'];

const BASE = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(VIEW.privateMetadata).optional(),
  callback_id: z.string().max(VIEW.callbackId).optional(),
  external_id: z.string().max(VIEW.externalId).optional(),
};

const VIEWS = {
  modal: z.strictObject({
    ...BASE,
    type: z.literal('modal'),
    title: plainText(VIEW.title),
    submit: plainText(VIEW.submit).optional(),
    close: plainText(VIEW.close).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
  home: z.strictObject({ ...BASE, type: z.literal('home') }),
} as const;

/** Why Slack refuses the view; null: it does not. */
export function checkView(view: unknown, kind: 'modal' | 'home'): Refusal | null {
  if (view !== undefined && Buffer.byteLength(JSON.stringify(view)) > VIEW.bytes)
    return { error: 'view_too_large', messages: [] };
  const messages = [
    ...refusalsBy(VIEWS[kind], view, PATH),
    ...refusalsOfContent(view, kind),
    ...(kind === 'modal' ? refusalOfSubmit(view) : []),
  ];
  return messages.length > 0 ? { error: 'invalid_arguments', messages } : null;
}

function refusalsOfContent(view: unknown, kind: 'modal' | 'home'): string[] {
  const blocks = blocksOf(view);
  return blocks ? refusalsOfBlocks(blocks, kind, [...PATH, 'blocks']) : [];
}

/** What is asked for must be handed in somewhere. */
function refusalOfSubmit(view: unknown): string[] {
  const asks = countOfTypes(blocksOf(view) ?? [], 'input') > 0;
  const { submit } = (view ?? {}) as { submit?: unknown };
  return asks && submit === undefined ? [refusal('missing required field: submit', PATH)] : [];
}

function blocksOf(view: unknown): unknown[] | null {
  const { blocks } = (view ?? {}) as { blocks?: unknown };
  return Array.isArray(blocks) ? blocks : null;
}
