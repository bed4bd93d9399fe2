// The story of a morning: the digest, a draft, an approval, the mail, and what was said on the telephone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, fieldOf, wordsOf } from './person.ts';

describe('a morning with the sample business', () => {
  let office: Office;
  let digest: Message;
  let card: Message;

  beforeAll(async () => {
    office = await openOffice();
    digest = await office.olivia.sees('overdue', 'Good morning!');
  });
  afterAll(() => office.close());

  test('the digest says who owes what, whom to chase and why', () => {
    const words = wordsOf(digest.blocks);
    expect(words).toContain('*$35,248.00* overdue: 25 invoices of 20 customers');
    expect(words).toContain('*£5,110.00* overdue: 3 invoices of 2 customers');
    expect(words).toMatch(/Whom to chase today: 18 customers/);
    expect(words).toMatch(/Whom we leave alone \(\d+\)/);
    expect(words).toContain('12 days late and no answer to the reminder of Tue Oct 8');
    expect(digest.text).toContain('$35,248.00');
  });

  test('the menu of the digest tells whom we leave alone, and why', async () => {
    await office.olivia.click(digest, 'digest.leave');
    const modal = await office.olivia.seesModal('leave alone');
    expect(wordsOf(modal.json)).toMatch(/dispute/i);
    expect(wordsOf(modal.json)).toMatch(/promise/i);
    await office.olivia.closeForm(modal);
  });

  test('Draft opens the case in the channel, with a letter in its thread whose figures are the ledger’s', async () => {
    const draft = elementFor(digest, 'case.draft', 'Acme Robotics Inc');
    await office.ben.click(digest, 'case.draft', { blockId: draft.blockId });
    card = await office.ben.sees('overdue', /^Acme Robotics Inc/m);
    const letter = await office.ben.seesInThread(card, 'Approve & send');
    const words = wordsOf(letter.blocks);
    expect(words).toContain('dana@acme-robotics.example');
    expect(words).toContain('INV-1041 · due October 4, 2030 · $1,850.00');
    expect(words).toContain('Total · $2,490.00');
    expect(words).toContain('Nothing to object');
  });

  test('asking twice for a draft leads to the one that waits', async () => {
    const draft = elementFor(digest, 'case.draft', 'Acme Robotics Inc');
    await office.ana.click(digest, 'case.draft', { blockId: draft.blockId });
    await office.ana.idle();
    const letters = (await office.ana.thread(card)).filter(
      ({ blocks }) => elementsIn(blocks, 'draft.approve').length > 0,
    );
    expect(letters).toHaveLength(1);
  });

  test('an edit is kept to the ledger’s figures: a wrong sum cannot be approved, a right one can', async () => {
    const { ben } = office;
    const letter = await ben.seesInThread(card, 'Approve & send');
    await ben.click(letter, 'draft.edit');
    const form = await ben.seesModal();
    const body = String(fieldOf(form, 'body'));
    expect(body).toContain('$2,490.00');
    await ben.submit(form, { body: body.replaceAll('$2,490.00', '$2,940.00') });
    const refused = await ben.seesInThread(card, '$2,940.00');
    expect(wordsOf(refused.blocks)).toMatch(/:no_entry:.*2,940/s);
    expect(elementsIn(refused.blocks, 'draft.approve')).toEqual([]);

    await ben.click(refused, 'draft.edit');
    const mended = body.replace('Hello Dana,', 'Dear Dana,');
    const saved = await ben.submit(await ben.seesModal(), { body: mended });
    expect(saved).toMatchObject({ closed: true, errors: {} });
    await ben.seesInThread(card, 'Dear Dana,');
  });

  test('Approve & send sends it once, as it stands, and the card says who and when', async () => {
    const { ben, olivia } = office;
    const letter = await ben.seesInThread(card, 'Dear Dana,');
    await Promise.all([ben.click(letter, 'draft.approve'), olivia.click(letter, 'draft.approve')]);
    const sent = await ben.seesInThread(card, ':white_check_mark: *Sent');
    expect(wordsOf(sent.blocks)).toMatch(/Approved by <@U0(BEN|OLIVIA)>/);
    expect(elementsIn(sent.blocks, 'draft.approve')).toEqual([]);
    await ben.idle();
    const mails = await ben.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: ['dana@acme-robotics.example'], direction: 'out' });
    expect(mails[0]?.text).toMatch(/^Dear Dana,/);
    expect(mails[0]?.text).toContain('Total · $2,490.00');
    expect(mails[0]?.text).toContain('https://pay.harborandpine.example/INV-1041');
    expect(mails[0]?.text).not.toContain('*');
  });

  test('a reply in the thread is read, confirmed with one button, and changes what comes next', async () => {
    const { ana } = office;
    const { ts } = await ana.answer(card, "spoke to Dana, they'll pay 500 by Friday");
    const asked = await ana.seesInThread(card, 'What I understood');
    expect(wordsOf(asked.blocks)).toMatch(/\$500\.00.*Fri Oct 18/s);
    expect(Number(asked.ts)).toBeGreaterThan(Number(ts));
    await ana.click(asked, 'reading.confirm');
    const recorded = await ana.seesInThread(card, 'Recorded for');
    expect(wordsOf(recorded.blocks)).toContain('What comes next');
    await ana.sees('overdue', /^Acme Robotics Inc[\s\S]*promise/im);
    await ana.command('/overdue acme');
    const answer = await ana.seesAlone('overdue', 'Acme Robotics Inc');
    expect(wordsOf(answer.blocks)).toMatch(/promised \$500\.00 by Fri Oct 18/i);
  });

  test('undo takes it back', async () => {
    const { ana } = office;
    const recorded = await ana.seesInThread(card, /Recorded/);
    await ana.click(recorded, 'reading.undo');
    await ana.seesInThread(card, 'Taken back');
  });

  test('people talking to each other in the thread are left in peace', async () => {
    const { olivia, ben } = office;
    const before = (await olivia.thread(card)).length;
    await olivia.answer(card, 'lol ok, thanks Ben');
    await ben.idle();
    expect(await olivia.thread(card)).toHaveLength(before + 1);
  });
});
