// A statement of account on request, and with a letter: a PDF in the case's thread, and in the customer's mail.
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { elementFor, fieldOf, wordsOf } from './person.ts';

async function textOf(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

describe('a statement of account', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  test('comes by /overdue acme statement into the case, with the sums of /overdue acme', async () => {
    const { ben } = office;
    await ben.command('/overdue acme statement');
    await ben.seesAlone('overdue', /statement-2030-10-16\.pdf is in the thread/);
    const card = await ben.sees('overdue', /^Acme Robotics Inc/m);
    const message = await ben.seesInThread(card, 'The statement of account as the books have it now');
    const [file] = message.files ?? [];
    expect(file?.name).toBe('statement-2030-10-16.pdf');
    expect(await ben.mails()).toEqual([]);
  });

  test('comes by the card’s menu as well', async () => {
    const { ben } = office;
    await ben.command('/overdue northlight', 'general');
    const card = await ben.seesAlone('general', 'Northlight Studios');
    const { blockId, element } = elementFor(card, 'case.more');
    const all = (element.options as { value: string }[]).find(({ value }) => value.startsWith('acts '));
    await ben.click(card, 'case.more', { blockId, state: { selected_option: all } });
    const acts = await ben.seesModal('as a file in the thread of the case');
    await ben.click(acts, 'case.statement');
    await ben.sees('Tightrope', /statement-2030-10-16\.pdf is in the thread/);
    await ben.closeForm(acts);
  });

  test('is asked back where the name fits nobody', async () => {
    await office.ben.command('/overdue zzyzx statement');
    await office.ben.seesAlone('overdue', 'zzyzx');
  });

  test('goes with the letter, as the letter goes', async () => {
    const { ben } = office;
    const digest = await ben.sees('overdue', 'Good morning!');
    const draft = elementFor(digest, 'case.draft', 'Acme Robotics Inc');
    await ben.click(digest, 'case.draft', { blockId: draft.blockId });
    const card = await ben.sees('overdue', /^Acme Robotics Inc/m);
    const letter = await ben.seesInThread(card, 'Approve & send');
    await ben.click(letter, 'draft.edit');
    const form = await ben.seesModal('Edit the draft');
    await ben.submit(form, { body: String(fieldOf(form, 'body')), attachments: ['statement'] });
    const attached = await ben.seesInThread(card, 'statement of account (PDF)');
    expect(wordsOf(attached.blocks)).toContain('Nothing to object');
    await ben.click(attached, 'draft.approve');
    await ben.seesInThread(card, ':white_check_mark: *Sent');
    const [mail] = await ben.mails();
    expect(mail?.attachments).toMatchObject([
      { name: 'statement-2030-10-16.pdf', mimetype: 'application/pdf' },
    ]);
    const text = await textOf(new URL(mail?.attachments[0]?.url ?? '', office.url).href);
    expect(text).toContain('Acme Robotics Inc');
    expect(text).toContain('$2,490.00');
    expect(text).toContain('INV-1041');
  });
});
