// What an answer to a question is made from, for all the files that make one.
import type { AsOf } from '../core/asking/answer.ts';
import type { Question } from '../core/asking/question.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports } from '../ports/ports.ts';

export type Asking = {
  readonly ports: Ports;
  readonly question: Question;
  readonly settings: Settings;
  readonly asOf: AsOf;
  readonly user: string;
  readonly nameOf: (customerId: string) => string;
};

export type Asked = {
  readonly text: string;
  readonly user: string;
  /** Whose case is being talked about. */
  readonly customerId: string | null;
  /** What the same person asked before in the same conversation, oldest first. */
  readonly earlier: readonly string[];
};
