// Opens the database: one pool for everything, and a plain sentence when it cannot be had.
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolConfig } from 'pg';
import { OutsideError } from '../core/outside-error.ts';
import { PrismaClient } from './generated/client.ts';

export type Database = {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  close(): Promise<void>;
};

/** The oldest PostgreSQL that the SQL in this room is written for. */
const MIN_VERSION = 15;

/** A handful serves one small business; a server of the user's own may allow no more than a few dozen. */
const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 10_000;

/** A busy morning makes a transaction wait for a connection; the usual two seconds would refuse it. */
const TRANSACTION = { maxWait: 10_000, timeout: 20_000 };

/**
 * @param onLost is told when an idle connection breaks; the next query opens another.
 * @throws OutsideError 'database' in one sentence: no server, wrong password, no such database, too old.
 */
export async function openDatabase(
  connectionString: string,
  onLost: (error: Error) => void = () => {},
): Promise<Database> {
  const pool = new Pool(poolConfig(connectionString));
  pool.on('error', onLost);
  try {
    const { rows } = await pool.query<{ number: string; name: string }>(
      "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name",
    );
    const major = Math.floor(Number(rows[0]?.number) / 10_000);
    if (major < MIN_VERSION) {
      throw new OutsideError(
        'database',
        `The PostgreSQL server is version ${rows[0]?.name}; Tightrope needs ${MIN_VERSION} or later. Upgrade it, or leave DATABASE_URL unset to use the one that comes with Tightrope.`,
        false,
      );
    }
  } catch (error) {
    await pool.end();
    throw error instanceof OutsideError ? error : plainly(error, connectionString);
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTION });
  return {
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

/** Prisma's adapter reads every moment as UTC, so every session must speak it. */
function poolConfig(connectionString: string): PoolConfig {
  return {
    connectionString,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: '-c timezone=UTC',
    application_name: 'tightrope',
  };
}

/** Says why no connection came about. The password never appears. */
function plainly(error: unknown, connectionString: string): OutsideError {
  const { code, message } = error as { code?: string; message?: string };
  const { host, database, user } = describe(connectionString);
  const say = (sentence: string, retryable: boolean) =>
    new OutsideError('database', sentence, retryable, error);
  switch (code) {
    case '28P01':
    case '28000':
      return say(
        `The PostgreSQL server at ${host} does not accept the user "${user}" with that password. Check DATABASE_URL.`,
        false,
      );
    case '3D000':
      return say(
        `The PostgreSQL server at ${host} has no database "${database}". Create it, or check DATABASE_URL.`,
        false,
      );
    case '53300':
      return say(`The PostgreSQL server at ${host} takes no more connections. Try again later.`, true);
    case '57P03':
      return say(`The PostgreSQL server at ${host} is starting up. Try again in a moment.`, true);
    case 'ERR_INVALID_URL':
      return say('DATABASE_URL is not an address like postgresql://user:password@host:5432/name.', false);
    default:
      return say(
        `No PostgreSQL server answers at ${host} (${code ?? message}). Start it, or check DATABASE_URL.`,
        true,
      );
  }
}

function describe(connectionString: string): { host: string; database: string; user: string } {
  try {
    const url = new URL(connectionString);
    const database = decodeURIComponent(url.pathname.slice(1)) || 'postgres';
    return { host: url.host, database, user: decodeURIComponent(url.username) };
  } catch {
    return { host: 'the address given', database: '', user: '' };
  }
}
