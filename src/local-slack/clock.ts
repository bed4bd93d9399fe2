// The local clock: real time plus what people have moved it forward. It never goes back.
import { DateTime } from 'luxon';

const ZONE = 'America/New_York'; // of the workspace, for "next day at 08:00"

export class LocalClock {
  readonly #realNow: () => number;
  readonly #listeners = new Set<() => void>();
  #offsetMs: number;

  constructor(offsetMs: number, realNow: () => number) {
    this.#offsetMs = Math.max(0, offsetMs);
    this.#realNow = realNow;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  get zone(): string {
    return ZONE;
  }

  nowMs(): number {
    return this.#realNow() + this.#offsetMs;
  }

  now(): Date {
    return new Date(this.nowMs());
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @throws RangeError in one sentence when the moment is not in the future. */
  moveTo(target: number): void {
    if (!Number.isFinite(target)) throw new RangeError('That is not a moment in time.');
    if (target < this.nowMs()) throw new RangeError('The clock only goes forward.');
    this.#offsetMs += target - this.nowMs();
    for (const listener of this.#listeners) listener();
  }

  /** The next day at that hour on the workspace's wall: 'HH:mm'. */
  moveToNextDay(time: string): void {
    const [hour = 8, minute = 0] = time.split(':').map(Number);
    const next = DateTime.fromMillis(this.nowMs(), { zone: ZONE })
      .plus({ days: 1 })
      .set({ hour, minute, second: 0, millisecond: 0 });
    this.moveTo(next.toMillis());
  }
}
