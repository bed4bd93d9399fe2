// Learns from letters that the owner wrote how they greet, how they close, how formal they are, and what they like to say.
import type { Voice } from '../settings.ts';
import { LETTER_LANGUAGES, type LetterLanguage } from './language.ts';

export type Learned = Pick<Voice, 'language' | 'greeting' | 'signOff' | 'formality' | 'use'>;

/** Small words that one language has and the others lack. */
const TELLING: Readonly<Record<LetterLanguage, RegExp>> = {
  en: /(?<!\p{L})(?:the|you|your|we|our|and|is|are|with|for|please|this|that|have)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|los|las|usted|su|nuestra|nuestro|que|por|para|con|está|gracias|esta|saludo|saludos)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|les|vous|votre|nous|notre|et|est|pour|avec|merci|cette|dans|pas)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|die|das|sie|ihre|ihnen|wir|unsere|und|ist|für|mit|bitte|nicht)(?!\p{L})/giu,
};

/** "Hi Dana," with the name apart. Greetings whose form follows the reader's sex ("Sehr geehrte Frau") are left to the house. */
const GREETING =
  /^(?<lead>hi|hello|hey|dear|good (?:morning|afternoon|day)|hallo|guten (?:tag|morgen)|servus|moin|bonjour|bonsoir|salut|hola|buenos días|buenas tardes)(?: (?<name>\p{Lu}[^,:!\n]{0,50}))?(?<mark>[,:!]?)$/iu;

const TITLED = /^(?:mr|mrs|ms|mx|dr|herr|frau|monsieur|madame|señor|señora|sr|sra)\b/iu;

const CLOSING =
  /^(?:(?:with )?(?:kind|kindest|best|warm|warmest|many)(?: \p{L}+)?|all the best|thanks(?: \p{L}+){0,3}|thank you|cheers|regards|sincerely|yours \p{L}+|take care|(?:mit )?(?:freundlichen|freundliche|besten|beste|herzlichen|herzliche|viele|liebe|lieben|schöne) grüßen?(?: \p{L}+){0,2}|(?:bien )?cordialement|bien à vous|salutations(?: \p{L}+){0,2}|(?:un )?(?:cordial |atento |afectuoso )?saludos?(?: \p{L}+){0,2}|atentamente|gracias(?: \p{L}+){0,3})[,.]?$/iu;

/** What shows that the writer is on easy terms with the reader, and what shows distance. */
const EASY =
  /\b(?:i'm|we're|you're|i'll|we'll|don't|can't|it's|that's|hope you|cheers|hey)\b|(?<!\p{L})(?:hallo|liebe[rn]?|salut|hola|un abrazo)(?!\p{L})/giu;
const DISTANT =
  /\b(?:we would be grateful|we kindly|please be advised|hereby|sincerely|yours faithfully)\b|(?<!\p{L})(?:sehr geehrte[rn]?|hochachtungsvoll|je vous prie|veuillez|estimad[oa]s?|atentamente)(?!\p{L})/giu;

/** A phrase of so many words is one's own; fewer are everybody's, more are a sentence. */
const FEWEST_WORDS = 4;
const MOST_WORDS = 9;
const MOST_PHRASES = 6;

/** @param samples at most three letters as plain text; greeting and sign-off on lines of their own. */
export function learnVoice(samples: readonly string[]): Learned {
  const letters = samples.map(tidy).filter((text) => text !== '');
  const all = letters.join('\n\n');
  return {
    language: languageOf(all),
    greeting: mostCommon(letters.flatMap(greetingOf)),
    signOff: mostCommon(letters.flatMap(signOffOf)),
    formality: formalityOf(all),
    use: phrasesOf(letters),
  };
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/’/g, "'").trim();
}

function languageOf(text: string): LetterLanguage {
  const count = (language: LetterLanguage) => text.match(TELLING[language])?.length ?? 0;
  return LETTER_LANGUAGES.reduce((best, one) => (count(one) > count(best) ? one : best), 'en');
}

function greetingOf(letter: string): string[] {
  const first = letter.split('\n')[0]?.trim() ?? '';
  const groups = GREETING.exec(first)?.groups;
  if (!groups?.lead || TITLED.test(groups.name ?? '')) return [];
  const mark = groups.mark || ',';
  return [groups.name ? `${groups.lead} {name}${mark}` : `${groups.lead}${mark}`];
}

/** The last line that closes a letter; the name stands below it. */
function signOffOf(letter: string): string[] {
  const lines = letter
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const closing = lines.slice(-5).find((line) => CLOSING.test(line));
  return closing ? [closing.replace(/[,.]?$/, ',')] : [];
}

function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function formalityOf(text: string): Voice['formality'] {
  const easy = text.match(EASY)?.length ?? 0;
  const distant = text.match(DISTANT)?.length ?? 0;
  if (easy > distant) return 'friendly';
  return distant > easy ? 'formal' : 'as_is';
}

/** Runs of words that stand in two letters or more: longest first, none inside another, none with a figure or a name. */
function phrasesOf(letters: readonly string[]): string[] {
  const seenIn = new Map<string, { said: string; letters: Set<number> }>();
  letters.forEach((letter, index) => {
    for (const phrase of runsOf(letter)) {
      const key = phrase.toLowerCase();
      const known = seenIn.get(key) ?? { said: phrase, letters: new Set<number>() };
      known.letters.add(index);
      seenIn.set(key, known);
    }
  });
  const shared = [...seenIn]
    .filter(([, { letters: where }]) => where.size >= 2)
    .sort(([a], [b]) => b.split(' ').length - a.split(' ').length || a.localeCompare(b));
  const kept: { key: string; said: string }[] = [];
  for (const [key, { said }] of shared) {
    if (kept.length >= MOST_PHRASES) break;
    if (!kept.some((longer) => longer.key.includes(key))) kept.push({ key, said });
  }
  return kept.map(({ said }) => said);
}

function runsOf(letter: string): string[] {
  return letter.split(/[.!?;:,\n]+/).flatMap((clause) => {
    const words = clause.trim().split(/\s+/).filter(Boolean);
    const runs: string[] = [];
    for (let from = 0; from < words.length; from += 1) {
      for (let size = FEWEST_WORDS; size <= MOST_WORDS && from + size <= words.length; size += 1) {
        const run = words.slice(from, from + size);
        if (isOrdinary(run)) runs.push(run.join(' '));
      }
    }
    return runs;
  });
}

/** No figure, no link, and no capital past the first word that could be somebody's name. */
function isOrdinary(words: readonly string[]): boolean {
  return words.every(
    (word, index) => !/[\d@/]|:\/\//.test(word) && (index === 0 || !/^\p{Lu}\p{Ll}/u.test(word)),
  );
}
