// Reads the outcomes that are not about a day of payment: disputes, plans, documents, contacts, calls.
import { type Day, formatDay } from '../calendar.ts';
import type { Cadence, DisputeReason, Outcome } from '../outcome.ts';
import { WEEKDAY_WORDS } from './calendar-words.ts';
import { valuesOf } from './clauses.ts';
import { contactIn } from './contacts.ts';
import { certain, type DraftItem } from './draft-item.ts';
import { words } from './marks.ts';
import { namedInvoices } from './named-invoices.ts';
import { COUNT_WORDS, readCount } from './number-words.ts';
import type { Said } from './said.ts';
import { sumOf } from './sums.ts';
import { futureDay } from './which-day.ts';

/** In order: the first that fits. */
const REASONS: readonly (readonly [DisputeReason, RegExp])[] = [
  ['duplicate', words('duplicat\\p{L}*|duplicada|twice|double|doublon|doppelt|already billed')],
  [
    'goods',
    words(
      'damag\\p{L}*|broken|faulty|defect\\p{L}*|goods? (?:were|was|is|are)|quantit\\p{L}*|wrong (?:items?|goods?|parts?|product|colou?r|size|model)|missing (?:\\p{L}+ )?(?:items?|units?|parts?|goods?|pieces?|boxes)|short[- ]?(?:shipped|delivered)|dañad\\p{L}+|defectuos\\p{L}+|mercanc\\p{L}+|endommag\\p{L}+|abîm\\p{L}+|défectueu\\p{L}+|beschädigt\\p{L}*|defekt|kaputt|ware|mangelhaft|mängel',
    ),
  ],
  [
    'not_received',
    words(
      "(?:never|not|didn't|did not|haven't|hasn't|nothing)(?: been| was)? (?:receiv\\p{L}+|got|get|arrived?|delivered|order\\p{L}*|turned up)|no (?:ha|han) recibido|no recibi\\p{L}+|jamais (?:reçu|livrée?)|pas (?:livrée?|reçu)|nicht (?:geliefert|erhalten)|nie (?:geliefert|angekommen)",
    ),
  ],
  [
    'price',
    words(
      'prices?|priced|over-?(?:charg|bill|pric)\\p{L}*|quoted|quote|too (?:high|much|expensive)|rate|hours|discount|amount|total|precio|demasiado car\\p{L}+|importe|prix|tarif|montant|trop (?:cher|élevé)|preis\\p{L}*|betrag|zu (?:hoch|teuer)|vat|tax',
    ),
  ],
  ['missing_po', words('p\\.?o\\.?|purchase order|bestellnummer')],
  [
    'service',
    words(
      'service|work\\p{L}*|job|install\\p{L}*|repair\\p{L}*|fix\\p{L}*|finish\\p{L}*|unfinished|complet\\p{L}+|incomplete|quality|support|project|delivered late|late delivery|servicio|trabajo|travail|prestation|chantier|arbeit|leistung|fertig',
    ),
  ],
  ['already_paid', words('already paid|schon bezahlt|déjà payé|ya pagad\\p{L}+')],
];

export function readDispute(said: Said, quote: string): DraftItem {
  const invoices = namedInvoices(said);
  const spoken = [said.clause.text, ...said.clause.lent].join(' ');
  const reason = REASONS.find(([, pattern]) => pattern.test(spoken))?.[0] ?? 'other';
  const figures = valuesOf(said.marked, said.clause, 'a').filter(({ kind }) => kind === 'sum');
  const sum = figures.length > 0 ? sumOf(figures, said.context, invoices.numbers, []) : null;
  const amount = sum && !sum.question && sum.amount !== 'full' ? sum.amount : null;
  const make = (numbers: readonly string[]): Outcome => ({
    kind: 'dispute',
    reason,
    detail: quote,
    amount,
    invoices: numbers,
  });
  if (!invoices.question) return certain(make(invoices.numbers), quote, { odd: invoices.odd });
  const choices = [
    ...invoices.choices.map((number) => ({ label: number, outcome: make([number]) })),
    { label: 'All of it', outcome: make([]) },
  ];
  return { quote, outcome: null, questions: [invoices.question], choices, odd: [], isSure: true };
}

const CADENCES: readonly (readonly [Cadence, RegExp])[] = [
  [
    'fortnightly',
    words(
      'fortnight(?:ly)?|bi-?weekly|(?:every|each) (?:two|2|other|second) weeks?|quincena\\p{L}*|alle zwei wochen|toutes les deux semaines|zweiwöchentlich',
    ),
  ],
  [
    'weekly',
    words(
      '(?:a|per|every|each|pro|par|por|cada|jede) week|/ ?(?:week|wk)|weekly|semanal\\p{L}*|(?:a|por) la semana|por semana|par semaine|hebdomadaire\\p{L}*|wöchentlich\\p{L}*|pro woche|jede woche',
    ),
  ],
  [
    'monthly',
    words(
      '(?:a|per|every|each|pro|par|por|al|im|cada|jeden) ?(?:month|mo|mes|mois|monat)|/ ?(?:month|mo)|monthly|mensua\\p{L}*|mensualit\\p{L}*|monatlich\\p{L}*|monatsraten|months|mois|meses|monate[n]?',
    ),
  ],
];
const INSTALMENTS = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2}|${COUNT_WORDS})(?: ?(?:x|×|times|payments of)(?=[ ⟨])|(?: equal| monthly| weekly| fortnightly| easy| more)* ?(?:instal?lments?|payments?|parts?|goes|tranches|chunks|stages|cuotas|plazos|pagos|partes|fois|mensualités|échéances|versements|raten|teilen?|teilzahlungen|monatsraten|months|meses|mois|monate[n]?)(?![\\p{L}]))`,
  'iu',
);
const EVERY_WEEKDAY = words(`(?:every|each|cada|jede[nr]?|chaque|todos los) (?:${WEEKDAY_WORDS})`);
const SPLIT_IN = words(`split(?: \\p{L}+){0,3} (?:in|into|over) (\\d{1,2}|${COUNT_WORDS})`);
/** A plan of more parts than this is a slip of the keyboard. */
const MAX_INSTALMENTS = 60;

/** "Every Friday". */
function weekdayCadence({ marked }: Said, spoken: string): Cadence | null {
  return EVERY_WEEKDAY.test(marked.restore(spoken)) ? 'weekly' : null;
}

export function readPlan(said: Said, quote: string): DraftItem {
  const spoken = [said.clause.text, ...said.clause.lent].join(' ; ');
  const count = readCount(INSTALMENTS.exec(spoken)?.[1] ?? SPLIT_IN.exec(spoken)?.[1] ?? '');
  const figures = valuesOf(said.marked, said.clause, 'a').filter(({ kind }) => kind === 'sum');
  const sum = figures.length > 0 ? sumOf(figures, said.context, [], []) : null;
  const dates = valuesOf(said.marked, said.clause, 'd').filter(({ forward }) => forward.length === 1);
  return certain(
    {
      kind: 'plan_request',
      instalments: count && count > 1 && count <= MAX_INSTALMENTS ? count : null,
      amount: sum && !sum.question && sum.amount !== 'full' ? sum.amount : null,
      cadence: CADENCES.find(([, pattern]) => pattern.test(spoken))?.[0] ?? weekdayCadence(said, spoken),
      first: dates.length === 1 ? (dates[0]?.forward[0] ?? null) : null,
    },
    quote,
    { isSure: sum === null || sum.question === null },
  );
}

const DOCUMENTS = [
  [
    'statement',
    words('statements?(?: of account)?|extracto|estado de cuenta|relevé|kontoauszug|saldenliste'),
  ],
  [
    'po_number',
    words(
      'p\\.?o\\.?(?: numbers?| no\\.?| #)?|purchase order|order numbers?|número de pedido|orden de compra|bon de commande|numéro de commande|bestellnummer',
    ),
  ],
  [
    'other',
    words(
      'proof of delivery|pod|delivery note|packing slip|time ?sheets?|receipts?|w-?9|tax (?:id|form|certificate|number)|vat number|bank(?:ing)? (?:details|letter|info)|(?:vendor|supplier) \\p{L}+|contract|albarán|bon de livraison|rib|lieferschein|leistungsnachweis',
    ),
  ],
] as const;

export function readDocument(said: Said, quote: string): DraftItem {
  const invoices = namedInvoices(said);
  const document = DOCUMENTS.find(([, pattern]) => pattern.test(said.clause.text))?.[0] ?? 'invoice_copy';
  const make = (numbers: readonly string[]): Outcome => ({
    kind: 'document_request',
    document,
    detail: quote,
    invoices: numbers,
  });
  if (!invoices.question) return certain(make(invoices.numbers), quote, { odd: invoices.odd });
  const choices = [
    ...invoices.choices.map((number) => ({ label: number, outcome: make([number]) })),
    { label: 'No invoice named', outcome: make([]) },
  ];
  return { quote, outcome: null, questions: [invoices.question], choices, odd: [], isSure: true };
}

/** More invoices than this are told by their number, or all together. */
const MOST_OFFERED = 3;

/** For the invoice that is named; else for those whose number was asked for, the only one that is open, or whichever is chosen. */
export function readTheirOrder(said: Said, quote: string): DraftItem {
  const { context } = said;
  const told = [...new Set(valuesOf(said.marked, said.clause, 'n'))];
  const [number] = told;
  if (number === undefined) return certain({ kind: 'note', text: quote }, quote);
  const named = namedInvoices(said);
  const open = context.invoices.map((invoice) => invoice.number);
  const wanted = open.filter((each) => context.orderWanted?.includes(each));
  // "They need the number on INV-1043: 4500123" names the invoice beside it.
  const beside = said.marked.values('i', said.marked.text).flatMap((each) => each.numbers);
  const [meant = open] = [named.numbers, [...new Set(beside)], wanted].filter((each) => each.length > 0);
  const make = (order: string, invoices: readonly string[]): Outcome => ({
    kind: 'order_number',
    number: order,
    invoices,
  });
  const ask = (question: DraftItem['questions'][number], choices: DraftItem['choices']): DraftItem => {
    return { quote, outcome: null, questions: [question], choices, odd: [], isSure: true };
  };
  if (told.length > 1) {
    const why = 'More than one order number was named.';
    return ask(
      { kind: 'unclear', about: 'meaning', why },
      told.map((order) => ({ label: order, outcome: make(order, meant) })),
    );
  }
  const isPlain = meant !== open || open.length === 1;
  if (isPlain && !named.question) return certain(make(number, meant), quote, { odd: named.odd });
  if (open.length === 0) return certain({ kind: 'note', text: quote }, quote);
  const why = `For which invoice is order number ${number}?`;
  return ask(named.question ?? { kind: 'unclear', about: 'invoice', why }, [
    ...open.slice(0, MOST_OFFERED).map((each) => ({ label: each, outcome: make(number, [each]) })),
    ...(open.length > 1 ? [{ label: 'All that are open', outcome: make(number, open) }] : []),
  ]);
}

export function readContact(said: Said, quote: string): DraftItem {
  const whole = [said.clause.text, ...said.clause.lent].join(' ');
  return certain({ kind: 'wrong_contact', ...contactIn(said.marked, whole) }, quote);
}

/** A call is due on the first day of a period: "try again next week" is Monday. */
export function readCallback(said: Said, quote: string): DraftItem {
  const when = futureDay(said, valuesOf(said.marked, said.clause, 'd'), true);
  if (when.day && !when.question)
    return certain({ kind: 'callback', date: when.day }, quote, { odd: when.odd });
  return {
    quote,
    outcome: null,
    questions: when.question ? [when.question] : [],
    choices: when.choices.map((date) => ({
      label: dayLabel(said, date),
      outcome: { kind: 'callback', date },
    })),
    odd: [],
    isSure: true,
  };
}

function dayLabel({ context }: Said, date: Day): string {
  return formatDay(date, context.locale, context.today);
}
