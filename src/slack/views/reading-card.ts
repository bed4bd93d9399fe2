// What a reply was understood to mean, put before a person: nothing is recorded before somebody confirms.
import type { AnyBlock } from '@slack/types';
import { assertNever } from '../../core/assert-never.ts';
import type { Day } from '../../core/calendar.ts';
import type { Source } from '../../core/ledger.ts';
import type { OutcomeKind } from '../../core/outcome.ts';
import { outcomeWords } from '../../core/outcome-words.ts';
import type { Problem, Reading } from '../../core/reading/reading.ts';
import { ACTIONS, encodeValue, readingChooseId } from './action-ids.ts';
import { actions, button, context, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { escapeInline, escapeLines, fitLines, mention, shorten } from './mrkdwn.ts';
import { markBlocks } from './promise-lines.ts';

/** A pending reading, in so far as its card shows it. */
export type ReadingContent = {
  readonly id: string;
  readonly author: string;
  readonly source: Source;
  readonly reading: Reading;
  readonly state: 'asked' | 'confirmed' | 'dismissed' | 'undone' | 'withdrawn';
  readonly decidedBy: string | null;
  /** Slack's stamp of the wording that is shown; null: as it was sent. */
  readonly editedTs: string | null;
  /** What the words are since the author changed them, and what they mean; `quote` null: they were deleted. */
  readonly rewording: { readonly quote: string | null; readonly reading: Reading } | null;
};

export type ReadingPlace = { readonly today: Day; readonly locale: string };

const LONGEST_QUOTE = 600;
/** Slack takes 25 elements a row; whoever needs more than these presses Change. */
const MAX_CHOICES = 10;
const MAX_PROBLEMS = 8;

/** `after`: how the next step changes, once it is recorded ("No reminder before Tue 1 Dec"). */
export function readingCard(
  content: ReadingContent,
  customerName: string,
  place: ReadingPlace,
  after: string | null,
): Said {
  const value = readingValue(content);
  const name = escapeInline(shorten(customerName, 150));
  const by = content.decidedBy ? ` by ${mention(content.decidedBy)}` : '';
  const quote = context(`${mention(content.author)} wrote: ${quoted(content.source.quote)}`);
  const understood = understoodLines(content.reading, place);
  switch (content.state) {
    case 'asked':
      return said([
        section(
          understood.length > 0
            ? fitLines([`*What I understood about ${name}*`, ...understood], 2900)
            : `*I am not sure what this means for ${name}.*`,
        ),
        quote,
        ...markBlocks(content.reading, name),
        ...problemBlocks(content, content.reading),
        ...(isUnsure(content.reading) ? [context('I am not quite sure. Read it twice.')] : []),
        actions(
          canConfirm(content.reading)
            ? button(ACTIONS.readingConfirm, 'Confirm', value, { style: 'primary' })
            : null,
          button(ACTIONS.readingChange, 'Change', value),
          button(ACTIONS.readingDismiss, 'Not an outcome', value),
        ),
      ]);
    case 'confirmed':
      return said([
        section(fitLines([`:white_check_mark: *Recorded for ${name}*${by}`, ...understood], 2900)),
        quote,
        ...(content.rewording ? rewordingBlocks(content, content.rewording, place) : []),
        ...(after ? [section(`*What comes next:* ${escapeInline(shorten(after, 1500))}`)] : []),
        ...(content.rewording
          ? []
          : [
              actions(
                says(content.reading, 'plan_request')
                  ? button(ACTIONS.planFromReading, 'Work out the plan', value, { style: 'primary' })
                  : null,
                says(content.reading, 'hardship')
                  ? button(ACTIONS.assessFromReading, 'Assess the trouble…', value)
                  : null,
                button(ACTIONS.readingUndo, 'Undo', value),
              ),
            ]),
      ]);
    case 'dismissed':
      return said([section(`*Not recorded*${by}: this is no outcome.`), quote]);
    case 'undone':
      return said([
        section(
          fitLines(
            [`:leftwards_arrow_with_hook: *Taken back*${by}`, ...understood.map((line) => `~${line}~`)],
            2900,
          ),
        ),
        quote,
        ...(after ? [section(`*What comes next:* ${escapeInline(shorten(after, 1500))}`)] : []),
      ]);
    case 'withdrawn':
      return said([
        section(
          fitLines(
            [`*Withdrawn:* ${withdrawnWords(content)}`, ...understood.map((line) => `~${line}~`)],
            2900,
          ),
        ),
        quote,
      ]);
    default:
      return assertNever(content.state);
  }
}

function withdrawnWords({ rewording, author }: ReadingContent): string {
  return rewording?.quote === null
    ? `${mention(author)} deleted the reply before anybody confirmed it. Nothing is recorded.`
    : `${mention(author)} changed the reply, and it says nothing to record now.`;
}

function quoted(words: string): string {
  return `“${escapeLines(shorten(words, LONGEST_QUOTE)).replace(/\n/g, ' ')}”`;
}

/** A click says which wording the person saw. */
export function readingValue({ id, editedTs }: Pick<ReadingContent, 'id' | 'editedTs'>): string {
  return encodeValue('reading', { readingId: id, ...(editedTs ? { words: editedTs } : {}) });
}

/** The author changed the words after they were recorded: what they say now, and what may become of the record. */
function rewordingBlocks(
  content: ReadingContent,
  { quote, reading }: NonNullable<ReadingContent['rewording']>,
  place: ReadingPlace,
): AnyBlock[] {
  const value = readingValue(content);
  const keep = button(ACTIONS.readingKeep, 'Keep what was recorded', value);
  const who = mention(content.author);
  if (quote === null || reading.kind === 'chatter') {
    const what =
      quote === null
        ? `${who} has deleted these words since.`
        : `${who} has changed these words since, and they say nothing to record now.`;
    return [
      section(`:pencil2: *${what}* Shall the record go too?`),
      ...(quote === null ? [] : [context(`Now: ${quoted(quote)}`)]),
      actions(button(ACTIONS.readingTakeBack, 'Take it back', value, { style: 'primary' }), keep),
    ];
  }
  const meaning = understoodLines(reading, place);
  return [
    section(
      fitLines(
        [
          `:pencil2: *${who} has changed these words since.* ${meaning.length > 0 ? 'Now I understand:' : 'I am not sure what they mean now.'}`,
          ...meaning,
        ],
        2900,
      ),
    ),
    context(`Now: ${quoted(quote)}`),
    ...reading.problems.slice(0, MAX_PROBLEMS).map((problem) => section(problemLine(problem))),
    actions(
      canConfirm(reading)
        ? button(ACTIONS.readingFollow, 'Record the new meaning instead', value, { style: 'primary' })
        : button(ACTIONS.readingAskAgain, 'Take it back and clear it up', value, { style: 'primary' }),
      keep,
    ),
  ];
}

function understoodLines(reading: Reading, place: ReadingPlace): string[] {
  if (reading.kind === 'chatter') return [];
  return reading.items.map(({ outcome }) => `• ${escapeInline(shorten(outcomeWords(outcome, place), 500))}`);
}

function says(reading: Reading, kind: OutcomeKind): boolean {
  return reading.kind === 'outcomes' && reading.items.some(({ outcome }) => outcome.kind === kind);
}

function isUnsure(reading: Reading): boolean {
  return reading.kind === 'outcomes' && reading.sureness === 'low' && canConfirm(reading);
}

/** What is unclear or impossible is settled first; what is merely odd is pointed out. */
function canConfirm(reading: Reading): boolean {
  if (reading.kind === 'chatter') return false;
  return reading.items.length > 0 && reading.problems.every(({ kind }) => kind === 'odd');
}

const PROBLEM_MARKS: Readonly<Record<Problem['kind'], string>> = {
  unclear: ':grey_question:',
  impossible: ':warning:',
  odd: ':point_right:',
};

function problemLine({ kind, why }: Problem): string {
  return `${PROBLEM_MARKS[kind]} ${escapeInline(shorten(why, 1000))}`;
}

function problemBlocks(content: ReadingContent, reading: Reading): AnyBlock[] {
  if (reading.kind === 'chatter') return [];
  const shown = reading.problems.slice(0, MAX_PROBLEMS);
  const left = reading.problems.length - shown.length;
  return [
    ...shown.flatMap((problem, index) => [
      section(problemLine(problem)),
      ...choiceBlocks(content, problem, index),
    ]),
    ...(left > 0 ? [context(`…and ${left} more that are not clear: press Change.`)] : []),
  ];
}

function choiceBlocks(
  { id: readingId, editedTs }: ReadingContent,
  problem: Problem,
  index: number,
): AnyBlock[] {
  if (problem.choices.length === 0) return [];
  const buttons = problem.choices.slice(0, MAX_CHOICES).map(({ label }, choice) =>
    button(
      readingChooseId(index, choice),
      label,
      encodeValue('choice', {
        readingId,
        problem: index,
        choice,
        ...(editedTs ? { words: editedTs } : {}),
      }),
    ),
  );
  return [actions(...buttons)];
}
