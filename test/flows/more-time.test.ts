// More time that was agreed for an invoice: the card, the verdict, the letter, the statement and the fee count the same days.
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { Policy } from '../../src/core/policy.ts';
import { setTerms } from '../../src/flows/change-customer.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { gatherCustomer, viewCase } from '../../src/flows/gather.ts';
import { statementOf } from '../../src/flows/give-statement.ts';
import { whyCustomer } from '../../src/flows/look-ahead.ts';
import { customerMessage } from '../../src/slack/views/case-card.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';
import { wordsOf } from '../slack/views/slack-limits.ts';

const ACME = 'Acme Robotics Inc';
const BOOKS = [{ number: 'INV-7', due: '2026-11-02', issued: '2026-10-03', open: 1000 }] as const;
const FEES: Policy = {
  ...DEFAULT_POLICY,
  lateFee: { kind: 'simple_interest', annualRatePercent: 10, referenceRatePercent: null, fromStep: null },
};

let ports: TestPorts;
let acme: string;
beforeEach(async () => {
  ports = await testPorts('2026-10-05T14:00:00.000Z');
  acme = await owes(ports, ACME, BOOKS);
  await ports.store.savePolicy(FEES, OWNER, ports.clock.now());
  const terms = { invoices: { 'INV-7': { extraDays: 14 } } };
  const saved = await setTerms(ports, { customerId: acme, terms, accountManager: null, by: OWNER });
  if (saved.kind !== 'noted') throw new Error(saved.because);
});

async function on(day: `${number}-${number}-${number}`) {
  ports.setNow(morning(day));
  await owes(ports, ACME, BOOKS);
  const situation = await gatherCustomer(ports, acme);
  if (!situation) throw new Error('no such customer');
  const view = await viewCase(ports, situation, null);
  const why = await whyCustomer(ports, acme);
  return {
    situation,
    card: wordsOf(customerMessage(view).blocks),
    statement: statementOf(situation, situation.today, null).tables[0]?.rows[0],
    fees: why?.explanation.reasonings.flatMap(({ fees }) => fees),
  };
}

describe('an invoice with fourteen days more', () => {
  test('is not late in them, says until when on the card, and has no fee', async () => {
    const { card, statement, fees, situation } = await on('2026-11-12');
    expect(situation.verdicts).toMatchObject([{ kind: 'leave', reason: 'own_terms', until: '2026-11-17' }]);
    expect(card).toContain('more time until Mon Nov 16');
    expect(card).not.toContain('days late');
    expect(statement?.slice(2, 4)).toEqual(['November 16, 2026', '']);
    expect(fees).toEqual([]);
  });

  test('is late by the same days everywhere once they are over', async () => {
    const { card, statement, fees, situation } = await on('2026-11-24');
    expect(situation.verdicts).toMatchObject([{ kind: 'act', daysLate: 8 }]);
    expect(card).toContain('8 days late after more time');
    expect(card).not.toContain('22 days');
    expect(statement?.slice(2, 4)).toEqual(['November 16, 2026', '8']);
    expect(fees).toMatchObject([{ number: 'INV-7', fee: { days: 8 } }]);
    const made = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    if (made.kind !== 'drafted') throw new Error(JSON.stringify(made));
    expect(made.draft.facts).toMatchObject({ daysLate: 8, invoices: [{ due: '2026-11-16', daysLate: 8 }] });
    expect(made.draft.letter.body).toContain('November 16, 2026');
    expect(made.draft.letter.body).not.toContain('November 2, 2026');
  });
});
