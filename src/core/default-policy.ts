// The policy a workspace begins with: gentle, and stricter with ourselves than any law that binds.
import type { Policy, PolicyStep } from './policy.ts';

function step(
  name: PolicyStep['name'],
  day: number,
  channel: PolicyStep['channel'],
  tone: PolicyStep['tone'],
  maySay: PolicyStep['maySay'],
): PolicyStep {
  return { name, day, afterPreviousDays: null, channel, tone, maySay, approval: 'approver' };
}

export const DEFAULT_POLICY: Policy = {
  termsDays: 21,
  groupBy: 'customer_and_currency',
  minBalanceMinor: 2500,
  toleranceMinor: 100,
  steps: [
    step('nudge', -3, 'email', 'warm', []),
    step('reminder', 3, 'email', 'friendly', []),
    step('question', 10, 'email', 'helpful', []),
    step('call', 15, 'call', 'human', []),
    step('firm', 21, 'email', 'firm', ['plan', 'fee']),
    step('owner', 35, 'email', 'serious', ['plan', 'fee', 'history', 'pause_credit']),
    step('final_notice', 50, 'email', 'formal', [
      'plan',
      'fee',
      'history',
      'pause_credit',
      'agency',
      'legal',
      'deadline',
    ]),
    step('internal_review', 60, 'none', 'formal', []),
  ],
  autoSendNudge: false,
  alwaysAskAboveMinor: 500000,
  window: { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidayCountry: null, daysOff: [] },
  caps: {
    minGapDays: 5,
    writtenPer7Days: 2,
    callsPer7Days: 3,
    quietAfterConversationDays: 7,
    totalPer90Days: 8,
  },
  holds: { paidSaidBusinessDays: 5, promiseGraceBusinessDays: 2, ledgerMaxAgeDays: 3, afterPaymentDays: 3 },
  lateFee: { kind: 'off', annualRatePercent: null, referenceRatePercent: null, fromStep: null },
  earlyPayment: { percent: 2, withinDays: 7 },
  recognition: { reward: null, termsDays: null },
  plan: {
    maxInstalments: 4,
    maxDays: 60,
    firstWithinDays: 7,
    cadences: ['weekly', 'fortnightly', 'monthly'],
    brokenAfterMissedDays: 3,
  },
  agency: { handOverByDay: 90, minBalanceMinor: 25000, approvals: 2 },
  groups: {},
};
