// Weighs a model's reading of a reply against our grammar's: where they agree it is taken, where they differ a person is asked.
import type { Outcome } from '../core/outcome.ts';
import { outcomeWords } from '../core/outcome-words.ts';
import { weigh } from '../core/reading/draft-item.ts';
import type { Problem, ReadItem, Reading, ReadingContext } from '../core/reading/reading.ts';
import { reconcile } from '../core/reading/reconcile.ts';
import { saidSo, withSpeakers } from '../core/reading/who-said.ts';
import type { Checked } from './reader-check.ts';
import type { ModelReading } from './reader-model.ts';

type Outcomes = Extract<Reading, { kind: 'outcomes' }>;

/** Pure. A model can add a question or a proposal; it can neither record anything nor silence the grammar. */
export function weighReadings(
  grammar: Reading,
  checked: Checked,
  via: ModelReading['via'],
  reply: string,
  context: ReadingContext,
): Reading {
  const meant = withSpeakers(reconcile(checked.drafts, reply), reply, context.contacts ?? []);
  const model = weigh(meant);
  if (meant.length === 0) return grammar.kind === 'chatter' ? grammar : { ...grammar, sureness: 'low' };
  if (grammar.kind === 'chatter' || saysNothing(grammar))
    return ofModelAlone(grammar, model, via, reply, context);
  if (hasQuestion(grammar.problems)) return withLikeliestFirst(grammar, model.items);
  if (checked.invented.length > 0) {
    const problems = checked.invented.map((question, index, all) => ({
      ...question,
      choices: index === all.length - 1 ? [choice('', grammar.items, context)] : [],
    }));
    return { ...grammar, items: [], problems, sureness: 'low', by: 'model' };
  }
  if (hasQuestion(model.problems)) return { ...grammar, sureness: 'low' };
  if (isSame(grammar.items, model.items)) return { ...grammar, via: grammar.via ?? via, by: 'model' };
  return disagreement(grammar, model.items, context);
}

/** Words kept as they are: nothing that the grammar understood. */
function saysNothing({ items, problems }: Outcomes): boolean {
  return items.every(({ outcome }) => outcome.kind === 'note') && !hasQuestion(problems);
}

/** The grammar saw nothing: what the model saw is proposed, and a note is the other answer. */
function ofModelAlone(
  grammar: Reading,
  model: { readonly items: readonly ReadItem[]; readonly problems: readonly Problem[] },
  via: ModelReading['via'],
  reply: string,
  context: ReadingContext,
): Reading {
  const read = { kind: 'outcomes', via, sureness: 'low', by: 'model' } as const;
  const note: ReadItem = { outcome: { kind: 'note', text: reply }, quote: reply };
  const onlyNote = { label: 'No, only a note', items: [note] };
  if (hasQuestion(model.problems)) {
    const problems = model.problems.map((problem, index, all) =>
      index === all.length - 1 ? { ...problem, choices: [...problem.choices, onlyNote] } : problem,
    );
    return { ...read, items: model.items, problems };
  }
  if (model.items.every(({ outcome }) => outcome.kind === 'note')) return grammar;
  const question: Problem = {
    kind: 'unclear',
    about: 'meaning',
    why: 'My own rules do not understand these words. This is how the model reads them: is it right?',
    choices: [choice('', model.items, context), onlyNote],
  };
  return { ...read, items: [], problems: [question] };
}

/** The grammar asks already, and goes on asking; the answer that the model would give only stands first. */
function withLikeliestFirst(grammar: Outcomes, likely: readonly ReadItem[]): Outcomes {
  const problems = grammar.problems.map((problem) => {
    const first = problem.choices.filter(({ items }) => isSame(items, likely));
    const others = problem.choices.filter((one) => !first.includes(one));
    return { ...problem, choices: [...first, ...others] };
  });
  return { ...grammar, problems };
}

function disagreement(grammar: Outcomes, items: readonly ReadItem[], context: ReadingContext): Reading {
  const onlyIn = (some: readonly ReadItem[], others: readonly ReadItem[]) =>
    some.filter((item) => !others.some((other) => meaning(item.outcome) === meaning(other.outcome)));
  const [ours, theirs] = [onlyIn(grammar.items, items), onlyIn(items, grammar.items)];
  const question: Problem = {
    kind: 'unclear',
    about: 'meaning',
    why: 'This can be read in two ways. Which is right?',
    choices: [
      { ...choice('', ours.length > 0 ? ours : grammar.items, context), items: grammar.items },
      { ...choice(ours.length > 0 ? '' : 'Also: ', theirs.length > 0 ? theirs : items, context), items },
    ],
  };
  return { ...grammar, items: [], problems: [question], sureness: 'low', by: 'model' };
}

function choice(
  lead: string,
  items: readonly ReadItem[],
  context: ReadingContext,
): Problem['choices'][number] {
  // A button has little room, and who said it is the same in every answer.
  const words = items.map(({ outcome }) => outcomeWords(saidSo(outcome, null), context));
  return { label: `${lead}${words.join('; ')}`, items };
}

function hasQuestion(problems: readonly Problem[]): boolean {
  return problems.some(({ kind }) => kind !== 'odd');
}

function isSame(some: readonly ReadItem[], others: readonly ReadItem[]): boolean {
  const all = (items: readonly ReadItem[]) =>
    items
      .map(({ outcome }) => meaning(outcome))
      .sort()
      .join('\n');
  return all(some) === all(others);
}

/** What an outcome changes; the words told beside it, and who is found in them, may differ. */
function meaning(outcome: Outcome): string {
  const {
    detail: _detail,
    text: _text,
    ...rest
  } = saidSo(outcome, null) as Outcome & {
    detail?: string;
    text?: string;
  };
  return JSON.stringify(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)));
}
