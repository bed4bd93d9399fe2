// What is wrong with a file, said so that a person finds the cell and knows what to write there.

export type LineProblem = {
  readonly line: number | null; // null: the file as a whole
  readonly column: string | null;
  readonly value: string | null;
  /** What is wrong and what was expected, as whole sentences. */
  readonly expected: string;
};

/** More than this are not read by anybody; the rest is counted. */
export const PROBLEMS_SHOWN = 20;

const VALUE_SHOWN_CHARACTERS = 60;

export function describeProblem({ line, column, value, expected }: LineProblem): string {
  const where = [line === null ? null : `line ${line}`, column === null ? null : `column "${column}"`]
    .filter((part) => part !== null)
    .join(', ');
  const what = value === null ? '' : value === '' ? 'is empty. ' : `"${shorten(value)}" `;
  const place = where === '' ? '' : value === '' ? `${where} ` : `${where}: `;
  const sentence = `${place}${what}${expected}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The first problems as sentences, and how many more there are: nothing is cut silently. */
export function describeProblems(problems: readonly LineProblem[]): string[] {
  const shown = problems.slice(0, PROBLEMS_SHOWN).map(describeProblem);
  const more = problems.length - shown.length;
  return more > 0 ? [...shown, `And ${more} more like these.`] : shown;
}

/** One line, no control characters: a value is quoted in Slack and in a terminal. */
export function shorten(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  return plain.length > VALUE_SHOWN_CHARACTERS ? `${plain.slice(0, VALUE_SHOWN_CHARACTERS)}…` : plain;
}
