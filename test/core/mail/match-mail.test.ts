// Whose mail it is: the surest way that gives exactly one customer, and a mark where the sender is unknown.
import { describe, expect, test } from 'vitest';
import { type MailClues, matchMail, numbersIn } from '../../../src/core/mail/match-mail.ts';

const NONE: MailClues = { letters: [], byNumber: [], bySender: [] };
const OURS = [
  { messageId: '<1@us>', customerId: 'acme' },
  { messageId: '<2@us>', customerId: 'beta' },
];

type Row = readonly [what: string, answers: string[], clues: Partial<MailClues>, expected: string];

const ROWS: readonly Row[] = [
  ['an answer to our letter', ['<1@us>'], { letters: OURS, bySender: ['acme'] }, 'acme by answer'],
  ['an answer from another address', ['<1@us>'], { letters: OURS }, 'acme by answer, unknown'],
  [
    'an answer from another customer’s address',
    ['<1@us>'],
    { letters: OURS, bySender: ['beta'] },
    'acme by answer, unknown',
  ],
  ['the nearest of two letters', ['<2@us>', '<1@us>'], { letters: OURS }, 'beta by answer, unknown'],
  ['an answer before a number', ['<1@us>'], { letters: OURS, byNumber: ['beta'] }, 'acme by answer, unknown'],
  ['an answer to nobody we know', ['<9@us>'], { letters: OURS }, 'unmatched'],
  ['a number', [], { byNumber: ['acme', 'acme'] }, 'acme by number, unknown'],
  ['a number from the right address', [], { byNumber: ['acme'], bySender: ['acme'] }, 'acme by number'],
  [
    'a number that two customers have, and one of their addresses',
    [],
    { byNumber: ['acme', 'beta'], bySender: ['beta'] },
    'beta by sender',
  ],
  ['an address', [], { bySender: ['acme'] }, 'acme by sender'],
  ['an address of two customers', [], { bySender: ['acme', 'beta'] }, 'unmatched'],
  ['nothing', [], {}, 'unmatched'],
];

test.each(ROWS)('%s', (_, answers, clues, expected) => {
  const found = matchMail({ answers }, { ...NONE, ...clues });
  expect(
    found.kind === 'unmatched'
      ? found.kind
      : `${found.customerId} by ${found.match.by}${found.match.isUnknownSender ? ', unknown' : ''}`,
  ).toBe(expected);
});

describe('numbers in a subject', () => {
  test.each([
    ['Re: Invoice INV-1041 from Harbor & Pine', ['INV-1041']],
    ['AW: Rechnung 2026/0041, und RE-7.', ['2026/0041', 'RE-7']],
    ['Hello', []],
    ['42 things', []],
    ['#10443!', ['10443']],
    [
      Array.from({ length: 50 }, (_, i) => `A-${100 + i}`).join(' '),
      Array.from({ length: 8 }, (_, i) => `A-${100 + i}`),
    ],
  ])('%s', (subject, numbers) => {
    expect(numbersIn(subject)).toEqual(numbers);
  });
});
