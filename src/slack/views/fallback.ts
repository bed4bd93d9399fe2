// The same words without the newest blocks, for workspaces that reject them, and as the text of every message.
import type { AnyBlock } from '@slack/types';
import { LIMITS, type Said } from './blocks.ts';
import { escapeInline, escapeLines, fitLines, pieces } from './mrkdwn.ts';

/** A block whose id begins so says in words what the chart before it shows. */
export const TWIN = 'twin.';

type Json = Record<string, unknown>;

/** Charts, tables and cards become plain sections; every other block stays as it is. At most 50 blocks come back. */
export function withoutNewBlocks(blocks: readonly unknown[]): AnyBlock[] {
  const made: AnyBlock[] = [];
  for (const [index, raw] of blocks.entries()) {
    const block = raw as Json & AnyBlock;
    if (block.type === 'data_visualization') {
      const next = blocks[index + 1] as Json | undefined;
      const hasTwin = typeof next?.block_id === 'string' && next.block_id.startsWith(TWIN);
      made.push(words(hasTwin ? `*${escapeInline(text(block.title))}*` : chartWords(block)));
    } else if (block.type === 'data_table' || block.type === 'table') {
      const lines = tableLines(block);
      for (const piece of pieces(lines.join('\n'), LIMITS.section)) made.push(words(piece));
    } else if (block.type === 'card') {
      made.push(...cardBlocks(block));
    } else if (block.type === 'context_actions') {
      made.push(...plainButtons(block));
    } else {
      made.push(block);
    }
  }
  return made;
}

/** The two halves of feedback buttons as two buttons, which may not share an id. */
function plainButtons(block: Json): AnyBlock[] {
  const elements = list(block.elements).flatMap((element) =>
    (['positive_button', 'negative_button'] as const).flatMap((half) => {
      const { text: label, value } = (element[half] ?? {}) as Json;
      if (!label) return [];
      return [{ type: 'button', action_id: `${text(element.action_id)}.${half}`, text: label, value }];
    }),
  );
  return elements.length > 0 ? [{ type: 'actions', elements } as unknown as AnyBlock] : [];
}

function words(mrkdwn: string): AnyBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn, verbatim: true } } as AnyBlock;
}

function chartWords(block: Json): string {
  const chart = (block.chart ?? {}) as Json;
  const series = list(chart.series).map(
    (one) => `${escapeInline(text(one.name))}: ${points(list(one.data)) || 'nothing'}`,
  );
  const segments = points(list(chart.segments));
  return [`*${escapeInline(text(block.title))}*`, ...series, ...(segments ? [segments] : [])].join('\n');
}

function points(data: readonly Json[]): string {
  return data.map((point) => `${escapeInline(text(point.label))} ${String(point.value)}`).join(' · ');
}

function tableLines(block: Json): string[] {
  const [head = [], ...rows] = (Array.isArray(block.rows) ? block.rows : []) as unknown[][];
  const titles = head.map(cellText);
  const caption = text(block.caption);
  return [
    ...(caption ? [`*${escapeInline(caption)}*`] : []),
    ...rows.map((row) =>
      row
        .map((cell, column) => {
          const said = escapeInline(cellText(cell));
          return column === 0 ? `• ${said}` : `${escapeInline(titles[column] ?? '')}: ${said}`;
        })
        .join(' · '),
    ),
  ];
}

function cellText(cell: unknown): string {
  return text((cell as Json | null)?.text) || richText(cell);
}

/** The words of a rich_text element, whatever it is nested in. */
function richText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { elements, text: own } = node as Json;
  return text(own) + (Array.isArray(elements) ? elements.map(richText).join('') : '');
}

function cardBlocks(block: Json): AnyBlock[] {
  const said = ['title', 'subtitle', 'body'].map((part) => text((block[part] as Json | undefined)?.text));
  const lines = said.filter((line) => line !== '');
  const buttons = list(block.actions);
  return [
    ...(lines.length > 0 ? [words(lines.join('\n'))] : []),
    ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } as AnyBlock] : []),
  ];
}

/** A message with its text twin: everything that stands in the blocks, as far as Slack's text field reaches. */
export function said(blocks: AnyBlock[]): Said {
  return { text: textOf(blocks), blocks };
}

/** What the blocks say, line by line; buttons and menus are left out. */
export function textOf(blocks: readonly AnyBlock[]): string {
  const lines = withoutNewBlocks(blocks).flatMap((block) => blockLines(block as Json & AnyBlock));
  return fitLines(lines, LIMITS.text);
}

function blockLines(block: Json & AnyBlock): string[] {
  const parts = [
    block.text,
    ...list(block.fields),
    ...(block.type === 'context' ? list(block.elements) : []),
  ];
  return parts.flatMap((part) => {
    const object = part as Json | undefined;
    if (!object || typeof object.text !== 'string') return [];
    const line = object.type === 'plain_text' ? escapeLines(object.text) : object.text;
    return line.split('\n').filter((piece) => piece.trim() !== '');
  });
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
