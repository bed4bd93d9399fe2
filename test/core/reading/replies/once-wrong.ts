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
  // sums
  ['en', 'spoke to Dana, half now and the rest next week', 'promise 1250 11-24 + promise 1250 12-04'],
  ['en', '500 now, rest on Friday', 'promise 500 11-24 + promise 2000 11-27'],
  ['en', "they'll pay half right away and the rest on Friday", 'promise 1250 11-24 + promise 1250 11-27'],
  ['en', '500 on Friday, balance on the 15th', 'promise 500 11-27 + promise 2000 12-15'],
  ['en', "they'll pay the balance on Friday", 'promise full 11-27'],
  ['en', 'they owe 500 now', 'chatter|note'],
  ['de', 'zahlt die Hälfte jetzt, den Rest nächste Woche', 'promise 1250 11-24 + promise 1250 12-04'],
  ['fr', '500 tout de suite, le solde fin du mois', 'promise 500 11-24 + promise 2000 11-30'],
  ['es', 'pagan la mitad ahora y el resto la próxima semana', 'promise 1250 11-24 + promise 1250 12-04'],
  ['en', 'will pay half soon and the rest on Friday', 'promise 1250 11-27 ?date'],
  ['en', 'will pay 500-600 by Friday', 'promise full 11-27 low|?amount'],
  ['en', 'will pay 500ish by Friday', 'promise full 11-27 low|?amount|promise 500 11-27 low'],
  ['en', 'will pay .5k Friday', 'promise full 11-27 low|?amount'],
  ['en', 'will pay at 3pm on Friday', 'promise full 11-27'],
  ['en', 'half today, half when the job is finished', 'promise 1250 11-24 low|promise 1250 11-24 ?date'],
  ['en', 'will pay 30% tomorrow, 70% on delivery', 'promise 750 11-25 low|promise 750 11-25 ?date'],
  [
    'en',
    'half Friday, quarter Monday, rest on the 15th',
    'promise 1250 11-27 + promise 625 11-30 + promise 625 12-15',
  ],
  // invoices
  ['en', 'will pay everything except INV-1055 on Friday', 'promise full 11-27 INV-1047,INV-1061'],
  ['en', 'paying all but the last one on Friday', 'promise full 11-27 INV-1047,INV-1055'],
  ['de', 'zahlen alles außer RE-2041 am Freitag', 'promise full 11-27 RE-2050'],
  ['fr', 'paiera tout sauf RE-2041 vendredi', 'promise full 11-27 RE-2050'],
  ['es', 'pagarán todo menos RE-2041 el viernes', 'promise full 11-27 RE-2050'],
  [
    'en',
    'will pay INV-1047 Friday and INV-1055 on 10 December',
    'promise full 11-27 INV-1047 + promise full 12-10 INV-1055',
  ],
  [
    'de',
    'zahlt RE-2041 am Freitag und RE-2050 am 10.12.',
    'promise full 11-27 RE-2041 + promise full 12-10 RE-2050',
  ],
];
