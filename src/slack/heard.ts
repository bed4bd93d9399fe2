// What somebody said to us, for all who answer it.

/** What was said, by whom and where. `threadTs`: null outside a thread. */
export type Heard = {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly text: string;
};
