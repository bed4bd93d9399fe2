// What the words of a question ask for. The first rule that fits speaks; `@c` stands for a customer, `@i` for an
// invoice, `@p` for days and `@n` for an age. Figures never come from here.
import type { Intent } from './question.ts';

export type Rule = {
  readonly cue: RegExp;
  /** What it asks where a customer is named, and where none is; null: then this rule does not fit. */
  readonly named: Intent | null;
  readonly all: Intent | null;
};

const W = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}@])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
const rule = (pattern: string, named: Intent | null, all: Intent | null): Rule => ({
  cue: W(pattern),
  named,
  all,
});
/** The same, whoever is named. */
const same = (pattern: string, intent: Intent): Rule => rule(pattern, intent, intent);

const LEAD =
  '^(?:(?:hi|hey|hello|ok|so|and|now|please|pls|kindly|just|can you|could you|can we|could we|would you|will you|i want to|i want you to|i would like to|i would like you to|we want to|we should|let us|lets|go ahead and|bitte|kannst du|peux tu|puedes) )*';
const WRITE =
  'draft|write|prepare|compose|email|e-mail|mail|remind|nudge|dun|schreib(?:e|en)?|mahne|redige|ecris|relance|escribe|redacta';
const NOT_WHO = '(?!.*(?:^| )(?:who|what|which|whom|how|when|why|did we|have we)(?: |$))';

/** Words that are told may go on with a question: "we want to know who". */
const NOT_ASKED = '(?!.*(?:^| )(?:who|what|which|whom|how|when|why|know)(?: |$))';

/** Wishes to change something, which begin with the deed. */
const WISHES: readonly Rule[] = [
  rule(
    `${LEAD}(?:log|note|record|write down|jot down|add a note|make a note|put down|notiere|vermerke)(?: |:).*`,
    'do_log',
    'do_log',
  ),
  same(
    `^(?:they|he|she|i|we|@c|somebody|someone)(?: \\S+ly| just)? (?:will|would|have|has|had|paid|got|received|promised|said|says|told|agreed|left|spoke|called|rang|answered|disputes?|wants|needs|refuses|cannot|can not|sent) ${NOT_ASKED}.*`,
    'do_log',
  ),
  rule(
    `${LEAD}(?:end|stop|lift|release|cancel|remove|drop|undo) (?:the |its |their )?(?:snooz\\S*|hold|pause)(?: .*)?|${LEAD}(?:unsnooze|release|wake(?: up)?|unpause|resume) @c(?: .*)?|${LEAD}(?:start|go back to|resume) (?:chasing|contacting|reminding) @c(?: again.*)?|${LEAD}take @c off (?:hold|snooze)(?: .*)?|${LEAD}wake @c up(?: .*)?`,
    'do_release',
    null,
  ),
  rule(
    `${LEAD}${NOT_WHO}.*(?:snooze|pause|leave @c (?:alone|in peace|be)|put @c on hold|hold off on @c|wait with @c|do not (?:chase|contact|call) @c|stop chasing @c|give @c (?:more time|until)).*`,
    'do_snooze',
    null,
  ),
  same(`${LEAD}(?:snooze|pause|mute)(?: .*)?`, 'do_snooze'),
  same(
    `${LEAD}(?:move|change|set|switch|shift|push|make|post|send|deliver|get|have|give|i want|i need|put) .*(?:digest|morning (?:post|list|message|report)).*`,
    'do_digest_time',
  ),
  same(
    `.*(?:digest|morning report).* (?:at|to) (?:\\d|half|one|two|three|four|five|six|seven|eight|nine|ten|noon).*`,
    'do_digest_time',
  ),
  same(`${LEAD}(?:split|divide|spread) .*`, 'do_split'),
  same(
    `${LEAD}${NOT_WHO}(?:offer|set up|make|give|propose|let|agree) .*(?:instal?ments?|payment plan|a plan|in (?:two|three|four|five|six|\\d+)(?: (?:parts|payments|rates|instal?ments?))?|ratenzahlung).*`,
    'do_split',
  ),
  same(
    `${LEAD}${NOT_WHO}(?:(?:offer|give|grant) @c \\d+(?: \\d+)?(?: percent| off)* (?:if|for|when) |(?:offer|give|grant|propose|make|draft|send|waive|let|biete|gib) (?:.* )?(?:discount|skonto|late fees?|early payment)).*`,
    'do_offer',
  ),
  same(`${LEAD}(?:import|upload)(?: .*)?|how (?:do|can) (?:i|we) (?:import|upload).*`, 'do_import'),
  rule(
    `${LEAD}(?:mark|approve|delete|cancel|write off|stop|resolve|undo|set|update|add|remove|confirm|block|skip|waive|refund|close|forget|edit|change|rename)(?: .*)?`,
    'do_other',
    'do_other',
  ),
  rule(
    `${LEAD}(?!e?-?mail (?:of|address|for|from|adress))(?:${WRITE}|chase|send (?!me|us)|schick)(?: .*)?`,
    'do_draft',
    null,
  ),
  rule(
    `${LEAD}(?:${WRITE}|send) (?:a|an|the|another|some|letter|reminder|something|ein|une?|la)(?: .*)?`,
    'do_draft',
    'do_draft',
  ),
  rule(`${LEAD}(?:call|ring|phone) @c(?: .*)?`, 'do_draft', null),
];

const MANNERS: readonly Rule[] = [
  {
    cue: /^(?:(?:many |ok |okay |great |perfect |cool |nice |super )*(?:thanks?|thank you|thx|cheers|ta|much appreciated|merci|danke|gracias|vielen dank)(?: .{0,30})?|great|perfect|ok|okay|cool|nice|got it|good (?:job|bot|work)|well done|awesome)$/u,
    named: null,
    all: 'thanks',
  },
  {
    cue: /^(?:hi|hello|hey|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|morning|hallo|guten (?:tag|morgen|abend)|moin|servus|bonjour|salut|bonsoir|hola|buen[oa]s (?:dias|tardes|noches))(?: (?:there|tightrope|team|all|everyone|bot|again|zusammen))*$/u,
    named: null,
    all: 'hello',
  },
  same(
    '^(?:help|help me|hilfe|aide|ayuda|commands?|menu)(?: .*)?|what (?:can|could|do|else can) (?:you|i) (?:do|ask|know|answer|say|help)(?: .*)?|how (?:do|does|can) (?:you|this|it|i use you|i use this)(?: work)?|what are you|who are you|what can i ask(?: .*)?|was kannst du(?: .*)?|que (?:peux tu|sais tu|puedes)(?: .*)?|show me what you can do|what are my options',
    'help',
  ),
];

const ASKED: readonly Rule[] = [
  // Whom we leave alone comes before why, so that "not contacting, and why" is the list.
  rule(
    '(?:leave|leaving|left|let) (?:\\S+ ){0,2}(?:alone|in peace|be)|not (?:\\S+ )?(?:contact|contacting|chase|chasing|call|calling|write|bother|touch|disturb)(?:ing)?|hardship|insolven\\S*|bankrupt\\S*|off limits|hands off|do not disturb|on hold|snoozed|in ruhe|nicht (?:mahnen|anrufen|kontaktieren)|laisser tranquilles?|dejar? en paz',
    'why',
    'leave_alone',
  ),
  rule('why|reason|reasons|how come|explain|warum|wieso|weshalb|pourquoi|por que', 'why', 'why'),
  rule(
    'broke|broken|break|breaks|breaking|missed promises?|promises? (?:\\S+ )?(?:missed|not kept|broken|failed)|failed to keep|not ke(?:pt|ep)|did not (?:keep|pay as promised)|let us down|but (?:did|has|have) not|and (?:did|has|have) not|gebrochen|nicht gehalten|pas tenu|incumpli\\S*|roto',
    'agreed',
    'broken_promises',
  ),
  rule(
    'disput\\S*|contest\\S*|complain\\S*|complaints?|query|queries|queried|quarrel\\S*|reklam\\S*|strittig\\S*|litiges?|conteste\\S*|disputad\\S*',
    'open_disputes',
    'open_disputes',
  ),
  rule(
    'promis\\S*|agreed|agreement|agreements?|arrange(?:d|ments?)|commit(?:ted|ments?)|deal|payment plans?|plans? (?:with|for|does|do)|pledge\\S*|when (?:did|does|do|will|would) @c (?:say|pay|want)\\S*.*|said (?:they|he|she) (?:would|will) pay|versprochen|zugesagt|vereinbart|abgemacht|zusagen|promesses?|promis|convenu|prometi\\S*|promesas?|acordad\\S*|acuerdos?',
    'agreed',
    'open_promises',
  ),
  rule(
    '(?:last|latest|most recent|previous) (?:letter|mail|email|e-mail|message|reminder|note|contact|time we (?:wrote|contacted|mailed|called))|when (?:did|have) (?:we|i) (?:last |ever )?(?:write|written|contact|contacted|mail|mailed|email|emailed|remind|reminded|send|sent)|(?:did|have) we (?:already |ever )?(?:write|written|mail|mailed|email|emailed|remind|reminded|contact|contacted)|what did we (?:last )?(?:write|send|tell|say)|letzte[rns]? (?:brief|mahnung|mail)|derniere (?:lettre|relance)|ultima (?:carta)',
    'last_letter',
    'sent',
  ),
  rule(
    '(?:drafts?|letters?|mails?|emails?|messages?|anything|something|what) .*(?:wait\\S*|pending|approv\\S*|sign off|signed off|my ok(?:ay)?|need\\S* my)|(?:waiting|pending|open|unapproved|unsent) (?:drafts?|letters?|approvals?)|to approve|approvals?|drafts?|entwurfe?|brouillons?|borradores',
    'customer',
    'drafts_waiting',
  ),
  rule(
    '(?:letters?|mails?|emails?|reminders?|messages?) .*(?:sent|send|went|go|gone|out)|(?:sent|send|mailed|emailed|wrote|written) .*(?:letters?|mails?|reminders?|messages?|@p|out|today|so far)|(?:did|have) (?:we|you) (?:send|sent|mail|write|wrote|written|contact|contacted)|went out|what (?:was|got|has been) sent|who(?:m)? did we (?:contact|write|email|mail|remind)|outgoing|verschickt|gesendet|envoye|enviad[ao]s?',
    'last_letter',
    'sent',
  ),
  rule(
    'compar\\S*|versus|vs|better|worse|improv\\S*|(?:up|down) on|trend|difference|than (?:last|in|the|@p)|vergleich\\S*|compar',
    'payments',
    'compare_months',
  ),
  rule(
    '(?:newly|just|recently|freshly) (?:overdue|late)|(?:became|become|went|gone|turned|got|fell) (?:overdue|late)|new overdue|overdue since|new(?:ly)? late',
    'invoices',
    'newly_overdue',
  ),
  rule(
    '(?:fall|falls|falling|comes?|coming|get|getting|become|becomes) (?:up )?due|due (?:@p|soon|next|in|on|within|tomorrow|by)|(?:is|are|will be) due|upcoming (?:invoices|payments)|expect\\S* @p|what is coming (?:up|in)|fallig\\S*|echeances?|vence\\S*',
    'invoices',
    'due_next',
  ),
  rule(
    '(?:next|planned|upcoming|scheduled) (?:step|steps|action|actions|move|contact|letter|letters|reminder|reminders|call|calls)|what (?:comes|happens|is|do we do|should we do|do i do|should i do) (?:next|now|about|with)|what next|when (?:do|will|should|can) we (?:\\S+ )?(?:contact|write|call|chase|remind|mail|speak|hear|follow)|follow[ -]?up|should (?:i|we) (?:call|chase|write|contact|remind|send) @c|what should (?:i|we) do (?:about|with)|nachste[rn]? schritt\\S*|prochaine etape|proximo paso|calendar|agenda for|what is planned|steps',
    'next_step',
    'steps_ahead',
  ),
  same(
    'how (?:fresh|old|current|recent|up[ -]to[ -]date)|up[ -]to[ -]date|(?:last|latest|newest) import(?:ed)?|imported|books?|when .*(?:import\\S*|updat\\S*|refresh\\S*)|stale|freshness|is the (?:data|ledger) .*|as of when|wie (?:alt|aktuell)|aktuell',
    'freshness',
  ),
  rule('late fees?|interest', null, 'policy'),
  same(
    'polic(?:y|ies)|rules?|terms|ladder|mahnstufen|regeln|richtlinie|politique|regles|politica|reglas|how often|how many (?:days|letters|calls) (?:\\S+ ){0,2}(?:do we|may we|can we|before)|how long (?:do we|before)|quiet hours|office hours',
    'policy',
  ),
  rule(
    'history|story|timeline|what (?:has )?happened|what went on|what did (?:they|@c) (?:say|tell)|everything about|tell me about|background|record of|records|log of|verlauf|geschichte|historique|historial',
    'history',
    null,
  ),
  rule(
    '(?<!(?:bills?|invoices?) .{0,40})(?:not (?:yet |still )?(?:paid|pay|settled?)|never paid)',
    'owes',
    'total_overdue',
  ),
  rule(
    'phone|telephone|tel|number of|mobile|e-?mail address|email|mail|contact(?: person| details| info)?|reach|talk to|speak (?:to|with)|who (?:is|are) (?:the |our |my )?(?:contact|person|bookkeeper|guy)|address|get hold of|telefon\\S*|nummer|ansprechpartner\\S*|adresse|joindre|telefono|correo|contacto',
    'contact',
    null,
  ),
  rule(
    'invoices? (?:does|do|has|have|is|are|of|from|for|by|that)|(?:which|what|open|unpaid|all|list|show|their|outstanding|overdue|late) (?:\\S+ ){0,3}(?:invoices?|bills?)|invoices?|bills|rechnungen|factures|facturas',
    'invoices',
    null,
  ),
  rule(
    '(?:paid|pays?|payments?(?! terms)|received?|receive|(?:came|come|comes|coming) (?:in|through|@p)|collected?|collect|collections?|money in|cash in|takings|got paid|eingegangen|bezahlt|gezahlt|zahlungen|eingange|paye\\S*|encaiss\\S*|recu|paiements?|pago|pagaron|pagad\\S*|cobrad\\S*|cobros|recibid\\S*)(?! late)',
    'payments',
    'payments',
  ),
  rule('@n', 'owes', 'overdue_over'),
  rule(
    '(?:biggest|largest|greatest|top|worst|highest|main|major) (?:\\S+ ){0,3}(?:debtors?|debts?|customers?|accounts?|payers?|offenders?|balances?|owers?|late|overdue|amounts?|sums?|\\d+)|owes? (?:us )?(?:the )?most|most (?:money|overdue|debt|outstanding)|worst|top \\d+|grosste\\S* schuldner|schuldet .*am meisten|gros(?:ses)? (?:debiteurs?|dettes?)|doit le plus|mayor(?:es)? deudor(?:es)?|debe mas|who owes (?:us|me|what|money)|schuldner|debiteurs|deudores',
    'owes',
    'biggest_debtors',
  ),
  rule(
    'my (?:customers?|accounts?|clients?|list|cases?)|mine|customers i look after|assigned to me|meine kunden|mes clients|mis clientes',
    null,
    'mine',
  ),
  rule(
    'chas(?:e|ing)|digest|whom? (?:i|we) (?:should|must|can|need|have|ought)(?: \\S+){0,4} (?:call|calling|contact|contacting|write|remind|speak|talk)|whom? (?:do|should|must|can|shall|to|needs?|are|is|could|will)(?: \\S+){0,4} (?:call|calling|ring|phone|contact|write|remind|reminder|chase|speak|talk|mail|email|a call|today|@p|hear|follow)|(?:call|calls|ring|phone|contact|remind) (?:\\S+ ){0,3}(?:today|first|now|@p)|to[ -]?do(?: list)?|today list|work ?list|priorit\\S*|(?:what|where) (?:should|do|shall|can) (?:i|we) (?:\\S+ )?(?:do|start|begin|work on|tackle|focus)|calls to make|reminders? (?:today|due|to send)|agenda|needs? (?:a )?(?:call|calling|chasing|reminder|attention)|what is (?:on )?(?:for )?(?:today|@p)|anrufen|mahnen|nachfassen|anmahnen|relancer|appeler|llamar|reclamar|contactar',
    'next_step',
    'chase_today',
  ),
  rule(
    'owe|owes|owed|owing|balance|outstanding|unpaid|open|debt|indebted|schuld\\S*|offen\\S*|doit|doivent|du|deb(?:e|en)|pendiente\\S*|how much .*@c.*|how late is|days late',
    'owes',
    'total_overdue',
  ),
  rule(
    'overdue|over due|past due|late|arrears|receivables?|uberfallig\\S*|aussenstande\\S*|forderungen|ruckstand\\S*|en retard|impayes?|creances?|vencid\\S*|atrasad\\S*|ageing|aging|buckets?|total|how much money|how (?:bad|do we stand|are we doing)|where do we stand',
    'owes',
    'total_overdue',
  ),
];

export const RULES: readonly Rule[] = [...MANNERS, ...WISHES, ...ASKED];

/** Questions that take no customer: words that are left over name nobody. */
export const ABOUT_ALL: ReadonlySet<Intent> = new Set([
  'freshness',
  'policy',
  'help',
  'hello',
  'thanks',
  'do_digest_time',
  'mine',
  'do_other',
]);

/** What the ledger of open invoices cannot know: the nearest figure that it has would be a wrong answer. */
export const NOT_OURS = W(
  'bank|suppliers?|vendors?|tax(?:es)?|vat|salar(?:y|ies)|payroll|profits?|margins?|revenue|sales|turnover|average|mean|median|expenses?|costs?|stock|inventory|vacations?|weather|employees?|staff|cash ?flow|budget|dso|how long (?:does|do|did|until)|how many (?:customers|clients) do we have|credit (?:limit|score|rating)|credit ?worth\\S*|good customers?|best customers?|no (?:phone|e-?mail|contact|address)\\S*|lieferanten|steuern?|fournisseurs?|impuestos?|proveedores',
);

/** Asked of nobody, this is about our own debts. */
export const WE_OWE = W('(?:do|did) we owe|we owe');

/** What may stand beside a name that is asked for alone: "show me Acme", "how is Acme doing". */
export const BESIDE_A_NAME =
  /^(?:show|me|us|what|about|tell|how|is|are|doing|look|up|at|status|of|the|for|customer|account|card|case|info|information|on|details|who|and|please|open|see|get|give|overview|summary|situation|with|zeig|mir|le|la|el|client|cliente|kunde|our|now|today|update)$/;
