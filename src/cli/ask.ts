// `ask`: a question in plain words, answered from the ledger; nothing is recorded or changed.
import { type Answer, asOfWords } from '../core/asking/answer.ts';
import { answerQuestion } from '../flows/answer-question.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfMorning, EXIT, readArguments, type Shell, Usage } from './command.ts';

export const ASK_HELP = `npm run tightrope -- ask "question" [--after "question"] [--as-of DAY] [--json]

Answers a question in plain words from the ledger: who to call today, how much somebody owes, what came in last week,
why somebody is left alone. Nothing is recorded or changed.

  --after "question"   what was asked before, for a question that goes on: ask "and Beta?" --after "what does Acme owe?"
  --as-of DAY          as of the morning of that day, as --as-of 2026-12-01 (default: now)

Exit codes: 0 answered, 1 not understood or no such customer, 2 used wrongly, 3 which customer is meant?`;

export async function ask(given: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options } = readArguments(args, { options: ['as-of', 'after'], flags: [] });
  const text = words.join(' ').trim();
  if (text === '') throw new Usage('Ask something, as: ask "who should I call today?"');
  const ports = await asOfMorning(given, options);
  const after = options.get('after');
  const answer = await answerQuestion(ports, {
    text,
    user: 'cli',
    customerId: null,
    earlier: after ? [after] : [],
  });
  if (shell.json) shell.out(JSON.stringify(answer, null, 2));
  else for (const line of answerLines(answer)) shell.out(line);
  if (answer.kind === 'answered') return EXIT.done;
  return answer.kind === 'which' ? EXIT.question : EXIT.refused;
}

function answerLines({ sentences, lines, more, choices, hints, note, offers, asOf }: Answer): string[] {
  return [
    ...sentences,
    ...lines.map(({ text }) => `  - ${text}`),
    ...(more > 0 ? [`  …and ${more} more`] : []),
    ...choices.map(({ name }) => `  ${name}`),
    ...hints.map((hint) => `  ${hint}`),
    ...(offers.length > 0 ? ['In Slack this comes with a button that does it; a shell does nothing.'] : []),
    ...(note ? [note] : []),
    asOfWords(asOf),
  ];
}
