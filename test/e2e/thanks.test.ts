// A customer pays late and stays one: thanked the same day, asked how they are a month later, and never by itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, View } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, type Person, wordsOf } from './person.ts';

const HEAD = 'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency';

describe('after the money has come', () => {
  let office: Office;
  let card: Message;

  beforeAll(async () => {
    office = await openOffice();
    await drop(
      'open.csv',
      'Harborlight Cafe,kim@harborlight.example,HL-1,2030-09-04,2030-10-04,420.00,420.00,USD',
    );
    await office.ben.command('/overdue harborlight', 'general');
    const answer = await office.ben.seesAlone('general', 'HL-1');
    await office.ben.click(answer, 'case.draft');
    card = await office.ben.sees('overdue', /^Harborlight Cafe/m);
    await office.ben.seesInThread(card, 'Approve & send');
  });
  afterAll(() => office.close());

  async function drop(name: string, ...rows: string[]): Promise<Message> {
    const file = await office.ben.file(name, [HEAD, ...rows].join('\n'));
    const { ts } = await office.ben.say('Tightrope', '', { files: [file] });
    const sent = (await office.ben.messages('Tightrope')).find((message) => message.ts === ts);
    if (!sent) throw new Error('the file was not sent');
    await office.ben.seesInThread(sent, /invoice/);
    await office.ben.idle();
    return sent;
  }

  const paid = 'Harborlight Cafe,kim@harborlight.example,HL-1,2030-09-04,2030-10-04,420.00,0.00,USD';

  test('a thank-you waits in the case the same day, in place of the reminder, and once', async () => {
    await drop('paid.csv', paid);
    const draft = await office.ben.seesInThread(card, 'Draft: *A thank-you* to *Harborlight Cafe*');
    expect(wordsOf(draft.blocks)).toContain('Your payment of $420.00 reached us on');
    expect(wordsOf(draft.blocks)).toContain('Nothing to object');
    await office.ben.seesInThread(card, 'Not sent.');
    await drop('paid again.csv', paid);
    await office.restart();
    await office.ben.moveClock({ advanceMs: 60_000 });
    await office.ben.idle();
    const thread = await office.ben.thread(card);
    expect(thread.filter((message) => wordsOf(message.blocks).includes('A thank-you'))).toHaveLength(1);
    expect(await office.ben.mails()).toEqual([]);
  });

  test('the digest of the next morning asks whether to thank them, and leads to the draft', async () => {
    await office.olivia.moveClock({ nextDayAt: '08:30' });
    const digest = await office.olivia.sees('overdue', 'It is Thu Oct 17');
    expect(wordsOf(digest.blocks)).toContain('*Harborlight Cafe* paid $420.00');
    const { blockId } = elementFor(digest, 'case.thank', 'Harborlight Cafe');
    await office.olivia.click(digest, 'case.thank', { blockId });
    await office.olivia.seesAlone('overdue', 'There is a draft already');
  });

  test('it goes when a person says so, and is not offered again', async () => {
    const draft = await office.ben.seesInThread(card, 'Draft: *A thank-you*');
    await office.ben.click(draft, 'draft.approve');
    await office.ben.moveClock({ nextDayAt: '09:30' });
    const mail = await office.ben.seesMail('Thank you, Harborlight Cafe');
    expect(mail.to).toEqual(['kim@harborlight.example']);
    await office.ben.seesInThread(card, ':white_check_mark: *Sent');
    const digest = await office.olivia.sees('overdue', 'It is Fri Oct 18');
    expect(elementsIn(digest.blocks, 'case.thank')).toEqual([]);
  });

  test('a month after the payment a check-in waits for a person, without a word about money', async () => {
    await office.ben.moveClock({ to: '2030-11-14T15:00:00.000Z' });
    await drop('new.csv', 'Somebody Else,x@else.example,SE-1,2030-11-01,2030-12-20,80.00,80.00,USD');
    await office.ben.moveClock({ nextDayAt: '09:30' });
    const draft = await office.ben.seesInThread(card, 'Draft: *A check-in* to *Harborlight Cafe*');
    expect(wordsOf(draft.blocks)).toContain('How are things at Harborlight Cafe?');
    expect(wordsOf(draft.blocks)).not.toMatch(/\$|HL-1/);
    await office.ben.click(draft, 'draft.approve');
    await office.ben.seesMail('How are things at Harborlight Cafe?');
  });

  test('who asks to be thanked too early is told what is still open', async () => {
    await office.ana.command('/overdue acme', 'general');
    const answer = await office.ana.seesAlone('general', 'INV-1041');
    const acts = await openActs(office.ana, answer);
    await office.ana.click(acts, 'case.thank');
    await office.ana.sees('Tightrope', 'The books still show');
    await office.ana.closeForm(acts);
  });

  test('two questions look back on the case, and the answers are on the card when they are late again', async () => {
    const { ben, ana } = office;
    const asked = await ben.seesInThread(card, 'What worked? What would you do differently?');
    await ben.click(asked, 'look_back.open');
    const form = await ben.seesModal('Looking back');
    expect(await ben.submit(form, {})).toMatchObject({ closed: false });
    await ben.submit(form, { worked: 'A call to Kim', differently: 'Ask for the order number' });
    await ben.seesInThread(card, /Looked back\* by <@U0BEN>\nworked – A call to Kim/);
    await drop(
      'late.csv',
      'Harborlight Cafe,kim@harborlight.example,HL-2,2030-10-10,2030-11-10,90.00,90.00,USD',
    );
    await ana.command('/overdue HL-2', 'general');
    await ana.seesAlone(
      'general',
      'Last time:* worked – A call to Kim; differently next time – Ask for the order',
    );
  });

  test('the digest of a month’s first working day names good customers worth a call, until one is put off', async () => {
    const rows = (open: string) =>
      ['G-1', 'G-2', 'G-3'].map(
        (number) => `Good & Quiet,g@good.example,${number},2030-11-04,2030-12-20,500.00,${open},USD`,
      );
    await drop('good.csv', ...rows('500.00'));
    await drop('good paid.csv', ...rows('0.00'));
    await office.olivia.moveClock({ to: '2030-12-02T13:40:00.000Z' });
    const digest = await office.olivia.sees('overdue', 'It is Mon Dec 2');
    expect(wordsOf(digest.blocks)).toMatch(
      /Worth a friendly call this month\.\* <@U0OLIVIA>[\s\S]*Good &amp; Quiet\* · \$1,500\.00 in 120 days · 3 invoices paid on time · no contact/,
    );
    const { blockId } = elementFor(digest, 'case.not_now', 'Good & Quiet');
    await office.olivia.click(digest, 'case.not_now', { blockId });
    await office.olivia.seesAlone('overdue', 'not proposed for a call next month');
    await office.olivia.idle();
    const again = await office.olivia.sees('overdue', 'It is Mon Dec 2');
    expect(wordsOf(again.blocks)).not.toContain('friendly call');
  });

  test('/overdue harborlight history opens all that was recorded, from a list of names where several fit', async () => {
    await office.ben.command('/overdue harborlight history', 'general');
    const history = await office.ben.seesModal('Sent “How are things at Harborlight Cafe?”');
    expect(wordsOf(history.json)).toContain('Sent “Thank you, Harborlight Cafe” to kim@harborlight.example');
    expect(wordsOf(history.json)).not.toContain('$0.00');
    await office.ben.closeForm(history);
    await office.ben.command('/overdue history of in', 'general');
    const asked = await office.ben.seesAlone('general', 'Which one do you mean?');
    await office.ben.click(asked, 'case.history.0');
    await office.ben.seesModal('History');
  });

  test('the list of acts shows the relationship and takes a note, which letters mention only by an approver’s tick', async () => {
    const { ana, ben } = office;
    await ana.command('/overdue acme', 'general');
    const answer = await ana.seesAlone('general', 'INV-1041');
    expect(wordsOf(answer.blocks)).toMatch(
      /\*Relationship\*\nCustomer since [\s\S]*tone of replies: nothing recorded/,
    );
    const acts = await openActs(ana, answer);
    await ana.click(acts, 'case.note');
    const form = await ana.seesModal('What do you know of them?');
    expect(await ana.submit(form, { text: 'Met at the fair', mention: 'yes' })).toMatchObject({
      closed: false,
      errors: { mention: expect.stringContaining('Only an approver') },
    });
    expect(await ana.submit(form, { text: ' ' })).toMatchObject({ closed: false });
    await ana.submit(form, { text: 'Met at the fair', mention: [] });
    await ana.idle();

    await ben.command('/overdue acme', 'general');
    const again = await ben.seesAlone('general', 'Note: Met at the fair');
    await ben.click(await openActs(ben, again), 'case.note');
    await ben.submit(await ben.seesModal('What do you know of them?'), {
      text: 'A new baby',
      mention: 'yes',
    });
    await ben.idle();
    await ben.click(await ben.seesModal('They paid: thank them'), 'case.relationship');
    const shown = await ben.seesModal('Invoices a quarter');
    expect(wordsOf(shown.json)).toMatch(/A new baby\n_.*<@U0BEN> · letters may mention it_/);
    await ben.click(shown, 'case.note_back', {
      blockId: elementFor(shown.json as never, 'case.note_back', 'A new baby').blockId,
    });
    await ben.idle();
    const left = await ben.seesModal('Invoices a quarter');
    expect(wordsOf(left.json)).not.toContain('A new baby');
    expect(wordsOf(left.json)).toContain('Met at the fair');
  });
});

async function openActs(person: Person, message: Message): Promise<View> {
  const { blockId, element } = elementFor(message, 'case.more');
  const options = element.options as { value: string }[];
  const selected_option = options.find(({ value }) => value.startsWith('acts '));
  await person.click(message, 'case.more', { blockId, state: { type: 'overflow', selected_option } });
  return person.seesModal('They paid: thank them');
}
