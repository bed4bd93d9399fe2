// Makes a name or a number from outside safe to stand inside one line of a letter.

/** Control characters (Cc), invisible and direction-changing ones (Cf), and line separators (Zl, Zp). */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** One line, one space between words. */
export function inLine(text: string): string {
  return text.replace(NOT_IN_A_LINE, ' ').replace(/\s+/g, ' ').trim();
}
