// Two questions about a case that is over, in its thread; once answered, the answers stand in their place.
import type { ModalView } from '@slack/types';
import type { Customer } from '../../core/ledger.ts';
import type { Lesson } from '../../core/lessons.ts';
import { ACTIONS, type ActionValue, CALLBACKS, encodeValue } from './action-ids.ts';
import { actions, button, context, modal, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { textField } from './inputs.ts';
import { escapeInline, fitLines, mention, shorten } from './mrkdwn.ts';
import { type Parsed, parsed, type StateValues, textIn, wrong } from './read-inputs.ts';

const LONGEST_ANSWER = 500;

export type Answers = Pick<Lesson, 'worked' | 'differently'>;

export function lookBackCard({ id, name }: Pick<Customer, 'id' | 'name'>): Said {
  const value = encodeValue('customer', { customerId: id, currency: null });
  return said([
    section(
      `:seedling: *All that ${escapeInline(shorten(name, 150))} owed late is paid.* What worked? What would you do differently? The next time they are late, the answers stand on their card.`,
    ),
    actions(
      button(ACTIONS.lookBackOpen, 'Answer…', value, { label: `Look back: ${name}` }),
      button(ACTIONS.lookBackSkip, 'Skip', value, { label: `Skip the questions: ${name}` }),
    ),
  ]);
}

/** What stands in their place then, so that the thread is the record. */
export function lookedBackCard({ worked, differently, by }: Answers & { readonly by: string }): Said {
  const lines = answerWords({ worked, differently });
  const title =
    lines.length > 0
      ? `*Looked back* by ${mention(by)}`
      : `Skipped by ${mention(by)}: looking back on this case.`;
  return said([section(fitLines([`:seedling: ${title}`, ...lines], 2900))]);
}

function answerWords({ worked, differently }: Answers): string[] {
  const tidy = (text: string) => escapeInline(shorten(text, LONGEST_ANSWER));
  return [
    ...(worked ? [`worked – ${tidy(worked)}`] : []),
    ...(differently ? [`differently next time – ${tidy(differently)}`] : []),
  ];
}

/** "Last time: worked – …": for the card of somebody who is late again. */
export function lastTime(lesson: Answers): string {
  return `*Last time:* ${answerWords(lesson).join('; ')}`;
}

export function lookBackModal(about: ActionValue<'lookBack'>, name: string): ModalView {
  const box = { limit: LONGEST_ANSWER, multiline: true, optional: true } as const;
  return modal(
    CALLBACKS.lookBack,
    'Looking back',
    [
      context(`*${escapeInline(shorten(name, 150))}*`),
      textField('worked', 'What worked?', null, {
        ...box,
        placeholder: 'A call to Dana; the letters went to a mailbox nobody reads',
      }),
      textField('differently', 'What would you do differently?', null, {
        ...box,
        placeholder: 'Ask for the order number before the invoice goes out',
      }),
    ],
    { submit: 'Keep', metadata: encodeValue('lookBack', about) },
  );
}

export function parseLookBack(values: StateValues): Parsed<Answers> {
  const [worked, differently] = [textIn(values, 'worked'), textIn(values, 'differently')];
  return worked || differently
    ? parsed({ worked, differently })
    : wrong({ worked: 'Write in one of the two boxes, or close this and press Skip.' });
}
