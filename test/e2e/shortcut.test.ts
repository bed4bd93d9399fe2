// "Log this as an outcome" on a message: read in a case's thread whatever it looked like, and explained anywhere else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, type Person, wordsOf } from './person.ts';

const logIt = (who: Person, { channel, ts }: Pick<Message, 'channel' | 'ts'>) =>
  who.post<{ appAcked: boolean }>('shortcut', { callbackId: 'message.outcome', channel, ts });

describe('“Log this as an outcome”', () => {
  let office: Office;
  let card: Message; // the card of Acme's case

  beforeAll(async () => {
    office = await openOffice();
    const { ben } = office;
    const digest = await ben.sees('overdue', 'Good morning!');
    const { blockId } = elementFor(digest, 'case.draft', 'Acme Robotics Inc');
    await ben.click(digest, 'case.draft', { blockId });
    card = await ben.sees('overdue', /^Acme Robotics Inc/m);
    await ben.seesInThread(card, 'Approve & send');
  });
  afterAll(() => office.close());

  const readingCards = async () =>
    (await office.ben.thread(card)).filter(({ blocks }) => elementsIn(blocks, 'reading.dismiss').length > 0);

  test('reads a message that looked like chatter, and asks before anything is recorded', async () => {
    const { ana, ben } = office;
    const { ts } = await ana.answer(card, 'lol ok, thanks Ben');
    await ana.idle();
    expect(await readingCards()).toEqual([]);

    expect(await logIt(ben, { channel: card.channel, ts })).toMatchObject({ appAcked: true });
    const asked = await ben.seesInThread(card, 'What I understood about Acme Robotics Inc');
    expect(wordsOf(asked.blocks)).toContain('Note: lol ok, thanks Ben');
    expect(wordsOf(asked.blocks)).toContain('<@U0ANA> wrote: “lol ok, thanks Ben”');
    await ben.click(asked, 'reading.confirm');
    await ben.seesInThread(card, 'Recorded for Acme Robotics Inc');
  });

  test('pressed by two at once, or again, it shows what stands and puts no second card', async () => {
    const { ana, ben, olivia } = office;
    const { ts } = await ana.answer(card, 'ok great, thanks');
    await ana.idle();
    const said = { channel: card.channel, ts };
    await Promise.all([logIt(ben, said), logIt(olivia, said)]);
    const asked = await ben.seesInThread(card, /What I understood[\s\S]*ok great, thanks/);
    await ben.idle();
    expect(await readingCards()).toHaveLength(1);

    await logIt(ana, said);
    const waiting = await ana.seesInThread(card, 'it waits for somebody to confirm');
    expect(waiting.ephemeral).toBe(true);
    expect(waiting.text).toContain(`/p${asked.ts}|`);

    await ben.click(asked, 'reading.dismiss');
    await ben.seesInThread(card, 'Not recorded');
    await logIt(ana, said);
    await ana.seesInThread(card, 'set aside as no outcome by <@U0BEN>');
  });

  test('a reply that was read by itself is linked, recorded or taken back', async () => {
    const { ana } = office;
    const { ts } = await ana.answer(card, "spoke to Dana, they'll pay 500 by Friday");
    const asked = await ana.seesInThread(card, /What I understood[\s\S]*\$500\.00/);
    await ana.click(asked, 'reading.confirm');
    await ana.seesInThread(card, /Recorded for[\s\S]*\$500\.00/);
    await logIt(ana, { channel: card.channel, ts });
    const told = await ana.seesInThread(card, 'recorded by <@U0ANA>');
    expect(told.text).toContain(`/p${asked.ts}|`);
    await ana.click(asked, 'reading.undo');
    await ana.seesInThread(card, 'Taken back');
    await logIt(ana, { channel: card.channel, ts });
    await ana.seesInThread(card, 'was taken back by <@U0ANA>');
  });

  test('outside a case’s thread one sentence says what to do, to the person alone', async () => {
    const { ana, ben } = office;
    const { ts } = await ana.say('overdue', 'Eastgate will pay on Friday');
    await ana.idle();
    await logIt(ana, { channel: card.channel, ts });
    const told = await ana.seesAlone('overdue', 'in no case’s thread');
    expect(told.text).toContain('type `/overdue` with the customer’s name and press Log a call');
    expect((await ben.messages('overdue')).map(({ text }) => text)).not.toContain(told.text);

    const reply = await ana.say('overdue', 'on Friday', { threadTs: ts });
    const before = (await ana.messages('overdue')).length;
    await logIt(ana, { channel: card.channel, ts: reply.ts });
    const inThread = await ana.seesInThread({ channel: card.channel, ts }, 'in no case’s thread');
    expect(inThread.ephemeral).toBe(true);
    expect(await ana.messages('overdue')).toHaveLength(before);
  });

  test('in a channel that the app is not in, the person is told in their direct message', async () => {
    const { ana } = office;
    const { channel } = await ana.post<{ channel: { id: string } }>('channel', {
      name: 'private-talk',
      private: true,
    });
    const { ts } = await ana.say('private-talk', 'Acme will pay on Friday');
    await logIt(ana, { channel: channel.id, ts });
    const direct = (await ana.workspace()).channels.find(({ kind }) => kind === 'im');
    expect(wordsOf((await ana.sees(direct?.id ?? '', 'in no case’s thread')).blocks)).toContain('Log a call');
  });

  test('the app’s own messages are refused in a sentence', async () => {
    const { ana } = office;
    const reading = await ana.seesInThread(card, 'Taken back');
    await logIt(ana, reading);
    expect((await ana.seesInThread(card, 'I wrote that message myself')).ephemeral).toBe(true);
    await logIt(ana, card);
    await ana.seesAlone('overdue', 'I wrote that message myself');
    expect(await readingCards()).toEqual([]);
  });

  test('a message without words is refused in a sentence', async () => {
    const { ana } = office;
    const file = await ana.file('proof.txt', 'a picture of a cheque');
    const { ts } = await ana.say(card.channel, '', { threadTs: card.ts, files: [file] });
    await logIt(ana, { channel: card.channel, ts });
    await ana.seesInThread(card, 'There are no words in that message');
  });
});
