// A fresh server with a ledger of 100,000 invoices, for measuring.
import type { Day } from '../../src/core/calendar.ts';
import { addDays } from '../../src/core/calendar.ts';
import type { ImportBatch } from '../../src/core/import/batch.ts';
import { money } from '../../src/core/money.ts';
import { type Database, openDatabase } from '../../src/db/connect.ts';
import { prepareDatabase } from '../../src/db/prepare.ts';
import { startTemporaryPostgres } from '../../src/db/temporary-server.ts';

export const BENCH_DAY: Day = '2026-11-24';
export const INVOICES = 100_000;
export const CUSTOMERS = 10_000;

/** The server writes to disk as it does for a user: nothing is switched off. */
export async function withBenchDatabase<T>(
  work: (database: Database, connectionString: string) => Promise<T>,
): Promise<T> {
  const server = await startTemporaryPostgres();
  try {
    await prepareDatabase(server.connectionString);
    const database = await openDatabase(server.connectionString);
    try {
      return await work(database, server.connectionString);
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
}

/** The same rows every time: figures differ by the machine, not by the draw. */
export function benchBatch(): ImportBatch {
  const customers = Array.from({ length: CUSTOMERS }, (_, n) => ({
    key: `customer ${n}`,
    name: `Customer ${n}`,
    group: n % 7 === 0 ? `Group ${n % 50}` : null,
    contact: { name: `Contact ${n}`, email: `ap${n}@customer${n}.test`, phone: null },
  }));
  const invoices = Array.from({ length: INVOICES }, (_, n) => {
    const due = addDays(BENCH_DAY, ((n * 37) % 200) - 160);
    const currency = n % 9 === 0 ? 'EUR' : 'USD';
    const total = 5_000 + ((n * 7_919) % 900_000);
    return {
      customerKey: `customer ${(n * 13) % CUSTOMERS}`,
      number: `INV-${100_000 + n}`,
      kind: n % 50 === 0 ? ('credit_note' as const) : ('invoice' as const),
      issued: addDays(due, -21),
      due,
      total: money(total, currency),
      open: money(n % 10 === 0 ? Math.floor(total / 2) : total, currency),
      memo: n % 3 === 0 ? `Work of week ${n % 52}` : null,
      line: n + 2,
    };
  });
  return {
    fileName: 'bench.csv',
    sha256: 'f'.repeat(64),
    day: BENCH_DAY,
    customers,
    invoices,
    covers: 'open_items',
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
