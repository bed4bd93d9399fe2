// A plan that does not fit any more: changed, approved again, in writing again, paid in uneven parts, and kept.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { fieldOf, wordsOf } from './person.ts';

const HEAD = 'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency';

function books(open: string): string {
  const row = `Harborlight Cafe,kim@harborlight.example,HL-1,2030-09-04,2030-10-04,900.00,${open},USD`;
  return [HEAD, row].join('\n');
}

describe('a changed plan', () => {
  let office: Office;
  let card: Message;

  /** Three weekly parts of 300.00, agreed, and the first of them paid. */
  beforeAll(async () => {
    office = await openOffice();
    const { ben, olivia } = office;
    await drop(books('900.00'));
    await ben.command('/overdue harborlight', 'general');
    await ben.click(await ben.seesAlone('general', 'HL-1'), 'case.draft');
    card = await ben.sees('overdue', /^Harborlight Cafe/m);
    await ben.answer(card, 'Kim asks for a payment plan: 3 weekly payments from 23 October');
    await ben.click(await ben.seesInThread(card, 'What I understood'), 'reading.confirm');
    await ben.click(await ben.seesInThread(card, 'Work out the plan'), 'plan.from_reading');
    await ben.submit(await ben.seesModal('How many instalments?'));
    await ben.submit(await ben.seesModal('What it comes to'));
    await olivia.click(await ben.seesInThread(card, 'waits for an owner’s approval'), 'plan.approve');
    await ben.click(await ben.seesInThread(card, 'A payment plan in writing'), 'draft.approve');
    await ben.seesMail('October 30, 2030 · $300.00');
    await ben.moveClock({ to: '2030-10-23T14:00:00.000Z' });
    await drop(books('600.00'));
  }, 60_000);
  afterAll(() => office.close());

  async function drop(content: string): Promise<void> {
    const { ben } = office;
    const file = await ben.file('open.csv', content);
    const { ts } = await ben.say('Tightrope', '', { files: [file] });
    const sent = (await ben.messages('Tightrope')).find((message) => message.ts === ts);
    if (!sent) throw new Error('the file was not sent');
    await ben.seesInThread(sent, /invoice/);
    await ben.idle();
  }

  const planCard = (words: string | RegExp) => office.ben.seesInThread(card, words);
  const mailsToKim = async () =>
    (await office.ben.mails()).filter(({ to }) => to.includes('kim@harborlight.example'));

  test('starts from what is left, and says what does not work under its field', async () => {
    const { ben } = office;
    await ben.answer(card, 'Kim needs two more weeks for the rest');
    await ben.idle();
    await ben.click(await planCard(/Wed Oct 30/), 'plan.change');
    const form = await ben.seesModal('Change the plan');
    expect(wordsOf(form.json)).toContain('in USD');
    expect(fieldOf(form, 'instalments')).toBe('2');
    const tried = async (filled: Record<string, string>) => (await ben.submit(form, filled)).errors;
    expect((await tried({ instalments: '0' })).instalments).toContain('a whole number');
    expect((await tried({ instalments: '2', first: '2030-10-22' })).first).toContain('has gone by');
    await ben.submit(form, { instalments: '2', first: '2030-11-13', cadence: 'weekly' });
    const preview = await ben.seesModal('What it comes to');
    expect(wordsOf(preview.json)).toMatch(/Wed Nov 13: \$300\.00[\s\S]*Wed Nov 20: \$300\.00/);
    // Three weeks from now is later than the policy lets a first instalment be: only an owner may pass over that.
    expect(wordsOf(preview.json)).toContain('Beyond your policy');
    await ben.submit(preview);
    await planCard('Until an owner approves them, the days above hold.');
  });

  test('holds as it was until an owner says so, and is then told to them in writing again', async () => {
    const { ben, olivia } = office;
    const before = (await mailsToKim()).length;
    const asked = await planCard('Other terms are proposed');
    await ben.click(asked, 'plan.approve');
    await ben.idle();
    expect(await mailsToKim()).toHaveLength(before);
    await olivia.click(asked, 'plan.approve');
    await ben.idle();
    const letter = await ben.seesInThread(card, /Draft: \*A payment plan in writing\*[\s\S]*November 13/);
    await ben.click(letter, 'draft.approve');
    const mail = await ben.seesMail('November 20, 2030 · $300.00');
    expect(mail.text).not.toContain('October 30');
    expect(mail.text).toContain('$600.00');
  });

  test('stays as it is where an owner refuses other terms, and they hear nothing of those', async () => {
    const { ben, olivia } = office;
    const before = (await mailsToKim()).length;
    await ben.click(await planCard(/Wed Nov 13/), 'plan.change');
    await ben.submit(await ben.seesModal('Change the plan'), { instalments: '3', first: '2030-11-13' });
    await ben.submit(await ben.seesModal('What it comes to'));
    const asked = await planCard(/Other terms are proposed[\s\S]*\$200\.00/);
    await olivia.click(asked, 'plan.keep_terms');
    await olivia.idle();
    expect(wordsOf((await planCard(/Wed Nov 20/)).blocks)).not.toContain('Other terms are proposed');
    expect(await mailsToKim()).toHaveLength(before);
  });

  test('keeps its history: both schedules stand there, and who changed it', async () => {
    const { ben } = office;
    await ben.command('/overdue harborlight history', 'general');
    const history = await ben.seesModal('Harborlight Cafe');
    const words = wordsOf(history.json);
    expect(words.match(/Proposed|proposed/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
    expect(words).toContain('<@U0OLIVIA>');
    await ben.post('close', { viewId: history.id, all: true });
    await ben.moveClock({ to: '2030-10-31T14:00:00.000Z' });
    await drop(books('600.00'));
    // The day of the old schedule has gone by, and nobody is asked about it.
    await ben.command('/overdue harborlight', 'general');
    await ben.seesAlone('general', /\$300\.00 is (first|next), on Wed Nov 13/);
    const thread = (await ben.thread(card)).map(({ blocks }) => blocks);
    expect(wordsOf(thread)).not.toContain('has not arrived');
  });

  test('takes payments in whatever parts they come, and is kept once all is paid', async () => {
    const { ben } = office;
    await ben.moveClock({ to: '2030-11-12T15:00:00.000Z' });
    await drop(books('200.00')); // four hundred at once: the first instalment, and a part of the second
    await ben.command('/overdue harborlight', 'general');
    await ben.seesAlone('general', /\$200\.00 is next, on Wed Nov 20/);
    await ben.moveClock({ to: '2030-11-19T15:00:00.000Z' });
    await drop(books('50.00'));
    await ben.moveClock({ to: '2030-11-20T15:00:00.000Z' });
    await drop(books('0.00'));
    await ben.seesInThread(card, /Draft: \*A thank-you\*/);
    await ben.moveClock({ nextDayAt: '09:30' });
    await planCard('All of it has come.');
    await ben.command('/overdue harborlight', 'general');
    await ben.seesAlone('general', /Harborlight Cafe[\s\S]*Everything is paid/);
  });
});
