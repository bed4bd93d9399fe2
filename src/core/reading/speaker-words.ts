// The words for who speaks for a customer and who may not, and for speaking: in English, Spanish, French and German.

const any = (...parts: readonly string[]): string => parts.join('|');

/** What stands before "assistant", "clerk" or "team" where they are the ones who pay. */
const MONEY_DESK = '(?:accounts(?: payable)?|finance|accounting|payables?|bookkeeping|ap)';

/** Who holds the money or the business: their word is the customer's. */
export const MAY_COMMIT = any(
  `${MONEY_DESK} (?:assistant|clerk|manager|team|department|dept|office|lady|guy|person|people|specialist|administrator|director|lead)`,
  "accounts(?: payable)?|accounting|accountants?|ap|payables|bookkeepers?|bookkeeping|finance|cfo|ceo|coo|md|controller|comptroller|treasurer|head of finance|(?:managing |finance |financial )?directors?|owners?(?!')|co-?owners?|boss|president|founders?|proprietor|general manager|(?:person|man|woman|guy|lady|one) (?:in charge|responsible|who (?:decides|pays|signs))",
  'contabilidad|contables?|contador(?:a|es)?|dueñ[oa]s?|propietari[oa]s?|jef[ea]s?|director(?:a|es)?|gerentes?|finanzas|administración|tesorería',
  'comptabilité|service comptable|comptables?|patron(?:ne)?|gérante?|directeur|directrice|daf|propriétaire|finances',
  'buchhaltung|buchhalter(?:in)?|kreditorenbuchhaltung|rechnungswesen|finanzabteilung|geschäftsführ(?:er(?:in)?|ung)|inhaber(?:in)?|eigentümer(?:in)?|chef(?:in)?|prokurist(?:in)?|steuerberater(?:in)?',
);

/** Who answers the door or the phone, drives, stores, learns or stands in. */
export const MAY_NOT_COMMIT = any(
  `receptionists?|reception|front desk|switchboard|operator|answering service|secretary|(?<!${MONEY_DESK} )assistant(?:e|s)?|temps?|temporary (?:worker|staff|help)|stand-in|interns?|trainees?|apprentices?|students?`,
  'drivers?|couriers?|warehouse(?: (?:guy|worker|manager|staff|team|man|lady))?|stockroom|storeman|shop floor|foreman|technicians?|mechanics?|engineers?|installers?|cleaners?|janitor|security(?: guard)?|waiter|waitress|cashier|cook|chef de rang',
  'sales (?:rep|guy|team|person|people|assistant)|sales(?:man|woman|person)|support(?: team)?|help ?desk|customer service|call cent(?:er|re)|colleagues?|co-?workers?',
  'recepcionista|recepción|telefonista|conductor(?:a)?|chófer|chofer|repartidor(?:a)?|almacén|almacenero|becari[oa]|pasante|asistente|ayudante|compañer[oa]|secretari[oa]|vendedor(?:a)?',
  'réceptionniste|réception|accueil|standard(?:iste)?|chauffeur|livreur|entrepôt|magasinier|stagiaire|apprentie?|intérimaire|collègue|secrétaire|vendeu(?:r|se)',
  'empfang(?:sdame|smitarbeiter\\p{L}*)?|rezeption(?:ist(?:in)?)?|telefonzentrale|fahrer(?:in)?|lager(?:ist(?:in)?|mitarbeiter\\p{L}*)?|praktikant(?:in)?|azubi|auszubildende[rn]?|lehrling|aushilfe|kolleg(?:e|in|en)|assistent(?:in)?|sekretär(?:in)?|sekretariat|vertretung|monteur|verkäufer(?:in)?',
);

/** Nobody in particular: their word is nobody's until a person knows better. */
export const SOMEBODY = any(
  'some ?one|some ?body|some (?:guy|lady|woman|man|girl)|an? (?:guy|lady|woman|man|girl|voice)|whoever (?:answered|picked up)(?: the phone)?',
  "alguien|quelqu'un|jemand|irgendwer|irgendjemand",
);

export const ARTICLE =
  "(?:(?:the|their|an?|his|her|its|some|one of the(?:ir)?|der|die|das|dem|den|ihr(?:e[rnm]?)?|eine?[rnm]?|la|el|los|las|su|una?|le|les|leur|une)\\s|l')";

/** Of these it is one of us who speaks. */
export const OURS =
  /(?<!\p{L})(?:my|our|meine?[rnm]?|unsere?[rnm]?|mon|ma|notre|nos|mis?|nuestr[oa])\s(?:\p{L}+\s)?$/iu;

export const SAYS = any(
  'says?|said|saying|told|tells|thinks?|thought|believes?|reckons?|promise[sd]?|agree[sd]?|confirm(?:s|ed)?|assure[sd]?|guarantee[sd]?|committed|wrote|writes|replied|answered|e-?mail(?:s|ed)|called|rang|phoned|texted|mention(?:s|ed)|claim(?:s|ed)?|swears?|swore|insist(?:s|ed)?|expects?|hopes?|state[sd]?|offered|pledged|picked up|was sure|is sure',
  '(?:me |nos )?(?:dice|dijo|ha dicho|promete|prometió|ha prometido|cree|piensa|asegura|aseguró|confirma|confirmó|comenta|comentó)',
  "(?:me |nous |m'|l')?(?:dit|a dit|promet|a promis|pense|croit|assure|a assuré|confirme|a confirmé|écrit|a écrit)",
  'sagt(?:en?)?|meint(?:en?)?|verspricht|versprach|hat(?: (?:mir|uns))? (?:gesagt|versprochen|zugesagt|gemeint|bestätigt)|bestätigt(?:e)?|glaubt|denkt|schreibt|schrieb',
);

/** What leads up to the one who was spoken with. */
export const SPOKE_WITH = any(
  '(?:spoke|spoken|talked|chatted|call(?:ed)?|chat|conversation|meeting|met|phoned|rang)(?: (?:briefly|again|just|now))? (?:to|with|w/)|(?:called|phoned|rang|reached|heard from|got hold of|got through to|put through to|word from|a call from|an? e-?mail from|message from|according to|as per|per)',
  'habl[éo] con|hablado con|hablamos con|según|llamé a|(?:me |nos )?(?:dice|dijo)',
  "parlé (?:à|avec|au)|eu au téléphone|eu|appelé|selon|d'après",
  '(?:gesprochen|telefoniert|geredet) mit|laut|angerufen bei',
);

/** Who holds the money may also be said to act; a driver who brings a cheque has promised nothing. */
export const ACTS = any(
  "will|'ll|(?:is|are) (?:going to|paying|sending|releasing|transferring)|pays?|plans? to|wants? to|intends? to",
  'paga|pagan|pagará|pagarán|va a|van a|transferirá',
  'paie|paient|paiera|paieront|va|vont',
  'zahlt|zahlen|überweist|überweisen|wird|werden',
);
