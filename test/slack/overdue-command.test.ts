// What somebody means by the words after /overdue, where customers have names like commands.
import { describe, expect, it } from 'vitest';
import { commandMeant } from '../../src/slack/overdue-command.ts';

const NAMES = ['Art', 'Art History Ltd', 'Statement Analytics', 'Why Not', 'Acme Robotics Inc'];
const meant = (text: string) =>
  commandMeant(text, async () => NAMES.map((name, index) => ({ id: String(index), name })));

describe('a customer whose name has a word of a command in it', () => {
  it.each([
    ['Art History', { kind: 'customer', typed: 'Art History' }],
    ['  art   history ltd', { kind: 'customer', typed: 'art history ltd' }],
    ['statement analytics', { kind: 'customer', typed: 'statement analytics' }],
    ['Why Not?', { kind: 'customer', typed: 'Why Not?' }],
    ['art history history', { kind: 'history', typed: 'art history' }],
    ['art history statement', { kind: 'statement', typed: 'art history' }],
    ['why why not', { kind: 'why', typed: 'why not' }],
    ['history of art', { kind: 'history', typed: 'art' }],
    ['acme history', { kind: 'history', typed: 'acme' }],
    ['acme timeline', { kind: 'timeline', typed: 'acme' }],
    ['art statement', { kind: 'statement', typed: 'art' }],
  ])('%s', async (text, command) => {
    expect(await meant(text)).toEqual(command);
  });

  it('is looked for only where there is a doubt', async () => {
    const fail = async () => {
      throw new Error('asked for the names');
    };
    for (const text of ['', 'acme', 'help', '60+', 'policy', 'mine']) await commandMeant(text, fail);
  });
});
