// The whole program with a model: its letters, its budget on the Home tab and in the settings, and the days it fails.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { GOOD_LETTER } from '../fakes/scripted-model.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, see, wordsOf } from './person.ts';

describe('with a model', () => {
  let office: Office;
  let card: Message;
  beforeAll(async () => {
    office = await openOffice({ model: true });
    const digest = await office.olivia.sees('overdue', 'Good morning!');
    const { blockId } = elementFor(digest, 'case.draft', 'Acme Robotics Inc');
    await office.ben.click(digest, 'case.draft', { blockId });
    card = await office.ben.sees('overdue', /^Acme Robotics Inc/m);
  });
  afterAll(() => office.close());

  const letter = (words: string | RegExp) => office.ben.seesInThread(card, words);
  /** The Home tab is drawn again a moment after it is opened. */
  const homeSays = (words: RegExp) =>
    see(`${words} on the Home tab`, async () => {
      await office.olivia.idle();
      return words.test(wordsOf((await office.olivia.openHome()).json)) ? true : null;
    });
  const instruct = async (instruction: string) => {
    const message = await letter('Why this draft?');
    const { element } = elementFor(message, 'draft.rewrite');
    const options = element.options as { value: string }[];
    const selected_option = options.find(({ value }) => value.startsWith('instruction '));
    await office.ben.click(message, 'draft.rewrite', { state: { type: 'static_select', selected_option } });
    const form = await office.ben.seesModal('How should it be different?');
    await office.ben.submit(form, { instruction });
    await office.ben.idle();
  };

  test('a letter is the model’s, with the ledger’s figures, and counts against the day', async () => {
    const words = wordsOf((await letter('I hope the week is treating you well')).blocks);
    expect(words).toContain('$2,490.00');
    expect(words).toContain('Nothing to object');
    expect(office.model?.asked).toHaveLength(1);
    await homeSays(
      /scripted writes and reads, checked by the ledger\. Today: 1 of 300 calls, 2 of 600,000 tokens, 0 of 1,800 seconds\./,
    );
  });

  test('a reply that the model reads counts as well', async () => {
    office.model?.play({ kind: 'says', content: '{"via":null,"items":[]}' });
    await office.ana.answer(card, "they'll pay 500 by Friday");
    await office.ana.seesInThread(card, 'What I understood');
    await homeSays(/Today: 2 of 300 calls, 4 of 600,000 tokens/);
  });

  test('an instruction that wants a discount leaves the words, and the card says why', async () => {
    office.model?.play({
      ...GOOD_LETTER,
      body: '{{greeting}}\n\nWe will waive half of it.\n\n{{total_open}} for {{the_invoices}}.\n\n{{how_to_pay}}\n\n{{signature}}',
    } as typeof GOOD_LETTER);
    await instruct('offer them half off');
    const words = wordsOf((await letter('so the words are as they were')).blocks);
    expect(words).toMatch(/What the model wrote did not pass our checks \(the letter offers a discount/);
    expect(words).toContain('I hope the week is treating you well');
    expect(words).not.toContain('waive half');
  });

  test('an owner ends the budget for the day, and no model is asked any more', async () => {
    const { olivia, ben } = office;
    const asked = office.model?.asked.length;
    await olivia.click(await olivia.openHome(), 'settings.open');
    const form = await olivia.seesModal('What a model may cost a day');
    expect(await olivia.submit(form, { calls: 'a few' })).toMatchObject({ closed: false });
    await olivia.submit(form, { calls: '3' });
    await homeSays(/of 3 calls, .* Today’s budget is used up: our own letters and rules/);
    await instruct('mention the trade fair');
    await letter('Today’s budget for the model is used up, so the words are as they were.');
    await ben.answer(card, 'left a message with their front desk');
    await ben.seesInThread(card, 'front desk');
    expect(office.model?.asked).toHaveLength(asked ?? -1);
  });
});
