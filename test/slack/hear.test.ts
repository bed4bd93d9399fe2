// Where a click came from: a digest that somebody replied to is still the digest, not a reply in its own thread.
import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { type Click, onClick } from '../../src/slack/hear.ts';
import type { Room } from '../../src/slack/listen.ts';

/** Hears one click on a button of a message, as Slack tells of it. */
async function clickOn(message: { ts: string; thread_ts?: string }): Promise<Click> {
  let listener: (args: object) => Promise<void> = async () => {};
  const app = { action: (_id: string, heard: typeof listener) => (listener = heard) } as unknown as App;
  const people = { isOutsider: async () => false };
  const room = { portsFor: async () => ({}), people } as unknown as Room;
  const clicks: Click[] = [];
  onClick(app, room, 'case.draft', async (_ports, click) => {
    clicks.push(click);
    return undefined;
  });
  await listener({
    ack: async () => {},
    respond: async () => {},
    action: { type: 'button', action_id: 'case.draft', value: 'x' },
    body: {
      user: { id: 'U1' },
      team: { id: 'T1' },
      trigger_id: '1.1',
      channel: { id: 'C1', name: 'overdue' },
      message,
      container: { type: 'message', message_ts: message.ts, channel_id: 'C1', thread_ts: message.thread_ts },
    },
  });
  const [click] = clicks;
  if (!click) throw new Error('the click was not heard');
  return click;
}

test.each([
  ['a message nobody replied to', { ts: '5.1' }, null],
  ['a message that a thread hangs on', { ts: '5.1', thread_ts: '5.1' }, null],
  ['a reply in a thread', { ts: '5.2', thread_ts: '5.1' }, '5.1'],
])('a click on %s', async (_what, message, threadTs) => {
  const { place } = await clickOn(message);
  expect(place).toEqual({ team: 'T1', user: 'U1', channel: 'C1', threadTs });
});
