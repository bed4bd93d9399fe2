// `agenda`: today's verdicts, or those of another day: whom to chase in order, and whom to leave alone and why.
import { dayIn, formatDay } from '../core/calendar.ts';
import type { Digest } from '../core/digest.ts';
import { formatMoney } from '../core/money.ts';
import { gatherDigest } from '../flows/post-digest.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfMorning, EXIT, readArguments, type Shell, Usage } from './command.ts';

export const AGENDA_HELP = `npm run tightrope -- agenda [--as-of DAY] [--json]

Says for every customer what to do and why, or why to leave them alone and until when.

  --as-of DAY   as of the morning of that day, as --as-of 2026-12-01 (default: now)`;

export async function agenda(ports: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options } = readArguments(args, { options: ['as-of'], flags: [] });
  if (words.length > 0) throw new Usage(`I do not know what to do with "${words[0]}".`);
  const digest = await gatherDigest(await asOfMorning(ports, options));
  if (shell.json) {
    shell.out(
      JSON.stringify(
        {
          day: digest.day,
          freshAt: digest.freshAt,
          stale: digest.stale,
          ageing: digest.ageing.currencies,
          act: digest.chase.map(({ act, customerName }) => ({ customer: customerName, ...act })),
          leave: digest.leave.map(({ leave, customerName }) => ({ customer: customerName, ...leave })),
        },
        null,
        2,
      ),
    );
  } else for (const line of agendaLines(digest)) shell.out(line);
  return EXIT.done;
}

function agendaLines(digest: Digest): string[] {
  const { locale, day, zone } = digest;
  const fresh = digest.freshAt
    ? `Books imported ${formatDay(dayIn(zone, digest.freshAt), locale, day)}.`
    : 'No invoices have been imported yet: npm run import -- FILE';
  return [
    `${formatDay(day, locale)}. ${fresh}`,
    ...digest.ageing.currencies.map(
      ({ overdue, overdueInvoices, overdueCustomers }) =>
        `Overdue: ${formatMoney(overdue, locale)} in ${overdueInvoices} invoices of ${overdueCustomers} customers.`,
    ),
    '',
    digest.chase.length > 0 ? `Chase today (${digest.chase.length}):` : 'Nobody to chase today.',
    ...digest.chase.map(
      ({ act, customerName, hasEmail }, index) =>
        `${String(index + 1).padStart(3)}. ${customerName} · ${formatMoney(act.total, locale)} · ${act.daysLate} days late · ${act.step.replaceAll('_', ' ')}\n     ${act.because}${hasEmail ? '' : ' No e-mail address.'}`,
    ),
    '',
    `Leave alone (${digest.leave.length}):`,
    ...digest.leave.map(({ leave, customerName }) => `   - ${customerName}: ${leave.because}`),
  ];
}
