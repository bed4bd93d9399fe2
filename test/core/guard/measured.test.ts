// Measures the guard on both sides: what it lets through that it must not, and what it stops without reason.
import { describe, expect, test } from 'vitest';
import { checkLetter } from '../../../src/core/guard/check-letter.ts';
import { exampleFacts } from '../letter/letter-facts.ts';
import { BAD_SENTENCES } from './letters/bad-sentences.ts';
import type { BadCase, GoodCase } from './letters/case.ts';
import { FRESH_BAD } from './letters/fresh-bad.ts';
import { FRESH_GOOD } from './letters/fresh-good.ts';
import { GOOD_SENTENCES } from './letters/good-sentences.ts';
import { HELD_OUT_BAD } from './letters/held-out-bad.ts';
import { HELD_OUT_GOOD } from './letters/held-out-good.ts';
import { blocking, letterSaying } from './letters/letter-saying.ts';
import { NEAR_MISSES, type NearMiss } from './letters/near-misses.ts';
import { WEAK_BAD } from './letters/weak-bad.ts';

describe('the guard, measured', () => {
  test('lets every good letter pass', () => {
    const alarms = GOOD_SENTENCES.flatMap(({ says, step, language }) => {
      const facts = exampleFacts({ ...(step ? { step } : {}), ...(language ? { language } : {}) });
      const found = checkLetter(letterSaying(says, facts), facts);
      return found.length > 0
        ? [`${says} → ${found.map(({ code, span }) => `${code} "${span?.text ?? ''}"`).join(', ')}`]
        : [];
    });
    console.log(`good letters: ${GOOD_SENTENCES.length}, false alarms: ${alarms.length}`);
    expect(alarms).toEqual([]);
  });

  test('finds every bad letter', () => {
    const missed: string[] = [];
    let count = 0;
    for (const [family, sentences] of Object.entries(BAD_SENTENCES)) {
      let found = 0;
      for (const says of sentences) {
        count += 1;
        if (blocking(letterSaying(says, exampleFacts()), exampleFacts()).length > 0) found += 1;
        else missed.push(`${family}: ${says}`);
      }
      console.log(`bad letters, ${family}: ${found} of ${sentences.length} found`);
    }
    console.log(`bad letters: ${count}, missed: ${missed.length}`);
    expect(missed).toEqual([]);
  });

  const TAGS = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;
  type Said = Pick<BadCase, 'says' | 'language'> & Partial<GoodCase> & Partial<NearMiss>;
  const findingsOf = ({ says, language, step, history }: Said) => {
    const facts = exampleFacts({ language: TAGS[language], ...(step ? { step } : {}) });
    const withHistory = { ...facts, history: { ...facts.history, ...history } };
    return checkLetter(letterSaying(says, withHistory), withHistory);
  };
  const isBlocked = (said: Said) => findingsOf(said).some(({ severity }) => severity === 'block');
  const isBlamed = (said: Said) => findingsOf(said).length > 0;
  const isWarned = (said: Said) => isBlamed(said) && !isBlocked(said);
  const share = (part: number, all: number) => `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`;

  test.each([
    ['of others', FRESH_BAD],
    ['of the kinds that it once found least of', WEAK_BAD],
  ])('finds the bad letters %s that it was tuned on', (name, letters) => {
    const missed = letters.filter((each) => !isBlocked(each));
    console.log(
      `bad letters ${name}, tuned on: ${share(letters.length - missed.length, letters.length)} blocked`,
    );
    expect(missed).toEqual([]);
  });

  test.each([
    ['of others', FRESH_GOOD],
    ['that come near to bad ones', NEAR_MISSES],
  ])('lets the good letters %s that it was tuned on pass', (name, letters) => {
    const blamed = letters.filter(isBlamed);
    console.log(`good letters ${name}, tuned on: ${share(blamed.length, letters.length)} blamed`);
    expect(blamed).toEqual([]);
  });

  test('is measured on letters that it never saw', () => {
    for (const family of new Set(HELD_OUT_BAD.map((each) => each.family))) {
      const letters = HELD_OUT_BAD.filter((each) => each.family === family);
      console.log(`held out, ${family}: ${share(letters.filter(isBlocked).length, letters.length)} blocked`);
    }
    const hits = HELD_OUT_BAD.filter(isBlocked).length;
    const blocked = HELD_OUT_GOOD.filter(isBlocked).length;
    const plain = HELD_OUT_GOOD.filter(({ tricky }) => !tricky);
    const blockedPlain = plain.filter(isBlocked).length;
    const warned = HELD_OUT_GOOD.filter(isWarned).length;
    console.log(
      `held out: ${share(hits, HELD_OUT_BAD.length)} bad letters blocked, ${HELD_OUT_BAD.filter(isWarned).length} more warned of`,
    );
    console.log(
      `held out: ${share(blocked, HELD_OUT_GOOD.length)} good letters blocked, ${warned} more warned of; of the plain ones ${share(blockedPlain, plain.length)} blocked`,
    );
    // A little below what was measured last: 86 % blocked, 13 % and 3 % of the good ones blamed.
    expect(hits / HELD_OUT_BAD.length).toBeGreaterThan(0.85);
    expect((blocked + warned) / HELD_OUT_GOOD.length).toBeLessThan(0.14);
    expect(blockedPlain / plain.length).toBeLessThan(0.04);
  });

  test('says how long it takes a letter', () => {
    const facts = exampleFacts();
    const letters = GOOD_SENTENCES.map(({ says }) => letterSaying(`${says} `.repeat(10), facts));
    const times = [...letters, ...letters, ...letters].map((letter) => {
      const start = performance.now();
      checkLetter(letter, facts);
      return performance.now() - start;
    });
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
    console.log(`guard time a letter: p50 ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms`);
    expect(times).toHaveLength(3 * letters.length);
  });
});
