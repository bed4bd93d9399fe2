// Finds days that are told without a date: "due last week", "in September", "pay by Friday".
import { addDays, addMonths, type Day, endOfMonth, weekday } from '../calendar.ts';
import type { DraftFacts } from '../facts.ts';
import { indexIn, MONTH, MONTHS, WEEKDAY } from './dates.ts';
import type { Finding } from './finding.ts';
import { finding, type Sheet, sentenceAround } from './sheet.ts';

export function checkRelativeDays(sheet: Sheet, facts: DraftFacts): Finding[] {
  return [...toldOfDue(sheet, facts), ...deadlines(sheet)];
}

const whole = (source: string) => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'giu');

const DUE = whole(
  'due|overdue|late|outstanding|owed|fallig\\w*|uberfallig\\w*|echu\\w*|echeance|en retard|du[es]*|vencio|vencieron|vencid[ao]s?|vencen?|vencimiento',
);
const EVERY = whole('both|all|each|every|beide[nr]?|alle|les deux|toutes|ambas|ambos|las dos|todas');

type Span = readonly [from: Day, to: Day];

/** What each means, as seen from today. */
const SPANS: readonly (readonly [RegExp, (today: Day) => Span])[] = [
  [whole('yesterday|gestern|ayer'), (today) => [addDays(today, -1), addDays(today, -1)]],
  [whole('tomorrow|demain'), (today) => [addDays(today, 1), addDays(today, 1)]],
  [
    whole('(?:late |earlier )?last week|letzte woche|vorige woche|la semaine derniere|la semana pasada'),
    (today) => week(addDays(today, -7)),
  ],
  [whole('this week|diese woche|cette semaine|esta semana'), week],
  [
    whole('next week|nachste woche|la semaine prochaine|la semana que viene'),
    (today) => week(addDays(today, 7)),
  ],
  [
    whole('last month|letzten monat|im vormonat|vorigen monat|le mois dernier|el mes pasado'),
    (today) => month(addMonths(today, -1)),
  ],
  [whole('this month|diesen monat|ce mois(?:-ci)?|este mes'), month],
  [
    whole("last year|letztes jahr|im vorjahr|l'annee derniere|l'an dernier|el ano pasado"),
    (today) => [`${Number(today.slice(0, 4)) - 1}-01-01`, `${Number(today.slice(0, 4)) - 1}-12-31`],
  ],
];

/** A month by its name alone; "may" and "mars" are words of other kinds too. */
const BARE_MONTH = new RegExp(
  `(?<!\\d\\.? )(?<![\\p{L}])(?:in|since|of|from|during|back in|im|seit|seit dem|en|depuis|des|desde|de) (?:early |late |mid-|anfang |ende |mitte |debut |fin |principios de |finales de )?(?<month>${MONTH})(?! ?\\d)(?![\\p{L}])`,
  'giu',
);

function week(of: Day): Span {
  const monday = addDays(of, 1 - weekday(of));
  return [monday, addDays(monday, 6)];
}

function month(of: Day): Span {
  return [`${of.slice(0, 7)}-01` as Day, endOfMonth(of)];
}

/** When an invoice fell due, said by week or month: some invoice has to have, and each where it says so of all. */
function toldOfDue(sheet: Sheet, facts: DraftFacts): Finding[] {
  const dues = facts.invoices.filter(({ kind }) => kind === 'invoice').map(({ due }) => due);
  const check = (start: number, said: string, fits: (day: Day) => boolean): Finding[] => {
    const [from, to] = sentenceAround(sheet, start);
    const sentence = sheet.scan.text.slice(from, to);
    if (sentence.search(DUE) === -1 || dues.length === 0) return [];
    const right = sentence.search(EVERY) === -1 ? dues.some(fits) : dues.every(fits);
    if (right) return [];
    const range = [start, start + said.length] as const;
    return [
      finding('wrong-date', 'block', sheet, range, 'No invoice fell due then.', 'Write the date itself.'),
    ];
  };
  const spans = SPANS.flatMap(([pattern, spanOf]) =>
    [...sheet.rest.matchAll(pattern)].flatMap(({ index, 0: said }) => {
      const [first, last] = spanOf(facts.asOf);
      return check(index, said, (day) => day >= first && day <= last);
    }),
  );
  const months = [...sheet.rest.matchAll(BARE_MONTH)].flatMap((match) => {
    const name = match.groups?.month ?? '';
    const number = indexIn(MONTHS, name);
    const known = facts.history.customerSince?.slice(5, 7);
    if (number === null || Number(known) === number) return [];
    return check(match.index, match[0], (day) => Number(day.slice(5, 7)) === number);
  });
  return [...spans, ...months];
}

const PAY =
  'pay|pays|paid|payment|settle[dt]?|transfer(?:red)?|clear(?:ed)?|receive[dt]?|funds|money|in our account|pague|pagar|pago|abone|en nuestra cuenta|payer|paiement|regler|reglement|virement|sur notre compte|zahlen|zahlung|bezahlen|uberweis\\w*|begleichen|geld|auf unserem konto';
const SOON = `(?:${WEEKDAY})|tomorrow|tonight|(?:the )?(?:end|close) of (?:the |this |next )?(?:day|week|month|business|play)|the weekend|next week|noon|midday|midnight|eod|eow|cob|manana|fin de mes|el fin de semana|final de mes|demain|ce soir|midi|(?:la )?fin (?:de la semaine|du mois|de semaine)|le week-end|morgen|heute abend|mittag|ende (?:der|dieser|nachster) woche|ende des monats|wochenende|wochenschluss|monatsende`;
const RELATIVE = new RegExp(
  `(?<![\\p{L}])(?:by|before|until|till|no later than|not later than|antes de(?:l)?|para el|hasta el|a mas tardar(?: el)?|avant|d'ici(?: a)?|au plus tard|bis(?: zum| spatestens)?|spatestens(?: am| bis)?|vor(?: dem)?) (?:the |this |next |coming |el |la |le |zum |diesen |kommenden |nachsten )?(?:${SOON})(?![\\p{L}])`,
  'giu',
);
const ABOUT_PAYING = new RegExp(`(?<![\\p{L}])(?:${PAY})(?![\\p{L}])`, 'iu');

/** Only asking, supposing, or wishing to hear by then: no deadline is set. */
const NO_DEADLINE = new RegExp(
  whole(
    'if|when|once|let me know|let us know|tell me|tell us|reply|answer|write|hear from|say|confirm|wenn|falls|sobald|sagen sie|melden sie|antworten|bescheid|bestatigen|schreiben|si|quand|dites|repond\\w*|ecrivez|confirm\\w*|nouvelles|cuando|diga\\w*|respond\\w*|escriba\\w*|avise\\w*|noticias',
  ).source,
  'iu',
);

/** "Pay by Friday": a day that nobody decided on. A wish to hear by Friday is no deadline. */
function deadlines(sheet: Sheet): Finding[] {
  return [...sheet.rest.matchAll(RELATIVE)].flatMap((match) => {
    const [from, to] = sentenceAround(sheet, match.index);
    const sentence = sheet.scan.text.slice(from, to + 1);
    const justBefore = sentence.slice(Math.max(0, match.index - from - 30), match.index - from);
    const isAsked = sentence.includes('?') || (NO_DEADLINE.test(sentence) && !ABOUT_PAYING.test(justBefore));
    if (isAsked || !ABOUT_PAYING.test(sentence)) return [];
    const range = [match.index, match.index + match[0].length] as const;
    return [
      finding(
        'relative-deadline',
        'block',
        sheet,
        range,
        'This sets a day to pay by that nobody decided on.',
        'Ask for a date instead, or name the final notice’s deadline.',
      ),
    ];
  });
}
