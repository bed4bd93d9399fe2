// Which language and which formats a letter is written in.

export const LETTER_LANGUAGES = ['en', 'es', 'fr', 'de'] as const;

export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** The language we have words for: 'de-AT' is 'de'; one we do not write is answered in English. */
export function letterLanguage(tag: string): LetterLanguage {
  const base = tag.toLowerCase().split(/[-_]/)[0];
  return LETTER_LANGUAGES.find((language) => language === base) ?? 'en';
}

/** The locale for figures and dates, always one that matches the words. */
export function letterLocale(tag: string): string {
  const language = letterLanguage(tag);
  const wellFormed = /^[a-z]{2}(?:-[A-Z]{2})?$/.test(tag);
  if (wellFormed && tag.startsWith(`${language}-`)) return tag;
  return language === 'en' ? 'en-US' : language;
}

/**
 * A customer's language with the country that decides the formats: ('en', 'GB') → 'en-GB'.
 * Without a country the workspace's own locale decides, where it is of that language.
 */
export function languageTag(language: string, country: string | null, workspaceLocale: string): string {
  if (language.includes('-')) return language;
  if (country !== null && /^[A-Z]{2}$/.test(country)) return `${language}-${country}`;
  return workspaceLocale.startsWith(`${language}-`) ? workspaceLocale : language;
}
