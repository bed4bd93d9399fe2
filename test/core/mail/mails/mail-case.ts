// The notation in which the meaning of a customer's mail is written down. Today is Tue 24 Nov 2026.

/**
 * Language, how it was sent (`auto`: by headers no person wrote it), subject, text, meaning. The meaning is the signs
 * and the kinds of outcome, sorted, joined by " + "; an out-of-office names the day of return where it says one;
 * "-" is nothing. "|" parts meanings that are equally good.
 */
export type MailCase = readonly [
  language: 'en' | 'es' | 'fr' | 'de',
  sent: 'person' | 'auto',
  subject: string,
  text: string,
  meaning: string,
];
