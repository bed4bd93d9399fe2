// What an answer to a question is made from, for all the files that make one.
import type { AsOf } from '../core/asking/answer.ts';
import type { Question } from '../core/asking/question.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports } from '../ports.ts';

export type Asking = {
  readonly ports: Ports;
  readonly question: Question;
  readonly settings: Settings;
  readonly asOf: AsOf;
  readonly user: string;
  readonly nameOf: (customerId: string) => string;
};
