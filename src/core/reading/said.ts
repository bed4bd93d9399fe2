// One clause with all that is needed to read it.
import type { Money } from '../money.ts';
import type { Clause } from './clauses.ts';
import type { MarkedText } from './marks.ts';
import type { ReadingContext } from './reading.ts';

export type Said = {
  readonly marked: MarkedText;
  readonly clause: Clause;
  readonly context: ReadingContext;
  /** Sums that the same reply named earlier: a "rest" is what they leave. */
  readonly before: readonly Money[];
};
