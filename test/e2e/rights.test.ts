// Who is told what: members where they chose it to stand, everybody else kindly nothing.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, wordsOf } from './person.ts';

const BOT = '<@U0TIGHTROPE>';
const REFUSAL = 'Slack tells me that you are a guest here';

describe('a guest', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    await office.ben.sees('overdue', 'Good morning!');
  });
  afterEach(() => office.close());

  test('is kindly told nothing, wherever they ask, and records nothing', async () => {
    const { ana, ben } = office;
    const card = await caseCard(office);
    await ben.answer(card, "they'll pay 500 by Friday");
    const asked = await ben.seesInThread(card, 'What I understood');
    await ben.post('standing', { user: 'U0ANA', standing: 'single_channel_guest' });

    const dm = 'D0ANA';
    await ana.say(dm, 'how much does Acme owe?');
    await ana.sees(dm, REFUSAL);
    await ana.say('general', `${BOT} who is overdue?`);
    await ana.seesAlone('general', REFUSAL);
    await ana.command('/overdue');
    await ana.seesAlone('overdue', REFUSAL);
    await ana.click(asked, 'reading.confirm');
    await ana.idle();
    expect(wordsOf((await ana.thread(card)).filter(({ ephemeral }) => ephemeral))).toContain(REFUSAL);
    expect(wordsOf((await ben.thread(card)).find(({ ts }) => ts === asked.ts))).toContain(
      'What I understood',
    );
    expect(wordsOf((await ana.openHome()).json)).toContain(REFUSAL);
    const told = (await ana.messages(dm)).filter(({ user }) => user !== 'U0ANA');
    expect(wordsOf(told)).not.toMatch(/\$|owes/);
  });
});

describe('a mention', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    await office.ben.sees('overdue', 'Good morning!');
  });
  afterAll(() => office.close());

  test('in a channel shared with another company is answered to the asker alone; a stranger gets no answer', async () => {
    const { olivia, ben } = office;
    const channel = (await ben.channel('overdue'))?.id ?? '';
    await ben.post('channel/share', { channel });
    const { ts } = await ben.say('overdue', `${BOT} how much does Acme owe?`);
    await ben.seesAlone('overdue', 'Acme Robotics Inc owes');
    expect(wordsOf(await olivia.thread({ channel, ts }))).not.toContain('Acme Robotics Inc owes');
    await ben.post('standing', { user: 'U0OLIVIA', standing: 'stranger' });
    await olivia.say('general', `${BOT} how much does Acme owe?`);
    await olivia.seesAlone('general', REFUSAL);
  });

  test('that tells of a customer asks in the thread of the case, or in the direct message where others read along', async () => {
    const { ben } = office;
    await ben.say('general', `${BOT} log for Larkspur: they'll pay 50 by Friday`);
    await ben.seesAlone('general', 'into our direct message');
    await ben.sees('D0BEN', 'What I understood about Larkspur Events');
    expect(
      wordsOf(await ben.messages('general').then((all) => all.filter(({ ephemeral }) => !ephemeral))),
    ).not.toContain('What I understood');

    await ben.say('overdue', `${BOT} log for Larkspur: left a message`);
    await ben.seesAlone('overdue', 'It waits in the thread of the case');
    const card = await ben.sees('overdue', /^Larkspur Events[\s\S]*Reply in this thread/m);
    await ben.seesInThread(card, /What I understood about Larkspur Events[\s\S]*Left a message/);

    // In the thread of one case somebody tells of another customer, by name.
    await ben.answer(card, `${BOT} log for Acme: they call back on Friday`);
    const acme = await ben.sees('overdue', /^Acme Robotics Inc[\s\S]*Reply in this thread/m);
    await ben.seesInThread(acme, /What I understood about Acme Robotics Inc[\s\S]*called on/);
    await ben.idle();
    expect(wordsOf(await ben.thread(card))).not.toContain('called on');
  });
});

async function caseCard({ ben }: Office): Promise<Message> {
  const digest = await ben.sees('overdue', 'Good morning!');
  const { blockId } = elementFor(digest, 'case.draft', 'Acme Robotics Inc');
  await ben.click(digest, 'case.draft', { blockId });
  const card = await ben.sees('overdue', /^Acme Robotics Inc[\s\S]*Reply in this thread/m);
  await ben.seesInThread(card, 'Approve & send');
  return card;
}
