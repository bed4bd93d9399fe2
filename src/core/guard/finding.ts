// What the guard says of a letter: where it is wrong, why, and how to mend it.

/** `block`: it may not be sent so. `warn`: an approver may overrule it with a reason. */
export type Severity = 'block' | 'warn';

export type Finding = {
  readonly code: string; // kebab-case: 'wrong-amount'
  readonly severity: Severity;
  /** Where it stands; `text` is the very words. Null for something that is missing. */
  readonly span: {
    readonly part: 'subject' | 'body';
    readonly start: number;
    readonly end: number;
    readonly text: string;
  } | null;
  readonly why: string; // one sentence
  readonly mend: string; // one sentence
};
