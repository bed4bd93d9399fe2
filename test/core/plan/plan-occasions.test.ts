// When a letter about a payment plan must not go: what it asks for is owed, undisputed and agreed at that moment.
import { describe, expect, test } from 'vitest';
import type { OccasionDetail } from '../../../src/core/facts.ts';
import { money } from '../../../src/core/money.ts';
import type { Instalment } from '../../../src/core/plan/plan.ts';
import { whyNoInstalmentNote, whyNoPlanOffer } from '../../../src/core/plan/plan-occasions.ts';
import { inDays, invoice, payment, type Situation, said } from '../chase/situation.ts';
import { COVERED, offered, stateIn, TERMS } from './planned.ts';

const about = (instalments: readonly Instalment[]): OccasionDetail => ({
  invoices: TERMS.invoices,
  plan: { id: 'plan 1', instalments },
});

const disputed = (minor: number | null) =>
  said(inDays(1), {
    kind: 'dispute',
    reason: 'goods',
    detail: '',
    amount: minor === null ? null : money(minor, 'USD'),
    invoices: ['INV-1'],
  });

const approved = offered().slice(0, 2);

describe('the plan in writing', () => {
  const whyNot = (situation: Situation) =>
    whyNoPlanOffer({ state: stateIn({ on: inDays(1), ...situation }), detail: about(TERMS.instalments) });

  test('goes while all of it is owed', () => {
    expect(whyNot({ invoices: [COVERED], events: approved })).toBeNull();
  });

  test('does not ask for what a credit note has taken off, or what was paid meanwhile', () => {
    const note = invoice(0, { number: 'CN-1', kind: 'credit_note', open: 40_000 });
    expect(whyNot({ invoices: [COVERED, note], events: approved })).toContain('Less is owed now');
    const part = payment(inDays(1), 10_000, { invoiceId: COVERED.id });
    const rest = { ...COVERED, open: money(80_000, 'USD') };
    expect(whyNot({ invoices: [rest], payments: [part], events: approved })).toContain('Less is owed now');
  });

  test('does not ask for what they dispute since', () => {
    const events = [...approved, disputed(20_000)];
    expect(whyNot({ invoices: [COVERED], events })).toContain('They dispute');
  });
});

describe('the note before an instalment', () => {
  const whyNot = (minor: number | null) =>
    whyNoInstalmentNote({
      state: stateIn({ on: inDays(2), invoices: [COVERED], events: [...offered(), disputed(minor)] }),
      detail: about(TERMS.instalments.slice(0, 1)),
    });

  test('does not ask for an invoice that they dispute', () => {
    expect(whyNot(null)).toContain('They dispute');
    expect(whyNot(70_000)).toContain('They dispute');
  });

  test('asks for the instalment where enough is not disputed', () => {
    expect(whyNot(20_000)).toBeNull();
  });
});
