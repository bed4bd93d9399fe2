// The elements that choose: menus, pickers, radio buttons and checkboxes.
import { z } from 'zod';
import {
  choiceOption,
  confirm,
  conversationFilter,
  optionGroup,
  plainText,
  selectOption,
  words,
} from './block-schemas-text.ts';
import { ELEMENT } from './limits.ts';

export const ACTIONABLE = { action_id: words(ELEMENT.actionId).optional() };
export const CONFIRMABLE = { ...ACTIONABLE, confirm: confirm.optional() };
export const FOCUSABLE = { focus_on_load: z.boolean().optional() };
export const PLACEHOLDER = { placeholder: plainText(ELEMENT.placeholder).optional() };
const MENU = { ...CONFIRMABLE, ...FOCUSABLE, ...PLACEHOLDER };
const SEVERAL = { max_selected_items: z.number().int().min(1).optional() };
const ids = z.array(words(255)).min(1).optional();

type Initial = { value?: unknown };

type Optioned = {
  options?: readonly Initial[];
  option_groups?: readonly { options: readonly Initial[] }[];
  initial_option?: Initial;
  initial_options?: readonly Initial[];
};

/** What is chosen at first must be there to choose, exactly as it stands in the list. */
function initialIsThere(element: Optioned): boolean {
  const all = element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
  const known = new Set(all.map((option) => JSON.stringify(sorted(option))));
  const chosen = [
    ...(element.initial_options ?? []),
    ...(element.initial_option ? [element.initial_option] : []),
  ];
  return chosen.every((option) => known.has(JSON.stringify(sorted(option))));
}

/** Fields in one order at every depth, and texts without `emoji`, which Slack sets itself. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([key]) => key !== 'emoji' && key !== 'verbatim')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

const NOT_THERE = 'initial option(s) must be among the options';

const LIST = {
  options: z.array(selectOption).min(1).max(ELEMENT.selectOptions).optional(),
  option_groups: z.array(optionGroup).min(1).max(ELEMENT.optionGroups).optional(),
};

function hasOneList({ options, option_groups }: Optioned): boolean {
  return (options === undefined) !== (option_groups === undefined);
}

const ONE_LIST = 'must define either `options` or `option_groups`';

const FILTER = {
  filter: conversationFilter.optional(),
  default_to_current_conversation: z.boolean().optional(),
};
const RESPONSE_URL = { response_url_enabled: z.boolean().optional() };
const QUERY = { min_query_length: z.number().int().min(0).optional() };

export const selects = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...MENU,
      ...LIST,
      initial_option: selectOption.optional(),
    })
    .refine(hasOneList, ONE_LIST)
    .refine(initialIsThere, NOT_THERE),
  z.strictObject({
    type: z.literal('external_select'),
    ...MENU,
    ...QUERY,
    initial_option: selectOption.optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...MENU, initial_user: words(255).optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...MENU,
    ...FILTER,
    ...RESPONSE_URL,
    initial_conversation: words(255).optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...MENU,
    ...RESPONSE_URL,
    initial_channel: words(255).optional(),
  }),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...MENU,
      ...SEVERAL,
      ...LIST,
      initial_options: z.array(selectOption).min(1).optional(),
    })
    .refine(hasOneList, ONE_LIST)
    .refine(initialIsThere, NOT_THERE),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...MENU,
    ...SEVERAL,
    ...QUERY,
    initial_options: z.array(selectOption).min(1).optional(),
  }),
  z.strictObject({ type: z.literal('multi_users_select'), ...MENU, ...SEVERAL, initial_users: ids }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...MENU,
    ...SEVERAL,
    ...FILTER,
    initial_conversations: ids,
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...MENU, ...SEVERAL, initial_channels: ids }),
] as const;

export const pickers = [
  z.strictObject({
    type: z.literal('datepicker'),
    ...MENU,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...MENU,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    timezone: words(255).optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...CONFIRMABLE,
    ...FOCUSABLE,
    initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
  z
    .strictObject({
      type: z.literal('radio_buttons'),
      ...CONFIRMABLE,
      ...FOCUSABLE,
      options: z.array(choiceOption).min(1).max(ELEMENT.choices),
      initial_option: choiceOption.optional(),
    })
    .refine(initialIsThere, NOT_THERE),
  z
    .strictObject({
      type: z.literal('checkboxes'),
      ...CONFIRMABLE,
      ...FOCUSABLE,
      options: z.array(choiceOption).min(1).max(ELEMENT.choices),
      initial_options: z.array(choiceOption).min(1).optional(),
    })
    .refine(initialIsThere, NOT_THERE),
] as const;
