// The HTML twin of a letter: the same words and figures as the text, whatever the facts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillLetter } from '../../../src/core/letter/fill-letter.ts';
import { mailHtml } from '../../../src/core/letter/mail-html.ts';
import { exampleFacts, factsArb } from './letter-facts.ts';

const WORDS = {
  subject: 'About {{invoice_numbers}}',
  body: '{{greeting}}\n\n{{total_open}} is open.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\n{{signature}}',
};

const decode = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const wordsIn = (text: string) => text.replace(/[\s·]+/g, ' ').trim();

describe('a letter as HTML', () => {
  test('says what its text says, no more and no less', () => {
    fc.assert(
      fc.property(factsArb, (facts) => {
        const { letter } = fillLetter(WORDS, facts);
        const body = mailHtml(letter, facts).replace(/^[\s\S]*<body[^>]*>/, '');
        expect(wordsIn(decode(body.replace(/<[^>]+>/g, ' ')))).toBe(wordsIn(letter.body));
      }),
      { numRuns: 200 },
    );
  });

  test('names each row by its invoice for a screen reader, and sets the total off', () => {
    const facts = exampleFacts();
    const html = mailHtml(fillLetter(WORDS, facts).letter, facts);
    expect(html.match(/<th scope="row"/g)).toHaveLength(3);
    expect(html).toMatch(/font-weight:bold">\$1,234\.50</);
    expect(html).not.toMatch(/<img|src=|<script|@import|url\(/);
  });
});
