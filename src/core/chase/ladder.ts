// Which step of the ladder an invoice has come to: by its age, by what was done already, and never too fast.
import type { CustomerState } from '../customer-state.ts';
import type { Policy, PolicyStep } from '../policy.ts';
import type { Chaseable } from './balance.ts';
import { concerns, names } from './case-file.ts';
import type { Progress } from './contacts.ts';

/** Days are day numbers; `level` is the index of the highest step taken, -1 for none. */
export type LadderAnswer =
  | { readonly kind: 'due'; readonly step: LadderStep; readonly level: number; readonly gentle: boolean }
  | { readonly kind: 'wait'; readonly step: LadderStep; readonly on: number; readonly why: 'day' | 'gap' }
  /** The ladder has ended; it is reviewed again on `on`, if the policy has a review. */
  | { readonly kind: 'end'; readonly on: number | null; readonly since: number };

/** The mildest first contact on something long overdue: a question, never a threat. Days late. */
const FIRST_CONTACT_MAX_DAY = 10;

/** A case that was reviewed comes up again. */
const REVIEW_AGAIN_DAYS = 30;

/** A step whose day from due is known, also where the policy counts it from the step before. */
export type LadderStep = PolicyStep & { readonly day: number };

/** By day from due, earliest first. */
export function ladderOf(steps: readonly PolicyStep[]): LadderStep[] {
  const ladder: LadderStep[] = [];
  for (const step of steps) {
    const before = ladder.at(-1)?.day ?? 0;
    ladder.push({ ...step, day: step.day ?? before + (step.afterPreviousDays ?? 0) });
  }
  return ladder.sort((a, b) => a.day - b.day);
}

/** Days from due; null: the policy has no internal review. */
export function reviewDayOf({ steps }: Pick<Policy, 'steps'>): number | null {
  return ladderOf(steps).find(({ name }) => name === 'internal_review')?.day ?? null;
}

/** The index of the last step whose day has come; -1 before the first. */
export function latestDue(ladder: readonly LadderStep[], daysLate: number): number {
  return ladder.findLastIndex(({ day }) => day <= daysLate);
}

/** The first of the steps that speaks of something overdue. */
function firstAfterDue(ladder: readonly LadderStep[]): number {
  const index = ladder.findIndex(({ day }) => day >= 0);
  return index === -1 ? ladder.length : index;
}

export function ladderStep(
  driver: Chaseable,
  state: CustomerState,
  ladder: readonly LadderStep[],
): LadderAnswer {
  const { today, policy } = state.file;
  const gapDays = policy.caps.minGapDays;
  const due = latestDue(ladder, today - driver.ladderDue);
  const { level, lastDay } = levelOf(driver, state, ladder);
  const first = firstAfterDue(ladder);
  const isFirstContact = level < first;
  const allowed = isFirstContact
    ? Math.max(first, latestDue(ladder, FIRST_CONTACT_MAX_DAY))
    : level + Math.floor((today - lastDay) / gapDays);
  let wait: Extract<LadderAnswer, { kind: 'wait' }> | null = null;
  for (let target = Math.min(due, allowed); target > level && target >= first; target -= 1) {
    const step = ladder[target];
    if (!step) continue;
    const early = notBefore(ladder, target, level, lastDay);
    if (early <= today) return { kind: 'due', step, level, gentle: isFirstContact && target < due };
    if (wait === null || early < wait.on) wait = { kind: 'wait', step, on: early, why: 'gap' };
  }
  if (wait) return wait;
  return waiting(driver, ladder, Math.max(level + 1, first), isFirstContact ? null : lastDay, gapDays, today);
}

/**
 * The earliest day for a step by what came before it: as many days after the previous contact as the policy says, and
 * for a review the policy's own distance from the final notice, because the deadline in it must have passed.
 */
function notBefore(ladder: readonly LadderStep[], target: number, level: number, lastDay: number): number {
  const step = ladder[target];
  const before = ladder[target - 1];
  const counted = step?.afterPreviousDays ?? null;
  const afterContact = counted === null ? Number.NEGATIVE_INFINITY : lastDay + counted;
  if (!step || before?.name !== 'final_notice' || step.channel !== 'none' || level !== target - 1)
    return afterContact;
  return Math.max(afterContact, lastDay + (step.day - before.day));
}

/**
 * The day on which the case comes to a review among ourselves, which no limit on letters and calls holds back; null
 * where none is ahead.
 */
export function reviewOn(
  driver: Chaseable,
  state: CustomerState,
  ladder: readonly LadderStep[],
): number | null {
  const gapDays = state.file.policy.caps.minGapDays;
  const { level, lastDay } = levelOf(driver, state, ladder);
  const index = ladder.findIndex(({ channel }, at) => channel === 'none' && at > level);
  const step = ladder[index];
  if (!step || level < firstAfterDue(ladder)) return null;
  const climbed = lastDay + gapDays * (index - level);
  return Math.max(
    driver.ladderDue + step.day,
    climbed,
    notBefore(ladder, index, level, lastDay),
    state.file.today + 1,
  );
}

/** A review comes round again, so that no case is forgotten; a letter is never repeated. */
function ended(ladder: readonly LadderStep[], today: number, since: number): LadderAnswer {
  const last = ladder.at(-1);
  if (last?.channel !== 'none') return { kind: 'end', on: null, since };
  const on = since + REVIEW_AGAIN_DAYS;
  return on <= today
    ? { kind: 'due', step: last, level: ladder.length - 1, gentle: false }
    : { kind: 'end', on, since };
}

function waiting(
  driver: Chaseable,
  ladder: readonly LadderStep[],
  next: number,
  lastDay: number | null,
  gapDays: number,
  today: number,
): LadderAnswer {
  const step = ladder[next];
  if (!step) return ended(ladder, today, lastDay ?? driver.ladderDue);
  const byAge = driver.ladderDue + step.day;
  const byGap =
    lastDay === null ? byAge : Math.max(lastDay + gapDays, notBefore(ladder, next, next - 1, lastDay));
  return { kind: 'wait', step, on: Math.max(byAge, byGap), why: byGap > byAge ? 'gap' : 'day' };
}

/**
 * The highest step that this invoice has had. A firm letter that named it when it was 3 days late was, for this
 * invoice, a reminder: each invoice climbs its own ladder.
 */
export function levelOf(
  driver: Chaseable,
  state: CustomerState,
  ladder: readonly LadderStep[],
): { level: number; lastDay: number } {
  const { invoice, ladderDue } = driver;
  const restartedAt = state.holds.restarts
    .filter((restart) => concerns(restart.invoices, invoice, state.file.invoices))
    .map(({ at }) => at)
    .sort()
    .at(-1);
  let level = -1;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const entry of state.contacts.progress) {
    if (entry.currency !== null && entry.currency !== invoice.open.currency) continue;
    if (entry.invoices.length > 0 && !names(entry.invoices, invoice)) continue;
    if (restartedAt !== undefined && entry.at <= restartedAt) continue;
    const reached = reachedBy(entry, ladder, latestDue(ladder, entry.day - ladderDue));
    if (reached < 0) continue;
    level = Math.max(level, reached);
    lastDay = Math.max(lastDay, entry.day);
  }
  return { level, lastDay };
}

function reachedBy(entry: Progress, ladder: readonly LadderStep[], due: number): number {
  const name = entry.step === 'broken_promise_call' ? 'call' : entry.step;
  const index = ladder.findIndex((step) => step.name === name);
  if (entry.onlyWhenDue) return index !== -1 && index === due ? index : -1;
  // A step that the policy no longer has counts as the one that was due.
  return index === -1 ? due : Math.min(index, due);
}
