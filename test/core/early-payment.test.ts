// What a discount for early payment costs a year.
import { expect, test } from 'vitest';
import { earlyPaymentYearlyPercent } from '../../src/core/early-payment.ts';

test.each([
  [2, 10, 30, '37.24'], // the textbook's own: 2/10 net 30
  [2, 7, 21, '53.21'],
  [1, 10, 30, '18.43'],
  [50, 0, 1, '36500.00'],
])('%s %% within %s of %s days is %s %% a year', (percent, withinDays, termsDays, yearly) => {
  expect(earlyPaymentYearlyPercent({ percent, withinDays }, termsDays)?.toFixed(2)).toBe(yearly);
});

test.each([
  [0, 7, 21], // nothing is taken off
  [2, 20, 21, 'a day sooner'],
  [2, 21, 21], // on the due day
  [2, 22, 21], // the day after
])(
  '%s %% within %s of %s days has a rate only where the money comes sooner',
  (percent, within, terms, sooner?) => {
    const yearly = earlyPaymentYearlyPercent(
      { percent: Number(percent), withinDays: Number(within) },
      Number(terms),
    );
    expect(yearly === null).toBe(sooner === undefined);
  },
);
