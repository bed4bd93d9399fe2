// Reads many rows fast: as arrays of the server's own text, turned into core types once, by us.

import type { ClientBase, Pool } from 'pg';
import type { Day, Instant } from '../core/calendar.ts';

/** No value is parsed on the way: the usual parsers make a Date of a day, in the zone of the machine. */
const AS_TEXT = { getTypeParser: () => (value: string) => value } as never;

export type RawRow = readonly (string | null)[];

export async function rawRows(
  client: Pool | ClientBase,
  text: string,
  values: readonly unknown[],
): Promise<RawRow[]> {
  const result = await client.query({ text, values: [...values], rowMode: 'array', types: AS_TEXT });
  return result.rows as RawRow[];
}

/** A column that the table or the query says is never null. */
export function present(value: string | null | undefined): string {
  if (value === null || value === undefined) throw new Error('A column that cannot be null is null');
  return value;
}

export function rawDay(value: string | null | undefined): Day {
  return present(value) as Day;
}

/** '2026-11-24 08:30:00.12+00' → '2026-11-24T08:30:00.120Z'. Whole imports share one moment: the last is kept. */
export function rawInstantReader(): (value: string | null | undefined) => Instant {
  let lastText = '';
  let lastInstant = '';
  return (value) => {
    const text = present(value);
    if (text !== lastText) {
      lastText = text;
      lastInstant = new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString();
    }
    return lastInstant;
  };
}
