// The answer to a question in plain words: what is said, the rows it rests on, and how old the books are.
import type { AnyBlock } from '@slack/types';
import { type About, type Answer, asOfWords } from '../../core/asking/answer.ts';
import { ACTIONS, type ActionValue, caseShowId, encodeValue } from './action-ids.ts';
import { actions, button, context, type Said, section } from './blocks.ts';
import { caseMenu, snoozeMenu } from './digest.ts';
import { said } from './fallback.ts';
import { escapeInline, escapeMarkdown, fitLines, shorten } from './mrkdwn.ts';
import { nameButtons } from './overdue.ts';

/** What is kept with a verdict on an answer. */
export type FeedbackValue = Omit<ActionValue<'feedback'>, 'verdict'>;

/** Room for one row; longer reasons are cut visibly, and stand whole on the customer's card. */
const LONGEST_LINE = 400;
/** A row of more buttons than these is no help to choose from. */
const MOST_BUTTONS = 5;

export function answerMessage(answer: Answer, value: FeedbackValue | null = null): Said {
  const { sentences } = answer;
  return said([
    section(
      fitLines(
        sentences.map((sentence) => escapeInline(shorten(sentence, 1200))),
        2900,
      ),
    ),
    ...lineBlocks(answer),
    ...answerTail(answer, value),
  ]);
}

/** What a streamed answer says, piece by piece: the same words, for Slack's Markdown. */
export function answerPieces({ sentences, lines, more }: Answer): string[] {
  const rows = lines.map(({ text }) => `- ${escapeMarkdown(shorten(text, LONGEST_LINE))}`);
  if (more > 0) rows.push(`- …and ${more} more`);
  return [
    ...sentences.map((sentence) => `${escapeMarkdown(shorten(sentence, 1200))}\n\n`),
    ...(rows.length > 0 ? [`${rows.join('\n')}\n`] : []),
  ];
}

/** What stands below the words: what to go on with, the customer's buttons, of when it is, and whether it was any good. */
export function answerTail(answer: Answer, value: FeedbackValue | null): AnyBlock[] {
  const { hints, choices, about, asOf } = answer;
  return [
    ...(hints.length > 0 ? [section(fitLines(hints.map(hintWords), 2900))] : []),
    ...nameButtons(choices),
    ...(about ? [aboutButtons(about)] : rowButtons(answer)),
    ...(answer.note ? [context(escapeInline(shorten(answer.note, 600)))] : []),
    context(escapeInline(asOfWords(asOf))),
    ...(value && isWorthAsking(answer) ? [feedbackBlock(value)] : []),
  ];
}

/** Greetings, and questions back, are neither good nor bad. */
function isWorthAsking({ kind, intent }: Answer): boolean {
  const isManners = intent === 'hello' || intent === 'thanks' || intent === 'help';
  return kind === 'not_understood' || (kind === 'answered' && !isManners);
}

function feedbackBlock(value: FeedbackValue): AnyBlock {
  const half = (verdict: 'good' | 'bad', words: string) => ({
    text: { type: 'plain_text' as const, text: words },
    value: encodeValue('feedback', { ...value, verdict }),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: half('good', 'Good answer'),
        negative_button: half('bad', 'Bad answer'),
      },
    ],
  };
}

/** The same for the asker's eyes only, and why. `casesChannel`: where it would stand for all; null: none is chosen. */
export function aloneMessage({ text, blocks }: Said, casesChannel: string | null): Said {
  const where = casesChannel ? ` Ask in <#${casesChannel}> if all there shall see it.` : '';
  return {
    text,
    blocks: [
      context(
        `Only you see this, because not everybody in this channel need know what customers owe.${where}`,
      ),
      ...blocks,
    ],
  };
}

function lineBlocks({ lines, more }: Answer): AnyBlock[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ text }) => `• ${escapeInline(shorten(text, LONGEST_LINE))}`);
  const words = fitLines(rows, 2800);
  // What did not fit the message is counted together with what was left out before.
  const shown = words.split('\n').filter((line) => line.startsWith('• ')).length;
  const left = more + lines.length - shown;
  const kept = rows.slice(0, shown).join('\n') || words;
  return [section(left > 0 ? `${kept}\n…and ${left} more` : kept)];
}

/** A command as it is typed; a question as it is said. */
function hintWords(hint: string): string {
  const words = escapeInline(shorten(hint, 300));
  return /^(?:\/|npm )/.test(hint) ? `• \`${words}\`` : `• “${words}”`;
}

/** What may be done about the customer now, as on their card: the answer itself does nothing. */
function aboutButtons({ id, name, due }: About): AnyBlock {
  const value = encodeValue('customer', { customerId: id, currency: due?.currency ?? null });
  const about = `: ${name}`;
  const step =
    due?.channel === 'email'
      ? button(ACTIONS.caseDraft, 'Draft', value, { style: 'primary', label: `Draft${about}` })
      : due?.channel === 'call'
        ? button(ACTIONS.caseDraft, 'Call script', value, { style: 'primary', label: `Call script${about}` })
        : null;
  return actions(
    step,
    button(ACTIONS.caseLog, 'Log a call', value, { label: `Log a call${about}` }),
    button(ACTIONS.caseOpen, 'Open case', value, { label: `Open case${about}` }),
    snoozeMenu(id),
    caseMenu(id),
  );
}

function rowButtons({ people, choices }: Answer): AnyBlock[] {
  if (choices.length > 0 || people.length === 0) return [];
  return [
    actions(
      ...people
        .slice(0, MOST_BUTTONS)
        .map(({ id, name }, index) =>
          button(caseShowId(index), name, encodeValue('customer', { customerId: id, currency: null })),
        ),
    ),
  ];
}
