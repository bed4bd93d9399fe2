// The answers to /overdue: the whole at a glance, a customer that was not found, and help.
import type { AnyBlock } from '@slack/types';
import type { Ageing, TopDebtor } from '../../core/ageing.ts';
import { type Day, dayIn, formatDay, type Instant, timeIn } from '../../core/calendar.ts';
import { formatMoney, toDecimal } from '../../core/money.ts';
import type { Settings } from '../../core/settings.ts';
import { ACTIONS, caseHistoryId, caseShowId, encodeValue } from './action-ids.ts';
import { ageingBlocks, overdueLines } from './ageing-chart.ts';
import { actions, button, context, dataTable, numberCell, type Said, section, textCell } from './blocks.ts';
import { said } from './fallback.ts';
import { count, escapeInline, fitLines, shorten } from './mrkdwn.ts';

export type OverdueTable = {
  readonly today: Day;
  readonly settings: Pick<Settings, 'locale' | 'zone'>;
  readonly freshAt: Instant | null;
  readonly ageing: Ageing;
  readonly rows: readonly TopDebtor[];
  readonly total: number;
  readonly offset: number;
  readonly filter: { readonly minDaysLate: number; readonly mine: boolean };
};

/** `pageSize`: rows a page, so that the buttons know where the next one begins. */
export function overdueMessage(table: OverdueTable, pageSize: number): Said {
  const { settings, ageing, today, freshAt } = table;
  const lines = overdueLines(ageing, settings.locale);
  if (freshAt === null) return noBooks();
  const fresh = `Books imported ${formatDay(dayIn(settings.zone, freshAt), settings.locale, today)} at ${timeIn(settings.zone, freshAt)}.`;
  if (lines.length === 0) {
    return said([section('*Nothing is overdue.* Everybody has paid on time. Well done!'), context(fresh)]);
  }
  const filtered = table.filter.mine || table.filter.minDaysLate > 1;
  return said([
    section(fitLines(lines, 2900)),
    // The chart shows all customers: beside a filtered list it would be read wrongly.
    ...(filtered ? [] : ageingBlocks(ageing, settings.locale)),
    ...tableBlocks(table, pageSize),
    context(fresh, 'Look at one customer with `/overdue name`, or type `/overdue help`.'),
  ]);
}

function noBooks(): Said {
  return said([
    section(
      '*No invoices have been imported yet.* Send me your open-invoices file (CSV or Excel) in a direct message, or import it here.',
    ),
    actions(button(ACTIONS.importOpen, 'Import', null, { style: 'primary' })),
  ]);
}

function tableBlocks(table: OverdueTable, pageSize: number): AnyBlock[] {
  const { rows, total, offset, filter, today } = table;
  const { locale } = table.settings;
  if (rows.length === 0) return [section(emptyWords(filter))];
  const cells = rows.map((row) => [
    textCell(row.name),
    numberCell(Number(toDecimal(row.overdue)), formatMoney(row.overdue, locale)),
    numberCell(row.invoices, String(row.invoices)),
    numberCell(row.daysLate, String(row.daysLate)),
    textCell(formatDay(row.oldestDue, locale, today)),
  ]);
  const { block, left } = dataTable(
    filterWords(filter),
    ['Customer', 'Overdue', 'Invoices', 'Days late', 'Oldest due'],
    cells,
  );
  const last = offset + rows.length - left;
  const page = (target: number) =>
    encodeValue('overduePage', { offset: target, minDaysLate: filter.minDaysLate, mine: filter.mine });
  const buttons = [
    offset > 0 ? button(ACTIONS.overduePrevious, '◂ Previous', page(Math.max(0, offset - pageSize))) : null,
    last < total ? button(ACTIONS.overdueNext, 'Next ▸', page(last)) : null,
  ].filter((element) => element !== null);
  return [
    section(`*${filterWords(filter)}*, the greatest sum first: ${offset + 1}–${last} of ${total}`),
    block,
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ];
}

function filterWords({ minDaysLate, mine }: OverdueTable['filter']): string {
  const whose = mine ? 'Your customers' : 'Customers';
  return minDaysLate > 1 ? `${whose} who are ${minDaysLate} days late or more` : `${whose} who are late`;
}

function emptyWords({ minDaysLate, mine }: OverdueTable['filter']): string {
  const late = minDaysLate > 1 ? `${minDaysLate} days late or more` : 'late';
  return mine
    ? `None of the customers you look after is ${late}. Who looks after a customer comes with the import, or is set on its card.`
    : `No customer is ${late}.`;
}

type NamedCustomer = { readonly id: string; readonly name: string };

/** Slack takes 25 buttons a row; a list of more than these is no help to anybody. */
const MAX_MATCHES = 20;

/** What was typed fits several customers: which one? */
export function severalMessage(
  typed: string,
  customers: readonly NamedCustomer[],
  opens: Opens = 'card',
): Said {
  const left = customers.length - MAX_MATCHES;
  return said([
    section(`*“${typedWords(typed)}” fits ${count(customers.length, 'customer')}.* Which one do you mean?`),
    ...nameButtons(customers, opens),
    ...(left > 0 ? [context(`…and ${left} more. Type more of the name.`)] : []),
  ]);
}

export function noneMessage(typed: string, nearest: readonly NamedCustomer[], opens: Opens = 'card'): Said {
  const none = `*There is no customer like “${typedWords(typed)}”.*`;
  if (nearest.length === 0) {
    return said([
      section(
        `${none} I know customers from the last import, by name or by invoice number. Type \`/overdue\` to see who is late, or \`/overdue help\`.`,
      ),
    ]);
  }
  return said([section(`${none} Did you mean one of these?`), ...nameButtons(nearest, opens)]);
}

/** What a name in a list opens. */
type Opens = 'card' | 'history';

/** Names to choose from; each shows that customer to whoever presses it. */
export function nameButtons(customers: readonly NamedCustomer[], opens: Opens = 'card'): AnyBlock[] {
  const idOf = opens === 'history' ? caseHistoryId : caseShowId;
  if (customers.length === 0) return [];
  const shown = customers.slice(0, MAX_MATCHES);
  // The names also stand in words, for whoever has the message read out.
  return [
    context(fitLines([shown.map(({ name }) => escapeInline(shorten(name, 100))).join(' · ')], 2900)),
    actions(
      ...shown.map(({ id, name }, index) =>
        button(idOf(index), name, encodeValue('customer', { customerId: id, currency: null })),
      ),
    ),
  ];
}

function typedWords(typed: string): string {
  return escapeInline(shorten(typed, 120));
}

/** `unknown`: what was typed and not understood; null when help itself was asked for. */
export function helpMessage(unknown: string | null): Said {
  return said([
    ...(unknown === null ? [] : [section(`I do not know what to do with “${typedWords(unknown)}”.`)]),
    section(
      [
        '*What you can ask*',
        '• `/overdue` shows what is overdue and who owes it',
        '• `/overdue acme` shows one customer: invoices, history, what comes next and why',
        '• `/overdue INV-1055` shows the customer of an invoice',
        '• `/overdue 60+` shows who is 60 days late or more',
        '• `/overdue mine` shows the customers you look after',
        '• `/overdue why acme` shows every rule that was asked, and what it answered',
        '• `/overdue acme history` shows everything that was recorded about a customer',
        '• `/overdue acme statement` puts their statement of account, a PDF, into the case',
        '• `/overdue acme timeline` puts everything recorded about them, in order, into the case',
        '• `/overdue calendar` shows the steps of the next 30 days',
        '• `/overdue backtest` shows what the last 90 days would have been under your policy',
        '• `/overdue policy` shows your credit policy, and lets owners change it',
        '• `/overdue digest` posts today’s digest in the channel',
        '• `/overdue import` takes in a new file of invoices',
        '• `/overdue settings` opens the settings',
      ].join('\n'),
    ),
    context(
      'Reply in a customer’s thread with what they said (“will pay 500 by Friday”, “left a message”), and I will record it once you confirm.',
    ),
  ]);
}
