// An order number that is missing on an invoice: asked for with one button, told, and named by the letters that follow.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, SlackJson } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementsIn, wordsOf } from './person.ts';

/** `today`'s one new invoice of somebody else makes each file another one. */
const books = (today: string) =>
  [
    'Customer,Email,Invoice,Invoice date,Due date,Amount,Open',
    'Quillon Toys,ap@quillon.example,J-17,2030-09-20,2030-10-04,1200.00,1200.00',
    'Rook Press,ap@rook.example,R-9,2030-09-18,2030-10-02,800.00,800.00',
    `Other Shop,ap@other.example,O-${today},2030-10-16,2030-12-16,50.00,50.00`,
    '',
  ].join('\n');

describe('an order number', () => {
  let office: Office;
  let quillon: Message;
  let rook: Message;

  const importBooks = async (today: string) => {
    const { olivia } = office;
    const { id = '' } = (await olivia.channel('Tightrope')) ?? {};
    const { ts } = await olivia.say(id, '', { files: [await olivia.file('books.csv', books(today))] });
    await olivia.seesInThread({ channel: id, ts }, 'Taken in');
  };
  const cardOf = (name: string) =>
    office.ben.sees('overdue', new RegExp(`^${name}[\\s\\S]*in this thread`, 'm'));
  const told = async (card: Message, text: string, understood: string) => {
    const { ben } = office;
    await ben.answer(card, text);
    await ben.click(
      await ben.seesInThread(card, new RegExp(`What I understood[\\s\\S]*${understood}`)),
      'reading.confirm',
    );
    await ben.idle();
  };
  const alone = async (words: string | RegExp) => {
    const { id = '' } = (await office.ben.channel('Tightrope')) ?? {};
    return office.ben.sees(id, words);
  };

  beforeAll(async () => {
    office = await openOffice();
    const { ben, olivia } = office;
    await olivia.sees('overdue', 'It is Wed Oct 16');
    await importBooks('1');
    await ben.command('/overdue quillon statement');
    quillon = await ben.sees('overdue', /^Quillon Toys/m);
    await ben.command('/overdue rook statement');
    rook = await ben.sees('overdue', /^Rook Press/m);
  });
  afterAll(() => office.close());

  test('that they miss is asked for with one button; a person lets the letter go', async () => {
    const { ben, olivia } = office;
    await told(quillon, 'they say the PO number is missing on J-17', 'order number');
    const card = await ben.sees(
      'overdue',
      'They asked on Wed Oct 16 for an order number (J-17); it is our turn',
    );
    await ben.click(card, 'order.ask');
    const letter = await ben.seesInThread(quillon, 'A question for their order number');
    expect(wordsOf(letter.blocks)).toContain('Which order number should we use?');
    expect(wordsOf(letter.blocks)).toContain('Nothing to object');
    await olivia.click(letter, 'draft.approve');
    const mail = await olivia.seesMail('Your order number for invoice J-17');
    expect(mail.to.join()).toContain('ap@quillon.example');
    await olivia.idle();
    await ben.sees(
      'overdue',
      /Quillon Toys[\s\S]*we asked them for it on Wed Oct 16, and wait for their answer/,
    );
  });

  test('that a dispute is about is asked for at once, beside the other things that they want', async () => {
    const { ben } = office;
    await told(rook, 'they dispute R-9 because the PO number is missing', 'an order number is missing');
    const letter = await ben.seesInThread(rook, 'A question for their order number');
    expect(wordsOf(letter.blocks)).toContain('Your order number for invoice R-9');
    await told(rook, 'they need a copy of R-9', 'copy of the invoice');
    await ben.sees('overdue', 'They asked on Wed Oct 16 for a copy of the invoice (R-9)');
  });

  test('and all that was asked for is in the digest of the next mornings, and on Home', async () => {
    const { olivia } = office;
    await olivia.moveClock({ nextDayAt: '09:00' });
    const thursday = await olivia.sees('overdue', 'It is Thu Oct 17');
    expect(wordsOf(thursday.blocks)).toMatch(
      /What customers asked us to send[\s\S]*Rook Press\*: They asked on Wed Oct 16 for a copy of the invoice \(R-9\); it is our turn, \*due today\*[\s\S]*Quillon Toys\*: They asked on Wed Oct 16 for an order number \(J-17\); we asked them/,
    );
    await olivia.moveClock({ nextDayAt: '09:00' });
    const friday = await olivia.sees('overdue', 'It is Fri Oct 18');
    const late = /Rook Press\*: They asked on [\s\S]*1 day overdue\*\. They have waited too long/;
    expect(wordsOf(friday.blocks)).toMatch(late);
    expect(wordsOf((await olivia.openHome()).json)).toMatch(late);
  });

  test('that cannot be one is refused beside its field, and what is given is known from then on', async () => {
    const { ben } = office;
    await ben.command('/overdue quillon');
    const before = await ben.seesAlone('overdue', /Quillon Toys[\s\S]*for an order number/);
    await ben.click(await cardOf('Quillon Toys'), 'order.number');
    const form = await ben.seesModal('Their order number');
    const wrong = async (order: string) => (await ben.submit(form, { order })).errors.order;
    expect(await wrong('9'.repeat(41))).toContain('at most 40 characters');
    expect(await wrong('4500\n123')).toBe('Give one order number, on one line.');
    expect(await wrong('<!channel> *45*')).toContain('letters, digits, spaces');
    expect(await wrong('they have none')).toContain('This is no order number');
    expect(await ben.submit(form, { order: '4500123' })).toMatchObject({ closed: true });
    await alone(/Letters about J-17 name their order 4500123 from now on\. Correct J-17 in your books/);
    await ben.idle();
    const card = await cardOf('Quillon Toys');
    expect(wordsOf(card.blocks)).toContain('Their order number: 4500123 (J-17).');
    expect(wordsOf(card.blocks)).not.toContain('They asked');
    expect(elementsIn(card.blocks, 'order.ask')).toEqual([]);
    // A button that was shown before does no harm.
    await ben.click(before, 'order.ask');
    await ben.seesAlone('overdue', 'Their order number for J-17 is known: 4500123. There is nothing to ask.');
  });

  test('told in the thread ends the dispute, and the letter of the correction names it', async () => {
    const { ben, olivia } = office;
    await told(rook, 'their PO is RP-2030/7', 'Their order number: RP-2030/7 \\(R-9\\)');
    const letter = await ben.seesInThread(rook, 'An answer to their dispute: a correction');
    expect(wordsOf(letter.blocks)).toContain('It will name your order RP-2030/7.');
    await ben.seesInThread(rook, /A question for their order number[\s\S]*is known: RP-2030\/7/);
    await olivia.click(letter, 'draft.approve');
    const mail = await olivia.seesMail('A correction of invoice R-9');
    expect(mail.text).toContain('It will name your order RP-2030/7.');
    await olivia.idle();
    expect(wordsOf((await cardOf('Rook Press')).blocks)).not.toContain('In dispute');
  });

  test('is named by the next letter, days later', async () => {
    const { ben, olivia } = office;
    await olivia.moveClock({ to: '2030-10-28T13:05:00.000Z' });
    await importBooks('2');
    await ben.command('/overdue quillon');
    await ben.click(await ben.seesAlone('overdue', /Quillon Toys[\s\S]*24 days late/), 'case.draft');
    const letter = await ben.seesInThread(quillon, /J-17 \(your order 4500123\)/);
    expect(wordsOf(letter.blocks)).toContain('Nothing to object');
    await olivia.click(letter, 'draft.approve');
    const mail = await olivia.seesMail(/J-17 \(your order 4500123\) · due/);
    expect(mail.to.join()).toContain('ap@quillon.example');
    await olivia.idle();
  });

  test('that was wrong is taken back from the list of all that may be done', async () => {
    const { ben } = office;
    const card = await cardOf('Rook Press');
    const [menu] = elementsIn(card.blocks, 'case.more');
    const selected_option = (menu?.options as { value: string }[] | undefined)?.find(({ value }) =>
      value.startsWith('acts '),
    );
    await ben.click(card, 'case.more', { state: { selected_option } as SlackJson });
    await ben.click(await ben.seesModal('A wrong order number'), 'order.take_back');
    const form = await ben.seesModal('Why is it wrong?');
    await ben.submit(form, { reason: 'of another order' });
    await ben.idle();
    const after = await ben.sees('overdue', /^Rook Press[\s\S]*In dispute: R-9/m);
    expect(wordsOf(after.blocks)).not.toContain('RP-2030/7');
  });
});
