// What a wish says beyond whom it is about: the tone of a letter, in how many parts, how often, at what time.
import type { TimeOfDay } from '../calendar.ts';
import type { Cadence } from '../outcome.ts';
import type { LetterWish } from '../proposal.ts';
import { COUNT_WORDS, readCount } from '../reading/number-words.ts';
import { foldQuestion, typedWords } from './asked-words.ts';

const TONES: readonly (readonly [NonNullable<LetterWish['tone']>, RegExp])[] = [
  [
    'softer',
    /(?<!\p{L})(?:gentl[ey]\S*|soft\S*|kind(?:ly|er)?|friendl\S*|warm\S*|nice\S*|polite\S*|sanft\S*|freundlich\S*|gentil\S*|doux|amable)(?!\p{L})/u,
  ],
  [
    'firmer',
    /(?<!\p{L})(?:firm\S*|strict\S*|stern\S*|serious\S*|strong\S*|clearer|streng\S*|ferme)(?!\p{L})/u,
  ],
  ['shorter', /(?<!\p{L})(?:short\S*|brief\S*|concise|quick (?:note|line)|kurz\S*|court\S*|corto)(?!\p{L})/u],
];

/** Words of one's own begin after one of these; longer than an instruction they belong in Edit. */
const SAYING =
  /(?:\b(?:saying|say that|that says|telling (?:them|him|her)|tell(?:s|ing)? them|mention(?:ing)?|asking (?:them|for|whether|if)|thanking|about the fact|and (?:mention|say|ask|thank|tell))\b|:)\s*(.{3,400})$/isu;

export function letterWishIn(text: string): LetterWish {
  const typed = typedWords(text);
  const folded = foldQuestion(typed);
  const said = SAYING.exec(typed);
  const before = said ? foldQuestion(typed.slice(0, said.index)) : folded;
  const tone = TONES.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
  return { tone, words: said?.[0].replace(/^[:\s]+/, '').trim() ?? null };
}

/** "in three", "three monthly instalments"; null where no number is named. */
export function partsIn(text: string): number | null {
  const folded = foldQuestion(typedWords(text));
  const counted = `(\\d{1,2}|${COUNT_WORDS})`;
  const match =
    new RegExp(
      `(?<![\\p{L}\\p{N}])${counted} (?:(?:equal|weekly|monthly|fortnightly|biweekly) )*(?:parts?|pieces?|instal?ments?|payments?|rates?|raten|pagos|fois)`,
      'u',
    ).exec(folded) ??
    new RegExp(`(?<![\\p{L}\\p{N}])(?:in|into|by|over) (?:to )?${counted}(?![\\p{L}\\p{N}])`, 'u').exec(
      folded,
    );
  if (!match && /(?<!\p{L})in (?:half|halves)(?!\p{L})/u.test(folded)) return 2;
  const parts = match ? readCount(match[1] ?? '') : null;
  // "A payment plan" names no number.
  return parts !== null && parts > 1 ? parts : null;
}

export function cadenceIn(text: string): Cadence | null {
  const folded = foldQuestion(typedWords(text));
  if (/fortnight|biweekly|every (?:two|2|other) weeks?/.test(folded)) return 'fortnightly';
  if (/weekly|every week|a week|per week/.test(folded)) return 'weekly';
  if (/monthly|every month|a month|per month/.test(folded)) return 'monthly';
  return null;
}

const HOURS = 'noon|midday|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

/** "8:30", "8.30am", "half past eight", "at nine", "5 pm"; null where no time is named. */
export function timeIn(text: string): TimeOfDay | null {
  const folded = foldQuestion(typedWords(text)).replace(/\b([ap]) ?m\b/g, '$1m');
  const half = new RegExp(`half (?:past )?(\\d{1,2}|${HOURS})( ?(?:am|pm))?`, 'u').exec(folded);
  if (half) return timeOf(half[1], '30', half[2]);
  const exact = /(?<!\d)(\d{1,2})[:.h](\d{2})( ?(?:am|pm))?(?!\d)/.exec(folded);
  if (exact) return timeOf(exact[1], exact[2], exact[3]);
  const hour =
    new RegExp(
      `(?:at|to|by|around) (\\d{1,2}|${HOURS})(?: o clock)?( ?(?:am|pm))?(?![\\p{L}\\p{N}])`,
      'u',
    ).exec(folded) ?? /(?<!\d)(\d{1,2})()( ?(?:am|pm))(?![\p{L}\p{N}])/u.exec(folded);
  return hour ? timeOf(hour[1], '00', hour[3] ?? hour[2]) : null;
}

function timeOf(
  hours: string | undefined,
  minutes: string | undefined,
  half: string | undefined,
): TimeOfDay | null {
  const said = hours === 'noon' || hours === 'midday' ? 12 : readCount(hours ?? '');
  if (said === null) return null;
  const suffix = half?.trim();
  const hour = suffix === 'pm' && said < 12 ? said + 12 : suffix === 'am' && said === 12 ? 0 : said;
  const minute = Number(minutes);
  if (hour > 23 || minute > 59 || (suffix && said > 12)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as TimeOfDay;
}
