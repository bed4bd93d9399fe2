// Brings a question into plain words: lower case, without accents, contractions written out, endings of politeness off.
import { normalise } from '../reading/normalise.ts';

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(what|who|how|where|when|it|that|there|here|why)'?s\b/g, '$1 is'],
  [/\bwhats\b/g, 'what is'],
  [/\bwhos\b/g, 'who is'],
  [/\b(ca)n'?t\b/g, 'can not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\b(did|do|does|is|are|was|were|has|have|had|should|could|would)n'?t\b/g, '$1 not'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'m\b/g, ' am'],
  [/'ll\b/g, ' will'],
  [/'d\b/g, ' would'],
  [/'s\b/g, ''],
  [/s'(?=\s|$)/g, 's'],
  [/\b([ldnjcsqm]|qu)'(?=[a-z])/g, '$1 '], // "l'argent", "qu'est-ce"
];

/** The words of a question as typed, without mentions and Slack's markup. */
export function typedWords(text: string): string {
  return normalise(text)
    .text.replace(/@somebody/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** For the grammar; the words stay in order, and a colon, a plus, a hash and inner hyphens are kept. */
export function foldQuestion(typed: string): string {
  let text = typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/['’‘`]/g, "'");
  for (const [pattern, written] of CONTRACTIONS) text = text.replace(pattern, written);
  const folded = text
    .replace(/&/g, ' and ')
    .replace(/(?<=\p{L})\.(?=\p{L}|\s|$)/gu, '')
    .replace(/[^\p{L}\p{N}:+#>\s.-]/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return withoutManners(folded);
}

/** Greetings before a question and thanks after it say nothing of it; alone they stay. */
function withoutManners(text: string): string {
  const bare = text
    .replace(
      /^(?:(?:hi|hello|hey|hallo|bonjour|hola|good morning|ok|okay)(?: there| tightrope| team| all)* )+/,
      '',
    )
    .replace(/^(?:please|pls|kindly|bitte) /, '')
    .replace(
      /^(?:(?:can|could|would|will) you (?:please )?(?:quickly )?(?:tell|show|give|let) (?:me|us)(?: know)?|(?:please )?(?:tell|show) (?:me|us)(?! about)|i (?:would like|want|need|wish) to know|do you know|i wonder|just wondering) (?=\S)/,
      '',
    )
    .replace(
      / (?:please|pls|thanks|thank you|thx|cheers|bitte|danke|merci|gracias|s il (?:te|vous) plait|por favor)$/,
      '',
    );
  return bare === '' ? text : bare;
}
