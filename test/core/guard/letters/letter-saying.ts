// The example letter of each language, with a sentence put into it.
import type { Letter } from '../../../../src/core/draft.ts';
import type { DraftFacts } from '../../../../src/core/facts.ts';
import { checkLetter } from '../../../../src/core/guard/check-letter.ts';
import { fillLetter } from '../../../../src/core/letter/fill-letter.ts';

export const WORDS: Readonly<Record<string, string>> = {
  en: '{{greeting}}\n\nSENTENCE\n\n{{total_open}} is open.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\nPlease {{reach_us}}.\n\n{{signature}}',
  es: '{{greeting}}\n\nSENTENCE\n\nQuedan {{total_open}}.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\nPor favor, {{reach_us}}.\n\n{{signature}}',
  fr: '{{greeting}}\n\nSENTENCE\n\nIl reste {{total_open}}.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\nS’il vous plaît, {{reach_us}}.\n\n{{signature}}',
  de: '{{greeting}}\n\nSENTENCE\n\nOffen sind {{total_open}}.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\nBitte {{reach_us}}.\n\n{{signature}}',
};

export function letterSaying(sentence: string, facts: DraftFacts): Letter {
  const words = WORDS[facts.language.slice(0, 2)] ?? '';
  const { letter } = fillLetter({ subject: 'About {{invoice_numbers}}', body: words }, facts);
  return { ...letter, body: letter.body.replace('SENTENCE', () => sentence) };
}

export const blocking = (letter: Letter, facts: DraftFacts) =>
  checkLetter(letter, facts).filter(({ severity }) => severity === 'block');
