// Money trouble: told in the thread, assessed in a form, and left alone until the day that somebody chose.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, wordsOf } from './person.ts';

describe('a customer in money trouble', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'Good morning!');
  });
  afterAll(() => office.close());

  const theCase = () => office.ben.sees('overdue', /^Acme Robotics Inc[\s\S]*Reply in this thread/m);

  test('is assessed from what was recorded, with their history in view', async () => {
    const { ben } = office;
    const digest = await ben.sees('overdue', 'Good morning!');
    const draft = elementFor(digest, 'case.draft', 'Acme Robotics Inc');
    await ben.click(digest, 'case.draft', { blockId: draft.blockId });
    const kase = await theCase();
    await ben.answer(kase, 'They have cash flow problems at the moment and cannot pay.');
    const asked = await ben.seesInThread(kase, 'What I understood about Acme Robotics Inc');
    await ben.click(asked, 'reading.confirm');
    const recorded = await ben.seesInThread(kase, 'Recorded for Acme Robotics Inc');
    await ben.click(recorded, 'assess.from_reading');
    const form = await ben.seesModal('What kind of trouble');
    expect(wordsOf(form.json)).toContain('What that speaks for');
    const today = { trouble: 'temporary', way: 'wait', review: '2030-10-16' };
    expect((await ben.submit(form, today)).errors.review).toContain('after today');
    await ben.submit(form, {
      trouble: 'temporary',
      since: 'Since their client failed',
      way: 'wait',
      review: '2030-11-06',
    });
    await ben.idle();
    await ben.sees(
      'Tightrope',
      /Noted for Acme Robotics Inc: give them time\. Nobody chases them before Wed Nov 6/,
    );
    await ben.command('/overdue why acme', 'general');
    await ben.seesAlone('general', /They told us of money trouble[\s\S]*no letters before Wed Nov 6/);
  });

  test('comes up in the digest on the day that was chosen, and is then met softly', async () => {
    const { ben } = office;
    await ben.moveClock({ to: '2030-11-06T13:31:00.000Z' }); // half past eight in New York
    const digest = await ben.sees('overdue', /Money trouble that waits for you[\s\S]*Acme Robotics Inc/);
    expect(wordsOf(digest.blocks)).toContain('to be looked at again on Wed Nov 6: ask how it stands');
    const file = await ben.file(
      'fresh.csv',
      'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency\nSomebody,x@y.example,S-1,2030-11-01,2030-12-20,80.00,80.00,USD',
    );
    await ben.say('Tightrope', '', { files: [file] });
    await ben.idle();
    await ben.command('/overdue acme', 'general');
    await ben.seesAlone('general', 'Softly, because they told us of money trouble on Wed Oct 16');
  });

  test('is assessed anew from the menu, which offers it to nobody else', async () => {
    const { ben } = office;
    const open = async (name: string) => {
      await ben.command(`/overdue ${name}`, 'general');
      const card = await ben.seesAlone('general', new RegExp(`^${name}[\\s\\S]*Relationship`, 'im'));
      const { blockId, element } = elementFor(card, 'case.more');
      const all = (element.options as { value: string }[]).find(({ value }) => value.startsWith('acts '));
      await ben.click(card, 'case.more', { blockId, state: { selected_option: all } });
      return ben.seesModal('Payment plan');
    };
    const others = await open('northlight');
    expect(elementsIn(others.json, 'assess.open')).toEqual([]);
    await ben.closeForm(others);
    const acts = await open('acme');
    await ben.click(acts, 'assess.open');
    const form = await ben.seesModal('What kind of trouble');
    await ben.submit(form, { trouble: 'recurring', way: 'go_on' });
    await ben.idle();
    await ben.sees('Tightrope', /Noted for Acme Robotics Inc: go on as before/);
  });
});
