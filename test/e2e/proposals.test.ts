// Wishes in plain words, without a model: a card that says what would happen, and a button that does it once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { elementsIn, wordsOf } from './person.ts';

const BOT = '<@U0TIGHTROPE>';

describe('wishing for something', () => {
  let office: Office;
  let app: string; // Ben's direct message with the app

  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'Good morning!');
    app = (await office.ben.channel('Tightrope'))?.id ?? '';
  });
  afterAll(() => office.close());

  test('a snooze is proposed, and pressing it after a restart, twice, snoozes once', async () => {
    const { ben } = office;
    await ben.say(app, 'snooze Acme until 4 January');
    const card = await ben.sees(app, 'Snooze Acme Robotics Inc until');
    expect(wordsOf(card.blocks)).toMatch(/Open now: \$3,210\.00[\s\S]*<@U0BEN> asked · As of 09:05/);
    await office.restart();
    await Promise.all([ben.click(card, 'proposal.do'), ben.click(card, 'proposal.do')]);
    await ben.idle();
    const done = await ben.sees(app, /Done\* by <@U0BEN>: Snooze Acme/);
    expect(elementsIn(done.blocks, 'proposal.do')).toEqual([]);
    await ben.say(app, 'history of Acme');
    const history = await ben.sees(app, 'Snoozed until');
    expect(wordsOf(history.blocks).match(/Snoozed until/g)).toHaveLength(1);
    await ben.click(done, 'proposal.undo');
    await ben.sees(app, 'Taken back');
  });

  test('a letter is drafted by the button alone, softly, and waits in the case for its approval', async () => {
    const { ben, olivia } = office;
    await ben.say(app, 'draft something gentle to Acme');
    const card = await ben.sees(app, 'Draft a letter to Acme Robotics Inc?');
    expect(wordsOf(card.blocks)).toContain('nothing is sent by this');
    await ben.click(card, 'proposal.do');
    await ben.sees(app, /Done\* by <@U0BEN>: Draft a letter/);
    const kase = await olivia.sees('overdue', /^Acme Robotics Inc/m);
    await olivia.seesInThread(kase, 'Approve & send');
    expect(await ben.mails()).toEqual([]);
  });

  test('the hour of the digest is moved by an owner only', async () => {
    const { ben, olivia } = office;
    await ben.say(app, 'move the digest to 9:45');
    const card = await ben.sees(app, 'Move the digest to 09:45?');
    await ben.click(card, 'proposal.do');
    await ben.sees(app, 'Only an owner can change the settings');
    const own = (await olivia.channel('Tightrope'))?.id ?? '';
    await olivia.say(own, 'move the digest to 9:45');
    await olivia.click(await olivia.sees(own, 'Move the digest to 09:45?'), 'proposal.do');
    await olivia.sees(own, /Done\* by <@U0OLIVIA>: Move the digest/);
    // Ben's card wants what is so already: it is done, whoever did it.
    await ben.click(card, 'proposal.dismiss');
    await ben.sees(app, /Not now\* by <@U0BEN>/);
  });

  test('in a case’s thread a mention with a wish is a proposal there, and lapses when the ledger moves on', async () => {
    const { ben, olivia } = office;
    await ben.say(app, 'how is Larkspur doing?');
    await ben.click(await ben.sees(app, 'Larkspur Events owes'), 'case.open');
    const kase = await olivia.sees('overdue', /^Larkspur Events[\s\S]*Reply in this thread/m);
    await olivia.answer(kase, `${BOT} split it in three`);
    const card = await olivia.seesInThread(kase, 'A payment plan for Larkspur Events');
    expect(wordsOf(card.blocks)).toMatch(/1\. .*\n2\. .*\n3\. /);
    const paid = await ben.file(
      'paid.csv',
      [
        'Customer,Invoice,Invoice date,Due date,Amount,Open',
        'Larkspur Events,LK-9,2030-09-02,2030-10-02,100.00,100.00',
      ].join('\n'),
    );
    const { ts } = await ben.say(app, '', { files: [paid] });
    await ben.seesInThread({ channel: app, ts }, 'Taken in');
    await olivia.click(card, 'proposal.do');
    const lapsed = await olivia.seesInThread(kase, 'Not possible any more');
    expect(wordsOf(lapsed.blocks)).toMatch(/has changed to/);
    expect(elementsIn(lapsed.blocks, 'proposal.do')).toEqual([]);
  });
});
