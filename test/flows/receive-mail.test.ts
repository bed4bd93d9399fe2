// A customer's mail from the door to the case: kept once, shown once, and what was approved before it does not go.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReceivedMail } from '../../src/core/mail/received-mail.ts';
import { approveDraft } from '../../src/flows/decide-draft.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { honourStop, lookAtMail } from '../../src/flows/look-at-mail.ts';
import { receiveMail } from '../../src/flows/receive-mail.ts';
import { confirmReading, dismissReading } from '../../src/flows/record-outcome.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import { assignMail, showMail, showWaitingMails } from '../../src/flows/show-mail.ts';
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

describe('a mail that comes in', () => {
  test('three times is kept, shown and asked about once', async () => {
    for (const isNew of [true, false, false]) expect((await take()).isNew).toBe(isNew);
    await Promise.all([take(), take()]);
    expect(shown('postMail')).toHaveLength(1);
    expect(shown('postReading')).toHaveLength(1);
    expect(await verdict()).toMatchObject({ kind: 'leave', reason: 'unread_mail' });
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
