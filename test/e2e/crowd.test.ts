// Fifty people who talk at once: each gets their own answer, nothing is mixed up, nothing is lost, and order is kept.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { elementsIn, type Person, personAt, see, wordsOf } from './person.ts';

const PEOPLE = 50;
const CUSTOMERS = [
  'Acme Robotics',
  'Larkspur Events',
  'Eastgate Property',
  'Westbrook Legal',
  'Kestrel Outdoor',
];

describe('fifty people at once', () => {
  let office: Office;
  let crowd: { person: Person; dm: string }[];

  beforeAll(async () => {
    office = await openOffice();
    await office.ben.sees('overdue', 'Good morning!');
    crowd = await Promise.all(
      Array.from({ length: PEOPLE }, async (_, index) => {
        const hired = await office.ben.post<{ person: { id: string } }>('person', {
          name: `crowd${index}`,
          realName: `Colleague ${index}`,
        });
        const { id } = hired.person;
        return { person: personAt(() => office.url, id), dm: `D${id.slice(1)}` };
      }),
    );
  }, 120_000);
  afterAll(() => office.close());

  test('ask and tell in their direct messages', async () => {
    const customerOf = (index: number) => CUSTOMERS[index % CUSTOMERS.length] ?? '';
    const sumOf = (index: number) => 1000 + index;
    await Promise.all(
      crowd.map(async ({ person, dm }, index) => {
        await person.say(dm, `how much does ${customerOf(index)} owe?`);
        await person.say(dm, `log for ${customerOf(index + 1)}: they'll pay ${sumOf(index)} on Friday`);
      }),
    );
    for (const [index, { person, dm }] of crowd.entries()) {
      const answers = await see(`both answers for ${person.id}`, async () => {
        const said = (await person.messages(dm)).filter(({ user }) => user !== person.id);
        return said.length >= 2 ? said : null;
      });
      const words = answers.map(wordsOf);
      expect(words).toHaveLength(2);
      const owes = words.find((one) => one.includes(' owes '));
      expect(owes).toContain(customerOf(index));
      const card = words.find((one) => one.includes('What I understood about'));
      expect(card).toMatch(
        new RegExp(`about ${customerOf(index + 1)}[\\s\\S]*\\$1,0${String(index).padStart(2, '0')}\\.00`),
      );
      expect(card).toContain(`<@${person.id}> wrote`);
      // Nobody sees what another was told.
      expect(elementsIn(answers, 'reading.confirm')).toHaveLength(1);
    }
  }, 180_000);

  test('ask in one channel, and each has one answer under their own question', async () => {
    const asked = await Promise.all(
      crowd.slice(0, 12).map(async ({ person }, index) => ({
        ...(await person.say(
          'overdue',
          `<@U0TIGHTROPE> how much does ${CUSTOMERS[index % CUSTOMERS.length]} owe?`,
        )),
        name: CUSTOMERS[index % CUSTOMERS.length] ?? '',
      })),
    );
    for (const { ts, name } of asked) {
      const answer = await office.ben.seesInThread({ channel: 'C0OVERDUE', ts }, ' owes ');
      expect(wordsOf(answer)).toContain(name);
      const thread = await office.ben.thread({ channel: 'C0OVERDUE', ts });
      expect(thread).toHaveLength(2);
    }
  }, 120_000);

  test('and what one of them asks in a row is answered in that order', async () => {
    const { person, dm } = crowd[0] ?? { person: office.ben, dm: 'D0BEN' };
    const before = (await person.messages(dm)).length;
    for (const name of CUSTOMERS) await person.say(dm, `how much does ${name} owe?`);
    const answers = await see('an answer to each', async () => {
      const all = (await person.messages(dm)).slice(before).filter(({ user }) => user !== person.id);
      return all.length >= CUSTOMERS.length ? all : null;
    });
    const named = answers.map((answer) => CUSTOMERS.find((name) => wordsOf(answer).includes(name)));
    expect(named).toEqual(CUSTOMERS);
  });
});
