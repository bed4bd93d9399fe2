// What each part of the store's contract is given.
import type { Store } from '../../src/ports/store.ts';

export type Opened = {
  /** A new workspace's store. */
  readonly store: () => Store;
  /** Another new workspace's. */
  readonly other: () => Store;
};
