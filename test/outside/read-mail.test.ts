// Raw mails as servers and strangers send them: read into what is kept, or refused in words; none makes it throw.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_MAIL_BYTES, readMail } from '../../src/outside/read-mail.ts';

const bytes = (text: string) => Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1');

async function read(text: string) {
  const result = await readMail(bytes(text));
  if (result.kind === 'refused') throw new Error(result.because);
  return result.mail;
}

const HEAD = 'From: Dana <Dana@Acme.example>\nSubject: Re: INV-1\nMessage-ID: <d@acme.example>\n';

const report = (action: string, status: string) => `From: MAILER-DAEMON@mx.example
Subject: Mail status
Message-ID: <dsn@mx.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; dana@acme.example
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 User
  unknown

--b
Content-Type: message/rfc822

From: olivia@x.example
Message-ID: <draft-1@x.example>
Subject: Invoice

Hello
--b--
`;

test('an answer: who, to what, and its own words apart from ours', async () => {
  const mail = await read(
    `${HEAD}In-Reply-To: <2@us.example>\nReferences: <1@us.example> <2@us.example>\nDate: Wed, 16 Oct 2030 09:05:00 +0000\n\nOn Friday.\n\n> When?\n`,
  );
  expect(mail).toMatchObject({
    key: '<d@acme.example>',
    answers: ['<2@us.example>', '<1@us.example>'],
    from: { name: 'Dana', address: 'dana@acme.example' },
    subject: 'Re: INV-1',
    sentAt: '2030-10-16T09:05:00.000Z',
    reply: 'On Friday.',
    sort: 'person',
    bounce: null,
  });
  expect(mail.text).toContain('> When?');
});

test.each([
  ['Auto-Submitted: auto-replied', 'automatic'],
  ['Auto-Submitted: no', 'person'],
  ['X-Autoreply: yes', 'automatic'],
  ['Precedence: auto_reply', 'automatic'],
  ['Precedence: bulk', 'bulk'],
  ['List-Unsubscribe: <mailto:x@y.example>', 'bulk'],
  ['Content-Type: multipart/report; report-type=disposition-notification; boundary=x', 'automatic'],
  ['X-Nothing: 1', 'person'],
])('%s is %s', async (header, sort) => {
  expect((await read(`${HEAD}${header}\n\nHi\n`)).sort).toBe(sort);
});

test.each([
  ['failed', '5.1.1', true],
  ['delayed', '4.4.1', false],
])('a letter that %s with %s', async (action, status, isFinal) => {
  const mail = await read(report(action, status));
  expect(mail.bounce).toEqual({ recipient: 'dana@acme.example', isFinal, why: '550 User unknown' });
  expect(mail.answers).toEqual(['<draft-1@x.example>']);
});

test('HTML alone becomes text; scripts are not words, and a file is a name, a kind and a size', async () => {
  const mail = await read(
    `${HEAD}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>We <b>pay</b></p><script>steal()</script><blockquote>Pay!</blockquote>\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="../a.pdf"\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n`,
  );
  expect(mail.reply).toBe('We pay');
  expect(mail.files).toMatchObject([{ contentType: 'application/pdf', bytes: 3 }]);
});

describe('hostile mails', () => {
  test('without a Message-ID are known again by all that they hold', async () => {
    const [one, same, other] = await Promise.all(
      ['a', 'a', 'b'].map((word) => read(`From: x@y.example\n\n${word}\n`)),
    );
    expect(one?.key).toMatch(/^sha256:/);
    expect(same?.key).toBe(one?.key);
    expect(other?.key).not.toBe(one?.key);
  });

  test('of no known charset, with zero bytes, or with a sender that is none are kept', async () => {
    const mail = await read(
      'From: "x\n <a@b>\nSubject: =?none?Q?=FF?=\nContent-Type: text/plain; charset=none\n\n\0\xffhi\n',
    );
    expect(mail.reply).not.toContain('\0');
    expect(mail.from.address).toBeNull();
  });

  test('that are nothing, or too large, are refused in words', async () => {
    for (const raw of [Buffer.alloc(0), Buffer.alloc(100), Buffer.from('hello')])
      expect(await readMail(raw)).toMatchObject({
        kind: 'refused',
        because: expect.stringMatching(/no mail/),
      });
    const big = await readMail(Buffer.alloc(MAX_MAIL_BYTES + 1));
    expect(big).toEqual({ kind: 'refused', because: 'It is larger than 10 MB.' });
  });

  test('of a hundred nested parts, or of one endless word, are read', async () => {
    let body = 'Content-Type: text/plain\n\ndeep\n';
    for (let i = 0; i < 100; i += 1)
      body = `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n${body}\n--b${i}--\n`;
    expect((await readMail(bytes(HEAD + body))).kind).toBe('mail');
    const long = await read(`${HEAD}\n${'x'.repeat(500_000)}\n`);
    expect(long).toMatchObject({ isCut: true });
    expect(long.text).toHaveLength(20_000);
  });

  test('of any bytes at all never make it throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (noise, hasHead) => {
        const raw = hasHead ? Buffer.concat([bytes(HEAD), noise]) : noise;
        expect(['mail', 'refused']).toContain((await readMail(raw)).kind);
      }),
      { numRuns: 100 },
    );
  });
});
