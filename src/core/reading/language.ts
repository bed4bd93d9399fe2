// Guesses which of our four languages a reply is in; the workspace's own is taken where the words do not tell.

export type ReadingLanguage = 'en' | 'es' | 'fr' | 'de';

/** Small words that one language has and the others lack. */
const TELLING: Readonly<Record<ReadingLanguage, RegExp>> = {
  en: /(?<!\p{L})(?:the|they|they'll|will|on|by|to|and|of|is|said|says|pay|paid|he|she|for|with|next|not|call|left|no answer)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|los|las|que|van|va|pagar|pagan|pagará|pagarán|pagaron|pagó|ya|y|por|para|lunes|martes|jueves|viernes|mañana|ayer|dice|factura|no contesta)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|les|du|ils|elle|il|ont|vont|payer|paiera|paieront|paiement|et|pour|lundi|mardi|jeudi|vendredi|demain|hier|dit|facture|pas|déjà)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|das|und|bis|am|zahlt|zahlen|bezahlt|überweist|überweisen|wird|werden|hat|haben|nicht|kein|keine|er|montag|dienstag|donnerstag|freitag|morgen|gestern|rechnung)(?!\p{L})/giu,
};

export function guessLanguage(text: string, locale: string): ReadingLanguage {
  const home =
    (['en', 'es', 'fr', 'de'] as const).find((one) => locale.toLowerCase().startsWith(one)) ?? 'en';
  const count = (language: ReadingLanguage) => text.match(TELLING[language])?.length ?? 0;
  const languages: readonly ReadingLanguage[] = [home, 'en', 'es', 'fr', 'de'];
  return languages.reduce((best, one) => (count(one) > count(best) ? one : best), home);
}
