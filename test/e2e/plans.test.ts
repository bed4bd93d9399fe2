// A customer who cannot pay at once: asked for in a thread, worked out, approved, in writing, paid, missed, given up.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, fieldOf, type Person, wordsOf } from './person.ts';

const HEAD = 'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency';

let files = 0;

/** Another small invoice makes each file another one: the same file twice is no newer than the first. */
function books(open: string): string {
  files += 1;
  return [
    HEAD,
    `Harborlight Cafe,kim@harborlight.example,HL-1,2030-09-04,2030-10-04,900.00,${open},USD`,
    `Somebody Else,x@else.example,SE-${files},2030-10-10,2030-12-20,80.00,80.00,USD`,
  ].join('\n');
}

async function drop(person: Person, content: string): Promise<void> {
  const file = await person.file('open.csv', content);
  const { ts } = await person.say('Tightrope', '', { files: [file] });
  const sent = (await person.messages('Tightrope')).find((message) => message.ts === ts);
  if (!sent) throw new Error('the file was not sent');
  await person.seesInThread(sent, /invoice/);
  await person.idle();
}

/** The list behind "More…" in a card's menu. */
async function more(person: Person, card: Message) {
  const { blockId, element } = elementFor(card, 'case.more');
  const all = (element.options as { value: string }[]).find(({ value }) => value.startsWith('acts '));
  await person.click(card, 'case.more', { blockId, state: { selected_option: all } });
  return person.seesModal('Payment plan…');
}

describe('a payment plan', () => {
  let office: Office;
  let card: Message;

  beforeAll(async () => {
    office = await openOffice();
    await drop(office.ben, books('900.00'));
    await office.ben.command('/overdue harborlight', 'general');
    const answer = await office.ben.seesAlone('general', 'HL-1');
    await office.ben.click(answer, 'case.draft');
    card = await office.ben.sees('overdue', /^Harborlight Cafe/m);
    await office.ben.seesInThread(card, 'Approve & send');
  });
  afterAll(() => office.close());

  test('is worked out with what the customer asked for in the thread', async () => {
    const { ben } = office;
    await ben.answer(card, 'Kim asks for a payment plan: 3 weekly payments from 23 October');
    const asked = await ben.seesInThread(card, 'What I understood');
    await ben.click(asked, 'reading.confirm');
    const recorded = await ben.seesInThread(card, 'Work out the plan');
    await ben.click(recorded, 'plan.from_reading');
    const form = await ben.seesModal('How many instalments?');
    expect(fieldOf(form, 'instalments')).toBe('3');
    expect(fieldOf(form, 'first')).toBe('2030-10-23');
    const worked = await ben.submit(form);
    expect(worked.errors).toEqual({});
    const preview = await ben.seesModal('What it comes to');
    expect(wordsOf(preview.json)).toContain('Wed Oct 23: $300.00');
    expect(wordsOf(preview.json)).toContain('It is within your policy.');
    expect(wordsOf(preview.json)).toContain('their history says nothing');
    await ben.submit(preview);
    const plan = await ben.seesInThread(card, 'waits for an owner’s approval');
    expect(wordsOf(plan.blocks)).toContain('Kim asks for a payment plan');
    // The reminder that waited would chase somebody we are about to make an offer to.
    await ben.seesInThread(card, 'Not sent.');
  });

  test('is approved by the owner alone, and told to them in writing', async () => {
    const { ben, olivia } = office;
    const plan = await ben.seesInThread(card, 'waits for an owner’s approval');
    await ben.click(plan, 'plan.approve');
    await ben.idle();
    expect(wordsOf((await ben.thread(card)).map(({ blocks }) => blocks))).toContain('waits for an owner');
    await olivia.click(plan, 'plan.approve');
    const letter = await ben.seesInThread(card, 'A payment plan in writing');
    expect(wordsOf(letter.blocks)).toContain('Nothing to object');
    await ben.click(letter, 'draft.approve');
    const mail = await ben.seesMail('A payment plan for invoice HL-1');
    expect(mail.text).toContain('October 30, 2030 · $300.00');
    await ben.seesInThread(card, ':white_check_mark: *Sent');
  });

  test('runs once the first instalment is in the books', async () => {
    const { ben } = office;
    await ben.moveClock({ to: '2030-10-23T14:00:00.000Z' });
    await drop(ben, books('600.00'));
    await ben.command('/overdue harborlight', 'general');
    await ben.seesAlone('general', /They pay by a plan: \$300\.00 is next, on Wed Oct 30/);
  });

  test('asks a person when an instalment does not come, and chases nobody meanwhile', async () => {
    const { ben } = office;
    await ben.moveClock({ to: '2030-11-04T15:00:00.000Z' });
    await drop(ben, books('600.00'));
    await ben.moveClock({ nextDayAt: '09:30' });
    const asks = await ben.seesInThread(card, 'has not arrived: call them?');
    expect(wordsOf(asks.blocks)).toContain('$300.00 for Wed Oct 30');
    expect(elementsIn(asks.blocks, 'plan.extend')).toHaveLength(1);
    const digest = await ben.sees('overdue', 'It is Tue Nov 5');
    expect(wordsOf(digest.blocks)).toContain('Payment plans that wait for you');
    const mails = await ben.mails();
    expect(mails.filter(({ to }) => to.includes('kim@harborlight.example'))).toHaveLength(1);
  });

  test('is given up in words, and goes on as with a broken promise', async () => {
    const { ben } = office;
    const asks = await ben.seesInThread(card, 'has not arrived: call them?');
    await ben.click(asks, 'plan.end');
    const form = await ben.seesModal('How does it end?');
    const empty = await ben.submit(form);
    expect(empty.errors.reason).toContain('fill this in');
    await ben.submit(form, { why: 'broken', reason: 'Kim is not reached any more' });
    await ben.seesInThread(card, 'broken, the balance is due again');
    await ben.command('/overdue harborlight', 'general');
    const now = await ben.seesAlone('general', /the balance is due again/);
    expect(wordsOf(now.blocks)).toContain('A call about a broken promise');
    expect(wordsOf(now.blocks)).toContain('$300.00 promised for Wed Oct 30 has not come');
  });

  test('says in a sentence what does not work, under the field it is about', async () => {
    const { ana } = office;
    await ana.command('/overdue acme', 'general');
    const acts = await more(ana, await ana.seesAlone('general', 'INV-1041'));
    await ana.click(acts, 'plan.open');
    const form = await ana.seesModal('How many instalments?');
    const tried = async (filled: Record<string, string>) => (await ana.submit(form, filled)).errors;
    expect((await tried({ instalments: 'three' })).instalments).toContain('a whole number');
    expect((await tried({ instalments: '0' })).instalments).toContain('a whole number');
    expect((await tried({ instalments: '1' })).instalments).toContain('no plan');
    expect((await tried({ instalments: '3', first: '2030-11-01' })).first).toContain('has gone by');
    expect(await tried({ instalments: '8', first: '2030-11-12', cadence: 'monthly' })).toEqual({});
    const preview = await ana.seesModal('Beyond your policy');
    expect(wordsOf(preview.json)).toContain('8 instalments are more than the 4');
  });
});
