// Figures, days, invoices and addresses in a reply are replaced by marks, so that the grammar sees the sentence alone.
import type { SpokenAmount, SpokenDate, SpokenInvoices } from './spoken.ts';

export type MarkValues = {
  readonly a: SpokenAmount;
  readonly d: SpokenDate;
  readonly i: SpokenInvoices;
  readonly e: string; // an e-mail address
  readonly p: string; // a phone number
  readonly o: 'off'; // a part to be taken off the price: "10% off"
  readonly n: string; // the customer's own order number
};
type MarkName = keyof MarkValues;
type Marked = {
  readonly [K in MarkName]: { readonly name: K; readonly value: MarkValues[K]; readonly words: string };
}[MarkName];

const MARK = /⟨([adiepon])(\d+)⟩/g;

/** A reply while it is being marked: `text` holds marks such as ⟨a0⟩ in place of what has been understood. */
export class MarkedText {
  text: string;
  private readonly marks: Marked[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Replaces each match for which `make` answers a value; null leaves the words as they are. */
  replace<K extends MarkName>(
    name: K,
    pattern: RegExp,
    make: (match: RegExpExecArray) => MarkValues[K] | null,
  ): void {
    let done = '';
    let at = 0;
    for (const match of this.text.matchAll(pattern)) {
      const value = make(match);
      if (value === null || match[0] === '') continue;
      done += `${this.text.slice(at, match.index)}⟨${name}${this.marks.length}⟩`;
      this.marks.push({ name, value, words: this.restore(match[0]) } as Marked);
      at = match.index + match[0].length;
    }
    this.text = done + this.text.slice(at);
  }

  /** The values marked in a piece of the text, in order. */
  values<K extends MarkName>(name: K, piece: string): MarkValues[K][] {
    return [...piece.matchAll(MARK)].flatMap((match) => {
      const marked = this.marks[Number(match[2])];
      return marked?.name === name ? [marked.value as MarkValues[K]] : [];
    });
  }

  /** The words as they were written. */
  restore(piece: string): string {
    return piece.replace(MARK, (whole, _, index) => this.marks[Number(index)]?.words ?? whole);
  }
}

/**
 * A pattern that stands on its own, not inside a longer word; letters with accents are letters. Case is ignored.
 * It may end at the start of a mark, as in "call ⟨d".
 */
export function words(pattern: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}⟨])(?:${pattern})(?:(?![\\p{L}\\p{N}])|(?<=⟨[a-z]))`, flags);
}
