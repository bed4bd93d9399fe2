// Where a sentence names several invoices, each with its sum, date or days late, holds every pair against the facts.
import type { DraftFacts } from '../facts.ts';
import type { Finding } from './finding.ts';
import { finding, type Sheet, type Sighting, sentenceAround } from './sheet.ts';

const CODES = {
  amount: [
    'swapped-amount',
    'This sum belongs to another invoice than the one it stands with.',
    'Give each invoice its own sum.',
  ],
  date: [
    'swapped-date',
    'This date belongs to another invoice than the one it stands with.',
    'Give each invoice its own date.',
  ],
  days: [
    'wrong-days-late',
    'Another invoice is that late, not the one it stands with.',
    'Give each invoice its own days.',
  ],
} as const;

type Placed = { readonly start: number; readonly end: number; readonly invoices: readonly number[] };

/** To be called once sums, dates and days have been checked each for itself. */
export function checkPairs(sheet: Sheet, facts: DraftFacts): Finding[] {
  if (facts.invoices.length < 2) return [];
  const sentences = new Map<number, readonly [number, number]>();
  for (const { start } of [...sheet.mentions, ...sheet.sightings]) {
    const range = sentenceAround(sheet, start);
    sentences.set(range[0], range);
  }
  return [...sentences.values()].flatMap(([from, to]) => checkSentence(sheet, from, to));
}

/** "A is x, B is y" and "A and B are x and y" alike: the first goes with the first, the second with the second. */
function checkSentence(sheet: Sheet, from: number, to: number): Finding[] {
  const within = <T extends { start: number; end: number }>(all: readonly T[]): T[] =>
    all.filter(({ start, end }) => start >= from && end <= to).sort((a, b) => a.start - b.start);
  const mentions: Placed[] = within(sheet.mentions).map((at) => ({ ...at, invoices: [at.invoice] }));
  const sightings = within(sheet.sightings);
  const ofKind = (kind: Sighting['kind']) => sightings.filter((sighting) => sighting.kind === kind);
  const dates = ofKind('date');
  return (['amount', 'date', 'days'] as const).flatMap((kind) => {
    const found = ofKind(kind);
    // Without numbers the sums are told apart by their dates: "$845.00, due on 3 November, and …".
    const beside = mentions.length > 0 ? mentions : kind === 'date' ? [] : dates;
    if (found.length < 2 || found.length !== beside.length) return [];
    const wrong = found.find(
      ({ invoices }, index) => !invoices.some((invoice) => beside[index]?.invoices.includes(invoice)),
    );
    const [code, why, mend] = CODES[kind];
    return wrong ? [finding(code, 'block', sheet, [wrong.start, wrong.end], why, mend)] : [];
  });
}
