// Replies of which the grammar once made something else, without asking. See meaning.ts for the notation.
import type { ReplyCase } from './meaning.ts';

export const ONCE_WRONG: readonly ReplyCase[] = [
  // days
  ['en', 'will pay by COB Thursday', 'promise full 11-26'],
  ['en', 'will pay Thursday EOD', 'promise full 11-26'],
  ['en', 'will pay 500 by EOD', 'promise 500 11-24'],
  ['en', 'will pay a week from Friday', 'promise full 12-04'],
  ['en', 'will pay Friday after next', '?date'],
  ['en', 'will pay 500 Thursday and 500 the following Thursday', 'promise 500 11-26 ?date'],
  ['en', 'will pay in the new year', '?date'],
  ['de', 'zahlt nächstes Jahr', '?date'],
  ['de', 'zahlt am Wochenende', '?date'],
  ['fr', 'ne paiera pas avant janvier', '?date'],
  ['es', 'no pagará antes de enero', '?date'],
  ['en', "they won't pay 500 by Friday", '?date'],
];
