// Leaves a model alone for a while that has failed several times in a row, so that nobody waits for it letter by letter.

/** Once is an accident and twice bad luck. */
const FAILURES_IN_A_ROW = 3;

/** Long enough for a server to come back, short enough that a morning's letters still get a model. */
const REST_MS = 5 * 60_000;

export type Rest = {
  isOn(): boolean;
  /** It answered, well or badly: a bad letter is no fault of the server. */
  answered(): void;
  failed(): void;
};

/** `nowMs`: any clock that only moves forward. After a rest a single call is the trial: it fails, and the rest begins anew. */
export function makeRest(nowMs: () => number = () => performance.now()): Rest {
  let failures = 0;
  let untilMs = 0;
  return {
    isOn: () => nowMs() < untilMs,
    answered: () => {
      failures = 0;
    },
    failed: () => {
      failures += 1;
      if (failures >= FAILURES_IN_A_ROW) untilMs = nowMs() + REST_MS;
    },
  };
}
