import { defineConfig } from 'prisma/config';

// The CLI looks for a native schema engine before it does anything else, also for `generate`, which never
// runs it. Any existing executable satisfies the look, so that an install works without a download.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
