// `import FILE`: takes a ledger in from a shell, all or nothing, and prints the receipt.
import { describeProblems } from '../core/import/problems.ts';
import { type ImportAnswers, type QuestionId, withAnswer } from '../core/import/questions.ts';
import { describeReceipt } from '../core/import/receipt.ts';
import { importLedger } from '../flows/import-ledger.ts';
import type { Ports } from '../ports/ports.ts';
import { EXIT, readArguments, type Shell, Usage } from './command.ts';

export const IMPORT_HELP = `npm run tightrope -- import FILE [--answer QUESTION=CHOICE]… [--by NAME] [--json]

Takes in a CSV or Excel file of invoices: QuickBooks, Xero, FreshBooks, Stripe, or any table with one row
for each invoice. All of it is taken in, or nothing. Importing the same file twice changes nothing.

  --answer QUESTION=CHOICE   answers a question that was asked, as --answer date_order=DMY; may be repeated
  --by NAME                  who is on record as having imported it (default: shell)`;

export async function importFile(ports: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const answers = answersIn(args);
  const { words, options } = readArguments(withoutAnswers(args), { options: ['by'], flags: [] });
  const [path, ...more] = words;
  if (!path || more.length > 0) throw new Usage('Name one file to import.');
  const file = await shell.readLedger(path);
  const tooBig = ports.files.refuseBySize(file.fileName, file.size);
  if (tooBig) {
    print(shell, { kind: 'refused', because: tooBig }, [tooBig], shell.err);
    return EXIT.refused;
  }
  const result = await importLedger(ports, {
    fileName: file.fileName,
    bytes: await file.bytes(),
    answers,
    by: options.get('by') ?? 'shell',
  });
  switch (result.kind) {
    case 'imported': {
      const { locale } = await ports.store.settings();
      print(shell, result, describeReceipt(result.receipt, result.result, locale), shell.out);
      return EXIT.done;
    }
    case 'refused_file':
      print(
        shell,
        result,
        [
          `${result.fileName} was not taken in, and nothing was changed.`,
          ...describeProblems(result.problems),
        ],
        shell.err,
      );
      return EXIT.refused;
    case 'asked':
      print(
        shell,
        { kind: 'asked', questions: result.plan.questions },
        [
          `${result.fileName} was not taken in yet: it can be read in more than one way.`,
          ...result.plan.questions.flatMap(({ id, text, choices }) => [
            `\n${text}`,
            ...choices.map(({ value, label }) => `  --answer ${id}=${value}   ${label}`),
          ]),
        ],
        shell.err,
      );
      return EXIT.question;
  }
}

function print(shell: Shell, data: unknown, lines: readonly string[], say: (text: string) => void): void {
  if (shell.json) shell.out(JSON.stringify(data, null, 2));
  else for (const line of lines) say(line);
}

function withoutAnswers(args: readonly string[]): string[] {
  return args.filter((arg, at) => arg !== '--answer' && args[at - 1] !== '--answer');
}

/** @throws Usage for an answer that fits no question. */
function answersIn(args: readonly string[]): ImportAnswers {
  let answers: ImportAnswers = {};
  args.forEach((arg, at) => {
    if (args[at - 1] !== '--answer') return;
    const [id = '', value = ''] = arg.split(/=(.*)/s);
    const next = withAnswer(answers, id as QuestionId, value);
    if (!next) throw new Usage(`"${arg}" answers no question.`);
    answers = next;
  });
  return answers;
}
