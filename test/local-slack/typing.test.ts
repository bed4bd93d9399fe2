// What the composer makes of what is typed: names become references, and everything else stays words.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { act, look, startProbe } from './local-slack.ts';

let slack: LocalSlack;
beforeAll(async () => {
  slack = await startProbe();
});
afterAll(() => slack.stop());

it.each([
  ['special characters', 'Fish & Chips <5', 'Fish &amp; Chips &lt;5'],
  ['what is escaped already', '&lt;', '&amp;lt;'],
  ['a name', 'ask @ben, please', 'ask <@U0BEN>, please'],
  ['a name at the start, in capitals', '@Olivia look', '<@U0OLIVIA> look'],
  ['a name inside a word', 'ben@ben.example', 'ben@ben.example'],
  ['the app’s name', 'hey @probe', 'hey <@U0TIGHTROPE>'],
  ['a channel', 'see #overdue', 'see <#C0OVERDUE|overdue>'],
  ['a channel that is not there', 'see #nowhere', 'see #nowhere'],
  ['a reference that was chosen', 'ask <@U0BEN> & <@U0ANA>', 'ask <@U0BEN> &amp; <@U0ANA>'],
  ['a channel that was chosen', 'in <#C0OVERDUE>', 'in <#C0OVERDUE>'],
  ['a call to everybody', '<!channel> <!here|x>', '&lt;!channel&gt; &lt;!here|x&gt;'],
  ['a link', '<https://evil.example|pay here>', '&lt;https://evil.example|pay here&gt;'],
  ['half a reference', '<@U0BEN <@> @U0BEN>', '&lt;@U0BEN &lt;@&gt; @U0BEN&gt;'],
  ['a reference in brackets', '<<@U0BEN>>', '&lt;<@U0BEN>&gt;'],
  ['control characters', '\u0001@U0BEN\u0002 \u0001!channel>', '\u0001@U0BEN\u0002 \u0001!channel&gt;'],
])('types %s', async (_what, typed, sent) => {
  const place = { as: 'U0ANA', channel: 'C0GENERAL' };
  const { ts } = await act<{ ts: string }>(slack.url, 'message', { ...place, text: typed });
  const { messages } = await look<{ messages: Message[] }>(slack.url, 'channels/C0GENERAL/messages?as=U0ANA');
  expect(messages.find((one) => one.ts === ts)?.text).toBe(sent);
});
