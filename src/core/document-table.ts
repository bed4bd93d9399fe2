// A table of a document that leaves the house, in whatever form it is drawn.

/** Cells are formatted; those of `isFigure` columns stand at the right. */
export type DocumentTable = {
  readonly title: string | null;
  readonly heads: readonly { readonly words: string; readonly isFigure: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** Empty: no last row with a sum. */
  readonly total: readonly string[];
};
