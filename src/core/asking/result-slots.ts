// What a tool found, with a slot for each figure, day and name: a model writes the slot, and we put the ledger's words there.
import { dayWords } from '../calendar.ts';

export type Found = {
  readonly sentences: readonly string[];
  readonly lines: readonly string[];
  /** False: customers' own words may stand in it, so only whole lines of it can be repeated, as what they are. */
  readonly isOurs: boolean;
};

export type Slots = ReadonlyMap<string, string>;

export type Marked = { readonly shown: string; readonly slots: Slots };

/** `id`: 'r1' for the first result. `hide`: takes out of each line what no model needs. */
export function markResult(
  id: string,
  { sentences, lines, isOurs }: Found,
  reader: {
    readonly names: readonly string[];
    readonly locale: string;
    readonly hide: (line: string) => string;
  },
): Marked {
  const slots = new Map<string, string>();
  const pattern = valuePattern(reader.names, reader.locale);
  const shown = [...sentences, ...lines].map((line, index) => {
    const whole = `${id}.L${index + 1}`;
    slots.set(whole, line);
    const bare = reader.hide(line).replace(/[⟦⟧{}]/g, '');
    if (!isOurs) return `${whole}: ${bare}`;
    const marked = bare.replace(pattern, (value) => {
      const slot = `${id}.${slots.size + 1}`;
      slots.set(slot, value);
      return `⟦${slot} ${value}⟧`;
    });
    return `${whole}: ${marked}`;
  });
  return { shown: shown.join('\n'), slots };
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Names first, then days, invoices, sums and numbers; what hide() put in square brackets is passed over. */
function valuePattern(names: readonly string[], locale: string): RegExp {
  const known = [...names].sort((a, b) => b.length - a.length).map(escaped);
  const words = dayWords(locale);
  const [weekdays, months] = [words.weekdays, words.months].map((all) => all.map(escaped).join('|'));
  const day = `(?:(?:${weekdays})\\.?,? )?(?:(?:${months})\\.? \\d{1,2}|\\d{1,2}\\.? (?:${months}))\\.?(?:,? \\d{4})?`;
  const invoice = '[A-Z]{1,6}-\\d[\\w-]*';
  const sum =
    '(?:[A-Z]{0,3}[$£€¥]|[A-Z]{3}\\s)\\s?\\d(?:[\\d.,\\u00a0\\u202f\\u2019]*\\d)?|\\d(?:[\\d.,\\u00a0\\u202f\\u2019]*\\d)?\\s?[$£€¥]';
  const number = '\\d+(?:[.,:]\\d+)*%?';
  const parts = [
    ...(known.length > 0 ? [`(?:${known.join('|')})(?![\\p{L}\\p{N}])`] : []),
    day,
    invoice,
    sum,
    number,
  ];
  return new RegExp(`(?<![\\p{L}\\p{N}\\[])(?:${parts.join('|')})`, 'gu');
}

const SLOT = /\{\{\s*([^{}]*?)\s*\}\}/g;

export function fillSlots(words: string, slots: Slots): string {
  return words.replace(SLOT, (whole, name: string) => slots.get(name) ?? whole);
}

export function slotsIn(words: string): string[] {
  return [...words.matchAll(SLOT)].map(([, name = '']) => name);
}

export function withoutSlots(words: string): string {
  return words.replace(SLOT, '§');
}
