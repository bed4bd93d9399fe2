// How people speak of a collection agency and what it did, in English, German, French and Spanish.
import { words } from './marks.ts';

/** "the collection agency"; what is somebody else's agency, as for advertising, is none of ours. */
const OTHERS =
  "(?<!\\p{L}(?:'s|s') )(?<!(?<!\\p{L})(?:their|his|her|its|an?|any|some|another|ad|advertising|marketing|media|creative|design|web|travel|staffing|temp|employment|recruiting|estate|news|government|tax|credit|rating) )";
const NOUNS = [
  '(?:(?:debt|collections?|recovery) )*agency|(?:debt |bill )?collectors?',
  'inkasso\\p{L}*|(?:inkasso)?agentur',
  'agence(?: de recouvrement)?|(?:société|cabinet) de recouvrement',
  'agencia(?: de (?:cobros?|cobranzas?|recuperación))?',
].join('|');

export const agencyNamed = (names: readonly string[]): RegExp =>
  words(
    [
      ...names
        .filter((name) => name.trim() !== '')
        .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
      `${OTHERS}(?:${NOUNS})`,
    ].join('|'),
    'giu',
  );

/** What only an agency does, or what nobody says of another: enough where no agency has the case. */
const DOES = [
  'collected|recovered|obtained|brought in|reports?|reported|(?:gave|gives|given|giving) up|returned|returns|(?:gave|gives|given|giving|sent|sends|handed|hands) (?:\\S+ ){1,4}back',
  'eingetrieben|eingezogen|kassiert|beigetrieben|eingebracht|meldet|gemeldet|berichtet|aufgegeben|gibt (?:\\S+ ){0,4}(?:auf|zurück)|zurückgegeben',
  'recouvré|récupéré|encaissé|perçu|rapporte|abandonn\\p{L}+|renonc\\p{L}+|(?:a|ont) (?:rendu|retourné)',
  'cobr[óo]|cobrado|recuper[óo]|recuperado|informa|reporta|devolvi[óo]|devuelto|devuelve|se rinde|abandon[óa]|renunci[óa]',
].join('|');
/** What anybody may do: of an agency it is a report where one has the case. */
const TELLS = [
  "says?|said|tells?|told|writes?|wrote|informs?|informed|confirms?|confirmed|answers?|answered|replied|calls?|called|rang|phoned|e-?mailed|spoke|reached|reaches|visited|contacted|tried|tries|found|finds|hears?|heard|has|have|had|is|was|does|doesn't|did|didn't|can|can't|cannot|could|couldn't|will|won't|may|might|would|wants?|expects?|thinks?|hopes?|offers?|offered|agreed|arranged|filed|suggests?|suggested|recommends?|advises?|closed|closes|dropped|drops|stopped|withdrew|withdraws|keeps?|kept|charges?|charged|got|received|paid|transferred|sent|wired",
  'sagt|schreibt|schrieb|hat|ist|kann|konnte|erreicht|wird|sprach|meint|behält|bekam|erhielt|stellt',
  "dit|écrit|a|n'a|est|n'est|va|peut|ne|garde|retient|clôt",
  'dice|ha|no|es|está|va|puede|escribe|se queda|retiene|cierra|cerró',
].join('|');

/** What follows the name of an agency that is the subject of a sentence. */
export const DOES_NEXT = new RegExp(`^(?:'s)?(?: (?!to )[^\\s.;:]+){0,5} (?:${DOES})(?![\\p{L}])`, 'iu');
export const TELLS_NEXT = new RegExp(`^(?: (?!to )[^\\s.;:]+){0,2} (?:${TELLS}|${DOES})(?![\\p{L}])`, 'iu');
/** "agency: no answer", "agency update - no answer". */
export const LABEL_NEXT =
  /^(?:'s)?(?: (?:update|report|news|meldung|bericht|rapport|informe))?\s*(?::| [-–—] )/iu;
export const LABEL_BEFORE =
  /^(?:(?:an? |the |our |die |das |la |l'|le )*(?:update|report|news)?\s*(?:from|by|of|vom|von der|de la|de l'|du)?\s*(?:the |our |die |das |la |l'|le |el )*)$/iu;
/** "heard from the agency", "400 collected by the agency", "laut Inkasso". */
export const FROM_BEFORE =
  /(?:(?<!\p{L})(?:from|by|per|according to|spoke (?:to|with)|talked (?:to|with)|laut|vom|von (?:der|dem)|según|selon|d'après|par|por|de)) (?:the |our |der |dem |unser(?:er|em) |la |l'|le |nuestra |notre )*$/iu;

/** Sums of a report: what was brought in, and what of it the agency keeps. The nearest before a sum says which. */
export const COLLECTED = words(
  [
    'collected|recovered|got|received|obtained|brought in|secured|took in|cashed|paid|transferred|sent us|remitted|wired|forwarded',
    'eingetrieben|eingezogen|kassiert|beigetrieben|eingebracht|erhalten|erhielt|bekommen|bekam|eingenommen|überwiesen|gezahlt|bezahlt',
    'recouvré|récupéré|encaissé|obtenu|perçu|reçu|versé|payé',
    'cobr[óo]|cobraron|cobrado|recuper[óo]|recuperado|recibi[óo]|recibido|obtuvo|pag[óo]|pagado',
  ].join('|'),
  'giu',
);
export const FEE = words(
  [
    'keeps?|kept|keeping|fees?(?: of| is| was)?|commission(?: of| is| was)?|charges?|charged|deduct(?:s|ed|ing)?|less|minus|after|takes|took|retain(?:s|ed)?|withh(?:olds?|eld)|(?:their|its) (?:share|cut)',
    'behält|behalten|einbehalten|gebühr(?:en)?|provision|honorar|abzüglich|minus|nach abzug',
    'garde|gardé|retient|retenu|conserve|commission|honoraires|frais|moins|prélève|prélevé',
    'se queda|retiene|comisión|honorarios|menos|cobra',
  ].join('|'),
  'giu',
);
/** What reaches us may be less than what came in. */
export const PASSED_ON = words(
  'transferred|sent us|remitted|wired|forwarded|paid (?:us|out|over)|überwiesen|weitergeleitet|ausgezahlt|versé|reversé|transfirió|ingresó',
);
export const FEE_AFTER =
  /^\s*(?:is |as |was |for |of |de |d'|als )*(?:the |an? |their |its |of that )*(?:fees?|commission|themselves|itself|gebühr|provision|honorar|honoraires|frais|comisión|honorarios)(?!\p{L})/iu;
export const COLLECTED_AFTER = new RegExp(`^(?: \\p{L}+){0,4} (?:${COLLECTED.source})`, 'iu');

const BACK = words(
  [
    '(?:gave|given|gives|giving) up|returned|returns|returning|(?:gave|given|gives|giving|sent|sends|handed|hands|handing)(?: us)?(?: (?:it|them|this|that|the|our|their|case|debt|file|account|matter|claim|everything|all|invoices?|⟨i\\d+⟩)){1,3} back|(?:closed|closes|closing|dropped|drops|dropping) (?:it|(?:the |this |their |our )?(?:case|file|matter|claim))|withdrew|withdrawn|stopped (?:working|trying|chasing|collecting|pursuing)',
    'aufgegeben|gibt (?:\\p{L}+ ){0,3}(?:auf|zurück)|zurückgegeben|zurückgereicht|eingestellt|stellt (?:\\p{L}+ ){0,3}ein',
    'abandonné\\p{L}*|abandonne|renonc\\p{L}+|(?:rendu|retourné|restitué) (?:le|la|ce|cette) \\p{L}+|rend le dossier|clôt le dossier|clos le dossier',
    'devolvi[óo]|devolvieron|devuelto|devuelve|se rind\\p{L}+|abandon[óa]|renunci[óa]|cerr[óo] el caso|desisti[óo]',
  ].join('|'),
  'giu',
);
const NOT = words(
  "not|never|no|nothing|none|without|\\p{L}+n't|cannot|nicht|nichts|kein\\p{L}*|nie|noch|nada|nunca|pas|jamais|rien|aucune?|sans|sin",
  'iu',
);
const UNSURE = words(
  "will|'ll|\\p{L}+'ll|would|may|might|could|should|can|hopes?|hoping|expects?|expected|thinks?|plans?|wants?|going to|about to|threaten\\p{L}*|tr(?:y|ies|ying) to|if|unless|before|until|almost|wird|werden|würde|kann|könnte|soll|will|hofft|wenn|falls|bevor|va|vont|pourrait|peut|espère|si|puede|podría|espera|van a|quiere",
  'iu',
);

/** What was done, and neither denied nor only thought of: the last of such words in a text, or -1. */
export function lastDone(pattern: RegExp, text: string): { readonly at: number; readonly isUnsure: boolean } {
  const found = [...text.matchAll(pattern)].at(-1);
  if (!found) return { at: -1, isUnsure: false };
  const before =
    text
      .slice(0, found.index)
      .split(/[.,;:!?\n]/)
      .at(-1) ?? '';
  const near = (words: number) => before.trim().split(/\s+/).slice(-words).join(' ');
  if (NOT.test(near(4))) return { at: -1, isUnsure: false };
  return UNSURE.test(near(5)) ? { at: -1, isUnsure: true } : { at: found.index, isUnsure: false };
}

export function isGivenBack(text: string): boolean {
  return lastDone(BACK, text).at >= 0;
}
