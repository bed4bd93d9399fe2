// The readings part of the Store in memory: who was first, what was recorded, what its words became.
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../src/core/calendar.ts';
import type { CaseEvent } from '../../src/core/ledger.ts';
import type { MessageRef, NewEvent, PendingReading } from '../../src/ports/records.ts';
import type { Store } from '../../src/ports/store.ts';
import type { MemoryState } from './memory-state.ts';

type ReadingPart = Pick<
  Store,
  | 'addReading'
  | 'reading'
  | 'readingOf'
  | 'saveReadingCard'
  | 'changeReading'
  | 'decideReading'
  | 'undoReading'
  | 'rewordReading'
  | 'settleRewording'
>;

type Recorder = (event: NewEvent) => CaseEvent;

export function memoryReadings(state: MemoryState, record: Recorder): ReadingPart {
  type Kept = PendingReading & { readonly eventIds: readonly string[] };
  const shown = ({ eventIds: _, ...pending }: Kept): PendingReading => pending;
  const change = (id: string, from: PendingReading['state'] | null, patch: Partial<Kept>): Kept | null => {
    const known = state.readings.get(id);
    if (!known || (from !== null && known.state !== from)) return null;
    const changed = { ...known, ...patch };
    state.readings.set(id, changed);
    return changed;
  };
  const takeBack = (kept: Kept, reason: string | null, by: string, at: Instant): void => {
    for (const eventId of kept.eventIds) {
      const body = { kind: 'undone', eventId, reason } as const;
      record({ customerId: kept.customerId, at, by, source: kept.source, body });
    }
  };
  const ofMessage = ({ channel, ts }: MessageRef): Kept | undefined =>
    [...state.readings.values()].find(({ source }) => source.channel === channel && source.ts === ts);
  return {
    addReading: async ({
      customerId,
      source,
      author,
      reading,
      at,
      editedTs = null,
      state: from = 'asked',
    }) => {
      if (!state.customers.has(customerId)) throw new Error('There is no such customer');
      const known = ofMessage(source);
      if (known) return { pending: shown(known), isNew: false };
      const id = randomUUID();
      const made = { id, customerId, source, author, at, reading, editedTs, state: from };
      const nothingYet = { card: null, decidedBy: null, decidedAt: null, rewording: null, eventIds: [] };
      const kept: Kept = { ...made, ...nothingYet };
      state.readings.set(id, kept);
      return { pending: shown(kept), isNew: true };
    },
    reading: async (id) => {
      const known = state.readings.get(id);
      return known ? shown(known) : null;
    },
    readingOf: async (message) => {
      const known = ofMessage(message);
      return known ? shown(known) : null;
    },
    saveReadingCard: async (id, card) => {
      change(id, null, { card });
    },
    changeReading: async (id, reading) => {
      const changed = change(id, 'asked', { reading });
      return changed && shown(changed);
    },
    decideReading: async (id, to, by, at, events) => {
      if (state.readings.get(id)?.state !== 'asked') return null;
      if (events.some(({ customerId }) => !state.customers.has(customerId))) {
        throw new Error('There is no such customer');
      }
      const recorded = events.map(record);
      const eventIds = recorded.map((event) => event.id);
      const decided = change(id, 'asked', { state: to, decidedBy: by, decidedAt: at, eventIds });
      return decided && { pending: shown(decided), events: recorded };
    },
    undoReading: async (id, by, at) => {
      if (state.readings.get(id)?.eventIds.length === 0) return null;
      const undone = change(id, 'confirmed', { state: 'undone', decidedBy: by, decidedAt: at });
      if (!undone) return null;
      takeBack(undone, null, by, at);
      return shown(undone);
    },
    rewordReading: async (id, from, { editedTs, at, state: to, quote, reading, rewording }) => {
      const known = state.readings.get(id);
      if (!known || (editedTs !== null && known.editedTs !== null && known.editedTs >= editedTs)) return null;
      const reworded = change(id, from, {
        state: to,
        source: { ...known.source, quote },
        reading,
        rewording,
        ...(editedTs === null ? {} : { editedTs }),
        ...(to === from ? {} : { decidedBy: null, decidedAt: null, at }),
      });
      return reworded && shown(reworded);
    },
    settleRewording: async (id, editedTs, to, by, at, events) => {
      const known = state.readings.get(id);
      if (known?.state !== 'confirmed' || known.editedTs !== editedTs || !known.rewording) return null;
      const { quote, reading } = known.rewording;
      if (to !== 'kept') takeBack(known, 'the words were changed', by, at);
      const eventIds = events.map(record).map((event) => event.id);
      const words = { source: { ...known.source, quote: quote ?? known.source.quote }, reading };
      const settled = change(id, 'confirmed', {
        rewording: null,
        ...(to === 'kept' ? {} : { state: to, eventIds }),
        ...(to === 'confirmed' || to === 'asked' ? words : {}),
        ...(to === 'asked' ? { decidedBy: null, decidedAt: null } : {}),
        ...(to === 'confirmed' || to === 'undone' ? { decidedBy: by, decidedAt: at } : {}),
      });
      return settled && shown(settled);
    },
  };
}
