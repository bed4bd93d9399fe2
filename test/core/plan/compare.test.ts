// What a plan is held against: the customer's own history, with how sure that is, and what else could be done.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/calendar.ts';
import { money } from '../../../src/core/money.ts';
import { alternativesTo, behaviourOf, behaviourWords } from '../../../src/core/plan/compare.ts';
import { inDays, invoice, payment, promise, type Situation, TODAY } from '../chase/situation.ts';
import { COVERED, stateIn } from './planned.ts';

/** An invoice that was due so many days ago and paid so many days after. */
function paid(ago: number, lateBy: number) {
  const settled = invoice(ago, { open: 0, total: 10_000 });
  return { settled, came: payment(inDays(lateBy - ago), 10_000, { invoiceId: settled.id }) };
}

function words(rows: readonly ReturnType<typeof paid>[], events: Situation['events'] = []) {
  return behaviourWords(
    behaviourOf(
      stateIn({
        invoices: [COVERED, ...rows.map(({ settled }) => settled)],
        payments: rows.map(({ came }) => came),
        events,
      }),
    ),
  );
}

describe('their history', () => {
  test('says nothing where nothing was paid', () => {
    expect(words([])).toEqual([
      'Nothing of theirs was paid in full yet, so their history says nothing.',
      'No promise of theirs has come due yet.',
    ]);
  });

  test.each([
    [
      [paid(60, 10), paid(50, 20)],
      'They paid 2 invoices in full, on average 15 days late (too few to tell: n = 2).',
    ],
    [
      [paid(60, 3), paid(50, 3), paid(40, 3)],
      'They paid 3 invoices in full, on average 3 days late (a hint, no more: n = 3).',
    ],
    [[paid(60, -2)], 'They paid 1 invoice in full, on average 2 days early (too few to tell: n = 1).'],
    [
      Array.from({ length: 8 }, () => paid(60, 0)),
      'They paid 8 invoices in full, on average on their day (n = 8).',
    ],
  ])('says how late they paid, and how sure that is', (rows, sentence) => {
    expect(words(rows)[0]).toBe(sentence);
  });

  test('counts the promises that have come due, kept and not', () => {
    const events = [promise(inDays(-40), inDays(-35), 50_000), promise(inDays(-2), inDays(3), 20_000)];
    expect(words([], events)[1]).toBe('They kept 0 of 1 promise (too few to tell: n = 1).');
  });
});

describe('what else could be done', () => {
  const place = { today: TODAY, locale: 'en-US' };
  const found = (situation: Situation) =>
    Object.fromEntries(
      alternativesTo(stateIn(situation), money(90_000, 'USD'), 'The question is next.', place).map(
        ({ name, words: said }) => [name, said],
      ),
    );

  test('waiting is what the engine says; the agency’s days are the policy’s', () => {
    const alternatives = found({ invoices: [COVERED] });
    expect(alternatives.Wait).toBe('The question is next.');
    // Due on 12 November; reviewed after 60 days, handed over after 90.
    expect(alternatives.Agency).toContain('reviewed on Mon Jan 11, 2027 and handed over by Wed Feb 10, 2027');
  });

  test('a discount for paying early is never offered after the due day', () => {
    expect(found({ invoices: [COVERED] })['Discount for paying early']).toContain('overdue');
    const fresh = invoice(-20, { number: 'INV-8', issued: inDays(-3) as Day });
    expect(found({ invoices: [fresh] })['Discount for paying early']).toBe(
      '2% ($2.00) off INV-8 until Sat Nov 28.',
    );
  });
});
