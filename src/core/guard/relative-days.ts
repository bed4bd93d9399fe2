// Finds days that are told without a date: "due last week", "in September", "pay by Friday".
import type { DraftFacts } from '../facts.ts';
import { WEEKDAY } from './dates.ts';
import type { Finding } from './finding.ts';
import { finding, matchesOf, type Sheet, sentenceAround } from './sheet.ts';
import { TOLD_DAYS, whole } from './told-days.ts';

export function checkRelativeDays(sheet: Sheet, facts: DraftFacts): Finding[] {
  return [...toldOfDue(sheet, facts), ...deadlines(sheet)];
}

const DUE = whole(
  'due|fell due|overdue|late|outstanding|owed|fallig\\w*|uberfallig\\w*|echu\\w*|echeance|en retard|du[es]*|vencio|vencieron|vencid[ao]s?|vencen?|vencimiento',
);
const EVERY = whole('both|all|each|every|beide[nr]?|alle|les deux|toutes|ambas|ambos|las dos|todas');

/** "Open since": only then does being open tell when it fell due. */
const OPEN = whole(
  'open|unpaid|offene?n?|unbezahlt|ouverte?s?|impayee?s?|abiert[ao]s?|pendientes?|impagad[ao]s?',
);
const SINCE = /(?:since|from|seit|depuis|desde) (?:\p{L}+ ){0,2}$|^(?:since|seit|depuis|desde)/iu;

/** When an invoice fell due, said by week or month: some invoice has to have, and each where it says so of all. */
function toldOfDue(sheet: Sheet, facts: DraftFacts): Finding[] {
  const dues = facts.invoices.filter(({ kind }) => kind === 'invoice').map(({ due }) => due);
  const since = facts.history.customerSince;
  if (dues.length === 0) return [];
  return TOLD_DAYS.flatMap(({ pattern, means }) =>
    matchesOf(sheet.rest, pattern).flatMap((match) => {
      const fits = means(match, facts.asOf);
      const [from, to] = sentenceAround(sheet, match.index);
      const sentence = sheet.scan.text.slice(from, to);
      const before = sheet.scan.text.slice(from, match.index);
      const isOfDue =
        sentence.search(DUE) !== -1 ||
        (sentence.search(OPEN) !== -1 && (SINCE.test(before) || SINCE.test(match[0])));
      if (!fits || !isOfDue || (since !== null && fits(since))) return [];
      if (sentence.search(EVERY) === -1 ? dues.some(fits) : dues.every(fits)) return [];
      const range = [match.index, match.index + match[0].length] as const;
      return [
        finding('wrong-date', 'block', sheet, range, 'No invoice fell due then.', 'Write the date itself.'),
      ];
    }),
  );
}

const PAY =
  'pay|pays|paid|payment|settle[dt]?|transfer(?:red)?|clear(?:ed)?|receive[dt]?|funds|money|in our account|pague|pagar|pago|abone|en nuestra cuenta|payer|paiement|regler|reglement|virement|sur notre compte|zahlen|zahlung|bezahlen|uberweis\\w*|begleichen|geld|auf unserem konto';
const SOON = `(?:${WEEKDAY})|(?:holidays|christmas|easter|new year)(?: start| begin)?s?|feiertagen?|weihnachten|ostern|fetes|noel|fiestas|navidad|tomorrow|tonight|(?:the )?(?:end|close) of (?:the |this |next )?(?:day|week|month|business|play)|the weekend|next week|noon|midday|midnight|eod|eow|cob|manana|fin de mes|el fin de semana|final de mes|demain|ce soir|midi|(?:la )?fin (?:de la semaine|du mois|de semaine)|le week-end|morgen|heute abend|mittag|ende (?:der|dieser|nachster) woche|ende des monats|wochenende|wochenschluss|monatsende`;
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

/** "Please pay today": asked for, and no more than that. */
const AT_ONCE = whole(
  "today|tonight|tomorrow|this week|(?:the )?same day|heute|morgen|(?:noch )?diese woche|aujourd'hui|demain|ce soir|cette semaine|hoy|manana|esta (?:noche|semana)",
);
const DEMAND = whole(
  'please|kindly|need|needs|must|expect|require|have to|bitte|brauchen?|erwarten?|mussen?|merci de|veuillez|besoin|attend(?:ons|s)|faut|devez|le pido|por favor|haga el favor|necesit\\w*|esper\\w*|deben?',
);

/** "Pay by Friday": a day that nobody decided on. A wish to hear by Friday is no deadline. */
function deadlines(sheet: Sheet): Finding[] {
  const atOnce = matchesOf(sheet.rest, AT_ONCE).filter(({ index }) => {
    const sentence = sheet.scan.text.slice(...sentenceAround(sheet, index));
    return sentence.search(DEMAND) !== -1 && !NO_DEADLINE.test(sentence);
  });
  return [...matchesOf(sheet.rest, RELATIVE), ...atOnce].flatMap((match) => {
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
