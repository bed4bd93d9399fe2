// Promises over the weeks: kept, kept in part, broken and called about, beside a dispute, two at once, by somebody who may not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementFor, fieldOf, wordsOf } from './person.ts';

type Books = Partial<
  Record<'Kestrel Books' | 'Larch Bakery' | 'Mallow Florist' | 'Nettle Cafe' | 'Osprey Gym', string>
>;

const TOTALS = {
  'Kestrel Books': ['K-1', '90000.00'],
  'Larch Bakery': ['L-1', '1000.00'],
  'Mallow Florist': ['M-1', '900.00'],
  'Nettle Cafe': ['N-1', '40000.00'],
  'Osprey Gym': ['O-1', '1000.00'],
} as const;

/** `day` makes each file another one. */
const booksOf = (day: string, open: Books) =>
  [
    'Customer,Contact,Email,Phone,Invoice,Invoice date,Due date,Amount,Open',
    ...Object.entries(TOTALS).map(([name, [number, total]]) =>
      [
        name,
        'Robin Reed',
        `ap@${number.toLowerCase()}.example`,
        '+1 212 555 0177',
        number,
        '2030-09-02',
        '2030-10-02',
        total,
        open[name as keyof Books] ?? total,
      ].join(','),
    ),
    `Other Shop,,ap@other.example,,O-${day},2030-10-16,2031-12-16,50.00,50.00`,
    '',
  ].join('\n');

describe('promises', () => {
  let office: Office;
  const cards = new Map<string, Message>();

  const importBooks = async (day: string, open: Books = {}) => {
    const { olivia } = office;
    const { id = '' } = (await olivia.channel('Tightrope')) ?? {};
    const { ts } = await olivia.say(id, '', { files: [await olivia.file('books.csv', booksOf(day, open))] });
    await olivia.seesInThread({ channel: id, ts }, 'Taken in');
    await olivia.idle();
  };
  const cardOf = (name: string): Promise<Message> =>
    office.ben.sees('overdue', new RegExp(`^${name}[\\s\\S]*Reply in this thread`, 'm'));
  const threadOf = async (name: string): Promise<Message> => {
    const known = cards.get(name) ?? (await cardOf(name));
    cards.set(name, known);
    return known;
  };
  /** What Ben writes in the thread of a case, and the card that asks what it means. */
  const tell = async (name: string, words: string) => {
    const { ben } = office;
    const said = await ben.answer(await threadOf(name), words);
    const asked = await ben.seesInThread(
      await threadOf(name),
      new RegExp(`(?:What I understood about|I am not sure what this means for) [\\s\\S]*${escaped(words)}`),
    );
    return { said, asked };
  };
  const confirm = async (name: string, words: string) => {
    const { said, asked } = await tell(name, words);
    await office.ben.click(asked, 'reading.confirm');
    await office.ben.seesInThread(await threadOf(name), new RegExp(`Recorded for[\\s\\S]*${escaped(words)}`));
    await office.ben.idle();
    return said;
  };
  const morning = async (to: string, day: string): Promise<Message> => {
    await office.olivia.moveClock({ to });
    return office.olivia.sees('overdue', `It is ${day}`);
  };
  /** What the digest says of a customer, from their name on to the next number. */
  const entryIn = (digest: Message, name: string): string =>
    new RegExp(`\\*\\d+\\. ${name}\\*[\\s\\S]*?(?=\\n\\*\\d+\\. |$)`).exec(wordsOf(digest.blocks))?.[0] ?? '';

  let kestrel: { ts: string };

  beforeAll(async () => {
    office = await openOffice();
    await office.olivia.sees('overdue', 'It is Wed Oct 16');
    await importBooks('16');
    for (const name of Object.keys(TOTALS)) {
      await office.ben.command(`/overdue ${name} statement`);
      await threadOf(name);
    }
  });
  afterAll(() => office.close());

  test('by people who may give them are recorded with who gave them, and hold the reminders', async () => {
    await confirm('Larch Bakery', "very friendly, Dora from bookkeeping said they'll pay 400 by Friday");
    await confirm('Mallow Florist', "they'll pay 500 by Friday");
    kestrel = await confirm('Kestrel Books', "spoke to the owner, they'll pay 5000 by Friday");
    const shown = wordsOf((await cardOf('Larch Bakery')).blocks);
    expect(shown).toContain(
      '*Promises*\n• $400.00 by Fri Oct 18, said by Dora from bookkeeping: still to come (<http',
    );
    expect(shown).toContain('Promised to pay, until');
    await office.ben.command('/overdue larch');
    await office.ben.seesAlone('overdue', 'tone of replies: 1 friendly in 90 days');
  });

  test('by the receptionist are marked before anybody confirms, and hold them all the same', async () => {
    const { ben } = office;
    const words = "the receptionist thinks they'll pay 300 by Friday";
    const { asked } = await tell('Nettle Cafe', words);
    expect(wordsOf(asked.blocks)).toContain(
      'Said by the receptionist, who may not be able to promise this for Nettle Cafe.',
    );
    await ben.click(asked, 'reading.confirm');
    await ben.seesInThread(await threadOf('Nettle Cafe'), /Recorded for[\s\S]*who may not speak for them/);
    await ben.idle();
    const shown = wordsOf((await cardOf('Nettle Cafe')).blocks);
    expect(shown).toContain(
      ':warning: $300.00 by Fri Oct 18, said by the receptionist, who may not speak for them',
    );
    expect(shown).toMatch(/Promised to pay, until/);
  });

  test('whose speaker was read wrongly are put right in the form', async () => {
    const { ben } = office;
    const { asked } = await tell('Osprey Gym', "the assistant said they'll pay 100 by Nov 15");
    await ben.click(asked, 'reading.change');
    const form = await ben.seesModal('May they promise this?');
    expect(fieldOf(form, 'who')).toBe('the assistant');
    await ben.submit(form, { who: 'Robin, who runs the place', may: 'yes' });
    const recorded = await ben.seesInThread(
      await threadOf('Osprey Gym'),
      'said by Robin, who runs the place',
    );
    expect(wordsOf(recorded.blocks)).not.toContain('may not speak for them');
    await ben.click(recorded, 'reading.undo');
    await ben.seesInThread(await threadOf('Osprey Gym'), 'Taken back');
    await ben.idle();
    expect(wordsOf((await cardOf('Osprey Gym')).blocks)).not.toContain('*Promises*');
  });

  test('overwrite no dispute', async () => {
    await confirm('Osprey Gym', 'they dispute $200 of O-1, the goods were damaged');
    await confirm('Osprey Gym', "they'll pay 800 by Nov 15");
    const shown = wordsOf((await cardOf('Osprey Gym')).blocks);
    expect(shown).toMatch(
      /\$800\.00 by Fri Nov 15: still to come[\s\S]*In dispute: O-1 \(\$200\.00, the goods\)/,
    );
  });

  test('that no calendar, ledger or currency bears out are asked about in clear words', async () => {
    const { ben } = office;
    for (const [words, why] of [
      ["they'll pay 300 on 31 February", '31 February does not exist.'],
      ["they'll pay 7000 by Nov 15", '$7,000.00 is more than the $1,000.00 that is open.'],
      ["they'll pay €300 by Nov 15", 'Nothing is open in EUR.'],
      ["they'll pay 300 on 3 October", 'Thu Oct 3 has gone by.'],
    ] as const) {
      const { asked } = await tell('Larch Bakery', words);
      expect(wordsOf(asked.blocks)).toContain(why);
      await ben.click(asked, 'reading.dismiss');
      await ben.seesInThread(
        await threadOf('Larch Bakery'),
        new RegExp(`Not recorded[\\s\\S]*${escaped(words)}`),
      );
    }
  });

  test('may begin with a wish for more time: a person agrees to a day, or to none', async () => {
    const { ben } = office;
    const { asked } = await tell('Osprey Gym', 'can we have more time?');
    expect(wordsOf(asked.blocks)).toContain('On which day was not said.');
    expect(wordsOf(asked.blocks)).toContain(
      'They ask for more time: record it only if you agree to that day.',
    );
    await ben.click(asked, 'reading.choose.0.0');
    const recorded = await ben.seesInThread(await threadOf('Osprey Gym'), /Recorded for[\s\S]*more time/);
    expect(wordsOf(recorded.blocks)).toContain('Fri Oct 18');
    await ben.click(recorded, 'reading.undo');
    await ben.seesInThread(await threadOf('Osprey Gym'), /Taken back[\s\S]*more time/);
    // Slack sends what people type with three characters escaped, and it is shown as they typed it.
    await ben.answer(await threadOf('Osprey Gym'), 'R&D want an extension until Nov 15');
    const typed = await ben.seesInThread(
      await threadOf('Osprey Gym'),
      /What I understood[\s\S]*“R&amp;D want/,
    );
    await ben.click(typed, 'reading.dismiss');
    await ben.idle();
  });

  test('are kept, kept in part or broken by what really came', async () => {
    await morning('2030-10-21T13:00:00.000Z', 'Mon Oct 21');
    await importBooks('21', { 'Larch Bakery': '600.00', 'Mallow Florist': '700.00' });
    await office.ben.command('/overdue larch');
    await office.ben.seesAlone('overdue', '$400.00 by Fri Oct 18, said by Dora from bookkeeping: kept');

    const tuesday = await morning('2030-10-22T13:00:00.000Z', 'Tue Oct 22');
    const first = entryIn(tuesday, 'Kestrel Books');
    expect(first).toContain('*1. Kestrel Books*');
    expect(first).toContain('$5,000.00 promised for Fri Oct 18 has not come');
    expect(first).toContain("> “spoke to the owner, they'll pay 5000 by Friday” (<http");
    expect(first).toContain(`/p${kestrel.ts}|see it>)`);
    expect(entryIn(tuesday, 'Mallow Florist')).toContain(
      'Only $200.00 of the $500.00 promised for Fri Oct 18 has come',
    );
    expect(wordsOf((await office.olivia.openHome()).json)).toContain("“spoke to the owner, they'll pay 5000");
  });

  test('that are broken lead to the call, with the words in hand', async () => {
    const { ben } = office;
    const tuesday = await ben.sees('overdue', 'It is Tue Oct 22');
    const { blockId } = elementFor(tuesday, 'case.draft', 'Kestrel Books');
    await ben.click(tuesday, 'case.draft', { blockId });
    const script = await ben.seesInThread(await threadOf('Kestrel Books'), 'Before you dial');
    expect(wordsOf(script.blocks)).toContain("“spoke to the owner, they'll pay 5000 by Friday” – noted by");
    await confirm('Kestrel Books', 'left a message with the owner');
    const wednesday = await morning('2030-10-23T13:00:00.000Z', 'Wed Oct 23');
    expect(entryIn(wednesday, 'Kestrel Books')).toBe('');
  });

  test('of somebody who may not give them are not broken: whoever decides is asked, at the ordinary step', async () => {
    await importBooks('23', { 'Larch Bakery': '600.00', 'Mallow Florist': '700.00' });
    const thursday = await morning('2030-10-24T13:00:00.000Z', 'Thu Oct 24');
    const entry = entryIn(thursday, 'Nettle Cafe');
    expect(entry).toContain(
      '$300.00 was spoken of for Fri Oct 18 by the receptionist, who may not speak for them, and it has not come: ask whoever decides there.',
    );
    expect(entry).toContain(', said by the receptionist, who may not speak for them (<http');
    expect(entry).not.toMatch(/promise/i);
    await office.ben.command('/overdue nettle');
    await office.ben.seesAlone('overdue', 'said by the receptionist, who may not speak for them: not kept');
  });

  test('come two in one reply, and each has its own end', async () => {
    await confirm('Larch Bakery', "they'll pay 200 on Friday and 300 on Nov 1");
    const both = wordsOf((await cardOf('Larch Bakery')).blocks);
    expect(both).toMatch(
      /\$200\.00 by Fri Oct 25: still to come[\s\S]*\$300\.00 by Fri Nov 1: still to come[\s\S]*\$400\.00 by Fri Oct 18[^\n]*: kept/,
    );
    await morning('2030-10-25T13:00:00.000Z', 'Fri Oct 25');
    await importBooks('25', { 'Larch Bakery': '400.00', 'Mallow Florist': '700.00' });
    await morning('2030-11-05T14:00:00.000Z', 'Tue Nov 5');
    await importBooks('5', { 'Larch Bakery': '400.00', 'Mallow Florist': '700.00' });
    await office.ben.command('/overdue larch');
    const ended = wordsOf((await office.ben.seesAlone('overdue', /Nov 1: not kept/)).blocks);
    expect(ended).toMatch(/\$300\.00 by Fri Nov 1: not kept[\s\S]*\$200\.00 by Fri Oct 25: kept/);
    expect(ended).toContain('$300.00 promised for Fri Nov 1 has not come');
  });
});

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
