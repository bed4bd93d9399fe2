// The order and the number of what is written to Slack, against a client that is slow or refuses.
import type { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { Outbox } from '../../src/slack/outbox.ts';

type Sent = { readonly method: string; readonly text: string };

/** Each call takes a moment, so that calls can overtake each other where nothing keeps their order. */
function slowClient(fail: (sent: Sent, calls: number) => object | null = () => null) {
  const sent: Sent[] = [];
  const call = (method: string) => async (given: { text: string; channel: string }) => {
    await new Promise((resolve) => setTimeout(resolve, 20 - sent.length));
    const one = { method, text: given.text };
    sent.push(one);
    const problem = fail(one, sent.length);
    if (problem) throw problem;
    return { ok: true, channel: given.channel, ts: `1.${sent.length}` };
  };
  const chat = {
    postMessage: call('post'),
    update: call('update'),
    postEphemeral: call('whisper'),
  };
  return { sent, outbox: new Outbox({ chat } as unknown as WebClient) };
}

const words = (text: string) => ({ text, blocks: [] });
const AT = { channel: 'C1', ts: '1.1' };

test('posts to one channel go out in the order they were given', async () => {
  const { sent, outbox } = slowClient();
  await Promise.all(['one', 'two', 'three'].map((text) => outbox.post('C1', words(text))));
  expect(sent.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
});

test('of many changes of one message at once, the newest is drawn, once, and all are told', async () => {
  const { sent, outbox } = slowClient();
  let state = 0;
  const drawn = () => words(`state ${state}`);
  const changes: Promise<void>[] = [];
  for (state = 1; state <= 20; state += 1) changes.push(outbox.update(AT, drawn));
  state = 20;
  await Promise.all(changes);
  expect(sent).toEqual([{ method: 'update', text: 'state 20' }]);
});

test('a change that comes while the message is being drawn is drawn after it', async () => {
  const { sent, outbox } = slowClient();
  let second: Promise<void> | null = null;
  await outbox.update(AT, () => {
    second ??= outbox.update(AT, () => words('second'));
    return words('first');
  });
  await second;
  expect(sent.map(({ text }) => text)).toEqual(['first', 'second']);
});

test('a change that Slack refuses is told to everyone who asked for it, and the next is tried', async () => {
  const { sent, outbox } = slowClient((_, calls) =>
    calls === 1 ? { data: { error: 'message_not_found' } } : null,
  );
  const both = [outbox.update(AT, () => words('a')), outbox.update(AT, () => words('b'))];
  for (const one of await Promise.allSettled(both)) {
    expect(one).toMatchObject({
      status: 'rejected',
      reason: { message: 'The message was deleted in Slack.' },
    });
  }
  await outbox.update(AT, () => words('c'));
  expect(sent.map(({ text }) => text)).toEqual(['b', 'c']);
});

test('what Slack limits for a moment goes out after it, and in order', async () => {
  const { sent, outbox } = slowClient((_, calls) => (calls === 1 ? { retryAfter: 0.01 } : null));
  await Promise.all([outbox.post('C1', words('one')), outbox.post('C1', words('two'))]);
  expect(sent.map(({ text }) => text)).toEqual(['one', 'one', 'two']);
});
