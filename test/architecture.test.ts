// Keeps the walls of the house: which room may import which, and what only one room may touch.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Room → rooms it may import besides itself. Files straight under src are rooms of their own. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  ports: ['core'],
  flows: ['core', 'ports'],
  db: ['core', 'ports'],
  outside: ['core', 'ports'],
  slack: ['core', 'ports', 'flows'],
  'jobs.ts': ['core', 'ports', 'flows'],
  'inbox.ts': ['core', 'ports', 'flows', 'outside', 'config.ts'],
  'cli.ts': ['core', 'ports', 'flows', 'cli', 'build.ts', 'config.ts', 'log.ts'],
  cli: ['core', 'ports', 'flows'],
  'local-slack': [],
  'config.ts': [],
  'log.ts': [],
  'build.ts': ['*'],
  'main.ts': ['*'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes(`generated${sep}`))
  .map((file) => join(SRC, file));

function roomOf(file: string): string {
  return relative(SRC, file).split(sep)[0] ?? '';
}

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('the house', () => {
  test.each(files.map((file) => [relative(SRC, file), file]))(
    '%s imports only what its room may',
    (name, file) => {
      const room = roomOf(file);
      const allowed = MAY_IMPORT[room];
      expect(
        allowed,
        `src/${room} is not a room of the house: name it in this test, or move ${name}`,
      ).toBeDefined();
      for (const target of importsOf(file).filter((path) => path.startsWith('.'))) {
        const other = roomOf(resolve(dirname(file), target));
        const fine = other === room || allowed?.includes(other) || allowed?.includes('*');
        expect(fine, `${name} imports ${target}: ${room} may not import ${other}`).toBe(true);
      }
    },
  );

  test('slack/views import only core and slack/views', () => {
    for (const file of files.filter(
      (path) => path.includes(join('slack', 'views')) && roomOf(path) === 'slack',
    )) {
      for (const target of importsOf(file).filter((path) => path.startsWith('.'))) {
        const to = relative(SRC, resolve(dirname(file), target));
        expect(to, relative(SRC, file)).toMatch(/^(core|slack\/views)\//);
      }
    }
  });

  test.each([
    ['process.env', /process\.env/, ['config.ts', 'main.ts', 'cli.ts']],
    ['Prisma', /@prisma\/|generated\/client/, ['db']],
    ['Bolt and the Slack clients', /from '@slack\/(bolt|web-api|socket-mode)'/, ['slack']],
    ['the mail library', /from '(?:nodemailer|imapflow)'/, ['outside']],
    ['the model library', /from 'openai/, ['outside']],
  ])('only its own room touches %s', (_, pattern, rooms) => {
    const touching = files.filter((file) => pattern.test(readFileSync(file, 'utf8'))).map(roomOf);
    expect([...new Set(touching)].filter((room) => !rooms.includes(room))).toEqual([]);
  });
});
