// Six questions to begin with, about customers who are late today where there are any.

const ABOUT_ONE: readonly ((name: string) => string)[] = [
  (name) => `How much does ${name} owe us?`,
  (name) => `What have we agreed with ${name}?`,
  (name) => `What is the next step with ${name}?`,
];

const ABOUT_ALL = [
  'Who should I call today?',
  'What came in this week?',
  'What is due next week?',
  'Whom do we leave alone?',
  'What is overdue by more than 60 days?',
  'How fresh is the ledger?',
];

/** `late`: names of customers who are late, the greatest sum first. */
export function exampleQuestions(late: readonly string[]): string[] {
  const named = ABOUT_ONE.slice(0, late.length).map((make, index) => make(late[index] ?? ''));
  return [...ABOUT_ALL.slice(0, 3), ...named, ...ABOUT_ALL.slice(3)].slice(0, 6);
}
