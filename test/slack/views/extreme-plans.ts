// Payment plans at their widest and narrowest, for the views that draw them.
import { addMonths } from '../../../src/core/calendar.ts';
import { dayNumber } from '../../../src/core/chase/day-number.ts';
import { money } from '../../../src/core/money.ts';
import type { Instalment } from '../../../src/core/plan/plan.ts';
import type { PlanState, PlanStatus } from '../../../src/core/plan/plan-states.ts';
import type { PlanView } from '../../../src/core/plan/plan-view.ts';
import type { PlanFormContent, PlanPreview } from '../../../src/slack/views/plan-modals.ts';
import { customer, TODAY, UUID } from './examples.ts';
import type { World } from './extremes.ts';

/** As many as a plan can have. */
const MOST = 36;

const first = (world: World) => world.sums[0] ?? money(100, 'USD');

function instalmentsOf(world: World): Instalment[] {
  const count = Math.min(Math.max(2, world.count), MOST);
  return Array.from({ length: count }, (_, index) => ({
    day: addMonths(TODAY, index),
    amount: first(world),
  }));
}

function termsOf(world: World) {
  return {
    currency: first(world).currency,
    invoices: Array.from({ length: world.count }, () => world.name),
    cadence: 'monthly' as const,
    instalments: instalmentsOf(world),
  };
}

function planOf(world: World, status: PlanStatus, isChanged: boolean): PlanState {
  const terms = termsOf(world);
  const beyond = isChanged ? [world.note] : [];
  const step = { kind: 'proposed', terms, on: TODAY, alreadyBooked: [], beyond, note: world.note } as const;
  const proposal = {
    id: UUID,
    customerId: UUID,
    at: `${TODAY}T12:00:00.000Z`,
    by: world.name,
    source: { channel: 'C1', ts: '1.0', quote: world.note },
    body: { kind: 'plan', planId: UUID, step } as const,
    day: dayNumber(TODAY),
  };
  return {
    id: UUID,
    status,
    terms,
    change: isChanged ? { terms, beyond } : null,
    beyond,
    proposal,
    waiting: isChanged || status === 'proposed' ? proposal : null,
    last: proposal,
    accepted: null,
    instalments: terms.instalments.map(({ day, amount: { minor } }, index) => ({
      day,
      dayNumber: dayNumber(day),
      amountMinor: minor,
      dueMinor: index % 2 === 0 ? minor : minor - 1,
      receivedMinor: index % 3 === 0 ? 0 : 1,
      status: (['missed', 'late', 'due', 'paid'] as const)[index % 4] ?? 'due',
      paidOn: index % 4 === 3 ? dayNumber(day) : null,
      missedFrom: dayNumber(day) + 4,
    })),
    totalMinor: first(world).minor,
    receivedMinor: 0,
    remainingMinor: first(world).minor,
    behindMinor: status === 'behind' ? first(world).minor : 0,
    behindSince: null,
    coveredIds: new Set(),
  };
}

const STATUSES: readonly PlanStatus[] = [
  'proposed',
  'approved',
  'offered',
  'active',
  'behind',
  'broken',
  'completed',
  'cancelled',
];

export function planViewsOf(world: World): PlanView[] {
  return STATUSES.flatMap((status) =>
    [false, true].map((isChanged) => ({
      customer: customer({ name: world.name }),
      plan: planOf(world, status, isChanged),
      today: TODAY,
      locale: world.locale,
      owners: Array.from({ length: world.count }, () => 'U0OLIVIA'),
    })),
  );
}

export function planFormOf(world: World): PlanFormContent {
  return {
    customer: customer({ name: world.name }),
    usual: {
      currency: first(world).currency,
      instalments: 3,
      cadence: 'monthly',
      first: TODAY,
      invoices: world.count > 0 ? [world.name] : null,
      total: null,
      changes: world.count > 0 ? UUID : null,
    },
    invoices: Array.from({ length: world.count }, (_, index) => ({
      number: `${index} ${world.name}`,
      open: first(world),
      due: TODAY,
    })),
    limits: {
      maxInstalments: 4,
      maxDays: 60,
      firstWithinDays: 7,
      cadences: ['monthly'],
      brokenAfterMissedDays: 3,
    },
    today: TODAY,
    locale: world.locale,
    readingId: world.count > 0 ? UUID : null,
  };
}

export function planPreviewOf(world: World): PlanPreview {
  const terms = termsOf(world);
  const many = <T>(one: T) => Array.from({ length: world.count }, () => one);
  return {
    customer: customer({ name: world.name }),
    worked: {
      kind: 'plan',
      terms,
      total: first(world),
      beyond: many(world.note).slice(0, 4),
      leftOut: many(world.note),
    },
    wish: {
      customerId: UUID,
      currency: first(world).currency,
      changes: UUID,
      readingId: UUID,
      instalments: 36,
      cadence: 'fortnightly',
      first: TODAY,
      invoices: ['x'.repeat(1000)],
      note: 'n'.repeat(300),
    },
    alternatives: ['Wait', 'Discount', 'Agency'].map((name) => ({ name, words: world.note })),
    behaviour: [world.note.slice(0, 200)],
    today: TODAY,
    locale: world.locale,
  };
}
