// Finds the customer in a question: a name that stands there, or the words that are left when all others are known.
import { findCustomer, nameWords } from '../find-customer.ts';
import { RULES } from './asked-rules.ts';
import type { Who } from './question.ts';

type Named = { readonly id: string; readonly name: string };

/** Words that questions are made of; what is not among them may be a name, typed wrongly or unknown. */
const KNOWN_WORDS = new Set(
  `a about above account accounts action actions actually address after again against age ago agree agreed agreement agreements all
alone already also altogether am amount amounts an and any anybody anyone anything approval approvals approve approved are arrangement
arrangements arrears as ask at attention away back bad balance balances be because become becomes been before behind being best better big
biggest bill bills book books bookkeeper both break broke broken business but by call called calling calls came can case cases cash change
chase chased chasing check cheque clear clients client collect collected collection come comes coming compare compared complain complained
complaint complaints contact contacted contacting contacts cost could current currently customer customers data date dates day days deal
deals debt debtor debtors debts details did digest dispute disputed disputes disputing do does doing done dont down draft drafts due during
each earlier either else email emails e-mail escalate even ever every everybody everyone everything exactly expect expected expecting explain
far few figure figures find first focus folks follow followed for friday from full get gets getting give given go goes going gone good got
great guys had handle happen happened happening happens has have he hear heard hello help her here hey hi high highest him his history hold
how i if import imported in info inside installments instalments interest into invoice invoices is isnt it its just keep kept know known
largest last late later latest least leave leaving left less let letter letters like list listed little log long longer look looking lot made
mail mails make manage many matter matters may me mean meant message messages mine minute missed moment money month months more morning most
move much must my name need needed needs never new newest next nice no nobody none not note now number numbers of off offer office often ok
okay old older oldest on once one ones only open opened or order other our ours out outstanding over overall overdue owe owed owes owing paid part
past pause pay payer payers paying payment payments pays pending people per person phone plan planned plans please policy position possible
priority promise promised promises promising put question quick quickly quite rather reach ready really reason reasons received recent
recently record recorded records regarding remain remaining remind reminded reminder reminders reply report rest right ring row rule rules said
same say saying says schedule scheduled see send sending sent set several shall she should show side since situation snooze so some somebody
someone something soon sort split stand standing stands start state statement status step steps still stop story stuff such sum sums
summary supposed sure take taken talk team telephone tell terms than that the their them then there these they thing things think this those
through till time times to today tomorrow tonight too top total totals touch track two under unpaid until up upcoming update us use usual
versus very via vs wait waiting want wants was way we week weeks well went were what whats when where which while who whole whom whose why will with
within without word work worst would write writes writing wrote year years yes yet you your yours people person guy guys lot lots anymore
currently nowadays presently lately quickly summary overview details detail info information kindly pls plz also there thanks
asking saying says mention mentioning telling thanking instalment three four five six seven eight nine ten half parts rates each equal monthly weekly make log note that write down snooze
customers's aging ageing bucket buckets worth worry worried risk sent received hand hands peace be mark approve letters
von der die das den dem des ein eine einen einem einer und oder wie was wer wen wem wann warum wieso weshalb wo viel viele hoch ist sind war
hat haben hatte uns unser unsere unserem unseren wir ich du sie er es heute gestern morgen diese dieser diesen dieses woche monat jahr letzte letzten
letzter offen offene offenen offener noch schon nicht kein keine bei mit fur aus an auf im in zu zum zur bis seit ab uber mehr als tage tagen
sollen sollten soll muss mussen kann konnen anrufen mahnen schuldet schulden geld rechnung rechnungen zahlung zahlungen bezahlt gezahlt
eingegangen versprochen vereinbart zugesagt fallig uberfallig insgesamt gesamt summe kunde kunden ansprechpartner telefonnummer sein seine sein ihr ihre versprechen versprochene zusage nummer
forderungen aussenstande in ruhe lassen bitte zeig zeige mir gib welche welcher welches
le la les l un une des du de d et ou qui que quoi quel quelle quels quelles combien comment pourquoi quand est ce sont etait a ont avons nous
notre nos vous il elle ils on cette semaine mois annee dernier derniere passe passee aujourd hui hier demain faut doit doivent relancer appeler
argent facture factures paye payes paiement paiements recu recus promis promise promet convenu retard impayes impaye total encore pas ne plus
jours avec pour par sur chez dans au aux en s c n y client clients telephone numero contact avoir etre a-t-il t
el los las lo un una unos unas del al y o quien quienes que cual cuales cuanto cuanta cuantos como por porque cuando donde es son fue ha han
hemos nos nuestro nuestra nuestros esta este estos semana mes ano pasada pasado hoy ayer manana hay debemos deben debe debo llamar cobrar
dinero factura facturas pago pagos pagaron pagado prometio prometido acordado vencido vencidas vencida total todavia no mas dias con para en
cliente clientes telefono numero contacto tengo tiene tienen se le su`.split(/\s+/),
);

/** What the rules listen for is no name either. */
const CUE_WORDS = new Set(RULES.flatMap(({ cue }) => cue.source.match(/\p{Ll}{3,}/gu) ?? []));

/** After these a word that is no part of the question is somebody's name. */
const BEFORE_A_NAME =
  /(?:^|\s)(?:of|for|from|by|to|at|with|does|did|has|is|are|do|about|will|owes|chasing|calling|leaving|von|bei|mit|fur|schuldet|hat|de|d|chez|avec|doit|pour|debe|con|para)$/;

export type NamesFound = { readonly who: Who | null; readonly text: string };

/** `typed`: as written, where a capital says that a word is a name. */
export function nameIn(text: string, names: readonly Named[]): NamesFound {
  const tokens = text.split(' ');
  const span = standing(tokens, names);
  if (span) return take(tokens, grown(span, tokens), names);
  return { who: null, text };
}

/**
 * The longest run of words that the question is not made of. `isCertain`: it must stand where a name would, as after
 * "of", because the question makes sense without it.
 */
export function leftOverIn(text: string, names: readonly Named[], isCertain: boolean): NamesFound {
  const tokens = text.split(' ');
  let best: Span | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isUnknown(tokens[at] ?? '')) continue;
    let end = at + 1;
    while (end < tokens.length && (isUnknown(tokens[end] ?? '') || joins(tokens, end))) end += 1;
    if (!best || end - at > best.end - best.start) best = { start: at, end };
    at = end;
  }
  if (!best) return { who: null, text };
  const found = take(tokens, best, names);
  if (found.who?.kind !== 'none' || !isCertain) return found;
  const before = tokens.slice(0, best.start).join(' ');
  return BEFORE_A_NAME.test(before) || best.start === 0 ? found : { who: null, text };
}

type Span = { readonly start: number; readonly end: number };

/** "cedar and vine": the word between belongs to the name. */
function joins(tokens: readonly string[], at: number): boolean {
  return tokens[at] === 'and' && isUnknown(tokens[at + 1] ?? '');
}

/** A word that no question is made of: somebody's name, or something that the grammar passes over. */
export function isUnknown(token: string): boolean {
  if (!/\p{L}/u.test(token) || token.startsWith('@')) return false;
  const word = token.replace(/:$/, '');
  if (KNOWN_WORDS.has(word) || CUE_WORDS.has(word)) return false;
  return !RULES.some(({ cue }) => cue.test(word));
}

/** The longest beginning of a name that stands in the words; of one word only where that word says something. */
function standing(tokens: readonly string[], names: readonly Named[]): Span | null {
  let best: Span | null = null;
  let bestWords = 0;
  const places = new Map<string, number[]>();
  for (const [at, token] of tokens.entries()) places.set(token, [...(places.get(token) ?? []), at]);
  for (const { name } of names) {
    const words = nameWords(name);
    for (const start of places.get(words[0] ?? '') ?? []) {
      let [end, matched] = [start + 1, 1];
      while (matched < words.length) {
        const skip = tokens[end] === 'and' ? 1 : 0;
        if (tokens[end + skip] !== words[matched]) break;
        end += 1 + skip;
        matched += 1;
      }
      const isWhole = matched === words.length;
      if (matched === 1 && (KNOWN_WORDS.has(words[0] ?? '') || ((words[0] ?? '').length < 3 && !isWhole)))
        continue;
      if (matched > bestWords) [best, bestWords] = [{ start, end }, matched];
    }
  }
  return best;
}

/** "Acme Industries" is not Acme Robotics: what follows the name and is no word of the question belongs to it. */
function grown({ start, end }: Span, tokens: readonly string[]): Span {
  let until = end;
  // What stands behind a colon is told about them.
  if (tokens[end - 1]?.endsWith(':')) return { start, end };
  while (until < tokens.length && (isUnknown(tokens[until] ?? '') || joins(tokens, until))) until += 1;
  return { start, end: until };
}

function take(tokens: readonly string[], { start, end }: Span, names: readonly Named[]): NamesFound {
  const typed = tokens.slice(start, end).join(' ').replace(/:/g, '').trim();
  const match = findCustomer(typed, names);
  const who: Who =
    match.kind === 'found'
      ? { kind: 'found', id: match.id, typed }
      : match.kind === 'several'
        ? { kind: 'several', ids: match.ids, typed }
        : { kind: 'none', nearest: match.nearest, typed };
  const colon = tokens[end - 1]?.endsWith(':') ? ' :' : '';
  return { who, text: [...tokens.slice(0, start), `@c${colon}`, ...tokens.slice(end)].join(' ') };
}
