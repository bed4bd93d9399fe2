// What a shell command is: its words, what it reads and prints, and what its exit code means.
import { instantAt, isDay, type TimeOfDay } from '../core/calendar.ts';
import { lookUpCustomer } from '../flows/show-overdue.ts';
import type { Ports } from '../ports/ports.ts';

export const EXIT = { done: 0, refused: 1, usage: 2, question: 3 } as const;

/** The command was used wrongly: the message and the command's help are printed. */
export class Usage extends Error {}

export type Shell = {
  readonly json: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readLedger: (
    path: string,
  ) => Promise<{ fileName: string; size: number; bytes: () => Promise<Uint8Array> }>;
  /** All of standard input. */
  readonly readInput: () => Promise<string>;
};

export type Command = {
  readonly name: string;
  readonly help: string;
  run(ports: Ports, args: readonly string[], shell: Shell): Promise<number>;
};

/**
 * The same ports on the morning of the day in `--as-of`; as they are where none is given.
 * @throws Usage where that is no day.
 */
export async function asOfMorning(ports: Ports, options: ReadonlyMap<string, string>): Promise<Ports> {
  const asOf = options.get('as-of') ?? null;
  if (asOf === null) return ports;
  if (!isDay(asOf)) throw new Usage(`"${asOf}" is not a day like 2026-12-01.`);
  const { zone, digestTime } = await ports.store.settings();
  const morning = instantAt(zone, asOf, digestTime as TimeOfDay);
  return { ...ports, clock: { now: () => morning } };
}

/**
 * Options as `--name value` or `--name=value`, flags as `--name`, and the words that are neither.
 * @throws Usage for an option that the command does not have, or one without its value.
 */
export function readArguments(
  args: readonly string[],
  known: { readonly options: readonly string[]; readonly flags: readonly string[] },
): { words: string[]; options: Map<string, string>; flags: Set<string> } {
  const words: string[] = [];
  const options = new Map<string, string>();
  const flags = new Set<string>();
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
    if (known.flags.includes(name) || name === 'json') flags.add(name);
    else if (known.options.includes(name)) {
      const value = inline ?? left.shift();
      if (value === undefined) throw new Usage(`--${name} wants a value.`);
      options.set(name, value);
    } else throw new Usage(`There is no option --${name}.`);
  }
  return { words, options, flags };
}

/** The customer meant by a name or an invoice's number; null, and said why, where there is none or more than one. */
export async function findOne(
  ports: Ports,
  typed: string,
  shell: Shell,
): Promise<{ readonly id: string; readonly name: string } | null> {
  if (typed.trim() === '') throw new Usage('Name a customer, or an invoice of theirs.');
  const found = await lookUpCustomer(ports, typed);
  if (found.kind === 'found') return found.view.customer;
  const near = (found.kind === 'several' ? found.customers : found.nearest).map(({ name }) => name);
  const sentence =
    found.kind === 'several'
      ? `"${typed}" fits several customers: ${near.join(', ')}.`
      : `There is no customer like "${typed}".${near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''}`;
  if (shell.json) shell.out(JSON.stringify({ kind: found.kind, names: near }, null, 2));
  else shell.err(sentence);
  return null;
}
