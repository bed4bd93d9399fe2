// Slack that limits, repeats, drops and refuses: what is said is said once, and a person is told what to do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, see, wordsOf } from './person.ts';

const NEXT_MORNING = '2030-10-17T13:05:00.000Z';

describe('when Slack is not itself', () => {
  let office: Office;
  let digest: Message;

  beforeEach(async () => {
    office = await openOffice({ settings: { LOG_LEVEL: 'silent' } });
    digest = await office.olivia.sees('overdue', 'Good morning!');
  });
  afterEach(() => office.close());

  const draftButton = () => ({ blockId: elementFor(digest, 'case.draft', 'Acme').blockId });

  async function draftLetter(): Promise<Message> {
    const { ben } = office;
    await ben.click(digest, 'case.draft', draftButton());
    return ben.seesInThread(await ben.sees('overdue', /^Acme/m), 'Approve & send');
  }

  async function calls(method: string): Promise<{ ok: boolean; error: string | null }[]> {
    const { entries } = await office.ben.get<{
      entries: { method: string; ok: boolean; error: string | null }[];
    }>('log', { limit: '1000' });
    return entries.filter((entry) => entry.method === method);
  }

  test('a limit on messages: the card comes later, and once', async () => {
    const { ben } = office;
    await ben.faults({ rateLimit: { method: 'chat.postMessage', times: 2, retryAfterSeconds: 1 } });
    await draftLetter();
    expect((await calls('chat.postMessage')).filter(({ error }) => error === 'ratelimited')).toHaveLength(2);
    const cards = (await ben.messages('overdue')).filter(({ text }) => text.startsWith('Acme'));
    expect(cards).toHaveLength(1);
    const [card] = cards;
    const letters = card ? (await ben.thread(card)).filter(({ text }) => text.includes('Draft:')) : [];
    expect(letters).toHaveLength(1);
  });

  test('a limit that lasts too long: the person is told, and may click again', async () => {
    const { ben } = office;
    await ben.faults({ rateLimit: { method: 'chat.postMessage', times: 1, retryAfterSeconds: 600 } });
    await ben.click(digest, 'case.draft', draftButton());
    const told = await ben.seesAlone('overdue', 'That did not work');
    expect(told.text).not.toMatch(/ratelimited|Error:/);
    await draftLetter();
  });

  test('an event that is delivered twice is one record', async () => {
    const { ana, ben } = office;
    const letter = await draftLetter();
    const thread = { channel: letter.channel, ts: letter.threadTs ?? '' };
    await ben.faults({ duplicateEvents: 1 });
    await ana.say('overdue', 'left a message with their front desk', { threadTs: thread.ts });
    const asked = await ana.seesInThread(thread, 'What I understood');
    await ana.click(asked, 'reading.confirm');
    await ana.seesInThread(thread, /Recorded/);
    await ana.idle();
    const about = (await ana.thread(thread)).filter(({ blocks }) => /front desk/.test(wordsOf(blocks)));
    expect(about).toHaveLength(1);
    await ana.command('/overdue acme', 'general');
    const answer = await ana.seesAlone('general', '*History*');
    expect(wordsOf(answer.blocks).match(/Left a message/g)).toHaveLength(1);
  });

  test('a click whose acknowledgement is lost is done once', async () => {
    const { ben } = office;
    const letter = await draftLetter();
    await ben.faults({ dropAcks: 1 });
    expect(await ben.click(letter, 'draft.approve')).toMatchObject({ appAcked: false });
    const sent = await ben.seesInThread({ channel: letter.channel, ts: letter.threadTs ?? '' }, '*Sent');
    expect(elementsIn(sent.blocks, 'draft.approve')).toEqual([]);
    expect(await ben.mails()).toHaveLength(1);
  });

  test('a connection that Slack renews: the next command is answered', async () => {
    const { ben } = office;
    await ben.faults({ disconnect: true });
    await see('the connection going', async () => ((await ben.workspace()).appConnected ? null : true));
    await see('a new connection', async () => ((await ben.workspace()).appConnected ? true : null));
    await ben.command('/overdue acme', 'general');
    await ben.seesAlone('general', 'INV-1041');
  });

  test('a card that could not be redrawn after its letter went is put right by the next click on it', async () => {
    const { ben } = office;
    const letter = await draftLetter();
    await ben.faults({ fail: { method: 'chat.update', error: 'internal_error', times: 4 } });
    await ben.click(letter, 'draft.approve');
    await ben.seesMail('dana@acme-robotics.example');
    await ben.idle();
    await ben.faults({ clear: true });
    await ben.click(letter, 'draft.approve');
    await ben.seesInThread(
      { channel: letter.channel, ts: letter.threadTs ?? '' },
      ':white_check_mark: *Sent',
    );
    expect(await ben.mails()).toHaveLength(1);
  });

  test.each([
    ['archived', 'channel/archive', 'The channel is archived.'],
    ['deleted', 'channel/delete', 'The channel is gone'],
  ])('a channel that was %s: the owner is told in words what to do, once', async (_, act, why) => {
    const { olivia } = office;
    await olivia.post(act, { channel: digest.channel });
    await olivia.moveClock({ to: NEXT_MORNING });
    const { id = '' } = (await olivia.channel('Tightrope')) ?? {};
    const told = await olivia.sees(id, 'I could not post this morning');
    expect(told.text).toContain(why);
    expect(told.text).toContain('Choose a channel under Settings on my Home tab');
    await olivia.moveClock({ advanceMs: 60_000 });
    await olivia.moveClock({ advanceMs: 60_000 });
    await olivia.idle();
    expect((await olivia.messages(id)).filter(({ text }) => text.includes('could not post'))).toHaveLength(1);
  });

  test('blocks that the workspace refuses are said in plain ones', async () => {
    const { ben } = office;
    await ben.faults({ rejectBlockTypes: ['data_table', 'data_visualization'] });
    await ben.moveClock({ to: NEXT_MORNING });
    const next = await ben.sees('overdue', /Good morning![\s\S]*Oct 17/);
    expect(typesOf(next)).not.toContain('data_visualization');
    expect(wordsOf(next.blocks)).toContain('$35,248.00');
    expect(elementsIn(next.blocks, 'case.draft').length).toBeGreaterThan(0);
    await ben.command('/overdue acme', 'general');
    const answer = await ben.seesAlone('general', 'INV-1041');
    expect(typesOf(answer)).not.toContain('data_table');
    expect(wordsOf(answer.blocks)).toMatch(/INV-1041 · Due: .* · Open: \$1,850\.00/);
  });
});

function typesOf({ blocks }: Message): unknown[] {
  return blocks.map(({ type }) => type);
}
