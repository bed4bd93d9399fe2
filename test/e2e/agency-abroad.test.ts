// A customer who owes in two currencies goes to an agency as one and comes back by a word in the thread; and a plan
// whose invoices are given up, which nobody is asked about any more.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, View } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, type Person, see, wordsOf } from './person.ts';

const HEAD = 'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency';
const NAME = 'Nordwind Keramik GmbH';
const PLANNER = 'Quayside Bakery';

describe('a debt in two currencies', () => {
  let office: Office;
  let imports = 0;
  beforeAll(async () => {
    office = await openOffice();
    const { olivia } = office;
    await olivia.sees('overdue', 'Good morning!');
    const home = await olivia.openHome();
    await olivia.click(home, 'agencies.open');
    await olivia.click(await olivia.seesModal('None yet'), 'agencies.add');
    const form = await olivia.seesModal('Fee, percent of what they recover');
    await olivia.submit(form, { name: 'Fair Collect', licence: 'NY 1234', fee: '20' });
    await olivia.idle();
    await books();
  });
  afterAll(() => office.close());

  async function books(): Promise<void> {
    imports += 1;
    const rows = [
      `${NAME},lena@nordwind.example,NK-1,2030-08-11,2030-09-01,800.00,800.00,USD`,
      `${NAME},lena@nordwind.example,NK-2,2030-08-11,2030-09-01,500.00,500.00,EUR`,
      `${PLANNER},sam@quayside.example,QB-1,2030-09-11,2030-10-02,400.00,400.00,USD`,
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
    await books();
  }

  async function card(person: Person, name: string): Promise<Message> {
    await person.command(`/overdue ${name.split(' ')[0]?.toLowerCase()}`, 'general');
    await person.idle();
    return person.seesAlone('general', name);
  }

  const caseOf = (name: string) =>
    office.ben.sees('overdue', new RegExp(`^${name}[\\s\\S]*Reply in this thread`, 'm'));

  /** Every letter that the card offers, one a currency. */
  async function sendLetters(): Promise<void> {
    for (let letters = 0; letters < 2; letters += 1) {
      const before = (await office.ben.mails()).length;
      const shown = await card(office.ben, NAME);
      const { blockId } = elementFor(shown, 'case.draft');
      await office.ben.click(shown, 'case.draft', { blockId });
      await office.ben.idle();
      await office.ben.click(
        await office.ben.seesInThread(await caseOf(NAME), 'Approve & send'),
        'draft.approve',
      );
      await see('the next mail', async () => ((await office.ben.mails()).length > before ? true : null));
      await office.ben.idle();
    }
  }

  async function act(person: Person, name: string, actionId: string, words: string): Promise<View> {
    const shown = await card(person, name);
    const { blockId, element } = elementFor(shown, 'case.more');
    const all = (element.options as { value: string }[]).find(({ value }) => value.startsWith('acts '));
    await person.click(shown, 'case.more', { blockId, state: { selected_option: all } });
    const acts = await person.seesModal('Hand over');
    await person.click(acts, actionId);
    return person.seesModal(words);
  }

  let request: Message;

  test('shows for each currency what stands in the way', async () => {
    const early = await act(office.ben, NAME, 'case.hand_over', 'It cannot be handed over now');
    const words = wordsOf(early.json);
    expect(words).toContain('In EUR');
    expect(words).toContain('In USD');
    await office.ben.post('close', { viewId: early.id, all: true });
  });

  test('goes as one request that names each, once both final notices are out and over', async () => {
    const { ben } = office;
    await sendLetters();
    await onDay('2030-10-28T14:05:00.000Z');
    await sendLetters();
    await onDay('2030-11-11T15:05:00.000Z');
    await sendLetters();
    await onDay('2030-12-02T15:05:00.000Z');
    const form = await act(ben, NAME, 'case.hand_over', 'What shall go?');
    const chosen = elementsIn(form.json).filter(({ type }) => type === 'static_select');
    const values = chosen.map(({ options }) => (options as { value: string }[]).map(({ value }) => value));
    expect(values[0]).toEqual(['EUR USD', 'EUR', 'USD']);
    await ben.submit(form, { which: 'EUR USD', agency: values[1]?.[0] ?? '', reason: 'No answer' });
    await ben.idle();
    request = await ben.seesInThread(await caseOf(NAME), '1 of 2 people want it');
    expect(wordsOf(request.blocks)).toContain('€500.00 · NK-2');
    expect(wordsOf(request.blocks)).toContain('$800.00 · NK-1');
  }, 120_000);

  test('once agreed has one pack, and a notice for each that goes like any letter', async () => {
    const { olivia } = office;
    await olivia.click(request, 'request.agree');
    await olivia.idle();
    const kase = await caseOf(NAME);
    await olivia.seesInThread(kase, 'We chase it no more');
    await olivia.seesInThread(kase, 'Its seal is');
    await olivia.idle();
    const packs = (await olivia.thread(kase)).filter(({ files }) =>
      files?.some(({ name }) => name.endsWith('.zip')),
    );
    expect(packs).toHaveLength(1);
    const notices = (await olivia.thread(kase)).filter((message) =>
      wordsOf(message.blocks).includes('A notice that it was handed over'),
    );
    expect(notices).toHaveLength(2);
    for (const notice of notices) {
      await olivia.click(notice, 'draft.approve');
      await olivia.idle();
    }
    const euro = await olivia.seesMail('now handles invoice NK-2');
    expect(euro.subject + euro.text).toContain('€500.00');
    expect(euro.subject + euro.text).not.toContain('$800.00');
    expect((await olivia.seesMail('now handles invoice NK-1')).text).not.toContain('€500.00');
    const state = await card(olivia, NAME);
    expect(wordsOf(state.blocks)).toContain('$800.00 and €500.00 is with an agency.');
  }, 60_000);

  test('is reported on in either, and asked where the currency was not said', async () => {
    const { ana } = office;
    const kase = await caseOf(NAME);
    await ana.answer(kase, 'agency collected 100');
    const asks = await ana.seesInThread(kase, 'In which currency? They have EUR and USD of theirs.');
    expect(wordsOf(asks.blocks)).toContain('€100.00 · Fair Collect');
    await ana.click(asks, 'reading.choose.0.0');
    await ana.seesInThread(
      kase,
      'Recovered so far: €100.00; €400.00 and $800.00 is still with Fair Collect.',
    );
    await ana.click(request, 'request.update');
    const form = await ana.seesModal('In which currency?');
    await ana.submit(form, { note: 'Another hundred', recovered: '900', currency: 'USD' });
    await ana.sees('Tightrope', '$900.00 is more than the $800.00 that Fair Collect has');
  });

  test('comes back when a colleague writes so and an approver confirms', async () => {
    const { ana, ben } = office;
    const kase = await caseOf(NAME);
    await ana.answer(kase, 'The agency gave up: nobody there answers them');
    const read = await ana.seesInThread(kase, 'The agency gives the case back');
    expect(wordsOf(read.blocks)).toContain('An approver confirms it.');
    await ana.click(read, 'reading.confirm');
    await ana.seesInThread(kase, 'which an approver confirms');
    expect(wordsOf((await card(ana, NAME)).blocks)).toContain('is with an agency.');
    await ben.click(read, 'reading.confirm');
    await ben.seesInThread(kase, 'Called back: the agency gave it back');
    const now = wordsOf((await card(ben, NAME)).blocks);
    expect(now).not.toContain('is with an agency.');
    expect(now).toContain('reminder');
  });

  test('a plan of what was written off is asked about no more', async () => {
    const { ben, olivia } = office;
    const form = await act(ben, PLANNER, 'plan.open', 'How many instalments?');
    await ben.submit(form, { instalments: '2', first: '2030-12-09', cadence: 'weekly' });
    await ben.submit(await ben.seesModal('What it comes to'));
    const kase = await caseOf(PLANNER);
    const plan = await ben.seesInThread(kase, 'waits for an owner’s approval');
    await olivia.click(plan, 'plan.approve');
    const letter = await ben.seesInThread(kase, 'A payment plan in writing');
    await ben.click(letter, 'draft.approve');
    await ben.seesMail('A payment plan for invoice QB-1');
    await ben.idle();
    const lost = await act(ben, PLANNER, 'case.write_off', 'Which invoices?');
    await ben.submit(lost, { invoices: ['QB-1'], reason: 'they closed down' });
    await ben.sees('Tightrope', 'Written off. Enter it in your books');
    await onDay('2030-12-16T15:05:00.000Z');
    await ben.moveClock({ nextDayAt: '09:30' });
    const digest = await ben.sees('overdue', 'It is Tue Dec 17');
    expect(wordsOf(digest.blocks)).not.toContain('Payment plans that wait for you');
    await ben.idle();
    expect(wordsOf(await ben.thread(kase))).not.toContain('has not arrived');
    await ben.command('/overdue quayside', 'general');
    await ben.seesAlone('general', 'ended, because it was written off');
  }, 60_000);
});
