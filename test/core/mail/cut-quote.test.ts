// What they wrote is read, never what we wrote to them: quotes as the mail programs of this world make them.
import { describe, expect, test } from 'vitest';
import { cutQuote, withoutSignature } from '../../../src/core/mail/cut-quote.ts';

const QUOTES: readonly (readonly [program: string, below: string])[] = [
  [
    'Gmail',
    'On Wed, Oct 16, 2030 at 9:05 AM Olivia Owner <olivia@x.example> wrote:\n\n> Hello Dana,\n> please pay',
  ],
  [
    'Gmail, broken in two',
    'On Wed, Oct 16, 2030 at 9:05 AM Olivia Owner, Harbor & Pine Design\n<olivia@x.example> wrote:\n\n> Hello',
  ],
  ['Apple Mail in German', 'Am 16.10.2030 um 15:05 schrieb Olivia Owner <olivia@x.example>:\n\n> Hallo'],
  ['Gmail in French', 'Le mer. 16 oct. 2030 à 15:05, Olivia Owner <olivia@x.example> a écrit :\n\n> Bonjour'],
  [
    'Gmail in Spanish',
    'El mié, 16 oct 2030 a las 15:05, Olivia Owner (<olivia@x.example>) escribió:\n\n> Hola',
  ],
  [
    'Outlook',
    'From: Olivia Owner <olivia@x.example>\nSent: Wednesday, October 16, 2030 9:05 AM\nTo: Dana\nSubject: Invoice\n\nHello Dana,',
  ],
  [
    'Outlook in German',
    'Von: Olivia Owner\nGesendet: Mittwoch, 16. Oktober 2030 15:05\nAn: Dana\nBetreff: Rechnung\n\nHallo',
  ],
  [
    'Outlook in French',
    'De : Olivia Owner\nEnvoyé : mercredi 16 octobre 2030\nÀ : Dana\nObjet : Facture\n\nBonjour',
  ],
  ['an older Outlook', '-----Original Message-----\nFrom: Olivia\n\nHello'],
  ['Outlook on the web', '________________________________\nFrom: Olivia\nSent: x\n\nHello'],
  ['plain marks', '> Hello Dana,\n> please pay'],
];

describe('the letter that is answered is cut off', () => {
  test.each(QUOTES)('as %s quotes it', (_, below) => {
    expect(cutQuote(`We will pay on Friday.\n\nDana\n\n${below}`)).toBe('We will pay on Friday.\n\nDana');
  });

  test.each(QUOTES)('and words are found below it, as %s quotes it', (_, below) => {
    expect(cutQuote(`${below}\n\nWe will pay.`)).toContain('We will pay.');
  });

  test('words between the quoted lines are kept', () => {
    expect(cutQuote('> When will you pay?\nOn Friday.\n> And the rest?\nIn May.')).toBe(
      'On Friday.\nIn May.',
    );
  });

  test('what only looks like the start of a quote is kept', () => {
    const text = 'On Friday we pay half.\nFrom: our main account.\nThe rest comes later.';
    expect(cutQuote(text)).toBe(text);
  });

  test('nothing at all gives nothing', () => {
    expect(cutQuote('')).toBe('');
    expect(cutQuote('\r\n\r\n')).toBe('');
  });
});

test.each([
  ['We pay on Friday.\n\nBest regards,\nDana\nAcme, 1 May Street', 'We pay on Friday.'],
  ['Wir zahlen.\n\nMit freundlichen Grüßen\nDana', 'Wir zahlen.'],
  ['Nous paierons.\n-- \nDana', 'Nous paierons.'],
  ['Ok\n\nSent from my phone', 'Ok'],
  ['Thanks', 'Thanks'],
])('the sign-off is not read: %s', (reply, words) => {
  expect(withoutSignature(reply)).toBe(words);
});
