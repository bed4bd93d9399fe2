// A call: its script in the thread, what came of it in the script's own box, and the unhappy ways of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementsIn, fieldOf, type Person, wordsOf } from './person.ts';

describe('a call', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'Good morning!');
  });
  afterAll(() => office.close());

  /** Asks for the script of a customer whose next step is a call, and opens the case. */
  async function askFor(name: string, by: Person = office.ben): Promise<{ card: Message; script: Message }> {
    await by.command(`/overdue ${name}`);
    await by.click(await by.seesAlone('overdue', new RegExp(`^${name}`, 'm')), 'case.draft');
    await by.idle();
    const card = (await by.messages('overdue')).findLast(
      ({ blocks, ephemeral, replyCount }) => !ephemeral && replyCount > 0 && wordsOf(blocks).startsWith(name),
    );
    if (!card) throw new Error(`no case of ${name}`);
    return { card, script: await by.seesInThread(card, 'Before you dial') };
  }

  const typed = (words: string | null) => ({
    values: { outcome: { input: { type: 'plain_text_input', value: words } } },
  });
  const record = (by: Person, script: Message, words: string | null) =>
    by.click(script, 'script.record', typed(words));
  const readings = async (card: Message) =>
    (await office.ben.thread(card)).filter(({ blocks }) => /reading\./.test(JSON.stringify(blocks)));
  const scripts = async (card: Message) =>
    (await office.ben.thread(card)).filter(({ blocks }) => wordsOf(blocks).includes('Before you dial'));

  test('the script says whom to call, what to ask, and what may be offered; a box waits for the outcome', async () => {
    const { card, script } = await askFor('Delgado Family Dental');
    const words = wordsOf(script.blocks);
    expect(words).toContain('Call Luis Delgado on +1 212 555 0104');
    expect(words).toContain('> Hello, this is ');
    expect(words).toContain('> Which date can we expect the payment');
    expect(words).toContain('*If it goes to voicemail:*');
    expect(words).toMatch(/\*You may offer\*\n• A copy of invoice INV-\d+\.\n• A statement of the account\./);
    expect(words).toContain('No late fee, no pause of new orders on credit, no collection agency');
    expect(elementsIn(script.blocks).map(({ action_id }) => action_id)).toEqual([
      'input',
      'script.record',
      'script.form',
    ]);
    expect(await scripts(card)).toHaveLength(1);
  });

  test('an empty box is pointed at, and stays', async () => {
    const { card, script } = await askFor('Delgado Family Dental');
    await record(office.ben, script, null);
    await office.ben.seesInThread(card, 'The box is still empty');
    await record(office.ben, script, '  \n ');
    await office.ben.idle();
    expect(await readings(card)).toEqual([]);
    expect(elementsIn((await scripts(card))[0]?.blocks, 'script.record')).toHaveLength(1);
  });

  test('after a restart the words are recorded with one press and one Confirm, and the case shows the promise', async () => {
    const { ben, ana } = office;
    const { card, script } = await askFor('Delgado Family Dental');
    await office.restart();
    await record(ben, script, 'spoke to Luis,\nhe will pay 500 by Friday <!channel>');
    const asked = await ben.seesInThread(card, 'What I understood');
    expect(wordsOf(asked.blocks)).toMatch(/Promised \$500\.00 by Fri Oct 18/);

    const logged = await ben.seesInThread(card, '*Logged* by <@U0BEN> on Wed Oct 16 at 09:');
    expect(logged.ts).toBe(script.ts);
    expect(elementsIn(logged.blocks)).toEqual([]);
    expect(wordsOf(logged.blocks)).toContain('“spoke to Luis,\nhe will pay 500 by Friday &lt;!channel&gt;”');
    const before = script.blocks.filter(({ type }) => type === 'section').map((block) => wordsOf(block));
    for (const words of before) expect(wordsOf(logged.blocks)).toContain(words);

    await ana.click(asked, 'reading.confirm');
    await ana.seesInThread(card, 'Recorded for');
    await ana.sees('overdue', /^Delgado Family Dental[\s\S]*Promised to pay, until/m);
    await ana.command('/overdue delgado');
    const shown = await ana.seesAlone('overdue', /promised \$500\.00 by Fri Oct 18/i);
    expect(wordsOf(shown.blocks)).toContain('he will pay 500 by Friday');
  });

  test('two presses and two people make one record, and whoever came second keeps their words', async () => {
    const { ben, olivia } = office;
    const { card, script } = await askFor('Umber Coffee Roasters');
    const said = { U0BEN: 'left a voicemail', U0OLIVIA: 'they say the money goes out on Monday' };
    await Promise.all([
      record(ben, script, said.U0BEN),
      record(ben, script, said.U0BEN),
      record(olivia, script, said.U0OLIVIA),
    ]);
    const logged = await ben.seesInThread(card, '*Logged* by ');
    const first = wordsOf(logged.blocks).includes('by <@U0BEN>') ? 'U0BEN' : 'U0OLIVIA';
    const [second, person] = first === 'U0BEN' ? (['U0OLIVIA', olivia] as const) : (['U0BEN', ben] as const);
    expect(wordsOf(logged.blocks)).toContain(`“${said[first]}”`);
    await person.seesInThread(card, `“${said[second]}”`);
    await person.seesInThread(card, `<@${first}> has logged this call already`);
    await ben.idle();
    expect(await readings(card)).toHaveLength(1);
  });

  test('words that mean nothing are kept as a note', async () => {
    const { ben } = office;
    const { card, script } = await askFor('Granite State Brewing');
    await record(ben, script, 'lol ok, thanks Ben');
    const asked = await ben.seesInThread(card, 'What I understood');
    expect(wordsOf(asked.blocks)).toContain('Note: lol ok, thanks Ben');
  });
});

describe('a call logged with the form', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'Good morning!');
  });
  afterAll(() => office.close());

  test('shows the script below its fields, brings what stood in the box, and turns the script into the record', async () => {
    const { ben } = office;
    await ben.command('/overdue granite');
    await ben.click(await ben.seesAlone('overdue', /^Granite/m), 'case.draft');
    await ben.idle();
    const card = (await ben.messages('overdue')).find(({ replyCount }) => replyCount > 0);
    if (!card) throw new Error('no case was opened');
    const script = await ben.seesInThread(card, 'Before you dial');
    expect(wordsOf(script.blocks)).toContain('“Pat: you’ll have all of it by the end of the week”');
    expect(wordsOf(script.blocks)).toContain('> Which date can I put down now?');

    await ben.click(script, 'script.form', {
      values: { outcome: { input: { type: 'plain_text_input', value: 'rang twice' } } },
    });
    const form = await ben.seesModal('Log a call');
    expect(wordsOf(form.json)).toContain('> Which date can I put down now?');
    expect(fieldOf(form, 'text')).toBe('rang twice');
    const { element } = (
      form.json.blocks as { block_id: string; element: { options: { value: string }[] } }[]
    ).find(({ block_id }) => block_id === 'kind') ?? { element: { options: [] } };
    const selected_option = element.options.find(({ value }) => value === 'no_answer');
    await ben.click(form, 'outcome.kind', {
      blockId: 'kind',
      state: { type: 'static_select', selected_option },
    });
    const redrawn = await ben.seesModal('Anything else?');
    expect(fieldOf(redrawn, 'text')).toBe('rang twice');
    expect(wordsOf(redrawn.json)).toContain('> Which date can I put down now?');
    expect(await ben.submit(redrawn)).toMatchObject({ closed: true, errors: {} });

    const asked = await ben.seesInThread(card, 'What I understood');
    expect(wordsOf(asked.blocks)).toContain('Nobody answered');
    const logged = await ben.seesInThread(card, '*Logged* by <@U0BEN>');
    expect(logged.ts).toBe(script.ts);
    expect(wordsOf(logged.blocks)).toContain('“rang twice”');
    expect(wordsOf(logged.blocks)).toContain('> Which date can I put down now?');
    expect(elementsIn(logged.blocks)).toEqual([]);
  });
});
