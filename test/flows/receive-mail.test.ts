// A customer's mail from the door to the case: kept once, shown once, and what was approved before it does not go.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReceivedMail } from '../../src/core/mail/received-mail.ts';
import { approveDraft } from '../../src/flows/decide-draft.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { honourStop, keepToPayment, lookAtMail } from '../../src/flows/look-at-mail.ts';
import { receiveMail } from '../../src/flows/receive-mail.ts';
import { confirmReading, dismissReading } from '../../src/flows/record-outcome.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import { assignMail, passOver, showMail, showWaitingMails } from '../../src/flows/show-mail.ts';
import { createMemoryStore } from '../fakes/memory-store.ts';
import { BOOKKEEPER, morning, owes, SETTINGS, STRANGER, type TestPorts, testPorts } from '../fakes/ports.ts';

let ports: TestPorts;
let acme: string;
const INVOICE = { number: 'INV-1041', due: '2026-11-12', open: 1850 } as const;
const THEIRS = 'ap@acmeroboticsinc.example';

beforeEach(async () => {
  ports = await testPorts('2026-09-01T12:00:00.000Z');
  acme = await owes(ports, 'Acme Robotics Inc', [INVOICE]);
  ports.setNow(morning('2026-11-24'));
  await owes(ports, 'Acme Robotics Inc', [INVOICE]);
});

function mailOf(over: Partial<ReceivedMail> = {}): ReceivedMail {
  const reply = over.reply ?? 'We will pay on Friday.';
  return {
    key: '<1@acme.example>',
    messageId: '<1@acme.example>',
    answers: [],
    from: { name: 'Dana', address: THEIRS },
    subject: 'Re: your letter',
    sentAt: null,
    text: reply,
    reply,
    isCut: false,
    files: [],
    sort: 'person',
    bounce: null,
    ...over,
  };
}

async function take(over: Partial<ReceivedMail> = {}) {
  const received = await receiveMail(ports, mailOf(over));
  await showMail(ports, received.mail.id);
  return received;
}

const shown = (what: string) => ports.said.filter((said) => said.what === what);
const verdict = async () => (await gatherCustomer(ports, acme))?.verdicts[0];

async function approved(): Promise<string> {
  const drafted = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
  if (drafted.kind !== 'drafted') throw new Error('no draft');
  await approveDraft(ports, { draftId: drafted.draft.id, revision: drafted.draft.revision, by: BOOKKEEPER });
  ports.passSeconds(31);
  return drafted.draft.id;
}

async function sentLetter() {
  const id = await approved();
  await sendApproved(ports, id);
  const letter = await ports.store.draft(id);
  if (letter?.state !== 'sent') throw new Error('not sent');
  return letter;
}

describe('a mail that comes in', () => {
  test('three times is kept, shown and asked about once', async () => {
    for (const isNew of [true, false, false]) expect((await take()).isNew).toBe(isNew);
    await Promise.all([take(), take()]);
    expect(shown('postMail')).toHaveLength(1);
    expect(shown('postReading')).toHaveLength(1);
    expect(await verdict()).toMatchObject({ kind: 'leave', reason: 'unread_mail' });
  });

  describe('has an answer drafted', () => {
    const drafts = () => ports.store.draftsOf(acme);

    test('that notes what they promise, to the address and in the thread it came by', async () => {
      await take({ reply: 'We will pay 500 on Friday.' });
      const [draft, ...others] = await drafts();
      expect(others).toEqual([]);
      expect(draft).toMatchObject({
        state: 'proposed',
        to: THEIRS,
        inReplyTo: '<1@acme.example>',
        facts: { occasion: 'promise_noted' },
      });
      expect(draft?.letter.body).toContain('$500.00');
      expect(draft?.letter.body).toContain('November 27, 2026');
      expect(draft?.findings).toEqual([]);
      expect(ports.sent).toEqual([]);
    });

    test('of a promise from an address that nobody knows, which is marked and is not confirmed to them', async () => {
      const from = { name: 'Jo', address: 'jo@elsewhere.example' };
      await take({ from, subject: 'INV-1041', reply: 'Our CFO says that we will pay 500 on Friday.' });
      const [draft] = await drafts();
      expect(draft).toMatchObject({ facts: { occasion: 'mail_received' } });
      const [mail] = await ports.store.mailsIn('shown');
      const reading = await ports.store.readingOf(mail?.card ?? { channel: '', ts: '' });
      await confirmReading(ports, { readingId: reading?.id ?? '', by: BOOKKEEPER, choice: null });
      const events = (await ports.store.customerLedger(acme))?.events ?? [];
      expect(events.map(({ body }) => body)).toContainEqual(
        expect.objectContaining({
          outcome: expect.objectContaining({
            kind: 'promise',
            saidBy: { words: 'jo@elsewhere.example', mayCommit: false },
          }),
        }),
      );
      expect(await verdict()).toMatchObject({ reason: 'promised' });
    });

    test('of one from an address that is known, whomever they name: it is their own word', async () => {
      await take({ reply: 'The receptionist says that we will pay 500 on Friday. Sorry for the delay!' });
      const [mail] = await ports.store.mailsIn('shown');
      const reading = await ports.store.readingOf(mail?.card ?? { channel: '', ts: '' });
      await confirmReading(ports, { readingId: reading?.id ?? '', by: BOOKKEEPER, choice: null });
      const events = (await ports.store.customerLedger(acme))?.events ?? [];
      const promised = events.flatMap(({ body }) => (body.kind === 'outcome' ? [body.outcome] : []));
      expect(promised).toMatchObject([{ kind: 'promise', date: '2026-11-27' }]);
      expect(promised[0]).not.toHaveProperty('saidBy');
      // How they sounded is counted once, with the mail.
      expect(events.filter(({ body }) => 'tone' in body).map(({ body }) => body)).toEqual([
        { kind: 'looked_at', mailId: mail?.id, tone: 'friendly' },
      ]);
    });

    test('of a promise of all of it, which names no sum that the ledger may have left behind', async () => {
      await take({ reply: 'We will pay everything on Friday.' });
      const [draft] = await drafts();
      expect(draft?.letter.body).not.toContain('$');
      expect(draft?.facts.detail?.told).toEqual({ amount: null, date: '2026-11-27' });
    });

    test.each([
      ['a question', 'Which purchase order is this for?'],
      ['a promise and more', 'We will pay 500 on Friday. Please call me on Thursday.'],
    ])('that only says that %s is here', async (_, reply) => {
      await take({ reply });
      const [draft] = await drafts();
      expect(draft?.facts.occasion).toBe('mail_received');
      expect(draft?.findings).toEqual([]);
    });

    test('once, though the same mail comes three times', async () => {
      for (let times = 0; times < 3; times += 1) await take();
      expect(await drafts()).toHaveLength(1);
    });

    test('to the one whom we know, where the address it came from is nobody’s', async () => {
      const { messageId } = await sentLetter();
      await take({ answers: [messageId], from: { name: 'X', address: 'x@evil.example' } });
      expect((await drafts()).find(({ state }) => state === 'proposed')?.to).toBe(THEIRS);
    });

    test.each([
      ['wants no more mail', { reply: 'Please stop sending me these e-mails.' }],
      ['disputes, which has a letter of its own', { reply: 'INV-1041 is wrong: two hours too many.' }],
      ['is away', { sort: 'automatic' as const, reply: 'I am out of office until 1 December.' }],
    ])('for nobody who %s', async (_, over) => {
      await take(over);
      expect(await drafts()).toEqual([]);
    });

    test('that goes once somebody approves it, though the hold still stands', async () => {
      await take({ reply: 'We will pay 500 on Friday.' });
      const [draft] = await drafts();
      if (!draft) throw new Error('no draft');
      await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: BOOKKEEPER });
      ports.passSeconds(31);
      expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'sent' });
      expect(ports.sent[0]).toMatchObject({ inReplyTo: '<1@acme.example>' });
      expect(await verdict()).toMatchObject({ kind: 'leave', reason: 'unread_mail' });
    });
  });

  test('stops the letter that was approved before it', async () => {
    const id = await approved();
    await receiveMail(ports, mailOf());
    // Even where the mail is not shown yet, the letter does not go.
    expect(await sendApproved(ports, id)).toEqual({ kind: 'stopped' });
    expect(ports.sent).toEqual([]);
    expect((await ports.store.draft(id))?.reason).toContain('nobody has looked at it yet');
  });

  test('that was kept and not shown when the program ended is shown by the next one, to its end', async () => {
    const { mail } = await receiveMail(ports, mailOf());
    expect(shown('postMail')).toHaveLength(0);
    await showWaitingMails(ports);
    await showWaitingMails(ports);
    expect(shown('postMail')).toHaveLength(1);
    // Posted, and cut off before what it means was asked.
    const second = await receiveMail(ports, mailOf({ key: '<2@acme.example>' }));
    await ports.store.saveMailCard(second.mail.id, { channel: 'C0OVERDUE', ts: '77.7' });
    await showWaitingMails(ports);
    expect(shown('postMail')).toHaveLength(1);
    expect(shown('postReading')).toHaveLength(2);
    expect((await ports.store.inboundMail(mail.id))?.state).toBe('shown');
  });

  test('holds until somebody confirms, dismisses or has seen it', async () => {
    await take();
    const reading = await ports.store.readingOf(
      (await ports.store.mailsIn('shown'))[0]?.card ?? { channel: '', ts: '' },
    );
    expect(
      await confirmReading(ports, { readingId: reading?.id ?? '', by: BOOKKEEPER, choice: null }),
    ).toMatchObject({
      kind: 'recorded',
    });
    expect(await verdict()).toMatchObject({ reason: 'promised' });

    await take({ key: '<2@acme.example>', reply: 'We dispute the hours.' });
    expect(await verdict()).toMatchObject({ reason: 'unread_mail' });
    const second = (await ports.store.mailsIn('shown')).find(({ key }) => key === '<2@acme.example>');
    const asked = await ports.store.readingOf(second?.card ?? { channel: '', ts: '' });
    await dismissReading(ports, { readingId: asked?.id ?? '', by: BOOKKEEPER });
    expect(await verdict()).toMatchObject({ reason: 'promised' });

    const { mail } = await take({ key: '<3@acme.example>', reply: 'Hello.' });
    expect(await lookAtMail(ports, { mailId: mail.id, by: BOOKKEEPER })).toMatchObject({ kind: 'noted' });
    expect(await lookAtMail(ports, { mailId: mail.id, by: BOOKKEEPER })).toMatchObject({ kind: 'refused' });
    expect(await verdict()).toMatchObject({ reason: 'promised' });
  });

  test('of a server or a program is read as that, and nothing of paying is asked', async () => {
    const id = await approved();
    await sendApproved(ports, id);
    const ours = (await ports.store.draft(id))?.messageId ?? '';
    const bounce = { recipient: THEIRS, isFinal: true, why: '550' };
    await take({
      answers: [ours],
      sort: 'report',
      bounce,
      from: { name: null, address: 'mailer-daemon@x.example' },
    });
    expect(await verdict()).toMatchObject({ reason: 'unread_mail' });
    expect(shown('postReading')).toHaveLength(0);
    const late = { ...bounce, isFinal: false };
    const { mail } = await take({ key: '<2@x>', answers: [ours], sort: 'report', bounce: late });
    expect(mail.signs).toEqual([{ kind: 'bounce', bounce: late }]);
    const heard = (await ports.store.customerLedger(acme))?.events.filter(
      ({ body }) => body.kind === 'heard',
    );
    expect(heard).toHaveLength(1);
  });

  test('from ourselves, or to many, is nobody’s answer: no word of it is kept', async () => {
    const own = await take({ from: { name: null, address: SETTINGS.sender.email } });
    const many = await take({ key: '<2@x>', sort: 'bulk' });
    const receipt = await take({
      key: '<3@x>',
      sort: 'automatic',
      from: { name: null, address: 'a@b.example' },
    });
    for (const { mail } of [own, many, receipt])
      expect(mail).toMatchObject({ state: 'passed_over', text: '' });
    expect(ports.said.filter(({ what }) => what === 'postMail' || what === 'askWhose')).toEqual([]);
    expect(await verdict()).toMatchObject({ kind: 'act' });
  });

  test('of nobody known waits for a person to say whose it is, once', async () => {
    const { mail } = await take({ from: { name: null, address: 'pat@nowhere.example' } });
    expect(shown('askWhose')).toHaveLength(1);
    expect(await verdict()).toMatchObject({ kind: 'act' });
    const say = () => assignMail(ports, { mailId: mail.id, customerId: acme, by: BOOKKEEPER });
    expect(await say()).toMatchObject({ kind: 'assigned' });
    expect(await say()).toMatchObject({ kind: 'refused' });
    expect(shown('postMail')[0]?.subject).toMatchObject({ match: { by: 'person', isUnknownSender: true } });
    expect(await verdict()).toMatchObject({ reason: 'unread_mail' });
  });

  test('may be passed over by whoever presses before it is kept that the card was shown', async () => {
    const { askWhose } = ports.chat;
    let pressed: ReturnType<typeof passOver> | null = null;
    const quick: TestPorts = {
      ...ports,
      chat: {
        ...ports.chat,
        askWhose: async (mail, channel) => {
          pressed = passOver(quick, { mailId: mail.id, by: BOOKKEEPER });
          return askWhose(mail, channel);
        },
      },
    };
    const { mail } = await receiveMail(quick, mailOf({ from: { name: null, address: 'ad@shop.example' } }));
    await showMail(quick, mail.id);
    expect(await pressed).toEqual({ kind: 'passed' });
    expect(shown('askWhose')).toHaveLength(1);
    expect(await ports.store.inboundMail(mail.id)).toMatchObject({ state: 'passed_over', text: '' });
  });

  test('that names an invoice finds its case, and is marked where its address is not known', async () => {
    const { mail } = await take({ subject: 'About INV-1041', from: { name: null, address: 'x@y.example' } });
    expect(mail).toMatchObject({ customerId: acme, match: { by: 'number', isUnknownSender: true } });
  });

  test('that asks for no more mail marks nobody before somebody who may has said so', async () => {
    const { mail } = await take({ reply: 'Stop emailing me.' });
    expect(await honourStop(ports, { mailId: mail.id, by: STRANGER })).toMatchObject({ kind: 'refused' });
    expect(await verdict()).toMatchObject({ reason: 'unread_mail' });
    expect(await honourStop(ports, { mailId: mail.id, by: BOOKKEEPER })).toMatchObject({ kind: 'noted' });
    expect(await verdict()).toMatchObject({ reason: 'do_not_contact' });
  });

  test('that asks for no more mail may also end thanks and check-ins alone, and the chase goes on', async () => {
    const { mail } = await take({ reply: 'Stop emailing me.' });
    expect(await keepToPayment(ports, { mailId: mail.id, by: STRANGER })).toMatchObject({ kind: 'refused' });
    expect(await keepToPayment(ports, { mailId: mail.id, by: BOOKKEEPER })).toMatchObject({ kind: 'noted' });
    expect((await gatherCustomer(ports, acme))?.customer.terms).toEqual({ onlyAboutPayment: true });
    expect(await verdict()).not.toMatchObject({ reason: 'unread_mail' });
    expect(await verdict()).not.toMatchObject({ reason: 'do_not_contact' });
  });

  test('goes to the workspace whose letter it answers, and is not shown in ours', async () => {
    const id = await approved();
    await sendApproved(ports, id);
    const ours = (await ports.store.draft(id))?.messageId ?? '';
    const elsewhere = { ...createMemoryStore(), workspaceId: 'another' };
    const from = { ...ports, store: elsewhere };
    const received = await receiveMail(from, mailOf({ answers: [ours] }), [ports.store]);
    expect(received).toMatchObject({ isElsewhere: true, mail: { customerId: acme } });
    expect(await elsewhere.mailsIn('kept')).toEqual([]);
    expect(await ports.store.mailsIn('kept')).toHaveLength(1);
  });
});
