// The credit policy in Slack: an owner changes it and sees first what would change; everybody can ask why, and what is next.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementsIn, type Person, see, wordsOf } from './person.ts';

describe('the credit policy', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'Good morning!');
  });
  afterAll(() => office.close());

  async function page(person: Person): Promise<View> {
    await person.command('/overdue policy', 'general');
    return person.seesModal('The last resort');
  }

  /** Clicks the Edit button under a topic's words, or a step's button. */
  async function edit(person: Person, about: string, form: string): Promise<View> {
    const shown = await page(person);
    const blocks = shown.json.blocks as Record<string, unknown>[];
    const at = blocks.findIndex((block) => wordsOf(block).includes(about) && elementsIn(block).length > 0);
    const element = elementsIn(blocks[at]).find(
      (one) => at >= 0 && (wordsOf(one.text).includes(about) || one.action_id === 'policy.edit'),
    );
    await person.click(shown, String(element?.action_id), { blockId: String(blocks[at]?.block_id) });
    return person.seesModal(form);
  }

  test('everybody reads it in words; only an owner finds buttons to change it', async () => {
    const read = await page(office.ben);
    expect(wordsOf(read.json)).toMatch(/Gap between two contacts\*: 5 days/);
    expect(wordsOf(read.json)).toContain('Only an owner can change it');
    expect(elementsIn(read.json, 'policy.edit')).toEqual([]);
    await office.ben.post('close', { viewId: read.id, all: true });
    const own = await page(office.olivia);
    expect(elementsIn(own.json, 'policy.edit').length).toBeGreaterThan(5);
    await office.olivia.post('close', { viewId: own.id, all: true });
  });

  test('a contradiction is said at its field, and nothing is saved', async () => {
    const { olivia } = office;
    const form = await edit(olivia, 'Late fees', 'Yearly rate in percent');
    const refused = await olivia.submit(form, { kind: 'simple_interest', fromStep: 'reminder' });
    expect(refused.closed).toBe(false);
    expect(refused.errors.annualRatePercent).toContain('Give the yearly rate');
    const again = await olivia.submit(form, {
      kind: 'simple_interest',
      annualRatePercent: '8',
      fromStep: 'reminder',
    });
    expect(again.errors.fromStep).toContain('which may not name one');
    const typed = await olivia.submit(form, { kind: 'simple_interest', annualRatePercent: 'a lot' });
    expect(typed.errors.annualRatePercent).toContain('not “a lot”');
    await olivia.post('close', { viewId: form.id, all: true });
  });

  test('an owner changes a step, sees the next days under both policies, and saves', async () => {
    const { olivia, ben } = office;
    await ben.command('/overdue westbrook legal', 'general');
    expect(wordsOf(await ben.seesAlone('general', 'Westbrook Legal'))).toContain(
      'A friendly reminder, by e-mail',
    );
    const form = await edit(olivia, 'A friendly reminder', 'Days from the due day');
    await olivia.submit(form, { day: '8' });
    const preview = await olivia.seesModal('Your change');
    const words = wordsOf(preview.json);
    expect(words).toMatch(/A friendly reminder: 3 days after the due day.* → 8 days after the due day/);
    expect(words).toContain('*With the change*');
    expect(words).toContain('Westbrook Legal');
    await olivia.submit(preview);
    await olivia.sees('Tightrope', 'Saved: this is version');
    expect(await olivia.modal()).toBeNull();
    await see('the new verdict', async () => {
      await ben.command('/overdue westbrook legal', 'general');
      const found = await ben.seesAlone('general', 'Westbrook Legal');
      return wordsOf(found).includes('the reminder is next') ? true : null;
    });
  });

  test('every version stays, with who changed what', async () => {
    const { olivia } = office;
    const first = await edit(olivia, 'How often', 'Days between two contacts');
    await olivia.submit(first, { minGapDays: '6' });
    const preview = await olivia.seesModal('Your change');
    await olivia.submit(preview);
    await olivia.idle(); // The form closes before the policy is saved.
    expect(await olivia.modal()).toBeNull();
    const shown = await page(olivia);
    expect(wordsOf(shown.json)).toMatch(/Gap between two contacts\*: 6 days/);
    await olivia.click(shown, 'policy.history');
    const history = await olivia.seesModal('*Version 2*');
    expect(wordsOf(history.json)).toContain('Gap between two contacts: 5 days → 6 days');
    await olivia.post('close', { viewId: history.id, all: true });
  });

  test('a customer group gets rules of its own, and loses them again', async () => {
    const { olivia } = office;
    const form = await edit(olivia, 'Customer groups', 'Group, as your books call it');
    await olivia.submit(form, { group: 'Retail', minGapDays: '9', minBalanceMinor: '100' });
    const preview = await olivia.seesModal('Your change');
    expect(wordsOf(preview.json)).toContain('Gap between two contacts (group Retail): not there → 9 days');
    await olivia.submit(preview);
    await olivia.idle(); // The form closes before the policy is saved.
    expect(await olivia.modal()).toBeNull();
    const again = await edit(olivia, 'Customer groups', 'Group, as your books call it');
    const wrong = await olivia.submit(again, { group: 'Retail', minGapDays: '99', minBalanceMinor: '' });
    expect(wrong.closed).toBe(false);
    expect(Object.keys(wrong.errors)).toEqual(['minGapDays']);
    await olivia.submit(again, { group: 'Retail', minGapDays: '', minBalanceMinor: '' });
    const gone = await olivia.seesModal('Your change');
    expect(wordsOf(gone.json)).toContain('(group Retail): 9 days → taken out');
    await olivia.post('close', { viewId: gone.id, all: true });
  });

  test('the page for customers comes to the direct message, with a file', async () => {
    const { olivia } = office;
    const shown = await page(olivia);
    await olivia.click(shown, 'policy.publish');
    const preview = await olivia.sees('Tightrope', 'If you need more time');
    expect(wordsOf(preview.blocks)).toContain('8 days after it we send a friendly reminder.');
    const file = await see('the file', async () => {
      const [found] = (await olivia.thread(preview)).flatMap(({ files }) => files);
      return found ?? null;
    });
    const html = await (await fetch(new URL(file.url, office.url))).text();
    expect(html).toContain('<h2>If you need more time</h2>');
    expect(html).toContain('up to 4 instalments within 60 days');
    await olivia.post('close', { viewId: shown.id, all: true });
  });

  test('a customer’s own terms, set from the card, outrank the policy and are said', async () => {
    const { ben } = office;
    await ben.command('/overdue northlight', 'general');
    const card = await ben.seesAlone('general', 'Northlight Studios');
    const menu = elementsIn(card.blocks, 'case.more')[0];
    const options = menu?.options as { value: string; text: { text: string } }[];
    const terms = options.find(({ value }) => value.startsWith('terms '));
    await ben.click(card, 'case.more', { state: { selected_option: terms } });
    const form = await ben.seesModal('What holds for them');
    const wrong = await ben.submit(form, { minGapDays: 'soon', longer: 'NL-1 and more' });
    expect(wrong.errors).toMatchObject({
      minGapDays: expect.stringContaining('from 1 to 60'),
      longer: expect.stringContaining('INV-1055 14'),
    });
    await ben.submit(form, { flags: ['doNotContact'], minGapDays: '', longer: '' });
    await see('the verdict', async () => {
      await ben.command('/overdue why northlight', 'general');
      const why = await ben.seesAlone('general', 'Northlight Studios');
      return wordsOf(why).includes('They are not to be contacted.') ? true : null;
    });
  });

  test('/overdue why says every rule and the ladder; /overdue calendar the days to come; /overdue backtest the days past', async () => {
    const { ben } = office;
    await ben.command('/overdue why acme', 'general');
    const why = wordsOf(await ben.seesAlone('general', /^Acme Robotics Inc[\s\S]*Rules that let it pass/));
    expect(why).toContain('Acme Robotics Inc');
    expect(why).toMatch(/• Gap: .*6 days|• Gap: The last contact was on/);
    expect(why).toMatch(/Ask for a payment date, → now|to come/);
    await ben.command('/overdue why nobody here', 'general');
    await ben.seesAlone('general', 'There is no customer like');
    await ben.command('/overdue calendar', 'general');
    const calendar = wordsOf(await ben.seesAlone('general', 'The next 30 days'));
    expect(calendar).toContain('Granite State Brewing: A call about a broken promise');
    await ben.command('/overdue backtest', 'general');
    const past = wordsOf(await ben.seesAlone('general', 'What the last days would have been'));
    expect(past).toMatch(/this policy would have sent \d+ letters/);
  });
});
