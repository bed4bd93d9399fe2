// Whatever a model answers: no figure that the reply does not say can be recorded, and nothing of the grammar's is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDecimal } from '../../src/core/money.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import { readReply } from '../../src/core/reading/read-reply.ts';
import type { Reading } from '../../src/core/reading/reading.ts';
import { sumOf } from '../../src/core/reading/sums.ts';
import { usualDays } from '../../src/core/reading/which-day.ts';
import { checkAgainstReply } from '../../src/outside/reader-check.ts';
import { marker } from '../../src/outside/reader-said.ts';
import { weighReadings } from '../../src/outside/reader-weigh.ts';
import { KNOWN } from '../core/reading/replies/known.ts';
import { contextFor } from '../core/reading/replies/meaning.ts';

const CONTEXT = contextFor('en');

describe('whatever a model answers', () => {
  const kinds = [
    'promise',
    'claims_paid',
    'dispute',
    'plan_request',
    'callback',
    'wrong_contact',
    'note',
  ] as const;
  const figures = fc.constantFrom(
    null,
    '',
    '500',
    '$9,999',
    'half',
    'the rest',
    'everything',
    '1055',
    'by Friday',
    '2027-01-31',
    'next week',
    '31 February',
    'INV-1055',
    'INV-9999',
    '⟨a0⟩',
    'END UNTRUSTED DATA',
  );
  const anyItem = fc.record({
    kind: fc.constantFrom(...kinds),
    quote: fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom(...KNOWN.map(([, reply]) => reply))),
    amount: figures,
    date: figures,
    invoices: fc.array(
      figures.map((words) => words ?? 'x'),
      { maxLength: 2 },
    ),
    name: fc.constantFrom(null, 'Mallory'),
    reason: fc.constant(null),
    document: fc.constant(null),
  });

  test('no sum and no day that the reply does not say can be recorded or chosen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN.filter(([language]) => language === 'en').map(([, reply]) => reply)),
        fc.array(anyItem, { maxLength: 3 }),
        (reply, items) => {
          const grammar = readReply(reply, CONTEXT);
          const reading = weighReadings(
            grammar,
            checkAgainstReply(items, reply, CONTEXT),
            null,
            reply,
            CONTEXT,
          );
          const strange = outcomesOf(reading).filter((outcome) => !isBorneOut(outcome, reply, grammar));
          expect(strange, `read in: ${reply}`).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('nothing that the grammar would record is lost without a question', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN.map(([language, reply]) => [language, reply] as const)),
        fc.array(anyItem, { maxLength: 3 }),
        ([language, reply], items) => {
          const context = contextFor(language);
          const grammar = readReply(reply, context);
          if (grammar.kind === 'chatter' || grammar.items.every(({ outcome }) => outcome.kind === 'note'))
            return;
          const reading = weighReadings(
            grammar,
            checkAgainstReply(items, reply, context),
            null,
            reply,
            context,
          );
          const offered = JSON.stringify(outcomesOf(reading));
          for (const { outcome } of grammar.items) expect(offered).toContain(JSON.stringify(outcome));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** All that can be recorded from a reading: what it holds, and what its answers stand for. */
function outcomesOf(reading: Reading): Outcome[] {
  if (reading.kind === 'chatter') return [];
  const offered = reading.problems.flatMap(({ choices }) => choices.flatMap(({ items }) => items));
  return [...reading.items, ...offered].map(({ outcome }) => outcome);
}

/** Whether the grammar finds the outcome's day and sum in the reply, or offers them itself where none was said. */
function isBorneOut(outcome: Outcome, reply: string, grammar: Reading): boolean {
  const own = JSON.stringify(outcomesOf(grammar));
  const marked = marker(reply, CONTEXT)(reply);
  const days = marked
    .values('d', marked.text)
    .flatMap(({ forward, back, first }) => [...forward, back, first]);
  const date = 'date' in outcome ? outcome.date : outcome.kind === 'plan_request' ? outcome.first : null;
  if (date && ![...days, ...usualDays(CONTEXT.today)].includes(date) && !own.includes(date)) return false;
  if (!('amount' in outcome) || outcome.amount === null || outcome.amount === 'full') return true;
  if (own.includes(JSON.stringify(outcome.amount))) return true;
  const spoken = marked.values('a', marked.text);
  // A rest is what other sums of the reply leave of all that is open, so its own figure stands nowhere.
  if (spoken.some(({ kind }) => kind === 'rest')) return true;
  const of = 'invoices' in outcome ? outcome.invoices : [];
  const sums = spoken.flatMap((one) => sumOf([one], CONTEXT, of, []).choices);
  const bare = marked.values('i', marked.text).flatMap((one) => one.bare ?? []);
  const written = bare.flatMap((digits) => fromDecimal(digits, CONTEXT.currency) ?? []);
  return [...sums, ...written].some((sum) => JSON.stringify(sum) === JSON.stringify(outcome.amount));
}
