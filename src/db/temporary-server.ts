// A server for the time of one run (tests, benches, authoring a migration), gone with all its files at the end.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from './embedded-server.ts';

export type TemporaryServer = { readonly connectionString: string; stop(): Promise<void> };

export async function startTemporaryPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<TemporaryServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tightrope-'));
  // The server's own user has to walk through it; the data inside stays closed to all others.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), settings });
  return {
    connectionString: server.connectionString,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
