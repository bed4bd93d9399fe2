// What was taken back counts nowhere, and counts everywhere again once the taking back is taken back.
import { expect, test } from 'vitest';
import { standing, takenBack } from '../../src/core/chase/case-file.ts';
import { lessonsIn } from '../../src/core/lessons.ts';
import { event, inDays } from './chase/situation.ts';

const lesson = event(inDays(-9), { kind: 'looked_back', worked: 'a call', differently: null });
const undo = event(inDays(-8), { kind: 'undone', eventId: lesson.id, reason: null });
const redo = event(inDays(-7), { kind: 'undone', eventId: undo.id, reason: null });
const again = event(inDays(-6), { kind: 'undone', eventId: redo.id, reason: null });

test.each([
  ['as it was recorded', [lesson], [], 1],
  ['taken back', [lesson, undo], [lesson.id], 0],
  ['brought to life again, in whatever order the rows come', [redo, lesson, undo], [undo.id], 1],
  ['taken back after all', [again, undo, redo, lesson], [redo.id, lesson.id], 0],
])('a record %s', (_, events, dead, counts) => {
  expect([...takenBack(events)].sort()).toEqual([...dead].sort());
  expect(lessonsIn(events)).toHaveLength(counts);
  expect(standing(events)).toHaveLength(counts);
});
