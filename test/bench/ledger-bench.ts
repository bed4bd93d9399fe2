// How fast the ledger is read through the store, against the same as one raw SQL statement.
import { openStores } from '../../src/db/store.ts';
import { gatherDigest } from '../../src/flows/post-digest.ts';
import { BENCH_DAY, benchBatch, median, secondsOf, withBenchDatabase } from './bench-database.ts';

export type Compared = {
  readonly seconds: number;
  readonly rawSeconds: number;
  /** Of the medians; the aim is 2.5 at most. */
  readonly ratio: number;
};

export type LedgerBench = {
  readonly invoices: number;
  /** The sums behind /overdue and the digest. */
  readonly ageing: Compared;
  readonly topDebtors: Compared;
  /** Every open invoice with its customer, as the engine reads them. */
  readonly ledger: Compared;
  /** Reading all of it, deciding on every customer, and putting the digest together; the aim is 3 at most. */
  readonly digest: Compared;
  /** The same for the first time after a start, and on the next morning; one round each, so a rough figure. */
  readonly digestCold: Compared;
  readonly digestNextDay: Compared;
};

const ROUNDS = 9;
const NOW = '2026-11-24T15:00:00.000Z';

/** As one would write it first, with the same answer. */
const RAW_AGEING = `
  SELECT currency,
    sum(open_minor) FILTER (WHERE kind = 'invoice' AND due >= $2) AS current,
    sum(open_minor) FILTER (WHERE kind = 'invoice' AND due < $2 AND due >= $2::date - 30) AS to_30,
    sum(open_minor) FILTER (WHERE kind = 'invoice' AND due < $2::date - 30 AND due >= $2::date - 60) AS to_60,
    sum(open_minor) FILTER (WHERE kind = 'invoice' AND due < $2::date - 60 AND due >= $2::date - 90) AS to_90,
    sum(open_minor) FILTER (WHERE kind = 'invoice' AND due < $2::date - 90) AS over_90,
    sum(open_minor) FILTER (WHERE kind = 'credit_note') AS credits,
    count(*) FILTER (WHERE kind = 'invoice' AND due < $2) AS invoices,
    count(DISTINCT customer_id) FILTER (WHERE kind = 'invoice' AND due < $2) AS customers
  FROM invoices WHERE workspace_id = $1 AND open_minor > 0 GROUP BY currency`;

const RAW_TOP = `
  SELECT c.id, c.name, i.currency, sum(i.open_minor), count(*), min(i.due)
  FROM invoices i JOIN customers c ON c.workspace_id = i.workspace_id AND c.id = i.customer_id
  WHERE i.workspace_id = $1 AND i.open_minor > 0 AND i.kind = 'invoice' AND i.due < $2
  GROUP BY c.id, c.name, i.currency ORDER BY 4 DESC LIMIT 20`;

const RAW_LEDGER = `
  SELECT i.id, i.number, i.kind, i.issued, i.due, i.currency, i.total_minor, i.open_minor, i.memo, i.first_seen,
    c.id AS customer_id, c.name, c.group_name, c.language, c.terms, k.name AS contact, k.email, k.phone
  FROM invoices i
  JOIN customers c ON c.workspace_id = i.workspace_id AND c.id = i.customer_id
  LEFT JOIN contacts k ON k.workspace_id = c.workspace_id AND k.customer_id = c.id
  WHERE i.workspace_id = $1 AND i.open_minor > 0`;

export async function benchLedger(): Promise<LedgerBench> {
  return withBenchDatabase(async (database) => {
    const store = await openStores(database).forTeam('ledger', 'Bench');
    const batch = benchBatch();
    await store.importBatch(batch, 'bench', NOW);
    await database.pool.query('VACUUM ANALYZE');
    const raw = (sql: string, values: unknown[]) => () => database.pool.query(sql, values);
    const of = [store.workspaceId, BENCH_DAY];
    const page = { minDaysLate: 0, limit: 20, offset: 0 };
    const ledgerRaw = raw(RAW_LEDGER, [store.workspaceId]);
    const decideAt = (now: string) => () =>
      gatherDigest({ store, clock: { now: () => now }, chat: { linkTo: async () => null } });
    // First of all, before anything is warm.
    const digestCold = await once(decideAt(NOW), ledgerRaw);
    const ageing = await compared(() => store.ageing(BENCH_DAY), raw(RAW_AGEING, of));
    const topDebtors = await compared(() => store.topDebtors(BENCH_DAY, page), raw(RAW_TOP, of));
    const ledger = await compared(() => store.ledger(), raw(RAW_LEDGER, [store.workspaceId]));
    const digest = await compared(decideAt(NOW), ledgerRaw);
    const digestNextDay = await once(decideAt('2026-11-25T15:00:00.000Z'), ledgerRaw);
    return { invoices: batch.invoices.length, ageing, topDebtors, ledger, digest, digestCold, digestNextDay };
  });
}

async function once(ours: () => Promise<unknown>, raw: () => Promise<unknown>): Promise<Compared> {
  const rawSeconds = await secondsOf(raw);
  const seconds = await secondsOf(ours);
  return { seconds, rawSeconds, ratio: seconds / rawSeconds };
}

/** Ours and the raw statement in turn, so that both meet the same caches; the first round of each only warms up. */
async function compared(ours: () => Promise<unknown>, raw: () => Promise<unknown>): Promise<Compared> {
  const times: number[] = [];
  const rawTimes: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [rawTime, time] = [await secondsOf(raw), await secondsOf(ours)];
    if (round === 0) continue;
    rawTimes.push(rawTime);
    times.push(time);
  }
  const [seconds, rawSeconds] = [median(times), median(rawTimes)];
  return { seconds, rawSeconds, ratio: seconds / rawSeconds };
}
