// The fields of forms. A field's block_id is its name, by which read-inputs.ts finds what was put in.
import type { InputBlock, PlainTextOption, StaticSelect } from '@slack/types';
import type { Day } from '../../core/calendar.ts';
import { LIMITS, option, plain } from './blocks.ts';
import { shorten } from './mrkdwn.ts';

/** Every element has the same action_id: its block says which field it is. */
export const INPUT = 'input';

type Look = { readonly hint?: string; readonly optional?: boolean };

function input(name: string, label: string, element: InputBlock['element'], look: Look): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(label, LIMITS.hint),
    element,
    ...(look.hint ? { hint: plain(look.hint, LIMITS.hint) } : {}),
    ...(look.optional ? { optional: true } : {}),
  };
}

/** `limit` is also the longest that Slack lets a person type; an initial value is shortened to it visibly. */
export function textField(
  name: string,
  label: string,
  initial: string | null,
  look: Look & { limit: number; multiline?: boolean; placeholder?: string },
): InputBlock {
  return input(
    name,
    label,
    {
      type: 'plain_text_input',
      action_id: INPUT,
      max_length: look.limit,
      ...(look.multiline ? { multiline: true } : {}),
      ...(initial ? { initial_value: shorten(initial, look.limit) } : {}),
      ...(look.placeholder ? { placeholder: plain(look.placeholder, 150) } : {}),
    },
    look,
  );
}

/** A whole number, read back by whoever knows which ones are right. */
export function wholeField(
  name: string,
  label: string,
  value: number | null,
  hint?: string,
  optional = false,
) {
  return textField(name, label, value === null ? null : String(value), {
    limit: 6,
    optional,
    ...(hint ? { hint } : {}),
  });
}

/** Slack checks the form of an address itself. */
export function emailField(name: string, label: string, initial: string | null, look: Look = {}): InputBlock {
  return input(
    name,
    label,
    { type: 'email_text_input', action_id: INPUT, ...(initial ? { initial_value: initial } : {}) },
    look,
  );
}

export function dayField(name: string, label: string, initial: Day | null, look: Look = {}): InputBlock {
  return input(
    name,
    label,
    { type: 'datepicker', action_id: INPUT, ...(initial ? { initial_date: initial } : {}) },
    look,
  );
}

/** Whole units with decimals, as a person types them: "500" or "1234.50". */
export function amountField(
  name: string,
  label: string,
  initial: string | null,
  look: Look = {},
): InputBlock {
  return input(
    name,
    label,
    {
      type: 'number_input',
      action_id: INPUT,
      is_decimal_allowed: true,
      min_value: '0',
      ...(initial ? { initial_value: initial } : {}),
    },
    look,
  );
}

export function selectField(
  name: string,
  label: string,
  options: readonly PlainTextOption[],
  initial: string | null,
  look: Look & { actionId?: string } = {},
): InputBlock {
  const chosen = options.find(({ value }) => value === initial);
  const element: StaticSelect = {
    type: 'static_select',
    action_id: look.actionId ?? INPUT,
    options: options.slice(0, 100),
    ...(chosen ? { initial_option: chosen } : {}),
  };
  const block = input(name, label, element, look);
  return look.actionId ? { ...block, dispatch_action: true } : block;
}

export function radioField(
  name: string,
  label: string,
  options: readonly PlainTextOption[],
  initial: string | null,
  look: Look = {},
): InputBlock {
  const chosen = options.find(({ value }) => value === initial);
  return input(
    name,
    label,
    {
      type: 'radio_buttons',
      action_id: INPUT,
      options: [...options],
      ...(chosen ? { initial_option: chosen } : {}),
    },
    look,
  );
}

/** A choice of several; Slack shows at most 100, so the most likely come first. */
export function severalField(
  name: string,
  label: string,
  options: readonly PlainTextOption[],
  initial: readonly string[],
  look: Look = {},
): InputBlock {
  const shown = options.slice(0, 100);
  const chosen = shown.filter(({ value }) => value !== undefined && initial.includes(value));
  return input(
    name,
    label,
    {
      type: 'multi_static_select',
      action_id: INPUT,
      options: shown,
      ...(chosen.length > 0 ? { initial_options: chosen } : {}),
    },
    look,
  );
}

/** One box to tick; `severalIn` reads it as a list with its value, or none. */
export function tickField(
  name: string,
  label: string,
  tick: readonly [value: string, words: string],
  look: Look = {},
): InputBlock {
  return input(
    name,
    label,
    { type: 'checkboxes', action_id: INPUT, options: options([tick]) },
    { ...look, optional: true },
  );
}

export function usersField(
  name: string,
  label: string,
  initial: readonly string[],
  look: Look = {},
): InputBlock {
  return input(
    name,
    label,
    {
      type: 'multi_users_select',
      action_id: INPUT,
      ...(initial.length > 0 ? { initial_users: [...initial] } : {}),
    },
    look,
  );
}

export function channelField(
  name: string,
  label: string,
  initial: string | null,
  look: Look = {},
): InputBlock {
  return input(
    name,
    label,
    {
      type: 'conversations_select',
      action_id: INPUT,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(initial ? { initial_conversation: initial } : {}),
    },
    look,
  );
}

export function timeField(name: string, label: string, initial: string, look: Look = {}): InputBlock {
  return input(name, label, { type: 'timepicker', action_id: INPUT, initial_time: initial }, look);
}

export function fileField(name: string, label: string, filetypes: string[], look: Look = {}): InputBlock {
  return input(name, label, { type: 'file_input', action_id: INPUT, filetypes, max_files: 1 }, look);
}

export function options(pairs: readonly (readonly [value: string, words: string])[]): PlainTextOption[] {
  return pairs.map(([value, words]) => option(words, value));
}
