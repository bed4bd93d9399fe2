// Reads back what a person put into a form's fields, by the field's name.
import { type Day, isDay } from '../../core/calendar.ts';
import { fromDecimal, type Money } from '../../core/money.ts';

/** `view.state.values` as Slack sends it. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a form gave: its value, or a sentence for every field that is wrong. */
export type Parsed<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };

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
