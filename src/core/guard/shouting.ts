// Finds shouting: words in capitals, and marks of exclamation in a row.

/** Words in capitals that are no shouting. */
const ACRONYMS =
  /^(?:IBAN|SWIFT|BIC|SEPA|ACH|IMPORTANT|USD|EUR|GBP|VAT|IVA|TVA|MWST|ASAP|PDF|LLC|GMBH|SARL|ISO|UTC|FAQ|HVAC|CCTV|NASA|FIFO|EDI|BACS|CHAPS|FPS|PAYE|HTTPS?)$/;

/** Two shouted words, or more than one mark of exclamation in a row. */
export function shouts(words: string): { start: number; end: number } | null {
  const capitals = [...words.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}{4,}(?![\p{L}\p{N}-])/gu)].filter(
    ([word]) => !ACRONYMS.test(word),
  );
  const first = capitals[0];
  if (first && capitals.length >= 2) return { start: first.index, end: first.index + first[0].length };
  const alone = capitals.find(([word]) =>
    /^(?:URGENT|NOW|OVERDUE|LATE|WARNING|UNPAID|PAYMENT|IMMEDIATELY|FINAL|NOTICE|MUST|TODAY|URGENTE|URGENTISSIME|DRINGEND|SOFORT|MAHNUNG)$/.test(
      word,
    ),
  );
  if (alone) return { start: alone.index, end: alone.index + alone[0].length };
  const marks = /!\s?!+|\?!|!\?/.exec(words);
  return marks ? { start: marks.index, end: marks.index + marks[0].length } : null;
}
