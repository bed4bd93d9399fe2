import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  CALLBACKS,
  CASE_SHOW,
  caseShowId,
  decodeOption,
  decodeValue,
  encodeOption,
  encodeValue,
  READING_CHOOSE,
  readingChooseId,
} from '../../../src/slack/views/action-ids.ts';
import { UUID } from './examples.ts';

describe('what a click carries', () => {
  it('comes back as it was put in', () => {
    const value = { draftId: UUID, revision: 3 };
    expect(decodeValue('draft', encodeValue('draft', value))).toEqual(value);
  });

  it('is refused when it is missing, broken, of another kind, or has more in it than it should', () => {
    expect(decodeValue('draft', undefined)).toBeNull();
    expect(decodeValue('draft', '')).toBeNull();
    expect(decodeValue('draft', '{"draftId":')).toBeNull();
    expect(decodeValue('draft', encodeValue('reading', { readingId: UUID }))).toBeNull();
    expect(decodeValue('draft', `{"draftId":"${UUID}","revision":1,"approved":true}`)).toBeNull();
    expect(decodeValue('draft', `{"draftId":"${UUID}","revision":-1}`)).toBeNull();
    expect(decodeValue('overduePage', '"x"'.padEnd(2001))).toBeNull();
  });

  it('never grows beyond what Slack takes', () => {
    const answers = Array.from(
      { length: 200 },
      (_, i) => [`column:${i}`, 'x'.repeat(20)] as [string, string],
    );
    expect(() => encodeValue('upload', { uploadId: UUID, channel: null, threadTs: null, answers })).toThrow(
      RangeError,
    );
    expect(() => encodeOption('instruction', 'x'.repeat(80))).toThrow(RangeError);
  });

  it('fits a menu’s option with a verb, an id and a revision', () => {
    const text = encodeOption('instruction', UUID, 1234);
    expect(text.length).toBeLessThanOrEqual(75);
    expect(decodeOption(text)).toEqual({ verb: 'instruction', id: UUID, revision: 1234 });
    expect(decodeOption(encodeOption('7', UUID))).toEqual({ verb: '7', id: UUID, revision: null });
    for (const wrong of [null, '', 'why', 'why a b', '<!channel> x']) expect(decodeOption(wrong)).toBeNull();
  });

  it('is named noun.verb, each name once', () => {
    const names = Object.values(ACTIONS);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z_]+\.[a-z_]+$/);
    expect(new Set(Object.values(CALLBACKS)).size).toBe(Object.values(CALLBACKS).length);
    expect(readingChooseId(2, 11)).toMatch(READING_CHOOSE);
    expect(caseShowId(19)).toMatch(CASE_SHOW);
  });
});
