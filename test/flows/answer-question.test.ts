// Answers to questions hold the figures that /overdue and the digest show, change nothing, and never pretend.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/core/asking/answer.ts';
import { asOfWords } from '../../src/core/asking/answer.ts';
import { addDays, type Day } from '../../src/core/calendar.ts';
import { formatMoney, type Money, money } from '../../src/core/money.ts';
import { answerQuestion } from '../../src/flows/answer-question.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { loadSample } from '../../src/flows/load-sample.ts';
import { gatherDigest, postDigestNow } from '../../src/flows/post-digest.ts';
import { showCustomer, summarise } from '../../src/flows/show-overdue.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

const TODAY: Day = '2026-11-25';
const PEOPLE = { owner: OWNER, bookkeeper: BOOKKEEPER, accountManager: 'U0ANA' };

let ports: TestPorts;

function ask(
  text: string,
  more: { customerId?: string; earlier?: string[]; user?: string } = {},
): Promise<Answer> {
  return answerQuestion(ports, { text, user: OWNER, customerId: null, earlier: [], ...more });
}

function wordsOf({ sentences, lines }: Answer): string {
  return [...sentences, ...lines.map(({ text }) => text)].join('\n');
}

const usd = (sum: Money) => formatMoney(sum, 'en-US');

describe('on the sample business', () => {
  beforeEach(async () => {
    ports = await testPorts(morning(TODAY));
    await loadSample(ports, PEOPLE, 'C0OVERDUE');
  });

  test('the total, the table and the greatest debtors are those of /overdue', async () => {
    const shown = await summarise(ports, { filter: { minDaysLate: 1, mine: false }, offset: 0, user: OWNER });
    const answer = await ask('how much is overdue?');
    for (const { overdue, overdueInvoices } of shown.ageing.currencies) {
      expect(wordsOf(answer)).toContain(`${usd(overdue)} overdue: ${overdueInvoices} invoices`);
    }
    const debtors = await ask('who are our biggest debtors?');
    expect(debtors.lines.map(({ customerId }) => customerId)).toEqual(
      shown.rows.map(({ customerId }) => customerId),
    );
    for (const [index, row] of shown.rows.entries()) {
      expect(debtors.lines[index]?.text).toContain(`${row.name} · ${usd(row.overdue)}`);
    }
    expect(debtors.lines.length + debtors.more).toBe(shown.total);
  });

  test.each([
    ['who is more than 60 days late?', 61, false],
    ['who is at least 30 days late?', 30, false],
    ['show my customers', 1, true],
  ])('%s: the same rows as /overdue', async (text, minDaysLate, mine) => {
    const { rows } = await summarise(ports, { filter: { minDaysLate, mine }, offset: 0, user: 'U0ANA' });
    const answer = await ask(text, { user: 'U0ANA' });
    expect(answer.lines.map(({ customerId }) => customerId)).toEqual(
      rows.map(({ customerId }) => customerId),
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  test('whom to chase and whom to leave alone are the digest’s, in its order', async () => {
    const digest = await gatherDigest(ports);
    const chase = await ask('who should I call today?');
    expect(chase.lines.map(({ customerId }) => customerId)).toEqual(
      digest.chase.slice(0, 15).map(({ act }) => act.customerId),
    );
    expect(chase.lines.length + chase.more).toBe(digest.chase.length);
    const leave = await ask('whom do we leave alone?');
    expect(leave.lines.map(({ customerId }) => customerId)).toEqual(
      digest.leave.map(({ leave: left }) => left.customerId),
    );
  });

  test('what one customer owes is what their card shows', async () => {
    for (const { id, name } of await ports.store.customerNames()) {
      const shown = await showCustomer(ports, id);
      if (shown.kind !== 'found') throw new Error(name);
      const answer = await ask(`how much does ${name} owe us?`);
      expect(answer.about?.id, name).toBe(id);
      for (const sum of shown.view.overdue) expect(wordsOf(answer), name).toContain(`${usd(sum)}`);
      for (const { number, open } of shown.view.open) {
        expect(wordsOf(answer), name).toMatch(
          new RegExp(`${number} · .*${usd(open).replace(/[$.]/g, '\\$&')}`),
        );
      }
    }
  });

  test('what came in, and what became overdue, is what the digest says has changed', async () => {
    await postDigestNow(ports);
    const acme = { number: 'INV-1041', due: addDays(TODAY, -12), open: 1000, total: 1850 };
    ports.setNow(morning('2026-11-27'));
    await owes(ports, 'Acme Robotics Inc', [acme]);
    ports.setNow(morning('2026-11-30'));
    const { changes } = await gatherDigest(ports);
    const since = await ask('what came in since 26 November?');
    const paid = changes?.paid.map(({ customerName, amount }) => `${customerName} · ${usd(amount)}`);
    expect(paid).toEqual(['Acme Robotics Inc · $850.00']);
    expect(since.lines.map(({ text }) => text)).toEqual(paid);
    const late = await ask('what became overdue since 26 November?');
    const wanted = changes?.newlyOverdue.map(({ amount }) => usd(amount)) ?? [];
    expect(wanted.length).toBeGreaterThan(0);
    for (const sum of wanted) expect(wordsOf(late)).toContain(sum);
    expect(late.lines).toHaveLength(wanted.length);
  });

  test.each([
    ['why is Larkspur left alone?', /Larkspur Events is left alone\. .*INV-1063 is disputed/],
    ['why?', /Which customer/],
    ['what have we agreed with Beta?', /Promised \$2,200\.00 by Fri Nov 27: still to come/],
    ['who broke a promise?', /Granite State Brewing · all that was open by Fri Nov 20: not kept/],
    ['which promises are open?', /1 open promise[\s\S]*Beta Kitchens LLC · \$2,200\.00/],
    ['what disputes are open?', /Larkspur Events · INV-1063 · \$2,380\.00 contested/],
    ['who is the contact at Eastgate?', /Hugh Pemberton · hugh@eastgate\.example · \+1 212 555 0105/],
    ['what happened with invoice 1041?', /INV-1041 is an invoice of \$1,850\.00 to Acme Robotics Inc/],
    ['is INV-9999 paid?', /There is no invoice “INV-9999”/],
    ['what is the next step with Acme?', /Ask for a payment date[\s\S]*Mon Nov 30: A call/],
    ['what is due next week?', /\$2,455\.00 and £1,450\.00 falls due/],
    ['how fresh is the ledger?', /imported on Wed Nov 25 at 10:00, from “sample business”/],
    ['what is our policy?', /A friendly reminder: 3 days after the due day/],
    ['combien nous doit Beta ?', /Beta Kitchens LLC owes \$2,200\.00/],
    ['wie viel schuldet uns Acme?', /Acme Robotics Inc owes \$3,210\.00/],
    ['history of Saltmarsh', /Thu Oct 29: Sent/],
    ['when did we last write to Pemberley?', /went out on Mon Nov 16 to georgia@pemberley\.example/],
    ['which letters wait for approval?', /No letter waits for approval/],
    [
      'compare this month with last',
      /\$6,960\.00 and £1,900\.00 came in from Sun Nov 1 to today \(12 payments\)/,
    ],
  ])('%s', async (text, expected) => {
    const answer = await ask(text);
    expect(wordsOf(answer)).toMatch(expected);
    expect(asOfWords(answer.asOf)).toBe('As of 10:00; books from Wed Nov 25, imported today.');
  });

  test('a name that fits several is asked about, and a stranger is named as one', async () => {
    await owes(ports, 'Acme Foods', [{ number: 'AF-1', due: TODAY, open: 10 }]);
    const several = await ask('how much does acme owe?');
    expect(several).toMatchObject({ kind: 'which', typed: 'acme' });
    expect(several.choices.map(({ name }) => name)).toEqual(['Acme Foods', 'Acme Robotics Inc']);
    const none = await ask('how much does Zorblax owe?');
    expect(none).toMatchObject({ kind: 'unknown', typed: 'zorblax', lines: [] });
    expect(wordsOf(none)).not.toMatch(/[$£]/);
  });

  test('what is not understood gets six questions that have an answer today', async () => {
    const answer = await ask('what is the weather in Boston?');
    expect(answer.kind).toBe('not_understood');
    expect(answer.hints).toHaveLength(6);
    for (const hint of answer.hints) {
      const tried = await ask(hint);
      expect([hint, tried.kind]).toEqual([hint, 'answered']);
    }
  });

  test.each([
    'draft a letter to Acme',
    'snooze Acme until Friday',
    'log for Acme: they will pay 500 by Friday',
    'split what Acme owes in three',
    'move the digest to 8:30',
    'mark INV-1041 as paid',
    'approve the letter to Acme',
    'delete everything',
    'they will pay 500 by Friday',
    'import my open invoices',
  ])('a wish is answered with a proposal or the way, and nothing is done: %s', async (text) => {
    const before = [
      await ports.store.ledger(),
      await ports.store.draftsIn('proposed'),
      await ports.store.settings(),
    ];
    const answer = await ask(text);
    expect(answer.kind).toBe('answered');
    expect(answer.intent).toMatch(/^do_/);
    expect([
      await ports.store.ledger(),
      await ports.store.draftsIn('proposed'),
      await ports.store.settings(),
    ]).toEqual(before);
    expect(ports.said).toEqual([]);
  });

  test.each([
    'how much was overdue last month?',
    'how much did Acme owe last week?',
    'biggest debtors in October',
  ])('today’s figure does not pass for another day’s: %s', async (text) => {
    const answer = await ask(text);
    expect(answer.sentences[0]).toBe(
      'I keep no figures of other days for this; it is how things stand today.',
    );
  });

  test('a letter that waits is found, with its sum', async () => {
    const acme = (await ports.store.customerNames()).find(({ name }) => name.startsWith('Acme'))?.id ?? '';
    await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    expect(wordsOf(await ask('which drafts are waiting?'))).toMatch(
      /1 letter waits for a person[\s\S]*Acme Robotics Inc · Ask for a payment date · \$2,490\.00/,
    );
  });

  test('books that are old say so in every answer', async () => {
    ports.setNow(morning('2026-12-02'));
    const answer = await ask('who should I call today?');
    expect(asOfWords(answer.asOf)).toBe('As of 10:00; books from Wed Nov 25, 7 days old.');
    expect(wordsOf(answer)).toContain('too old to act on');
  });
});

test('before anything was imported, it says what to do first and shows no figure', async () => {
  ports = await testPorts(morning(TODAY));
  for (const text of [
    'how much is overdue?',
    'who should I call?',
    'how much does Acme owe?',
    'what came in?',
  ]) {
    const answer = await ask(text);
    expect(wordsOf(answer), text).toContain('No invoices have been imported yet');
    expect(asOfWords(answer.asOf)).toContain('no books have been imported yet');
  }
});

test('whatever the ledger, an answer, /overdue and the digest agree to the cent', async () => {
  const invoice = fc.record({
    customer: fc.constantFrom('Alder Co', 'Birch & Sons', 'Cypress Ltd'),
    lateDays: fc.integer({ min: -20, max: 100 }),
    open: fc.integer({ min: 0, max: 5000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(invoice, { minLength: 1, maxLength: 12 }), async (invoices) => {
      ports = await testPorts(morning(TODAY));
      for (const name of ['Alder Co', 'Birch & Sons', 'Cypress Ltd']) {
        const theirs = invoices
          .filter(({ customer }) => customer === name)
          .map(({ lateDays, open }, index) => ({
            number: `${name.slice(0, 1)}-${index}`,
            due: addDays(TODAY, -lateDays),
            open,
            total: open + 1,
          }));
        if (theirs.length > 0) await owes(ports, name, theirs);
      }
      const late = invoices.filter(({ lateDays, open }) => lateDays > 0 && open > 0);
      const total = late.reduce((sum, { open }) => sum + open * 100, 0);
      const digest = await gatherDigest(ports);
      const answer = await ask('how much is overdue in total?');
      if (total === 0) {
        expect(wordsOf(answer)).toContain('Nothing is overdue');
        return;
      }
      expect(digest.ageing.currencies[0]?.overdue).toEqual(money(total, 'USD'));
      expect(answer.sentences[0]).toContain(`${usd(money(total, 'USD'))} overdue: ${late.length} invoice`);
      const owed = answer.lines.map(({ text }) =>
        Number(/\$([\d,]+)\.00/.exec(text)?.[1]?.replaceAll(',', '')),
      );
      expect(owed.reduce((sum, each) => sum + each * 100, 0)).toBe(total);
    }),
    { numRuns: 40 },
  );
});
