// Whole numbers below a million as a native writer spells them, apart from the guard's own reader of such words.
export type SpelledLanguage = 'en' | 'de' | 'fr' | 'es';

const WORDS: Readonly<Record<SpelledLanguage, { small: string; tens: string }>> = {
  en: {
    small:
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
  },
  de: {
    small:
      'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  },
  fr: {
    small:
      'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    tens: 'vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt',
  },
  es: {
    small:
      'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  },
};

const HUNDREDS_ES =
  'x ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
    ' ',
  );

export function spellNumber(n: number, language: SpelledLanguage): string {
  const thousands = Math.floor(n / 1000);
  const rest = n % 1000;
  if (thousands === 0) return belowThousand(n, language);
  const word = { en: 'thousand', de: 'tausend', fr: 'mille', es: 'mil' }[language];
  const isBare = thousands === 1 && (language === 'fr' || language === 'es');
  const joint = language === 'de' ? '' : ' ';
  const head = isBare ? word : `${belowThousand(thousands, language)}${joint}${word}`;
  return rest === 0 ? head : `${head}${joint}${belowThousand(rest, language)}`;
}

function belowThousand(n: number, language: SpelledLanguage): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  const tail = rest === 0 && hundreds > 0 ? '' : belowHundred(rest, language);
  if (hundreds === 0) return tail;
  const unit = belowHundred(hundreds, language);
  if (language === 'en') return `${unit} hundred${tail && ` and ${tail}`}`;
  if (language === 'de') return `${unit}hundert${tail}`;
  if (language === 'es')
    return tail ? `${HUNDREDS_ES[hundreds]} ${tail}` : n === 100 ? 'cien' : `${HUNDREDS_ES[hundreds]}`;
  const cents = hundreds === 1 ? 'cent' : tail ? `${unit} cent` : `${unit} cents`;
  return tail ? `${cents} ${tail}` : cents;
}

function belowHundred(n: number, language: SpelledLanguage): string {
  const small = WORDS[language].small.split(' ');
  if (n < small.length) return small[n] ?? '';
  const ten = WORDS[language].tens.split(' ')[Math.floor(n / 10) - 2] ?? '';
  const unit = n % 10;
  if (language === 'de') return unit === 0 ? ten : `${small[unit]}und${ten}`;
  if (language === 'es') return unit === 0 ? ten : `${ten} y ${small[unit]}`;
  if (language === 'en') return unit === 0 ? ten : `${ten}-${small[unit]}`;
  const isScore = n >= 70 && n < 80 ? 60 : n >= 90 ? 80 : null; // soixante-dix, quatre-vingt-dix
  const rest = isScore === null ? unit : n - isScore;
  if (rest === 0) return n === 80 ? 'quatre-vingts' : ten;
  const joint = (rest === 1 || rest === 11) && n < 80 ? ' et ' : '-';
  return `${ten}${joint}${small[rest]}`;
}
