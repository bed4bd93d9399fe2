// Fields in a message: what a person put into them goes to the app with their next press, as Slack's state.values.
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { act, connectApp, type ProbeApp, startProbe } from './local-slack.ts';
import { clientOf, GENERAL, refused } from './slack-client.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });

const BOX = {
  type: 'input',
  block_id: 'box',
  label: plain('What came of it?'),
  element: { type: 'plain_text_input', action_id: 'words', multiline: true, max_length: 20 },
};
const ROW = {
  type: 'actions',
  block_id: 'row',
  elements: [
    { type: 'button', action_id: 'record', text: plain('Record it'), value: 'v' },
    { type: 'static_select', action_id: 'mood', options: [option('good'), option('bad')] },
  ],
};

let slack: LocalSlack;
let client: WebClient;
let app: ProbeApp;
let message: { type: 'message'; channel: string; ts: string };

beforeAll(async () => {
  slack = await startProbe();
  client = clientOf(slack);
  app = await connectApp(slack);
});
afterAll(async () => {
  app.close();
  await slack.stop();
});
beforeEach(async () => {
  const posted = await client.chat.postMessage({ channel: GENERAL, text: 'x', blocks: [BOX, ROW] as never });
  message = { type: 'message', channel: GENERAL, ts: posted.ts ?? '' };
});

const press = (more: object = {}) =>
  act(slack.url, 'action', { as: 'U0BEN', container: message, actionId: 'record', ...more });

describe('a press on a message with a field', () => {
  it('carries what was put in, beside what was not touched', async () => {
    await press({ values: { box: { words: { value: 'no answer' } } } });
    expect(app.last('interactive')).toMatchObject({
      type: 'block_actions',
      actions: [{ action_id: 'record', value: 'v' }],
      message: { ts: message.ts, blocks: [{ block_id: 'box' }, { block_id: 'row' }] },
      state: {
        values: {
          box: { words: { type: 'plain_text_input', value: 'no answer' } },
          row: { mood: { type: 'static_select', selected_option: null } },
        },
      },
    });
  });

  it('carries an empty field as nothing', async () => {
    await press();
    expect(app.last('interactive').state).toMatchObject({ values: { box: { words: { value: null } } } });
  });

  it('carries what one person put in, and nothing of another', async () => {
    await press({ values: { box: { words: { value: 'mine' } } } });
    await press({ as: 'U0ANA' });
    expect(app.last('interactive')).toMatchObject({
      user: { id: 'U0ANA' },
      state: { values: { box: { words: { value: null } } } },
    });
  });

  it('carries a choice together with the words', async () => {
    const state = { type: 'static_select', selected_option: option('bad') };
    await press({ actionId: 'mood', state, values: { box: { words: { value: 'rude' } } } });
    expect(app.last('interactive').state).toMatchObject({
      values: {
        box: { words: { value: 'rude' } },
        row: { mood: { selected_option: { value: 'bad' } } },
      },
    });
  });

  it('begins with what the app put into the field', async () => {
    const filled = { ...BOX, element: { ...BOX.element, initial_value: 'LVM' } };
    await client.chat.update({ channel: GENERAL, ts: message.ts, text: 'x', blocks: [filled, ROW] as never });
    await press();
    expect(app.last('interactive').state).toMatchObject({ values: { box: { words: { value: 'LVM' } } } });
  });

  it('is refused with more than the field takes, or with a field that is gone', async () => {
    const tooLong = press({ values: { box: { words: { value: 'x'.repeat(21) } } } });
    await expect(tooLong).rejects.toThrow('too_long: That is longer than the 20 characters');
    await expect(press({ values: { gone: { words: { value: 'x' } } } })).rejects.toThrow('no longer there');
  });
});

it('a message takes no field for files', async () => {
  const files = { ...BOX, element: { type: 'file_input', action_id: 'files' } };
  const posted = client.chat.postMessage({ channel: GENERAL, text: 'x', blocks: [files] as never });
  expect(await refused(posted)).toMatchObject({ error: 'invalid_blocks' });
});
