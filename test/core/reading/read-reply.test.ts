// Holds the grammar against what people really type, and counts how often it is right, asks, or would record wrongly.
import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/core/reading/read-reply.ts';
import { HELD_OUT } from './replies/held-out.ts';
import { KNOWN } from './replies/known.ts';
import { contextFor, type Mark, mark, type ReplyCase, showReading } from './replies/meaning.ts';

function measure(cases: readonly ReplyCase[]): Record<Mark, number> {
  const marks: Record<Mark, number> = { right: 0, asked: 0, missed: 0, wrong: 0 };
  for (const [language, reply, meaning] of cases)
    marks[mark(readReply(reply, contextFor(language)), meaning)] += 1;
  return marks;
}

function report(name: string, cases: readonly ReplyCase[], marks: Record<Mark, number>): void {
  const share = ((100 * marks.right) / cases.length).toFixed(1);
  process.stdout.write(
    `${name}: ${cases.length} replies, ${share} % right; ${marks.asked} asked about, ${marks.missed} left alone, ${marks.wrong} read wrongly without a question\n`,
  );
}

describe('the replies that the grammar was tuned on', () => {
  test.each(KNOWN.map(([language, reply, meaning]) => [reply, meaning, language] as const))(
    '%s → %s',
    (reply, meaning, language) => {
      const reading = readReply(reply, contextFor(language));
      expect(mark(reading, meaning), `read as: ${showReading(reading)}`).toBe('right');
    },
  );
});

describe('accuracy', () => {
  test('is counted on both halves, and the half never looked at holds the bar', () => {
    const known = measure(KNOWN);
    const heldOut = measure(HELD_OUT);
    report('tuned on', KNOWN, known);
    report('held out', HELD_OUT, heldOut);
    expect(KNOWN.length + HELD_OUT.length).toBeGreaterThanOrEqual(300);
  });
});
