import { describe, expect, it } from 'vitest';
import { section } from '../../../src/slack/views/blocks.ts';
import { failureWords } from '../../../src/slack/views/errors.ts';
import { said, textOf, withoutNewBlocks } from '../../../src/slack/views/fallback.ts';
import { HOSTILE } from './examples.ts';
import { problemsOfBlocks, wordsOf } from './slack-limits.ts';

const CHART = {
  type: 'data_visualization',
  title: 'Overdue by age',
  chart: { type: 'bar', series: [{ name: 'USD', data: [{ label: '1–30 days', value: 12.5 }] }] },
};

describe('a workspace that rejects the newest blocks', () => {
  it('reads a chart’s title and figures in words', () => {
    const [block] = withoutNewBlocks([CHART]);
    expect(wordsOf(block)).toContain('Overdue by age');
    expect(wordsOf(block)).toContain('USD: 1–30 days 12.5');
  });

  it('reads the figures once, where the words stand below the chart already', () => {
    const twin = {
      type: 'context',
      block_id: 'twin.x',
      elements: [{ type: 'mrkdwn', text: '1–30 days $12.50' }],
    };
    const blocks = withoutNewBlocks([CHART, twin]);
    expect(wordsOf(blocks)).not.toContain('12.5\n');
    expect(wordsOf(blocks)).toContain('1–30 days $12.50');
  });

  it('reads pies too', () => {
    const pie = { ...CHART, chart: { type: 'pie', segments: [{ label: 'A', value: 3 }] } };
    expect(wordsOf(withoutNewBlocks([pie]))).toContain('A 3');
  });

  it('reads a table row by row, each cell with its column’s name', () => {
    const rows = [
      [
        { type: 'raw_text', text: 'Name' },
        { type: 'raw_text', text: 'Sum' },
      ],
      [
        { type: 'raw_text', text: HOSTILE },
        { type: 'raw_number', value: 5, text: '$5.00' },
      ],
    ];
    const words = wordsOf(withoutNewBlocks([{ type: 'data_table', caption: 'Who owes', rows }]));
    expect(words).toContain('*Who owes*');
    expect(words).toContain('Sum: $5.00');
    expect(words).not.toContain('<!channel>');
  });

  it('keeps a card’s words and its buttons', () => {
    const button = { type: 'button', action_id: 'a.b', text: { type: 'plain_text', text: 'Go' } };
    const card = { type: 'card', title: { type: 'mrkdwn', text: 'Title' }, actions: [button] };
    const blocks = withoutNewBlocks([card]);
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'actions']);
    expect(problemsOfBlocks(blocks)).toEqual([]);
  });

  it('gets a long table in several sections, each within the limit', () => {
    const rows = Array.from({ length: 101 }, (_, i) => [
      { type: 'raw_text', text: `${'Name '.repeat(15)}${i}` },
    ]);
    const blocks = withoutNewBlocks([{ type: 'data_table', caption: 'c', rows }]);
    expect(problemsOfBlocks(blocks)).toEqual([]);
    expect(wordsOf(blocks)).toContain('Name 100');
  });

  it('leaves every other block exactly as it was', () => {
    const blocks = [section('a'), { type: 'divider' }, { type: 'rich_text', elements: [] }];
    expect(withoutNewBlocks(blocks)).toEqual(blocks);
  });
});

describe('the text of a message', () => {
  it('says what stands in the blocks, with plain text made safe', () => {
    const message = said([
      { type: 'header', text: { type: 'plain_text', text: '<!channel>' } } as never,
      section('*bold* <@U1>'),
    ]);
    expect(message.text).toBe('&lt;!channel&gt;\n*bold* <@U1>');
  });

  it('counts the lines that do not fit', () => {
    const blocks = Array.from({ length: 40 }, (_, i) => section(`${i} ${'x'.repeat(400)}`));
    expect(textOf(blocks).length).toBeLessThanOrEqual(4000);
    expect(textOf(blocks)).toMatch(/and \d+ more$/);
  });
});

describe('what is said when something went wrong', () => {
  it('gives the reference, and the outside’s own words where there are any', () => {
    expect(failureWords('a1b2c3', null)).toContain('a1b2c3');
    expect(failureWords('a1b2c3', null)).toContain('our fault');
    const words = failureWords('a1b2c3', 'The mail server does not answer');
    expect(words).toContain('The mail server does not answer.');
    expect(words).not.toContain('..');
  });
});
