// The forms for what a customer said: log a call, and put right what was read from a reply.
import type { AnyBlock, ModalView } from '@slack/types';
import type { Outcome, OutcomeKind, Tone, Via } from '../../core/outcome.ts';
import { outcomeWords } from '../../core/outcome-words.ts';
import type { ReadItem, Reading } from '../../core/reading/reading.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { context, divider, modal, option } from './blocks.ts';
import { options, selectField, severalField, textField } from './inputs.ts';
import { escapeInline, escapeLines, shorten } from './mrkdwn.ts';
import { KIND_WORDS, type OutcomeContext, outcomeFields } from './outcome-fields.ts';
import { parseOutcome } from './parse-outcome.ts';
import { chosenIn, type Parsed, parsed, type StateValues, severalIn, textIn, wrong } from './read-inputs.ts';
import { readingValue } from './reading-card.ts';

/** What the kind menu offers where a person's own words are to be read. */
const FROM_WORDS = 'words';
const MAX_TEXT = 2000;

const VIAS: readonly (readonly [Via, string])[] = [
  ['call', 'On the phone'],
  ['email', 'By e-mail'],
  ['meeting', 'In person'],
  ['other', 'Some other way'],
];

const TONES: readonly (readonly [Tone | 'neither', string])[] = [
  ['friendly', 'Friendly'],
  ['upset', 'Upset'],
  ['neither', 'Neither'],
];

export type CallLog = {
  readonly text: string;
  /** Null: it is to be read from the text. */
  readonly outcome: Outcome | null;
  readonly via: Via;
};

/** The call script that a form was opened from: shown below the fields, and done once the form is sent. */
export type FormOfScript = {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string;
  readonly body: readonly AnyBlock[];
};

/** `kind` null: what came of it is read from the words. On ACTIONS.outcomeKind the form is built again with the new kind. */
export function logCallModal(
  customer: { readonly id: string; readonly name: string; readonly currency: string | null },
  outcomeContext: OutcomeContext,
  kind: OutcomeKind | null = null,
  text: string | null = null,
  script: FormOfScript | null = null,
): ModalView {
  const own = kind === null;
  const about = { customerId: customer.id, currency: customer.currency };
  return modal(
    script ? CALLBACKS.scriptForm : CALLBACKS.caseLog,
    'Log a call',
    [
      context(`About *${escapeInline(shorten(customer.name, 150))}*`),
      selectField('via', 'How did you reach them?', options(VIAS), 'call'),
      kindField(kind, true, outcomeContext),
      ...(kind === null ? [] : outcomeFields(kind, null, outcomeContext)),
      textField('text', own ? 'What was said?' : 'Anything else?', text, {
        limit: MAX_TEXT,
        multiline: true,
        optional: !own,
        placeholder: 'Spoke to accounts, they will pay 500 by Friday',
        hint: 'Nothing is recorded before you confirm what I understood.',
      }),
      ...(script ? [divider(), ...script.body] : []),
    ],
    {
      submit: 'Log it',
      metadata: script
        ? encodeValue('script', {
            ...about,
            channel: script.channel,
            ts: script.ts,
            threadTs: script.threadTs,
          })
        : encodeValue('customer', about),
    },
  );
}

export function parseLogCall(values: StateValues, outcomeContext: OutcomeContext): Parsed<CallLog> {
  const via = VIAS.find(([value]) => value === chosenIn(values, 'via'))?.[0] ?? 'other';
  const text = textIn(values, 'text');
  const kind = kindIn(values);
  if (kind === null) {
    return text
      ? parsed({ text, outcome: null, via })
      : wrong({ text: 'Write in a few words what was said.' });
  }
  const outcome = parseOutcome(kind, values, outcomeContext);
  if (outcome.kind === 'errors') return outcome;
  return parsed({ text: text ?? outcomeWords(outcome.value, outcomeContext), outcome: outcome.value, via });
}

function kindField(kind: OutcomeKind | null, mayRead: boolean, { agencies = [] }: OutcomeContext): AnyBlock {
  const kinds = (Object.entries(KIND_WORDS) as [OutcomeKind, string][]).filter(
    ([one]) => one !== 'agency_report' || one === kind || agencies.length > 0,
  );
  return selectField(
    'kind',
    'What came of it?',
    options([...(mayRead ? [[FROM_WORDS, 'Read it from my words'] as const] : []), ...kinds]),
    kind ?? (mayRead ? FROM_WORDS : null),
    { actionId: ACTIONS.outcomeKind },
  );
}

/** The chosen kind; null where the words are to be read, or nothing is chosen. Also for ACTIONS.outcomeKind. */
export function kindIn(values: StateValues): OutcomeKind | null {
  const chosen = chosenIn(values, 'kind');
  return chosen !== null && Object.hasOwn(KIND_WORDS, chosen) ? (chosen as OutcomeKind) : null;
}

type PendingContent = {
  readonly id: string;
  readonly editedTs: string | null;
  readonly source: { readonly quote: string };
  readonly reading: Reading;
};

/** What is not clear yet is put right, else the first that was understood; the rest is kept unless a person takes it out. */
export function changeReadingModal(
  pending: PendingContent,
  customerName: string,
  outcomeContext: OutcomeContext,
  kind: OutcomeKind | null = null,
): ModalView {
  const items = pending.reading.kind === 'outcomes' ? pending.reading.items : [];
  const unclear = unclearIn(pending.reading);
  const first = (unclear ? unclear.outcome : items[0]?.outcome) ?? null;
  const shown = kind ?? first?.kind ?? 'note';
  const others = items.flatMap(({ outcome }, index) =>
    unclear || index > 0 ? [option(outcomeWords(outcome, outcomeContext), String(index))] : [],
  );
  const known: Outcome | null =
    first?.kind === shown ? first : shown === 'note' ? { kind: 'note', text: pending.source.quote } : null;
  return modal(
    CALLBACKS.readingChange,
    'What did they say?',
    [
      context(
        `About *${escapeInline(shorten(customerName, 150))}*: “${escapeLines(shorten(pending.source.quote, 600))}”`,
      ),
      kindField(shown, false, outcomeContext),
      ...outcomeFields(shown, known, outcomeContext, unclear?.asksDay),
      ...(others.length > 0
        ? [
            severalField(
              'others',
              'Also record',
              others,
              others.map(({ value }) => value ?? ''),
              {
                optional: true,
                hint: 'One reply can mean several things.',
              },
            ),
          ]
        : []),
      ...toneField(pending.reading),
    ],
    { submit: 'Record it', metadata: readingValue(pending) },
  );
}

/** The thing that is asked about, as far as it was told; null where nothing is open. */
function unclearIn(reading: Reading): { readonly outcome: Outcome | null; readonly asksDay: boolean } | null {
  if (reading.kind === 'chatter') return null;
  const open = reading.problems.filter(({ kind }) => kind !== 'odd');
  if (open.length === 0) return null;
  const sure = reading.items.map(({ outcome }) => JSON.stringify(outcome));
  const answers = open.flatMap(({ choices }) => choices).flatMap(({ items }) => items);
  const outcome = answers.find((item) => !sure.includes(JSON.stringify(item.outcome)))?.outcome ?? null;
  return { outcome, asksDay: open.some(({ about }) => about === 'date') };
}

/** Only where the words tell: nobody is asked for a mood. */
function toneField(reading: Reading): AnyBlock[] {
  if (reading.kind === 'chatter' || !reading.tone) return [];
  return [selectField('tone', 'How did they sound?', options(TONES), reading.tone)];
}

export function parseChangeReading(
  values: StateValues,
  pending: PendingContent,
  outcomeContext: OutcomeContext,
): Parsed<{ readonly items: readonly ReadItem[]; readonly tone: Tone | null }> {
  const kind = kindIn(values);
  if (kind === null) return wrong({ kind: 'Choose what came of it.' });
  const outcome = parseOutcome(kind, values, outcomeContext);
  if (outcome.kind === 'errors') return outcome;
  const items = pending.reading.kind === 'outcomes' ? pending.reading.items : [];
  const kept = severalIn(values, 'others').flatMap((index) => items[Number(index)] ?? []);
  const chosen = chosenIn(values, 'tone');
  const tone = chosen === 'friendly' || chosen === 'upset' ? chosen : null;
  return parsed({ items: [{ outcome: outcome.value, quote: pending.source.quote }, ...kept], tone });
}
