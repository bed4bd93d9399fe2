// What customers asked us to send: a task until a letter goes, a person skips it, or somebody says that it is done.
import { expect, test } from 'vitest';
import { customerState } from '../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { openRequests } from '../../src/core/document-care.ts';
import type { CaseEvent } from '../../src/core/ledger.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import { customer, event, invoice, said, sent, ZONE } from './chase/situation.ts';

const A = invoice(20, { number: 'A' });
const B = invoice(10, { number: 'B' });
const PAID = invoice(40, { number: 'PAID', open: 0, total: 5_000 });

function asked(
  document: 'invoice_copy' | 'po_number' | 'statement' | 'other',
  invoices: readonly string[] = [],
) {
  const outcome: Outcome = { kind: 'document_request', document, detail: '', invoices };
  return said('2026-11-20', outcome);
}

function open(...events: CaseEvent[]) {
  const ledger = { freshAt: null, customers: [customer()], invoices: [A, B, PAID], payments: [], events };
  return openRequests(
    customerState(ledger, customer(), DEFAULT_POLICY, { now: '2026-11-24T16:00:00.000Z', zone: ZONE }),
  );
}

test.each([
  [['A'], ['A']],
  [['PAID'], ['PAID']], // a copy of what is paid is asked for as well
  [[], ['A', 'B']],
  [['X-9'], ['A', 'B']],
])('a request that names %j is about %j', (named, invoices) => {
  expect(open(asked('invoice_copy', named))).toMatchObject([{ invoices, since: '2026-11-20' }]);
});

const done = (request: CaseEvent) =>
  event('2026-11-23', {
    kind: 'request_done',
    requestId: request.id,
    document: 'po_number',
    invoices: [],
    note: 'PO-4711',
  });
const skipped = (step: string, invoices?: readonly string[]) =>
  event('2026-11-23', {
    kind: 'skipped',
    step,
    currency: 'USD',
    reason: '',
    ...(invoices ? { invoices } : {}),
  });

const copy = asked('invoice_copy', ['A']);
const statement = asked('statement');
const number = asked('po_number', ['A']);

test.each<[string, CaseEvent, CaseEvent, number]>([
  ['a copy', copy, sent('2026-11-20', 'copy_sent', ['A']), 0],
  ['a copy of another invoice', copy, sent('2026-11-23', 'copy_sent', ['B']), 1],
  ['a copy that was sent before they asked', copy, sent('2026-11-19', 'copy_sent', ['A']), 1],
  ['a reminder', copy, sent('2026-11-23', 'reminder', ['A']), 1],
  ['a copy that a person skipped', copy, skipped('copy_sent', ['A']), 0],
  ['a reminder that a person skipped', copy, skipped('reminder'), 1],
  ['a statement for a copy', copy, sent('2026-11-23', 'statement_sent', ['A']), 1],
  ['a statement', statement, sent('2026-11-23', 'statement_sent', ['B']), 0],
  ['an order number', number, done(number), 0],
  ['something else that is done', number, done(copy), 1],
])('%s settles what was asked for, or not', (_, request, after, left) => {
  expect(open(request, after)).toHaveLength(left);
});

test('a request that was taken back is no task', () => {
  expect(open(copy, event('2026-11-23', { kind: 'undone', eventId: copy.id, reason: null }))).toEqual([]);
});

test('a request for two copies stays open until both were sent', () => {
  const both = asked('invoice_copy', ['A', 'B']);
  expect(open(both, sent('2026-11-23', 'copy_sent', ['A']))).toMatchObject([{ invoices: ['B'] }]);
  expect(open(both, sent('2026-11-23', 'copy_sent', ['A']), skipped('copy_sent', ['B']))).toEqual([]);
});
