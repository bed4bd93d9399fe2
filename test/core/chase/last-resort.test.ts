// What is handed over or written off is chased by nobody, whatever else is recorded; what comes back is asked for softly.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantAt } from '../../../src/core/calendar.ts';
import { customerState } from '../../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent, EventBody } from '../../../src/core/ledger.ts';
import { checkWriteOff } from '../../../src/core/write-off.ts';
import {
  act,
  customer,
  event,
  inDays,
  inShort,
  invoice,
  leave,
  ledgerOf,
  payment,
  promise,
  said,
  sent,
  TODAY,
  verdicts,
  ZONE,
} from './situation.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const A = (late = 80, over = {}) => invoice(late, { number: 'A', open: 40_000, ...over });

function handedOver(on = inDays(-5), approvals = 2, invoices = ['A']): CaseEvent {
  return event(
    on,
    {
      kind: 'hand_over_asked',
      currency: 'USD',
      agencyId: 'fair',
      agency: 'Fair Collect',
      feePercent: 20,
      invoices,
      amount: usd(40_000),
      approvals,
      reason: 'no answer',
    },
    { id: 'asked' },
  );
}
function writtenOff(minor: number, on = inDays(-5), approvals = 1): CaseEvent {
  return event(
    on,
    {
      kind: 'write_off_asked',
      currency: 'USD',
      parts: [{ invoice: 'A', amount: usd(minor) }],
      approvals,
      reason: 'closed down',
    },
    { id: 'given up' },
  );
}
const on = (days: number, body: EventBody, by = 'U2') => event(inDays(days), body, { by });
const agreed = (by: string, days = -4) => on(days, { kind: 'request_approved', requestId: 'asked' }, by);

describe('a hand-over', () => {
  const history = [sent(inDays(-20), 'final_notice', ['A'])];
  const at = (...events: CaseEvent[]) => inShort({ invoices: [A()], events: [...history, ...events] });

  test('holds once as many different people want it as the policy asks for', () => {
    expect(at(handedOver())).toBe('internal_review');
    expect(at(handedOver(), agreed('U1'))).toBe('internal_review'); // whoever asked
    expect(at(handedOver(), agreed('U2'))).toBe('leave: agency');
    expect(at(handedOver(inDays(-5), 3), agreed('U2'), agreed('U2', -3))).toBe('internal_review');
    expect(at(handedOver(inDays(-5), 3), agreed('U2'), agreed('U3', -3))).toBe('leave: agency');
    expect(at(handedOver(inDays(-5), 1))).toBe('leave: agency');
  });

  test('that was declined never holds, and one in force is not declined any more', () => {
    const declined = (days: number) =>
      on(days, { kind: 'request_declined', requestId: 'asked', reason: 'no' });
    expect(at(handedOver(), declined(-4), agreed('U3', -3))).toBe('internal_review');
    expect(at(handedOver(), agreed('U2', -4), declined(-3))).toBe('leave: agency');
  });

  test('says who has it and since when', () => {
    const found = leave({ invoices: [A()], events: [...history, handedOver(), agreed('U2')] });
    expect(found.because).toBe('A: with Fair Collect since Fri Nov 20, so we do not chase it.');
    expect(found.total).toEqual(usd(40_000));
  });

  test('leaves other invoices to us', () => {
    const found = act({
      invoices: [A(), invoice(5, { number: 'B' })],
      events: [...history, handedOver(), agreed('U2')],
    });
    expect(found).toMatchObject({
      step: 'reminder',
      total: usd(10_000),
      leftOut: [{ reason: 'agency', amount: usd(40_000) }],
    });
  });

  test('that is called back after a broken promise is not held against them at once', () => {
    const broken = promise(inDays(-60), inDays(-50));
    const inBetween = promise(inDays(-15), inDays(-14));
    const ended = on(-1, { kind: 'hand_over_ended', requestId: 'asked', why: 'agreement', note: 'monthly' });
    const events = [...history, broken, handedOver(inDays(-19)), agreed('U2', -18), inBetween, ended];
    expect(inShort({ invoices: [A()], events })).toBe('reminder');
  });

  test('that is called back begins again with a reminder', () => {
    const ended = on(-1, {
      kind: 'hand_over_ended',
      requestId: 'asked',
      why: 'agreement',
      note: 'pays monthly',
    });
    expect(at(handedOver(), agreed('U2'), ended)).toBe('reminder');
  });
});

describe('a review', () => {
  const reviewed = (days: number) =>
    on(days, { kind: 'reviewed', currency: 'USD', choice: 'wait', reason: 'slow season' });

  test('that was due is done, and comes up again a month later', () => {
    const events = [sent(inDays(-40), 'final_notice', ['A']), reviewed(-1)];
    expect(inShort({ invoices: [A()], events })).toMatch(/^leave: waiting_for_us/);
    const again = [sent(inDays(-60), 'final_notice', ['A']), reviewed(-31)];
    expect(inShort({ invoices: [A(120)], events: again })).toBe('internal_review');
  });

  test('that came before its day takes no step of the ladder', () => {
    const events = [sent(inDays(-7), 'reminder', ['A']), reviewed(-1)];
    expect(inShort({ invoices: [A(10)], events })).toBe('question');
  });
});

describe('a write-off', () => {
  test('of all of it leaves nothing to chase', () => {
    expect(inShort({ invoices: [A()], events: [writtenOff(40_000)] })).toBe('leave: written_off');
  });

  test('of a part leaves the rest, and a payment is of the rest first', () => {
    expect(act({ invoices: [A()], events: [writtenOff(15_000)] }).total).toEqual(usd(25_000));
    const paid = { invoices: [A(80, { open: 20_000, total: 40_000 })], events: [writtenOff(15_000)] };
    expect(act({ ...paid, payments: [payment(inDays(-4), 20_000)] }).total).toEqual(usd(5_000));
    expect(
      inShort({ invoices: [A(80, { open: 12_000, total: 40_000 })], events: [writtenOff(15_000)] }),
    ).toBe('leave: written_off');
  });

  test('that the books have by now sets nothing apart', () => {
    const booked = on(-1, { kind: 'write_off_ended', requestId: 'given up', why: 'booked', note: '' });
    expect(act({ invoices: [A(80, { open: 25_000 })], events: [writtenOff(15_000), booked] }).total).toEqual(
      usd(25_000),
    );
  });

  test('that is taken back begins again with a reminder', () => {
    const back = on(-1, { kind: 'write_off_ended', requestId: 'given up', why: 'taken_back', note: '' });
    const history = [sent(inDays(-20), 'final_notice', ['A'])];
    expect(inShort({ invoices: [A()], events: [...history, writtenOff(40_000), back] })).toBe('reminder');
  });

  test('of what is not due yet stops the note before the due day', () => {
    const due = A(-3);
    expect(inShort({ invoices: [due] })).toBe('nudge');
    expect(inShort({ invoices: [due], events: [writtenOff(40_000)] })).toMatch(/^leave: nothing_due/);
  });

  const check = (invoices: string[], amount: number | null, events: CaseEvent[] = []) => {
    const acme = customer();
    const ledger = ledgerOf({ customers: [acme], invoices: [A(), invoice(3, { number: 'B' })], events });
    const state = customerState(ledger, acme, DEFAULT_POLICY, {
      now: instantAt(ZONE, TODAY, '10:00'),
      zone: ZONE,
    });
    return checkWriteOff(
      state,
      { invoices, amount: amount === null ? null : usd(amount) },
      { writeOffAloneUpTo: 400, locale: 'en-US' },
    );
  };

  test('needs a second person above the limit, and not at it', () => {
    expect(check(['A'], null)).toMatchObject({ kind: 'fine', total: usd(40_000), approvals: 1 });
    expect(check(['A', 'B'], null)).toMatchObject({ kind: 'fine', total: usd(50_000), approvals: 2 });
  });

  test('is refused in a sentence', () => {
    expect(check(['A'], 40_001)).toEqual({
      kind: 'refused',
      because:
        '$400.01 is more than the $400.00 that is left of A. Give a smaller sum, or none for all of it.',
    });
    expect(check(['A', 'B'], 100)).toMatchObject({
      because: expect.stringContaining('one invoice at a time'),
    });
    expect(check(['C'], null)).toMatchObject({ because: expect.stringContaining('Open the form again') });
    expect(check(['A'], null, [writtenOff(40_000)])).toMatchObject({
      because: expect.stringContaining('Open the form again'),
    });
    expect(check(['A'], null, [writtenOff(40_000, inDays(-5), 2)])).toMatchObject({
      because: expect.stringContaining('waits for its answer'),
    });
  });
});

describe('no state that can be reached', () => {
  const days = fc.integer({ min: -60, max: -1 });
  const anything: fc.Arbitrary<CaseEvent> = days.chain((day) =>
    fc
      .constantFrom<(() => CaseEvent)[]>(
        () => sent(inDays(day), 'firm', ['A', 'B']),
        () => sent(inDays(day), 'final_notice'),
        () => promise(inDays(day), inDays(Math.min(day + 5, 5))),
        () => said(inDays(day), { kind: 'callback', date: inDays(day + 2) }),
        () =>
          said(inDays(day), {
            kind: 'dispute',
            reason: 'price',
            detail: '',
            amount: usd(5_000),
            invoices: ['A'],
          }),
        () =>
          said(inDays(day), {
            kind: 'document_request',
            document: 'invoice_copy',
            detail: '',
            invoices: ['A'],
          }),
        () => event(inDays(day), { kind: 'dispute_resolved', how: 'sent it', invoices: [] }),
        () => event(inDays(day), { kind: 'released', reason: 'go on' }),
        () => event(inDays(day), { kind: 'reviewed', currency: 'USD', choice: 'agency', reason: 'x' }),
        () => on(day, { kind: 'request_declined', requestId: 'asked', reason: 'x' }),
        () => on(day, { kind: 'request_approved', requestId: 'given up' }),
      )
      .map((make) => make()),
  );

  test('chases an amount that is handed over or written off', () => {
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 8 }),
        fc.integer({ min: -4, max: 200 }),
        fc.integer({ min: 0, max: 40_000 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 20_000 }),
        (events, late, given, agency, paid) => {
          const open = 40_000 - paid;
          const force = [
            ...(given > 0 ? [writtenOff(given, inDays(-61))] : []),
            ...(agency ? [handedOver(inDays(-61), 1)] : []),
          ];
          const invoices = [A(late, { open, total: 40_000 }), invoice(40, { number: 'B' })];
          const most = 10_000 + (agency ? 0 : Math.max(0, open - given));
          for (const verdict of verdicts({ invoices, events: [...force, ...events] })) {
            if (verdict.kind === 'act') expect(verdict.total.minor).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
