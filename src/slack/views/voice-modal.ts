// How the owner writes: letters to learn from, and then the greeting, the sign-off and the phrases to look over and save.
import type { ModalView } from '@slack/types';
import { checkWords } from '../../core/guard/check-words.ts';
import { LETTER_LANGUAGES } from '../../core/letter/language.ts';
import type { Voice } from '../../core/settings.ts';
import { CALLBACKS } from './action-ids.ts';
import { context, modal, section } from './blocks.ts';
import { LANGUAGE_NAMES } from './draft-card.ts';
import { options, radioField, selectField, textField } from './inputs.ts';
import { chosenIn, type Parsed, parsed, type StateValues, textIn, wrong } from './read-inputs.ts';

const MOST_SAMPLES = 3;
const MAX_SAMPLE = 3000;
const MAX_LINE = 60;
const MAX_PHRASE = 120;
const MOST_USED = 12;
const MOST_AVOIDED = 40;

const FORMALITY = [
  ['as_is', 'As our letters are: first names in English, full names elsewhere'],
  ['friendly', 'Friendly: first names'],
  ['formal', 'Formal: full names'],
] as const;

export function voiceSamplesModal(voice: Voice): ModalView {
  return modal(
    CALLBACKS.voiceSamples,
    'Your voice',
    [
      section(
        '*Paste up to three letters that you wrote yourself*, with greeting and sign-off. I learn from them how you greet, how you close, how formal you are, and phrases that you like. You look it over before anything is saved.',
      ),
      ...Array.from({ length: MOST_SAMPLES }, (_, index) =>
        textField(`sample_${index}`, `Letter ${index + 1}`, voice.samples[index] ?? null, {
          limit: MAX_SAMPLE,
          multiline: true,
          optional: true,
        }),
      ),
      context('They are kept here and sent nowhere. Leave all three empty to set everything by hand.'),
    ],
    { submit: 'Next' },
  );
}

export function parseVoiceSamples(values: StateValues): Parsed<{ readonly samples: readonly string[] }> {
  const samples = Array.from({ length: MOST_SAMPLES }, (_, index) => textIn(values, `sample_${index}`));
  return parsed({ samples: samples.filter((sample) => sample !== null) });
}

/** Stands for the moment in which the letters are read. */
export function learningView(): ModalView {
  return modal(CALLBACKS.voiceSave, 'Your voice', [section('Reading your letters…')], {});
}

/** `learned`: the fields come from the letters, and not from what was saved before. */
export function voiceModal(voice: Voice, learned: boolean): ModalView {
  return modal(
    CALLBACKS.voiceSave,
    'Your voice',
    [
      section(
        learned
          ? '*This is what I learned from your letters.* Change what is not right, then save.'
          : '*How your letters sound.* Sums, dates, links and offers always come from the ledger and your policy.',
      ),
      selectField(
        'language',
        'Language of what follows',
        options(LETTER_LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]] as const)),
        voice.language,
        { hint: 'Letters in other languages keep our own greeting and closing.' },
      ),
      textField('greeting', 'Greeting', voice.greeting, {
        limit: MAX_LINE,
        optional: true,
        placeholder: 'Hi {name},',
        hint: '{name} becomes the contact’s name. Empty: our own greeting.',
      }),
      textField('signOff', 'Sign-off', voice.signOff, {
        limit: MAX_LINE,
        optional: true,
        placeholder: 'Warm regards,',
        hint: 'Stands above your name. Empty: the name alone.',
      }),
      radioField('formality', 'How formal', options(FORMALITY), voice.formality),
      textField('use', 'Phrases that sound like you', voice.use.join('\n') || null, {
        limit: MOST_USED * (MAX_PHRASE + 1),
        multiline: true,
        optional: true,
        hint: 'One a line. A model uses them where they fit; without one, our letters stay as they are.',
      }),
      textField('avoid', 'Phrases that must not be used', voice.avoid.join('\n') || null, {
        limit: 3000,
        multiline: true,
        optional: true,
        hint: 'One a line, in any language. A letter that holds one gets a remark before it can be approved.',
      }),
    ],
    { submit: 'Save' },
  );
}

export type VoiceChange = Omit<Voice, 'samples'>;

export function parseVoice(values: StateValues): Parsed<VoiceChange> {
  const errors: Record<string, string> = {};
  const greeting = textIn(values, 'greeting');
  const signOff = textIn(values, 'signOff');
  const greetingProblem = greeting && lineProblem(greeting.replace('{name}', 'Dana'));
  if (greetingProblem) errors.greeting = greetingProblem;
  const signOffProblem = signOff && lineProblem(signOff);
  if (signOffProblem) errors.signOff = signOffProblem;
  const use = linesIn(values, 'use');
  const avoid = linesIn(values, 'avoid');
  const useProblem = phrasesProblem(use, MOST_USED) ?? use.map(lineProblem).find((each) => each !== null);
  if (useProblem) errors.use = useProblem;
  const avoidProblem = phrasesProblem(avoid, MOST_AVOIDED);
  if (avoidProblem) errors.avoid = avoidProblem;
  if (Object.keys(errors).length > 0) return wrong(errors);
  const language = LETTER_LANGUAGES.find((each) => each === chosenIn(values, 'language')) ?? 'en';
  const formality = FORMALITY.find(([value]) => value === chosenIn(values, 'formality'))?.[0] ?? 'as_is';
  return parsed({ language, greeting, signOff, formality, use, avoid });
}

function linesIn(values: StateValues, name: string): string[] {
  const lines = (textIn(values, name) ?? '').split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

function phrasesProblem(phrases: readonly string[], most: number): string | null {
  if (phrases.length > most) return `At most ${most} phrases.`;
  return phrases.some((phrase) => phrase.length > MAX_PHRASE)
    ? `A phrase has at most ${MAX_PHRASE} characters; write one a line.`
    : null;
}

/** What stands in every letter can hold no figure, date or link: those come from the ledger alone. */
function lineProblem(line: string): string | null {
  if (/[{}\p{Cc}]/u.test(line)) return 'Only {name} may stand in braces, and only in the greeting.';
  const [found] = checkWords({ subject: 'x', body: line });
  return found
    ? `“${found.span?.text ?? line}”: sums, dates, links and addresses come from the ledger and the settings.`
    : null;
}
