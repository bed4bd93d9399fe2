// What a person is told when the database cannot be had.
import { describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/db/connect.ts';
import { databaseOn } from './test-database.ts';

function withPassword(password: string): string {
  const url = new URL(inject('postgres'));
  url.password = password;
  return url.href;
}

describe('a database that cannot be had', () => {
  it.each([
    [
      'nobody listens',
      () => 'postgresql://a:b@127.0.0.1:1/c',
      /No PostgreSQL server answers at 127\.0\.0\.1:1/,
      true,
    ],
    [
      'the password is wrong',
      () => withPassword('wrong-secret'),
      /does not accept the user "tightrope"/,
      false,
    ],
    [
      'it does not exist',
      () => databaseOn(inject('postgres'), 'nowhere'),
      /has no database "nowhere"/,
      false,
    ],
    ['the address is none', () => 'postgresql://:::', /DATABASE_URL/, false],
  ])('is told in one sentence when %s', async (_, address, sentence, retryable) => {
    const error = await openDatabase(address()).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'OutsideError', service: 'database', retryable });
    expect((error as Error).message).toMatch(sentence);
    expect((error as Error).message).not.toContain('wrong-secret');
  });

  it('opens sessions that speak UTC', async () => {
    const database = await openDatabase(inject('postgres'));
    const { rows } = await database.pool.query('SHOW timezone');
    await database.close();
    expect(rows).toEqual([{ TimeZone: 'UTC' }]);
  });
});
