// The sums behind the digest and /overdue, each one SQL statement: the database adds up where the rows are.
import type { AgeingOfCurrency } from '../core/ageing.ts';
import { minorDigits } from '../core/money.ts';
import type { Store } from '../ports/store.ts';
import { present, type RawRow, rawDay, rawRows } from './raw-rows.ts';
import { toMoney } from './rows.ts';
import type { Scope } from './scope.ts';

type AgeingStore = Pick<Store, 'ageing' | 'topDebtors'>;

/** The customers are counted apart: count(DISTINCT …) beside the sums would sort every row. */
const AGEING_SQL = `
  WITH sums AS (
    SELECT currency,
      sum(open_minor) FILTER (WHERE kind = 'invoice' AND due >= $2::date) AS current,
      sum(open_minor) FILTER (WHERE kind = 'invoice' AND due < $2::date) AS overdue,
      sum(open_minor) FILTER (WHERE kind = 'invoice' AND due < $2::date AND due >= $2::date - 30) AS to_30,
      sum(open_minor) FILTER (WHERE kind = 'invoice' AND due < $2::date - 30 AND due >= $2::date - 60) AS to_60,
      sum(open_minor) FILTER (WHERE kind = 'invoice' AND due < $2::date - 60 AND due >= $2::date - 90) AS to_90,
      sum(open_minor) FILTER (WHERE kind = 'invoice' AND due < $2::date - 90) AS over_90,
      sum(open_minor) FILTER (WHERE kind = 'credit_note') AS credits,
      count(*) FILTER (WHERE kind = 'invoice' AND due < $2::date) AS invoices
    FROM invoices WHERE workspace_id = $1 AND open_minor > 0
    GROUP BY currency
  ), debtors AS (
    SELECT currency, count(*) AS customers
    FROM (SELECT DISTINCT currency, customer_id FROM invoices
          WHERE workspace_id = $1 AND open_minor > 0 AND kind = 'invoice' AND due < $2::date) d
    GROUP BY currency)
  SELECT currency, current, overdue, to_30, to_60, to_90, over_90, credits, invoices, coalesce(customers, 0)
  FROM sums LEFT JOIN debtors USING (currency)`;

/** Sums are compared in whole units, so that ¥1,000 does not stand before $900; rates are not known here. */
const TOP_SQL = `
  WITH owing AS MATERIALIZED (
    SELECT customer_id, currency, sum(open_minor) AS overdue, count(*) AS invoices, min(due) AS oldest
    FROM invoices
    WHERE workspace_id = $1 AND open_minor > 0 AND kind = 'invoice' AND due <= $2::date - $3::int
    GROUP BY customer_id, currency
  ), named AS MATERIALIZED (
    SELECT o.*, c.name,
      o.overdue / CASE WHEN o.currency = ANY($4::text[]) THEN 1 WHEN o.currency = ANY($5::text[]) THEN 1000 ELSE 100 END::numeric
        AS units
    FROM owing o JOIN customers c ON c.workspace_id = $1 AND c.id = o.customer_id
    WHERE $6::text IS NULL OR c.account_manager = $6
  ), page AS (
    SELECT * FROM named ORDER BY units DESC, oldest, name, customer_id, currency LIMIT $7 OFFSET $8
  )
  SELECT t.total, p.customer_id, p.name, p.currency, p.overdue, p.invoices, p.oldest, $2::date - p.oldest
  FROM (SELECT count(*) AS total FROM named) t LEFT JOIN page p ON true
  ORDER BY p.units DESC, p.oldest, p.name, p.customer_id, p.currency`;

const CURRENCIES = Intl.supportedValuesOf('currency');
const NO_DIGITS = CURRENCIES.filter((currency) => minorDigits(currency) === 0);
const THREE_DIGITS = CURRENCIES.filter((currency) => minorDigits(currency) === 3);

export function ageingStore({ workspaceId, database: { pool } }: Scope): AgeingStore {
  return {
    ageing: async (today) => {
      const rows = await rawRows(pool, AGEING_SQL, [workspaceId, today]);
      return { asOf: today, currencies: rows.map(toAgeing).sort(greatestFirst) };
    },

    topDebtors: async (today, { minDaysLate, limit, offset, accountManager }) => {
      const rows = await rawRows(pool, TOP_SQL, [
        workspaceId,
        today,
        Math.max(1, minDaysLate), // What is due today is not late.
        NO_DIGITS,
        THREE_DIGITS,
        accountManager ?? null,
        limit,
        offset,
      ]);
      const found = rows.filter((row) => row[1] !== null);
      return {
        total: Number(rows[0]?.[0] ?? 0),
        rows: found.map((row) => ({
          customerId: present(row[1]),
          name: present(row[2]),
          overdue: toMoney(present(row[4]), present(row[3])),
          invoices: Number(row[5]),
          oldestDue: rawDay(row[6]),
          daysLate: Number(row[7]),
        })),
      };
    },
  };
}

function toAgeing(row: RawRow): AgeingOfCurrency {
  const currency = present(row[0]);
  const sum = (column: number) => toMoney(row[column] ?? '0', currency);
  return {
    currency,
    current: sum(1),
    overdue: sum(2),
    buckets: { '1-30': sum(3), '31-60': sum(4), '61-90': sum(5), '90+': sum(6) },
    credits: sum(7),
    overdueInvoices: Number(row[8]),
    overdueCustomers: Number(row[9]),
  };
}

/** The order of an Ageing: whole units, greatest first; the code decides between equals. */
function greatestFirst(a: AgeingOfCurrency, b: AgeingOfCurrency): number {
  const units = (entry: AgeingOfCurrency) => entry.overdue.minor / 10 ** minorDigits(entry.currency);
  return units(b) - units(a) || (a.currency < b.currency ? -1 : 1);
}
