// What a customer asks for is a task on the card: one button sends the statement, a form takes the copy, another the number.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, View } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementsIn, wordsOf } from './person.ts';

describe('a document that they asked for', () => {
  let office: Office;
  let card: Message;
  const thread = (words: string | RegExp) => office.ben.seesInThread(card, words);
  const shown = (words: string | RegExp) => office.ben.sees('overdue', words);

  const told = async (text: string, understood: string) => {
    const { ben } = office;
    await ben.answer(card, text);
    await ben.click(await thread(new RegExp(`What I understood[\\s\\S]*${understood}`)), 'reading.confirm');
    await ben.idle();
  };

  /** A file in a form's field, with its name and size as Slack tells them. */
  const choose = async (form: View, name: string, content: string) => {
    const id = await office.ben.file(name, content);
    const files = [{ id, name, size: content.length }];
    const values = { file: { input: { type: 'file_input', files } } };
    return office.ben.post<{ errors: Record<string, string> }>('submit', { viewId: form.id, values });
  };

  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'It is Wed Oct 16');
    await office.ben.command('/overdue delgado statement');
    card = await shown(/^Delgado Family Dental/m);
  });
  afterAll(() => office.close());

  test('a statement is drafted with one button, and goes once it is approved', async () => {
    const { ben, olivia } = office;
    await told('please send them a statement of account', 'statement of account');
    const asked = await shown(/They asked on Wed Oct 16 for a statement of account/);
    await ben.click(asked, 'request.statement');
    const letter = await thread('The statement they asked for');
    expect(wordsOf(letter.blocks)).toContain('statement of account (PDF), made when the letter goes');
    expect(wordsOf(letter.blocks)).toContain('Nothing to object');
    await olivia.click(letter, 'draft.approve');
    const mail = await olivia.seesMail('Statement of account for Delgado Family Dental');
    expect(mail.attachments).toHaveLength(1);
    await olivia.idle();
    const after = await shown(/^Delgado Family Dental/m);
    expect(elementsIn(after.blocks, 'request.statement')).toEqual([]);
  });

  test('a copy is attached by hand: another kind of file is refused, whatever it is called', async () => {
    const { ben, olivia } = office;
    await told('they need a copy of the invoice', 'copy of the invoice');
    await ben.click(await shown('for a copy of the invoice'), 'request.copy');
    const form = await ben.seesModal('The invoice as PDF');
    const text = await choose(form, 'invoice.txt', 'no invoice');
    expect(text.errors).toEqual({ file: 'This is no PDF file. Export the invoice as PDF.' });
    await choose(form, 'invoice.pdf', '<html>no invoice</html>');
    const { id = '' } = (await ben.channel('Tightrope')) ?? {};
    await ben.sees(id, 'That file is no PDF, whatever its name says.');

    await ben.click(await shown('for a copy of the invoice'), 'request.copy');
    const again = await ben.seesModal('The invoice as PDF');
    await choose(again, 'invoice.pdf', '%PDF-1.7 the invoice');
    const letter = await thread('The invoice copy they asked for');
    expect(wordsOf(letter.blocks)).toMatch(/Attached:\* invoice-\S+\.pdf, the file that was given here/);
    await olivia.click(letter, 'draft.approve');
    const mail = await olivia.seesMail('the copy of invoice');
    expect(mail.attachments).toHaveLength(1);
  });

  test('an order number that they gave stays in the history', async () => {
    const { ben } = office;
    await told('they need a PO number on the invoice', 'order number');
    await ben.click(await shown('for an order number'), 'request.done');
    const form = await ben.seesModal('Their order number, or what was done');
    await ben.submit(form, { note: 'PO-4711' });
    await ben.idle();
    expect(elementsIn((await shown(/^Delgado Family Dental/m)).blocks, 'request.done')).toEqual([]);
    await ben.command('/overdue delgado', 'general');
    await ben.seesAlone('general', /Their order number[\s\S]*PO-4711/);
  });
});
