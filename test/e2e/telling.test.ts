// What people tell Tightrope: words that are changed or deleted afterwards, taken back, told from elsewhere, told twice.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, type Person, wordsOf } from './person.ts';

describe('a reply in the thread of a case', () => {
  let office: Office;
  let card: Message; // the card of Acme's case

  beforeAll(async () => {
    office = await openOffice();
    card = await caseOf(office, 'Acme Robotics Inc');
  });
  afterAll(() => office.close());

  const withButton = async (actionId: string): Promise<Message[]> =>
    (await office.ben.thread(card)).filter(({ blocks }) => elementsIn(blocks, actionId).length > 0);

  test('that is changed is read anew where its card stands; deleted, its card is withdrawn', async () => {
    const { ben } = office;
    const { ts } = await ben.answer(card, "they'll pay 500 by Friday");
    const asked = await ben.seesInThread(card, /What I understood about Acme[\s\S]*\$500\.00/);
    await ben.edit({ channel: card.channel, ts }, "they'll pay 700 by Friday");
    const anew = await ben.seesInThread(card, /What I understood about Acme[\s\S]*\$700\.00/);
    expect(anew.ts).toBe(asked.ts);

    await ben.remove({ channel: card.channel, ts });
    const withdrawn = await ben.seesInThread(card, 'deleted the reply before anybody confirmed it');
    expect(withdrawn.ts).toBe(asked.ts);
    expect(await withButton('reading.confirm')).toEqual([]);
  });

  test('that was chatter gets a card once it is changed into something', async () => {
    const { ana } = office;
    const { ts } = await ana.answer(card, 'lol ok, thanks Ben');
    await ana.idle();
    expect(await withButton('reading.dismiss')).toEqual([]);
    await ana.edit({ channel: card.channel, ts }, 'left a message with Dana');
    const asked = await ana.seesInThread(card, /What I understood about Acme[\s\S]*Left a message/);
    await ana.click(asked, 'reading.dismiss');
    await ana.seesInThread(card, 'this is no outcome');
  });

  test('that is changed after it was recorded asks first, and then the record follows', async () => {
    const { ben, olivia } = office;
    const { ts } = await ben.answer(card, "they'll pay 500 by Friday");
    const asked = await ben.seesInThread(card, /What I understood about Acme[\s\S]*\$500\.00/);
    await ben.click(asked, 'reading.confirm');
    await ben.seesInThread(card, 'Recorded for Acme');
    await ben.edit({ channel: card.channel, ts }, "they'll pay 900 by Friday");
    const questioned = await ben.seesInThread(card, 'has changed these words since');
    expect(questioned.ts).toBe(asked.ts);
    expect(wordsOf(questioned)).toMatch(/\$500\.00[\s\S]*\$900\.00/);

    await olivia.click(questioned, 'reading.follow');
    const recorded = await ben.seesInThread(card, /Recorded for Acme[\s\S]*U0OLIVIA[\s\S]*\$900\.00/);
    expect(recorded.ts).toBe(asked.ts);
    const menu = elementFor(await current(office, card), 'case.more');
    await ben.click(await current(office, card), 'case.more', {
      blockId: menu.blockId,
      state: {
        selected_option: (menu.element.options as { value: string }[]).find(({ value }) =>
          value.startsWith('history'),
        ),
      },
    });
    const history = wordsOf((await ben.seesModal('taken back')).json);
    expect(history).toMatch(/\$900\.00/);
    expect(history).toMatch(/~[^~]*\$500\.00[^~]*~ \(taken back\)/);
  });

  test('that is deleted after it was recorded asks whether to take the record back', async () => {
    const { ben } = office;
    const { ts } = await ben.answer(card, 'LVM');
    const asked = await ben.seesInThread(card, /What I understood about Acme[\s\S]*Left a message/);
    await ben.click(asked, 'reading.confirm');
    await ben.seesInThread(card, /Recorded for Acme[\s\S]*Left a message/);
    await ben.remove({ channel: card.channel, ts });
    const questioned = await ben.seesInThread(card, 'has deleted these words since');
    await ben.click(questioned, 'reading.keep');
    await ben.idle();
    const kept = (await ben.thread(card)).find((one) => one.ts === asked.ts);
    expect(wordsOf(kept)).toMatch(/Recorded for Acme[\s\S]*Left a message/);
    expect(elementsIn(kept?.blocks, 'reading.undo')).toHaveLength(1);
  });

  test('is taken back with its contact on the same day, and kindly not on the next', async () => {
    const { ben } = office;
    await ben.answer(card, 'wrong person, write to Cora at cora@acme.example');
    const asked = await ben.seesInThread(card, /What I understood about Acme[\s\S]*cora@acme\.example/);
    await ben.click(asked, 'reading.confirm');
    await ben.click(await ben.seesInThread(card, /Recorded for Acme[\s\S]*cora@acme/), 'reading.undo');
    await ben.seesInThread(card, /Taken back[\s\S]*Letters go to the contact from before again/);

    await ben.answer(card, 'they call back on Friday');
    await ben.click(await ben.seesInThread(card, /What I understood[\s\S]*called on/), 'reading.confirm');
    const recorded = await ben.seesInThread(card, /Recorded for Acme[\s\S]*called on/);
    await ben.moveClock({ nextDayAt: '09:00' });
    await ben.click(recorded, 'reading.undo');
    await ben.seesInThread(card, /Undo works until the end of that day/);
    const kept = (await ben.thread(card)).find((one) => one.ts === recorded.ts);
    expect(wordsOf(kept)).toContain('Recorded for Acme');
  });
});

/** Opens the customer's case from the digest, and finds its card. */
async function caseOf(office: Office, name: string): Promise<Message> {
  const { ben } = office;
  const digest = await ben.sees('overdue', 'Good morning!');
  const { blockId } = elementFor(digest, 'case.draft', name);
  await ben.click(digest, 'case.draft', { blockId });
  const card = await ben.sees('overdue', new RegExp(`^${name}[\\s\\S]*Reply in this thread`, 'm'));
  await ben.seesInThread(card, 'Approve & send');
  return card;
}

async function current({ ben }: Office, { channel, ts }: Message): Promise<Message> {
  const found = (await ben.messages(channel)).find((one) => one.ts === ts);
  if (!found) throw new Error('the message is gone');
  return found;
}

describe('what is told away from the case', () => {
  let office: Office;
  let dm: string;

  beforeAll(async () => {
    office = await openOffice();
    dm = await directMessage(office.ana);
    await office.ben.sees('overdue', 'Good morning!');
  });
  afterAll(() => office.close());

  test('in the direct message gets its card there, and a line in the thread of the case once recorded', async () => {
    const { ana, ben } = office;
    await ana.say(dm, 'log for Acme: CFO on leave until 1 Dec, try ap@acme.example');
    const asked = await ana.sees(dm, 'What I understood about Acme Robotics Inc');
    expect((await ben.messages('overdue')).some((one) => wordsOf(one).includes('CFO on leave'))).toBe(false);
    await ana.click(asked, 'reading.confirm');
    expect((await ana.sees(dm, 'Recorded for Acme Robotics Inc')).ts).toBe(asked.ts);
    const card = await ben.sees('overdue', /^Acme Robotics Inc[\s\S]*Reply in this thread/m);
    const line = await ben.seesInThread(card, 'told me in our direct message');
    expect(wordsOf(line)).toMatch(/U0ANA[\s\S]*CFO on leave[\s\S]*Recorded by/);

    await ana.say(dm, "Acme: they'll pay 500 by Friday");
    await ana.sees(dm, /What I understood about Acme[\s\S]*\$500\.00/);
  });

  test('is changed where it was told, and withdrawn when it is about somebody else now', async () => {
    const { ana } = office;
    const { ts } = await ana.say(dm, "log for Acme: they'll pay 610 by Friday");
    const asked = await ana.sees(dm, /What I understood about Acme[\s\S]*\$610\.00/);
    await ana.edit({ channel: dm, ts }, "log for Acme: they'll pay 620 by Friday");
    expect((await ana.sees(dm, /What I understood about Acme[\s\S]*\$620\.00/)).ts).toBe(asked.ts);
    await ana.edit({ channel: dm, ts }, "log for Larkspur: they'll pay 620 by Friday");
    expect((await ana.sees(dm, 'changed the reply')).ts).toBe(asked.ts);
  });

  test('asks whom it is about where a name fits several, and offers the nearest where it fits none', async () => {
    const { ana } = office;
    await ana.say(dm, 'log for Fa: left a message today');
    const which = await ana.sees(dm, 'Whom is it about?');
    expect(elementsIn(which.blocks, 'telling.choose.1')).toHaveLength(1);
    await ana.click(which, 'telling.choose.0');
    await ana.sees(dm, /What I understood about Delgado Family Dental[\s\S]*Left a message/);
    await ana.say(dm, 'log for Akmi Roboticals: left a message');
    const nearest = await ana.sees(dm, 'Did you mean one of these?');
    await ana.click(nearest, 'telling.choose.0');
    await ana.sees(dm, /What I understood about Acme Robotics Inc[\s\S]*Left a message/);
    await ana.sees(dm, 'It is about *Acme Robotics Inc*');
  });
});

describe('what Slack delivers more than once', () => {
  let office: Office;
  let card: Message;

  beforeAll(async () => {
    office = await openOffice();
    card = await caseOf(office, 'Acme Robotics Inc');
  });
  afterAll(() => office.close());

  const cardsIn = (messages: readonly Message[]) =>
    messages.filter((one) => one.user !== 'U0BEN' && wordsOf(one).includes('What I understood'));

  test.each([
    ['one after the other', { events: 1, times: 3 }],
    ['at the same moment', { events: 1, times: 3, atOnce: true }],
  ])('%s: a reply has one card and one record', async (_, duplicateEvents) => {
    const { ben } = office;
    await ben.faults({ duplicateEvents });
    await ben.answer(card, 'LVM with Dana');
    const asked = await ben.seesInThread(card, 'What I understood');
    await ben.idle();
    expect(cardsIn(await ben.thread(card))).toHaveLength(1);
    await ben.click(asked, 'reading.confirm');
    await ben.seesInThread(card, 'Recorded for Acme');
    await ben.idle();
    expect(cardsIn(await ben.thread(card))).toEqual([]);
  });

  test.each([
    ['one after the other', false],
    ['at the same moment', true],
  ])(
    '%s: a question has one answer, what is told one card, and a refusal is said once',
    async (_, atOnce) => {
      const { ben } = office;
      const dm = await directMessage(ben);
      const before = (await ben.messages(dm)).length;
      await ben.faults({ duplicateEvents: { events: 3, times: 2, atOnce } });
      await ben.say(dm, 'which disputes are open?');
      await ben.say(dm, 'log for Larkspur: left a message today');
      await ben.say(dm, 'log for Zorblax: left a message today');
      await ben.sees(dm, 'no customer like “Zorblax”');
      await ben.idle();
      const after = (await ben.messages(dm)).slice(before);
      expect(after.filter(({ user }) => user !== 'U0BEN')).toHaveLength(3);
    },
  );

  test('a change of words counts once, and an older one that comes late not at all', async () => {
    const { ben } = office;
    const { ts } = await ben.answer(card, "they'll pay 310 by Friday");
    await ben.seesInThread(card, /What I understood[\s\S]*\$310\.00/);
    await ben.faults({ duplicateEvents: { events: 1, times: 2 } });
    await ben.edit({ channel: card.channel, ts }, "they'll pay 320 by Friday");
    await ben.seesInThread(card, /What I understood[\s\S]*\$320\.00/);
    await ben.edit({ channel: card.channel, ts }, "they'll pay 330 by Friday");
    await ben.seesInThread(card, /What I understood[\s\S]*\$330\.00/);
    await ben.post('redeliver', { events: 3 }); // the reply as it was sent, then both changes, once more
    await ben.idle();
    const cards = cardsIn(await ben.thread(card));
    expect(cards).toHaveLength(1);
    expect(wordsOf(cards)).toContain('$330.00');
  });
});

async function directMessage(person: Person): Promise<string> {
  const channel = (await person.workspace()).channels.find(({ kind }) => kind === 'im');
  if (!channel) throw new Error('no direct message');
  return channel.id;
}
