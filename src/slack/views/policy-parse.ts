// What was put into a form of the policy, read back: a patch that makes a good policy, or what is wrong in which field.
import { fromDecimal, money, toDecimal } from '../../core/money.ts';
import { type Policy, type PolicyStep, STEP_NAMES } from '../../core/policy.ts';
import { policySchema } from '../../core/policy-schema.ts';
import type { PolicyTopic } from '../../core/policy-words.ts';
import type { Settings } from '../../core/settings.ts';
import type { FormOf } from './policy-forms.ts';
import { stepOf } from './policy-step-form.ts';
import {
  chosenIn,
  type Parsed,
  parsed,
  type StateValues,
  severalIn,
  textIn,
  timeIn,
  wrong,
} from './read-inputs.ts';

type Patch = Partial<Policy>;

/** The whole of what was put in: a patch that makes a good policy, or a sentence for each field that is wrong. */
export function parsePolicyForm(
  form: FormOf,
  values: StateValues,
  policy: Policy,
  settings: Settings,
): Parsed<Patch> {
  const errors: Record<string, string> = {};
  const read = readerOf(values, errors, settings.currency);
  const step = form.step === null ? null : stepOf(policy, form.step);
  const patch = step ? stepPatch(step, policy, read) : PATCHES[form.topic](policy, read);
  if (Object.keys(errors).length > 0) return wrong(errors);
  const checked = policySchema.safeParse({ ...policy, ...patch });
  if (checked.success) return parsed(patch);
  for (const { path, message } of checked.error.issues) {
    const name = [...path].reverse().find((part) => typeof part === 'string' && part in values);
    errors[String(name ?? Object.keys(values)[0])] ??= message;
  }
  return wrong(errors);
}

type Read = ReturnType<typeof readerOf>;

function readerOf(values: StateValues, errors: Record<string, string>, currency: string) {
  const number = (name: string, what: string, isRight: (value: number) => boolean): number | null => {
    const text = textIn(values, name);
    if (text === null) return null;
    const value = Number(text.replace(',', '.').replace(/\s*%$/, ''));
    if (Number.isFinite(value) && isRight(value)) return value;
    errors[name] = `Give ${what}, not “${text.slice(0, 40)}”.`;
    return 0;
  };
  const wholeOrNull = (name: string) => number(name, 'a whole number', Number.isInteger);
  return {
    wholeOrNull,
    whole(name: string): number {
      const value = wholeOrNull(name);
      if (value === null) errors[name] = 'Give a whole number.';
      return value ?? 0;
    },
    percent: (name: string) => number(name, 'a rate like 8.5', () => true),
    sum(name: string): number {
      const text = textIn(values, name) ?? '';
      const amount = fromDecimal(text, currency);
      if (!amount || amount.minor < 0) errors[name] = `Give a sum like ${toDecimal(money(2500, currency))}.`;
      return amount?.minor ?? 0;
    },
    text: (name: string) => textIn(values, name),
    time: (name: string) => timeIn(values, name) ?? '',
    chosen: (name: string) => chosenIn(values, name),
    several: (name: string) => severalIn(values, name),
    isDay: (name: string, lines: readonly string[]) => {
      const bad = lines.find((line) => !/^\d{4}-\d{2}-\d{2}$/.test(line));
      if (bad !== undefined) errors[name] = `“${bad.slice(0, 40)}” is not a day like 2026-12-24.`;
    },
  };
}

const PATCHES: Readonly<Record<PolicyTopic, (policy: Policy, read: Read) => Patch>> = {
  steps: (_, read) => ({ autoSendNudge: read.chosen('autoSendNudge') === 'yes' }),
  limits: (_, { whole: n }) => ({
    caps: {
      minGapDays: n('minGapDays'),
      writtenPer7Days: n('writtenPer7Days'),
      callsPer7Days: n('callsPer7Days'),
      totalPer90Days: n('totalPer90Days'),
      quietAfterConversationDays: n('quietAfterConversationDays'),
    },
  }),
  hours: (_, read) => {
    const daysOff = (read.text('daysOff') ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    read.isDay('daysOff', daysOff);
    return {
      window: {
        weekdays: read.several('weekdays').map(Number).sort(),
        from: read.time('from'),
        to: read.time('to'),
        holidayCountry: read.text('holidayCountry')?.toUpperCase() ?? null,
        daysOff,
      },
    };
  },
  sums: (_, read) => ({
    minBalanceMinor: read.sum('minBalanceMinor'),
    toleranceMinor: read.sum('toleranceMinor'),
    alwaysAskAboveMinor: read.sum('alwaysAskAboveMinor'),
  }),
  holds: (_, { whole: n }) => ({
    holds: {
      paidSaidBusinessDays: n('paidSaidBusinessDays'),
      promiseGraceBusinessDays: n('promiseGraceBusinessDays'),
      afterPaymentDays: n('afterPaymentDays'),
      ledgerMaxAgeDays: n('ledgerMaxAgeDays'),
    },
  }),
  fees: (_, read) => ({
    lateFee: {
      kind: read.chosen('kind') as Policy['lateFee']['kind'],
      annualRatePercent: read.percent('annualRatePercent'),
      referenceRatePercent: read.percent('referenceRatePercent'),
      fromStep: STEP_NAMES.find((name) => name === read.chosen('fromStep')) ?? null,
    },
  }),
  plans: (_, read) => {
    const off = read.percent('percent');
    return {
      earlyPayment: off === null ? null : { percent: off, withinDays: read.whole('withinDays') },
      recognition: { reward: read.text('reward'), termsDays: read.wholeOrNull('termsDays') },
      plan: {
        maxInstalments: read.whole('maxInstalments'),
        maxDays: read.whole('maxDays'),
        firstWithinDays: read.whole('firstWithinDays'),
        cadences: read.several('cadences') as Policy['plan']['cadences'],
        brokenAfterMissedDays: read.whole('brokenAfterMissedDays'),
      },
    };
  },
  agency: (_, read) => ({
    agency: {
      handOverByDay: read.whole('handOverByDay'),
      minBalanceMinor: read.sum('minBalanceMinor'),
      approvals: read.whole('approvals'),
    },
  }),
  groups: groupPatch,
};

/** What the form does not show of a group, as its own steps, is kept. */
function groupPatch({ groups }: Policy, read: Read): Patch {
  const name = read.text('group') ?? '';
  const { minBalanceMinor: _, caps = {}, ...kept } = groups[name] ?? {};
  const { minGapDays: _gap, totalPer90Days: _total, ...otherCaps } = caps;
  const gap = read.wholeOrNull('minGapDays');
  const total = read.wholeOrNull('totalPer90Days');
  const ownCaps = {
    ...otherCaps,
    ...(gap === null ? {} : { minGapDays: gap }),
    ...(total === null ? {} : { totalPer90Days: total }),
  };
  const own = {
    ...kept,
    ...(Object.keys(ownCaps).length > 0 ? { caps: ownCaps } : {}),
    ...(read.text('minBalanceMinor') === null ? {} : { minBalanceMinor: read.sum('minBalanceMinor') }),
  };
  const others = Object.fromEntries(Object.entries(groups).filter(([group]) => group !== name));
  return { groups: Object.keys(own).length > 0 ? { ...others, [name]: own } : others };
}

function stepPatch(step: PolicyStep, { steps }: Policy, read: Read): Patch {
  if (read.chosen('keep') === 'no') return { steps: steps.filter(({ name }) => name !== step.name) };
  const changed: PolicyStep = {
    name: step.name,
    day: read.wholeOrNull('day'),
    afterPreviousDays: read.wholeOrNull('afterPreviousDays'),
    channel: (read.chosen('channel') ?? step.channel) as PolicyStep['channel'],
    tone: (read.chosen('tone') ?? step.tone) as PolicyStep['tone'],
    maySay: read.several('maySay') as PolicyStep['maySay'],
    approval: read.chosen('approval') === 'owner' ? 'owner' : 'approver',
  };
  const isThere = steps.some(({ name }) => name === step.name);
  const next = isThere ? steps.map((one) => (one.name === step.name ? changed : one)) : [...steps, changed];
  // In the order of their names' severity, so that a step without a day of its own follows the right one.
  const place = ({ name }: PolicyStep) => STEP_NAMES.indexOf(name);
  return { steps: isThere ? next : next.sort((a, b) => place(a) - place(b)) };
}
