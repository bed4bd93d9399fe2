// /overdue: what an owner types between two meetings, and what comes back for their eyes only.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { elementsIn, fieldOf, wordsOf } from './person.ts';

describe('/overdue', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  test('shows what is overdue by age and the greatest debtors, to the person alone', async () => {
    const { olivia, ben } = office;
    expect(await olivia.command('/overdue', 'general')).toMatchObject({ appAcked: true });
    const answer = await olivia.seesAlone('general', 'overdue');
    const words = wordsOf(answer.blocks);
    expect(words).toContain('*$35,248.00* overdue: 25 invoices of 20 customers');
    expect(words).toContain('*£5,110.00* overdue: 3 invoices of 2 customers');
    expect(answer.blocks.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['data_visualization', 'data_table']),
    );
    expect(answer.text).toContain('$35,248.00');
    expect(await ben.messages('general')).toEqual([]);
  });

  test('the table is paged in its place', async () => {
    const { olivia } = office;
    const first = await olivia.seesAlone('general', 'the greatest sum first: 1–');
    const next = elementsIn(first.blocks, 'overdue.next');
    if (next.length === 0) throw new Error('the sample business fits one page: the test needs a longer one');
    await olivia.click(first, 'overdue.next');
    const second = await olivia.seesAlone('general', /first: (?!1–)\d+–\d+ of 22/);
    expect(second.ts).toBe(first.ts);
    await olivia.click(second, 'overdue.previous');
    await olivia.seesAlone('general', 'the greatest sum first: 1–');
  });

  test.each([
    ['/overdue acme', /Acme Robotics Inc[\s\S]*INV-1041[\s\S]*\$1,850\.00/],
    ['/overdue INV-1041', /Acme Robotics Inc/],
    ['/overdue ACME ROBOTICS', /Acme Robotics Inc/],
    ['/overdue 60+', /60 days late or more/],
    ['/overdue mine', /customers you look after|Your customers/],
    ['/overdue help', /What you can ask/],
    ['/overdue --frobnicate', /I do not know what to do with “--frobnicate”/],
    ['/overdue acmee robotcs', /Acme Robotics Inc[\s\S]*INV-1041/],
    ['/overdue robot machines', /Did you mean one of these\?[\s\S]*Acme Robotics Inc/],
    ['/overdue zzzzqqq', /There is no customer like “zzzzqqq”/],
    ['/overdue <!channel>', /&lt;!channel&gt;/],
  ])('%s', async (typed, expected) => {
    await office.ben.command(typed, 'general');
    const answer = await office.ben.seesAlone('general', expected);
    expect(answer.text).not.toBe('');
  });

  test('a name that fits several customers is asked about, and one press shows the one meant', async () => {
    const { ana } = office;
    await ana.command('/overdue in', 'general');
    const asked = await ana.seesAlone('general', 'Which one do you mean?');
    const [button] = elementsIn(asked.blocks, 'case.show.0');
    await ana.click(asked, 'case.show.0');
    const name = wordsOf(button);
    await ana.seesAlone('general', new RegExp(`${name}[\\s\\S]*Open in all`));
  });

  test('import and settings open their forms', async () => {
    const { olivia } = office;
    await olivia.command('/overdue import', 'general');
    const form = await olivia.seesModal('Import');
    await olivia.closeForm(form);
    await olivia.command('/overdue settings', 'general');
    const settings = await olivia.seesModal('Settings');
    expect(fieldOf(settings, 'zone') ?? wordsOf(settings.json)).toBeTruthy();
    await olivia.closeForm(settings);
  });

  test('a workspace without charts and tables gets the same figures in words', async () => {
    const { olivia } = office;
    await olivia.faults({ rejectBlockTypes: ['data_table', 'data_visualization'] });
    await olivia.command('/overdue', 'overdue');
    const answer = await olivia.seesAlone('overdue', 'the greatest sum first');
    expect(answer.blocks.map(({ type }) => type)).not.toContain('data_table');
    expect(wordsOf(answer.blocks)).toContain('Eastgate Property Partners');
    await olivia.faults({ clear: true });
  });
});

describe('/overdue before anything was imported', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ sample: false });
  });
  afterAll(() => office.close());

  test('says what to do first', async () => {
    await office.olivia.command('/overdue');
    const answer = await office.olivia.seesAlone('overdue', 'No invoices have been imported yet');
    expect(elementsIn(answer.blocks, 'import.open')).toHaveLength(1);
    await office.olivia.command('/overdue acme');
    await office.olivia.seesAlone('overdue', 'There is no customer like “acme”');
  });
});
