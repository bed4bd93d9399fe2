// The invoices that a clause names, and what must be asked: an unknown number, or digits that may be a sum as well.
import { fromDecimal, type Money } from '../money.ts';
import { valuesOf } from './clauses.ts';
import type { Question } from './draft-item.ts';
import type { Said } from './said.ts';
import type { SpokenInvoices } from './spoken.ts';
import { owed } from './sums.ts';

export type NamedInvoices = {
  readonly numbers: readonly string[];
  readonly question: Question | null;
  /** Invoices to offer where one must be asked about. */
  readonly choices: readonly string[];
  readonly odd: readonly Question[];
  /** The digits may be this sum just as well as the invoice. */
  readonly orSum: Money | null;
};

export function namedInvoices(said: Said): NamedInvoices {
  const { marked, clause, context } = said;
  const named: SpokenInvoices[] = valuesOf(marked, clause, 'i');
  const all = new Set(named.flatMap((one) => one.numbers));
  const left = leftOut(said);
  const numbers = left.length > 0 ? others(said, left) : [...all];
  const unknown = named.find((one) => one.unknown !== null)?.unknown ?? null;
  const bare = named.find((one) => one.bare !== null);
  const odd: Question[] = bare?.numbers[0]
    ? [
        {
          kind: 'odd',
          about: 'invoice',
          why: `I took the figure for invoice ${bare.numbers[0]}, not for a sum.`,
        },
      ]
    : [];
  const orSum = bare?.bare && named.length === 1 ? sumToo(said, bare.bare) : null;
  if (left.length > 0 && numbers.length === 0) {
    const why = `Nothing is open besides ${listed(left)}.`;
    return {
      numbers,
      question: { kind: 'unclear', about: 'invoice', why },
      choices: [],
      odd: [],
      orSum: null,
    };
  }
  if (unknown === null) return { numbers, question: null, choices: [], odd, orSum };
  const known = context.invoices.map(({ number }) => number);
  const why = `No open invoice is ${unknown}${known.length > 0 ? `; open are ${listed(known)}` : ''}.`;
  const question: Question = { kind: 'unclear', about: 'invoice', why };
  return { numbers, question, choices: known.slice(0, 3), odd, orSum };
}

const EXCEPT =
  /(?<!\p{L})(?:except(?:ing)?(?: for)?|apart from|aside from|other than|excluding|without|minus|but(?: not)?|außer|ohne|bis auf|sauf|hormis|excepto|salvo|menos)(?: (?:the|invoice|die|der|das|la|le|el))* ⟨i\d+⟩/giu;

/** "Everything except INV-1055": the invoices that are not meant. */
function leftOut({ marked, clause }: Said): string[] {
  const parts = [clause.text, ...clause.lent].flatMap((text) => text.match(EXCEPT) ?? []);
  return parts.flatMap((part) => marked.values('i', part).flatMap(({ numbers }) => numbers));
}

function others({ context }: Said, left: readonly string[]): string[] {
  return context.invoices.map(({ number }) => number).filter((number) => !left.includes(number));
}

/** Null where the reply itself tells: it names a sum here, another with its currency, or another invoice; or owed is less. */
function sumToo({ marked, clause, context }: Said, digits: string): Money | null {
  if (valuesOf(marked, clause, 'a').length > 0) return null;
  const signs = marked.values('a', marked.text).some((one) => one.kind === 'sum' && one.currency !== null);
  if (signs || marked.values('i', marked.text).length > 1) return null;
  const [total, ...others] = owed(context, []);
  if (!total || others.length > 0) return null;
  const sum = fromDecimal(digits, total.currency);
  return sum && sum.minor <= total.minor ? sum : null;
}

function listed(numbers: readonly string[]): string {
  return numbers.length > 4
    ? `${numbers.slice(0, 4).join(', ')} and ${numbers.length - 4} more`
    : numbers.join(', ');
}
