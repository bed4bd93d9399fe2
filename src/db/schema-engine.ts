// Runs Prisma's own schema engine, as WebAssembly, over a connection of ours: no native engine is downloaded.
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm';
import { Pool, type PoolConfig, type QueryResult } from 'pg';

const SCHEMA_FILE = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url));
export const MIGRATIONS_DIR = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** Calls of the engine may carry no filter of tables; it wants the field all the same. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

type EngineModule = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: Record<string, unknown>): void;
};

/** What of WebAssembly is used here; TypeScript knows the rest only with a browser's types. */
type WasmRuntime = {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** A broken engine ends the process by itself; its last words would be lost without somebody to take them. */
const panicRegistry = { set_message: (message: string) => console.error(`Schema engine: ${message}`) };

let loading: Promise<EngineModule> | null = null;

/** The package's entry asks the runtime to import .wasm, which Node does not do by itself. */
async function loadEngineModule(): Promise<EngineModule> {
  const require = createRequire(import.meta.url);
  const glue = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const engine: EngineModule = await import('@prisma/schema-engine-wasm/schema_engine_bg' as string);
  const bytes = await readFile(glue.replace(/\.js$/, '.wasm'));
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WasmRuntime };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panicRegistry });
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine;
}

/**
 * Opens an engine on a database for the time of `work`. The engine wants one connection after another, and its
 * advisory lock belongs to a session, so the pool has exactly one.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadEngineModule();
  const { SchemaEngine: Engine } = await loading;
  const connection = adapterOn({ connectionString, max: 1, options: '-c timezone=UTC' });
  const engine = await Engine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(connection.factory),
  );
  try {
    return await work(engine);
  } catch (error) {
    // The engine retells a script's failure in its own words; the server's are plainer.
    throw connection.scriptError() ? new ScriptError(error, connection.scriptError() as Error) : error;
  } finally {
    engine.free();
    await connection.end();
  }
}

/** A migration's script failed: what the engine made of it, and what the server said. */
export class ScriptError extends Error {
  readonly serverSaid: string;

  constructor(engineError: unknown, serverError: Error) {
    super(engineError instanceof Error ? engineError.message : String(engineError), { cause: serverError });
    this.serverSaid = serverError.message;
  }
}

type Adapter = SqlDriverAdapter & {
  underlyingDriver(): Pool;
  performIO(query: unknown): Promise<QueryResult>;
  /** Says a server's error in the engine's words, and throws it. */
  onError(error: unknown): never;
};

/** Prisma's adapter, mended in two places that only migrations meet. */
function adapterOn(config: PoolConfig): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** What the server said of the script that failed last; null where none did. */
  scriptError(): Error | null;
  end(): Promise<void>;
} {
  let scriptError: Error | null = null;
  const mended = (adapter: Adapter): Adapter =>
    systemCharsKnown(
      scriptsAtOnce(adapter, (error) => {
        scriptError = error;
      }),
    );
  const pool = openPool(config);
  const plain = new PrismaPg(pool);
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: plain.provider,
    adapterName: plain.adapterName,
    connect: async () => mended((await plain.connect()) as unknown as Adapter),
    connectToShadowDb: async () => {
      const database = `tightrope_shadow_${randomUUID().replaceAll('-', '')}`;
      await pool.query(`CREATE DATABASE ${database}`);
      const shadow = openPool({ ...config, ...parts(config), database });
      const adapter = mended((await new PrismaPg(shadow).connect()) as unknown as Adapter);
      adapter.dispose = async () => {
        await shadow.end();
        await pool.query(`DROP DATABASE ${database}`);
      };
      return adapter;
    },
  };
  return { factory, scriptError: () => scriptError, end: () => pool.end() };
}

/** A connection string outranks `database`, so for another database on the same server it is taken apart. */
function parts(config: PoolConfig): PoolConfig {
  const url = new URL(config.connectionString ?? '');
  return {
    connectionString: undefined,
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/**
 * The adapter splits a script at every semicolon, which breaks function bodies and leaves half of a failed
 * migration behind. Sent as one simple query, the server runs it all or not at all.
 */
function scriptsAtOnce(adapter: Adapter, onError: (error: Error) => void): Adapter {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      onError(error as Error);
      adapter.onError(error);
    }
  };
  return adapter;
}

const SYSTEM_CHAR_OID = 18;
const TEXT_OID = 25;

/** The system tables hold one-byte "char" columns, which the engine reads and the adapter does not know. */
function systemCharsKnown(adapter: Adapter): Adapter {
  const queryRaw = adapter.queryRaw;
  adapter.queryRaw = async (query) => {
    const chars: number[] = [];
    const performIO = async (asked: unknown): Promise<QueryResult> => {
      const result = await adapter.performIO(asked);
      result.fields.forEach((field, column) => {
        if (field.dataTypeID !== SYSTEM_CHAR_OID) return;
        field.dataTypeID = TEXT_OID;
        chars.push(column);
      });
      return result;
    };
    const set = await queryRaw.call(Object.create(adapter, { performIO: { value: performIO } }), query);
    for (const column of chars) set.columnTypes[column] = ColumnTypeEnum.Character;
    return set;
  };
  return adapter;
}

function openPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  pool.on('error', () => {}); // A connection lost between two calls is reported by the next call.
  return pool;
}

/** The folder as the engine wants it: names in order, contents, and the lock file that names the provider. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({ path, migrationFile: await readMigration(join(folder, path)) })),
  );
  const lock = await readFile(join(folder, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

async function readMigration(
  folder: string,
): Promise<MigrationList['migrationDirectories'][number]['migrationFile']> {
  try {
    const value = await readFile(join(folder, 'migration.sql'), 'utf8');
    return { path: 'migration.sql', content: { tag: 'ok', value } };
  } catch (error) {
    return { path: 'migration.sql', content: { tag: 'error', value: String(error) } };
  }
}

export async function readSchema(): Promise<SchemasContainer> {
  return { files: [{ path: SCHEMA_FILE, content: await readFile(SCHEMA_FILE, 'utf8') }] };
}
