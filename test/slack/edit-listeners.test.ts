// Which of Slack's message events are a person's change of their own words.
import { describe, expect, it } from 'vitest';
import { type ChangeEvent, ownChange } from '../../src/slack/edit-listeners.ts';

const before = { ts: '10.1', thread_ts: '9.1', user: 'U1', text: 'pays on Friday' };
const after = { ...before, text: 'pays on Monday', edited: { ts: '20.0' } };
const changed = (over: Partial<ChangeEvent> = {}): ChangeEvent => ({
  subtype: 'message_changed',
  channel: 'C1',
  event_ts: '20.5',
  message: after,
  previous_message: before,
  ...over,
});

describe('a change of one’s own words', () => {
  it('is an edit of the text', () => {
    expect(ownChange(changed())).toEqual({
      channel: 'C1',
      ts: '10.1',
      threadTs: '9.1',
      user: 'U1',
      text: 'pays on Monday',
      changedTs: '20.5',
    });
  });

  it('is a deletion', () => {
    const { message: _, ...deleted } = changed({ subtype: 'message_deleted' });
    expect(ownChange(deleted)).toMatchObject({ ts: '10.1', threadTs: '9.1', text: null });
  });

  it.each<[string, ChangeEvent]>([
    ['a link shown in full', changed({ message: { ...before } })],
    ['a link shown in full in what was edited before', changed({ previous_message: after })],
    ['an answer below', changed({ message: { ...after }, previous_message: { ...after } })],
    ['what an app wrote', changed({ message: { ...after, bot_id: 'B1' } })],
    ['the stone over a deleted thread', changed({ message: { ...after, subtype: 'tombstone' } })],
    ['a new message', changed({ subtype: 'file_share' })],
    ['a message of nobody', changed({ message: { ts: '10.1', text: 'x', edited: { ts: '20.0' } } })],
  ])('is not %s', (_, event) => {
    expect(ownChange(event)).toBeNull();
  });
});
