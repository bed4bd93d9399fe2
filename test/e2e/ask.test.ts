// Asking in plain words: in the direct message, at a mention, in a case's thread; each question gets one answer.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementsIn, wordsOf } from './person.ts';

const BOT = '<@U0TIGHTROPE>';

describe('asking it, in plain words', () => {
  let office: Office;
  let app: string; // Ben's direct message with the app

  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'Good morning!');
    app = (await office.ben.channel('Tightrope'))?.id ?? '';
  });
  afterAll(() => office.close());

  const ofApp = (messages: readonly Message[], words: string) =>
    messages.filter((one) => one.user !== 'U0BEN' && wordsOf(one).includes(words));

  test('a question in the direct message is answered there, with figures, their age and buttons', async () => {
    const { ben } = office;
    await ben.say(app, 'How much does Acme owe us?');
    const answer = await ben.sees(app, 'Acme Robotics Inc owes $3,210.00 in all');
    expect(wordsOf(answer.blocks)).toMatch(
      /INV-1041 · \$1,850\.00[\s\S]*As of 09:05; books from Wed, Oct 16|As of 09:05/,
    );
    expect(elementsIn(answer.blocks, 'case.log')).toHaveLength(1);
    await ben.click(answer, 'case.log');
    const form = await ben.seesModal('Acme Robotics Inc');
    await ben.closeForm(form);
  });

  test('a question that goes on keeps what it goes on with, also after a restart', async () => {
    const { ben } = office;
    await ben.say(app, 'what came in last week?');
    await ben.sees(app, /came in from Mon,? Oct 7 to Sun,? Oct 13/);
    await office.restart();
    await ben.say(app, 'and the week before?');
    await ben.sees(app, /came in from Mon,? Sep 30 to Sun,? Oct 6/);
    await ben.say(app, 'how much does Beta owe?');
    await ben.sees(app, 'Beta Kitchens LLC owes');
    await ben.say(app, 'and Eastgate?');
    await ben.sees(app, 'Eastgate Property Partners owes $8,500.00');
    await ben.say(app, 'why?');
    await ben.sees(app, 'Eastgate Property Partners is to be chased');
  });

  test('a mention in the channel of the cases is answered in its thread, for all to see', async () => {
    const { olivia, ben } = office;
    const { ts } = await olivia.say('overdue', `${BOT} who should I call today?`);
    const channel = (await olivia.channel('overdue'))?.id ?? '';
    const answer = await ben.seesInThread({ channel, ts }, 'to chase today, the most important first');
    expect(answer.ephemeral).toBeFalsy();
    expect(await ben.messages('overdue').then((all) => ofApp(all, 'to chase today, the most'))).toEqual([]);
  });

  test('a mention in any other channel is answered to whoever asked, and nobody else there learns of it', async () => {
    const { olivia, ben } = office;
    const { ts } = await olivia.say('general', `${BOT} who should I call today?`);
    const answer = await olivia.seesAlone('general', 'to chase today, the most important first');
    expect(wordsOf(answer)).toMatch(/^Only you see this, because .*<#C0OVERDUE>/m);
    const channel = (await olivia.channel('general'))?.id ?? '';
    const seen = [...(await ben.messages('general')), ...(await ben.thread({ channel, ts }))];
    expect(ofApp(seen, 'to chase today')).toEqual([]);
  });

  test('a stranger and a name that calls everybody are named as they are, and do nothing', async () => {
    const { ben } = office;
    await ben.say(app, 'how much does Zorblax owe?');
    await ben.sees(app, 'There is no customer like “zorblax”');
    const file = await ben.file(
      'odd.csv',
      [
        'Customer,Contact name,Email,Invoice,Invoice date,Due date,Amount,Open,Memo',
        '<!channel> Ltd,,,OD-1,2030-08-02,2030-09-01,9000,9000,',
      ].join('\n'),
    );
    const { ts } = await ben.say(app, '', { files: [file] });
    await ben.seesInThread({ channel: app, ts }, 'Taken in');
    await ben.say(app, 'who are our biggest debtors?');
    const answer = await ben.sees(app, '&lt;!channel&gt; Ltd · $9,000.00');
    expect(JSON.stringify(answer.blocks.filter(({ type }) => type !== 'actions'))).not.toContain(
      '<!channel>',
    );
    expect(answer.text).not.toContain('<!channel>');
  });

  test('a question that is delivered again has one answer, in the direct message and at a mention', async () => {
    const { ben } = office;
    await ben.faults({ duplicateEvents: 1 });
    await ben.say(app, 'which disputes are open?');
    await ben.sees(app, 'in dispute:');
    await ben.idle();
    expect(ofApp(await ben.messages(app), 'in dispute:')).toHaveLength(1);
    // A mention comes as a message and as a mention: both are delivered twice.
    await ben.faults({ duplicateEvents: 2 });
    const { ts } = await ben.say('overdue', `${BOT} which disputes are open?`);
    const thread = { channel: (await ben.channel('overdue'))?.id ?? '', ts };
    await ben.seesInThread(thread, 'in dispute:');
    await ben.idle();
    expect(ofApp(await ben.thread(thread), 'in dispute:')).toHaveLength(1);
  });

  test('what is not understood gets questions that have an answer', async () => {
    const { ben } = office;
    await ben.say(app, 'what is the weather in Boston?');
    await ben.sees(app, /I did not understand that[\s\S]*Who should I call today\?/);
  });

  test('in a case’s thread a mention with a question is answered for that customer, and a reply is read', async () => {
    const { olivia, ben } = office;
    await ben.say(app, 'how is Larkspur doing?');
    const found = await ben.sees(app, 'Larkspur Events owes');
    await ben.click(found, 'case.open');
    const card = await olivia.sees('overdue', /^Larkspur Events[\s\S]*Reply in this thread/m);
    await ben.answer(card, `${BOT} what was the last letter?`);
    await ben.seesInThread(card, 'The last letter to Larkspur Events went out on');
    await ben.answer(card, `${BOT} they will pay 455 by Friday`);
    await ben.seesInThread(card, 'Confirm');
    const thread = await ben.thread(card);
    expect(ofApp(thread, 'did not understand')).toEqual([]);
    expect(ofApp(thread, 'The last letter to')).toHaveLength(1);
    expect(ofApp(thread, 'What I understood')).toHaveLength(1);
  });
});
