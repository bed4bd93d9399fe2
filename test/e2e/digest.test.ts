// The days after the first: one digest each working day, promises waited for and missed, and whom we leave alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, see, wordsOf } from './person.ts';

describe('one day after the other', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'It is Wed Oct 16');
  });
  afterAll(() => office.close());

  const digests = async () =>
    (await office.olivia.messages('overdue')).filter(({ text }) => text.includes('Good morning!'));

  test('its pages are turned in its place', async () => {
    const digest = await office.olivia.sees('overdue', '(page 1 of 2)');
    await office.olivia.click(digest, 'digest.next');
    const second = await office.olivia.sees('overdue', '(page 2 of 2)');
    expect(second.ts).toBe(digest.ts);
    expect(elementsIn(second.blocks, 'digest.previous')).toHaveLength(1);
  });

  test('a restart on the same day posts no second one', async () => {
    await office.restart();
    await office.olivia.idle();
    expect(await digests()).toHaveLength(1);
  });

  test('asking for it posts it with the figures of now, and leads to it', async () => {
    await office.ben.command('/overdue digest', 'general');
    await office.ben.seesAlone('general', /Today's digest is posted: <\S+\|read it>/);
    expect(await digests()).toHaveLength(2);
  });

  test('snoozing takes a customer off the list until its day', async () => {
    const first = await office.olivia.sees('overdue', '(page 1 of 2)');
    const menu = elementFor(first, 'case.snooze');
    const [option] = menu.element.options as { value: string }[];
    await office.olivia.click(first, 'case.snooze', {
      blockId: menu.blockId,
      state: { selected_option: option },
    });
    await see('the digest without the snoozed customer', async () => {
      const now = (await digests()).at(-1);
      return now && !wordsOf(now.blocks).includes('Granite State Brewing') ? now : null;
    });
    await office.olivia.moveClock({ nextDayAt: '08:30' });
    const next = await office.olivia.sees('overdue', 'It is Thu Oct 17');
    expect(wordsOf(next.blocks)).not.toContain('Granite State Brewing');
  });

  test('the weekend has no digest, and Monday has one again', async () => {
    await office.olivia.moveClock({ nextDayAt: '09:00' });
    await office.olivia.sees('overdue', 'It is Fri Oct 18');
    await office.olivia.moveClock({ nextDayAt: '09:00' });
    await office.olivia.moveClock({ nextDayAt: '09:00' });
    await office.olivia.idle();
    expect(await digests()).toHaveLength(4);
    await office.olivia.moveClock({ nextDayAt: '09:00' });
    await office.olivia.sees('overdue', 'It is Mon Oct 21');
    expect(await digests()).toHaveLength(5);
  });
});
