// What we offer of our own accord: a discount for paying early, a late fee let go, thanks for paying on time; an owner decides.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, View } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, elementsIn, type Person, see, wordsOf } from './person.ts';

const HEAD = 'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency';

/** The books of a day: Lantern's new invoice, the gym's late one, and three of a punctual customer. */
function books(lantern: string, punctual = '0.00'): string {
  return [
    HEAD,
    `Lantern Books,lena@lantern.example,LB-1,2030-10-14,2030-11-04,1000.00,${lantern},USD`,
    `Harbor Gym,gus@gym.example,HG-1,2030-08-26,2030-09-16,1000.00,1000.00,USD`,
    ...['PT-1', 'PT-2', 'PT-3'].map(
      (number) =>
        `Punctual Tailors,pia@tailors.example,${number},2030-10-01,2030-11-20,300.00,${punctual},USD`,
    ),
  ].join('\n');
}

describe('an offer of ours', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'Good morning!');
    await drop('monday.csv', books('1000.00', '300.00'));
  });
  afterAll(() => office.close());

  async function drop(name: string, content: string): Promise<void> {
    const file = await office.ben.file(name, content);
    const { ts } = await office.ben.say('Tightrope', '', { files: [file] });
    const sent = (await office.ben.messages('Tightrope')).find((message) => message.ts === ts);
    if (!sent) throw new Error('the file was not sent');
    await office.ben.seesInThread(sent, /invoice/);
    await office.ben.idle();
  }

  async function changePolicy(about: string, form: string, filled: Record<string, string>): Promise<void> {
    const { olivia } = office;
    await olivia.command('/overdue policy', 'general');
    const shown = await olivia.seesModal('The last resort');
    const blocks = shown.json.blocks as Record<string, unknown>[];
    const at = blocks.findIndex((block) => wordsOf(block).includes(about) && elementsIn(block).length > 0);
    await olivia.click(shown, 'policy.edit', { blockId: String(blocks[at]?.block_id) });
    await olivia.submit(await olivia.seesModal(form), filled);
    await olivia.submit(await olivia.seesModal('Your change'));
    await olivia.idle();
  }

  async function offers(person: Person, name: string): Promise<View> {
    await person.command(`/overdue ${name}`, 'general');
    const card = await person.seesAlone('general', new RegExp(`^${name}[\\s\\S]*Relationship`, 'im'));
    const { blockId, element } = elementFor(card, 'case.more');
    const all = (element.options as { value: string }[]).find(({ value }) => value.startsWith('acts '));
    await person.click(card, 'case.more', { blockId, state: { selected_option: all } });
    await person.click(await person.seesModal('Offer something'), 'offer.open');
    return person.seesModal('Nothing is offered before it is sent');
  }

  const seesWhy = async (name: string, words: string): Promise<void> => {
    await office.ben.command(`/overdue why ${name}`, 'general');
    await office.ben.seesAlone('general', words);
  };
  const caseOf = (name: string): Promise<Message> =>
    office.ben.sees('overdue', new RegExp(`^${name}[\\s\\S]*(Reply in this thread|The thread keeps)`, 'm'));

  async function approve(name: string, what: string): Promise<void> {
    const draft = await office.ben.seesInThread(await caseOf(name), `Draft: *${what}*`);
    await office.olivia.click(draft, 'draft.approve');
    await office.olivia.idle();
  }

  test('of a discount shows what it comes to, until when, and what it costs', async () => {
    const home = await office.ben.openHome();
    expect(wordsOf(home.json)).toMatch(/New invoices[\s\S]*Lantern Books\*: \$1,000\.00, until Mon Oct 21/);
    const shown = await offers(office.ben, 'Lantern Books');
    const words = wordsOf(shown.json);
    expect(words).toContain('LB-1: $980.00 instead of $1,000.00 until Mon Oct 21');
    expect(words).toContain('It costs you $20.00, as much as a loan at 53.2% a year');
    expect(words).toContain('The policy has no late fee for them');
    expect(words).toContain('do not show that Lantern Books pays on time');
    await office.ben.click(shown, 'offer.early');
    const done = await office.ben.seesModal('The letter is drafted, and an owner approves it');
    await office.ben.post('close', { viewId: done.id, all: true });
  });

  test('goes only when an owner says so, in the ledger’s figures', async () => {
    const draft = await office.ben.seesInThread(
      await caseOf('Lantern Books'),
      'Draft: *A discount for paying early*',
    );
    expect(wordsOf(draft.blocks)).toContain('Nothing to object');
    await office.ben.click(draft, 'draft.approve');
    await office.ben.idle();
    expect(await office.ben.mails()).toEqual([]);
    await approve('Lantern Books', 'A discount for paying early');
    const mail = await office.ben.seesMail('Paying invoice LB-1 early');
    expect(mail.text).toContain('we take 2% off');
    expect(mail.text).toContain('LB-1 · $980.00 instead of $1,000.00 until October 21, 2030');
    await office.ben.command('/overdue lantern', 'general');
    await office.ben.seesAlone(
      'general',
      /they may still take\*\n• 2% \(\$20\.00\) off LB-1 until Mon Oct 21/,
    );
    const again = await offers(office.ben, 'Lantern Books');
    expect(elementsIn(again.json, 'offer.early')).toEqual([]);
    await office.ben.post('close', { viewId: again.id, all: true });
    await see('a Home tab without it', async () => {
      const home = wordsOf((await office.ben.openHome()).json);
      return home.includes('Lantern Books') ? null : home;
    });
  });

  test('that was taken leaves a credit to enter, and nobody asks for that rest', async () => {
    await office.ben.moveClock({ nextDayAt: '09:05' });
    await drop('thursday.csv', books('20.00'));
    await office.ben.command('/overdue lantern', 'general');
    await office.ben.seesAlone('general', /credit of \$20\.00/);
    await office.ben.moveClock({ to: '2030-11-11T14:30:00.000Z' });
    await drop('november.csv', books('20.00'));
    await seesWhy('Lantern Books', 'we agreed to credit $20.00');
    await drop('credited.csv', books('0.00'));
    await office.ben.command('/overdue lantern', 'general');
    await office.ben.seesAlone('general', /Lantern Books[\s\S]*Everything is paid/);
  });

  test('to let a late fee go asks for a day that is soon and possible', async () => {
    const { ben } = office;
    await changePolicy('Late fees', 'Yearly rate in percent', {
      kind: 'simple_interest',
      annualRatePercent: '10',
    });
    const shown = await offers(ben, 'Harbor Gym');
    expect(wordsOf(shown.json)).toContain('HG-1: $15.34 ($1,000.00 × 10 % ÷ 365 × 56 days = $15.34');
    await ben.click(shown, 'offer.waiver');
    const form = await ben.seesModal('Paid by which day?');
    const errors = async (until: string) => (await ben.submit(form, { until })).errors.until;
    expect(await errors('2030-11-12')).toContain('from 3 to 30 days from now');
    expect(await errors('2030-12-12')).toContain('from 3 to 30 days from now');
    await ben.submit(form, { until: '2030-11-20' });
    await ben.idle();
    await approve('Harbor Gym', 'An offer to let the late fee go');
    const mail = await ben.seesMail(/Invoice HG-1: about the late fee/i);
    expect(mail.text).toContain('a late fee of $15.34 has come to it up to November 11, 2030');
    expect(mail.text).toContain('If $1,000.00 reaches us by November 20, 2030');
  });

  test('leaves them alone until its day and the grace are over, and then it is said that it was not taken', async () => {
    const { ben } = office;
    await ben.idle();
    await seesWhy('Harbor Gym', 'they may take our offer until Wed Nov 20');
    await ben.moveClock({ to: '2030-11-22T14:30:00.000Z' });
    await drop('friday.csv', books('0.00'));
    await ben.command('/overdue harbor gym', 'general');
    const card = await ben.seesAlone(
      'general',
      'We offered the late fee of $15.34 on HG-1 for payment by Wed Nov 20: not taken.',
    );
    expect(elementsIn(card.blocks, 'case.draft')).toHaveLength(1);
  });

  test('to a punctual customer holds what the owner set in the policy, and comes once', async () => {
    const { ben } = office;
    await changePolicy('Early payment and plans', 'Discount for early payment', {
      reward: '5 % off your next order',
      termsDays: '45',
    });
    const late = await offers(ben, 'Harbor Gym');
    expect(wordsOf(late.json)).toContain('do not show that Harbor Gym pays on time');
    await ben.post('close', { viewId: late.id, all: true });
    const shown = await offers(ben, 'Punctual Tailors');
    expect(wordsOf(shown.json)).toContain('They paid 3 of their last 3 invoices on time');
    await ben.click(shown, 'offer.recognition');
    const form = await ben.seesModal('What do they get with it?');
    await ben.submit(form, { given: ['reward', 'longer_terms'] });
    await ben.idle();
    await approve('Punctual Tailors', 'Thanks for paying on time');
    const mail = await ben.seesMail('A word of thanks to Punctual Tailors');
    expect(mail.text).toContain('As a small sign of our thanks: 5 % off your next order.');
    expect(mail.text).toContain('From your next invoice on, you have 45 days to pay.');
    await ben.idle();
    const again = await offers(ben, 'Punctual Tailors');
    expect(wordsOf(again.json)).toContain('was thanked for it in the last 180 days');
    await ben.post('close', { viewId: again.id, all: true });
    await ben.command('/overdue punctual history', 'general');
    const history = await ben.seesModal('Punctual Tailors');
    expect(wordsOf(history.json)).toContain(
      'offering for paying on time, 5 % off your next order and 45 days to pay from the next invoice on',
    );
  });

  test('of longer terms is kept: an invoice issued after it has its days before anybody asks', async () => {
    const row = 'Punctual Tailors,pia@tailors.example,PT-4,2030-11-25,2030-12-16,300.00,300.00,USD';
    await office.ben.moveClock({ to: '2030-12-20T14:30:00.000Z' });
    await drop('new.csv', `${books('0.00')}\n${row}`);
    await seesWhy('Punctual Tailors', 'it has more time by its own terms');
    await office.ben.moveClock({ to: '2031-01-14T14:30:00.000Z' });
    await drop('january.csv', `${books('0.00')}\n${row}`);
    await office.ben.command('/overdue punctual', 'general');
    await office.ben.seesAlone('general', /Punctual Tailors[\s\S]*A friendly reminder/);
  });
});
