// What people thought of answers: one verdict a person and answer, in every store.
import { expect, it } from 'vitest';
import type { Feedback } from '../../src/ports/records.ts';
import type { Opened } from './contract-opened.ts';
import { NOW } from './samples.ts';

const GIVEN: Feedback = {
  message: { channel: 'D1', ts: '1.1' },
  user: 'U1',
  verdict: 'good',
  question: 'who owes us most?',
  by: 'model',
  at: NOW,
};

export function feedbackContract({ store, other }: Opened): void {
  it('keeps the newest verdict of each person, and nothing of another workspace', async () => {
    await store().saveFeedback(GIVEN);
    const changed: Feedback = { ...GIVEN, verdict: 'bad', at: '2026-11-24T09:05:00.000Z' };
    await store().saveFeedback(changed);
    const second: Feedback = { ...GIVEN, user: 'U2', by: 'grammar', at: '2026-11-24T09:10:00.000Z' };
    await store().saveFeedback(second);
    expect(await store().feedback(10)).toEqual([second, changed]);
    expect(await store().feedback(1)).toEqual([second]);
    expect(await other().feedback(10)).toEqual([]);
  });
}
