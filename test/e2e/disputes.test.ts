// A dispute over the days: told in the thread, acknowledged, given to somebody, reminded of, settled by a credit that must come.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, SlackJson } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementsIn, wordsOf } from './person.ts';

/** `today`'s one new invoice of somebody else makes each file another one. */
const books = (today: string, open: string) =>
  [
    'Customer,Email,Invoice,Invoice date,Due date,Amount,Open',
    `Quillon Toys,ap@quillon.example,J-17,2030-09-20,2030-10-04,1200.00,${open}`,
    `Other Shop,ap@other.example,O-${today},2030-10-16,2030-12-16,50.00,50.00`,
    '',
  ].join('\n');

describe('a dispute', () => {
  let office: Office;
  let card: Message;

  const importBooks = async (today: string, open: string) => {
    const { olivia } = office;
    const { id = '' } = (await olivia.channel('Tightrope')) ?? {};
    const { ts } = await olivia.say(id, '', { files: [await olivia.file('books.csv', books(today, open))] });
    await olivia.seesInThread({ channel: id, ts }, 'Taken in');
  };
  const thread = (words: string | RegExp) => office.ben.seesInThread(card, words);

  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'It is Wed Oct 16');
    await importBooks('1', '1200.00');
    await office.ben.command('/overdue quillon statement');
    card = await office.ben.sees('overdue', /^Quillon Toys/m);
  });
  afterAll(() => office.close());

  test('that is confirmed is on the card, with a letter that says we heard them', async () => {
    const { ben } = office;
    await ben.answer(card, 'they dispute $200 of J-17, the goods were damaged');
    const asked = await thread('What I understood');
    await ben.click(asked, 'reading.confirm');
    const letter = await thread('An answer to their dispute: we heard them');
    expect(wordsOf(letter.blocks)).toContain('$1,000.00 of invoice J-17 is not in question');
    expect(wordsOf(letter.blocks)).toContain('Nothing to object');
    const shown = await ben.sees('overdue', /In dispute: J-17 \(\$200\.00, the goods\)/);
    expect(wordsOf(shown.blocks)).toContain('They have not heard from us yet; they should by Thu Oct 17');
  });

  test('is given to somebody by a day; a day gone by and two people are refused beside their fields', async () => {
    const { ben, ana } = office;
    card = await ben.sees('overdue', /^Quillon Toys/m);
    await ben.click(card, 'dispute.owner');
    const form = await ben.seesModal('Who settles it?');
    const wrong = await ben.submit(form, { owner: ['U0ANA', 'U0BEN'], due: '2030-10-15' });
    expect(wrong.errors).toEqual({
      owner: 'Choose one person, so that it is clear whose it is.',
      due: 'This day has gone by. Choose today or a later day.',
    });
    await ben.submit(form, { owner: ['U0ANA'], next: 'Ask the <warehouse>', due: '2030-10-17' });
    await ben.idle();
    const shown = await ben.sees('overdue', '<@U0ANA> settles it, due Thu Oct 17');
    expect(wordsOf(shown.blocks)).toContain('Next: Ask the &lt;warehouse&gt;.');
    const { id = '' } = (await ana.channel('Tightrope')) ?? {};
    const direct = await ana.sees(id, 'You settle the dispute of Quillon Toys about J-17 by Thu Oct 17');
    expect(direct.text).toContain('Ask the &lt;warehouse&gt;');
  });

  test('is in the next digests until it is settled, and says that nobody has answered them', async () => {
    const { olivia } = office;
    await olivia.moveClock({ nextDayAt: '09:00' });
    const thursday = await olivia.sees('overdue', 'It is Thu Oct 17');
    expect(wordsOf(thursday.blocks)).toMatch(
      /Disputes and credits of ours to settle[\s\S]*Quillon Toys[\s\S]*due today/,
    );
    await olivia.moveClock({ nextDayAt: '09:00' });
    const friday = await olivia.sees('overdue', 'It is Fri Oct 18');
    expect(wordsOf(friday.blocks)).toMatch(
      /Quillon Toys\*: J-17[\s\S]*1 day overdue[\s\S]*Nobody has told them yet that we heard them/,
    );
    const home = await olivia.openHome();
    expect(wordsOf(home.json)).toContain('Disputes and credits of ours to settle');
  });

  test('is acknowledged by the letter, once an approver lets it go', async () => {
    const { olivia } = office;
    await olivia.click(await thread('An answer to their dispute: we heard them'), 'draft.approve');
    const mail = await olivia.seesMail('Your question about invoice J-17');
    expect(mail.to.join()).toContain('ap@quillon.example');
    await thread(/Letter: \*An answer to their dispute[\s\S]*Sent/);
    await olivia.idle();
    expect(wordsOf((await olivia.sees('overdue', /^Quillon Toys/m)).blocks)).not.toContain('heard');
  });

  test('ends by a credit: too much is refused, the letter tells them, and the next imports are watched', async () => {
    const { ben, olivia } = office;
    await ben.click(await ben.sees('overdue', /^Quillon Toys/m), 'case.resolve');
    const form = await ben.seesModal('How did it end?');
    const too = await ben.submit(form, {
      kind: 'credit_note',
      amount: '1200.01',
      how: 'Two boxes were missing',
    });
    expect(too.errors.amount).toContain('Only $1,200.00 is open');
    const none = await ben.submit(form, { kind: 'credit_note', amount: '', how: 'Two boxes were missing' });
    expect(none.errors).toEqual({ amount: 'Say how much we credit.' });
    await ben.submit(form, { kind: 'credit_note', amount: '200', how: 'Two boxes were missing' });
    await thread('we are going to credit $200.00');
    await ben.idle();
    await ben.sees('overdue', 'A credit of $200.00 for J-17 is agreed; I expect it with the next import.');

    await importBooks('2', '1200.00');
    await ben.command('/overdue quillon');
    await ben.seesAlone(
      'overdue',
      /A credit of \$200\.00 for J-17 is agreed, and \*the last import did not have it/,
    );
    await olivia.click(await thread('An answer to their dispute: a credit'), 'draft.approve');
    await olivia.seesMail('Your credit for invoice J-17');

    await importBooks('3', '1000.00');
    await ben.command('/overdue quillon');
    const shown = await ben.seesAlone('overdue', 'Last payment: $200.00');
    expect(wordsOf(shown.blocks)).not.toContain('the last import did not have it');
  });

  test('is opened again from the list of all that may be done', async () => {
    const { ben } = office;
    const now = await ben.sees('overdue', /^Quillon Toys/m);
    const [menu] = elementsIn(now.blocks, 'case.more');
    const selected_option = (menu?.options as { value: string }[] | undefined)?.find(({ value }) =>
      value.startsWith('acts '),
    );
    await ben.click(now, 'case.more', { state: { selected_option } as SlackJson });
    const list = await ben.seesModal('Reopen a dispute');
    await ben.click(list, 'dispute.reopen');
    const form = await ben.seesModal('Why is it open again?');
    await ben.submit(form, { reason: 'A third box is missing' });
    await ben.idle();
    await ben.sees('overdue', /In dispute: J-17 \(\$200\.00, the goods\)/);
  });
});
