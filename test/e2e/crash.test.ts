// A power cut at the worst moments: what was approved goes out once, what is in doubt is asked, nothing is half done.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { elementFor, wordsOf } from './person.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { openSite, type Program, type Site, startProgram } from './program.ts';

describe('when the program is killed', () => {
  let site: Site;
  let post: PostOffice;
  const running = new Set<Program>();

  beforeEach(async () => {
    post = await openPostOffice();
    site = await openSite({ SMTP_URL: post.url });
  });
  afterEach(async () => {
    for (const program of running) await program.kill();
    running.clear();
    await site.close();
    await post.close();
  });

  async function start(more: Record<string, string> = {}): Promise<Program> {
    const program = await startProgram({ ...site.settings, ...more });
    running.add(program);
    return program;
  }

  /** The letter to Acme on its card, ready to be approved. */
  async function draftLetter(): Promise<Message> {
    const digest = await site.ben.sees('overdue', 'Good morning!');
    await site.ben.click(digest, 'case.draft', { blockId: elementFor(digest, 'case.draft').blockId });
    const card = await site.ben.sees('overdue', /^Acme Robotics Inc/m);
    return site.ben.seesInThread(card, 'Approve & send');
  }

  test('a letter that was approved goes out once, when the program runs again', async () => {
    const first = await start({ UNDO_SECONDS: '3' });
    const letter = await draftLetter();
    await site.ben.click(letter, 'draft.approve');
    await site.ben.seesInThread(threadOf(letter), 'Sending in 3 seconds');
    await first.kill();
    expect(post.letters).toHaveLength(0);
    await start();
    await site.ben.seesInThread(threadOf(letter), ':white_check_mark: *Sent');
    expect(post.letters).toHaveLength(1);
  });
});

function threadOf({ channel, threadTs, ts }: Message) {
  return { channel, ts: threadTs ?? ts };
}
