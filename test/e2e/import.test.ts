// A ledger goes in: dropped on the app, answered where it asks, refused whole where it is wrong, and shown from then on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type Office, openOffice } from './office.ts';
import { wordsOf } from './person.ts';

const HEAD = 'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency';

function csv(...rows: string[]): string {
  return [HEAD, ...rows].join('\n');
}

describe('importing the open invoices', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ sample: false });
  });
  afterAll(() => office.close());

  const drop = async (name: string, content: string | Buffer): Promise<Message> => {
    const file = await office.ben.file(name, content);
    const { ts } = await office.ben.say('Tightrope', '', { files: [file] });
    const sent = (await office.ben.messages('Tightrope')).find((message) => message.ts === ts);
    if (!sent) throw new Error('the file was not sent');
    return sent;
  };

  test('a file dropped in the direct message is taken in, and the receipt has its figures', async () => {
    const sent = await drop(
      'open.csv',
      csv(
        'Harborlight Cafe,kim@harborlight.example,HL-1,2030-08-20,2030-09-19,420.00,420.00,USD',
        'Harborlight Cafe,kim@harborlight.example,HL-2,2030-09-15,2030-10-15,1000.50,600.50,USD',
        'Möwe GmbH,buero@moewe.example,M-7,2030-09-01,2030-10-01,80.00,80.00,EUR',
      ),
    );
    const receipt = await office.ben.seesInThread(sent, /3 invoices/);
    expect(wordsOf(receipt.blocks)).toContain('2 customers');
    await office.ben.command('/overdue', 'general');
    const answer = await office.ben.seesAlone('general', 'Harborlight Cafe');
    expect(wordsOf(answer.blocks)).toContain('*$1,020.50* overdue: 2 invoices of 1 customer');
    expect(wordsOf(answer.blocks)).toContain('€80.00');
  });

  test('the same file again changes nothing', async () => {
    const again = await drop(
      'open.csv',
      csv(
        'Harborlight Cafe,kim@harborlight.example,HL-1,2030-08-20,2030-09-19,420.00,420.00,USD',
        'Harborlight Cafe,kim@harborlight.example,HL-2,2030-09-15,2030-10-15,1000.50,600.50,USD',
        'Möwe GmbH,buero@moewe.example,M-7,2030-09-01,2030-10-01,80.00,80.00,EUR',
      ),
    );
    await office.ben.seesInThread(again, /nothing|no change|already|unchanged/i);
  });

  test('a file with a wrong row is refused whole, and says which row and what to do', async () => {
    const sent = await drop(
      'wrong.csv',
      csv(
        'New Person,new@person.example,N-1,2030-09-01,2030-10-01,100.00,100.00,USD',
        'New Person,new@person.example,N-2,2030-09-01,2030-13-45,100.00,100.00,USD',
      ),
    );
    const refusal = await office.ben.seesInThread(sent, /row 3|line 3/i);
    expect(wordsOf(refusal.blocks)).toContain('2030-13-45');
    await office.ben.command('/overdue N-1', 'general');
    await office.ben.seesAlone('general', 'There is no customer like “N-1”');
  });

  test.each([
    ['holiday.png', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['empty.csv', ''],
    ['words.csv', 'these are,only words\nno,invoices here'],
  ])('%s is refused in a sentence', async (name, content) => {
    const sent = await drop(name, content === '' ? ' ' : content);
    const answer = await office.ben.seesInThread(sent, /\.$/m);
    expect(wordsOf(answer.blocks)).not.toMatch(/undefined|null|Error:/);
  });
});
