// `read`: what a reply is understood to mean, in words or as JSON; nothing is recorded.

import { dayIn } from '../core/calendar.ts';
import { outcomeWords } from '../core/outcome-words.ts';
import type { Reading, ReadingContext } from '../core/reading/reading.ts';
import { gatherCustomer } from '../flows/gather.ts';
import { readingContext } from '../flows/read-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfMorning, EXIT, findOne, readArguments, type Shell } from './command.ts';

export const READ_HELP = `npm run tightrope -- read [--as-of DAY] [--customer NAME] [--json] ["reply"]

Says what a reply is understood to mean, as a thread would: promises, payments, disputes and more. Without a reply,
one a line is read from standard input. With --customer the sums and invoices are the customer's. Nothing is recorded.`;

export async function read(given: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options } = readArguments(args, { options: ['as-of', 'customer'], flags: [] });
  const ports = await asOfMorning(given, options);
  const context = await contextFor(ports, options.get('customer') ?? null, shell);
  if (!context) return EXIT.refused;
  const replies =
    words.length > 0
      ? [words.join(' ')]
      : (await shell.readInput()).split('\n').filter((line) => line.trim() !== '');
  for (const reply of replies) {
    const reading = await ports.reader.read(reply, context);
    if (shell.json) shell.out(JSON.stringify({ reply, ...reading }));
    else {
      if (replies.length > 1) shell.out(`> ${reply}`);
      for (const line of readingLines(reading, context)) shell.out(line);
    }
  }
  return EXIT.done;
}

async function contextFor(
  ports: Ports,
  customer: string | null,
  shell: Shell,
): Promise<ReadingContext | null> {
  if (customer !== null) {
    const found = await findOne(ports, customer, shell);
    const situation = found && (await gatherCustomer(ports, found.id));
    return situation ? readingContext(situation) : null;
  }
  const { zone, locale, currency } = await ports.store.settings();
  return {
    today: dayIn(zone, ports.clock.now()),
    locale,
    currency,
    customerName: 'the customer',
    invoices: [],
    openTotals: [],
  };
}

function readingLines(reading: Reading, place: ReadingContext): string[] {
  if (reading.kind === 'chatter') return ['Nothing about the case.'];
  return [
    ...reading.items.map(({ outcome, quote }) => `${outcomeWords(outcome, place)}   (“${quote}”)`),
    ...reading.problems.map(
      ({ why, choices }) =>
        `? ${why}${choices.length > 0 ? ` [${choices.map(({ label }) => label).join(' | ')}]` : ''}`,
    ),
  ];
}
