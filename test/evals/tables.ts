// Says what the evals found, as tables that a person reads.
import type { Mark } from '../core/reading/replies/meaning.ts';
import type { LetterScore } from './letter-eval.ts';
import type { ReplyScore } from './reply-eval.ts';

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
const shown = (value: number, digits = 1): string => (Number.isNaN(value) ? '-' : value.toFixed(digits));
const share = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)} %`);

const HEAD = [
  '',
  'letters',
  'first',
  'retry',
  'house',
  'slots',
  'words',
  'kind',
  'firm',
  'tokens',
  'seconds',
];

export function letterTables(scores: readonly LetterScore[]): string {
  const by = (title: string, of: (score: LetterScore) => string) =>
    table([[title, ...HEAD.slice(1)], ...groups(scores, of).map(([name, some]) => [name, ...rowOf(some)])]);
  return [
    by('step', (score) => score.of.step),
    by('tone', (score) => score.of.tone),
    by('language', (score) => score.of.language),
    table([
      ['all', ...HEAD.slice(1)],
      ['', ...rowOf(scores)],
    ]),
    counted(
      'What the guard said of answers that were sent back',
      scores.flatMap(({ findings }) => findings),
    ),
    counted(
      'Why the house letter had to do',
      scores.flatMap(({ note, outcome }) => (outcome === 'house' ? [note ?? ''] : [])),
    ),
  ].join('\n\n');
}

function rowOf(scores: readonly LetterScore[]): string[] {
  const judged = scores.flatMap((score) => (score.judged ? [score.judged] : []));
  const are = (outcome: LetterScore['outcome']) => scores.filter((score) => score.outcome === outcome).length;
  const held = scores.reduce((sum, { slots }) => sum + slots.held, 0);
  const required = scores.reduce((sum, { slots }) => sum + slots.required, 0);
  return [
    String(scores.length),
    String(are('first')),
    String(are('retry')),
    String(are('house')),
    share(held, required),
    shown(mean(scores.map(({ words }) => words)), 0),
    shown(mean(judged.map(({ kindness }) => kindness))),
    shown(mean(judged.map(({ firmness }) => firmness))),
    shown(mean(scores.map(({ usage }) => usage.tokens)), 0),
    shown(mean(scores.map(({ usage }) => usage.millis / 1000))),
  ];
}

const MARKS: readonly Mark[] = ['right', 'asked', 'missed', 'wrong'];

export function replyTable(scores: readonly ReplyScore[]): string {
  const row = (name: string, of: (score: ReplyScore) => Mark) => [
    name,
    String(scores.length),
    ...MARKS.map((one) => share(scores.filter((score) => of(score) === one).length, scores.length)),
  ];
  const alone = scores.filter(({ byGrammarAlone }) => byGrammarAlone).length;
  const lines = [
    table([
      ['replies', 'read', ...MARKS],
      row('grammar alone', ({ grammar }) => grammar),
      row('with the model', ({ withModel }) => withModel),
    ]),
    `The model had no say in ${alone} of ${scores.length}. Tokens a reply: ${shown(mean(scores.map(({ tokens }) => tokens)), 0)}; seconds: ${shown(mean(scores.map(({ millis }) => millis / 1000)))}.`,
    '"asked" records nothing before a person has answered; "wrong" would be recorded by one click on Confirm.',
  ];
  const worse = scores.filter(({ grammar, withModel }) => withModel === 'wrong' && grammar !== 'wrong');
  return [...lines, ...worse.map(({ reply }) => `  wrong with the model only: ${reply}`)].join('\n');
}

function groups<T>(all: readonly T[], of: (one: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(of(one), [...(found.get(of(one)) ?? []), one]);
  return [...found];
}

function counted(title: string, values: readonly string[]): string {
  const lines = groups(values, (value) => value)
    .sort((a, b) => b[1].length - a[1].length)
    .map(([value, some]) => `  ${String(some.length).padStart(4)}  ${value}`);
  return [`${title}:`, ...(lines.length > 0 ? lines : ['     0  nothing'])].join('\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
