// Mails that came in: kept once, moved by one, looked at once, and forgotten where they are about no invoice.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { InboundMail } from '../../src/core/mail/received-mail.ts';
import type { NewEvent } from '../../src/ports/records.ts';
import type { Opened } from './contract-opened.ts';
import { NOW, newDraft, withCustomer } from './samples.ts';

const LATER = '2026-11-24T10:00:00.000Z';
const CARD = { channel: 'C1', ts: '8.8' };

export function newMail(over: Partial<InboundMail> = {}): InboundMail {
  return {
    id: randomUUID(),
    key: '<their@mail.test>',
    customerId: null,
    match: null,
    signs: [{ kind: 'stop' }],
    receivedAt: NOW,
    state: 'kept',
    card: null,
    lookedAt: null,
    messageId: '<their@mail.test>',
    answers: ['<ours@maple.test>'],
    from: { name: 'Ann', address: 'ap@acme.test' },
    subject: 'Re: INV-1',
    sentAt: null,
    text: 'Stop.\n> Dear Ann',
    reply: 'Stop.',
    isCut: false,
    files: [{ name: 'a.pdf', contentType: 'application/pdf', bytes: 12 }],
    ...over,
  };
}

function heard(customerId: string, mailId: string): NewEvent {
  const body = { kind: 'heard', mailId, from: 'ap@acme.test', subject: 'Re: INV-1' } as const;
  return { customerId, at: NOW, by: 'tightrope', source: null, body };
}

export function mailContract({ store, other }: Opened): void {
  const kept = async () => {
    const customerId = await withCustomer(store());
    const match = { by: 'answer', isUnknownSender: false } as const;
    const mail = newMail({ customerId, match });
    const added = await store().keepMail(mail, heard(customerId, mail.id));
    return { customerId, ...added };
  };

  it('keeps a mail as it came, once, and with it the one fact that holds chasing', async () => {
    const { customerId, mail, isNew } = await kept();
    expect(isNew).toBe(true);
    expect(mail).toEqual(newMail({ id: mail.id, customerId, match: mail.match }));
    const again = newMail({ customerId });
    expect(await store().keepMail(again, heard(customerId, again.id))).toEqual({ mail, isNew: false });
    const many = await Promise.all(
      Array.from({ length: 5 }, () => {
        const twin = newMail({ key: '<twin@mail.test>', customerId });
        return store().keepMail(twin, heard(customerId, twin.id));
      }),
    );
    expect(many.filter((one) => one.isNew)).toHaveLength(1);
    expect((await store().customerLedger(customerId))?.events).toHaveLength(2);
    expect(await store().inboundMail(mail.id)).toEqual(mail);
    expect(await store().inboundMail('nonsense')).toBeNull();
  });

  it('finds a mail by the message that shows it, and by its state, oldest first', async () => {
    const { mail } = await kept();
    const second = newMail({ key: '<second@mail.test>', receivedAt: LATER });
    await store().keepMail(second, null);
    expect((await store().mailsIn('kept')).map(({ id }) => id)).toEqual([mail.id, second.id]);
    await store().saveMailCard(mail.id, CARD);
    expect(await store().mailByCard(CARD)).toEqual({ ...mail, card: CARD });
    expect(await store().mailByCard({ channel: 'C2', ts: '8.8' })).toBeNull();
  });

  it('moves a mail for one caller only', async () => {
    const { mail } = await kept();
    const moves = await Promise.all([1, 2, 3].map(() => store().moveMail(mail.id, 'kept', 'shown')));
    expect(moves.filter((moved) => moved !== null)).toMatchObject([{ state: 'shown' }]);
    expect(await store().mailsIn('kept')).toEqual([]);
  });

  it('gives a mail to the customer that a person names, with its fact and without its old card', async () => {
    const customerId = await withCustomer(store());
    const { mail } = await store().keepMail(newMail({ state: 'asked' }), null);
    await store().saveMailCard(mail.id, CARD);
    const match = { by: 'person', isUnknownSender: true } as const;
    const change = { customerId, match, event: heard(customerId, mail.id) };
    expect(await store().moveMail(mail.id, 'asked', 'kept', change)).toEqual({
      ...mail,
      state: 'kept',
      customerId,
      match,
      card: null,
    });
    expect(await store().moveMail(mail.id, 'asked', 'kept', change)).toBeNull();
    expect((await store().customerLedger(customerId))?.events).toMatchObject([{ body: { kind: 'heard' } }]);
  });

  it('forgets the words of a mail that is passed over, and knows it again all the same', async () => {
    const { mail } = await store().keepMail(newMail({ state: 'asked' }), null);
    const passed = await store().moveMail(mail.id, 'asked', 'passed_over');
    expect(passed).toMatchObject({ state: 'passed_over', key: mail.key });
    const atOnce = await store().keepMail(newMail({ key: '<ad@shop.test>', state: 'passed_over' }), null);
    for (const one of [await store().inboundMail(mail.id), await store().inboundMail(atOnce.mail.id)]) {
      expect(one).toMatchObject({
        text: '',
        reply: '',
        subject: '',
        files: [],
        from: { name: null, address: null },
      });
    }
    expect((await store().keepMail(newMail({ state: 'asked' }), null)).isNew).toBe(false);
  });

  it('is looked at once, which is a fact of the case', async () => {
    const { customerId, mail } = await kept();
    const looks = await Promise.all(['U1', 'U2'].map((by) => store().lookAtMail(mail.id, by, LATER)));
    const [first, ...more] = looks.filter((look) => look !== null);
    expect(more).toEqual([]);
    expect(first?.lookedAt).toMatchObject({ at: LATER });
    const bodies = (await store().customerLedger(customerId))?.events.map(({ body }) => body.kind);
    expect(bodies).toEqual(['heard', 'looked_at']);
    const { mail: unmatched } = await store().keepMail(newMail({ key: '<x@mail.test>' }), null);
    expect(await store().lookAtMail(unmatched.id, 'U1', LATER)).toBeNull();
  });

  it('is looked at with how its writer sounded, where a person wrote it', async () => {
    const customerId = await withCustomer(store());
    const reply = 'Thank you so much for your patience.';
    const look = async (over: Partial<InboundMail>) => {
      const { mail } = await store().keepMail(newMail({ customerId, reply, ...over }), null);
      await store().lookAtMail(mail.id, 'U1', LATER);
      return mail.id;
    };
    const kind = await look({ key: '<kind@mail.test>', signs: [] });
    const machine = await look({
      key: '<machine@mail.test>',
      signs: [{ kind: 'out_of_office', until: null }],
    });
    const bodies = (await store().customerLedger(customerId))?.events.map(({ body }) => body) ?? [];
    expect(bodies).toHaveLength(2);
    expect(bodies).toContainEqual({ kind: 'looked_at', mailId: kind, tone: 'friendly' });
    expect(bodies).toContainEqual({ kind: 'looked_at', mailId: machine });
  });

  it('knows whose letter a mail answers, and who has its sender’s address', async () => {
    const customerId = await withCustomer(store());
    const { draft } = await store().addDraft(newDraft(customerId, randomUUID()));
    expect(await store().lettersSentAs([draft.messageId])).toEqual([]);
    const approval = { by: 'U1', at: NOW, sendAfter: NOW, findings: [] };
    await store().approveDraft(draft.id, 1, approval);
    await store().moveDraft(draft.id, ['approved'], 'sending', { by: 'U1', at: NOW });
    expect(await store().lettersSentAs([draft.messageId, '<no@x.test>'])).toEqual([
      { messageId: draft.messageId, customerId },
    ]);
    expect(await store().lettersSentAs([])).toEqual([]);
    expect(await store().customersAt('AP@Acme.test')).toEqual([customerId]);
    expect(await store().customersAt('a_@acme.test')).toEqual([]);
  });

  it('keeps each workspace’s mails from every other', async () => {
    const { customerId, mail } = await kept();
    expect(await other().inboundMail(mail.id)).toBeNull();
    expect(await other().mailsIn('kept')).toEqual([]);
    expect(await other().moveMail(mail.id, 'kept', 'shown')).toBeNull();
    expect(await other().lookAtMail(mail.id, 'U9', NOW)).toBeNull();
    expect(await other().customersAt('ap@acme.test')).toEqual([]);
    await other().saveMailCard(mail.id, CARD);
    expect(await other().mailByCard(CARD)).toBeNull();
    expect(await store().mailByCard(CARD)).toBeNull();
    expect((await other().keepMail(newMail(), null)).isNew).toBe(true);
    await expect(other().keepMail(newMail({ key: '<theirs@x.test>', customerId }), null)).rejects.toThrow();
  });
}
