// Which policy holds for a customer: the workspace's, changed by their group's, changed by their own terms.
import type { Customer } from './ledger.ts';
import type { Overrides, Policy, PolicyStep } from './policy.ts';

/** The policy with some of its fields, or parts of them, put otherwise. */
export function withOverrides(policy: Policy, overrides: Overrides): Policy {
  const { window, caps, holds, plan, agency, ...whole } = overrides;
  return {
    ...policy,
    ...given(whole),
    window: window ? { ...policy.window, ...given(window) } : policy.window,
    caps: caps ? { ...policy.caps, ...given(caps) } : policy.caps,
    holds: holds ? { ...policy.holds, ...given(holds) } : policy.holds,
    plan: plan ? { ...policy.plan, ...given(plan) } : policy.plan,
    agency: agency ? { ...policy.agency, ...given(agency) } : policy.agency,
  };
}

/** The same without fields that are there but undefined, which would put out what they stand over. */
function given<T extends object>(fields: T | undefined): T {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)) as T;
}

type Concerned = Pick<Customer, 'group' | 'terms'>;

/**
 * Workspace < group < customer. Where nothing of a customer's own stands, the very same object comes back.
 * A natural person and a customer one must not lose are treated more gently than any of these says.
 */
export function policyFor(policy: Policy, { group, terms }: Concerned): Policy {
  let own = policy;
  const ofGroup = group === null || !Object.hasOwn(policy.groups, group) ? null : policy.groups[group];
  if (ofGroup) own = withOverrides(own, ofGroup);
  if (terms.policy) own = withOverrides(own, terms.policy);
  if (terms.minGapDays !== undefined) own = withOverrides(own, { caps: { minGapDays: terms.minGapDays } });
  if (terms.vip) own = forVip(own);
  if (terms.naturalPerson) own = forNaturalPerson(own);
  return own;
}

/** Whom we must not lose hears of no consequence, and the owner sees each letter. */
function forVip(policy: Policy): Policy {
  return {
    ...policy,
    steps: policy.steps.map((step) => ({
      ...without(step, ['fee', 'pause_credit', 'agency', 'legal']),
      approval: 'owner',
    })),
    lateFee: { ...policy.lateFee, fromStep: null },
    autoSendNudge: false,
  };
}

/** Between two contacts with somebody in trouble: twice what is usual, so that each leaves room to breathe. */
const GENTLE_GAP_DAYS = 10;

/** Steps that lean on somebody who already said that they cannot: the review among ourselves takes their place. */
const TOO_HARD: readonly PolicyStep['name'][] = ['owner', 'final_notice'];

/** Tones that press, and what they become. */
const SOFTER: Readonly<Partial<Record<PolicyStep['tone'], PolicyStep['tone']>>> = {
  firm: 'human',
  serious: 'human',
  formal: 'human',
};

/**
 * Who told us of money trouble, once letters go again: no word of consequences and no deadline, a softer tone, more time
 * between contacts, and no step beyond the firm letter but the review, so that the case is not forgotten either.
 */
export function forHardship(policy: Policy): Policy {
  return {
    ...policy,
    caps: { ...policy.caps, minGapDays: Math.max(policy.caps.minGapDays, GENTLE_GAP_DAYS) },
    steps: policy.steps
      .filter(({ name }) => !TOO_HARD.includes(name))
      .map((step) => ({
        ...without(step, ['fee', 'pause_credit', 'agency', 'legal', 'deadline', 'history']),
        tone: SOFTER[step.tone] ?? step.tone,
      })),
    lateFee: { ...policy.lateFee, fromStep: null },
    autoSendNudge: false,
  };
}

/** Where a person and not a company owes: consumer law binds in many places, so the strictest of it is kept. */
function forNaturalPerson(policy: Policy): Policy {
  const { caps, lateFee } = policy;
  const isStatutory = lateFee.kind === 'uk_statutory' || lateFee.kind === 'eu_statutory';
  return {
    ...policy,
    caps: {
      minGapDays: Math.max(caps.minGapDays, 7),
      writtenPer7Days: 1,
      callsPer7Days: 1,
      quietAfterConversationDays: Math.max(caps.quietAfterConversationDays, 7),
      totalPer90Days: Math.min(caps.totalPer90Days, 6),
    },
    steps: policy.steps.map((step) => without(step, ['pause_credit', 'agency', 'legal'])),
    // The statutes are for businesses among themselves.
    lateFee: isStatutory ? { ...lateFee, kind: 'off', fromStep: null } : lateFee,
  };
}

function without(step: PolicyStep, topics: readonly PolicyStep['maySay'][number][]): PolicyStep {
  return { ...step, maySay: step.maySay.filter((topic) => !topics.includes(topic)) };
}
