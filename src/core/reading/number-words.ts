// Numbers written as words that people use for sums and counts: "five hundred", "two grand", "zweihundert".

const SMALL: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** Counts in the other languages, for "in drei Raten" and "dans deux semaines". */
const OTHER: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  zwölf: 12,
  un: 1,
  una: 1,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  doce: 12,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  a: 1,
  an: 1,
};

/** Whole sums of the other languages; compound ones are rare enough in a chat to be asked about. */
const SUMS: Readonly<Record<string, number>> = {
  cien: 100,
  doscientos: 200,
  trescientos: 300,
  cuatrocientos: 400,
  quinientos: 500,
  seiscientos: 600,
  setecientos: 700,
  ochocientos: 800,
  novecientos: 900,
  mil: 1000,
  'dos mil': 2000,
  'tres mil': 3000,
  cent: 100,
  'deux cents': 200,
  'trois cents': 300,
  'quatre cents': 400,
  'cinq cents': 500,
  'six cents': 600,
  mille: 1000,
  'deux mille': 2000,
  einhundert: 100,
  hundert: 100,
  zweihundert: 200,
  dreihundert: 300,
  vierhundert: 400,
  fünfhundert: 500,
  sechshundert: 600,
  siebenhundert: 700,
  achthundert: 800,
  neunhundert: 900,
  tausend: 1000,
  eintausend: 1000,
  zweitausend: 2000,
};

const small = Object.keys(SMALL).join('|');
export const COUNT_WORDS = [...Object.keys(SMALL), ...Object.keys(OTHER)]
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Matches a sum in words that says hundred, thousand or grand, or one of the other languages' whole sums. */
export const SUM_WORDS = `(?:(?:a|an|${small})(?:[ -](?:${small}))?[ -])?(?:hundred|thousand|grand)(?:(?:[ -]and)?[ -](?:${small}|hundred)(?![ -](?:days?|weeks?|months?|payments?|parts?))(?:[ -](?:${small}|hundred))*)?|${Object.keys(
  SUMS,
)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;

/** "3", "three", "drei" → 3; null where it is no count. */
export function readCount(text: string): number | null {
  const known = SMALL[text.toLowerCase()] ?? OTHER[text.toLowerCase()];
  if (known !== undefined) return known;
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}

/** "five hundred and fifty" → 550; null where the words make no number. */
export function readSumWords(text: string): number | null {
  const whole = SUMS[text.toLowerCase()];
  if (whole !== undefined) return whole;
  let total = 0;
  let part = 0;
  for (const word of text.toLowerCase().split(/[ -]+/)) {
    if (word === 'and') continue;
    if (word === 'a' || word === 'an') part = 1;
    else if (word === 'hundred') part = (part || 1) * 100;
    else if (word === 'thousand' || word === 'grand') {
      total += (part || 1) * 1000;
      part = 0;
    } else {
      const value = SMALL[word];
      if (value === undefined) return null;
      part += value;
    }
  }
  return total + part || null;
}
