// What was begun and is not done yet, so that a stop waits for it.
import type { App } from '@slack/bolt';

/** Longer than any answer should take; a stop that takes longer is a stop that hangs. */
const LONGEST_MS = 20_000;

export class WorkInHand {
  readonly #running = new Set<Promise<unknown>>();

  constructor(app: App) {
    app.use(async ({ next }) => {
      // Bolt's next() resolves when every listener of this command, click or event has ended.
      await this.add(next());
    });
  }

  get isBusy(): boolean {
    return this.#running.size > 0;
  }

  /** Gives the work back, to be waited for where it was begun. */
  async add<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /** Resolves when nothing is in hand any more, or when waiting longer would be hanging. */
  async done(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_MS);
    });
    await Promise.race([Promise.allSettled([...this.#running]), tooLong]);
    clearTimeout(timer);
  }
}
