// Every limit of messages, held once exactly at it and once just over it, in the words of Slack's validator.
import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../src/local-slack/check-blocks.ts';
import {
  actions,
  barChart,
  button,
  card,
  cell,
  chars,
  choices,
  context,
  dataTable,
  image,
  input,
  type Json,
  many,
  mrkdwn,
  option,
  pieChart,
  plain,
  rows,
  section,
  select,
  table,
  textInput,
} from './block-examples.ts';

/** A limit: what makes a block of a size, and the words that refuse it one above. */
type Limit = readonly [what: string, most: number, make: (size: number) => unknown, refusedAt: string];

const confirm = (more: Json) => ({
  title: plain('Sure?'),
  text: plain('Send it?'),
  confirm: plain('Send'),
  deny: plain('Keep'),
  ...more,
});

const group = (size: number) => ({ label: plain('Open'), options: many(size, option) });

const TEXTS: readonly Limit[] = [
  ['the text of a section', 3000, (n) => section({ text: mrkdwn(chars(n)) }), '/blocks/0/text/text'],
  ['a field of a section', 2000, (n) => section({ fields: [mrkdwn(chars(n))] }), '/blocks/0/fields/0/text'],
  ['a block_id', 255, (n) => section({ block_id: chars(n) }), '/blocks/0/block_id'],
  ['a header', 150, (n) => ({ type: 'header', text: plain(chars(n)) }), '/blocks/0/text/text'],
  ['a text in a context', 3000, (n) => context(mrkdwn(chars(n))), '/blocks/0/elements/0/text'],
  ['the alt text of an image', 2000, (n) => image({ alt_text: chars(n) }), '/blocks/0/alt_text'],
  ['the title of an image', 2000, (n) => image({ title: plain(chars(n)) }), '/blocks/0/title/text'],
  ['the url of an image', 3000, (n) => image({ image_url: urlOf(n) }), '/blocks/0/image_url'],
  ['the text of a button', 75, (n) => actions(button({ text: plain(chars(n)) })), '/elements/0/text/text'],
  ['the value of a button', 2000, (n) => actions(button({ value: chars(n) })), '/elements/0/value'],
  ['the url of a button', 3000, (n) => actions(button({ url: urlOf(n) })), '/elements/0/url'],
  ['an action_id', 255, (n) => actions(button({ action_id: chars(n) })), '/elements/0/action_id'],
  [
    'the label of a button for screen readers',
    75,
    (n) => actions(button({ accessibility_label: chars(n) })),
    '/elements/0/accessibility_label',
  ],
  [
    'the title of a confirmation',
    100,
    (n) => actions(button({ confirm: confirm({ title: plain(chars(n)) }) })),
    '/confirm/title/text',
  ],
  [
    'the text of a confirmation',
    300,
    (n) => actions(button({ confirm: confirm({ text: mrkdwn(chars(n)) }) })),
    '/confirm/text/text',
  ],
  [
    'the yes of a confirmation',
    30,
    (n) => actions(button({ confirm: confirm({ confirm: plain(chars(n)) }) })),
    '/confirm/confirm/text',
  ],
  [
    'the no of a confirmation',
    30,
    (n) => actions(button({ confirm: confirm({ deny: plain(chars(n)) }) })),
    '/confirm/deny/text',
  ],
  [
    'the text of an option',
    75,
    (n) => actions(select({ options: [option(0, { text: plain(chars(n)) })] })),
    '/options/0/text/text',
  ],
  [
    'the value of an option',
    150,
    (n) => actions(select({ options: [option(0, { value: chars(n) })] })),
    '/options/0/value',
  ],
  [
    'the description of an option',
    75,
    (n) => actions(select({ options: [option(0, { description: plain(chars(n)) })] })),
    '/options/0/description/text',
  ],
  [
    'a placeholder',
    150,
    (n) => actions(select({ placeholder: plain(chars(n)) })),
    '/elements/0/placeholder/text',
  ],
  [
    'the label of a group of options',
    75,
    (n) => actions(select({ options: undefined, option_groups: [{ ...group(1), label: plain(chars(n)) }] })),
    '/option_groups/0/label/text',
  ],
  [
    'the label of an input',
    2000,
    (n) => input(textInput(), { label: plain(chars(n)) }),
    '/blocks/0/label/text',
  ],
  ['the hint of an input', 2000, (n) => input(textInput(), { hint: plain(chars(n)) }), '/blocks/0/hint/text'],
  [
    'what an input is filled with',
    3000,
    (n) => input(textInput({ initial_value: chars(n) })),
    '/initial_value',
  ],
  ['a markdown block', 12_000, (n) => ({ type: 'markdown', text: chars(n) }), '/blocks/0/text'],
  ['the title of a card', 150, (n) => card({ title: mrkdwn(chars(n)) }), '/blocks/0/title/text'],
  ['the subtitle of a card', 150, (n) => card({ subtitle: mrkdwn(chars(n)) }), '/blocks/0/subtitle/text'],
  ['the body of a card', 200, (n) => card({ body: mrkdwn(chars(n)) }), '/blocks/0/body/text'],
  ['the title of a chart', 50, (n) => barChart(1, 1, { title: chars(n) }), '/blocks/0/title'],
];

const COUNTS: readonly Limit[] = [
  ['fields in a section', 10, (n) => section({ fields: many(n, () => mrkdwn('x')) }), '/blocks/0/fields'],
  ['elements in a context', 10, (n) => context(...many(n, () => mrkdwn('x'))), '/blocks/0/elements'],
  [
    'elements in an actions block',
    25,
    (n) => actions(...many(n, (index) => button({ action_id: `b${index}` }))),
    '/blocks/0/elements',
  ],
  ['options of a select', 100, (n) => actions(select({ options: many(n, option) })), '/elements/0/options'],
  [
    'options of a group',
    100,
    (n) => actions(select({ options: undefined, option_groups: [group(n)] })),
    '/option_groups/0/options',
  ],
  [
    'groups of options',
    100,
    (n) => actions(select({ options: undefined, option_groups: many(n, () => group(1)) })),
    '/option_groups',
  ],
  ['options of an overflow', 5, (n) => actions(choices('overflow', many(n, option))), '/elements/0/options'],
  ['radio buttons', 10, (n) => actions(choices('radio_buttons', many(n, option))), '/elements/0/options'],
  ['checkboxes', 10, (n) => actions(choices('checkboxes', many(n, option))), '/elements/0/options'],
  ['rows of a data_table with its headings', 101, (n) => dataTable(rows(n)), '/blocks/0/rows'],
  ['columns of a data_table', 20, (n) => dataTable(rows(2, n)), '/blocks/0/rows/0'],
  ['rows of a table', 100, (n) => table(rows(n)), '/blocks/0/rows'],
  ['columns of a table', 20, (n) => table(rows(1, n)), '/blocks/0/rows/0'],
  ['rows on a page of a data_table', 100, (n) => dataTable(rows(2), { page_size: n }), '/blocks/0/page_size'],
  ['series of a chart', 6, (n) => barChart(n, 2), '/blocks/0/chart/series'],
  ['categories of a chart', 20, (n) => barChart(1, n), '/blocks/0/chart/axis_config/categories'],
  ['segments of a pie', 6, pieChart, '/blocks/0/chart/segments'],
  [
    'buttons of a card',
    3,
    (n) => card({ actions: many(n, (index) => button({ action_id: `b${index}` })) }),
    '/blocks/0/actions',
  ],
  [
    'cards of a carousel',
    10,
    (n) => ({ type: 'carousel', elements: many(n, () => card()) }),
    '/blocks/0/elements',
  ],
];

function urlOf(length: number): string {
  return `https://example.com/${chars(length - 'https://example.com/'.length)}`;
}

function check(...blocks: unknown[]) {
  return checkMessage({ channel: 'C1', text: 'Hello', blocks });
}

describe('the limits of blocks', () => {
  it.each(TEXTS)('takes %s of %i characters', (_what, most, make) => {
    expect(check(make(most))).toBeNull();
  });

  it.each(TEXTS)('refuses %s above %i characters', (_what, most, make, at) => {
    const found = check(make(most + 1));
    expect(found?.error).toBe('invalid_blocks');
    expect(found?.messages.join('\n')).toContain(`must be less than ${most + 1} characters`);
    expect(found?.messages.join('\n')).toContain(`${at}]`);
  });

  it.each(COUNTS)('takes %s up to %i', (_what, most, make) => {
    expect(check(make(most))).toBeNull();
  });

  it.each(COUNTS)('refuses %s above %i', (_what, most, make, at) => {
    const found = check(make(most + 1));
    expect(found?.error).toBe('invalid_blocks');
    expect(found?.messages.join('\n')).toMatch(
      new RegExp(`(no more than ${most} items allowed|must be less than ${most + 1})`),
    );
    expect(found?.messages.join('\n')).toContain(`${at}]`);
  });

  it('takes 50 blocks and refuses 51', () => {
    expect(check(...many(50, () => section()))).toBeNull();
    expect(check(...many(51, () => section()))).toEqual({
      error: 'invalid_blocks',
      messages: ['[ERROR] no more than 50 items allowed [json-pointer:/blocks]'],
    });
  });

  it('takes 12,000 characters of markdown over all blocks and refuses one more', () => {
    const split = (total: number) => [6000, total - 6000].map((n) => ({ type: 'markdown', text: chars(n) }));
    expect(check(...split(12_000))).toBeNull();
    expect(check(...split(12_001))?.error).toBe('invalid_blocks');
  });

  it('takes 10,000 characters in the cells of a table and refuses one more', () => {
    const long = (total: number) => [[cell('Name')], [cell(chars(total - 4))]];
    expect(check(dataTable(long(10_000)))).toBeNull();
    expect(check(dataTable(long(10_001)))?.error).toBe('invalid_blocks');
    expect(check(table(long(10_001)))?.error).toBe('invalid_blocks');
  });

  it('takes two charts in a message and refuses three', () => {
    expect(check(barChart(1, 2), pieChart(2))).toBeNull();
    expect(check(barChart(1, 2), pieChart(2), pieChart(2))?.error).toBe('invalid_blocks');
  });

  it('takes one table in a message and refuses two of either kind', () => {
    expect(check(dataTable(rows(2)))).toBeNull();
    expect(check(dataTable(rows(2)), table(rows(2)))).toEqual({
      error: 'invalid_attachments',
      messages: ['only_one_table_allowed'],
    });
  });
});
