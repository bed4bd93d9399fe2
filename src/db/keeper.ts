// Of several programs on one database one keeps the clock: the digest, and what an earlier run left unfinished.
import type { PoolClient } from 'pg';
import type { Database } from './connect.ts';

export type Keeper = {
  /** Whether this program keeps the clock. Where no living program does, it becomes this one. */
  isOurs(): Promise<boolean>;
  stop(): Promise<void>;
};

/** A session's lock: the database gives it back when the program dies, however it dies. */
const TAKE = "SELECT pg_try_advisory_lock(hashtextextended('tightrope keeper', 0)) AS taken";

const GIVE_BACK = "SELECT pg_advisory_unlock(hashtextextended('tightrope keeper', 0))";

export function makeKeeper({ pool }: Pick<Database, 'pool'>): Keeper {
  let held: PoolClient | null = null;

  /** The connection is closed and not used again, because the lock lives as long as it does. */
  const letGo = (client: PoolClient): void => {
    if (held !== client) return;
    held = null;
    client.release(true);
  };

  const stillHeld = async (client: PoolClient): Promise<boolean> => {
    try {
      await client.query('SELECT 1');
      return held === client;
    } catch {
      letGo(client);
      return false;
    }
  };

  return {
    isOurs: async () => {
      if (held && (await stillHeld(held))) return true;
      const client = await pool.connect();
      const { rows } = await client.query<{ taken: boolean }>(TAKE).catch((error) => {
        client.release(true);
        throw error;
      });
      if (!rows[0]?.taken) {
        client.release();
        return false;
      }
      held = client;
      client.once('error', () => letGo(client));
      return true;
    },
    stop: async () => {
      const client = held;
      if (!client) return;
      held = null;
      // A connection takes a while to close, and the next program need not wait for it.
      await client.query(GIVE_BACK).catch(() => {});
      client.release(true);
    },
  };
}
