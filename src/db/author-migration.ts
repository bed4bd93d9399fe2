// Writes the next migration from what changed in schema.prisma: `npm run migrate:new -- add-note`.
// With --check it writes nothing and fails when the migrations do not lead to the schema.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MIGRATIONS_DIR, NO_FILTER, readMigrations, readSchema, withSchemaEngine } from './schema-engine.ts';
import { startTemporaryPostgres } from './temporary-server.ts';

/** The SQL that leads from all migrations to schema.prisma; null where they agree. */
export async function missingSql(connectionString: string): Promise<string | null> {
  const migrations = await readMigrations(MIGRATIONS_DIR);
  const schema = await readSchema();
  const result = await withSchemaEngine(connectionString, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    }),
  );
  if (result.exitCode === 0) return null;
  return result.stdout ?? '';
}

async function main(args: readonly string[]): Promise<number> {
  const isCheck = args.includes('--check');
  const name = args.find((arg) => !arg.startsWith('--'));
  if (!isCheck && (name === undefined || !/^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/.test(name))) {
    console.error('Name the migration by a verb and a noun: npm run migrate:new -- add-note');
    return 2;
  }
  const server = await startTemporaryPostgres({ fsync: 'off' });
  try {
    const sql = await missingSql(server.connectionString);
    if (sql === null) {
      console.log('The migrations lead to schema.prisma: there is nothing to write.');
      return 0;
    }
    if (isCheck) {
      console.error(
        `schema.prisma says more than the migrations. Run "npm run migrate:new -- verb-noun".\n${sql}`,
      );
      return 1;
    }
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const file = join(MIGRATIONS_DIR, `${stamp}_${name?.replaceAll('-', '_')}`, 'migration.sql');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, sql);
    console.log(`Wrote ${file}. Read it before you commit it.`);
    return 0;
  } finally {
    await server.stop();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
