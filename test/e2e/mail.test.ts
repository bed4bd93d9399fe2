// What the mail server does with an approved letter, and what the team sees of it; and the mail as the customer gets it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { elementsIn, wordsOf } from './person.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { freePort } from './program.ts';

const SENT = ':white_check_mark: *Sent';
const FAILED = ':warning: *It could not be sent.*';
const UNSURE = ':warning: *It may have been sent.*';

describe('a letter on its way', () => {
  let office: Office;
  let post: PostOffice;

  beforeAll(async () => {
    post = await openPostOffice();
    office = await openOffice({ settings: { SMTP_URL: post.url } });
  });
  afterAll(async () => {
    await office.close();
    await post.close();
  });
  beforeEach(() => {
    post.letters.length = 0;
    post.refuseRecipients = null;
    post.insteadOfAnswer = null;
  });

  /** The card of a letter to this customer. */
  async function draftFor(name: string): Promise<Message> {
    const { ben } = office;
    await ben.command(`/overdue ${name}`, 'general');
    await ben.idle();
    await ben.click(await ben.seesAlone('general', new RegExp(`^${name}`, 'm')), 'case.draft');
    await ben.idle();
    const card = await ben.sees('overdue', new RegExp(`^${name}`, 'm'));
    return ben.seesInThread(card, 'Approve & send');
  }

  /** Books older than a few days are not chased from. */
  async function readBooksAgain(): Promise<void> {
    const { olivia } = office;
    const { id = '' } = (await olivia.channel('Tightrope')) ?? {};
    const books =
      'Customer,Invoice,Invoice date,Due date,Amount,Open\nNew Shop,N-1,2030-10-22,2030-11-12,90,90\n';
    const { ts } = await olivia.say(id, '', { files: [await olivia.file('books.csv', books)] });
    await olivia.seesInThread({ channel: id, ts }, 'Taken in');
  }

  test('refused by the server for its recipient: the card says so, nothing went out, and Try again works', async () => {
    const { ben } = office;
    const letter = await draftFor('Acme Robotics Inc');
    post.refuseRecipients = 'No such user here';
    await ben.click(letter, 'draft.approve');
    const failed = await ben.seesInThread(threadOf(letter), FAILED);
    expect(failed.ts).toBe(letter.ts);
    const words = wordsOf(failed.blocks);
    expect(words).toContain('refused the recipient dana@acme-robotics.example');
    expect(words).toContain('No such user here');
    expect(words).toContain('Nothing went out');
    expect(post.letters).toHaveLength(0);

    post.refuseRecipients = null;
    expect(elementsIn(failed.blocks, 'draft.approve')[0]?.text).toMatchObject({ text: 'Try again' });
    await ben.click(failed, 'draft.approve');
    await ben.seesInThread(threadOf(letter), SENT);
    expect(post.letters).toHaveLength(1);
  });

  test('taken by the server, which hangs up before it says so: a person is asked, and it is not sent again by itself', async () => {
    const { ben } = office;
    const letter = await draftFor('Cedar & Vine Florists');
    post.insteadOfAnswer = () => post.hangUp();
    await ben.click(letter, 'draft.approve');
    const asked = await ben.seesInThread(threadOf(letter), UNSURE);
    expect(wordsOf(asked.blocks)).toContain('It may have gone out, or not');
    expect(elementsIn(asked.blocks, 'draft.approve')).toEqual([]);
    await ben.idle();
    expect(post.letters).toHaveLength(1);
    await ben.click(asked, 'draft.was_sent');
    await ben.seesInThread(threadOf(letter), SENT);
    expect(post.letters).toHaveLength(1);
  });

  test('as the customer gets it: from the person, answerable, one plain letter of exactly the approved words', async () => {
    const { ben } = office;
    const letter = await draftFor('Zephyr Sailing School');
    await ben.click(letter, 'draft.edit');
    const form = await ben.seesModal('Edit the draft');
    const approved = String(valueIn(form.values, 'body'));
    const subject = String(valueIn(form.values, 'subject'));
    await ben.closeForm(form);
    await ben.click(letter, 'draft.approve');
    await ben.seesInThread(threadOf(letter), SENT);

    const [mail] = post.letters;
    expect(mail?.from?.value).toEqual([
      { name: 'Olivia Owner, Harbor & Pine Design', address: 'olivia@harborandpine.example' },
    ]);
    expect(mail?.replyTo?.value[0]?.address).toBe('olivia@harborandpine.example');
    expect(mail?.to).toMatchObject({ value: [{ address: 'kit@zephyr.example', name: '' }] });
    expect(mail?.cc).toBeUndefined();
    expect(mail?.subject).toBe(subject);
    expect(mail?.messageId).toMatch(/^<draft-[\w-]+@harborandpine\.example>$/);
    expect(mail?.text?.trimEnd()).toBe(approved.trimEnd());
    expect(mail?.text).not.toMatch(/[*_~`]|<[@!#h]|&amp;|:\w+:/);
    expect(mail?.attachments).toEqual([]);
    expect(mail?.html).not.toMatch(/<img|<script|<link/i);
    expect(mail?.headers.get('auto-submitted')).toBe('no');
  });

  test('the second letter to a customer answers the first, so that their mail program shows one conversation', async () => {
    const { ben } = office;
    const first = await draftFor('Velo City Bikes');
    await ben.click(first, 'draft.approve');
    await ben.seesInThread(threadOf(first), SENT);
    expect(post.letters[0]?.inReplyTo).toBeUndefined();

    await ben.moveClock({ to: '2030-10-23T13:35:00.000Z' });
    await readBooksAgain();
    const second = await draftFor('Velo City Bikes');
    expect(second.ts).not.toBe(first.ts);
    await ben.click(second, 'draft.approve');
    await ben.seesInThread({ channel: second.channel, ts: second.threadTs ?? '' }, /Sent Wed Oct 23/);
    const [one, two] = post.letters;
    expect(two?.messageId).not.toBe(one?.messageId);
    expect(two?.inReplyTo).toBe(one?.messageId);
    expect([two?.references].flat()).toEqual([one?.messageId]);
  });
});

test('a mail server that does not answer: the card says so, and nothing is lost', async () => {
  const port = await freePort();
  const office = await openOffice({ settings: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  try {
    const { ben } = office;
    await ben.command('/overdue acme', 'general');
    await ben.click(await ben.seesAlone('general', /^Acme/m), 'case.draft');
    const letter = await ben.seesInThread(await ben.sees('overdue', /^Acme/m), 'Approve & send');
    await ben.click(letter, 'draft.approve');
    const failed = await ben.seesInThread(threadOf(letter), FAILED);
    expect(wordsOf(failed.blocks)).toContain('The mail server could not be reached, so nothing was sent.');
    expect(wordsOf(failed.blocks)).toContain('Hello Dana,');
    expect(elementsIn(failed.blocks, 'draft.approve')).toHaveLength(1);
  } finally {
    await office.close();
  }
});

function threadOf({ channel, threadTs, ts }: Message) {
  return { channel, ts: threadTs ?? ts };
}

/** What stands in a form's input of this name. */
function valueIn(values: Record<string, Record<string, Record<string, unknown>>>, name: string): unknown {
  return Object.values(values[name] ?? {})[0]?.value;
}
