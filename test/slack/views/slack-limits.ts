// What Slack would refuse in what a view drew, by Local Slack's own validator; and helpers to look into blocks.
import { checkMessage } from '../../../src/local-slack/check-blocks.ts';
import { checkView } from '../../../src/local-slack/check-view.ts';

type Json = Record<string, unknown>;

/** Every problem in the validator's words; an empty list is what a test wants. */
export function problemsOfBlocks(blocks: readonly unknown[]): string[] {
  return problemsOfMessage({ text: 'Words for a notification', blocks });
}

/** Held to the shorter text of chat.update, since any message of ours may be drawn anew. */
export function problemsOfMessage({ text, blocks }: { text: string; blocks: readonly unknown[] }): string[] {
  const refused = checkMessage({ channel: 'C1', ts: '1.0', text, blocks: sentAsJson(blocks) });
  return [
    ...(text.trim() === '' ? ['no text for notifications and screen readers'] : []),
    ...(blocks.length === 0 ? ['no blocks'] : []),
    ...(refused ? [refused.error, ...refused.messages] : []),
  ];
}

export function problemsOfView(view: unknown): string[] {
  const json = sentAsJson(view) as Json;
  const refused = checkView(json, json.type === 'home' ? 'home' : 'modal');
  return refused ? [refused.error, ...refused.messages] : [];
}

/** What goes over the wire: fields that are undefined are not there. */
function sentAsJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** All words that the blocks show, buttons and options included, for tests that look for one. */
export function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('\n');
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node as Json)
    .flatMap(([key, value]) =>
      (key === 'text' || key === 'caption' || key === 'title') && typeof value === 'string'
        ? [value]
        : [wordsOf(value)],
    )
    .filter((words) => words !== '')
    .join('\n');
}

/** Every element with an action_id, wherever it stands. */
export function elementsOf(node: unknown): Json[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (typeof node !== 'object' || node === null) return [];
  const own = typeof (node as Json).action_id === 'string' ? [node as Json] : [];
  return [...own, ...Object.values(node as Json).flatMap(elementsOf)];
}

/** The action_ids in the order in which they stand. */
export function actionIdsOf(node: unknown): string[] {
  return elementsOf(node).map(({ action_id }) => String(action_id));
}
