import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeInline,
  escapeLines,
  fitLines,
  listWords,
  mention,
  oneLine,
  pieces,
  shorten,
} from '../../../src/slack/views/mrkdwn.ts';
import { HOSTILE } from './examples.ts';

describe('words of others in Slack’s markup', () => {
  it('lets no mention, link, formatting, quote, emoji or line break through', () => {
    const safe = escapeInline(HOSTILE);
    expect(safe).not.toMatch(/[<>`\n\u202e]/);
    expect(safe).not.toContain(':tada:');
    expect(safe).not.toMatch(/(^|\s)[*_~]/);
    expect(safe).toContain('&lt;!channel&gt;');
    expect(safe).toContain('&amp;');
  });

  it('leaves ordinary names and numbers as they are', () => {
    for (const name of [
      'Cedar Vine',
      'INV_2026_001',
      'Müller-Öl 24/7',
      '北京 贸易',
      'a@b.example',
      'at 10:30',
    ])
      expect(escapeInline(name)).toBe(name);
  });

  it('keeps the joiners that some scripts are spelled with', () => {
    expect(oneLine('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it('neutralises a quote at the beginning of any line', () => {
    expect(escapeLines('hello\n> quoted')).toBe('hello\n› quoted');
  });

  it('never lets an opening bracket or a line break out, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeInline(text)).not.toMatch(/[<>\n\r]/);
      }),
    );
  });

  it('shows a user id as a mention, the program by name, and nothing else as a mention', () => {
    expect(mention('U0SAM')).toBe('<@U0SAM>');
    expect(mention('tightrope')).toBe('Tightrope');
    expect(mention('!channel')).toBe('!channel');
    expect(mention('U1><!channel>')).not.toContain('<!');
  });
});

describe('shortening', () => {
  it('says that something was cut and never cuts a character or an escape in half', () => {
    expect(shorten('abcdef', 4)).toBe('abc…');
    expect(shorten('ab', 4)).toBe('ab');
    expect(shorten('ab😀cd', 4)).toBe('ab…');
    expect(shorten('a &amp; b', 5)).toBe('a…');
  });

  it('counts the lines that do not fit', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `line ${i}`);
    const text = fitLines(lines, 100);
    expect(text.length).toBeLessThanOrEqual(100);
    const shown = text.split('\n').filter((line) => line.startsWith('line')).length;
    expect(text).toContain(`and ${30 - shown} more`);
  });

  it('fits any lines into any limit, and says nothing is missing when nothing is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 80 }), { maxLength: 40 }),
        fc.integer({ min: 60, max: 400 }),
        (lines, limit) => {
          const text = fitLines(lines, limit);
          expect(text.length).toBeLessThanOrEqual(limit);
          if (lines.join('\n').length <= limit) {
            expect(text).toBe(lines.join('\n'));
          }
        },
      ),
    );
  });

  it('cuts a long text into pieces that together are the text', () => {
    const text = Array.from({ length: 400 }, (_, i) => `Word${i}`).join(' ');
    const made = pieces(text, 300);
    expect(made.every((piece) => piece.length <= 300)).toBe(true);
    expect(made.join(' ')).toBe(text);
  });

  it('lists a few words and counts the rest', () => {
    expect(listWords([])).toBe('');
    expect(listWords(['a'])).toBe('a');
    expect(listWords(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listWords(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 more');
  });
});
