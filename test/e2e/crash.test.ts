// A power cut at the worst moments: what was approved goes out once, what is in doubt is asked, nothing is half done.
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { elementFor, elementsIn, see, wordsOf } from './person.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { type Program, startProgram } from './process.ts';
import { openSite, type Site } from './program.ts';

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

  test('the moment after the click on Approve, nothing is lost: the card says what to do, and it goes out once', async () => {
    const first = await start();
    const letter = await draftLetter();
    expect(await site.ben.click(letter, 'draft.approve')).toMatchObject({ appAcked: true });
    await first.kill();
    const second = await start();
    const { state, card } = await see('a card that is up to date', () => settled(letter));
    if (state === 'open') await site.ben.click(card, 'draft.approve');
    if (state === 'unsure') {
      const was = post.letters.length > 0 ? 'draft.was_sent' : 'draft.was_not_sent';
      await site.ben.click(card, was);
    }
    if (state === 'unsure' && post.letters.length === 0) {
      await site.ben.click(await site.ben.seesInThread(threadOf(letter), 'Try again'), 'draft.approve');
    }
    await site.ben.seesInThread(threadOf(letter), ':white_check_mark: *Sent');
    await second.stop();
    expect(post.letters).toHaveLength(1);
  });

  /** What the card asks of a person, once the restarted program has nothing more to say of it; null: not yet. */
  async function settled({ ts, channel, threadTs }: Message) {
    await site.ben.idle();
    const thread = await site.ben.thread({ channel, ts: threadTs ?? ts });
    const card = thread.find((one) => one.ts === ts);
    if (!card) return null;
    const words = wordsOf(card.blocks);
    if (words.includes(':white_check_mark: *Sent')) return { state: 'sent', card } as const;
    if (elementsIn(card.blocks, 'draft.was_sent').length > 0) return { state: 'unsure', card } as const;
    return elementsIn(card.blocks, 'draft.approve').length > 0 ? ({ state: 'open', card } as const) : null;
  }

  test('while a reply is taken in, its next delivery finishes the work: one card, one record', async () => {
    const first = await start();
    const letter = await draftLetter();
    const books = new Client({ connectionString: site.databaseUrl });
    await books.connect();
    try {
      // Nobody can write readings while this is held, so the reply is cut off after it was read.
      await books.query('BEGIN');
      await books.query('LOCK TABLE readings IN SHARE ROW EXCLUSIVE MODE');
      await site.ben.answer(letter, 'left a message with Dana');
      await first.kill();
      await books.query('ROLLBACK');
    } finally {
      await books.end();
    }
    await start();
    await site.ben.post('redeliver', { events: 1 });
    await site.ben.post('redeliver', { events: 1 });
    const asked = await site.ben.seesInThread(threadOf(letter), 'What I understood');
    await site.ben.click(asked, 'reading.confirm');
    await site.ben.seesInThread(threadOf(letter), 'Recorded for Acme');
    await site.ben.idle();
    const thread = await site.ben.thread(threadOf(letter));
    expect(thread.filter((one) => /What I understood|Recorded for/.test(wordsOf(one)))).toHaveLength(1);
  });

  test('an import that was cut off leaves nothing behind, and the same file can be dropped again', async () => {
    const first = await start();
    const { id } = present(await site.ben.channel('Tightrope'));
    const drop = async () =>
      site.ben.say(id, '', { files: [await site.ben.file('open-invoices.csv', FILE)] });
    const books = new Client({ connectionString: site.databaseUrl });
    const eyes = new Client({ connectionString: site.databaseUrl });
    await Promise.all([books.connect(), eyes.connect()]);
    try {
      // Nobody can write invoices while this is held, so the import waits with its customers written.
      await books.query('BEGIN');
      await books.query('LOCK TABLE invoices IN SHARE ROW EXCLUSIVE MODE');
      await drop();
      await see('an import that waits', () => waitingImport(eyes));
      await first.kill();
      await books.query('ROLLBACK');
      await see('the end of the import', async () => ((await waitingImport(eyes)) ? null : true));
      const { rows } = await books.query('SELECT name FROM customers UNION SELECT file_name FROM imports');
      expect(rows.map(({ name }) => name).sort()).toEqual(['Acme Robotics Inc', 'first.csv']);
    } finally {
      await Promise.all([books.end(), eyes.end()]);
    }
    await start();
    await site.ben.command('/overdue birch');
    await site.ben.sees('overdue', /no customer.*birch/i);
    const { ts } = await drop();
    const receipt = await site.ben.seesInThread({ channel: id, ts }, 'Taken in');
    expect(wordsOf(receipt.blocks)).toMatch(/2 new customers/);
  });

  describe('between the mail server’s yes and our note of it', () => {
    let card: Message;

    beforeEach(async () => {
      const first = await start();
      const letter = await draftLetter();
      const killed = new Promise((resolve) => {
        post.insteadOfAnswer = () => resolve(first.kill());
      });
      await site.ben.click(letter, 'draft.approve');
      await killed;
      post.insteadOfAnswer = null;
      await start();
      card = await site.ben.seesInThread(threadOf(letter), '*It may have been sent.*');
    });

    test('a person is asked, and it is not sent again by itself', async () => {
      expect(wordsOf(card.blocks)).toContain('Look into the sent mail of your mail account');
      await site.ben.idle();
      expect(post.letters).toHaveLength(1);
      await site.ben.click(card, 'draft.was_sent');
      await site.ben.seesInThread(
        threadOf(card),
        /:white_check_mark: \*Sent[\s\S]*A person found that it was sent/,
      );
      await site.ben.command('/overdue acme');
      await site.ben.sees('overdue', /History[\s\S]*Sent “/);
      expect(post.letters).toHaveLength(1);
    });

    test('where it was not, it goes out again after another approval, as the same mail', async () => {
      await site.ben.click(card, 'draft.was_not_sent');
      const failed = await site.ben.seesInThread(threadOf(card), 'A person found that it was not sent');
      expect(post.letters).toHaveLength(1);
      await site.ben.click(failed, 'draft.approve');
      await site.ben.seesInThread(threadOf(card), ':white_check_mark: *Sent');
      expect(post.letters).toHaveLength(2);
      expect(post.letters[1]?.messageId).toBe(post.letters[0]?.messageId);
    });

    test('who may not approve may not answer for it either', async () => {
      await site.ana.click(card, 'draft.was_not_sent');
      await site.ana.seesInThread(threadOf(card), 'Only an approver can decide on letters');
      expect(
        wordsOf((await site.ben.seesInThread(threadOf(card), '*It may have been sent.*')).blocks),
      ).not.toContain('not sent.*');
    });
  });

  describe('two programs on one database', () => {
    test('post one digest and send one letter between them', async () => {
      await Promise.all([start(), start()]);
      const letter = await draftLetter();
      await site.ben.click(letter, 'draft.approve');
      await site.ben.seesInThread(threadOf(letter), ':white_check_mark: *Sent');
      for (const program of running) await program.stop();
      expect(post.letters).toHaveLength(1);
      expect(await digests()).toHaveLength(1);
    });

    test('one that starts does not take over what the other is about to say', async () => {
      await site.ben.faults({ rateLimit: { method: 'chat.postMessage', times: 1, retryAfterSeconds: 4 } });
      const first = start();
      await see('a digest that has to wait', waits);
      await start();
      await first;
      await site.ben.sees('overdue', 'Good morning!');
      for (const program of running) await program.stop();
      expect(await digests()).toHaveLength(1);
    });

    test('one that starts does not call a letter unsure that the other is sending', async () => {
      await start();
      const letter = await draftLetter();
      const answered = new Promise<void>((resolve) => {
        post.insteadOfAnswer = (answer) =>
          void start().then(() => {
            answer();
            resolve();
          });
      });
      await site.ben.click(letter, 'draft.approve');
      await answered;
      await site.ben.seesInThread(threadOf(letter), ':white_check_mark: *Sent');
      for (const program of running) await program.stop();
      expect(post.letters).toHaveLength(1);
      await site.ben.seesInThread(threadOf(letter), ':white_check_mark: *Sent');
    });

    async function digests(): Promise<Message[]> {
      return (await site.ben.messages('overdue')).filter(({ text }) => text.includes('Good morning!'));
    }

    async function waits(): Promise<true | null> {
      const { entries } = await site.ben.get<{ entries: { error: string | null }[] }>('log');
      return entries.some(({ error }) => error === 'ratelimited') ? true : null;
    }
  });
});

const FILE = `Customer,Email,Invoice,Invoice date,Due date,Amount,Open
Birch Bakery,bea@birch.example,B-1,2024-01-02,2024-01-23,120.00,120.00
Cobalt Cycles,carl@cobalt.example,C-1,2024-01-02,2024-01-23,80.00,80.00
`;

/** True while some statement of the program waits for a lock; null when none does. */
async function waitingImport(eyes: Client): Promise<true | null> {
  const { rowCount } = await eyes.query(
    `SELECT FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%invoices%'`,
  );
  return rowCount ? true : null;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

function threadOf({ channel, threadTs, ts }: Message) {
  return { channel, ts: threadTs ?? ts };
}
