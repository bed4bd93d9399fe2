// The shell: what a person and a script get for each command, over the real program and a real database.
import { spawn } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, dayIn, instantFromMillis, isWeekday } from '../src/core/calendar.ts';
import { createTestDatabase, type TestDatabase } from './db/test-database.ts';

/** The next working day, so that the books are fresh enough to act on. */
const DAY = workingDay(dayIn('America/New_York', instantFromMillis(Date.now())));
const ago = (days: number) => addDays(DAY, -days);

const LEDGER = [
  'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency',
  `Harborlight Cafe,kim@harborlight.example,HL-1,${ago(57)},${ago(27)},420.00,420.00,USD`,
  `Harborlight Cafe,kim@harborlight.example,HL-2,${ago(31)},${ago(1)},1000.50,600.50,USD`,
  `Tern & Co,,T-7,${ago(45)},${ago(15)},80.00,80.00,USD`,
].join('\n');

function workingDay(day: Day): Day {
  return isWeekday(day) ? day : workingDay(addDays(day, 1));
}

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

describe('from a shell', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'tightrope-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
        cwd: join(import.meta.dirname, '..'),
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          DATABASE_URL: database.connectionString,
          TIGHTROPE_DATA: folder,
        },
      });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        err += chunk;
      });
      child.once('close', (code) => resolve({ code, out, err }));
    });

  const file = async (name: string, content: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  test.each([[['help']], [[]]])('help is printed for %j', async (args) => {
    const { code, out } = await run(...args);
    expect(code).toBe(0);
    expect(out).toContain('npm run tightrope -- import FILE');
    expect(out).toContain('Exit codes: 0 done');
  });

  test('verdicts on answers are listed, or that there are none', async () => {
    const { code, out } = await run('feedback');
    expect([code, out.trim()]).toEqual([0, 'Nobody has said yet whether an answer was good or bad.']);
    expect(JSON.parse((await run('feedback', '--json')).out)).toEqual([]);
  });

  test('help about one command, either way', async () => {
    const [about, flag] = [await run('help', 'import'), await run('import', '--help')];
    expect(about).toEqual(flag);
    expect(about.out).toContain('--answer QUESTION=CHOICE');
  });

  test('an unknown command is quoted, with the help, and is a usage error', async () => {
    const { code, err, out } = await run('chase', '--all');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('There is no command "chase".');
    expect(err).toContain('npm run tightrope -- agenda');
  });

  test('before any import, the agenda says what to do first', async () => {
    const { code, out } = await run('agenda');
    expect(code).toBe(0);
    expect(out).toContain('No invoices have been imported yet');
  });

  test('a ledger goes in with a receipt, and again changes nothing', async () => {
    const path = await file('ledger.csv', LEDGER);
    const first = await run('import', path);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('2 new customers');
    const again = await run('import', path, '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ kind: 'imported' });
    const { act, leave } = JSON.parse((await run('agenda', '--as-of', DAY, '--json')).out);
    expect([...act, ...leave].map(({ customer }) => customer).sort()).toEqual([
      'Harborlight Cafe',
      'Tern & Co',
    ]);
  });

  test('the agenda of a day: sums, steps and reasons in words, the same in JSON', async () => {
    const { code, out } = await run('agenda', `--as-of=${DAY}`);
    expect(code).toBe(0);
    expect(out).toContain('Overdue: $1,100.50 in 3 invoices of 2 customers.');
    expect(out).toMatch(/1\. Harborlight Cafe · \$1,020\.50 · 27 days late/);
    expect(out).toMatch(/Tern & Co.*\n.*No e-mail address\./);
    const { day, act } = JSON.parse((await run('agenda', '--as-of', DAY, '--json')).out);
    expect(day).toBe(DAY);
    expect(act[0]).toMatchObject({
      customer: 'Harborlight Cafe',
      total: { minor: 102050, currency: 'USD' },
      daysLate: 27,
    });
  });

  test('why a customer is chased: the rules, the ladder, in words and in JSON', async () => {
    const { code, out } = await run('why', 'harborlight', '--as-of', DAY);
    expect(code).toBe(0);
    expect(out).toContain('Rules that let it pass');
    expect(out).toMatch(/Ask for a payment date, → now/);
    const { reasonings } = JSON.parse((await run('why', 'HL-1', '--as-of', DAY, '--json')).out);
    expect(reasonings[0]).toMatchObject({ verdict: { kind: 'act', step: 'question' } });
    const none = await run('why', 'nobody at all');
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('There is no customer like "nobody at all".');
  });

  test('plan works out instalments, and says in a sentence what does not work', async () => {
    const first = workingDay(addDays(DAY, 3));
    const made = await run(
      'plan',
      'harborlight',
      '--instalments',
      '3',
      '--cadence',
      'weekly',
      '--first',
      first,
      '--json',
    );
    const worked = JSON.parse(made.out);
    expect(worked.terms.instalments.map((each: { amount: { minor: number } }) => each.amount.minor)).toEqual([
      34017, 34017, 34016,
    ]);
    expect(worked.terms.instalments[0].day).toBe(first);
    expect((await run('plan', 'harborlight', '--instalments', '3')).out).toContain(
      '$1,020.50 in 3 instalments',
    );
    const gone = await run('plan', 'harborlight', '--first', ago(3));
    expect([gone.code, gone.err.includes('has gone by')]).toEqual([1, true]);
    expect((await run('plan', 'harborlight', '--cadence', 'daily')).code).toBe(2);
  });

  test('a question in plain words is answered from the books, and the code says how it went', async () => {
    const owes = await run('ask', 'how much does harborlight owe?', '--as-of', DAY);
    expect(owes.code).toBe(0);
    expect(owes.out).toContain(
      'Harborlight Cafe owes $1,020.50 in all. $1,020.50 of it is overdue: 2 invoices',
    );
    expect(owes.out).toContain('  - HL-2 · $600.50 of $1,000.50 · due');
    expect(owes.out).toMatch(/^As of .*books from /m);
    const went = await run('ask', 'and tern?', '--after', 'how much does harborlight owe?', '--json');
    expect(JSON.parse(went.out)).toMatchObject({
      kind: 'answered',
      intent: 'owes',
      about: { name: 'Tern & Co' },
    });
    const unknown = await run('ask', 'how much does Zorblax owe?');
    expect(unknown).toMatchObject({ code: 1, err: '' });
    expect(unknown.out).toContain('There is no customer like “zorblax”.');
    const lost = await run('ask', 'what is the weather?');
    expect(lost.code).toBe(1);
    expect(lost.out).toContain('Who should I call today?');
    expect((await run('ask', 'why?')).code).toBe(3);
  });

  test('the calendar and the back-test say what is to come and what would have been', async () => {
    const calendar = await run('calendar', '--days', '20', '--as-of', DAY);
    expect(calendar.out).toMatch(/Harborlight Cafe: Ask for a payment date · \$1,020\.50 · 27 days late/);
    const planned = JSON.parse((await run('calendar', '--json', '--as-of', DAY)).out);
    expect(planned[0]).toMatchObject({ day: DAY, customer: 'Harborlight Cafe', step: 'question' });
    const { replayed, reallySent } = JSON.parse((await run('backtest', '--json')).out);
    expect(replayed.length).toBeGreaterThan(2);
    expect(reallySent).toBe(0);
  });

  test('a letter is written, checked from its file, and found out when somebody changes a figure', async () => {
    const { code, out } = await run('draft', 'tern', '--json', '--as-of', DAY);
    expect(code).toBe(0);
    const letter = JSON.parse(out);
    expect(letter).toMatchObject({ step: 'question', facts: { customerName: 'Tern & Co' } });
    expect(letter.body).toContain('$80.00');
    // Nobody has said yet who signs and how to pay, so the facts say it here.
    const facts = {
      ...letter.facts,
      senderName: 'Olivia Owner',
      businessName: 'Harbor',
      bankDetails: 'First Bank, account 1',
    };
    const body =
      'Hello,\n\n$80.00 is open for invoice T-7. Which date can we expect the payment?\n\nYou can pay by bank transfer:\nFirst Bank, account 1\n\nPlease reply to this e-mail.\n\nOlivia Owner\nHarbor';
    const good = { facts, step: 'question', subject: 'Invoice T-7: which date can we expect?', body };
    const bad = { ...good, body: body.replace('$80.00', '$90.00') };
    const checked = await run('guard', await file('good.json', JSON.stringify(good)));
    expect(checked.out).toContain('this letter may go');
    expect(checked.code).toBe(0);
    const both = await run(
      'guard',
      await file('both.jsonl', `${JSON.stringify(good)}\n${JSON.stringify(bad)}`),
      '--json',
    );
    expect(both.code).toBe(1);
    const [first, second] = JSON.parse(both.out);
    expect(first.findings.filter(({ severity }: { severity: string }) => severity === 'block')).toEqual([]);
    expect(second.findings).toContainEqual(
      expect.objectContaining({ code: 'wrong-amount', span: expect.objectContaining({ text: '$90.00' }) }),
    );
    const empty = await run('guard', await file('empty.json', '{"facts": {"asOf": "soon"}, "subject": "a"}'));
    expect(empty.code).toBe(1);
    expect(empty.err).toContain('Letter 1, facts.asOf: Give a day like 2026-12-01.');
  });

  test('a reply is read as a thread would read it, and nothing is recorded', async () => {
    const { code, out } = await run(
      'read',
      '--as-of',
      DAY,
      '--customer',
      'harborlight',
      "they'll pay 500 tomorrow",
    );
    expect(code).toBe(0);
    expect(out).toMatch(/Promised \$500\.00 by /);
    const { items } = JSON.parse((await run('read', '--json', '--customer', 'HL-1', 'left a message')).out);
    expect(items).toMatchObject([{ outcome: { kind: 'left_message' } }]);
  });

  test('a policy in a file is checked: every wrong field with its reason, or what it would change', async () => {
    const wrong = await file(
      'wrong.yml',
      'steps: []\nlateFee: { kind: uk_statutory, annualRatePercent: null }\n',
    );
    const refused = await run('policy', 'check', wrong);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('steps: A policy needs at least one step.');
    expect(refused.err).toContain('lateFee.referenceRatePercent: Give the central bank’s rate');
    const good = await file('good.yml', 'minBalanceMinor: 5000\n');
    const checked = await run('policy', 'check', good);
    expect(checked).toMatchObject({ code: 0 });
    expect(checked.out).toContain('Smallest sum that is chased: $25.00 → $50.00');
    const own = JSON.parse((await run('policy', 'show', '--json')).out);
    expect(own.caps.minGapDays).toBe(5);
    expect((await run('policy', 'page')).out).toContain('<h2>If you need more time</h2>');
    expect(await run('policy', 'check', await file('no.yml', 'a: [b'))).toMatchObject({ code: 1 });
    const groups = await file('groups.yml', 'groups: { Retail: { caps: { minGapDays: 9 } } }\n');
    const saved = await run('policy', 'use', groups);
    expect(saved.out).toContain('Saved, and it holds from now on.');
    expect(saved.out).toContain('Gap between two contacts (group Retail): not there → 9 days');
    expect((await run('policy', 'use', groups)).out).toContain('the same as now');
  });

  test.each([
    [['why'], 'Name a customer, or an invoice of theirs.'],
    [['ask'], 'Ask something, as: ask "who should I call today?"'],
    [['calendar', '--days', '0'], '--days wants a whole number from 1 to 365, not "0".'],
    [['policy', 'check'], 'Say "policy show", "policy page", "policy check FILE" or "policy use FILE".'],
    [['agenda', '--as-of', '2030-02-31'], '"2030-02-31" is not a day like 2026-12-01.'],
    [['agenda', '--as-of'], '--as-of wants a value.'],
    [['agenda', 'today'], 'I do not know what to do with "today".'],
    [['import'], 'Name one file to import.'],
    [['import', '/no/such/file.csv'], 'There is no file "/no/such/file.csv".'],
    [['import', 'package.json', '--answer', 'colour=red'], '"colour=red" answers no question.'],
  ])('%j is a usage error that says what is wrong', async (args, sentence) => {
    const { code, err, out } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });

  test('a wrong file is refused with its lines, and nothing of it is taken in', async () => {
    const path = await file('wrong.csv', `${LEDGER}\nGull Ltd,,G-1,${ago(45)},2030-13-45,80.00,80.00,USD`);
    const refused = await run('import', path);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('wrong.csv was not taken in, and nothing was changed.');
    expect(refused.err).toMatch(/Line 5.*Due date.*2030-13-45/);
    expect((await run('agenda', '--json')).out).not.toContain('Gull Ltd');
  });

  test('a file that can be read in two ways asks, and is taken in with the answer', async () => {
    const path = await file(
      'days.csv',
      'Customer,Invoice number,Due date,Total,Balance\nGull Ltd,G-1,03/04/2026,80.00,80.00',
    );
    const asked = await run('import', path);
    expect(asked.code).toBe(3);
    const [, choice = ''] = /--answer (date_order=DMY)/.exec(asked.err) ?? [];
    const answered = await run('import', path, '--answer', choice);
    expect(answered).toMatchObject({ code: 0 });
    expect((await run('agenda', '--as-of', DAY, '--json')).out).toContain('Gull Ltd');
  });

  test('a file of 200 MB is refused before it is read', async () => {
    const path = join(folder, 'huge.csv');
    const handle = await open(path, 'w');
    await handle.truncate(200 * 1024 * 1024);
    await handle.close();
    const { code, err } = await run('import', path);
    expect(code).toBe(1);
    expect(err).toContain('huge.csv is 200 MB; the limit is 25 MB.');
  });
});
