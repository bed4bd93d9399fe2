// What was recorded of one payment plan, as the state is worked out from it.
import type { StandingEvent } from '../chase/case-file.ts';
import type { PlanStep } from './plan.ts';

type Recorded<K extends PlanStep['kind']> = {
  readonly event: StandingEvent;
  readonly step: Extract<PlanStep, { kind: K }>;
};

/** The newest proposal that was approved, and a newer one that waits for it; `since`: from that approval on. */
export function proposalsOf(events: readonly StandingEvent[]): {
  proposal: Recorded<'proposed'> | null;
  waiting: Recorded<'proposed'> | null;
  since: readonly StandingEvent[];
} {
  let proposal: Recorded<'proposed'> | null = null;
  let waiting: Recorded<'proposed'> | null = null;
  let since: readonly StandingEvent[] = [];
  for (const [index, event] of events.entries()) {
    const step = stepOf(event);
    if (step?.kind === 'proposed') waiting = { event, step };
    else if (step?.kind === 'approved' && waiting) {
      proposal = waiting;
      waiting = null;
      since = events.slice(index);
    } else if (step?.kind === 'terms_kept' && proposal) waiting = null;
  }
  return { proposal, waiting, since };
}

export function lastOf<K extends PlanStep['kind']>(
  events: readonly StandingEvent[],
  kind: K,
): Recorded<K> | null {
  for (const event of [...events].reverse()) {
    const step = stepOf(event);
    if (step?.kind === kind) return { event, step: step as Extract<PlanStep, { kind: K }> };
  }
  return null;
}

export function stepOf({ body }: StandingEvent): PlanStep | null {
  return body.kind === 'plan' ? body.step : null;
}
