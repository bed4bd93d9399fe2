// Cases, events, readings and claims: who was first, what was recorded, what was taken back; in every store.
import { expect, it } from 'vitest';
import type { NewEvent } from '../../src/ports.ts';
import type { Opened } from './contract-opened.ts';
import { NOW, PROMISE_READING, TODAY, withCustomer } from './samples.ts';

const SOURCE = { channel: 'C1', ts: '17.3', quote: "they'll pay by Friday" };

function promise(customerId: string): NewEvent {
  const outcome = { kind: 'promise', amount: 'full', date: '2026-12-04', invoices: ['INV-1'] } as const;
  return { customerId, at: NOW, by: 'U1', source: SOURCE, body: { kind: 'outcome', outcome, via: 'call' } };
}

export function caseContract({ store }: Opened): void {
  const asked = async () => {
    const customerId = await withCustomer(store());
    const reading = { customerId, source: SOURCE, author: 'U1', reading: PROMISE_READING, at: NOW };
    return { customerId, reading, ...(await store().addReading(reading)) };
  };

  it('records events in the order they came, and finds each again', async () => {
    const customerId = await withCustomer(store());
    const first = await store().addEvent(promise(customerId));
    expect(first).toEqual({ id: first.id, ...promise(customerId) });
    const body = { kind: 'undone', eventId: first.id, reason: null } as const;
    const second = await store().addEvent({
      customerId,
      at: '2020-01-01T00:00:00.000Z',
      by: 'U2',
      source: null,
      body,
    });
    expect(await store().event(first.id)).toEqual(first);
    expect((await store().ledger()).events).toEqual([first, second]);
    expect((await store().customerLedger(customerId))?.events).toEqual([first, second]);
    expect(await store().event('nonsense')).toBeNull();
  });

  it('opens one case a customer, however many ask', async () => {
    const customerId = await withCustomer(store());
    expect(await store().caseOf(customerId)).toBeNull();
    const opened = await Promise.all(Array.from({ length: 5 }, () => store().openCase(customerId, NOW)));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    const card = { channel: 'C1', ts: '5.5' };
    await store().saveCaseCard(opened[0]?.id ?? '', card);
    expect(await store().caseByThread(card)).toMatchObject({
      customerId,
      card,
      openedAt: NOW,
      closedAt: null,
    });
    expect(await store().caseByThread({ channel: 'C2', ts: '5.5' })).toBeNull();
    expect(await store().caseOf(customerId)).toMatchObject({ card });
  });

  it('reads a reply once, however often Slack delivers it', async () => {
    const { reading, pending, isNew } = await asked();
    expect(isNew).toBe(true);
    expect(pending).toMatchObject({ source: SOURCE, author: 'U1', state: 'asked', reading: PROMISE_READING });
    expect(await store().addReading(reading)).toEqual({ pending, isNew: false });
    await store().saveReadingCard(pending.id, { channel: 'C1', ts: '6.6' });
    expect(await store().reading(pending.id)).toEqual({ ...pending, card: { channel: 'C1', ts: '6.6' } });
    expect(await store().reading('nonsense')).toBeNull();
    expect((await store().readingOf({ channel: 'C1', ts: '17.3' }))?.id).toBe(pending.id);
    expect(await store().readingOf({ channel: 'C2', ts: '17.3' })).toBeNull();
    expect(await store().readingOf({ channel: 'C1', ts: '6.6' })).toBeNull();
  });

  it('records what a reading means for the first who decides only', async () => {
    const { customerId, pending } = await asked();
    const decisions = await Promise.all(
      ['U1', 'U2', 'U3'].map((by) =>
        store().decideReading(pending.id, 'confirmed', by, NOW, [promise(customerId)]),
      ),
    );
    const winners = decisions.filter((decision) => decision !== null);
    expect(winners).toHaveLength(1);
    expect(winners[0]?.events).toMatchObject([{ customerId, body: { kind: 'outcome' } }]);
    expect((await store().ledger()).events).toEqual(winners[0]?.events);
    expect(await store().decideReading(pending.id, 'dismissed', 'U9', NOW, [])).toBeNull();
    expect(await store().changeReading(pending.id, { kind: 'chatter' })).toBeNull();
  });

  it('changes a reading until it is decided', async () => {
    const { pending } = await asked();
    const changed = { ...PROMISE_READING, by: 'person' } as const;
    expect(await store().changeReading(pending.id, changed)).toMatchObject({ reading: changed });
    expect(await store().reading(pending.id)).toMatchObject({ reading: changed, state: 'asked' });
  });

  it('takes back all that a confirmed reading recorded, once', async () => {
    const { customerId, pending } = await asked();
    expect(await store().undoReading(pending.id, 'U2', NOW)).toBeNull();
    const twice = [promise(customerId), promise(customerId)];
    const decided = await store().decideReading(pending.id, 'confirmed', 'U1', NOW, twice);
    const undone = await Promise.all(['U2', 'U3'].map((by) => store().undoReading(pending.id, by, NOW)));
    expect(undone.filter((result) => result !== null)).toMatchObject([{ state: 'undone' }]);
    const { events } = await store().ledger();
    const takenBack = events.flatMap(({ body }) => (body.kind === 'undone' ? [body.eventId] : []));
    expect(takenBack).toEqual(decided?.events.map(({ id }) => id));
  });

  it('has nothing to take back of a reading that recorded nothing', async () => {
    const { pending } = await asked();
    await store().decideReading(pending.id, 'dismissed', 'U1', NOW, []);
    expect(await store().undoReading(pending.id, 'U2', NOW)).toBeNull();
  });

  it('gives a job of a day to one, until it is given back', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => store().claimJob('digest', TODAY, NOW)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store().claimJob('digest', '2026-11-25', NOW)).toBe(true);
    expect(await store().claimJob('report', TODAY, NOW)).toBe(true);
    await store().releaseJob('digest', TODAY);
    expect(await store().claimJob('digest', TODAY, NOW)).toBe(true);
  });

  it('sees a Slack event once', async () => {
    expect(await store().claimSlackEvent('Ev1', NOW)).toBe(true);
    expect(await store().claimSlackEvent('Ev1', NOW)).toBe(false);
    expect(await store().claimSlackEvent('Ev2', NOW)).toBe(true);
  });

  it('remembers what a digest showed', async () => {
    const record = {
      day: TODAY,
      postedAt: NOW,
      message: null,
      overdueByCurrency: [{ currency: 'USD', minor: 12_345, invoices: 3 }],
    };
    await store().saveDigest(record);
    const posted = { ...record, message: { channel: 'C1', ts: '1.1' } };
    await store().saveDigest(posted);
    expect(await store().digestOf(TODAY)).toEqual(posted);
    expect(await store().digestOf('2026-11-23')).toBeNull();
    expect(await store().lastDigestBefore(TODAY)).toBeNull();
    expect(await store().lastDigestBefore('2026-11-30')).toEqual(posted);
  });
}
