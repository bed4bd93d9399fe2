// Lets the same thing be done by one at a time: whoever comes second finds what the first has done.

/** The last in each line. */
const lines = new Map<string, Promise<unknown>>();

/** Runs `work` after all that was asked under this key before has ended, well or badly. */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lines.get(key) ?? Promise.resolve();
  const mine = before.catch(() => {}).then(work);
  lines.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lines.get(key) === mine) lines.delete(key);
  }
}
