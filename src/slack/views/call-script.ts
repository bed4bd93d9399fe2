// What to say on the phone, with a box for what came of it; once logged, the same words without the box.
import type { AnyBlock } from '@slack/types';
import { dayIn, formatDay, type Instant, timeIn } from '../../core/calendar.ts';
import type { Contact, Customer } from '../../core/ledger.ts';
import type { CallScript, PromiseWords } from '../../core/letter/call-script.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { actions, button, context, divider, header, LIMITS, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { textField } from './inputs.ts';
import { escapeInline, escapeLines, fitLines, mention, pieces, shorten } from './mrkdwn.ts';
import { type StateValues, textIn } from './read-inputs.ts';

/** The box's name, under which its words come with a click. */
const BOX = 'outcome';

/** Blocks whose id begins so are the script itself: they stay when the box goes. */
const BODY = 'script.';

/** The longest that Slack lets somebody type into one field. */
const LONGEST_WORDS = 3000;

/** A section takes 3,000; a margin is kept for the marks around a list. */
const LIST_CHARACTERS = 2900;

export function callScript(script: CallScript, customer: Customer, currency: string): Said {
  const value = encodeValue('customer', { customerId: customer.id, currency });
  const hasPhone = customer.contacts.some(({ phone }) => phone);
  return said([
    ...bodyBlocks(script, customer),
    textField(BOX, 'What came of it?', null, {
      limit: LONGEST_WORDS,
      multiline: true,
      placeholder: 'Spoke to Dana, they will pay 500 by Friday',
      hint: 'Nothing is recorded before you confirm what I understood.',
    }),
    actions(
      button(ACTIONS.scriptRecord, 'Record it', value, { style: 'primary' }),
      button(ACTIONS.scriptForm, 'Log with a form', value),
      hasPhone ? null : button(ACTIONS.caseContact, 'Add a number', value),
    ),
    context('Or write in this thread how it went.'),
  ]);
}

/** The words in the box, trimmed; null where it is empty. */
export function outcomeTyped(values: StateValues): string | null {
  return textIn(values, BOX);
}

export type LoggedScript = {
  readonly by: string;
  readonly at: Instant;
  readonly words: string;
  readonly locale: string;
  readonly zone: string;
};

/** `blocks`: of the message, or of the form that shows the script; what is not the script itself is left out. */
export function loggedScript(blocks: readonly unknown[], log: LoggedScript): Said {
  const on = formatDay(dayIn(log.zone, log.at), log.locale);
  const lead = `:white_check_mark: *Logged* by ${mention(log.by)} on ${on} at ${timeIn(log.zone, log.at)}:`;
  const words = pieces(`“${escapeLines(log.words)}”`, LIMITS.section);
  return said([...scriptBody(blocks), section(lead), ...words.map((piece) => section(piece))]);
}

/** What somebody is told whose words came second: they keep them. */
export function tooLate(by: string, words: string): string {
  const kept = escapeLines(shorten(words, 2000)).replace(/\n/g, ' ');
  return `${mention(by)} has logged this call already, so your words were not recorded: “${kept}” If they add something, write them in this thread.`;
}

/** The script's own blocks, wherever they are shown. */
export function scriptBody(blocks: readonly unknown[]): AnyBlock[] {
  return (blocks as (AnyBlock & { block_id?: string })[]).filter(({ block_id: id }) => id?.startsWith(BODY));
}

function bodyBlocks(script: CallScript, customer: Customer): AnyBlock[] {
  const { know, promise, theyWrite, opening, question, answers, offers, mayNot } = script;
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? null : section(fitLines([`*${title}*`, ...lines], LIST_CHARACTERS));
  const bullets = (lines: readonly string[]) => lines.map((line) => `• ${escapeInline(shorten(line, 600))}`);
  const blocks: (AnyBlock | null)[] = [
    header(whomToCall(customer)),
    section(`*${escapeInline(shorten(script.title, 500))}*`),
    list(
      'Before you dial',
      know.flatMap((entry) => escapeLines(entry).split('\n')),
    ),
    promise ? section(promiseLine(promise)) : null,
    theyWrite
      ? context(
          `:globe_with_meridians: They write in ${escapeInline(theyWrite)}. This script is in English for you.`,
        )
      : null,
    divider(),
    opening ? section(`*Open*\n${quoted(opening)}`) : null,
    question ? section(`*Ask*, one question, then wait\n${quoted(question)}`) : null,
    list(
      'Likely answers',
      answers.map(
        ({ said: heard, answer }) => `• *${escapeInline(heard)}:* ${escapeInline(shorten(answer, 600))}`,
      ),
    ),
    list('You may offer', bullets(offers)),
    list('Leave out', bullets(mayNot)),
    divider(),
  ];
  return blocks
    .filter((block) => block !== null)
    .map((block, index) => ({ ...block, block_id: `${BODY}${index}` }));
}

/** "Call Dana Whitfield on +1 212 555 0101"; a number of somebody else says so. */
function whomToCall({ name, contacts }: Customer): string {
  const called = shorten(contacts[0]?.name || name, 70);
  const reached = contacts.find(({ phone }) => phone);
  if (!reached?.phone) return `Call ${called} (no phone number yet)`;
  return `Call ${called} on ${shorten(reached.phone, 30)}${whoseNumber(reached, contacts[0])}`;
}

function whoseNumber(reached: Contact, first: Contact | undefined): string {
  return reached === first || !reached.name ? '' : ` (the number of ${shorten(reached.name, 25)})`;
}

function promiseLine({ quote, by, on, link }: PromiseWords): string {
  const words = `:speech_balloon: “${escapeInline(shorten(quote, 600))}”`;
  return `${words} – noted by ${mention(by)} on ${escapeInline(on)}${link ? ` (<${link}|see it>)` : ''}`;
}

function quoted(words: string): string {
  return escapeLines(shorten(words, 1400))
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
