// The fields of forms, and reading back what a person put into them. A field's block_id is its name.
import type { InputBlock, PlainTextOption, StaticSelect } from '@slack/types';
import { type Day, isDay } from '../../core/calendar.ts';
import { fromDecimal, type Money } from '../../core/money.ts';
import { LIMITS, option, plain } from './blocks.ts';
import { shorten } from './mrkdwn.ts';

/** Every element has the same action_id: its block says which field it is. */
export const INPUT = 'input';

/** `view.state.values` as Slack sends it. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a form gave: its value, or a sentence for every field that is wrong. */
export type Parsed<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };

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

function element(values: StateValues, name: string): Record<string, unknown> {
  const block = values[name];
  return ((block && Object.values(block)[0]) ?? {}) as Record<string, unknown>;
}

/** Trimmed; null where nothing was typed. */
export function textIn(values: StateValues, name: string): string | null {
  const { value } = element(values, name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

export function chosenIn(values: StateValues, name: string): string | null {
  const chosen = element(values, name).selected_option as { value?: unknown } | null | undefined;
  return typeof chosen?.value === 'string' ? chosen.value : null;
}

export function severalIn(values: StateValues, name: string): string[] {
  const chosen = element(values, name).selected_options;
  if (!Array.isArray(chosen)) return [];
  return chosen.flatMap((one: { value?: unknown }) => (typeof one?.value === 'string' ? [one.value] : []));
}

export function usersIn(values: StateValues, name: string): string[] {
  const chosen = element(values, name).selected_users;
  return Array.isArray(chosen) ? chosen.filter((user): user is string => typeof user === 'string') : [];
}

export function channelIn(values: StateValues, name: string): string | null {
  const { selected_conversation } = element(values, name);
  return typeof selected_conversation === 'string' ? selected_conversation : null;
}

export function timeIn(values: StateValues, name: string): string | null {
  const { selected_time } = element(values, name);
  return typeof selected_time === 'string' ? selected_time : null;
}

export function dayPicked(values: StateValues, name: string): Day | null {
  const { selected_date } = element(values, name);
  return typeof selected_date === 'string' && isDay(selected_date) ? selected_date : null;
}

export type PickedFile = { readonly id: string; readonly name: string; readonly size: number };

export function fileIn(values: StateValues, name: string): PickedFile | null {
  const { files } = element(values, name);
  const file = Array.isArray(files) ? (files[0] as Partial<PickedFile> | undefined) : undefined;
  if (!file || typeof file.id !== 'string') return null;
  return { id: file.id, name: String(file.name ?? 'file'), size: Number(file.size ?? 0) };
}

/** 'none' where nothing was typed, 'wrong' where it is no sum of that currency. */
export function amountIn(values: StateValues, name: string, currency: string): Money | 'none' | 'wrong' {
  const text = textIn(values, name);
  if (text === null) return 'none';
  const amount = fromDecimal(text.replace(/^\./, '0.'), currency);
  return amount && amount.minor > 0 ? amount : 'wrong';
}

const ADDRESS = /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+\.[^\s@<>",;:()[\]\\.]{2,}$/;

/** A plain address: no names, brackets or line breaks, so that nothing can be smuggled into a mail's header. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

export function parsed<T>(value: T): Parsed<T> {
  return { kind: 'parsed', value };
}

export function wrong(errors: Record<string, string>): Parsed<never> {
  return { kind: 'errors', errors };
}
