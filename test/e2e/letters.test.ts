// What people do with a draft before it goes: overrule a remark, change the language, ask why, and give it their voice.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, fieldOf, wordsOf } from './person.ts';

describe('a draft in the hands of people', () => {
  let office: Office;
  let card: Message;
  const letter = (words: string | RegExp = 'Why this draft?') => office.ben.seesInThread(card, words);

  beforeAll(async () => {
    office = await openOffice();
    const digest = await office.olivia.sees('overdue', 'Good morning!');
    const draft = elementFor(digest, 'case.draft', 'Acme Robotics Inc');
    await office.ben.click(digest, 'case.draft', { blockId: draft.blockId });
    card = await office.ben.sees('overdue', /^Acme Robotics Inc/m);
    await letter('Approve & send');
  });
  afterAll(() => office.close());

  const rewrite = async (verb: string) => {
    const message = await letter();
    const { element } = elementFor(message, 'draft.rewrite');
    const options = element.options as { value: string }[];
    const selected_option = options.find(({ value }) => value.startsWith(`${verb} `));
    await office.ben.click(message, 'draft.rewrite', { state: { type: 'static_select', selected_option } });
    await office.ben.idle();
  };

  test('is written in German on request, formats included, and stays so until it is written in English again', async () => {
    await rewrite('in_de');
    const german = await letter('Guten Tag');
    expect(wordsOf(german.blocks)).toMatch(/2\.490,00/);
    expect(wordsOf(german.blocks)).toContain('Nothing to object');
    await rewrite('softer');
    await letter('Guten Tag');
    await rewrite('in_en');
    const english = await letter('Hello Dana,');
    expect(wordsOf(english.blocks)).toContain('$2,490.00');
  });

  test('tells why it is as it is: every wording, by whom, from what, and that it can be made again', async () => {
    const { ben } = office;
    await ben.click(await letter(), 'draft.why');
    const form = await ben.seesModal('Its wordings');
    const why = wordsOf(form.json);
    expect(why).toMatch(
      /1\. Wed Oct 16 at \d\d:\d\d · <@U0BEN> · our template \(en\/question\S*, version \d+, [0-9a-f]{8}\)/,
    );
    expect(why).toMatch(/2\. .* · our template \(de\/question\S*,/);
    expect(why.match(/filled again from its words and facts, it is the same letter/g)).toHaveLength(4);
    await ben.closeForm(form);
  });

  test('with a remark is approved by a reason that stays with the letter and in the case', async () => {
    const { ben } = office;
    await ben.click(await letter(), 'draft.edit');
    const form = await ben.seesModal('Edit the draft');
    const body = String(fieldOf(form, 'body'));
    await ben.submit(form, {
      body: `${body}\n\nThe delivery took 2 pallets.`,
      attachments: ['statement'],
    });
    const remarked = await letter('2 pallets');
    expect(wordsOf(remarked.blocks)).toContain('Checked, with 1 remark');
    expect(wordsOf(remarked.blocks)).toContain('statement of account (PDF)');
    expect(elementsIn(remarked.blocks, 'draft.approve')).toMatchObject([
      { text: { text: 'Approve & send…' } },
    ]);

    await ben.click(remarked, 'draft.approve');
    const asked = await ben.seesModal('Why is it right as it stands?');
    expect(wordsOf(asked.json)).toContain('“2” in the body');
    expect(await ben.submit(asked, { reason: ' ' })).toMatchObject({ closed: false });
    expect(await ben.mails()).toEqual([]);
    await ben.submit(asked, { reason: 'I counted them.' });
    const sent = await letter(':white_check_mark: *Sent');
    expect(wordsOf(sent.blocks)).toContain('*Overruled by <@U0BEN>:* I counted them.');
    expect((await ben.mails())[0]?.text).toContain('2 pallets');
  });
});

describe('the owner’s voice', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  test('is learned from letters, looked over, and heard in the next draft', async () => {
    const { olivia, ben } = office;
    const home = await olivia.openHome();
    await olivia.click(home, 'voice.open');
    const paste = await olivia.seesModal('Paste up to three letters');
    const sample = (name: string, about: string) =>
      `Hi ${name},\n\n${about} Just give me a shout if anything is unclear.\n\nAll the best,\nOlivia`;
    await olivia.submit(paste, {
      sample_0: sample('Tom', "I'm glad the flyers worked."),
      sample_1: sample('Ann', "We're nearly done with your order."),
    });
    const learned = await olivia.seesModal('This is what I learned');
    expect(fieldOf(learned, 'greeting')).toBe('Hi {name},');
    expect(fieldOf(learned, 'signOff')).toBe('All the best,');
    expect(fieldOf(learned, 'use')).toBe('Just give me a shout if anything is unclear');
    expect(await olivia.submit(learned, { greeting: 'Hi {{total_open}},' })).toMatchObject({ closed: false });
    await olivia.submit(learned, { greeting: 'Hi {name},' });
    // The form closes at once and the saving follows: its word is what a person waits for.
    await olivia.idle();

    const digest = await olivia.sees('overdue', 'Good morning!');
    const draft = elementFor(digest, 'case.draft', 'Acme Robotics Inc');
    await ben.click(digest, 'case.draft', { blockId: draft.blockId });
    const card = await ben.sees('overdue', /^Acme Robotics Inc/m);
    const words = wordsOf((await ben.seesInThread(card, 'Approve & send')).blocks);
    expect(words).toContain('Hi Dana,');
    expect(words).toMatch(/All the best,\nOlivia/);
  });

  test('is the owners’ to change: nobody else is offered it', async () => {
    const home = await office.ana.openHome();
    expect(elementsIn(home.json, 'voice.open')).toEqual([]);
  });
});
