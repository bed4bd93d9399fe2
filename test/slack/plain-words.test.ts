// What Slack sends of a message, as the person typed it.
import { expect, test } from 'vitest';
import { plainWords } from '../../src/slack/plain-words.ts';

test.each([
  ['R&amp;D pays 5 &lt; 10 &gt; 3', 'R&D pays 5 < 10 > 3'],
  ['ask <mailto:ap@acme.example|ap@acme.example>', 'ask ap@acme.example'],
  [
    'ask <mailto:ap@acme.example>, <tel:+12125550101|+1 212 555 0101>',
    'ask ap@acme.example, +1 212 555 0101',
  ],
  ['see <https://acme.example/a?b=1&amp;c=2>', 'see https://acme.example/a?b=1&c=2'],
  ['see <https://acme.example/x|the order>', 'see the order'],
  ['<@U0ANA> and <!here> stay, as does &amp;lt;', '<@U0ANA> and <!here> stay, as does &lt;'],
])('%s is %s', (sent, typed) => expect(plainWords(sent)).toBe(typed));
