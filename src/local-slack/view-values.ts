// What stands in a form: what a person put in, over what its elements began with. As Slack's state.values.
import type { SlackJson } from './control-api.ts';
import type { StoredView } from './stored.ts';

/** Element field → the field of its state. */
const INITIAL: Readonly<Record<string, string>> = {
  initial_value: 'value',
  initial_option: 'selected_option',
  initial_options: 'selected_options',
  initial_date: 'selected_date',
  initial_time: 'selected_time',
  initial_date_time: 'selected_date_time',
  initial_user: 'selected_user',
  initial_users: 'selected_users',
  initial_channel: 'selected_channel',
  initial_channels: 'selected_channels',
  initial_conversation: 'selected_conversation',
  initial_conversations: 'selected_conversations',
};

/** What an untouched element of a type says. */
const EMPTY: Readonly<Record<string, SlackJson>> = {
  plain_text_input: { value: null },
  email_text_input: { value: null },
  url_text_input: { value: null },
  number_input: { value: null },
  static_select: { selected_option: null },
  external_select: { selected_option: null },
  radio_buttons: { selected_option: null },
  checkboxes: { selected_options: [] },
  multi_static_select: { selected_options: [] },
  multi_external_select: { selected_options: [] },
  datepicker: { selected_date: null },
  timepicker: { selected_time: null },
  users_select: { selected_user: null },
  multi_users_select: { selected_users: [] },
  channels_select: { selected_channel: null },
  multi_channels_select: { selected_channels: [] },
  conversations_select: { selected_conversation: null },
  multi_conversations_select: { selected_conversations: [] },
  file_input: { files: [] },
};

export type Element = SlackJson & { type: string; action_id?: string };
export type Block = SlackJson & { type: string; block_id?: string };

/** Every element of a block that a person can work with. */
export function elementsOf(block: Block): Element[] {
  const { elements, accessory, element, actions } = block;
  const all = [...list(elements), ...list(actions), accessory, element];
  return all.filter((one): one is Element => typeof one === 'object' && one !== null && 'type' in one);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function blocksOf(json: SlackJson): Block[] {
  return list(json.blocks) as Block[];
}

export function valuesOf(
  view: Pick<StoredView, 'json' | 'values'>,
): Record<string, Record<string, SlackJson>> {
  const values: Record<string, Record<string, SlackJson>> = {};
  for (const block of blocksOf(view.json)) {
    const id = block.block_id ?? '';
    for (const element of elementsOf(block)) {
      const empty = EMPTY[element.type];
      if (!element.action_id || !empty) continue;
      const initial = Object.entries(INITIAL).flatMap(([from, to]) =>
        from in element ? [[to, element[from]]] : [],
      );
      values[id] ??= {};
      values[id][element.action_id] = {
        type: element.type,
        ...empty,
        ...Object.fromEntries(initial),
        ...view.values[id]?.[element.action_id],
      };
    }
  }
  return values;
}

/** Slack gives every block an id; a block without one gets it when it is stored. */
export function withBlockIds(blocks: unknown): SlackJson[] {
  return (list(blocks) as Block[]).map((block, index) => ({
    ...block,
    block_id: block.block_id ?? `b${index}`,
  }));
}

/** Inputs that must be filled and are not: what Slack's own client refuses before the app hears of it. */
export function missingInputs(view: Pick<StoredView, 'json' | 'values'>): Record<string, string> {
  const values = valuesOf(view);
  const missing: Record<string, string> = {};
  for (const block of blocksOf(view.json)) {
    if (block.type !== 'input' || block.optional === true) continue;
    const [element] = elementsOf(block);
    const state = values[block.block_id ?? '']?.[element?.action_id ?? ''];
    const { type: _, ...said } = state ?? {};
    const empty = Object.values(said).every(
      (value) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
    );
    if (empty) missing[block.block_id ?? ''] = 'Please fill this in.';
  }
  return missing;
}
