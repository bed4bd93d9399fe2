// Which payment plans the digest asks a person about, and in which order.
import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import { plansToDecide } from '../../../src/core/plan/plans-to-decide.ts';
import { customer, ledgerOf, type Situation } from '../chase/situation.ts';
import { COVERED, offered, ZONED } from './planned.ts';

const BETA = customer({ id: 'beta', name: 'Beta' });
const theirs = <T extends { customerId: string }>(row: T): T => ({ ...row, customerId: 'beta' });

function asked(situation: Situation) {
  const now = `${situation.on ?? '2026-11-24'}T20:00:00.000Z`;
  return plansToDecide(ledgerOf(situation), DEFAULT_POLICY, { ...ZONED, now, locale: 'en-US' });
}

test('what is missed comes before what waits for an owner', () => {
  const situation: Situation = {
    on: '2026-12-07',
    customers: [customer(), BETA],
    invoices: [COVERED, theirs({ ...COVERED, id: 'id of beta' })],
    events: [
      ...offered().slice(0, 1),
      ...offered().map((each) => theirs({ ...each, id: `beta ${each.id}` })),
    ],
  };
  expect(asked(situation).map(({ customerName, words }) => `${customerName}: ${words}`)).toEqual([
    'Beta: The instalment of $300.00 for Tue Dec 1 has not arrived: call them, then decide how the plan goes on.',
    'Acme Robotics Inc: A payment plan of $900.00 waits for an owner’s approval.',
  ]);
});

test('a letter that has not gone out is not forgotten', () => {
  const [found] = asked({ invoices: [COVERED], events: offered().slice(0, 2) });
  expect(found?.words).toContain('its letter has not gone out yet');
});

test('a plan that is kept asks for nothing', () => {
  expect(asked({ invoices: [COVERED], events: offered() })).toEqual([]);
});
