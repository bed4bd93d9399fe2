// What Slack's validator refuses of the shape of messages, whatever their size.
import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../src/local-slack/check-blocks.ts';
import {
  actions,
  barChart,
  button,
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
  plain,
  richText,
  rows,
  section,
  select,
  textInput,
} from './block-examples.ts';

function check(...blocks: unknown[]) {
  return checkMessage({ channel: 'C1', text: 'Hello', blocks });
}

const group = { label: plain('Open'), options: [option()] };

describe('the shape of blocks', () => {
  it.each([
    ['a section without text and fields', { type: 'section' }],
    ['an empty text', section({ text: mrkdwn('') })],
    ['an empty block_id', section({ block_id: '' })],
    ['an empty actions block', actions()],
    ['an empty context', context()],
    ['a select without options', actions(select({ options: [] }))],
    ['a select with options and groups', actions(select({ option_groups: [group] }))],
    ['a select with neither', actions(select({ options: undefined }))],
    ['an overflow without options', actions(choices('overflow', []))],
    ['a header in mrkdwn', { type: 'header', text: mrkdwn('Open') }],
    ['a button in mrkdwn', actions(button({ text: mrkdwn('*Open*') }))],
    ['a button of an unknown style', actions(button({ style: 'warning' }))],
    ['a button with a broken link', actions(button({ url: 'example.com' }))],
    ['an option in mrkdwn in a select', actions(select({ options: [option(0, { text: mrkdwn('x') })] }))],
    ['a link in an option of a select', actions(select({ options: [option(0, { url: 'https://a.b' })] }))],
    ['an initial option that is not there', actions(select({ initial_option: option(7) }))],
    ['an image with no source', { type: 'image', alt_text: 'A chart' }],
    ['an image from two sources', image({ slack_file: { id: 'F1' } })],
    ['a date that is none', actions({ type: 'datepicker', action_id: 'day', initial_date: '2026-02-30' })],
    ['a time that is none', actions({ type: 'timepicker', action_id: 'at', initial_time: '24:00' })],
    ['a data_table of headings only', dataTable(rows(1))],
    ['a data_table without a caption', { ...dataTable(rows(2)), caption: undefined }],
    ['a data_table with uneven rows', dataTable([[cell('a'), cell('b')], [cell('c')]])],
    ['a data_table with an empty cell', dataTable([[cell('a')], [cell('')]])],
    ['a data_table with rich text in its headings', dataTable([[richText('Name')], [cell('Vega')]])],
    ['a data_table named by a column it lacks', dataTable(rows(2), { row_header_column_index: 2 })],
    ['a chart whose labels are not its categories', mislabelled()],
    ['a card with nothing on it', { type: 'card', subtitle: mrkdwn('Only a subtitle') }],
    ['an input without an element', { type: 'input', label: plain('Note') }],
    ['a text input in an actions block', actions(textInput())],
    ['a file input in a message', input({ type: 'file_input', action_id: 'file' })],
    ['least and most lengths crossed', input(textInput({ min_length: 9, max_length: 3 }))],
    ['a number input that does not say of what kind', input({ type: 'number_input', action_id: 'n' })],
  ])('refuses %s', (_what, block) => {
    expect(check(block)?.error).toBe('invalid_blocks');
  });

  it.each([
    [
      'a block',
      section({ colour: 'red' }),
      '[ERROR] invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'a text',
      section({ text: { ...mrkdwn('x'), emoji: true } }),
      '[ERROR] invalid additional property: emoji [json-pointer:/blocks/0/text]',
    ],
    [
      'an element',
      actions(button({ id: 'x' })),
      '[ERROR] invalid additional property: id [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'an option',
      actions(select({ options: [option(0, { selected: true })] })),
      '[ERROR] invalid additional property: selected [json-pointer:/blocks/0/elements/0/options/0]',
    ],
  ])('names an unknown field of %s and where it stands', (_what, block, message) => {
    expect(check(block)).toEqual({ error: 'invalid_blocks', messages: [message] });
  });

  it('names an unknown type of block, of element and of accessory', () => {
    expect(check({ type: 'paragraph' })?.messages).toEqual([
      '[ERROR] unsupported type: paragraph [json-pointer:/blocks/0/type]',
    ]);
    expect(check(actions({ type: 'slider', action_id: 'a' }))?.messages).toEqual([
      '[ERROR] unsupported type: slider [json-pointer:/blocks/0/elements/0/type]',
    ]);
    expect(check(section({ accessory: textInput() }))?.messages).toEqual([
      '[ERROR] unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]',
    ]);
  });

  it('names a missing type', () => {
    expect(check({ text: mrkdwn('x') })?.messages).toEqual([
      '[ERROR] missing required field: type [json-pointer:/blocks/0]',
    ]);
  });

  it('refuses an alert, which only modals show', () => {
    expect(check({ type: 'alert', text: plain('Careful') })?.messages[0]).toContain(
      'unsupported type: alert',
    );
  });
});

describe('ids', () => {
  it('refuses a block_id twice in a message and takes two that differ', () => {
    expect(check(section({ block_id: 'a' }), section({ block_id: 'b' }))).toBeNull();
    const found = check(section({ block_id: 'a' }), section({ block_id: 'a' }));
    expect(found?.error).toBe('invalid_blocks');
    expect(found?.messages[0]).toContain('[json-pointer:/blocks/1/block_id]');
  });

  it('refuses an action_id twice in a block and takes it in two blocks', () => {
    expect(check(actions(button()), actions(button()))).toBeNull();
    const found = check(actions(button(), button()));
    expect(found?.error).toBe('invalid_blocks');
    expect(found?.messages[0]).toContain('[json-pointer:/blocks/0/elements/1/action_id]');
  });

  it('takes one element with the focus and refuses two', () => {
    const focused = (index: number) => input(textInput({ action_id: `t${index}`, focus_on_load: true }));
    expect(check(focused(1))).toBeNull();
    expect(check(focused(1), focused(2))?.error).toBe('invalid_blocks');
  });
});

describe('the message itself', () => {
  it('refuses a message of nothing', () => {
    expect(checkMessage({ channel: 'C1' })?.error).toBe('no_text');
    expect(checkMessage({ channel: 'C1', text: '', blocks: [] })?.error).toBe('no_text');
  });

  it('takes 40,000 characters of text and refuses one more', () => {
    expect(checkMessage({ text: chars(40_000) })).toBeNull();
    expect(checkMessage({ text: chars(40_001) })?.error).toBe('msg_too_long');
  });

  it('takes 4,000 characters of text in an update and refuses one more', () => {
    expect(checkMessage({ ts: '1.2', text: chars(4_000) })).toBeNull();
    expect(checkMessage({ ts: '1.2', text: chars(4_001) })?.error).toBe('msg_too_long');
  });

  it('refuses blocks that are no list', () => {
    expect(checkMessage({ text: 'x', blocks: '{}' })?.error).toBe('invalid_blocks_format');
  });

  it('takes 100 attachments, refuses one more, and looks into their blocks', () => {
    const attachments = (n: number) => many(n, () => ({ text: 'x' }));
    expect(checkMessage({ attachments: attachments(100) })).toBeNull();
    expect(checkMessage({ attachments: attachments(101) })?.error).toBe('too_many_attachments');
    const found = checkMessage({ attachments: [{ blocks: [{ type: 'section' }] }] });
    expect(found?.error).toBe('invalid_attachments');
    expect(found?.messages[0]).toContain('/attachments/0/blocks/0');
  });
});

/** A chart whose second label is not the category in its place. */
function mislabelled(): Json {
  const chart = barChart(1, 2);
  const { series } = chart.chart as { series: { data: Json[] }[] };
  Object.assign(series[0]?.data[1] ?? {}, { label: 'Another week' });
  return chart;
}
