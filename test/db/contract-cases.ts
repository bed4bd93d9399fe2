// Cases, events, readings and claims: who was first, what was recorded, what was taken back; in every store.
import { expect, it } from 'vitest';
import type { NewEvent } from '../../src/ports/records.ts';
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
    expect(pending).toMatchObject({ source: SOURCE, author: 'U1', at: NOW, reading: PROMISE_READING });
    expect(pending.state).toBe('asked');
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

  it('takes in a change of words that is newer than any before, in the state it was made for', async () => {
    const { pending } = await asked();
    const words = { at: NOW, state: 'asked', quote: 'on Monday', reading: PROMISE_READING } as const;
    const reword = (editedTs: string, from: 'asked' | 'confirmed' = 'asked') =>
      store().rewordReading(pending.id, from, { ...words, editedTs, rewording: null });
    expect(await reword('20.5', 'confirmed')).toBeNull();
    expect(await reword('20.5')).toMatchObject({
      state: 'asked',
      editedTs: '20.5',
      source: { ...SOURCE, quote: 'on Monday' },
    });
    expect(await reword('20.5')).toBeNull(); // delivered twice
    expect(await reword('20.4')).toBeNull(); // delivered late
    const both = await Promise.all(['20.6', '20.6'].map((ts) => reword(ts)));
    expect(both.filter((one) => one !== null)).toHaveLength(1);
    const rewording = { quote: null, reading: { kind: 'chatter' } } as const;
    const gone = { ...words, editedTs: '20.7', state: 'withdrawn', rewording } as const;
    expect(await store().rewordReading(pending.id, 'asked', gone)).toMatchObject({
      state: 'withdrawn',
      rewording,
      editedTs: '20.7',
    });
    // A person points at them: these are the words as they are known.
    const pointedAt = { ...words, editedTs: null, rewording: null };
    expect(await store().rewordReading(pending.id, 'withdrawn', pointedAt)).toMatchObject({
      state: 'asked',
      rewording: null,
      editedTs: '20.7',
    });
    expect(await store().rewordReading('nonsense', 'asked', gone)).toBeNull();
  });

  it('keeps in mind words that are withdrawn before they were read', async () => {
    const customerId = await withCustomer(store());
    const gone = { customerId, source: SOURCE, author: 'U1', reading: { kind: 'chatter' }, at: NOW } as const;
    const kept = await store().addReading({ ...gone, state: 'withdrawn', editedTs: '20.5' });
    expect(kept.pending).toMatchObject({ state: 'withdrawn', editedTs: '20.5' });
    const late = await store().addReading({ ...gone, reading: PROMISE_READING });
    expect(late).toEqual({ pending: kept.pending, isNew: false });
  });

  const rewordedRecord = async () => {
    const { customerId, pending } = await asked();
    const first = await store().decideReading(pending.id, 'confirmed', 'U1', NOW, [promise(customerId)]);
    const rewording = { quote: 'by Monday', reading: { ...PROMISE_READING, by: 'model' } } as const;
    const change = { at: NOW, state: 'confirmed', quote: SOURCE.quote, reading: PROMISE_READING } as const;
    await store().rewordReading(pending.id, 'confirmed', { ...change, editedTs: '20.5', rewording });
    const settle = (to: 'kept' | 'confirmed' | 'asked' | 'undone', editedTs = '20.5') =>
      store().settleRewording(pending.id, editedTs, to, 'U2', NOW, to === 'confirmed' ? [next] : []);
    const next: NewEvent = { ...promise(customerId), by: 'U2', source: { ...SOURCE, quote: 'by Monday' } };
    return { pending, settle, rewording, firstId: first?.events[0]?.id ?? '' };
  };

  it('puts a new record in the place of the old one at once, for one person, and keeps both', async () => {
    const { settle, rewording, firstId, pending } = await rewordedRecord();
    expect(await settle('confirmed', '20.4')).toBeNull(); // the words were changed again
    const settled = await Promise.all([settle('confirmed'), settle('confirmed')]);
    expect(settled.filter((one) => one !== null)).toMatchObject([
      {
        state: 'confirmed',
        decidedBy: 'U2',
        rewording: null,
        reading: rewording.reading,
        source: { quote: 'by Monday' },
      },
    ]);
    const { events } = await store().ledger();
    expect(events.map(({ body, source }) => [body.kind, source?.quote])).toEqual([
      ['outcome', SOURCE.quote],
      ['undone', SOURCE.quote],
      ['outcome', 'by Monday'],
    ]);
    expect(events[1]?.body).toMatchObject({ eventId: firstId });
    // What is taken back from here on is the new record.
    await store().undoReading(pending.id, 'U3', NOW);
    expect((await store().ledger()).events.at(-1)?.body).toMatchObject({ eventId: events[2]?.id });
  });

  it.each(['kept', 'asked', 'undone'] as const)(
    'settles a record whose words were changed: %s',
    async (to) => {
      const { settle, rewording } = await rewordedRecord();
      const isKept = to === 'kept';
      expect(await settle(to)).toMatchObject({
        state: isKept ? 'confirmed' : to,
        decidedBy: to === 'asked' ? null : isKept ? 'U1' : 'U2',
        rewording: null,
        reading: to === 'asked' ? rewording.reading : PROMISE_READING,
        source: { quote: to === 'asked' ? 'by Monday' : SOURCE.quote },
      });
      expect((await store().ledger()).events.map(({ body }) => body.kind)).toEqual(
        isKept ? ['outcome'] : ['outcome', 'undone'],
      );
      expect(await settle(to)).toBeNull();
    },
  );

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
