// The pieces every view is built from, each kept within Slack's limits here, so that no view has to count.
import type {
  ActionsBlock,
  ActionsBlockElement,
  AnyBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DataTableBlock,
  DividerBlock,
  HeaderBlock,
  ModalView,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { oneLine, shorten, tidyLines } from './mrkdwn.ts';

/** Slack's own limits (docs.slack.dev, Block Kit reference), and ours where a margin is wise. */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  section: 3000,
  field: 2000,
  header: 150,
  button: 75,
  option: 75,
  modalTitle: 24,
  modalButton: 24,
  hint: 2000,
  tableRows: 100,
  /** All cells of a table together may hold 10,000 characters; a margin is kept for the header. */
  tableCharacters: 9000,
  /** chat.update takes 4,000 characters of text. */
  text: 3900,
} as const;

/** A message: what is drawn, and the same words for notifications, search and screen readers. */
export type Said = { readonly text: string; readonly blocks: AnyBlock[] };

export function plain(text: string, limit: number = LIMITS.section): PlainTextElement {
  return { type: 'plain_text', text: shorten(oneLine(text) || '–', limit), emoji: false };
}

/** `verbatim`: Slack links nothing by itself, so that a customer called "acme.com" stays a name. */
function mrkdwn(text: string, limit: number = LIMITS.section) {
  return { type: 'mrkdwn' as const, text: shorten(text, limit) || '–', verbatim: true };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.header) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

export function section(text: string, accessory?: SectionBlock['accessory']): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory ? { accessory } : {}) };
}

/** Words exactly as they are, with their line breaks: a letter, as the customer will read it. */
export function verbatim(text: string): SectionBlock {
  const words = shorten(tidyLines(text), LIMITS.section);
  return { type: 'section', text: { type: 'plain_text', text: words || '–', emoji: false } };
}

export function fields(pairs: readonly (readonly [label: string, words: string])[]): SectionBlock {
  return {
    type: 'section',
    fields: pairs.slice(0, 10).map(([label, words]) => mrkdwn(`*${label}*\n${words}`, LIMITS.field)),
  };
}

export function context(...texts: string[]): ContextBlock {
  return { type: 'context', elements: texts.slice(0, 10).map((text) => mrkdwn(text)) };
}

export function actions(...elements: (ActionsBlockElement | null)[]): ActionsBlock {
  return { type: 'actions', elements: elements.filter((element) => element !== null) };
}

type ButtonLook = {
  readonly style?: 'primary' | 'danger';
  readonly confirm?: ConfirmationDialog;
  /** What a screen reader says, where the words on the button alone do not tell which one it is. */
  readonly label?: string;
};

export function button(actionId: string, words: string, value: string | null, look: ButtonLook = {}): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plain(words, LIMITS.button),
    ...(value === null ? {} : { value }),
    ...(look.style ? { style: look.style } : {}),
    ...(look.confirm ? { confirm: look.confirm } : {}),
    ...(look.label ? { accessibility_label: shorten(oneLine(look.label), LIMITS.button) } : {}),
  };
}

export function linkButton(actionId: string, words: string, url: string): Button {
  return { type: 'button', action_id: actionId, text: plain(words, LIMITS.button), url };
}

export function option(words: string, value: string): PlainTextOption {
  return { text: plain(words, LIMITS.option), value };
}

export function menu(actionId: string, placeholder: string, options: PlainTextOption[]): StaticSelect {
  return { type: 'static_select', action_id: actionId, placeholder: plain(placeholder, 150), options };
}

export function overflow(actionId: string, options: PlainTextOption[]): Overflow {
  return { type: 'overflow', action_id: actionId, options };
}

/** Asked before something that cannot be undone. */
export function confirmation(title: string, words: string, yes: string, no = 'Go back'): ConfirmationDialog {
  return {
    title: plain(title, 100),
    text: plain(words, 300),
    confirm: plain(yes, 30),
    deny: plain(no, 30),
  };
}

type Cell = DataTableBlock['rows'][number][number];

export function textCell(text: string): Cell {
  return { type: 'raw_text', text: shorten(oneLine(text), 200) || '–' };
}

/** `value` sorts the column, `text` is what is read. */
export function numberCell(value: number, text: string): Cell {
  return { type: 'raw_number', value, text };
}

/** A table of as many rows as Slack takes, and how many were left over for the view to tell. */
export function dataTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): { readonly block: DataTableBlock; readonly left: number } {
  const kept: Cell[][] = [];
  let characters = 0;
  for (const row of rows.slice(0, LIMITS.tableRows)) {
    characters += row.reduce((sum, cell) => sum + ('text' in cell ? cell.text.length : 0), 0);
    if (characters > LIMITS.tableCharacters) break;
    kept.push([...row]);
  }
  return {
    block: {
      type: 'data_table',
      caption: oneLine(caption),
      page_size: Math.min(Math.max(kept.length, 1), 15),
      rows: [head.map(textCell), ...kept],
    },
    left: rows.length - kept.length,
  };
}

/** A modal; one without `submit` is only read. */
export function modal(
  callbackId: string,
  title: string,
  blocks: AnyBlock[],
  more: { submit?: string; close?: string; metadata?: string } = {},
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(title, LIMITS.modalTitle),
    ...(more.submit ? { submit: plain(more.submit, LIMITS.modalButton) } : {}),
    close: plain(more.close ?? (more.submit ? 'Cancel' : 'Close'), LIMITS.modalButton),
    ...(more.metadata === undefined ? {} : { private_metadata: more.metadata }),
    blocks,
  };
}
