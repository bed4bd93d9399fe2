// The last resort over weeks: a final notice, its deadline, the review, a hand-over by two, the pack, and a write-off.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, View } from '../../src/local-slack/control-api.ts';
import { writeZip } from '../../src/outside/zip-file.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, type Person, see, wordsOf } from './person.ts';

const run = promisify(execFile);
const HEAD = 'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency';
const NAME = 'Vesper Tiles Ltd';

describe('the last resort', () => {
  let office: Office;
  let folder: string;
  let imports = 0;
  beforeAll(async () => {
    office = await openOffice();
    folder = await mkdtemp(join(tmpdir(), 'pack-'));
    await office.olivia.sees('overdue', 'Good morning!');
    await books('900.00', '300.00');
  });
  afterAll(async () => {
    await office.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What is left open of the two invoices; the books must be fresh, or nothing goes out. */
  async function books(one: string, two: string): Promise<void> {
    imports += 1;
    const rows = [
      `${NAME},dana@vesper.example,VT-1,2030-08-11,2030-09-01,900.00,${one},USD`,
      `${NAME},dana@vesper.example,VT-2,2030-08-15,2030-09-05,300.00,${two},USD`,
      `Marker ${imports},m@marker.example,MK-${imports},2030-10-01,2031-09-30,9.00,9.00,USD`,
    ];
    const file = await office.ben.file(`books-${imports}.csv`, [HEAD, ...rows].join('\n'));
    const { ts } = await office.ben.say('Tightrope', '', { files: [file] });
    const sent = (await office.ben.messages('Tightrope')).find((message) => message.ts === ts);
    if (!sent) throw new Error('the file was not sent');
    await office.ben.seesInThread(sent, /invoices/);
    await office.ben.idle();
  }

  async function onDay(to: string): Promise<void> {
    await office.olivia.moveClock({ to });
    await books('900.00', '300.00');
  }

  async function card(person: Person): Promise<Message> {
    await person.command('/overdue vesper', 'general');
    await person.idle();
    return person.seesAlone('general', NAME);
  }

  const theCase = () => office.ben.sees('overdue', /^Vesper Tiles Ltd/m);

  async function sendLetter(subject: RegExp): Promise<void> {
    const before = (await office.ben.mails()).length;
    const shown = await card(office.ben);
    const { blockId } = elementFor(shown, 'case.draft');
    await office.ben.click(shown, 'case.draft', { blockId });
    await office.ben.idle();
    const letter = await office.ben.seesInThread(await theCase(), 'Approve & send');
    await office.ben.click(letter, 'draft.approve');
    await see(`the next mail, ${subject}`, async () => {
      const mails = await office.ben.mails();
      return mails.length > before && mails.some((mail) => subject.test(mail.subject)) ? mails : null;
    });
    await office.ben.idle();
  }

  /** Opens an entry of the list behind More…; the form, or null where it is answered in words. */
  async function act(person: Person, actionId: string, words: string): Promise<View> {
    const shown = await card(person);
    const { blockId, element } = elementFor(shown, 'case.more');
    const all = (element.options as { value: string }[]).find(({ value }) => value.startsWith('acts '));
    await person.click(shown, 'case.more', { blockId, state: { selected_option: all } });
    const acts = await person.seesModal('Hand over');
    await person.click(acts, actionId);
    return person.seesModal(words);
  }

  const closeAll = (person: Person, view: View) => person.post('close', { viewId: view.id, all: true });

  test('an owner keeps a directory; a missing licence is a red flag whatever the marks', async () => {
    const { olivia } = office;
    const home = await olivia.openHome();
    await olivia.click(home, 'agencies.open');
    const list = await olivia.seesModal('None yet');
    await olivia.click(list, 'agencies.add');
    const form = await olivia.seesModal('Fee, percent of what they recover');
    expect((await olivia.submit(form, { name: 'Fair Collect', fee: 'some' })).errors.fee).toContain(
      'a percentage',
    );
    await olivia.submit(form, {
      name: 'Fair Collect',
      contact: 'Gil, gil@fair.example',
      fee: '20',
      mark_respect: '5',
      mark_licence: '5',
    });
    await olivia.idle();
    await olivia.click(await olivia.openHome(), 'agencies.open');
    const flagged = await olivia.seesModal('Fair Collect');
    expect(wordsOf(flagged.json)).toContain('5 of 5, keeps 20%');
    expect(wordsOf(flagged.json)).toContain('No licence is recorded');
    await olivia.click(flagged, 'agencies.edit');
    const edit = await olivia.seesModal('In the directory');
    await olivia.submit(edit, { name: 'Fair Collect', licence: 'NY 1234' });
    await olivia.idle();
    await olivia.click(await olivia.openHome(), 'agencies.open');
    const good = await olivia.seesModal('Fair Collect');
    expect(wordsOf(good.json)).not.toContain('No licence is recorded');
    await closeAll(olivia, good);
  });

  test('somebody who is no owner has no such button', async () => {
    expect(elementsIn(await office.ana.openHome(), 'agencies.open')).toEqual([]);
  });

  test('nothing can be handed over before a final notice and its deadline', async () => {
    const early = await act(office.ben, 'case.hand_over', 'It cannot be handed over now');
    expect(wordsOf(early.json)).toContain('No final notice has gone out');
    await closeAll(office.ben, early);
    await sendLetter(/VT-1/);
    await onDay('2030-10-28T14:05:00.000Z');
    await sendLetter(/VT-2/);
    await onDay('2030-11-11T15:05:00.000Z');
    await sendLetter(/Final notice/);
    await onDay('2030-11-19T15:05:00.000Z');
    const waiting = await act(office.ben, 'case.hand_over', 'It cannot be handed over now');
    expect(wordsOf(waiting.json)).toMatch(/gives them until Thu,? Nov 21|gives them until Thu 21 Nov/);
    await closeAll(office.ben, waiting);
  }, 120_000);

  test('the review puts the ways side by side, and a person decides with a reason', async () => {
    await onDay('2030-12-02T15:05:00.000Z');
    const shown = await card(office.ben);
    const { blockId } = elementFor(shown, 'case.review');
    await office.ben.click(shown, 'case.review', { blockId });
    const form = await office.ben.seesModal('Internal review');
    const words = wordsOf(form.json);
    expect(words).toContain('$1,200.00 is overdue, the oldest part 92 days late.');
    expect(words).toContain('about $300.00 each');
    expect(words).toContain('not legal advice');
    expect(words).toContain('With Fair Collect they keep 20%');
    const wait = { choice: 'wait', until: '2030-12-02', reason: 'slow season' };
    expect((await office.ben.submit(form, wait)).errors.until).toContain('Choose a day after today');
    await office.ben.submit(form, { choice: 'agency', reason: 'No answer to four letters' });
    await office.ben.idle();
    await office.ben.sees('Tightrope', 'Recorded: a collection agency');
  });

  let request: Message;

  test('one asks, and cannot agree as well; another does, also after a restart', async () => {
    const { ben, olivia } = office;
    const form = await act(ben, 'case.hand_over', '$1,200.00');
    const chosen = elementsIn(form.json).find(({ type }) => type === 'static_select');
    const [first] = (chosen?.options ?? []) as { value: string }[];
    await ben.submit(form, { agency: first?.value ?? '', reason: 'No answer since the final notice' });
    await ben.idle();
    request = await ben.seesInThread(await theCase(), '1 of 2 people want it');
    await ben.click(request, 'request.agree');
    await ben.idle();
    expect(await ben.mails()).toHaveLength(3);
    await office.restart();
    await olivia.click(request, 'request.agree');
    await olivia.idle();
    await olivia.seesInThread(await theCase(), 'We chase it no more');
    await olivia.click(request, 'request.agree').catch(() => null);
    await olivia.idle();
    const state = await card(ben);
    expect(wordsOf(state.blocks)).toContain('With a collection agency');
    expect(wordsOf(state.blocks)).toContain('Of what is open, $1,200.00 is with an agency.');
  }, 60_000);

  test('the pack is in the thread once, opens, stands a check, and shows what was altered', async () => {
    const { olivia } = office;
    const message = await olivia.seesInThread(await theCase(), 'Its seal is');
    const given = (await olivia.thread(await theCase())).filter(({ files }) =>
      files?.some(({ name }) => name.endsWith('.zip')),
    );
    expect(given).toHaveLength(1);
    const [file] = message.files ?? [];
    const bytes = new Uint8Array(await (await fetch(new URL(file?.url ?? '', office.url))).arrayBuffer());
    const path = join(folder, 'pack.zip');
    await writeFile(path, bytes);
    const unzip = spawnSync('unzip', ['-q', path, '-d', join(folder, 'pack')]);
    expect({ status: unzip.status, said: String(unzip.stderr) }).toEqual({ status: 0, said: '' });
    const timeline = await readFile(join(folder, 'pack', 'timeline.csv'), 'utf8');
    expect(timeline).toContain('Final notice');
    expect(timeline).toContain('Ben Bookkeeper');
    expect(timeline).not.toMatch(/U0[A-Z]+/);
    expect(timeline).toContain('Hello Dana'.slice(0, 5));
    expect(await readFile(join(folder, 'pack', 'invoices.csv'), 'utf8')).toContain(
      'VT-1,invoice,2030-08-11,2030-09-01,92,USD,900.00,900.00,yes',
    );
    const whole = await verify(path);
    expect(whole).toMatchObject({
      code: 0,
      said: expect.stringContaining('This pack is whole: Vesper Tiles Ltd'),
    });

    const names = [
      'READ-ME.txt',
      'statement.pdf',
      'invoices.csv',
      'timeline.pdf',
      'timeline.csv',
      'records.jsonl',
      'manifest.json',
    ];
    const files = await Promise.all(
      names.map(async (name) => {
        const content = await readFile(join(folder, 'pack', name));
        if (name !== 'records.jsonl') return { name, bytes: content };
        return {
          name,
          bytes: Buffer.from(content.toString().replace('No answer to four letters', 'They were rude')),
        };
      }),
    );
    await writeFile(join(folder, 'forged.zip'), await writeZip(files, '2030-12-02'));
    const forged = await verify(join(folder, 'forged.zip'));
    expect(forged.code).toBe(1);
    expect(forged.said).toMatch(/Record \d+ \(2030-12-02, Record\) was changed\./);
  }, 60_000);

  async function verify(path: string): Promise<{ code: number; said: string }> {
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: office.databaseUrl,
      TIGHTROPE_DATA: folder,
    };
    const args = ['--import', 'tsx', 'src/cli.ts', 'verify-pack', path];
    try {
      const { stdout } = await run(process.execPath, args, { env, cwd: join(import.meta.dirname, '../..') });
      return { code: 0, said: stdout };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, said: stderr };
    }
  }

  test('one notice goes to the customer, once an approver lets it', async () => {
    const { olivia } = office;
    const draft = await olivia.seesInThread(await theCase(), 'A notice that it was handed over');
    await olivia.click(draft, 'draft.approve');
    const mail = await olivia.seesMail(
      'Fair Collect, a collection agency, now handles invoices VT-1 and VT-2',
    );
    expect(mail.subject).toContain('$1,200.00');
    expect(await olivia.mails()).toHaveLength(4);
  });

  test('the agency’s reports are counted; a fee above what came is refused', async () => {
    const { ana } = office;
    const report = async (recovered: string, fee: string) => {
      await ana.click(request, 'request.update');
      const form = await ana.seesModal('The agency reports');
      await ana.submit(form, { note: 'Half came today', recovered, fee });
      await ana.idle();
    };
    await report('300', '900');
    await ana.sees('Tightrope', 'A fee of $900.00 on $300.00 recovered cannot be');
    await report('300', '60');
    const told = await ana.seesInThread(await theCase(), 'Recovered so far');
    expect(wordsOf(told.blocks)).toContain('$300.00, of which the agency kept $60.00');
  });

  test('a report told in the thread is read, and counted once somebody confirms it', async () => {
    const { ana } = office;
    const kase = await theCase();
    await ana.answer(kase, 'the agency collected 400 euros');
    const euro = await ana.seesInThread(kase, 'was given $1,200.00 and nothing in EUR');
    expect(elementsIn(euro.blocks, 'reading.confirm')).toEqual([]);
    await ana.answer(kase, 'the agency collected 1,000');
    const much = await ana.seesInThread(
      kase,
      '$1,000.00 is more than the $900.00 that Fair Collect still has',
    );
    expect(elementsIn(much.blocks, 'reading.confirm')).toEqual([]);

    await ana.answer(kase, 'agency: debtor does not answer');
    const plain = await ana.seesInThread(kase, 'The agency reports: agency: debtor does not answer');
    await ana.click(plain, 'reading.confirm');
    await ana.seesInThread(kase, '$900.00 is still with Fair Collect');

    await ana.answer(kase, 'Fair Collect says they collected 400 and keep 15 %');
    const read = await ana.seesInThread(kase, '$400.00 recovered, fee $60.00');
    expect(wordsOf(await ana.thread(kase))).not.toContain('Recovered so far: $700.00');
    await ana.click(read, 'reading.confirm');
    const told = await ana.seesInThread(kase, 'Recovered so far: $700.00, of which the agency kept $120.00');
    expect(wordsOf(told.blocks)).toContain('$500.00 is still with Fair Collect');
    // The card of the hand-over itself, on which somebody agreed, shows the same.
    await ana.seesInThread(kase, '*Recovered so far:* $700.00, of which the agency kept $120.00');

    await ana.click(told, 'reading.undo');
    await ana.seesInThread(kase, '*Recovered so far:* $300.00, of which the agency kept $60.00');
  }, 60_000);

  test('it is called back: not as paid while the books have it open, and softly after an agreement', async () => {
    const { olivia } = office;
    const callBack = async (why: string) => {
      await olivia.click(request, 'request.call_back');
      const form = await olivia.seesModal('Tell the agency yourself');
      await olivia.submit(form, { why, note: 'They pay 300 a month' });
      await olivia.idle();
    };
    await callBack('paid');
    await olivia.sees('Tightrope', 'VT-1 and VT-2 are still open in the books');
    await callBack('agreement');
    await olivia.seesInThread(await theCase(), 'Called back: we agreed on something else');
    const now = await card(olivia);
    expect(wordsOf(now.blocks)).not.toContain('With a collection agency');
    expect(wordsOf(now.blocks)).not.toContain('is with an agency.');
  });

  test('then there is nothing to report on any more, and the directory tells what it came to', async () => {
    const { ana, olivia } = office;
    await ana.answer(await theCase(), 'agency collected 50');
    const none = await ana.seesInThread(await theCase(), 'No agency has anything of theirs now');
    expect(elementsIn(none.blocks, 'reading.confirm')).toEqual([]);
    await olivia.click(await olivia.openHome(), 'agencies.open');
    const list = await olivia.seesModal('Fair Collect');
    expect(wordsOf(list.json)).toContain('1 case given, 1 settled otherwise.');
    expect(wordsOf(list.json)).toContain(
      'Collected $300.00 of $1,200.00, of which they kept $60.00; too few to tell: n = 1.',
    );
    await closeAll(olivia, list);
  });

  test('a part is written off, a larger sum waits for a second, and both can be taken back', async () => {
    const { ben, olivia } = office;
    const form = await act(ben, 'case.write_off', 'Which invoices?');
    await ben.submit(form, { invoices: ['VT-2'], amount: '301', reason: 'closed' });
    await ben.sees('Tightrope', '$301.00 is more than the $300.00 that is left of VT-2');
    const small = await act(ben, 'case.write_off', 'Which invoices?');
    await ben.submit(small, { invoices: ['VT-2'], amount: '100', reason: 'goodwill' });
    await ben.sees('Tightrope', 'Written off. Enter it in your books');
    expect(wordsOf((await card(ben)).blocks)).toContain('Of what is open, $100.00 is written off.');
    const large = await act(ben, 'case.write_off', 'Which invoices?');
    await ben.submit(large, { invoices: ['VT-1'], reason: 'closed down' });
    const asked = await ben.seesInThread(await theCase(), '1 of 2 people want it');
    await olivia.click(asked, 'request.decline');
    await olivia.submit(await olivia.seesModal('Why not?'), { reason: 'they called' });
    await olivia.seesInThread(await theCase(), 'they called');
    const written = await ben.seesInThread(await theCase(), 'Nobody asks for it any more');
    await ben.click(written, 'request.take_back');
    await ben.submit(await ben.seesModal('What is still open is then asked for softly'), {
      reason: 'they pay',
    });
    await ben.seesInThread(await theCase(), 'Taken back');
    await ben.idle();
    expect(wordsOf((await card(ben)).blocks)).not.toContain('is written off.');
  });

  test('the timeline comes by its command', async () => {
    await office.ana.command('/overdue vesper timeline');
    await office.ana.seesAlone(
      'overdue',
      /timeline-vesper-tiles-ltd-2030-12-02\.pdf and .*\.csv are in the thread/,
    );
  });
});
