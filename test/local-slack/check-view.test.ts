// What Slack's validator refuses of modals and the Home tab, at each limit and just over it.
import { describe, expect, it } from 'vitest';
import { checkView } from '../../src/local-slack/check-view.ts';
import {
  actions,
  barChart,
  button,
  chars,
  dataTable,
  home,
  input,
  type Json,
  many,
  modal,
  plain,
  rows,
  section,
  table,
  textInput,
} from './block-examples.ts';

const LIMITS: readonly (readonly [string, number, (size: number) => Json, string])[] = [
  ['a title', 24, (n) => ({ title: plain(chars(n)) }), '/view/title/text'],
  ['the words of Submit', 24, (n) => ({ submit: plain(chars(n)) }), '/view/submit/text'],
  ['the words of Cancel', 24, (n) => ({ close: plain(chars(n)) }), '/view/close/text'],
  ['private_metadata', 3000, (n) => ({ private_metadata: chars(n) }), '/view/private_metadata'],
  ['a callback_id', 255, (n) => ({ callback_id: chars(n) }), '/view/callback_id'],
  ['an external_id', 255, (n) => ({ external_id: chars(n) }), '/view/external_id'],
];

const ON_BOTH = LIMITS.slice(3);

describe('a modal', () => {
  it.each(LIMITS)('takes %s of %i characters', (_what, most, make) => {
    expect(checkView(modal(make(most)), 'modal')).toBeNull();
  });

  it.each(LIMITS)('refuses %s above %i characters', (_what, most, make, at) => {
    expect(checkView(modal(make(most + 1)), 'modal')).toEqual({
      error: 'invalid_arguments',
      messages: [`[ERROR] must be less than ${most + 1} characters [json-pointer:${at}]`],
    });
  });

  it('takes 100 blocks and refuses 101', () => {
    expect(checkView(modal({ blocks: many(100, () => section()) }), 'modal')).toBeNull();
    expect(checkView(modal({ blocks: many(101, () => section()) }), 'modal')).toEqual({
      error: 'invalid_arguments',
      messages: ['[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]'],
    });
  });

  it('takes 250,000 bytes and refuses one more, counting bytes and not letters', () => {
    const empty = modal({ blocks: bulk(0) });
    const room = 250_000 - Buffer.byteLength(JSON.stringify(empty));
    expect(checkView(modal({ blocks: bulk(room) }), 'modal')).toBeNull();
    expect(checkView(modal({ blocks: bulk(room + 1) }), 'modal')?.error).toBe('view_too_large');
    const umlauts = many(90, () => section({ text: plain('ü'.repeat(1500)) }));
    expect(checkView(modal({ blocks: umlauts }), 'modal')?.error).toBe('view_too_large');
  });

  it('needs Submit as soon as it asks for something', () => {
    expect(checkView(modal({ blocks: [input()], submit: plain('Save') }), 'modal')).toBeNull();
    expect(checkView(modal({ blocks: [input()] }), 'modal')).toEqual({
      error: 'invalid_arguments',
      messages: ['[ERROR] missing required field: submit [json-pointer:/view]'],
    });
  });

  it.each([
    ['without a title', { ...modal(), title: undefined }, 'missing required field: title'],
    ['without blocks', { ...modal(), blocks: undefined }, 'missing required field: blocks'],
    ['of another type', { ...modal(), type: 'dialog' }, 'unsupported type: dialog'],
    ['with an unknown field', modal({ width: 'wide' }), 'invalid additional property: width'],
    ['with a field of the answer', modal({ id: 'V1' }), 'invalid additional property: id'],
    ['with a title in mrkdwn', modal({ title: { type: 'mrkdwn', text: 'x' } }), '/view/title/type'],
    [
      'with two blocks of one block_id',
      modal({ blocks: many(2, () => section({ block_id: 'a' })) }),
      'unique',
    ],
    ['with two elements of one action_id', modal({ blocks: [actions(button(), button())] }), 'unique'],
    ['with a data_table', modal({ blocks: [dataTable(rows(2))] }), 'unsupported type: data_table'],
    ['with a table', modal({ blocks: [table(rows(2))] }), 'unsupported type: table'],
    ['with a chart', modal({ blocks: [barChart(1, 1)] }), 'unsupported type: data_visualization'],
    ['with markdown', modal({ blocks: [{ type: 'markdown', text: 'x' }] }), 'unsupported type: markdown'],
  ])('is refused %s', (_what, view, words) => {
    const found = checkView(view, 'modal');
    expect(found?.error).toBe('invalid_arguments');
    expect(found?.messages.join('\n')).toContain(words);
  });

  it('is refused where it is no object at all', () => {
    for (const view of [undefined, null, 'modal', []])
      expect(checkView(view, 'modal')?.error).toBe('invalid_arguments');
  });

  it('may hold an alert of 200 characters, and not of one more', () => {
    const alert = (n: number) =>
      modal({ blocks: [{ type: 'alert', text: plain(chars(n)), level: 'warning' }] });
    expect(checkView(alert(200), 'modal')).toBeNull();
    expect(checkView(alert(201), 'modal')?.error).toBe('invalid_arguments');
  });

  it('may ask for a file and for where to answer', () => {
    const blocks = [
      input({ type: 'file_input', action_id: 'file', max_files: 10 }),
      input({ type: 'conversations_select', action_id: 'where', response_url_enabled: true }),
    ];
    expect(checkView(modal({ blocks, submit: plain('Import') }), 'modal')).toBeNull();
    const eleven = [input({ type: 'file_input', action_id: 'file', max_files: 11 })];
    expect(checkView(modal({ blocks: eleven, submit: plain('Import') }), 'modal')?.error).toBe(
      'invalid_arguments',
    );
  });
});

describe('the Home tab', () => {
  it.each(ON_BOTH)('takes %s of %i characters', (_what, most, make) => {
    expect(checkView(home(make(most)), 'home')).toBeNull();
  });

  it.each(ON_BOTH)('refuses %s above %i characters', (_what, most, make) => {
    expect(checkView(home(make(most + 1)), 'home')?.error).toBe('invalid_arguments');
  });

  it('takes 100 blocks and refuses 101', () => {
    expect(checkView(home({ blocks: many(100, () => section()) }), 'home')).toBeNull();
    expect(checkView(home({ blocks: many(101, () => section()) }), 'home')?.error).toBe('invalid_arguments');
  });

  it('may ask without Submit, since nothing is handed in there', () => {
    expect(checkView(home({ blocks: [input(textInput(), { dispatch_action: true })] }), 'home')).toBeNull();
  });

  it.each([
    ['a title', home({ title: plain('Tightrope') }), 'invalid additional property: title'],
    ['Submit', home({ submit: plain('Save') }), 'invalid additional property: submit'],
    ['an alert', home({ blocks: [{ type: 'alert', text: plain('x') }] }), 'unsupported type: alert'],
    ['a data_table', home({ blocks: [dataTable(rows(2))] }), 'unsupported type: data_table'],
    [
      'a wish for a response URL',
      home({
        blocks: [actions({ type: 'channels_select', action_id: 'c', response_url_enabled: true })],
      }),
      'invalid additional property: response_url_enabled',
    ],
    ['the type of a modal', { ...home(), type: 'modal' }, 'unsupported type: modal'],
  ])('is refused with %s', (_what, view, words) => {
    const found = checkView(view, 'home');
    expect(found?.error).toBe('invalid_arguments');
    expect(found?.messages.join('\n')).toContain(words);
  });
});

/** Blocks that hold `size` letters between them, none above what a section takes. */
function bulk(size: number): Json[] {
  return many(90, (index) => {
    const share = Math.min(2900, Math.max(0, size - index * 2900));
    return section({ block_id: `b${index}`, text: plain(`.${chars(share)}`) });
  });
}
